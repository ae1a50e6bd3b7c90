//! Any parts, approved: the record is whole, reads back as the same, and one changed character of
//! anything that the seal binds drops it.
#![no_main]

use jiff::Zoned;
use libfuzzer_sys::fuzz_target;
use postwright::approval::{Approval, Request, approve};
use postwright::check::Report;
use postwright::draft::Speaker;
use postwright::guideline::ActiveSet;
use serde_json::Value;

/// What the seal binds, besides the parts.
const BOUND: [&str; 6] = ["platform", "speaker", "set", "set_hash", "approver", "at"];

fn approved(parts: &[String]) -> Option<Approval> {
    let body = parts.concat();
    approve(&Request {
        parts,
        body: &body,
        platform: "x",
        speaker: &Speaker::Personally("asha".to_owned()),
        intent: None,
        experiment: None,
        goal: None,
        they_said: None,
        set: &ActiveSet::default(),
        set_hash: "abc",
        report: &Report::default(),
        exceptions: &[],
        asked: &[],
        answered: &[],
        chance: "",
        approver: "asha",
        now: &Zoned::default(),
    })
    .ok()
}

/// One character becomes another, goes, or comes.
fn changed(text: &str, (at, how): (usize, u8)) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = at % (chars.len() + 1);
    let other = char::from(b'a' + how % 26);
    match how % 3 {
        0 if at < chars.len() => drop(chars.remove(at)),
        1 if at < chars.len() && chars[at] != other => chars[at] = other,
        _ => chars.insert(at, other),
    }
    chars.into_iter().collect()
}

fuzz_target!(|data: &[u8]| {
    let Some(([which, how, at_0, at_1], data)) = data.split_first_chunk::<4>() else {
        return;
    };
    let text = String::from_utf8_lossy(data);
    let parts: Vec<String> = text.split('\u{1e}').map(str::to_owned).collect();
    let Some(approval) = approved(&parts) else {
        assert!(parts.iter().all(|part| part.trim().is_empty()));
        return;
    };
    assert!(approval.is_whole());
    assert!(approval.is_of(&approval.text()));
    let written = serde_json::to_value(&approval).unwrap();
    let read: Approval = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(read, approval);

    let place = (usize::from(u16::from_le_bytes([*at_0, *at_1])), *how);
    let mut other = written.clone();
    let which = usize::from(*which);
    match BOUND.get(which % 16) {
        Some(field) => {
            let said = other[field].as_str().unwrap().to_owned();
            other[field] = Value::String(changed(&said, place));
        }
        None if which % 16 == 15 && parts.len() > 1 => {
            // where one part ends and the next begins is bound too
            let list = other["parts"].as_array_mut().unwrap();
            let next = list.remove(1);
            let joined = format!("{}{}", list[0].as_str().unwrap(), next.as_str().unwrap());
            list[0] = Value::String(joined);
        }
        None => {
            let n = which % parts.len();
            other["parts"][n] = Value::String(changed(&parts[n], place));
        }
    }
    assert_ne!(other, written);
    let other: Approval = serde_json::from_value(other).unwrap();
    assert!(!other.is_whole(), "a change passed: {other:?}");
});
