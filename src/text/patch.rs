//! What an edit did to a text: one stretch that was replaced by another.
//!
//! Never: tells several small edits apart; they are one stretch that holds them all.

use super::Span;

/// A stretch of a text, and the stretch of the edited text that stands in its place.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Patch {
    /// In the text before.
    pub old: Span,
    /// In the text after; it begins where `old` begins.
    pub new: Span,
}

impl Patch {
    /// Returns the smallest stretch outside of which both texts are the same; none when they are the
    /// same everywhere.
    pub fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let same = |(a, b): &(u8, u8)| a == b;
        let n_same = old.bytes().zip(new.bytes()).take_while(same).count();
        let start = old.floor_char_boundary(n_same);
        let start = new.floor_char_boundary(start);
        let most = old.len().min(new.len()) - start;
        let backwards = old.bytes().rev().zip(new.bytes().rev());
        let n_behind = backwards.take(most).take_while(same).count();
        let end = old.ceil_char_boundary(old.len() - n_behind);
        Some(Self {
            old: Span::new(start, end),
            new: Span::new(start, end + new.len() - old.len()),
        })
    }

    /// The same edit with everything around it up to the next blank lines that it left alone.
    /// `may_part` says where two blocks may be held apart; the ends of the text always do.
    #[must_use]
    pub fn of_blocks(self, text: &str, may_part: &dyn Fn(usize) -> bool) -> Self {
        let start = block_start(text, self.old.start, may_part);
        let end = block_end(text, self.old.end, may_part);
        Self {
            old: Span::new(start, end),
            new: Span::new(start, self.moved(Span::at(end)).end),
        }
    }

    /// Where a stretch behind the edit stands now.
    #[must_use]
    pub const fn moved(self, span: Span) -> Span {
        Span::new(
            span.start + self.new.end - self.old.end,
            span.end + self.new.end - self.old.end,
        )
    }

    /// Puts what was found in the new stretch in the place of what was found in the old one. Both
    /// lists are in order of the text; `part` counts from the start of the stretch.
    pub fn splice<T: Clone>(self, all: &mut Vec<T>, part: &[T], span: fn(&mut T) -> &mut Span) {
        let start_of = |one: &T| span(&mut one.clone()).start;
        let from = all.partition_point(|one| start_of(one) < self.old.start);
        let to = all.partition_point(|one| start_of(one) < self.old.end);
        for one in all.iter_mut().skip(to) {
            let place = span(one);
            *place = self.moved(*place);
        }
        let shifted = part.iter().cloned().map(|mut one| {
            let place = span(&mut one);
            *place = place.shifted(self.new.start);
            one
        });
        all.splice(from..to, shifted);
    }
}

/// The last line start at or before `at` with a blank line before it.
fn block_start(text: &str, at: usize, may_part: &dyn Fn(usize) -> bool) -> usize {
    let mut end = at;
    while let Some(line_end) = Span::new(0, end).of(text).rfind('\n') {
        let before = Span::new(0, line_end).of(text);
        let blank = before.rfind('\n').map(|at| Span::new(at + 1, line_end));
        if blank.is_some_and(|line| line.of(text).trim().is_empty()) && may_part(line_end + 1) {
            return line_end + 1;
        }
        end = line_end;
    }
    0
}

/// The first line start behind `at` with a blank line before it that begins behind `at`, too.
fn block_end(text: &str, at: usize, may_part: &dyn Fn(usize) -> bool) -> usize {
    let next_line = |from: usize| Some(from + Span::new(from, text.len()).of(text).find('\n')? + 1);
    let mut line = next_line(at);
    while let Some(start) = line {
        let Some(next) = next_line(start) else { break };
        let is_blank = Span::new(start, next).of(text).trim().is_empty();
        if is_blank && start > at && may_part(next) {
            return next;
        }
        line = Some(next);
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_stretch_is_found() {
        let check = |old: &str, new: &str, expect: (&str, &str)| {
            let patch = Patch::between(old, new).unwrap();
            assert_eq!(
                (patch.old.of(old), patch.new.of(new)),
                expect,
                "{old:?} {new:?}"
            );
        };
        check("one four", "one two four", ("", "two "));
        check("aaa", "aa", ("a", ""));
        check("aé", "aè", ("é", "è"));
        check("👩", "👨", ("👩", "👨"));
        check("", "new", ("", "new"));
        assert_eq!(Patch::between("same", "same"), None);
    }

    #[test]
    fn a_block_ends_at_a_blank_line_that_was_left_alone() {
        let text = "one\n\ntwo\nstill two\n \nthree\n\nfour";
        let check = |old: &str, expect: &str| {
            let at = text.find(old).unwrap();
            let edit = Span::new(at, at + old.len());
            let patch = Patch {
                old: edit,
                new: Span::at(at),
            };
            assert_eq!(
                patch.of_blocks(text, &|_| true).old.of(text),
                expect,
                "{old:?}"
            );
        };
        check("still", "two\nstill two\n \n");
        check("one", "one\n\n");
        check("four", "four");
        // without the break, the blank line is none any more
        check("\n \nth", "two\nstill two\n \nthree\n\n");
        let at = Patch {
            old: Span::at(4),
            new: Span::new(4, 5),
        };
        assert_eq!(
            at.of_blocks(text, &|_| true).old.of(text),
            "one\n\ntwo\nstill two\n \n"
        );
        let whole = at.of_blocks(text, &|_| false);
        assert_eq!(whole.old, Span::all(text));
        assert_eq!(whole.new, Span::new(0, text.len() + 1));
    }

    #[test]
    fn lists_follow_the_text() {
        let mut all = vec![Span::new(0, 2), Span::new(4, 6), Span::new(8, 9)];
        let patch = Patch {
            old: Span::new(4, 7),
            new: Span::new(4, 12),
        };
        patch.splice(&mut all, &[Span::new(0, 1), Span::new(5, 8)], |span| span);
        let expect = [(0, 2), (4, 5), (9, 12), (13, 14)];
        assert_eq!(all, expect.map(|(start, end)| Span::new(start, end)));
    }
}
