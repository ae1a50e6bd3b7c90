//! How well a cut reads at each place of a text, by what stands around it.
//!
//! Never: knows a limit, or what is to stay whole.

use super::stretch::{is_gap, is_gap_grapheme};
use super::table::Marks;
use crate::platform::emoji;

/// What stands at a cut, the best first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Rank {
    /// A blank line.
    Paragraph,
    /// A line break.
    Line,
    /// The end of a sentence.
    Sentence,
    /// The end of a clause.
    Clause,
    /// White space.
    Word,
    /// A bound of a word without white space, as between two Chinese characters.
    Seam,
    /// Any other place between two characters.
    Grapheme,
}

/// A place to cut: a part ends before the grapheme `end`, the next starts at `next`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Cut {
    pub end: usize,
    pub next: usize,
    pub rank: Rank,
}

/// All places where a text may be cut by its look.
pub(super) fn cuts(marks: &Marks<'_>, is_bound: &[bool], ends: &[bool]) -> Vec<Cut> {
    let mut out: Vec<Cut> = Vec::new();
    let mut at = 1;
    while at < marks.n() {
        let gap = (at..marks.n())
            .take_while(|number| is_gap_grapheme(marks.grapheme(*number)))
            .count();
        let next = at + gap;
        let rank = if gap > 0 {
            Some(rank_of_gap(marks, (at, next), is_set(ends, at)))
        } else {
            rank_of_seam(marks, at, is_bound, ends)
        };
        out.extend(rank.map(|rank| Cut {
            end: at,
            next,
            rank,
        }));
        at = next + 1;
    }
    keep_emoji_behind_their_sentence(marks, &mut out);
    out
}

/// Whether the flag of a grapheme is set.
pub(super) fn is_set(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}

/// What white space between words stands for.
fn rank_of_gap(marks: &Marks<'_>, (start, end): (usize, usize), is_end: bool) -> Rank {
    let gap = (start..end).map(|number| marks.grapheme(number));
    let n_lines = gap.filter(|it| is_line_break(it)).count();
    let ends_clause = |words: &str| {
        words.ends_with(|c| {
            matches!(
                c,
                ',' | ';' | ':' | '…' | '—' | '–' | ')' | ']' | '،' | '؛' | '，' | '；' | '：'
            )
        })
    };
    match n_lines {
        0 if is_end => Rank::Sentence,
        0 if ends_clause(marks.grapheme(start - 1)) || marks.grapheme(end).starts_with('(') => {
            Rank::Clause
        }
        0 => Rank::Word,
        1 => Rank::Line,
        _ => Rank::Paragraph,
    }
}

fn is_line_break(grapheme: &str) -> bool {
    grapheme.starts_with(['\n', '\u{2028}', '\u{2029}'])
}

/// What a place without white space stands for: the end of a sentence or a clause in scripts that
/// write without it, a bound between their words, or nothing.
fn rank_of_seam(marks: &Marks<'_>, at: usize, is_bound: &[bool], ends: &[bool]) -> Option<Rank> {
    let (before, after) = (marks.grapheme(at - 1), marks.grapheme(at));
    let may_not_start = after.starts_with(|c| NOT_FIRST.contains(c));
    let may_not_end = before.ends_with(|c| NOT_LAST.contains(c));
    if may_not_start || may_not_end || before.chars().all(is_gap) {
        return None;
    }
    if is_set(ends, at) {
        return Some(Rank::Sentence);
    }
    if before.ends_with(['、', '，', '；', '：']) {
        return Some(Rank::Clause);
    }
    let is_free = |grapheme: &str| grapheme.starts_with(is_unspaced) || is_emoji(grapheme);
    if is_set(is_bound, at) && (is_free(before) || is_free(after)) {
        return Some(Rank::Seam);
    }
    (before == "\u{200b}").then_some(Rank::Word)
}

/// What no line starts with in Chinese and Japanese.
const NOT_FIRST: &str = "、。，．！？：；」』）】〉》〕］｝…‥ー々ゝゞヽヾ・゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)]}”’»%％°";
/// What no line ends with there.
const NOT_LAST: &str = "「『（【〈《〔［｛([{“‘«#＃@＠$¥￥€£";

/// A letter of a script that writes without white space.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
}

fn is_emoji(grapheme: &str) -> bool {
    emoji::n_bytes(grapheme) == Some(grapheme.len())
}

/// An emoji behind the end of a sentence belongs to it: `Great news! 🎉 We open.`
fn keep_emoji_behind_their_sentence(marks: &Marks<'_>, cuts: &mut [Cut]) {
    let mut at = 0;
    while let Some((cut, later)) = cuts.get_mut(at..).and_then(<[Cut]>::split_first_mut) {
        at += 1;
        if cut.rank != Rank::Sentence {
            continue;
        }
        let n = (cut.next..marks.n())
            .take_while(|number| is_emoji(marks.grapheme(*number)))
            .count();
        let behind = later.iter_mut().find(|one| one.end >= cut.next + n);
        if let Some(behind) = behind.filter(|one| n > 0 && one.end == cut.next + n) {
            cut.rank = Rank::Word;
            behind.rank = behind.rank.min(Rank::Sentence);
        }
    }
}
