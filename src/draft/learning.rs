//! What came of an experiment, as a page that a person can read and a folder can keep.
//!
//! The last line of the page names the experiment: it is how its copies are known to be answered,
//! also when somebody gives the file another name or writes more into it.
//!
//! Never: writes a file; `store` does.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::Experiment;
use crate::text::one_line;

/// How many characters of the hypothesis are in the name of a file.
const MOST: usize = 48;
/// What stands around the experiment's id in the last line.
const MARK: (&str, &str) = ("<!-- experiment: ", " -->");

/// An experiment with what was learned from it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Learning {
    /// The experiment.
    pub experiment: Experiment,
    /// Its goal, in words; empty for none.
    pub goal: String,
    /// The names of the platforms it went to, or was written for.
    pub platforms: Vec<String>,
    /// Whether any of it was approved.
    pub is_approved: bool,
    /// What was learned; empty when there was nothing to note.
    pub learned: String,
    /// When that was said.
    pub noted: Date,
}

impl Learning {
    /// The page, in Markdown.
    pub fn markdown(&self) -> String {
        let experiment = &self.experiment;
        let title = match one_line(&experiment.hypothesis) {
            words if words.is_empty() => "An experiment".to_owned(),
            words => words,
        };
        let places = match (self.platforms.join(", "), self.is_approved) {
            (names, true) => names,
            (names, false) if names.is_empty() => "not approved".to_owned(),
            (names, false) => format!("written for {names}, not approved"),
        };
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let learned = match self.learned.trim() {
            "" => "Nothing to note.",
            learned => learned,
        };
        let mut out = format!("# {title}\n\n");
        for (name, words) in [
            ("Goal", one_line(&self.goal)),
            ("Platforms", places),
            ("From", day(experiment.from)),
            ("Until", day(experiment.last())),
            ("Noted", self.noted.to_string()),
        ] {
            if !words.is_empty() {
                // writing to a String cannot fail
                _ = writeln!(out, "- {name}: {words}");
            }
        }
        let (open, close) = MARK;
        _ = write!(
            out,
            "\n## What was learned\n\n{learned}\n\n{open}{}{close}\n",
            experiment.id
        );
        out
    }

    /// The name of its file, without an ending: the day, and the first words of the hypothesis.
    pub fn file_stem(&self) -> String {
        let mut slug = String::new();
        for word in self
            .experiment
            .hypothesis
            .split(|c: char| !c.is_alphanumeric())
        {
            let word = word.to_lowercase();
            let n = slug.chars().count() + word.chars().count();
            if !slug.is_empty() && n >= MOST {
                break;
            }
            if !(slug.is_empty() || word.is_empty()) {
                slug.push('-');
            }
            slug.extend(word.chars().take(MOST));
        }
        if slug.is_empty() {
            slug.push_str("experiment");
        }
        format!("{}-{slug}", self.noted)
    }

    /// The id of the experiment that a page is about.
    pub fn experiment_of<'p>(markdown: &'p str) -> Option<&'p str> {
        let (open, close) = MARK;
        let id = |line: &'p str| line.trim().strip_prefix(open)?.strip_suffix(close);
        markdown.lines().rev().find_map(id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn learning(hypothesis: &str) -> Learning {
        Learning {
            experiment: Experiment {
                id: "20261121T090000000Z-0001-7".into(),
                hypothesis: hypothesis.into(),
                goal: Some("fewer-calls".into()),
                from: Some(date(2026, 11, 21)),
                until: Some(date(2026, 12, 5)),
                ended: None,
            },
            goal: "Fewer repeat calls".into(),
            platforms: vec!["X".into(), "Mastodon".into()],
            is_approved: true,
            learned: "Twice the answers.\n\n<!-- experiment: no -->".into(),
            noted: date(2026, 12, 6),
        }
    }

    #[test]
    fn the_page_says_all_of_it_and_names_its_experiment() {
        let page = learning("A question first\nbrings answers").markdown();
        assert_eq!(
            page,
            "# A question first brings answers\n\n- Goal: Fewer repeat calls\n- Platforms: X, Mastodon\n- From: 2026-11-21\n- Until: 2026-12-05\n- Noted: 2026-12-06\n\n## What was learned\n\nTwice the answers.\n\n<!-- experiment: no -->\n\n<!-- experiment: 20261121T090000000Z-0001-7 -->\n"
        );
        let id = Some("20261121T090000000Z-0001-7");
        assert_eq!(Learning::experiment_of(&page), id);
        let windows = page.replace('\n', "\r\n") + "\r\nMore by hand.\r\n";
        assert_eq!(Learning::experiment_of(&windows), id);
        assert_eq!(Learning::experiment_of("# A page\n"), None);
        assert_eq!(Learning::experiment_of(""), None);
        let quiet = Learning {
            learned: "  ".into(),
            goal: String::new(),
            is_approved: false,
            ..learning(" ")
        };
        let page = quiet.markdown();
        assert!(page.starts_with(
            "# An experiment\n\n- Platforms: written for X, Mastodon, not approved\n"
        ));
        assert!(page.contains("\n\nNothing to note.\n\n"));
    }

    #[test]
    fn the_name_of_its_file_is_the_day_and_a_few_words() {
        let stem = |hypothesis: &str| learning(hypothesis).file_stem();
        assert_eq!(
            stem("A “question” first, brings answers!"),
            "2026-12-06-a-question-first-brings-answers"
        );
        assert_eq!(stem("../../etc/passwd"), "2026-12-06-etc-passwd");
        assert_eq!(stem("👩‍👩‍👧 ?"), "2026-12-06-experiment");
        assert_eq!(stem("質問から始める"), "2026-12-06-質問から始める");
        assert!(stem(&"long ".repeat(40)).chars().count() <= 11 + MOST);
        assert!(stem(&"é".repeat(400)).chars().count() <= 11 + MOST);
    }
}
