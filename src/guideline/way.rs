//! A way to say it: one line of a set's `ways`, taken apart.
//!
//! Never: fills in a blank.

/// A way to say it, as in `A tip: If {what goes wrong}, {what to do}.`
///
/// What stands before the first colon is its name. The rest is a text to begin with where it has
/// `{blanks}`, else a hint for whoever writes. A line without a name is its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Way<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The text to begin with, or the hint.
    pub words: &'a str,
}

/// The longest name, in words; a colon after more of them belongs to a sentence.
const MOST_WORDS: usize = 6;

impl<'a> Way<'a> {
    /// Takes a line apart.
    pub fn of(line: &'a str) -> Self {
        let line = line.trim();
        let whole = Self {
            name: line,
            words: line,
        };
        let Some((name, words)) = line.split_once(':') else {
            return whole;
        };
        let (name, words) = (name.trim(), words.trim());
        let is_name = !name.is_empty()
            && !words.is_empty()
            && !words.starts_with("//")
            && !name.contains(['{', '.', '?', '!', '\n'])
            && name.split_whitespace().count() <= MOST_WORDS;
        if is_name { Self { name, words } } else { whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_stands_before_the_first_colon() {
        let check = |line: &str, name: &str, words: &str| {
            assert_eq!(Way::of(line), Way { name, words }, "{line:?}");
        };
        check("A tip: Turn it: off.", "A tip", "Turn it: off.");
        check(
            " Thanks :\nThank you, {who}. ",
            "Thanks",
            "Thank you, {who}.",
        );
        check(
            "Ask somebody who was there.",
            "Ask somebody who was there.",
            "Ask somebody who was there.",
        );
        check(
            "See https://shop.example",
            "See https://shop.example",
            "See https://shop.example",
        );
        check("{Who}: {what}", "{Who}: {what}", "{Who}: {what}");
        check("Danke: Danke, {wer}!", "Danke", "Danke, {wer}!");
        let long = "When you have nothing at all to say: wait.";
        check(long, long, long);
        check("Story:", "Story:", "Story:");
    }
}
