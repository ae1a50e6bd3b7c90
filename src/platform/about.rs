//! What a platform is like, in words: what people read before they post there.
//!
//! Never: a number that the table does not have.

use super::{Confidence, Counting, LineBreaks, Platform, PlatformChange, Platforms, Presence};

/// The brand among the voices of a platform; people go by their ids.
pub const BRAND: &str = "brand";

/// A simple emoji, and one that is made of several.
const EMOJI: [&str; 2] = ["👍", "👩‍👩‍👧"];

/// What a card has to say.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Topic {
    /// What it is good for.
    GoodFor,
    /// What it is not good for.
    NotGoodFor,
    /// How counting works.
    Counting,
    /// How people are with each other.
    Culture,
    /// Who is expected to speak.
    Presence,
    /// Why one is there: the goal, what for, who.
    Purpose,
    /// Where the limit was read.
    Source,
}

impl Platform {
    /// Whether the entry itself says something about `topic`.
    fn tells(&self, topic: Topic) -> bool {
        match topic {
            Topic::GoodFor => !self.good_for.is_empty(),
            Topic::NotGoodFor => !self.not_good_for.is_empty(),
            Topic::Culture => !self.culture.trim().is_empty(),
            Topic::Purpose => self.has_purpose(),
            Topic::Counting | Topic::Presence | Topic::Source => true,
        }
    }

    /// Whether anything says why one is there.
    pub fn has_purpose(&self) -> bool {
        !self.here_for.trim().is_empty() || !self.goal.is_empty() || !self.voices.is_empty()
    }

    /// How counting works, row by row: what it is about, and how it is.
    pub fn counting_words(&self) -> Vec<(&'static str, String)> {
        let mut rows = vec![
            ("Limit", self.limit_words()),
            ("Links", self.link_words()),
            ("Emoji", self.emoji_words()),
            ("Line breaks", self.break_words()),
        ];
        if !self.markup.is_empty() {
            rows.push(("Markup", self.markup.clone()));
        }
        let fold = self
            .fold
            .map(|n| format!("Readers unfold it after about {}", grouped(n)));
        let most = |n: Option<u32>| n.map(|n| format!("{} at most", grouped(n)));
        rows.extend(fold.map(|words| ("Fold", words)));
        rows.extend(most(self.hashtags).map(|words| ("Hashtags", words)));
        rows.extend(most(self.mentions).map(|words| ("Mentions", words)));
        rows
    }

    /// How much fits, and in what.
    fn limit_words(&self) -> String {
        let Some(limit) = self.limit else {
            return "None is known".to_owned();
        };
        let unit = match self.counting {
            Counting::X => {
                "characters; Latin letters cost 1, most other scripts and signs 2".to_owned()
            }
            Counting::Scalars => "code points".to_owned(),
            Counting::Bytes => "bytes; é takes 2, 字 takes 3".to_owned(),
            Counting::Bluesky | Counting::BlueskyApi => {
                let also = self.count("").also;
                let also = also.map(|also| format!(", and {} {}", grouped(also.limit), also.unit));
                format!("characters{}", also.unwrap_or_default())
            }
            Counting::Mastodon | Counting::Threads | Counting::Graphemes | Counting::Utf16 => {
                "characters".to_owned()
            }
        };
        format!("{} {unit}", grouped(limit))
    }

    /// What a link costs.
    fn link_words(&self) -> String {
        if !self.links.is_empty() {
            return self.links.clone();
        }
        let link = "https://example.com/returns/how-it-works-in-two-minutes";
        match self.count(link).used {
            used if used as usize == link.len() => "Count in full".to_owned(),
            used => format!("Each costs {used} at most"),
        }
    }

    /// What an emoji costs: counted, not remembered.
    fn emoji_words(&self) -> String {
        let [simple, family] = EMOJI.map(|emoji| self.count(emoji).used);
        match (simple, family) {
            (1, 1) => "Each counts 1".to_owned(),
            (simple, family) if simple == family => {
                format!("Each costs {simple}, whatever it is made of")
            }
            (simple, family) => {
                let [one, other] = EMOJI;
                format!("{one} costs {simple}, {other} costs {family}")
            }
        }
    }

    /// What becomes of line breaks, and what one costs.
    fn break_words(&self) -> String {
        let [with, without] = ["a\nb", "ab"].map(|text| self.count(text).used);
        let used = with.saturating_sub(without);
        match self.line_breaks {
            LineBreaks::Kept => format!("They stay; each counts {used}"),
            LineBreaks::AtMostTwo => format!("Three or more become two; each counts {used}"),
            LineBreaks::Paragraphs => "Only a blank line begins a new paragraph".to_owned(),
            LineBreaks::OneLine => "Each becomes a space".to_owned(),
        }
    }
}

impl Platforms {
    /// The entry that speaks about a topic: that of `id`, or else that of its platform, whose words
    /// a field (`x/reply`) shares.
    pub fn telling(&self, id: &str, topic: Topic) -> Option<&Platform> {
        let tells = |id: &str| self.get(id).filter(|entry| entry.tells(topic));
        let family = id.split('/').next().unwrap_or(id);
        tells(id).or_else(|| tells(family))
    }
}

impl PlatformChange {
    /// Whether it changes something of a topic.
    pub fn touches(&self, topic: Topic) -> bool {
        match topic {
            Topic::GoodFor => self.good_for.is_some(),
            Topic::NotGoodFor => self.not_good_for.is_some(),
            Topic::Culture => self.culture.is_some(),
            Topic::Presence => self.presence.is_some(),
            Topic::Purpose => {
                self.here_for.is_some() || self.goal.is_some() || self.voices.is_some()
            }
            Topic::Source => {
                self.source.is_some() || self.checked.is_some() || self.confidence.is_some()
            }
            Topic::Counting => {
                let numbers = [self.limit, self.fold, self.hashtags, self.mentions];
                numbers.iter().any(Option::is_some)
                    || self.counting.is_some()
                    || self.links.is_some()
                    || self.markup.is_some()
                    || self.line_breaks.is_some()
            }
        }
    }
}

impl Presence {
    /// Who is expected to speak, in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Personal => "People, under their own names",
            Self::Logo => "The brand, or somebody for it",
            Self::Both => "The brand and people alike",
            Self::Group => "A group that people and the brand share",
        }
    }
}

impl Confidence {
    /// How well a number is known, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Official => "the platform itself says so",
            Self::Documented => "its code says so",
            Self::Reported => "others report it",
        }
    }
}

/// A number with its thousands apart: `63,206`.
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(platform: &Platform, row: &str, expect: &str) {
        let rows = platform.counting_words();
        let words = rows.iter().find(|(name, _)| *name == row);
        assert_eq!(words.map(|(_, words)| words.as_str()), Some(expect));
    }

    #[test]
    fn rows_say_what_counting_does() {
        let of = |counting| Platform {
            limit: Some(63_206),
            counting,
            ..Platform::default()
        };
        check(
            &of(Counting::X),
            "Emoji",
            "Each costs 2, whatever it is made of",
        );
        check(&of(Counting::Mastodon), "Emoji", "Each counts 1");
        check(&of(Counting::Threads), "Emoji", "👍 costs 4, 👩‍👩‍👧 costs 18");
        check(&of(Counting::Utf16), "Limit", "63,206 characters");
        check(
            &of(Counting::Bluesky),
            "Limit",
            "63,206 characters, and 3,000 bytes",
        );
        check(&of(Counting::Utf16), "Links", "Count in full");
        check(&of(Counting::X), "Links", "Each costs 23 at most");
        check(
            &of(Counting::Utf16),
            "Line breaks",
            "They stay; each counts 1",
        );
        check(&Platform::default(), "Limit", "None is known");
        assert_eq!(grouped(280), "280");
    }

    #[test]
    fn a_field_shares_the_words_of_its_platform() {
        let entry = |id: &str, culture: &str| Platform {
            id: id.to_owned(),
            culture: culture.to_owned(),
            ..Platform::default()
        };
        let table = Platforms::new(vec![
            entry("x", "Fast."),
            entry("x/reply", ""),
            entry("x/note", "Slow."),
        ]);
        let culture = |id| {
            table
                .telling(id, Topic::Culture)
                .map(|p| p.culture.as_str())
        };
        assert_eq!(culture("x/reply"), Some("Fast."));
        assert_eq!(culture("x/note"), Some("Slow."));
        assert_eq!(culture("y/reply"), None);
    }
}
