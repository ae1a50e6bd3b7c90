//! One deed, with each of its calls failing once in every way.

use postwright::store::fs::{Failure, Sim};

use super::deeds::{Deed, files, is_note_behind, ready, start};

/// Does it over and over on copies of `disk`, each of its calls failing once in every way: what is left
/// is the old or the new, the person is told, and a start has nothing to say. Prints a row.
pub fn swept(disk: &Sim, deed: &Deed) {
    let (clean, home) = ready(disk, deed);
    let old = files(&clean);
    assert_eq!((deed.act)(&home), Ok(()), "{}", deed.name);
    let (new, n_calls) = (files(&clean), clean.n_calls());
    assert_ne!(old, new, "{} does something", deed.name);
    let mut n_runs = 0;
    for failure in Failure::ALL {
        for n in 1.. {
            let (disk, home) = ready(disk, deed);
            disk.fail(n, failure);
            let told = (deed.act)(&home);
            if disk.n_failed() == 0 {
                assert_eq!(files(&disk), new, "{}", deed.name);
                break;
            }
            n_runs += 1;
            let at = format!("{}, {failure:?} of call {n}, {told:?}", deed.name);
            let left = files(&disk);
            if told.is_ok() {
                assert_eq!(left, new, "done, it is said: {at}");
            }
            assert!(
                left == old || left == new,
                "old or new: {at}\n{:?}",
                left.keys()
            );
            disk.heal();
            let (_, mut told) = start(&disk);
            told.retain(|line| !is_note_behind(line));
            assert_eq!(told, [""; 0], "a start has nothing to say: {at}");
            // asked once more it is done for good, also where the first time was half done
            if (deed.act)(&home).is_ok() {
                let done = files(&disk);
                for left in disk.crashed() {
                    assert!(files(&left) == done, "once more: {at}");
                }
            }
        }
    }
    println!("{:32} {n_calls:>6} {n_runs:>6} {:>6}", deed.name, 0);
}
