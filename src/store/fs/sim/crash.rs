//! What a power cut may leave of a disk.
//!
//! Never: leaves out what was synced; everything else may be there or not.

use std::sync::Arc;

use super::Drive;
use super::tree::{Change, Tree};

/// Up to so many changes that are not synced every choice of them is tried.
const MOST_FOR_ALL: usize = 7;
/// How many choices are drawn by lot beyond that.
const N_DRAWN: u64 = 64;

/// The trees that a power cut may leave: every prefix of what was not synced, and other choices of
/// it, with the bytes of writes cut short.
pub(super) fn trees(drive: &Drive) -> impl Iterator<Item = Tree> + use<> {
    let durable = drive.durable.clone();
    let pending = drive.pending.clone();
    choices(&pending).into_iter().flat_map(move |is_kept| {
        let kept: Vec<Change> = pending
            .iter()
            .zip(is_kept)
            .filter(|(_, is_kept)| *is_kept)
            .map(|(change, _)| change.clone())
            .collect();
        let durable = durable.clone();
        torn(kept).map(move |changes| {
            let mut tree = durable.clone();
            for change in &changes {
                tree.apply(change);
            }
            tree
        })
    })
}

/// Which changes have reached the disk.
fn choices(pending: &[Change]) -> Vec<Vec<bool>> {
    let n = pending.len();
    if n <= MOST_FOR_ALL {
        return (0..1_u32 << n)
            .map(|bits| (0..n).map(|at| bits >> at & 1 == 1).collect())
            .collect();
    }
    let mut choices: Vec<Vec<bool>> = (0..=n)
        .map(|end| (0..n).map(|at| at < end).collect())
        .collect();
    choices.extend((0..n).map(|lost| (0..n).map(|at| at != lost).collect()));
    choices.push(pending.iter().map(Change::is_data).collect());
    choices.push(pending.iter().map(|change| !change.is_data()).collect());
    choices.extend((1..=N_DRAWN).map(|seed| (0..n).map(|at| drawn(seed, at)).collect()));
    choices
}

/// A coin that falls the same way for the same numbers.
fn drawn(seed: u64, at: usize) -> bool {
    let mut x = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (at as u64 + 1);
    for _ in 0..3 {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
    }
    x & 1 == 1
}

/// The changes as they are, and with each write of them cut short.
fn torn(changes: Vec<Change>) -> impl Iterator<Item = Vec<Change>> {
    let cuts: Vec<(usize, usize)> = changes
        .iter()
        .enumerate()
        .flat_map(|(at, change)| {
            let n = match change {
                Change::Write { bytes, .. } => bytes.len(),
                Change::Name { .. }
                | Change::Unname { .. }
                | Change::Rename { .. }
                | Change::Cut { .. } => 0,
            };
            let mut ends = vec![1, n / 2, n.saturating_sub(1)];
            ends.retain(|end| (1..n).contains(end));
            ends.dedup();
            ends.into_iter().map(move |end| (at, end))
        })
        .collect();
    let whole = changes.clone();
    let short = cuts.into_iter().map(move |(at, end)| {
        let mut changes = changes.clone();
        if let Some(Change::Write { bytes, .. }) = changes.get_mut(at) {
            let bytes: &mut Vec<u8> = Arc::make_mut(bytes);
            bytes.truncate(end);
        }
        changes
    });
    std::iter::once(whole).chain(short)
}
