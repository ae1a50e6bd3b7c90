//! `guidelines diff`: what a change of a set changes, for the rules and for posts.
//!
//! Never: says which of the two is better.

use serde::Serialize;

use crate::check::Shift;
use crate::cli::fault::CliFault;
use crate::cli::guidance::Guidance;
use crate::cli::posts::{OldPost, each_post};
use crate::cli::session::Session;
use crate::cli::shapes::json;
use crate::cli::streams::Streams;
use crate::guideline::{Difference, FieldChange, Rule, RuleChange};
use crate::store::clock;

/// The options of `guidelines diff`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The earlier version: the id of a set, or the path of its file
    old: String,
    /// The later version
    new: String,
    /// Old posts, to see which get or lose a finding: a folder, or a file of JSON lines
    #[arg(long, value_name = "FOLDER|FILE.jsonl")]
    posts: Option<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Says what changes; 1 when anything does.
pub(super) fn run(args: &Args, session: &Session, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let old = Guidance::open(session, std::slice::from_ref(&args.old))?;
    let new = Guidance::open(session, std::slice::from_ref(&args.new))?;
    for fault in old.faults.iter().chain(&new.faults) {
        io.say(fault);
    }
    let difference = Difference::of(&old.opened.active, &new.opened.active);
    let now = clock::now();
    let mut shifts: Vec<(String, Shift)> = Vec::new();
    let mut n_unread = 0;
    if let Some(from) = &args.posts {
        let look = |post: &OldPost| {
            let before = post.report(&old, session, &now)?;
            let after = post.report(&new, session, &now)?;
            Ok(Shift::between(&before, &after))
        };
        n_unread = each_post(from, io, look, &mut |post, shift| {
            if !shift.is_empty() {
                shifts.push((post.name(), shift));
            }
        })?;
    }
    if args.json {
        io.line(json(&DiffShape::of(args, &difference, &shifts)))?;
    } else {
        in_words(&difference, &shifts, io)?;
        if difference.is_empty() && shifts.is_empty() {
            io.say("the two say the same");
        }
    }
    let is_same = difference.is_empty() && shifts.is_empty();
    Ok(if n_unread > 0 { 2 } else { u8::from(!is_same) })
}

fn in_words(
    difference: &Difference,
    shifts: &[(String, Shift)],
    io: &mut Streams<'_>,
) -> std::io::Result<()> {
    for change in &difference.head {
        io.line(field_words(change))?;
    }
    for (word, rules) in [
        ("added", &difference.added),
        ("removed", &difference.removed),
    ] {
        for Rule {
            id, level, says, ..
        } in rules
        {
            io.line(format_args!("rule {id:?} {word} ({level}): {says}"))?;
        }
    }
    for RuleChange { rule, fields } in &difference.changed {
        io.line(format_args!("rule {rule:?} changed"))?;
        for change in fields {
            io.line(format_args!("      {}", field_words(change)))?;
        }
    }
    for (post, Shift { gets, loses }) in shifts {
        let mut words = Vec::new();
        if !gets.is_empty() {
            words.push(format!("gets {}", gets.join(", ")));
        }
        if !loses.is_empty() {
            words.push(format!("loses {}", loses.join(", ")));
        }
        io.line(format_args!("post {post:?} {}", words.join(" and ")))?;
    }
    Ok(())
}

/// One field in a line: `level: Nudge > Check`.
fn field_words(change: &FieldChange) -> String {
    let field = change.field;
    match (&change.was, &change.is) {
        (Some(was), Some(is)) => format!("{field}: {was:?} > {is:?}"),
        (Some(was), None) => format!("{field}: without {was:?}"),
        (None, Some(is)) => format!("{field}: with {is:?}"),
        (None, None) => format!("{field}: changed"),
    }
}

/// What changes.
#[derive(Serialize)]
struct DiffShape<'a> {
    old: &'a str,
    new: &'a str,
    head: Vec<FieldShape<'a>>,
    added: Vec<&'a str>,
    removed: Vec<&'a str>,
    changed: Vec<ChangeShape<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<Vec<PostShape<'a>>>,
}

/// One field.
#[derive(Serialize)]
struct FieldShape<'a> {
    field: &'a str,
    was: Option<&'a str>,
    is: Option<&'a str>,
}

/// One rule that both have.
#[derive(Serialize)]
struct ChangeShape<'a> {
    rule: &'a str,
    fields: Vec<FieldShape<'a>>,
}

/// One post.
#[derive(Serialize)]
struct PostShape<'a> {
    id: &'a str,
    gets: &'a [String],
    loses: &'a [String],
}

impl<'a> DiffShape<'a> {
    fn of(args: &'a Args, difference: &'a Difference, shifts: &'a [(String, Shift)]) -> Self {
        let ids = |rules: &'a [Rule]| rules.iter().map(|rule| rule.id.as_str()).collect();
        let changed = difference.changed.iter().map(|change| ChangeShape {
            rule: &change.rule,
            fields: fields(&change.fields),
        });
        let posts = shifts
            .iter()
            .map(|(id, Shift { gets, loses })| PostShape { id, gets, loses });
        Self {
            old: &args.old,
            new: &args.new,
            head: fields(&difference.head),
            added: ids(&difference.added),
            removed: ids(&difference.removed),
            changed: changed.collect(),
            posts: args.posts.as_ref().map(|_| posts.collect()),
        }
    }
}

fn fields(changes: &[FieldChange]) -> Vec<FieldShape<'_>> {
    let shapes = changes.iter().map(|change| FieldShape {
        field: change.field,
        was: change.was.as_deref(),
        is: change.is.as_deref(),
    });
    shapes.collect()
}
