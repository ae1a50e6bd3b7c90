//! Changes of the user's own `platforms.ron`.
//!
//! Never: touches a byte of another entry, or a file that has a fault.

use super::atomic::{unchanged, write_over};
use super::edit::{appended, fields_of, set_fields, spliced, without};
use super::reading::{is_missing, read_text};
use super::shelf::MOST;
use super::turn::turn;
use super::{Home, LoadFault, StoreFault};
use crate::guideline::{Fault, Place, PlatformChange, field_span, from_ron, list_items};
use crate::platform::PlatformAnswers;
use crate::text::Span;

/// A change of one entry that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct PlatformEdit {
    /// Which platform.
    pub id: String,
    /// The text of its entry before and after; none while there was none.
    entry: [Option<String>; 2],
    /// The file as it was, and as it was left.
    file: [String; 2],
}

impl PlatformEdit {
    /// Whether the entry is gone.
    pub const fn is_removal(&self) -> bool {
        let [_, after] = &self.entry;
        after.is_none()
    }
}

/// Writes what is said about a platform: into its entry, or into a new one at the end.
pub fn put_platform(home: &Home, answers: &PlatformAnswers) -> Result<PlatformEdit, StoreFault> {
    let _turn = turn(home)?;
    let before = read(home)?;
    let span = entry(&before, &answers.id, home)?;
    let unfit = || unfit(home);
    let fields = fields_of(answers).ok_or_else(unfit)?;
    let (text, after) = if let Some(span) = span {
        let text = set_fields(span.of(&before), &fields).ok_or_else(unfit)?;
        let after = spliced(&before, span, &text);
        (text, after)
    } else {
        let fields = fields
            .into_iter()
            .map(|(name, value)| format!("{name}: {value}"));
        let text = format!("({})", fields.collect::<Vec<String>>().join(", "));
        let after = appended(&before, &text);
        (text, after)
    };
    let edit = PlatformEdit {
        id: answers.id.clone(),
        entry: [span.map(|span| span.of(&before).to_owned()), Some(text)],
        file: [before, after.ok_or_else(unfit)?],
    };
    keep(home, edit)
}

/// Takes the entry of a platform out; every other byte stays.
pub fn remove_platform(home: &Home, id: &str) -> Result<PlatformEdit, StoreFault> {
    let _turn = turn(home)?;
    let before = read(home)?;
    let Some(span) = entry(&before, id, home)? else {
        return Err(StoreFault::NotHere {
            id: id.to_owned(),
            path: home.platforms(),
        });
    };
    let after = without(&before, span).ok_or_else(|| unfit(home))?;
    let edit = PlatformEdit {
        id: id.to_owned(),
        entry: [Some(span.of(&before).to_owned()), None],
        file: [before, after],
    };
    keep(home, edit)
}

/// Takes a change back: byte for byte where nothing else has changed since, else in the entry alone,
/// unless somebody has changed that too.
pub fn undo_platform(home: &Home, edit: &PlatformEdit) -> Result<PlatformEdit, StoreFault> {
    let [was, is] = &edit.entry;
    let _turn = turn(home)?;
    let source = read(home)?;
    let span = entry(&source, &edit.id, home)?;
    if span.map(|span| span.of(&source)) != is.as_deref() {
        return Err(StoreFault::Changed {
            path: home.platforms(),
        });
    }
    let [first, last] = &edit.file;
    let after = match (span, was) {
        _ if source == *last => Some(first.clone()),
        (Some(span), Some(was)) => spliced(&source, span, was),
        (Some(span), None) => without(&source, span),
        (None, Some(was)) => appended(&source, was),
        (None, None) => None,
    };
    let edit = PlatformEdit {
        id: edit.id.clone(),
        entry: [is.clone(), was.clone()],
        file: [source, after.ok_or_else(|| unfit(home))?],
    };
    keep(home, edit)
}

/// Writes the file, once it reads back as it was meant.
fn keep(home: &Home, edit: PlatformEdit) -> Result<PlatformEdit, StoreFault> {
    let [before, after] = &edit.file;
    let [_, entry_after] = &edit.entry;
    let others = |source: &str| -> Option<Vec<String>> {
        let span = entry(source, &edit.id, home).ok()?;
        let mut spans = list_items(source, None);
        spans.retain(|other| Some(*other) != span);
        Some(
            spans
                .iter()
                .map(|span| span.of(source).to_owned())
                .collect(),
        )
    };
    let is_whole = from_ron::<Vec<ron::Value>>(after).is_ok();
    let is_meant =
        entry(after, &edit.id, home)?.map(|span| span.of(after)) == entry_after.as_deref();
    if !is_whole || !is_meant || others(before) != others(after) {
        return Err(unfit(home));
    }
    if before == after {
        unchanged(home.fs(), &home.platforms())?;
    } else {
        write_over(home.fs(), &home.platforms(), after.as_bytes())?;
    }
    Ok(edit)
}

/// The text of the file, which is whole; an empty list where there is none.
fn read(home: &Home) -> Result<String, StoreFault> {
    let path = home.platforms();
    let source = match read_text(home.fs(), &path, MOST) {
        Ok(source) => source,
        Err(fault) if is_missing(&fault) => "[\n]\n".to_owned(),
        Err(source) => return Err(StoreFault::Read { path, source }),
    };
    match from_ron::<Vec<ron::Value>>(&source) {
        Ok(_) => Ok(source),
        Err(fault) => Err(StoreFault::Broken(LoadFault { path, fault })),
    }
}

/// Where the last entry with that id stands, which is the one that wins. One that says the id but
/// cannot be read is a fault: another beside it would hide what somebody meant.
fn entry(source: &str, id: &str, home: &Home) -> Result<Option<Span>, StoreFault> {
    let quoted = format!("{id:?}");
    let mut found = None;
    for span in list_items(source, None) {
        let words = span.of(source);
        match from_ron::<PlatformChange>(words) {
            Ok(change) if change.0.id == id => found = Some(span),
            Err(fault) if field_span(words, "id").is_some_and(|id| id.of(words) == quoted) => {
                let place = Place::of_byte(source, span.start).plus(fault.place);
                return Err(StoreFault::Broken(LoadFault {
                    path: home.platforms(),
                    fault: Fault::new(place, fault.reason),
                }));
            }
            Ok(_) | Err(_) => {}
        }
    }
    Ok(found)
}

fn unfit(home: &Home) -> StoreFault {
    StoreFault::Unfit {
        path: home.platforms(),
    }
}
