//! Examples that posts become, in the file of a set.
//!
//! Never: takes an example out, or puts one in twice.

use std::path::PathBuf;

use super::edit::{appended, fields_of, spliced};
use super::shelf::Shelved;
use super::{Home, LoadFault, StoreFault, save_set};
use crate::guideline::{Fault, Place, Sample, field_span};

/// Adds an example at the end of a set's `samples`. Every other byte stays. A built-in set becomes a
/// copy of the user's own.
pub fn put_sample(home: &Home, loaded: &Shelved, sample: &Sample) -> Result<PathBuf, StoreFault> {
    let source = &loaded.source;
    let with = || {
        let fields = fields_of(sample)?;
        let fields = fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}"));
        let entry = format!("({})", fields.collect::<Vec<String>>().join(", "));
        match field_span(source, "samples") {
            Some(list) => {
                let text = appended(list.of(source), &entry)?;
                spliced(source, list, &text)
            }
            None => appended(source, &format!("samples: [\n        {entry},\n    ]")),
        }
    };
    let unfit = || {
        let reason = "its examples cannot be changed from here; a text editor can";
        StoreFault::Broken(LoadFault {
            path: loaded.path.clone().unwrap_or_default(),
            fault: Fault::new(Place::default(), reason.to_owned()),
        })
    };
    save_set(home, loaded, &with().ok_or_else(unfit)?)
}
