//! What lies in a folder beside its sets: people, platforms, words.
//!
//! Never: lets one broken entry take the others along.

use std::path::Path;

use super::atomic::dir_of;
use super::kept::folder_fault;
use super::library::Origin;
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, torn_by_merge, unreadable};
use super::words::words_of;
use super::{Library, LoadFault};
use crate::guideline::{
    Fault, Place, PlatformChange, field_span, from_ron, list_items, read_people,
};

impl Library {
    pub(super) fn add_people(&mut self, path: &Path, before: &Self) {
        let parses = |source: &str| from_ron::<Vec<ron::Value>>(source).err();
        let Some(source) = self.text_or_last_good(path, before, &parses) else {
            return;
        };
        let (people, faults) = read_people(&source, &self.platforms);
        self.faults
            .extend(faults.into_iter().map(|fault| LoadFault {
                path: path.to_owned(),
                fault,
            }));
        // those laid later win, and stand first
        let mut all = people;
        for person in self.people.drain(..) {
            if all.iter().all(|other| other.id != person.id) {
                all.push(person);
            }
        }
        self.people = all;
    }

    pub(super) fn add_platforms(&mut self, path: &Path, origin: Origin, before: &Self) {
        let parses = |source: &str| from_ron::<Vec<ron::Value>>(source).err();
        if let Some(source) = self.text_or_last_good(path, before, &parses) {
            self.lay_platforms(&source, path, origin);
        }
    }

    pub(super) fn add_words(&mut self, path: &Path, before: &Self) {
        if let Some(source) = self.text_or_last_good(path, before, &|_| None) {
            self.words.extend(words_of(&source).map(str::to_owned));
        }
    }

    /// Lays each entry over the table; what cannot be used of it is named and left out.
    pub(super) fn lay_platforms(&mut self, source: &str, path: &Path, origin: Origin) {
        for span in list_items(source, None) {
            let place = Place::of_byte(source, span.start);
            let laid = from_ron::<PlatformChange>(span.of(source))
                .map_err(|fault| Fault::new(place.plus(fault.place), fault.reason))
                .and_then(|change| {
                    let entry = span.of(source);
                    if origin != Origin::Shipped {
                        self.laid.push((origin, change.0.clone()));
                    }
                    self.platforms.lay(change.0).map_err(|fault| {
                        let at = field_span(entry, fault.field()).map_or(0, |field| field.start);
                        let inner = Place::of_byte(entry, at);
                        Fault::new(place.plus(inner), fault.to_string())
                    })
                });
            if let Err(fault) = laid {
                self.faults.push(LoadFault {
                    path: path.to_owned(),
                    fault,
                });
            }
        }
    }

    /// The text of a file that need not be there; its last good text while it has a fault.
    fn text_or_last_good(
        &mut self,
        path: &Path,
        before: &Self,
        fault_of: &dyn Fn(&str) -> Option<Fault>,
    ) -> Option<String> {
        let mut good = before.good.get(path).cloned();
        let fault = match read_text(self.fs(), path, MOST) {
            Ok(source) => match torn_by_merge(&source).or_else(|| fault_of(&source)) {
                None => {
                    self.good.insert(path.to_owned(), source.clone());
                    return Some(source);
                }
                Some(fault) => Some(LoadFault {
                    path: path.to_owned(),
                    fault,
                }),
            },
            Err(fault) if is_missing(&fault) => {
                // of a folder that is not there somebody was told
                let is_alone = folder_fault(self.fs(), dir_of(path)).is_none();
                if is_alone && good.is_none() {
                    return None;
                }
                let reason =
                    "the file is gone; what it last said stays in use until Postwright closes";
                is_alone.then(|| LoadFault::of_file(path, reason))
            }
            Err(fault) => Some(unreadable(path, &fault)),
        };
        self.faults.extend(fault);
        good = good.or_else(|| self.kept.text(self.fs(), path));
        let good = good?;
        self.good.insert(path.to_owned(), good.clone());
        Some(good)
    }
}
