//! A proposal to change a guideline, made where it was in somebody's way: a page that people read.
//!
//! Never: has words that a rule keeps back; what is shown of them stands here too.

use crate::text::one_line;
use std::fmt::Write as _;

/// Somebody's proposal.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Suggestion {
    /// The rule's id.
    pub rule: String,
    /// The set it stands in, by its id.
    pub set: String,
    /// What should change, in one line.
    pub wish: String,
    /// The words that it was about, as they may be shown.
    pub words: String,
    /// Who proposes it, by name; empty for somebody who gave none.
    pub by: String,
    /// The day, as in `2026-11-22`.
    pub on: String,
}

impl Suggestion {
    /// The page, in Markdown: rule and set, the wish, the words, who and when.
    pub fn markdown(&self) -> String {
        let wish = one_line(&self.wish);
        // at the start of a line these would make it a quotation, or a heading
        let wish = wish.trim_start_matches(['>', '#', ' ']);
        let title = match self.set.as_str() {
            "" => self.rule.clone(),
            set => format!("{} in {set}", self.rule),
        };
        let mut out = format!("# {title}\n\n{wish}\n");
        if !self.words.trim().is_empty() {
            // writing to a String cannot fail
            _ = write!(out, "\n> {}\n", one_line(&self.words));
        }
        _ = match self.by.trim() {
            "" => write!(out, "\n{}\n", self.on),
            by => write!(out, "\n{}, {}\n", one_line(by), self.on),
        };
        out
    }

    /// Reads a page back, also one that somebody wrote by hand: the title is the rule, the first
    /// paragraph the wish. `None` for a page without either.
    pub fn of_markdown(page: &str) -> Option<Self> {
        let mut lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
        let title = lines.next()?.strip_prefix("# ")?;
        let (rule, set) = title.split_once(" in ").unwrap_or((title, ""));
        let (mut wish, mut words, mut last) = ("", "", "");
        for line in lines {
            match line.strip_prefix("> ") {
                Some(quoted) if words.is_empty() => words = quoted,
                Some(_) => {}
                None if wish.is_empty() => wish = line,
                // what stands below is somebody's answer
                None => {
                    last = line;
                    break;
                }
            }
        }
        let (by, on) = last.rsplit_once(", ").unwrap_or(("", last));
        (!wish.is_empty()).then(|| Self {
            rule: rule.trim().to_owned(),
            set: set.trim().to_owned(),
            wish: wish.to_owned(),
            words: words.to_owned(),
            by: by.to_owned(),
            on: on.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Suggestion;

    #[test]
    fn a_page_says_it_and_is_read_back() {
        let said = Suggestion {
            rule: "warm-up-opener".to_owned(),
            set: "brightside".to_owned(),
            wish: "Let \"glad to\" pass, in replies".to_owned(),
            words: "Glad to hear".to_owned(),
            by: "Asha Rao".to_owned(),
            on: "2026-11-22".to_owned(),
        };
        for one in [
            said.clone(),
            Suggestion {
                by: String::new(),
                ..said.clone()
            },
            Suggestion {
                words: String::new(),
                ..said.clone()
            },
        ] {
            assert_eq!(Suggestion::of_markdown(&one.markdown()), Some(one));
        }
        let answered = format!(
            "{}\nDana: agreed, will do it\n> so be it\n",
            said.markdown()
        );
        assert_eq!(Suggestion::of_markdown(&answered), Some(said.clone()));
        let quoting = Suggestion {
            wish: "> let this pass".to_owned(),
            ..said.clone()
        };
        let read = Suggestion::of_markdown(&quoting.markdown());
        assert_eq!(read.map(|one| one.wish), Some("let this pass".to_owned()));
        assert_eq!(Suggestion::of_markdown("# only a title\n"), None);
        assert_eq!(Suggestion::of_markdown("no title\n\nwords"), None);
        let by_hand = Suggestion::of_markdown("# shouting\r\n\r\nFive words are too few.\r\n");
        assert_eq!(
            by_hand.map(|one| (one.rule, one.wish)),
            Some(("shouting".to_owned(), "Five words are too few.".to_owned()))
        );
    }
}
