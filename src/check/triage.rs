//! What somebody said, sorted by its words: unhappy, a question, a wrong fact, praise, a rant or joke.
//!
//! Never: finds fault with their words, or decides; the writer may always say otherwise.

use std::sync::LazyLock;

use super::asked::questions;
use super::heard_words::{
    CHEERS, FEELINGS, FUN, NEGATORS, NEITHER, PLEASED, PLEASED_A_LITTLE, RANTS, THINGS, WRONG,
};
use super::tongue::{Words, phrases, set};
use crate::draft::Triage;
use crate::text::{PhraseMap, Span, Token, tokens};

/// What it looks like, and why.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sorted {
    /// What it is; none where nothing speaks for any of them.
    pub triage: Option<Triage>,
    /// The words and marks that speak for it, in order of their text.
    pub reasons: Vec<Span>,
}

/// What a phrase speaks for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sign {
    /// A thing that went wrong.
    Thing,
    /// How they feel about it.
    Feeling,
    Wrong,
    Pleased,
    PleasedALittle,
    Rant,
    /// It looks like another one and is none.
    Neither,
}

const SIGNS: [Sign; 7] = [
    Sign::Thing,
    Sign::Feeling,
    Sign::Wrong,
    Sign::Pleased,
    Sign::PleasedALittle,
    Sign::Rant,
    Sign::Neither,
];

static PHRASES: LazyLock<PhraseMap> = LazyLock::new(|| {
    let list = |sign: &Sign| match sign {
        Sign::Thing => THINGS,
        Sign::Feeling => FEELINGS,
        Sign::Wrong => WRONG,
        Sign::Pleased => PLEASED,
        Sign::PleasedALittle => PLEASED_A_LITTLE,
        Sign::Rant => RANTS,
        Sign::Neither => NEITHER,
    };
    let numbered = SIGNS.iter().enumerate();
    PhraseMap::new(numbered.flat_map(|(n, sign)| phrases(list(sign)).map(move |one| (one, n))))
});

static NEGATED: LazyLock<Words> = LazyLock::new(|| set(NEGATORS));

/// How much speaks for each, and where.
#[derive(Default)]
struct Weighed {
    things: usize,
    unhappy: usize,
    wrong: usize,
    praise: usize,
    rant: usize,
    signs: Vec<(Triage, Span)>,
}

impl Weighed {
    fn add(&mut self, triage: Triage, span: Span, weight: usize) {
        let sum = match triage {
            Triage::Unhappy => &mut self.unhappy,
            Triage::WrongFact => &mut self.wrong,
            Triage::Praise => &mut self.praise,
            Triage::RantOrJoke => &mut self.rant,
            Triage::Question => return,
        };
        *sum += weight;
        self.signs.push((triage, span));
    }
}

/// What is enough to say so.
const ENOUGH: usize = 2;

/// Sorts what somebody said.
///
/// A thing that went wrong outweighs everything, also a question or a curse around it; a wrong fact
/// outweighs the question it comes with; a question outweighs the thanks around it. Words of praise
/// after a "not" are none. Where little speaks for anything, it is left open. Its words are those of
/// ten languages, English first.
pub fn triage(said: &str) -> Sorted {
    let words = tokens(said);
    let mut weighed = Weighed::default();
    weigh_phrases(said, &words, &mut weighed);
    weigh_marks(said, &mut weighed);
    let asked = questions(said);
    let Weighed {
        things,
        unhappy,
        wrong,
        praise,
        rant,
        mut signs,
    } = weighed;
    let question = if asked.is_empty() { 0 } else { ENOUGH };
    let is_unhappy = unhappy >= ENOUGH && unhappy > wrong && (things > 0 || unhappy >= rant);
    let found = [
        (Triage::Unhappy, is_unhappy),
        (Triage::WrongFact, wrong >= ENOUGH && wrong >= rant),
        (
            Triage::RantOrJoke,
            rant >= ENOUGH && rant > question && rant >= praise,
        ),
        (Triage::Question, question > 0),
        (Triage::Praise, praise >= ENOUGH),
    ];
    let triage = found
        .into_iter()
        .find(|(_, is_it)| *is_it)
        .map(|(one, _)| one);
    signs.extend(asked.iter().map(|one| (Triage::Question, one.span)));
    let mut reasons: Vec<Span> = signs
        .into_iter()
        .filter(|(of, _)| Some(*of) == triage)
        .map(|(_, span)| span)
        .collect();
    reasons.sort_by_key(|span| (span.start, span.end));
    Sorted { triage, reasons }
}

fn weigh_phrases(said: &str, words: &[Token], weighed: &mut Weighed) {
    for (span, n) in PHRASES.find(said, words) {
        let at = words.partition_point(|token| token.span.start < span.start);
        match SIGNS.get(n).unwrap_or(&Sign::Neither) {
            Sign::Thing => {
                weighed.things += 1;
                weighed.add(Triage::Unhappy, span, 3);
            }
            Sign::Feeling => weighed.add(Triage::Unhappy, span, 2),
            Sign::Wrong => weighed.add(Triage::WrongFact, span, 3),
            Sign::Rant => weighed.add(Triage::RantOrJoke, span, 2),
            Sign::Pleased if is_negated(said, words, at) => {
                weighed.add(Triage::Unhappy, span, 2);
            }
            Sign::Pleased => weighed.add(Triage::Praise, span, 2),
            Sign::PleasedALittle if is_negated(said, words, at) => {
                weighed.add(Triage::Unhappy, span, 1);
            }
            Sign::PleasedALittle => weighed.add(Triage::Praise, span, 1),
            Sign::Neither => {}
        }
    }
}

/// Whether one of the three words before it, in its clause, takes it back.
fn is_negated(said: &str, words: &[Token], at: usize) -> bool {
    let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
    let takes_back = |token: &Token| {
        let word = token.folded.as_str();
        NEGATED.contains(word) || word.ends_with("n't")
    };
    let Some(last) = before.iter().rposition(takes_back) else {
        return false;
    };
    let from = before.get(last).map_or(0, |token| token.span.end);
    let to = words.get(at).map_or(said.len(), |token| token.span.start);
    !Span::new(from, to)
        .of(said)
        .contains(['.', ',', ';', ':', '!', '?', '\n'])
}

/// Rows of marks, and emoji; each sort counts once, or three times at the most.
fn weigh_marks(said: &str, weighed: &mut Weighed) {
    const MOST: usize = 3;
    let mut run = Span::at(0);
    let (mut n_loud, mut n_fun, mut n_cheers, mut n_cross) = (0, 0, 0, 0);
    for (at, c) in said.char_indices().chain([(said.len(), ' ')]) {
        let here = Span::new(at, (at + c.len_utf8()).min(said.len()));
        if is_mark(c) {
            run = if run.end == at && !run.is_empty() {
                Span::new(run.start, here.end)
            } else {
                here
            };
            continue;
        }
        if !run.is_empty() && run.of(said).chars().nth(1).is_some() && n_loud < 1 {
            n_loud += 1;
            weighed.add(Triage::Unhappy, run, 1);
        }
        run = Span::at(0);
        let (n, triage, weight) = match c {
            _ if CROSS.contains(&c) => (&mut n_cross, Triage::Unhappy, 2),
            _ if FUN.contains(&c) => (&mut n_fun, Triage::RantOrJoke, 2),
            _ if CHEERS.contains(&c) => (&mut n_cheers, Triage::Praise, 1),
            _ => continue,
        };
        *n += 1;
        if *n <= MOST {
            weighed.add(triage, here, weight);
        }
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '!' | '?' | '！' | '？' | '‼' | '⁉' | '❗' | '❓')
}

/// Faces that are cross.
const CROSS: [char; 8] = ['😡', '😠', '🤬', '👎', '😤', '💔', '😞', '😢'];
