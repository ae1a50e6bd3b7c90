//! Changes of the news that waits, in the file of a set.
//!
//! Never: writes a word that is to be sealed; it gets fingerprints.

use std::path::PathBuf;

use super::edit::{appended, fields_of, set_fields, spliced};
use super::shelf::Shelved;
use super::{Home, LoadFault, StoreFault, save_set};
use crate::guideline::{Embargo, Fault, Place, field_span, from_ron, list_items};

/// Puts an embargo into the file of a set: in the place of the one with its label, else at the end.
/// Every other byte stays. A built-in set becomes a copy of the user's own.
pub fn put_embargo(
    home: &Home,
    loaded: &Shelved,
    embargo: &Embargo,
) -> Result<PathBuf, StoreFault> {
    let source = &loaded.source;
    let unfit = || unfit(loaded);
    let fields = fields_of(embargo).ok_or_else(unfit)?;
    let there = list_items(source, Some("embargoes"))
        .into_iter()
        .find(|span| labelled(span.of(source)).as_deref() == Some(embargo.label.as_str()));
    let text = if let Some(span) = there {
        let entry = set_fields(span.of(source), &fields);
        entry.and_then(|entry| spliced(source, span, &entry))
    } else {
        let fields = fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}"));
        let entry = format!("({})", fields.collect::<Vec<String>>().join(", "));
        match field_span(source, "embargoes") {
            Some(list) => appended(list.of(source), &entry)
                .and_then(|list_text| spliced(source, list, &list_text)),
            None => appended(source, &format!("embargoes: [\n        {entry},\n    ]")),
        }
    };
    save_set(home, loaded, &text.ok_or_else(unfit)?)
}

/// The label of an entry as it stands in the file.
fn labelled(entry: &str) -> Option<String> {
    from_ron::<Embargo>(entry).ok().map(|embargo| embargo.label)
}

fn unfit(loaded: &Shelved) -> StoreFault {
    let reason = "its news that waits cannot be changed from here; a text editor can";
    StoreFault::Broken(LoadFault {
        path: loaded.path.clone().unwrap_or_default(),
        fault: Fault::new(Place::default(), reason.to_owned()),
    })
}

/// A salt that nobody can guess, in hex; none where the system has no chance to give.
pub fn new_salt() -> Option<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Some(
        digits
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect(),
    )
}
