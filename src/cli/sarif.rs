//! A report as SARIF 2.1.0, the form that code hosts and editors read.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
//!
//! Never: says more or less than the JSON; a strength is a result that passed.

use serde::Serialize;

use super::places::KnownPlaces;
use crate::check::{Edit, Finding, Fix, Report};
use crate::guideline::Level;
use crate::text::Span;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// What a text from standard input is called.
const STDIN: &str = "stdin";

/// A whole log file.
#[derive(Serialize)]
pub(super) struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

/// What one call found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

/// Who found it.
#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

/// The program, and the rules that found something.
#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule<'a>>,
}

/// One rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Message>,
    properties: RuleMore<'a>,
}

/// What SARIF has no word for.
#[derive(Serialize)]
struct RuleMore<'a> {
    set: &'a str,
    kind: &'static str,
}

/// Words for a person.
#[derive(Serialize)]
struct Message {
    text: String,
}

/// One finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    kind: Kind,
    level: Weight,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mend>,
    properties: FindingMore<'a>,
}

/// Whether a rule was met.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Pass,
    Fail,
}

/// How much a finding asks, in the standard's words.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Weight {
    None,
    Note,
    Warning,
    Error,
}

/// What SARIF has no word for.
#[derive(Serialize)]
struct FindingMore<'a> {
    level: &'static str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    platforms: &'a [String],
}

/// Where a finding stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Spot,
}

/// A stretch of a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot {
    artifact_location: Artifact,
    region: Region,
}

/// A file.
#[derive(Clone, Serialize)]
struct Artifact {
    uri: String,
}

/// A stretch by lines and code points, both from 1, and by bytes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

/// A fix.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mend {
    description: Message,
    artifact_changes: [ArtifactChange; 1],
}

/// What a fix does to the file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

/// One edit.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

impl<'a> Log<'a> {
    /// The log of `report` on `text`, which came from `file` or from standard input.
    pub(super) fn of(text: &str, file: Option<&str>, report: &'a Report) -> Self {
        let spans = report.findings.iter().flat_map(|finding| {
            let edits = finding.fixes.iter().flat_map(|fix| &fix.edits);
            std::iter::once(finding.span).chain(edits.map(|edit| edit.span))
        });
        let page = Page {
            places: KnownPlaces::of(text, spans.flat_map(|span| [span.start, span.end])),
            artifact: Artifact {
                uri: file
                    .filter(|file| *file != "-")
                    .map_or_else(|| STDIN.to_owned(), uri),
            },
        };
        let mut rules: Vec<&Finding> = Vec::new();
        let mut results = Vec::new();
        for finding in &report.findings {
            let known = rules.iter().position(|other| other.rule == finding.rule);
            let index = known.unwrap_or_else(|| {
                rules.push(finding);
                rules.len() - 1
            });
            results.push(page.outcome(finding, index));
        }
        let driver = Driver {
            name: "Postwright",
            version: env!("CARGO_PKG_VERSION"),
            rules: rules.into_iter().map(rule).collect(),
        };
        Self {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [Run {
                tool: Tool { driver },
                column_kind: "unicodeCodePoints",
                results,
            }],
        }
    }
}

fn rule(finding: &Finding) -> Rule<'_> {
    let words = |text: &str| (!text.is_empty()).then(|| message(text));
    Rule {
        id: &finding.rule,
        short_description: message(&finding.says),
        full_description: words(&finding.why),
        help: words(&finding.instead),
        properties: RuleMore {
            set: &finding.set,
            kind: finding.kind,
        },
    }
}

fn message(text: &str) -> Message {
    Message {
        text: text.to_owned(),
    }
}

/// A path as a URI reference: relative ones stay relative.
fn uri(path: &str) -> String {
    let Ok(mut url) = url::Url::parse("file:///") else {
        return STDIN.to_owned();
    };
    url.set_path(&path.replace('\\', "/"));
    if path.starts_with('/') {
        return url.into();
    }
    url.path().trim_start_matches('/').to_owned()
}

/// The text, as places in it are named.
struct Page {
    places: KnownPlaces,
    artifact: Artifact,
}

impl Page {
    fn region(&self, span: Span) -> Region {
        let (start, end) = (self.places.at(span.start), self.places.at(span.end));
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_offset: span.start,
            byte_length: span.n_bytes(),
        }
    }

    fn outcome<'a>(&self, finding: &'a Finding, rule_index: usize) -> Outcome<'a> {
        let (kind, level) = match finding.level {
            Level::Strength => (Kind::Pass, Weight::None),
            Level::Nudge => (Kind::Fail, Weight::Note),
            Level::Check => (Kind::Fail, Weight::Warning),
            Level::Hold => (Kind::Fail, Weight::Error),
        };
        Outcome {
            rule_id: &finding.rule,
            rule_index,
            kind,
            level,
            message: message(&finding.says),
            locations: [Location {
                physical_location: Spot {
                    artifact_location: self.artifact.clone(),
                    region: self.region(finding.span),
                },
            }],
            fixes: finding.fixes.iter().map(|fix| self.mend(fix)).collect(),
            properties: FindingMore {
                level: finding.level.id(),
                platforms: &finding.platforms,
            },
        }
    }

    fn mend(&self, fix: &Fix) -> Mend {
        let replacement = |edit: &Edit| Replacement {
            deleted_region: self.region(edit.span),
            inserted_content: message(&edit.insert),
        };
        Mend {
            description: message(&fix.label),
            artifact_changes: [ArtifactChange {
                artifact_location: self.artifact.clone(),
                replacements: fix.edits.iter().map(replacement).collect(),
            }],
        }
    }
}
