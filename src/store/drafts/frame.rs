//! The frames of a journal: `len u32 | seq u64 | kind u8 | payload | checksum 8 B`, little-endian.
//!
//! Never: touches a file; a frame that is torn or damaged is passed over, not guessed at.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::draft::Draft;

/// Bytes before the payload.
const N_HEAD: usize = 13;
/// Bytes after it.
const N_SUM: usize = 8;
/// The kind of a frame with a whole draft.
const FULL: u8 = 0;
/// The kind of a frame with a change of the body.
const EDIT: u8 = 1;

/// How many frames may be missing before one that is taken up again.
const MOST_LOST: u64 = 1 << 20;

/// A change of the body, with what changes along with it at each key.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Edit {
    start: usize,
    end: usize,
    text: String,
    caret: (usize, usize),
    changed: String,
}

/// What the bytes of a journal hold.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Replayed {
    /// The newest state, with its number.
    pub(super) state: Option<(u64, Draft)>,
    /// Up to here the journal is frames, readable or not; what follows is torn.
    pub(super) end: usize,
    /// Whether a whole frame could not be used.
    pub(super) is_damaged: bool,
}

/// A frame with all of a draft.
pub(super) fn full(seq: u64, draft: &Draft) -> Option<Vec<u8>> {
    Some(frame(seq, FULL, ron::to_string(draft).ok()?.as_bytes()))
}

/// A frame with what changed in the body; none when anything else changed too.
pub(super) fn edit(seq: u64, old: &Draft, new: &Draft) -> Option<Vec<u8>> {
    if !differ_in_body_only(old, new) {
        return None;
    }
    let (a, b) = (old.body.as_str(), new.body.as_str());
    let start = common_start(a, b);
    let (a, b) = (a.get(start..)?, b.get(start..)?);
    let n_same = common_end(a, b);
    let edit = Edit {
        start,
        end: start + a.len() - n_same,
        text: b.get(..b.len() - n_same)?.to_owned(),
        caret: new.caret,
        changed: new.changed.clone(),
    };
    Some(frame(seq, EDIT, ron::to_string(&edit).ok()?.as_bytes()))
}

fn frame(seq: u64, kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(N_HEAD + payload.len() + N_SUM);
    let n_payload = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    out.extend(n_payload.to_le_bytes());
    out.extend(seq.to_le_bytes());
    out.push(kind);
    out.extend(payload);
    let sum = checksum(&out);
    out.extend(sum);
    out
}

/// The first 8 bytes of the SHA-256.
pub(super) fn checksum(bytes: &[u8]) -> [u8; N_SUM] {
    let hash = Sha256::digest(bytes);
    let mut sum = [0; N_SUM];
    for (to, from) in sum.iter_mut().zip(hash) {
        *to = from;
    }
    sum
}

/// One frame, as far as its length can be trusted.
struct Frame<'a> {
    seq: u64,
    kind: u8,
    payload: &'a [u8],
    is_sound: bool,
    n_bytes: usize,
}

fn next_frame(bytes: &[u8]) -> Option<Frame<'_>> {
    let (n_payload, rest) = bytes.split_first_chunk::<4>()?;
    let n_payload = usize::try_from(u32::from_le_bytes(*n_payload)).ok()?;
    let (seq, rest) = rest.split_first_chunk::<8>()?;
    let (kind, rest) = rest.split_first()?;
    let payload = rest.get(..n_payload)?;
    let (sum, _) = rest.get(n_payload..)?.split_first_chunk::<N_SUM>()?;
    let covered = bytes.get(..N_HEAD + n_payload)?;
    Some(Frame {
        seq: u64::from_le_bytes(*seq),
        kind: *kind,
        payload,
        is_sound: checksum(covered) == *sum,
        n_bytes: N_HEAD + n_payload + N_SUM,
    })
}

/// Plays a journal over a checkpoint: the newest state that can be trusted.
///
/// A damaged frame breaks the chain of edits; the next whole draft takes it up again.
pub(super) fn replay(checkpoint: Option<(u64, Draft)>, bytes: &[u8]) -> Replayed {
    let mut out = Replayed {
        state: checkpoint,
        ..Replayed::default()
    };
    let mut may_follow = true;
    while let Some(rest) = bytes.get(out.end..).filter(|rest| !rest.is_empty()) {
        let newest = out.state.as_ref().map_or(0, |(seq, _)| *seq);
        let next = next_frame(rest);
        let Some(frame) = next.as_ref().filter(|frame| frame.is_sound) else {
            // a length that is damaged would hide the good frames behind it
            let skip = if may_follow {
                next_sound(rest, newest)
            } else {
                None
            };
            may_follow = skip.is_some();
            let Some(skip) = skip.or(next.map(|frame| frame.n_bytes)) else {
                break;
            };
            out.is_damaged = true;
            out.end += skip;
            continue;
        };
        out.end += frame.n_bytes;
        if frame.seq <= newest {
            // a checkpoint has it already
        } else if let Some(draft) = played(frame, out.state.take_if(|_| frame.kind == EDIT)) {
            match draft {
                Played::New(draft) => out.state = Some((frame.seq, draft)),
                Played::Broken(old) => {
                    out.state = old;
                    out.is_damaged = true;
                }
            }
        } else {
            out.is_damaged = true;
        }
    }
    out
}

/// How far away the next sound frame is that is newer than what is known.
fn next_sound(bytes: &[u8], newest: u64) -> Option<usize> {
    // looked at before the checksum is taken, which is slow; each frame has at least these bytes
    let most = newest.saturating_add((bytes.len() / (N_HEAD + N_SUM)) as u64 + 2 * MOST_LOST);
    let is_likely = |at: usize| {
        let head = bytes.get(at + 4..).and_then(<[u8]>::split_first_chunk::<8>);
        head.is_some_and(|(seq, rest)| {
            let seq = u64::from_le_bytes(*seq);
            let is_kind = rest.first().is_some_and(|kind| [FULL, EDIT].contains(kind));
            is_kind && seq > newest && seq <= most
        })
    };
    (1..bytes.len()).find(|at| {
        let frame = || bytes.get(*at..).and_then(next_frame);
        is_likely(*at) && frame().is_some_and(|frame| frame.is_sound)
    })
}

/// What became of the state at one frame.
enum Played {
    /// The frame gave a new one.
    New(Draft),
    /// The frame does not follow it.
    Broken(Option<(u64, Draft)>),
}

fn played(frame: &Frame<'_>, old: Option<(u64, Draft)>) -> Option<Played> {
    let text = std::str::from_utf8(frame.payload).ok();
    match frame.kind {
        FULL => ron::from_str(text?).ok().map(Played::New),
        EDIT => {
            let edit = text.and_then(|text| ron::from_str::<Edit>(text).ok());
            let follows = old.as_ref().is_some_and(|(seq, _)| seq + 1 == frame.seq);
            match (edit, old) {
                (Some(edit), Some((seq, draft))) if follows => Some(apply(&edit, seq, draft)),
                (_, old) => Some(Played::Broken(old)),
            }
        }
        _ => None,
    }
}

fn apply(edit: &Edit, seq: u64, mut draft: Draft) -> Played {
    let fits = edit.start <= edit.end && draft.body.get(edit.start..edit.end).is_some();
    if !fits {
        return Played::Broken(Some((seq, draft)));
    }
    draft.body.replace_range(edit.start..edit.end, &edit.text);
    draft.caret = edit.caret;
    draft.changed.clone_from(&edit.changed);
    Played::New(draft)
}

/// Whether nothing differs but the body, the caret and the time. Each field is named, so that a
/// field that is added to `Draft` cannot be left out here.
fn differ_in_body_only(old: &Draft, new: &Draft) -> bool {
    let Draft {
        id,
        body: _,
        variants,
        platforms,
        tab,
        speaker,
        intent,
        purpose,
        why,
        they_said,
        heard,
        experiment,
        unsigned,
        threads,
        copied,
        sealed,
        settled,
        asked,
        second_of,
        handed_on,
        caret: _,
        begun,
        changed: _,
    } = old;
    *id == new.id
        && *variants == new.variants
        && *platforms == new.platforms
        && *tab == new.tab
        && *speaker == new.speaker
        && *intent == new.intent
        && *purpose == new.purpose
        && *why == new.why
        && *they_said == new.they_said
        && *heard == new.heard
        && *experiment == new.experiment
        && *unsigned == new.unsigned
        && *threads == new.threads
        && *copied == new.copied
        && *sealed == new.sealed
        && *settled == new.settled
        && *asked == new.asked
        && *second_of == new.second_of
        && *handed_on == new.handed_on
        && *begun == new.begun
}

/// How many bytes two texts share at the start, in whole characters.
fn common_start(a: &str, b: &str) -> usize {
    let same = |(x, y): &(u8, u8)| x == y;
    let mut n = a.bytes().zip(b.bytes()).take_while(same).count();
    while !(a.is_char_boundary(n) && b.is_char_boundary(n)) {
        n -= 1;
    }
    n
}

/// How many bytes two texts share at the end, in whole characters.
fn common_end(a: &str, b: &str) -> usize {
    let same = |(x, y): &(u8, u8)| x == y;
    let mut n = a
        .bytes()
        .rev()
        .zip(b.bytes().rev())
        .take_while(same)
        .count();
    while !(a.is_char_boundary(a.len() - n) && b.is_char_boundary(b.len() - n)) {
        n -= 1;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(body: &str) -> Draft {
        Draft {
            id: "d".to_owned(),
            body: body.to_owned(),
            ..Draft::default()
        }
    }

    /// A journal of bodies, each but the first as an edit, and where its frames end.
    fn journal(bodies: &[&str]) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = full(1, &draft(bodies[0])).expect("a frame");
        let mut ends = vec![bytes.len()];
        for (n, pair) in bodies.windows(2).enumerate() {
            let next = edit(n as u64 + 2, &draft(pair[0]), &draft(pair[1]));
            bytes.extend(next.expect("only the body differs"));
            ends.push(bytes.len());
        }
        (bytes, ends)
    }

    const BODIES: [&str; 6] = ["", "é", "éà", "aéà", "a👩‍👩‍👧à", "à"];

    #[test]
    fn a_journal_cut_anywhere_gives_the_last_whole_frame() {
        let (bytes, ends) = journal(&BODIES);
        for cut in 0..=bytes.len() {
            let n_whole = ends.iter().filter(|end| **end <= cut).count();
            let found = replay(None, &bytes[..cut]);
            let body = found.state.as_ref().map(|(_, draft)| draft.body.as_str());
            let wanted = n_whole.checked_sub(1).map(|n| BODIES[n]);
            assert_eq!(body, wanted, "cut at {cut}");
            assert_eq!(found.end, n_whole.checked_sub(1).map_or(0, |n| ends[n]));
            assert!(!found.is_damaged);
        }
    }

    #[test]
    fn a_flipped_byte_never_gives_a_text_that_was_not_typed() {
        let (bytes, _) = journal(&BODIES);
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x41;
            let found = replay(None, &bytes);
            if let Some((_, draft)) = found.state {
                assert!(BODIES.contains(&draft.body.as_str()), "{:?}", draft.body);
            }
        }
    }

    #[test]
    fn a_whole_draft_takes_up_a_broken_chain() {
        let (mut bytes, ends) = journal(&BODIES);
        bytes[ends[1] - 1] ^= 1;
        bytes.extend(full(7, &draft("again")).expect("a frame"));
        let found = replay(None, &bytes);
        assert!(found.is_damaged);
        assert_eq!(found.state, Some((7, draft("again"))));
    }

    #[test]
    fn a_checkpoint_newer_than_the_journal_wins() {
        let (bytes, _) = journal(&BODIES);
        let found = replay(Some((9, draft("newer"))), &bytes);
        assert_eq!(found.state, Some((9, draft("newer"))));
        assert!(!found.is_damaged);
    }

    proptest::proptest! {
        #[test]
        fn any_two_bodies_survive_an_edit(a in "\\PC*", b in "(?s).*") {
            let (bytes, _) = journal(&[&a, &b]);
            proptest::prop_assert_eq!(replay(None, &bytes).state, Some((2, draft(&b))));
        }
    }
}
