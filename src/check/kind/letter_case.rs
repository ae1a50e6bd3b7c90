//! `LetterCase(like: Title)`: a text, paragraph or sentence in one style of capitals.
//!
//! Never: knows names by itself; what keeps its capitals is listed.

use regex::Regex;
use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::exceptions::Exceptions;
use crate::check::expression::{Each, Expression, blocks};
use crate::check::{Applicability, Edit, Fix};
use crate::text::Span;

/// How the words stand.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub enum Like {
    /// The first word with a capital, the others small.
    #[default]
    Sentence,
    /// Every word with a capital but small ones of up to three letters.
    Title,
    /// Every word with a capital but articles, conjunctions and prepositions of any length.
    LongTitle,
    /// No capitals.
    Lower,
    /// Capitals alone.
    Upper,
    /// As a pattern says.
    Pattern(String),
}

/// Finds the text, or each paragraph, sentence or list item, whose words are not in a style of capitals.
///
/// It is found as a whole when fewer than `agree` percent of its words agree (80 where nothing is
/// said). Words that match one of `except` always agree, so do words all in capitals in a title.
/// Behind a word that ends in one of `indicators`, a sentence may go on with a capital; where none
/// are given, that is a colon. A sentence that begins with a small letter is found whatever the rest.
/// [`Capitals`](super::Capitals) is the kinder one for posts.
///
/// ```ron
/// find: LetterCase(like: Title, except: ["iPhone"])
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct LetterCase {
    /// The style.
    pub like: Like,
    /// How many of the words must agree, in percent.
    pub agree: Option<u8>,
    /// Patterns of words that keep their capitals.
    pub except: Vec<String>,
    /// Ends of words behind which a capital may stand.
    pub indicators: Vec<String>,
    /// What is looked at by itself.
    pub each: Each,
    /// Whether a pattern may look around.
    pub look_around: bool,
}

/// A word as it is judged: what begins with a letter or digit, up to a space.
const WORD: &str = r"[\p{N}\p{L}*]+[^\s]*";

impl Kind for LetterCase {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let kept: Vec<&str> = self.except.iter().map(String::as_str).collect();
        let words = if kept.is_empty() {
            WORD.to_owned()
        } else {
            format!(r"\b(?:{})\b|{WORD}", kept.join("|"))
        };
        let pattern = match &self.like {
            Like::Pattern(pattern) => Some(Expression::new(pattern, self.look_around)?),
            Like::Sentence | Like::Title | Like::LongTitle | Like::Lower | Like::Upper => None,
        };
        Ok(Box::new(Ready {
            words: Expression::new(&words, self.look_around)?,
            except: Exceptions::new(&self.except, self.look_around)?,
            pieces: Regex::new(r"[\p{N}\p{L}]+[^\s\-/]*").map_err(|fault| fault.to_string())?,
            pattern,
            rule: self.clone(),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// A sentence may hold a handle or a link.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    words: Expression,
    except: Exceptions,
    pieces: Regex,
    pattern: Option<Expression>,
    rule: LetterCase,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let found = blocks(looking, self.rule.each)
            .into_iter()
            .filter_map(|block| {
                let words = block.of(text);
                let start = block.start + words.len() - words.trim_start().len();
                let block = Span::new(start, start + words.trim().len());
                let edits = self.off(looking, block)?;
                looking
                    .prose
                    .iter()
                    .any(|open| open.overlaps(block))
                    .then(|| Match {
                        span: block,
                        fixes: fix(text, block, edits).into_iter().collect(),
                        ..Match::default()
                    })
            });
        found.collect()
    }
}

/// The fix, named after what the stretch becomes.
fn fix(text: &str, block: Span, edits: Vec<Edit>) -> Option<Fix> {
    let mut label = String::with_capacity(block.n_bytes());
    let mut from = block.start;
    for edit in &edits {
        label.push_str(Span::new(from, edit.span.start).of(text));
        label.push_str(&edit.insert);
        from = edit.span.end;
    }
    label.push_str(Span::new(from, block.end).of(text));
    (!edits.is_empty()).then_some(Fix {
        label,
        edits,
        applicability: Applicability::Ask,
    })
}

impl Ready {
    /// What would have to change, when too few words agree; nothing when enough do.
    fn off(&self, looking: &Looking<'_>, block: Span) -> Option<Vec<Edit>> {
        let text = looking.text();
        let whole = block.of(text);
        let is_fine = |fits: bool| fits || self.except.is_exception(whole);
        match (&self.rule.like, &self.pattern) {
            (Like::Pattern(_), Some(pattern)) => {
                return (!is_fine(pattern.is_match(whole))).then(Vec::new);
            }
            (Like::Lower, _) => return (!is_fine(whole == whole.to_lowercase())).then(Vec::new),
            (Like::Upper, _) => return (!is_fine(whole == whole.to_uppercase())).then(Vec::new),
            (Like::Sentence | Like::Title | Like::LongTitle | Like::Pattern(_), _) => {}
        }
        let words = self
            .words
            .all_in(text, block, usize::MAX, looking.out_of_time);
        let mut n_agree = 0;
        let mut edits = Vec::new();
        let mut begins_small = false;
        for (n, span) in words.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|at| words.get(at));
            let before = before.map(|span| span.of(text));
            let word = span.of(text);
            let insert = self.wanted(word, before, n + 1 == words.len());
            if insert == word || self.except.is_exception(word) {
                n_agree += 1;
                continue;
            }
            let starts_small = word.chars().next().is_some_and(char::is_lowercase);
            begins_small |= n == 0 && self.rule.like == Like::Sentence && starts_small;
            edits.push(Edit {
                span: *span,
                insert,
            });
        }
        let agree = usize::from(self.rule.agree.unwrap_or(80));
        let is_found = begins_small || n_agree * 100 < agree * words.len();
        (is_found && !edits.is_empty()).then_some(edits)
    }

    /// The word as the style wants it.
    fn wanted(&self, word: &str, before: Option<&str>, is_last: bool) -> String {
        match self.rule.like {
            Like::Sentence => {
                let indicators = &self.rule.indicators;
                let may_rise = match before {
                    None => true,
                    Some(before) if indicators.is_empty() => before.ends_with(':'),
                    Some(before) => indicators.iter().any(|end| before.ends_with(end.as_str())),
                };
                if may_rise && word.chars().next().is_some_and(char::is_uppercase) {
                    word.to_owned()
                } else if may_rise && before.is_none() {
                    risen(word)
                } else if may_rise {
                    word.to_owned()
                } else {
                    word.to_lowercase()
                }
            }
            Like::Title | Like::LongTitle if word != word.to_uppercase() => {
                let is_edge =
                    is_last || before.is_none_or(|before| before.ends_with([':', '?', '!']));
                self.titled(word, is_edge)
            }
            Like::Title | Like::LongTitle | Like::Lower | Like::Upper | Like::Pattern(_) => {
                word.to_owned()
            }
        }
    }

    /// A word of a title, each piece of a compound by itself.
    fn titled(&self, word: &str, is_edge: bool) -> String {
        let mut out = String::with_capacity(word.len());
        let mut from = 0;
        for piece in self.pieces.find_iter(word) {
            out.push_str(word.get(from..piece.start()).unwrap_or_default());
            let bare = piece
                .as_str()
                .trim_end_matches(|c: char| !c.is_alphanumeric());
            let is_whole = piece.start() == 0 && piece.end() == word.len();
            if is_small(&bare.to_lowercase(), &self.rule.like) && !(is_edge && is_whole) {
                out.push_str(&piece.as_str().to_lowercase());
            } else {
                out.push_str(&risen(piece.as_str()));
            }
            from = piece.end();
        }
        out.push_str(word.get(from..).unwrap_or_default());
        out
    }
}

/// The word with a capital; a capital inside it stays.
fn risen(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// Whether a title leaves the word small.
fn is_small(word: &str, like: &Like) -> bool {
    const SHORT: &str = "a an and as at but by en for if in nor of on or per the to v vs via";
    const LONG: &str = "about above across after against along amid among around before behind \
        below beneath beside besides between beyond despite down during except from inside into \
        like near off onto out outside over past since so than through throughout till toward \
        towards under underneath until unto up upon versus with within without yet";
    let is_in = |list: &str| list.split_whitespace().any(|small| small == word);
    is_in(SHORT) || (*like == Like::LongTitle && is_in(LONG))
}
