//! `CodeName`: the inner name of something that is not out yet.
//!
//! Never: takes a film, a well-known undertaking or a name of the set for one.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cues, by_sentence};
use crate::check::names::KeptNames;
use crate::check::person::name_at;
use crate::check::tongue::{Words, set};
use crate::text::{EntityKind, Span};

use std::sync::LazyLock;

/// Finds the code names of the set (`code_names`), however they are put together: `Bluefinch's`,
/// `blue-finch`, `BlueFinch_v2`, `#BluefinchLaunch`, `Blue Finch`, in any case, with or without accents.
///
/// A name that the set writes with a capital passes where it is a word of the language ("a marlin").
/// With `unlisted` it finds what no list knows: "Project Marlin", "codename Heron", `#ProjectMarlin`;
/// not titles of films and books, undertakings that everybody knows, and the set's own names. Its
/// words are English, German, French and Spanish.
///
/// ```ron
/// find: CodeName(unlisted: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct CodeName {
    /// Whether to look for names that are on no list, instead of those that are.
    pub unlisted: bool,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Sort {
    /// A name follows.
    Calls,
    /// The sentence is about a work for everybody.
    Title,
}

const SORTS: [(Sort, &str); 2] = [
    (
        Sort::Calls,
        "project|operation|codename|code name|code-named|codenamed|code named|projekt|deckname
        projet|nom de code|proyecto|nombre en clave|proyect",
    ),
    (
        Sort::Title,
        "film|films|movie|movies|novel|book|books|cinema|series|episode|season|trailer|song|album|band
        screening|paperback|author|netflix|audiobook|comic|museum|history|1944|1943|charity",
    ),
];

impl CodeName {
    fn with(&self, cues: Cues<Sort>) -> Box<dyn Finder> {
        Box::new(Ready {
            cues,
            unlisted: self.unlisted,
            names: KeptNames::default(),
        })
    }
}

impl Kind for CodeName {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Cues::new(&SORTS, None)))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let lists = self.unlisted.then_some(lists);
        Ok(self.with(Cues::new(&SORTS, lists)))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    fn may_be_reasoned(&self) -> bool {
        true
    }
}

struct Ready {
    cues: Cues<Sort>,
    unlisted: bool,
    names: KeptNames,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let list = || looking.head.code_names.iter().map(String::as_str).collect();
        let mut found = if self.unlisted {
            let mut found = self.called(looking);
            found.extend(tags(looking));
            found.sort();
            found.retain(|span| !looking.own_names.iter().any(|own| own.overlaps(*span)));
            found
        } else {
            self.names.find(looking, &list)
        };
        found.dedup();
        let one = |span| Match {
            span,
            ..Match::default()
        };
        found.into_iter().map(one).collect()
    }
}

impl Ready {
    /// "Project Marlin": a word for an undertaking with a name right behind it.
    fn called(&self, looking: &Looking<'_>) -> Vec<Span> {
        let cues = self.cues.find(looking);
        let mut out = Vec::new();
        for (_, cues) in by_sentence(looking.sentences, &cues) {
            if cues.iter().any(|cue| cue.sort == Sort::Title) {
                continue;
            }
            let named = cues.iter().filter_map(|cue| named(looking, cue.span));
            out.extend(named);
        }
        out
    }
}

/// The undertaking with the name behind it.
fn named(looking: &Looking<'_>, calls: Span) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens);
    let next = words.partition_point(|token| token.span.start < calls.end);
    let gap = Span::new(calls.end, words.get(next)?.span.start).of(text);
    let (name, n_words) = name_at(text, words, next)?;
    let is_near = matches!(
        gap,
        " " | ": " | "-" | " \"" | " “" | " ‘" | " '" | " «" | " „" | "\u{a0}"
    );
    let called = calls.of(text);
    let is_capital = called.starts_with(char::is_uppercase);
    let is_code = called.to_lowercase().starts_with("code");
    let first = words.get(next)?.folded.as_str();
    let last = words.get(next + n_words.saturating_sub(1))?.folded.as_str();
    let is_ordinary = is_ordinary(first) || is_ordinary(last);
    let whole = calls.join(name);
    let is_shouted = !whole.of(text).contains(char::is_lowercase);
    let is_meant = is_code || is_capital || is_inner(looking, calls);
    let is_known = KNOWN.contains(&first);
    (is_near && is_meant && !is_ordinary && !is_known && !is_shouted).then_some(whole)
}

/// Whether "project" in small letters is called secret, ours or new.
fn is_inner(looking: &Looking<'_>, calls: Span) -> bool {
    let next = looking
        .tokens
        .partition_point(|token| token.span.start < calls.start);
    let before = next.checked_sub(1).and_then(|at| looking.tokens.get(at));
    let inner = [
        "our",
        "secret",
        "internal",
        "stealth",
        "unannounced",
        "confidential",
        "unser",
        "notre",
        "nuestro",
    ];
    before.is_some_and(|token| inner.contains(&token.folded.as_str()))
}

/// `#ProjectMarlin`
fn tags(looking: &Looking<'_>) -> Vec<Span> {
    let entities = looking.entities.iter();
    let tags = entities.filter(|entity| entity.kind == EntityKind::Hashtag);
    let found = tags.filter_map(|entity| {
        let tag = entity
            .span
            .of(looking.text())
            .trim_start_matches(['#', '＃']);
        let name = ["Project", "Operation", "Projekt", "Projet", "Proyecto"]
            .iter()
            .find_map(|start| tag.strip_prefix(start))?;
        let is_name = name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
        let folded = name.to_lowercase();
        let is_known = KNOWN.iter().any(|known| folded.starts_with(known)) || is_ordinary(&folded);
        (is_name && !is_known).then_some(entity.span)
    });
    found.collect()
}

/// Undertakings and titles that everybody knows, by the word behind "Project" or "Operation".
const KNOWN: [&str; 34] = [
    "gutenberg",
    "runway",
    "zero",
    "hail",
    "jupyter",
    "euler",
    "mercury",
    "gemini",
    "apollo",
    "veritas",
    "semicolon",
    "drawdown",
    "loom",
    "starline",
    "overlord",
    "barbarossa",
    "smile",
    "christmas",
    "homecoming",
    "warp",
    "desert",
    "fi",
    "almanac",
    "aristotle",
    "censys",
    "linus",
    "mohole",
    "manhattan",
    "linux",
    "365",
    "sekai",
    "pat",
    "market",
    "fluent",
];

/// Whether a word behind "Project" makes it a job, a plan or a day, not a name.
fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(word.strip_suffix("'s").unwrap_or(word))
}

static ORDINARY: LazyLock<Words> = LazyLock::new(|| {
    set(
        "manager managers management lead leader leaders leads coordinator coordinators officer officers
        director directors assistant team teams plan plans planning update updates report reports
        board office offices day days night week work works fund funds grant grants award awards space
        room page site website group groups owner owners engineer engineers designer designers scope
        status timeline number name names title titles idea ideas showcase library description goals
        partner partners partnership proposal proposals call calls based management's kit kits launch
        maintainer maintainers member members leiter leiterin leitung management woche tag büro
        manager's controller support student students analyst specialist administrator hours theatre
        theater technician review summary details photos gallery charter closure cost costs budget")
});
