//! Files that something has spoilt: nothing panics, nothing is passed over in silence, no byte goes.
//!
//! `SPOILT_FILES=10000 cargo test --test it -- store::mutated` spoils that many of each kind.

use std::path::{Path, PathBuf};

use postwright::store::fs::Sim;

use crate::chance::Chance;

use super::deeds::{Found, HOME, checkpointed, drafts, furnished, ledger, library, settings};

/// A stretch of something so long, at most 40 bytes.
fn stretch(chance: &mut Chance, n: usize) -> std::ops::Range<usize> {
    let start = chance.below(n + 1);
    start..(start + chance.below(40)).min(n)
}

/// Flips, cuts, inserts, doubles or moves something, up to three times.
fn spoil(chance: &mut Chance, bytes: &mut Vec<u8>) {
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(stretch(chance, bytes.len()))),
            2 => bytes.truncate(at),
            3 => {
                let new: Vec<u8> = (0..chance.below(9)).map(|_| chance.next() as u8).collect();
                drop(bytes.splice(at..at, new));
            }
            4 => {
                let twice = bytes[stretch(chance, bytes.len())].to_vec();
                drop(bytes.splice(at..at, twice));
            }
            _ => {
                let other = bytes[stretch(chance, bytes.len())].to_vec();
                let place = stretch(chance, bytes.len());
                drop(bytes.splice(place, other));
            }
        }
    }
}

/// Whether the bytes are somewhere: in one file, or as the whole part and the rest that was cut off.
fn is_kept(disk: &Sim, bytes: &[u8]) -> bool {
    let files = disk.files();
    let has = |wanted: &[u8]| files.values().any(|file| file.as_slice() == wanted);
    let is_split = |file: &Vec<u8>| {
        let rest = bytes.strip_prefix(file.as_slice());
        rest.is_some_and(|rest| !rest.is_empty() && has(rest))
    };
    has(bytes) || files.values().any(|file| is_split(file))
}

/// Spoils one file of a home again and again, and looks at what is found. `is_bad` says which contents cannot be what somebody
/// wrote, so that a start must say so.
#[track_caller]
fn spoilt(name: &str, look: fn(&Sim) -> Found, is_bad: impl Fn(&[u8]) -> bool) {
    let asked = std::env::var("SPOILT_FILES").ok();
    let n_files: u32 = asked.and_then(|n| n.parse().ok()).unwrap_or(150);
    let furnished = checkpointed();
    let path = furnished
        .files()
        .into_keys()
        .find(|path| path.starts_with(HOME) && path.to_str().unwrap().contains(name))
        .unwrap_or_else(|| panic!("no {name}"));
    let good = furnished.get(&path).unwrap();
    let (whole, _) = look(&furnished.fork());
    let mut chance = Chance(name.len() as u64);
    let (mut n_said, mut n_other) = (0, 0);
    for n in 0..n_files {
        let mut bytes = good.clone();
        spoil(&mut chance, &mut bytes);
        if bytes == good {
            continue;
        }
        let disk = furnished.fork();
        disk.put(&path, bytes.as_slice());
        let (found, told) = look(&disk);
        let text = String::from_utf8_lossy(&bytes);
        assert!(is_kept(&disk, &bytes), "{name} {n}: bytes are gone\n{text}");
        if is_bad(&bytes) {
            assert_ne!(
                told, [""; 0],
                "{name} {n}: nothing is said\n{text}\n{found:?}"
            );
        }
        n_said += u32::from(!told.is_empty());
        n_other += u32::from(told.is_empty() && found != whole);
    }
    println!(
        "{name:16} {n_files:>6} spoilt, {n_said:>6} named, {n_other:>6} read as something else"
    );
}

/// No list or struct, or no text.
fn is_no_ron(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or("\u{0}");
    postwright::guideline::from_ron::<ron::Value>(text).is_err()
}

#[test]
fn spoilt_settings() {
    spoilt("settings.ron", settings, is_no_ron);
}

#[test]
fn spoilt_people() {
    spoilt("people.ron", library, is_no_ron);
}

#[test]
fn spoilt_platforms() {
    spoilt("platforms.ron", library, is_no_ron);
}

#[test]
fn a_spoilt_set() {
    spoilt("house.ron", library, is_no_ron);
}

#[test]
fn spoilt_words() {
    spoilt("words.txt", library, |bytes| {
        std::str::from_utf8(bytes).is_err()
    });
}

#[test]
fn a_spoilt_approval() {
    // the one after it names its hash
    spoilt("093001Z", ledger, |_| true);
    spoilt("093002Z", ledger, |_| true);
}

#[test]
fn a_spoilt_head_of_the_ledger() {
    let good = furnished()
        .get(Path::new(HOME).join("ledger.head"))
        .unwrap();
    let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map(|text| text.trim().to_owned());
    spoilt("ledger.head", ledger, |bytes| words(bytes) != words(&good));
}

/// The folder of the long draft.
fn long() -> PathBuf {
    Path::new(HOME).join("drafts/long")
}

#[test]
fn a_spoilt_journal() {
    spoilt("drafts/a/journal", drafts, |_| true);
    let good = checkpointed().get(long().join("journal")).unwrap();
    // what follows the last frame is cut off, and said; a journal that ends with a frame is one
    spoilt("drafts/long/journal", drafts, |bytes| {
        !good.starts_with(bytes)
    });
}

#[test]
fn a_spoilt_checkpoint() {
    assert!(checkpointed().get(long().join("checkpoint.ron")).is_some());
    spoilt("long/checkpoint.ron", drafts, |_| true);
}
