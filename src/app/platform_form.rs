//! The answers about a platform while they are given.
//!
//! Never: writes anything; the answers are asked to be kept once there are all.

use crate::platform::{AnswerFault, Platform, PlatformAnswers, Platforms, read_limit};
use crate::text::one_line;

/// Where a limit comes from that was typed into the window.
const SOURCE: &str = "As you said when you added it";

/// Which platform the answers are about.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum Which {
    /// None is chosen.
    #[default]
    Open,
    /// One of the table.
    Known(String),
    /// One that the table does not have.
    New,
}

/// The answers, as given so far.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct PlatformForm {
    /// Which one.
    pub which: Which,
    /// The name of a new one, as typed.
    pub name: String,
    /// Its limit, as typed.
    pub limit: String,
    /// Whether no limit is known.
    pub has_no_limit: bool,
    /// Whether only colleagues read it.
    pub is_internal: bool,
    /// The goal, by its id.
    pub goal: String,
    /// Who speaks, by their ids.
    pub voices: Vec<String>,
    /// What for.
    pub here_for: String,
    /// What is still missing, in a sentence, once that was asked for.
    pub missing: String,
    /// For which platform the answers were sent, and how many were kept and refused before.
    pub sent: Option<(String, u64, u64)>,
}

impl PlatformForm {
    /// The answers about a platform, as they were given before.
    pub(super) fn of(platform: &Platform) -> Self {
        Self {
            which: Which::Known(platform.id.clone()),
            goal: platform.goal.clone(),
            voices: platform.voices.clone(),
            here_for: platform.here_for.clone(),
            ..Self::default()
        }
    }

    /// Lets somebody speak there, or no longer.
    pub(super) fn toggle_voice(&mut self, id: &str) {
        let n = self.voices.len();
        self.voices.retain(|known| known != id);
        if self.voices.len() == n {
            self.voices.push(id.to_owned());
        }
    }

    /// The answers, or what is missing first. `today` is the day, as in `2026-11-21`.
    pub(super) fn answers(
        &self,
        platforms: &Platforms,
        today: &str,
    ) -> Result<PlatformAnswers, AnswerFault> {
        let mut answers = self.about(platforms, today)?;
        if self.goal.is_empty() {
            return Err(AnswerFault::NoGoal);
        }
        if self.voices.is_empty() {
            return Err(AnswerFault::NoVoice);
        }
        let here_for = self.here_for.split_whitespace().collect::<Vec<&str>>();
        if here_for.is_empty() {
            return Err(AnswerFault::NoReason);
        }
        answers.goal.clone_from(&self.goal);
        answers.voices.clone_from(&self.voices);
        answers.here_for = here_for.join(" ");
        Ok(answers)
    }

    /// Which platform it is, and what is said of one that the table does not have.
    pub(super) fn about(
        &self,
        platforms: &Platforms,
        today: &str,
    ) -> Result<PlatformAnswers, AnswerFault> {
        match &self.which {
            Which::Open => Err(AnswerFault::NoPlatform),
            Which::Known(id) => Ok(PlatformAnswers {
                id: id.clone(),
                ..PlatformAnswers::default()
            }),
            Which::New => {
                let id = platforms.new_id(&self.name)?;
                let limit = if self.has_no_limit {
                    None
                } else {
                    Some(read_limit(&self.limit)?)
                };
                let told = |words: &str| limit.map_or_else(String::new, |_| words.to_owned());
                Ok(PlatformAnswers {
                    id,
                    name: one_line(&self.name),
                    limit,
                    internal: self.is_internal,
                    source: told(SOURCE),
                    checked: told(today),
                    ..PlatformAnswers::default()
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_one_thing_at_a_time() {
        let table = Platforms::new(vec![Platform {
            id: "x".to_owned(),
            name: "X".to_owned(),
            ..Platform::default()
        }]);
        let mut form = PlatformForm::default();
        let fault = |form: &PlatformForm| form.answers(&table, "2026-12-01").err();
        assert_eq!(fault(&form), Some(AnswerFault::NoPlatform));
        form.which = Which::New;
        assert_eq!(fault(&form), Some(AnswerFault::NoName));
        form.name = " x ".to_owned();
        let name = "X".to_owned();
        assert_eq!(fault(&form), Some(AnswerFault::Taken { name }));
        form.name = "Our  wiki".to_owned();
        assert_eq!(fault(&form), Some(AnswerFault::NoLimit));
        form.limit = "0".to_owned();
        assert_eq!(fault(&form), Some(AnswerFault::NoRoom));
        form.limit = "500".to_owned();
        assert_eq!(fault(&form), Some(AnswerFault::NoGoal));
        form.goal = "just-human".to_owned();
        form.toggle_voice("asha");
        form.toggle_voice("brand");
        form.toggle_voice("asha");
        assert_eq!(fault(&form), Some(AnswerFault::NoReason));
        form.here_for = " To be \n found ".to_owned();
        let answers = form.answers(&table, "2026-12-01").expect("all is said");
        assert_eq!(
            (answers.id.as_str(), answers.limit),
            ("our-wiki", Some(500))
        );
        assert_eq!(answers.name, "Our wiki");
        assert_eq!(answers.voices, ["brand"]);
        assert_eq!(answers.here_for, "To be found");
        assert_eq!(answers.checked, "2026-12-01");
        form.has_no_limit = true;
        let answers = form.answers(&table, "2026-12-01").expect("all is said");
        assert_eq!((answers.limit, answers.source.as_str()), (None, ""));
        assert!(!answers.internal);
        form.is_internal = true;
        let answers = form.answers(&table, "2026-12-01").expect("all is said");
        assert!(answers.internal);
    }
}
