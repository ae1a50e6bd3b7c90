//! Notices that a set, the people or the platforms changed on disk.
//!
//! Never: reads what changed; it only says that something did. Watches folders, not files, because
//! editors save by renaming; looks by itself each second, because some file systems say nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::fs::{Disk, is_ordinary};
use super::library::ron_files;
use super::requests::REQUESTS;
use super::{Home, StoreFault, clock};

/// How long it must be quiet after a change.
const QUIET: Duration = Duration::from_millis(150);
/// How long a change is held back at most while others follow.
const MOST: Duration = Duration::from_millis(600);
/// How often it looks by itself.
const LOOK: Duration = Duration::from_millis(800);

/// The name of the list of words that are right.
const WORDS: &str = "words.txt";

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watch {
    bell: Sender<Ring>,
    thread: Option<JoinHandle<()>>,
}

/// What wakes the watching thread.
#[derive(Debug)]
enum Ring {
    Changed,
    Stop,
}

/// Calls `on_change`, from another thread, within a second of a change of a `.ron` file or a list of
/// words in the user's own folders or in `extra` (team folders, or single files).
pub fn watch(
    home: &Home,
    extra: &[PathBuf],
    on_change: impl Fn() + Send + 'static,
) -> Result<Watch, StoreFault> {
    let folders = folders(home, extra);
    let (bell, rings) = channel();
    let watcher = watcher(&folders, bell.clone());
    // looked at here, so that a change right after this call is seen
    let disk = home.disk();
    let before = look(&disk, &folders);
    let thread = std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let _watcher = watcher;
            run(&rings, (&disk, &folders), before, &on_change);
        })
        .map_err(StoreFault::Thread)?;
    Ok(Watch {
        bell,
        thread: Some(thread),
    })
}

impl Drop for Watch {
    fn drop(&mut self) {
        // the thread may have ended already; then there is nobody to tell
        drop(self.bell.send(Ring::Stop));
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
            && thread.join().is_err()
        {
            log::error!("the thread that watches for changes has stopped early");
        }
    }
}

/// The data folder and each team folder, with their sets; for a single file the folder it lies in.
fn folders(home: &Home, extra: &[PathBuf]) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for place in std::iter::once(&home.data).chain(extra) {
        if is_ordinary(home.fs(), place) {
            folders.push(super::atomic::dir_of(place).to_owned());
        } else {
            folders.push(place.clone());
            folders.push(place.join("guidelines"));
            folders.push(place.join(REQUESTS));
        }
    }
    folders.sort();
    folders.dedup();
    folders
}

/// Asks the system for hints; without them the look each second must do.
fn watcher(folders: &[PathBuf], bell: Sender<Ring>) -> Option<RecommendedWatcher> {
    let hint = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| is_change(&event)) {
            // nobody listens any more once the watch is dropped
            drop(bell.send(Ring::Changed));
        }
    };
    let mut watcher = notify::recommended_watcher(hint)
        .inspect_err(|error| log::warn!("the system gives no hints of changes: {error}"))
        .ok()?;
    for folder in folders {
        if let Err(error) = watcher.watch(folder, RecursiveMode::NonRecursive) {
            log::debug!("no hints of changes: {error}");
        }
    }
    Some(watcher)
}

/// Whether an event may have changed a file of ours; reading one is an event too.
fn is_change(event: &Event) -> bool {
    let is_read = match event.kind {
        EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => false,
    };
    !is_read && (event.need_rescan() || event.paths.iter().any(|path| is_ours(path)))
}

/// Whether a file is one that a library reads; settings lie beside them in a home of one folder.
fn is_ours(path: &Path) -> bool {
    let is_ron = path.extension().is_some_and(|ending| ending == "ron");
    path.file_name()
        .is_some_and(|name| is_ron && name != "settings.ron" || name == WORDS)
}

/// What is known of each file: when it was changed, and its size.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

fn look(disk: &Disk, folders: &[PathBuf]) -> Seen {
    let about = |path: PathBuf| {
        let about = disk.about(&path).ok()?;
        Some((path, (about.modified, about.n_bytes)))
    };
    folders
        .iter()
        .flat_map(|folder| {
            let mut files = ron_files(&**disk, folder).unwrap_or_default();
            files.push(folder.join(WORDS));
            files
        })
        .filter(|path| is_ours(path))
        .filter_map(about)
        .collect()
}

fn run(
    rings: &Receiver<Ring>,
    (disk, folders): (&Disk, &[PathBuf]),
    mut before: Seen,
    on_change: &dyn Fn(),
) {
    loop {
        let hinted = match rings.recv_timeout(LOOK) {
            Ok(Ring::Changed) => match settled(rings) {
                Settled::Quiet => true,
                Settled::Stopped => return,
            },
            Err(RecvTimeoutError::Timeout) => false,
            Ok(Ring::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        };
        let after = look(disk, folders);
        if hinted || after != before {
            before = after;
            on_change();
        }
    }
}

/// What ended the wait for quiet.
enum Settled {
    Quiet,
    Stopped,
}

/// Waits until nothing more comes for a moment, because a save is several events.
fn settled(rings: &Receiver<Ring>) -> Settled {
    let latest = clock::tick() + MOST;
    loop {
        let left: Duration = latest.saturating_duration_since(clock::tick());
        match rings.recv_timeout(QUIET.min(left)) {
            Ok(Ring::Changed) if clock::tick() < latest => {}
            Ok(Ring::Changed) | Err(RecvTimeoutError::Timeout) => return Settled::Quiet,
            Ok(Ring::Stop) | Err(RecvTimeoutError::Disconnected) => return Settled::Stopped,
        }
    }
}
