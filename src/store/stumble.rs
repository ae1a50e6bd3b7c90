//! Failing on purpose: in tests the n-th file operation fails, so that each one is seen to.
//!
//! Never: does anything outside tests.

use std::io::{self, Write as _};

/// Stands before each operation that changes a file.
#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "it fails in tests")]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
std::thread_local! {
    /// How many operations go well before one fails; none when all do.
    static LEFT: std::cell::Cell<Option<u32>> = const { std::cell::Cell::new(None) };
}

/// Stands before each operation that changes a file.
#[cfg(test)]
pub(super) fn step() -> io::Result<()> {
    match LEFT.get() {
        Some(0) => {
            LEFT.set(None);
            Err(io::ErrorKind::StorageFull.into())
        }
        Some(n) => {
            LEFT.set(Some(n - 1));
            Ok(())
        }
        None => Ok(()),
    }
}

/// Adds bytes to a file; a failure on purpose leaves half of them there, as a full disk does.
pub(super) fn append(file: &mut fs_err::File, bytes: &[u8]) -> io::Result<()> {
    let step = step();
    if step.is_err() {
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        file.write_all(half)?;
    }
    step.and_then(|()| file.write_all(bytes))
}

/// Runs `test` again and again, with the first operation of this thread failing, then the second,
/// until none is left to fail. Returns how many there were.
#[cfg(test)]
pub(super) fn sweep(mut test: impl FnMut()) -> u32 {
    for n in 0.. {
        LEFT.set(Some(n));
        test();
        if LEFT.take().is_some() {
            return n;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::sweep;
    use crate::approval::{Approval, Request, approve};
    use crate::draft::Speaker;
    use crate::guideline::{ActiveSet, Person};
    use crate::store::{Home, Ledger, Library, Settings, put_person};

    fn home() -> (tempfile::TempDir, Home) {
        let dir = tempfile::TempDir::new().expect("a folder");
        let home = Home::at(dir.path());
        (dir, home)
    }

    fn approval(second: u32) -> Approval {
        approve(&Request {
            parts: &["Hello".to_owned()],
            body: "Hello",
            platform: "x",
            speaker: &Speaker::Brand,
            intent: None,
            experiment: None,
            goal: None,
            they_said: None,
            set: &ActiveSet::default(),
            set_hash: "",
            report: &crate::check::Report::default(),
            exceptions: &[],
            asked: &[],
            answered: &[],
            approver: "asha",
            now: &format!("2026-11-21T09:30:{second:02}Z[UTC]")
                .parse()
                .expect("a time"),
        })
        .expect("nothing in the way")
    }

    #[test]
    fn an_approval_that_was_recorded_stays_in_an_unbroken_chain() {
        let n = sweep(|| {
            let (_dir, home) = home();
            let ledger = Ledger::at(&home);
            let recorded = (1..4)
                .filter_map(|second| ledger.record(approval(second)).ok())
                .count();
            let (all, faults) = ledger.all();
            assert!(all.len() >= recorded, "{recorded} were recorded");
            assert_eq!(faults, []);
            let again = || ledger.record(approval(9));
            let last = again().or_else(|_| again()).expect("one failure only").0;
            assert!(all.is_empty() || !last.prev().is_empty());
            assert_eq!(ledger.all().1, []);
        });
        assert!(n > 20, "{n} operations");
    }

    #[test]
    fn people_and_settings_are_the_old_ones_or_the_new_ones() {
        let n = sweep(|| {
            let (_dir, home) = home();
            let person = |title: &str| Person {
                id: "asha".to_owned(),
                name: "Asha".to_owned(),
                title: title.to_owned(),
                ..Person::default()
            };
            let settings = |zoom: f32| Settings {
                zoom,
                ..Settings::default()
            };
            let is_put = ["old", "new"].map(|title| put_person(&home, &person(title)).is_ok());
            let is_saved = [1.5, 2.0].map(|zoom| settings(zoom).save(&home).is_ok());
            let library = Library::load(&home);
            assert_eq!(library.faults(), []);
            let (found, notice) = Settings::load(&home);
            assert_eq!(notice, None);
            if is_put == [true, true] {
                assert_eq!(*library.people(), [person("new")]);
            }
            if is_saved == [true, true] {
                assert_eq!(found, settings(2.0));
            }
            assert!([1.0, 1.5, 2.0].contains(&found.zoom));
        });
        assert!(n > 15, "{n} operations");
    }
}
