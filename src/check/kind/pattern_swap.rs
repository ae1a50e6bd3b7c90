//! `PatternSwap(pairs: [("utili[sz]e", ["use"])])`: regular expressions with better twins.
//!
//! Never: finds words that read already as a twin does.

use serde::Deserialize;

use super::patterns::{changed, most};
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::change::Change;
use crate::check::exceptions::Exceptions;
use crate::check::expression::{Each, Expression, MAX_MATCHES, blocks};
use crate::check::ready::in_the_case_of;
use crate::text::Span;

/// How the twins are read.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Twins {
    /// As words.
    #[default]
    AsWords,
    /// As patterns that also describe what may stand.
    AsPatterns,
}

/// Finds what patterns match, as whole words, and offers the twins of each.
///
/// The longest pattern is tried first. A match that equals a twin is fine, with `twins: AsPatterns`
/// also one that a twin describes; `${1}` in a twin is what the first group of its own pattern
/// caught, and `""` removes the words. With `any_case` the fix keeps the capital of the words, unless
/// the twin has capitals of its own. The other options are those of [`Patterns`](super::Patterns);
/// [`Swap`](super::Swap) is the same for plain phrases.
///
/// ```ron
/// find: PatternSwap(pairs: [(r"e-mails?", ["email"]), ("reach out", ["write", "call"])], any_case: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct PatternSwap {
    /// Patterns and their twins; without a twin the words are found without a fix.
    pub pairs: Vec<(String, Vec<String>)>,
    /// How the twins are read.
    pub twins: Twins,
    /// Whether capitals are as good as small letters.
    pub any_case: bool,
    /// Whether a match may begin or end inside a word.
    pub inside_words: bool,
    /// Over what no match reaches.
    pub each: Each,
    /// Patterns of words that may stand.
    pub except: Vec<String>,
    /// How many are found at most; 0 is no limit of the rule.
    pub limit: usize,
    /// What the fix makes of the words, instead of a twin.
    pub change: Option<Change>,
    /// Whether a pattern may look around.
    pub look_around: bool,
}

impl Kind for PatternSwap {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.pairs.is_empty() {
            return Err("PatternSwap needs at least one pair".to_owned());
        }
        if let Some(change) = &self.change {
            change.check()?;
        }
        let mut pairs: Vec<&(String, Vec<String>)> = self.pairs.iter().collect();
        pairs.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
        let groups: Vec<String> = pairs
            .iter()
            .map(|(pattern, _)| format!("({})", without_groups(pattern)))
            .collect();
        let case = if self.any_case { "(?i)" } else { "" };
        let edge = if self.inside_words { "" } else { r"\b" };
        let whole = format!("{case}(?m){edge}(?:{}){edge}", groups.join("|"));
        let read = |pattern: &str| Expression::new(&format!("{case}{pattern}"), self.look_around);
        let pairs = pairs.into_iter().map(|(pattern, twins)| {
            let has_place = twins.iter().any(|twin| twin.contains("${"));
            let describes = |twin: &&String| {
                self.twins == Twins::AsPatterns && is_pattern(twin) && !twin.contains("${")
            };
            Ok(Pair {
                own: has_place.then(|| read(pattern)).transpose()?,
                // a twin that is no pattern after all stands for itself
                fine: twins
                    .iter()
                    .filter(describes)
                    .filter_map(|twin| {
                        Expression::new(&format!("^(?:{twin})$"), self.look_around).ok()
                    })
                    .collect(),
                twins: twins.clone(),
            })
        });
        Ok(Box::new(Ready {
            expression: Expression::new(&whole, self.look_around)?,
            pairs: pairs.collect::<Result<_, String>>()?,
            except: Exceptions::new(&self.except, self.look_around)?,
            rule: Self {
                limit: most(self.limit),
                pairs: Vec::new(),
                except: Vec::new(),
                change: self.change.clone(),
                ..*self
            },
        }))
    }

    fn has_patterns(&self) -> bool {
        true
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

/// The pattern with groups that catch nothing, so that pairs are told apart by number.
fn without_groups(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        let named = ["?P<", "?<"]
            .into_iter()
            .filter_map(|open| tail.strip_prefix(open))
            .find(|name| !name.starts_with(['=', '!']));
        match c {
            '\\' => {
                let escaped = tail.chars().next();
                out.push(c);
                out.extend(escaped);
                rest = tail
                    .get(escaped.map_or(0, char::len_utf8)..)
                    .unwrap_or_default();
                continue;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class && !tail.starts_with('?') => {
                out.push_str("(?:");
                rest = tail;
                continue;
            }
            '(' if !in_class && named.is_some() => {
                out.push_str("(?:");
                let name = named.unwrap_or_default();
                rest = name.split_once('>').map_or("", |(_, behind)| behind);
                continue;
            }
            _ => {}
        }
        out.push(c);
        rest = tail;
    }
    out
}

/// One pattern's twins, and the pattern by itself where a twin needs what its groups caught.
struct Pair {
    own: Option<Expression>,
    twins: Vec<String>,
    /// The twins that describe what may stand.
    fine: Vec<Expression>,
}

struct Ready {
    expression: Expression,
    pairs: Vec<Pair>,
    except: Exceptions,
    rule: PatternSwap,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut out: Vec<Match> = Vec::new();
        for block in blocks(looking, self.rule.each) {
            if out.len() >= self.rule.limit {
                break;
            }
            let found = self.expression.find_in(looking, block);
            let mut found = self.except.without(looking, found);
            found.retain(|span| looking.may_see(*span));
            found.truncate(MAX_MATCHES);
            out.extend(
                found
                    .into_iter()
                    .filter_map(|span| self.one(looking.text(), block, span)),
            );
        }
        out.truncate(self.rule.limit);
        out
    }
}

impl Ready {
    /// The match with its fixes; nothing when the words read as a twin does.
    fn one(&self, text: &str, block: Span, span: Span) -> Option<Match> {
        let words = span.of(text);
        // enough before the match for what the pattern looks back at
        let start = (block.start.max(span.start.saturating_sub(256))..=span.start)
            .find(|at| text.is_char_boundary(*at))?;
        let hay = text.get(start..block.end)?;
        let groups = self.expression.groups_at(hay, span.start - start);
        let n = groups.iter().position(Option::is_some)?;
        let pair = self.pairs.get(n)?;
        let twins: Vec<String> = pair
            .twins
            .iter()
            .map(|twin| match &pair.own {
                Some(own) if twin.contains("${") => own.replaced(words, twin),
                _ => twin.clone(),
            })
            .collect();
        let is_fine = twins.iter().any(|twin| twin == words);
        if is_fine || pair.fine.iter().any(|fine| fine.is_match(words)) {
            return None;
        }
        if self.rule.change.is_some() {
            return Some(changed(text, span, self.rule.change.as_ref()));
        }
        let fixes = twins
            .iter()
            .filter(|twin| self.rule.twins == Twins::AsWords || !is_pattern(&twin.replace('.', "")))
            .map(|twin| Fix::replace(text, span, &self.cased(words, twin)))
            .collect();
        Some(Match {
            span,
            fixes,
            ..Match::default()
        })
    }

    fn cased(&self, words: &str, twin: &str) -> String {
        if self.rule.any_case && !twin.contains(char::is_uppercase) {
            in_the_case_of(words, twin)
        } else {
            twin.to_owned()
        }
    }
}

/// Whether the words mean something to a pattern.
fn is_pattern(words: &str) -> bool {
    words.contains([
        '\\', '[', ']', '(', ')', '{', '}', '?', '*', '+', '|', '.', '^', '$',
    ])
}
