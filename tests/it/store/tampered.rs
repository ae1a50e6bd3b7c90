//! Somebody changes the record of approvals by hand: every change is named.

use std::path::{Path, PathBuf};

use postwright::approval::{Approval, sha256};
use postwright::draft::Speaker;
use postwright::store::fs::Sim;
use postwright::store::{Home, Ledger, LoadFault};

use super::deeds::HOME;
use super::ledger::approved;
use crate::chance::Chance;

/// How often the ledger is changed, each time from the whole one on.
const N: u32 = 2_000;

/// A ledger, as it was after each approval.
struct Recorded {
    /// The disk after each approval.
    days: Vec<Sim>,
    /// The files of the approvals, oldest first.
    files: Vec<PathBuf>,
}

fn home(disk: &Sim) -> Home {
    Home::on(disk.clone(), HOME)
}

fn faults(disk: &Sim) -> Vec<LoadFault> {
    Ledger::at(&home(disk)).all().1
}

/// Fourteen approvals over three months, two of the same text in the same second among them.
fn recorded() -> Recorded {
    let disk = Sim::default();
    let (mut days, mut files) = (Vec::new(), Vec::new());
    for n in 0..14_u32 {
        let month = 9 + n / 5;
        let second = if n == 8 { 7 } else { n };
        let text = if (7..9).contains(&n) {
            "The same once more".to_owned()
        } else {
            format!("Post {n}: “two lines”\nand the kettle is back")
        };
        let at = format!("2026-{month:02}-03T09:30:{second:02}Z[UTC]");
        let speaker = [Speaker::Brand, Speaker::Personally("asha".to_owned())];
        let speaker = &speaker[usize::from(n % 3 == 0)];
        let one = approved(&text, &at, speaker);
        files.push(Ledger::at(&home(&disk)).record(one).unwrap().1);
        days.push(disk.fork());
    }
    assert_eq!(faults(&disk), []);
    assert!(files[8].to_str().unwrap().ends_with("-2.ron"), "{files:?}");
    Recorded { days, files }
}

impl Recorded {
    fn last(&self) -> &Sim {
        &self.days[self.days.len() - 1]
    }

    fn heads(&self) -> [PathBuf; 2] {
        let home = home(self.last());
        [home.head(), home.second_head()]
    }

    fn any(&self, chance: &mut Chance) -> &Path {
        &self.files[chance.below(self.files.len())]
    }

    /// Any file of the record, the notes of the newest approval among them.
    fn any_of_all(&self, chance: &mut Chance) -> PathBuf {
        let heads = self.heads();
        match chance.below(self.files.len() + 2) {
            n @ 0..2 => heads[n].clone(),
            n => self.files[n - 2].clone(),
        }
    }

    /// The disk with a file replaced, or without it.
    fn with(&self, changes: &[(&Path, Option<&[u8]>)]) -> Sim {
        let disk = Sim::default();
        for (path, bytes) in self.last().files() {
            let change = changes.iter().rfind(|(other, _)| *other == path);
            match change {
                None => disk.put(&path, bytes.to_vec()),
                Some((_, Some(new))) => disk.put(&path, *new),
                Some((_, None)) => {}
            }
        }
        for (path, bytes) in changes {
            if let Some(new) = bytes {
                disk.put(path, *new);
            }
        }
        disk
    }

    fn bytes(&self, path: &Path) -> Vec<u8> {
        self.last().get(path).unwrap()
    }
}

/// An alteration: what it is called, and the disk after it; none when nothing came of it.
type Alteration = fn(&Recorded, &mut Chance) -> Option<Sim>;

const ALTERATIONS: &[(&str, Alteration)] = &[
    ("a bit is flipped", |all, chance| {
        let path = all.any_of_all(chance);
        let mut bytes = all.bytes(&path);
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
        Some(all.with(&[(&path, Some(&bytes))]))
    }),
    ("white space is put in", |all, chance| {
        let path = all.any_of_all(chance);
        let mut bytes = all.bytes(&path);
        let places: Vec<usize> = (0..=bytes.len())
            .filter(|at| bytes.get(*at).is_none_or(|byte| b" \n,".contains(byte)))
            .collect();
        let at = places[chance.below(places.len())];
        bytes.insert(at, b" \n\t"[chance.below(3)]);
        Some(all.with(&[(&path, Some(&bytes))]))
    }),
    ("a file is removed", |all, chance| {
        let path = all.any_of_all(chance);
        Some(all.with(&[(&path, None)]))
    }),
    ("two files change names", |all, chance| {
        let (a, b) = (all.any(chance), all.any(chance));
        let bytes = [all.bytes(a), all.bytes(b)];
        (a != b).then(|| all.with(&[(a, Some(&bytes[1])), (b, Some(&bytes[0]))]))
    }),
    ("a file gets another name", |all, chance| {
        let path = all.any(chance);
        let name = path.to_str().unwrap();
        let other = match chance.below(4) {
            0 => name.replace(".ron", "-2.ron"),
            1 => name.replacen("2026/", "2025/", 1),
            2 => name.replacen("2026/", "", 1),
            _ => name.replace("T0930", "T0931"),
        };
        let bytes = all.bytes(path);
        (name != other).then(|| all.with(&[(path, None), (other.as_ref(), Some(&bytes))]))
    }),
    ("a copy is put in", |all, chance| {
        let path = all.any(chance);
        let bytes = all.bytes(path);
        let folder = all.any(chance).parent()?;
        let up = [Some(folder), folder.parent(), folder.parent()?.parent()];
        let name = ["a.ron", "20261103T093059Z-brand-00000000.ron"][chance.below(2)];
        let to = up[chance.below(3)]?.join(name);
        Some(all.with(&[(&to, Some(&bytes))]))
    }),
    ("a file is cut", |all, chance| {
        let path = all.any_of_all(chance);
        let mut bytes = all.bytes(&path);
        bytes.truncate(chance.below(bytes.len()));
        Some(all.with(&[(&path, Some(&bytes))]))
    }),
    (
        "the newest go, with one note of them as it was",
        |all, chance| {
            let n_left = 1 + chance.below(all.files.len() - 1);
            let head = &all.heads()[chance.below(2)];
            let old = all.days[n_left - 1].get(head);
            let mut changes: Vec<(&Path, Option<&[u8]>)> = Vec::new();
            changes.extend(
                all.files[n_left..]
                    .iter()
                    .map(|path| (path.as_path(), None)),
            );
            changes.push((head, old.as_deref()));
            Some(all.with(&changes))
        },
    ),
    ("a note as it was before", |all, chance| {
        let head = &all.heads()[chance.below(2)];
        let old = all.days[chance.below(all.days.len() - 1)].get(head);
        Some(all.with(&[(head, old.as_deref())]))
    }),
    ("a text is edited and sealed anew", |all, chance| {
        let path = all.any(chance);
        let (text, _) = resealed(&all.bytes(path), chance, None);
        Some(all.with(&[(path, Some(text.as_bytes()))]))
    }),
    (
        "the newest is edited, sealed and noted anew",
        |all, chance| {
            let path = all.files.last()?;
            let (text, name) = resealed(&all.bytes(path), chance, None);
            let to = path.with_file_name(name);
            let file = to.strip_prefix(HOME).unwrap().display();
            let head = format!("{}  {file}\n", sha256(text.as_bytes()));
            let noted = &all.heads()[chance.below(2)];
            let changes: [(&Path, Option<&[u8]>); 3] = [
                (path, None),
                (&to, Some(text.as_bytes())),
                (noted, Some(head.as_bytes())),
            ];
            Some(all.with(&changes))
        },
    ),
    ("an approval that never was is put in", |all, chance| {
        let path = all.any(chance);
        let before = all.bytes(all.any(chance));
        let prev = [String::new(), sha256(&before)];
        let prev = &prev[chance.below(2)];
        let (text, name) = resealed(&all.bytes(path), chance, Some(prev));
        let to = path.with_file_name(name);
        Some(all.with(&[(&to, Some(text.as_bytes()))]))
    }),
];

/// An approval with another text, its seal as it should be, and the name that its file would have.
fn resealed(bytes: &[u8], chance: &mut Chance, prev: Option<&str>) -> (String, String) {
    let text = std::str::from_utf8(bytes).unwrap();
    let old: Approval = postwright::guideline::from_ron(text).unwrap();
    let at = format!("{}[UTC]", old.at());
    let speaker = match old.speaker() {
        "brand" => Speaker::Brand,
        _ => Speaker::Personally("asha".to_owned()),
    };
    let new = approved(&format!("Forged {}", chance.next()), &at, &speaker);
    let new = new.chained(prev.unwrap_or(old.prev()).to_owned());
    let time: String = new.at().chars().filter(|c| !"-:".contains(*c)).collect();
    let name = format!(
        "{time}-{}-{}.ron",
        new.speaker().replace(':', "."),
        new.seal().short()
    );
    let text = serde_json::to_value(&new).unwrap();
    let text: ron::Value = serde_json::from_value(text).unwrap();
    (ron::to_string(&text).unwrap(), name)
}

#[test]
fn every_alteration_of_the_ledger_is_named() {
    let all = recorded();
    let mut chance = Chance(12);
    let mut n_made = vec![0_u32; ALTERATIONS.len()];
    let whole = all.last().files();
    while n_made.iter().sum::<u32>() < N {
        let which = chance.below(ALTERATIONS.len());
        let (what, alter) = ALTERATIONS[which];
        let Some(disk) = alter(&all, &mut chance) else {
            continue;
        };
        if disk.files() == whole {
            continue;
        }
        n_made[which] += 1;
        let named = faults(&disk);
        let changed: Vec<PathBuf> = (disk.files().into_iter())
            .filter(|(path, bytes)| whole.get(path) != Some(bytes))
            .map(|(path, _)| path)
            .collect();
        assert!(
            !named.is_empty(),
            "{what}: nothing is said; changed are {changed:?}"
        );
    }
    for (n, (what, _)) in n_made.iter().zip(ALTERATIONS) {
        println!("{what:48} {n:>5} made, {n:>5} named");
    }
    println!("alterations of the ledger: {N} made, {N} named");
}

#[test]
fn a_gap_at_the_end_stays_to_be_seen_when_somebody_approves_after_it() {
    let all = recorded();
    let [head, _] = all.heads();
    let n_left = all.files.len() - 2;
    let old = all.days[n_left - 1].get(&head);
    let mut changes: Vec<(&Path, Option<&[u8]>)> = vec![(&head, old.as_deref())];
    changes.extend(
        all.files[n_left..]
            .iter()
            .map(|path| (path.as_path(), None)),
    );
    let disk = all.with(&changes);
    let next = approved("Next", "2026-11-21T09:30:00Z[UTC]", &Speaker::Brand);
    let (_, path) = Ledger::at(&home(&disk)).record(next).unwrap();
    let said = faults(&disk);
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].path, path);
    assert!(
        said[0]
            .fault
            .reason
            .starts_with("the approval before this one")
    );
}

#[test]
fn what_no_chain_can_show_is_known() {
    let all = recorded();
    // all of an earlier day, with both notes: the help says that this is not seen
    assert_eq!(faults(&all.days[9]), []);
    assert_eq!(faults(&Sim::default()), []);
}
