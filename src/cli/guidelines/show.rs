//! `guidelines show`: a set in words.
//!
//! Never: shows how a rule is written; that is in the file.

use std::io;

use crate::cli::fault::CliFault;
use crate::cli::guidance::Guidance;
use crate::cli::session::Session;
use crate::cli::streams::Streams;
use crate::guideline::{ActiveRule, ActiveSet, Level, Set};

/// Shows the set in use, or the one that is named.
pub(super) fn run(
    set: Option<&str>,
    session: &Session,
    io: &mut Streams<'_>,
) -> Result<u8, CliFault> {
    let asked: Vec<String> = set.map(str::to_owned).into_iter().collect();
    let guidance = Guidance::open(session, &session.names(&asked))?;
    guidance.say_faults(io);
    let active = &guidance.opened.active;
    head(&active.head, active, io)?;
    for level in Level::ALL {
        rules(level, active, io)?;
    }
    if !active.head.pause.is_empty() {
        io.line("\nBefore approving")?;
        for question in &active.head.pause {
            io.line(format_args!("  {}", question.in_words()))?;
        }
    }
    Ok(0)
}

fn head(set: &Set, active: &ActiveSet, io: &mut Streams<'_>) -> io::Result<()> {
    let minutes = set.reading_minutes();
    let noun = if minutes == 1 { "minute" } else { "minutes" };
    io.line(format_args!(
        "{} ({}), version {}",
        set.name, set.id, set.version
    ))?;
    io.line(format_args!("Reads in {minutes} {noun}"))?;
    if let Some(owner) = &set.owner {
        let contact = Some(&owner.contact).filter(|contact| !contact.is_empty());
        let contact = contact.map_or_else(String::new, |contact| format!(", {contact}"));
        io.line(format_args!("Kept by {}{contact}", owner.name))?;
    }
    if !set.review_by.is_empty() {
        io.line(format_args!("To be read again by {}", set.review_by))?;
    }
    let bases: Vec<&str> = active.family.iter().map(String::as_str).collect();
    let bases: Vec<&str> = bases.into_iter().filter(|id| *id != set.id).collect();
    if !bases.is_empty() {
        io.line(format_args!("Together with {}", bases.join(", ")))?;
    }
    for words in [&set.core_message, &set.approach] {
        if !words.is_empty() {
            io.line(format_args!("\n{words}"))?;
        }
    }
    if let Some(focus) = set.focus {
        io.line(format_args!("\n{}", focus.sentence()))?;
    }
    if !set.values.is_empty() {
        io.line("\nValues")?;
    }
    for value in &set.values {
        io.line(sentence(&format!("  {}", value.words), &value.says))?;
    }
    if !set.goals.is_empty() {
        io.line("\nGoals")?;
    }
    for goal in &set.goals {
        io.line(sentence(
            &format!("  {}", goal.business),
            &goal.how_social_helps,
        ))?;
    }
    Ok(())
}

fn rules(level: Level, active: &ActiveSet, io: &mut Streams<'_>) -> io::Result<()> {
    let of_level = |one: &&ActiveRule| one.rule.level == level;
    let rules: Vec<&ActiveRule> = active.rules.iter().filter(of_level).collect();
    if !rules.is_empty() {
        io.line(format_args!("\n{}", level.heading()))?;
    }
    for ActiveRule { rule, set } in rules {
        let from = if *set == active.head.id {
            String::new()
        } else {
            format!(", from {set}")
        };
        io.line(format_args!("  {} ({}{from})", rule.says, rule.id))?;
        for words in [&rule.why, &rule.instead] {
            if !words.is_empty() {
                io.line(format_args!("      {words}"))?;
            }
        }
    }
    Ok(())
}

/// Two pieces with a colon between them; the first alone when there is no second.
fn sentence(first: &str, second: &str) -> String {
    if second.is_empty() {
        first.to_owned()
    } else {
        format!("{first}: {second}")
    }
}
