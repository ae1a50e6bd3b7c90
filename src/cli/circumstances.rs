//! The options that say under which circumstances a text is looked at.
//!
//! Never: reads the clock or a set; it holds what the call says.

use jiff::Zoned;
use jiff::civil::Date;

use super::fault::CliFault;
use super::streams::Streams;
use crate::guideline::Intent;

/// Guidelines, speaker, intent, what is replied to, the day.
#[derive(clap::Args)]
pub(super) struct Circumstances {
    /// A guideline set: its id, or the path of its file; further ones are laid over the first
    #[arg(long, value_name = "ID|PATH")]
    pub(super) guidelines: Vec<String>,
    /// Who speaks: brand, PERSON or PERSON:personally
    #[arg(long, value_name = "SPEAKER", default_value = "brand")]
    pub(super) speaker: String,
    /// What the post is for: ask, answer, help, thank, share or announce
    #[arg(long, value_name = "INTENT", value_parser = intent)]
    pub(super) intent: Option<Intent>,
    /// The file with what the other person said
    #[arg(long, value_name = "FILE")]
    pub(super) replying_to: Option<String>,
    /// The day to check for, as in 2026-11-21; the clock's when left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
}

impl Circumstances {
    /// What the other person said, read from its file.
    pub(super) fn they_said(&self, io: &mut Streams<'_>) -> Result<Option<String>, CliFault> {
        self.replying_to
            .as_deref()
            .map(|file| io.text(Some(file)))
            .transpose()
    }
}

/// Reads an intent; the reason lists them all.
pub(super) fn intent(id: &str) -> Result<Intent, String> {
    Intent::from_id(id).ok_or_else(|| {
        let ids: Vec<&str> = Intent::ALL.iter().map(|intent| intent.id()).collect();
        format!("an intent is one of {}", ids.join(", "))
    })
}

/// Reads a day.
pub(super) fn day(day: &str) -> Result<Date, String> {
    // the reason of the parser names parts of its grammar; an example helps more
    day.parse()
        .ok()
        .filter(|_| day.len() == "2026-11-21".len())
        .ok_or_else(|| "a day is written as in 2026-11-21".to_owned())
}

/// The start of `day` in the zone of `now`; `now` itself without one.
pub(super) fn moment(day: Option<Date>, now: &Zoned) -> Zoned {
    day.and_then(|day| day.to_zoned(now.time_zone().clone()).ok())
        .unwrap_or_else(|| now.clone())
}
