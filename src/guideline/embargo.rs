//! News that must wait: until when, in which words, what comes first.
//!
//! Never: looks at a post, or knows what time it is; it is told.

use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize};

/// Until when an embargo holds.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Until {
    /// The start of this day, as in `2026-12-01`.
    Date(String),
    /// Until somebody lifts it.
    Condition(String),
}

/// The most rounds of a seal: a text of 280 characters takes some seconds with them. More would let
/// a shared file stop whoever checks with it.
pub const MOST_ROUNDS: u32 = 100_000;

fn bounded<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let rounds = u32::deserialize(from)?;
    if rounds > MOST_ROUNDS {
        let reason = format!(
            "{rounds} rounds would take too long for each text; {MOST_ROUNDS} are the most"
        );
        return Err(serde::de::Error::custom(reason));
    }
    Ok(rounds)
}

/// The words of an embargo.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Terms {
    /// In plain words.
    Plain(Vec<String>),
    /// As salted fingerprints.
    Sealed {
        /// The salt.
        salt: String,
        /// How often the hash is taken, at most [`MOST_ROUNDS`].
        #[serde(deserialize_with = "bounded")]
        rounds: u32,
        /// The fingerprints, in hex.
        prints: Vec<String>,
    },
}

/// Who said that the news is out, and when.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Lifted {
    /// Their name.
    pub by: String,
    /// The day, as in `2026-12-01`.
    #[serde(default)]
    pub on: String,
}

/// News that must wait.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Embargo {
    /// A harmless name for it.
    pub label: String,
    /// Until when.
    pub until: Until,
    /// The zone of the day, as in `Europe/Berlin`; the machine's when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zone: String,
    /// Who decides.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Platforms on which it may be said already; `linkedin` stands for its fields too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<String>,
    /// Other names for the same thing, in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its words.
    pub terms: Terms,
    /// What must be settled first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settle_first: Vec<String>,
    /// Which of that is settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<String>,
    /// Who must be told first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tell_first: Vec<String>,
    /// Which of them were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
    /// Who lifted it by name; it is over then, whatever `until` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Lifted>,
}

impl Embargo {
    /// Whether it still holds at some moment. A day that cannot be read never comes.
    pub fn holds(&self, now: &Zoned) -> bool {
        if self.lifted.is_some() {
            return false;
        }
        let Until::Date(day) = &self.until else {
            return true;
        };
        let start = day_of(day).and_then(|day| day.to_zoned(self.time_zone(now)).ok());
        start.is_none_or(|start| now.timestamp() < start.timestamp())
    }

    /// The zone whose midnight counts. Of one that nobody knows the last on earth, so that nothing
    /// gets out early.
    fn time_zone(&self, now: &Zoned) -> TimeZone {
        match self.zone.trim() {
            "" => now.time_zone().clone(),
            name => TimeZone::get(name).unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(-12))),
        }
    }

    /// Why its day or its zone cannot be read, in one sentence.
    pub fn fault(&self) -> Option<String> {
        let day = match &self.until {
            Until::Date(day) => Some(day.trim()),
            Until::Condition(_) => None,
        };
        let bad_day = day.filter(|day| day_of(day).is_none());
        let zone = self.zone.trim();
        let is_bad_zone = !zone.is_empty() && TimeZone::get(zone).is_err();
        match bad_day {
            Some(day) => Some(format!(
                "waits for {day:?}, which is no day as in 2026-12-01"
            )),
            None => is_bad_zone.then(|| format!("counts in {zone:?}, which is no zone")),
        }
    }

    /// Whether it may be said on a platform already.
    pub fn is_allowed_on(&self, platform: &str) -> bool {
        self.platforms.iter().any(|id| {
            let rest = platform.strip_prefix(id.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// What it waits for: a day with its zone, or a condition.
    pub fn waits_for(&self) -> String {
        match &self.until {
            Until::Condition(condition) => condition.trim().to_owned(),
            Until::Date(day) => match self.zone.trim() {
                "" => day.trim().to_owned(),
                zone => format!("{} in {zone}", day.trim()),
            },
        }
    }

    /// What is still to be settled.
    pub fn to_settle(&self) -> Vec<&str> {
        open(&self.settle_first, &self.settled)
    }

    /// Who is still to be told.
    pub fn to_tell(&self) -> Vec<&str> {
        open(&self.tell_first, &self.told)
    }
}

/// A day without a time: with one it would end hours before that.
pub fn day_of(day: &str) -> Option<Date> {
    Date::strptime("%Y-%m-%d", day.trim()).ok()
}

fn open<'a>(all: &'a [String], done: &[String]) -> Vec<&'a str> {
    let is_open = |one: &&String| !done.contains(one);
    all.iter().filter(is_open).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embargo(until: Until, zone: &str) -> Embargo {
        Embargo {
            label: "Hold 12".into(),
            until,
            zone: zone.into(),
            owner: String::new(),
            platforms: vec!["linkedin".into()],
            aliases: Vec::new(),
            terms: Terms::Plain(Vec::new()),
            settle_first: vec!["Team told".into(), "Profiles agreed".into()],
            settled: vec!["Team told".into()],
            tell_first: Vec::new(),
            told: Vec::new(),
            lifted: None,
        }
    }

    #[test]
    fn it_ends_at_midnight_in_its_own_zone() {
        let check = |zone: &str, now: &str, holds: bool| {
            let one = embargo(Until::Date("2026-12-01".into()), zone);
            let now: Zoned = now.parse().expect("a time");
            assert_eq!(one.holds(&now), holds, "{zone:?} at {now}");
        };
        check("", "2026-11-30T23:59:59+01:00[Europe/Berlin]", true);
        check("", "2026-12-01T00:00:00+01:00[Europe/Berlin]", false);
        // the same moments, read on other clocks
        check("Europe/Berlin", "2026-11-30T22:59:59+00:00[UTC]", true);
        check("Europe/Berlin", "2026-11-30T23:00:00+00:00[UTC]", false);
        check(
            "Europe/Berlin",
            "2026-12-01T00:00:00+01:00[Europe/Berlin]",
            false,
        );
        check("Asia/Tokyo", "2026-11-30T14:59:59+00:00[UTC]", true);
        check("Asia/Tokyo", "2026-11-30T15:00:00+00:00[UTC]", false);
        check(
            "America/Los_Angeles",
            "2026-12-01T07:59:59+00:00[UTC]",
            true,
        );
        check(
            "America/Los_Angeles",
            "2026-12-01T08:00:00+00:00[UTC]",
            false,
        );
        // nobody knows this zone: nothing gets out before the day has begun everywhere
        check("Atlantis", "2026-12-01T11:59:59+00:00[UTC]", true);
        check("Atlantis", "2026-12-01T12:00:00+00:00[UTC]", false);
    }

    #[test]
    fn a_condition_waits_for_a_name_and_a_bad_day_never_comes() {
        let late: Zoned = "2999-01-01T00:00:00+00:00[UTC]".parse().expect("a time");
        let mut one = embargo(Until::Condition("Until the board has met".into()), "");
        assert!(one.holds(&late) && one.fault().is_none());
        one.lifted = Some(Lifted {
            by: "Dana Reyes".into(),
            on: String::new(),
        });
        assert!(!one.holds(&late));
        let bad = embargo(Until::Date("December".into()), "");
        assert!(bad.holds(&late));
        assert_eq!(
            bad.fault().expect("a fault"),
            "waits for \"December\", which is no day as in 2026-12-01"
        );
        let zone = embargo(Until::Date("2026-12-01".into()), "Atlantis").fault();
        assert_eq!(
            zone.expect("a fault"),
            "counts in \"Atlantis\", which is no zone"
        );
    }

    #[test]
    fn a_day_with_a_time_is_none_and_rounds_have_an_end() {
        let late: Zoned = "2999-01-01T00:00:00+00:00[UTC]".parse().expect("a time");
        for day in [
            "2026-12-01T18:00",
            "2026-12-01T18:00+01:00[Europe/Berlin]",
            "20261201 18:00",
        ] {
            let one = embargo(Until::Date(day.into()), "");
            assert!(one.holds(&late) && one.fault().is_some(), "{day}");
        }
        let sealed = |rounds: u32| {
            let terms = format!("Sealed(salt: \"s\", rounds: {rounds}, prints: [])");
            ron::from_str::<Terms>(&terms)
        };
        assert!(sealed(MOST_ROUNDS).is_ok());
        assert!(sealed(MOST_ROUNDS + 1).is_err());
    }

    #[test]
    fn some_platforms_may_have_it_already() {
        let one = embargo(Until::Date("2026-12-01".into()), "");
        assert!(one.is_allowed_on("linkedin") && one.is_allowed_on("linkedin/comment"));
        assert!(!one.is_allowed_on("x") && !one.is_allowed_on("linkedinish"));
        assert_eq!(one.to_settle(), ["Profiles agreed"]);
    }
}
