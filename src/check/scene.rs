//! What surrounds an example text: the question it answers, the set's home base, earlier posts.
//!
//! Never: decides what a rule finds; it only sets the stage for it.

use std::borrow::Cow;

use jiff::Zoned;
use jiff::civil::Date;

use super::cast::{self, Cast};
use super::{Post, Recent, with_specimens};
use crate::guideline::{Embargo, Focus, Goal, HomePage, Intent, Set, SpeakerKind};
use crate::platform::{Count, Platform};

/// What an example is looked at with. It is written above the text, one `field: value` on a line,
/// and a line `---` ends it:
///
/// ```text
/// replying_to: When do you open?
/// ---
/// We open at nine.
/// ```
///
/// | field | means |
/// |---|---|
/// | `replying_to` | what the other person said; several lines are its lines |
/// | `intent` | what the post is for, as in `announce` |
/// | `own` | a name of the organisation or a product, beside the set's own |
/// | `home` | a page of the home base (`https://…`) or an own domain; stands in for the set's own |
/// | `focus` | the focus, as in `Service`; stands in for the set's own |
/// | `goal` | a business goal; stands in for the set's own |
/// | `embargo` | news that waits, as its entry in a set: `(label: "Hold 12", until: Date("2999-12-01"), terms: Plain(["Bluefinch"]))`; stands in for the set's own |
/// | `recent` | a post that went out before, oldest first, perhaps with its intent: `(announce) New desk!` |
/// | `speaker` | who speaks: `brand` (as without the line), or a person with their company: `Asha Rao, Brightside`, `Asha Rao, Brightside, personally`; `personally` alone is somebody without a name |
/// | `expertise` | a topic that the speaker can answer for |
/// | `handle` | a handle of the speaker: `x @asha_b`; `email asha@shop.example` is their address |
/// | `colleague` | somebody else, and in brackets what they can answer for, or `hub`: `Ravi Menon (returns), ravi@shop.example` |
/// | `topic` | a topic with its words, perhaps with owner and facts: `returns (ravi; returns.md): return, refund`; stands in for the set's own |
/// | `industry` | a word for the trade; stands in for the set's own |
/// | `code_name`, `ticket` | a code name, a prefix of tickets; stand in for the set's own |
/// | `client` | a client who did not agree to be named, or `Nordhafen (agreed)`; stands in for the set's own |
/// | `quiet` | a quiet period, as in `1970-01-01, 1970-01-31`; an example is looked at on the first of these days |
/// | `region` | the region, as in `UK`; stands in for the set's own |
/// | `platform` | the id of the platform |
/// | `presence` | what it expects, as in `Personal` |
/// | `signature` | the shape in which one signs there, as in `Block` |
/// | `fold` | after how many characters readers unfold the text there |
/// | `signed` | `yes` where a signature is put below the text |
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// What the other person said.
    pub replying_to: Option<String>,
    /// What the post is for.
    pub intent: Option<Intent>,
    /// Posts that went out before, oldest first, on the platform `example`.
    pub recent: Vec<Recent>,
    /// Names of the organisation or its products.
    pub own: Vec<String>,
    home: Vec<String>,
    focus: Option<Focus>,
    goals: Vec<String>,
    embargoes: Vec<Embargo>,
    cast: Cast,
}

/// The fields that a scene may have, beside those of its cast.
const FIELDS: [&str; 8] = [
    "replying_to",
    "intent",
    "own",
    "home",
    "focus",
    "goal",
    "embargo",
    "recent",
];

impl Scene {
    /// Takes an example apart into its scene and its text, with made-up values in the place of
    /// their names (see [`with_specimens`]). Without a scene all of it is the text.
    pub fn of(example: &str) -> Result<(Self, Cow<'_, str>), String> {
        let parts = example.split_once("\n---\n");
        match parts.filter(|(lines, _)| lines.lines().all(is_of_scene)) {
            Some((lines, text)) => {
                let scene = Self::read(&with_specimens(lines), "example")?;
                Ok((scene, with_specimens(text)))
            }
            None => Ok((Self::default(), with_specimens(example))),
        }
    }

    /// Reads the lines of a scene; what came before went to `platform`. The reason says what to
    /// change.
    pub fn read(lines: &str, platform: &str) -> Result<Self, String> {
        let mut scene = Self::default();
        for line in lines.lines() {
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.trim();
            match field {
                "replying_to" => {
                    let said = scene.replying_to.take();
                    let before = said.map(|said| said + "\n").unwrap_or_default();
                    scene.replying_to = Some(before + value);
                }
                "intent" => scene.intent = Some(intent(value)?),
                "own" => scene.own.push(value.to_owned()),
                "home" => scene.home.push(value.to_owned()),
                "focus" => scene.focus = Some(focus(value)?),
                "goal" => scene.goals.push(value.to_owned()),
                "embargo" => scene.embargoes.push(embargo(value)?),
                "recent" => scene.recent.push(recent(value, platform)?),
                _ => scene.cast.read(field, value)?,
            }
        }
        Ok(scene)
    }

    /// Which kind of speaker it has.
    pub fn speaker(&self) -> SpeakerKind {
        self.cast.speaker()
    }

    /// The platform with what the scene says of it.
    pub fn platform(&self, platform: Platform) -> Platform {
        self.cast.platform(platform)
    }

    /// Whether it has topics or a trade of its own, so that those of the set do not count.
    pub fn has_subjects(&self) -> bool {
        self.cast.has_subjects()
    }

    /// A text in this scene.
    pub fn post<'a>(
        &'a self,
        text: &'a str,
        platform: &'a Platform,
        count: &'a Count,
        now: &'a Zoned,
    ) -> Post<'a> {
        Post {
            text,
            platform,
            count,
            speaker: self.cast.speaker(),
            voice: self.cast.voice(),
            intent: self.intent,
            replying_to: self.replying_to.as_deref(),
            recent: &self.recent,
            now,
        }
    }

    /// The head of the set with what the scene puts in its place.
    pub fn head<'s>(&self, set: &'s Set) -> Cow<'s, Set> {
        if self.own.is_empty()
            && self.home.is_empty()
            && self.focus.is_none()
            && self.goals.is_empty()
            && self.embargoes.is_empty()
            && !self.cast.changes_head()
        {
            return Cow::Borrowed(set);
        }
        let mut head = set.clone();
        self.cast.change(&mut head);
        head.own.names.extend(self.own.iter().cloned());
        if !self.home.is_empty() {
            let is_page = |home: &&String| home.contains("://");
            let (pages, domains): (Vec<&String>, Vec<&String>) =
                self.home.iter().partition(is_page);
            head.own.domains = domains.into_iter().cloned().collect();
            head.home_base = pages
                .into_iter()
                .map(|url| HomePage {
                    url: url.clone(),
                    ..HomePage::default()
                })
                .collect();
        }
        head.focus = self.focus.or(head.focus);
        if !self.goals.is_empty() {
            let goal = |business: &String| Goal {
                business: business.clone(),
                ..Goal::default()
            };
            head.goals = self.goals.iter().map(goal).collect();
        }
        if !self.embargoes.is_empty() {
            head.embargoes.clone_from(&self.embargoes);
        }
        Cow::Owned(head)
    }
}

/// Whether a line belongs to a scene.
fn is_of_scene(line: &str) -> bool {
    let field = line.split_once(": ").map(|(field, _)| field);
    field.is_some_and(|field| FIELDS.contains(&field) || cast::FIELDS.contains(&field))
}

fn intent(id: &str) -> Result<Intent, String> {
    Intent::from_id(id).ok_or_else(|| format!("{id:?} is no intent, as in `announce`"))
}

fn focus(name: &str) -> Result<Focus, String> {
    crate::guideline::from_ron(name)
        .map_err(|fault| format!("{name:?} is no focus, as in `Service`: {}", fault.reason))
}

fn embargo(value: &str) -> Result<Embargo, String> {
    crate::guideline::from_ron(value)
        .map_err(|fault| format!("this is no embargo: {}", fault.reason))
}

fn recent(value: &str, platform: &str) -> Result<Recent, String> {
    let with_intent = value
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    let (of, text) = match with_intent {
        Some((id, text)) => (Some(intent(id)?), text.trim()),
        None => (None, value),
    };
    Ok(Recent::new(text, of, platform, Date::default()))
}
