//! Finding approvals again by what stands in them.
//!
//! Never: ranks; what has all the words is found, the newest first.

use super::Approval;
use crate::text::sought;

/// What of each approval is searched, in the order of the approvals.
#[derive(Clone, Debug, Default)]
pub struct Index {
    lines: Vec<String>,
}

impl Index {
    /// How many approvals are in it.
    pub fn n(&self) -> usize {
        self.lines.len()
    }

    /// Adds an approval; `names` are what people call its platform and its speaker.
    pub fn push(&mut self, approval: &Approval, names: &[&str]) {
        let (set, _) = approval.set();
        let seal = approval.seal();
        let mut line = sought(&approval.text());
        for more in [
            approval.platform(),
            approval.speaker(),
            &seal.to_string(),
            seal.hash(),
            set,
        ]
        .iter()
        .chain(names)
        {
            line.push('\n');
            line.push_str(&sought(more));
        }
        self.lines.push(line);
    }

    /// The places of the approvals that have all of `words`, in any order, the newest first; all of
    /// them for blank words.
    pub fn find(&self, words: &str) -> Vec<usize> {
        let words = sought(words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let has_all = |line: &String| words.iter().all(|word| line.contains(word));
        let lines = self.lines.iter().enumerate().rev();
        lines
            .filter(|(_, line)| has_all(line))
            .map(|(at, _)| at)
            .collect()
    }
}
