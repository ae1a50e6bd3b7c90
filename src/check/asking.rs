//! Which questions of the pause are worth asking about a post.
//!
//! Never: answers one.

use super::kind::Lists;
use super::parsed::Parsed;
use super::ready::{ReadyRule, matches, ready};
use super::seen::Seen;
use super::{Checker, Post};
use crate::guideline::{
    ActiveRule, ActiveSet, Examples, Fault, Level, Place, Question, Rule, Within, holds,
};

/// A question with what it waits for.
pub(super) struct Asked {
    question: Question,
    /// What the text must hold; none where anything will do.
    about: Option<ReadyRule>,
}

/// Gets the questions of a set ready. One whose `about` cannot be got ready is always asked, and
/// named.
pub(super) fn asked(set: &ActiveSet, lists: &mut Lists) -> (Vec<Asked>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for question in &set.head.pause {
        let about = rule(question, set).map(|active| ready(&active, set, lists));
        let about = about.transpose().unwrap_or_else(|reason| {
            let reason = format!("the question {:?}: {reason}", question.ask);
            faults.push(Fault::new(Place::default(), reason));
            None
        });
        all.push(Asked {
            question: question.clone(),
            about,
        });
    }
    (all, faults)
}

/// What a question is about, in the form of a rule.
fn rule(question: &Question, set: &ActiveSet) -> Option<ActiveRule> {
    let rule = Rule {
        id: "pause".to_owned(),
        value: String::new(),
        level: Level::Nudge,
        find: question.about.clone()?,
        within: Within::Anywhere,
        when: Vec::new(),
        except: Vec::new(),
        fixes: Vec::new(),
        says: String::new(),
        why: String::new(),
        instead: String::new(),
        source: None,
        region: String::new(),
        as_of: String::new(),
        examples: Examples::default(),
        place: Place::default(),
    };
    let set = set.head.id.clone();
    Some(ActiveRule { rule, set })
}

impl Checker {
    /// The questions of the pause that are worth asking about this post, in their order.
    pub fn questions(&self, post: &Post<'_>, out_of_time: &dyn Fn() -> bool) -> Vec<String> {
        let switches = self.switches_on(post.now.date());
        let situation = self.situation(post, &switches);
        let parsed = Parsed::of(post.text, &self.ours, &self.phrases);
        let seen = Seen::new(post.text, &parsed, &self.ours);
        let is_there =
            |about: &ReadyRule| !matches(about, post, &seen, &self.head, out_of_time).is_empty();
        let relevant = self.questions.iter().filter(|asked| {
            holds(&asked.question.when, &situation) && asked.about.as_ref().is_none_or(is_there)
        });
        relevant.map(|asked| asked.question.ask.clone()).collect()
    }
}
