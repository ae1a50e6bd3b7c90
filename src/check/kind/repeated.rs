//! `Repeated`: the same word twice in a row.
//!
//! Never: takes a pair that means something for a slip ("had had", "very very", a name).

use std::collections::HashSet;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::text::{Span, Token, fold};

/// Finds a word that stands twice in a row, also over a line break, in any case; the fix keeps the
/// first.
///
/// Only white space stands between the two, so "no, no" and a new sentence are quiet. Left alone:
/// pairs that grammar makes ("had had", "that that", French "nous nous", German "die die"), words
/// doubled on purpose ("very very", "bye bye"), names ("Duran Duran"), hashtags, numbers, single
/// letters but "a" and "I", and a word that starts the next line or sentence with a capital.
/// `except` adds words that may stand twice.
///
/// ```ron
/// find: Repeated(except: ["knock"])
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Repeated {
    /// Words that may stand twice.
    pub except: Vec<String>,
}

impl Kind for Repeated {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let ours = MEANT.split_whitespace().map(ToOwned::to_owned);
        let theirs = self.except.iter().map(|word| fold(word.trim()));
        Ok(Box::new(Ready {
            meant: ours.chain(theirs).collect(),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready {
    meant: HashSet<String>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let mut out: Vec<Match> = Vec::new();
        let mut run: Option<(Span, Span)> = None;
        for pair in looking.tokens.windows(2) {
            let [before, after] = pair else { break };
            if before.folded == after.folded && self.is_slip(looking, before, after) {
                let (first, whole) = run.unwrap_or((before.span, before.span));
                run = Some((first, whole.join(after.span)));
            } else if let Some(run) = run.take() {
                out.push(once(text, run));
            }
        }
        out.extend(run.map(|run| once(text, run)));
        out
    }
}

/// The run, with the fix that keeps its first word.
fn once(text: &str, (first, whole): (Span, Span)) -> Match {
    Match {
        span: whole,
        fixes: vec![Fix::replace(text, whole, first.of(text))],
        ..Match::default()
    }
}

impl Ready {
    fn is_slip(&self, looking: &Looking<'_>, before: &Token, after: &Token) -> bool {
        let text = looking.text();
        let (first, second) = (before.span.of(text), after.span.of(text));
        stands_next(text, before, after)
            && is_word(&before.folded)
            && !is_name(first, second)
            && !self.meant.contains(before.folded.as_str())
            && !looking.in_hashtag(before.span)
    }
}

/// Whether only white space stands between them, with one line break at the most; behind one, a
/// capital starts a line.
fn stands_next(text: &str, before: &Token, after: &Token) -> bool {
    let gap = Span::new(before.span.end, after.span.start).of(text);
    let n_breaks = gap.matches('\n').count();
    let is_gap = !gap.is_empty() && gap.chars().all(char::is_whitespace);
    let is_new_line = n_breaks == 1 && after.span.of(text).starts_with(char::is_uppercase);
    is_gap && n_breaks < 2 && !is_new_line
}

fn is_word(folded: &str) -> bool {
    let mut chars = folded.chars();
    let is_long = chars.nth(1).is_some();
    folded.chars().any(char::is_alphabetic)
        && !folded.chars().any(char::is_numeric)
        && (is_long || matches!(folded, "a" | "i"))
}

/// "Duran Duran", or the start of a title: "made to To Kill a Mockingbird".
fn is_name(first: &str, second: &str) -> bool {
    let is_titled = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    is_titled(second) && (is_titled(first) || first.starts_with(char::is_lowercase))
}

/// Words that stand twice for a reason: grammar first, then emphasis, sounds and names.
const MEANT: &str = "
    had that do her can will may
    nous vous die der das den dem sie ihr wir
    very really so too much many more far long big great good well oh no yes yeah ok okay please
    now again never ever always just such sorry thanks thank
    ja nein oui non si sí sì molto muy très sehr bitte
    bye ha haha he ho hey hi hello hip hooray hurray la na da dum boo aye hear there tut knock
    yum chop hush win night go come run wait look wow blah beep tick tock ding dong quack woof
    meow moo ring rah cha pom choo piano man poco walla wagga bora duran baden pago sing
";
