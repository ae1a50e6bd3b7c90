//! What the window asks of the world: clipboard, files, dialogs, other programs.
//!
//! Never: changes the state; the world answers with events.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use jiff::civil::Date;

use super::action::{Effect, Event};
use super::afterwards::{self, Ask};
use super::dialogs::pick_set;
use super::errand::Errand;
use super::news::{self, NewsAsk};
use super::people_writer::PeopleChange;
use super::platform_writer::change_platform;
use super::theme;
use super::view::View;
use crate::approval::Approval;
use crate::check::lint::{Bench, lint};
use crate::check::{Dictionary, compile};
use crate::guideline::Fault;
use crate::store::{
    Dictionaries, Drafts, Home, Ledger, Library, LoadFault, Notice, Opened, Settings, Shelved,
    StoreFault, add_word, clock, has_photo, save_set, stands_in,
};

/// The way to the world.
pub(super) struct World {
    /// Where everything is kept.
    pub home: Home,
    /// The drafts on disk; none when the folder cannot be used.
    pub drafts: Option<Drafts>,
    /// Where events go.
    pub events: Sender<Event>,
    /// Where settings go, to be saved one after the other.
    pub settings: Sender<Settings>,
    /// The settings as they were read or saved last.
    pub known: Arc<Mutex<Settings>>,
    /// Where changes of people go, to be written one after the other.
    pub people: Sender<PeopleChange>,
    /// Where errands go, of which only the newest is run.
    pub errands: Sender<Errand>,
    /// What was copied last, so that it can outlive the window.
    pub copied: Option<String>,
}

impl World {
    /// Does what was asked. Whatever may wait runs on a thread of its own and answers later.
    pub(super) fn run(
        &mut self,
        ctx: &Context,
        view: &mut View,
        library: &Library,
        settings: &Settings,
        effect: Effect,
    ) {
        match effect {
            Effect::ShowText {
                text,
                caret,
                can_undo,
            } => view.show_text(ctx, text, caret, can_undo),
            Effect::PutCaret(caret) => view.put_caret(ctx, caret),
            Effect::Reveal(place) => view.reveal(ctx, place),
            Effect::Dress => dress(ctx, settings),
            Effect::LookAgain(seconds) => ctx.request_repaint_after_secs(seconds as f32),
            Effect::AskForPaste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Effect::Copy(text) => {
                ctx.copy_text(text.clone());
                self.copied = Some(text);
            }
            Effect::Keep(draft) => {
                if let Some(drafts) = &self.drafts {
                    drafts.keep(&draft);
                }
            }
            Effect::Discard(id) => {
                if let Some(drafts) = &self.drafts {
                    drafts.discard(&id);
                }
            }
            Effect::Record(approval) => {
                self.in_background(ctx, move |home| Some(record(home, *approval)));
            }
            Effect::Background(what) => self.in_background(ctx, move |home| what.done(home)),
            Effect::SaveSettings(settings) => {
                if self.settings.send(*settings).is_err() {
                    log::warn!("the settings are not saved: their thread has ended");
                }
            }
            Effect::People(change) => {
                if self.people.send(change).is_err() {
                    log::warn!("people are not saved: their thread has ended");
                }
            }
            Effect::FindPhoto(photo) => self.in_background(ctx, move |home| {
                let is_there = has_photo(home, &photo);
                Some(Event::Photo(photo, is_there))
            }),
            Effect::Platform(ask) => {
                self.in_background(ctx, move |home| Some(change_platform(home, ask)));
            }
            Effect::Reload(n_written) => {
                let library = library.clone();
                self.in_background(ctx, move |home| {
                    Some(Event::Loaded(n_written, Box::new(library.reloaded(home))))
                });
            }
            Effect::Lint(opened, today) => {
                self.in_background(ctx, move |_| Some(linted(&opened, today)));
            }
            Effect::EditSet(id) => {
                let library = library.clone();
                self.in_background(ctx, move |home| edit_set(home, &library, &id));
            }
            Effect::OpenFile(path) => self.in_background(ctx, move |_| open_file(&path)),
            Effect::LoadDictionary(language) => self.load_dictionary(ctx, language),
            Effect::Suggest(dictionary, word) => self.in_background(ctx, move |_| {
                let words = dictionary.suggest(&word);
                Some(Event::Suggested(word, words))
            }),
            Effect::AddWord(word) => {
                self.in_background(ctx, move |home| Some(add(home, &word)));
            }
            Effect::Run(errand) => {
                if self.errands.send(*errand).is_err() {
                    log::warn!("patterns are not looked for: their thread has ended");
                }
            }
            Effect::News(set, ask) => self.change_news(ctx, library.clone(), set, ask),
            Effect::Afterwards(ask) => self.look_after(ctx, library.clone(), ask),
            Effect::PickSet => self.pick_set(ctx),
        }
    }

    fn look_after(&self, ctx: &Context, library: Library, ask: Ask) {
        self.in_background(ctx, move |home| afterwards::run(home, &library, ask));
    }

    fn pick_set(&self, ctx: &Context) {
        self.in_background(ctx, |home| {
            Some(Event::Picked(pick_set(&home.guidelines())))
        });
    }

    fn change_news(&self, ctx: &Context, library: Library, set: String, ask: NewsAsk) {
        self.in_background(ctx, move |home| {
            Some(news::change(home, &library, &set, ask))
        });
    }

    /// Loads the dictionary on a thread of its own; what is told about it comes first.
    fn load_dictionary(&self, ctx: &Context, language: String) {
        let events = self.events.clone();
        self.in_background(ctx, move |home| {
            let (dictionary, notice) = dictionary(home, &language);
            if let Some(notice) = notice {
                // a closed window needs no news
                _ = events.send(Event::Told(notice));
            }
            dictionary.map(|dictionary| Event::Dictionary(Arc::new(dictionary)))
        });
    }

    fn in_background(
        &self,
        ctx: &Context,
        work: impl FnOnce(&Home) -> Option<Event> + Send + 'static,
    ) {
        let (ctx, events, home) = (ctx.clone(), self.events.clone(), self.home.clone());
        std::thread::spawn(move || {
            if let Some(event) = work(&home) {
                // the window may have closed meanwhile; then nobody waits for the answer
                _ = events.send(event);
                ctx.request_repaint();
            }
        });
    }
}

/// Saves settings as they come, the newest last, on a thread of its own that ends with the window.
pub(super) fn settings_writer(
    ctx: &Context,
    home: &Home,
    (events, known): (&Sender<Event>, &Arc<Mutex<Settings>>),
) -> Sender<Settings> {
    let (send, receive) = channel::<Settings>();
    let (ctx, home, events) = (ctx.clone(), home.clone(), events.clone());
    let known = Arc::clone(known);
    std::thread::spawn(move || {
        while let Ok(first) = receive.recv() {
            let newest = receive.try_iter().last().unwrap_or(first);
            if let Err(fault) = save_settings(&newest, &known, &home) {
                // a closed window needs no news
                _ = events.send(told("The settings are not saved.", &fault));
                ctx.request_repaint();
            }
        }
    });
    send
}

/// Saves what this window has changed in the settings since they were read or saved.
pub(super) fn save_settings(
    newest: &Settings,
    known: &Mutex<Settings>,
    home: &Home,
) -> Result<(), StoreFault> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    newest.save_since(&known, home)?;
    known.clone_from(newest);
    Ok(())
}

/// Runs errands as they come, the newest alone, on a thread of its own that ends with the window.
pub(super) fn errand_runner(ctx: &Context, events: &Sender<Event>) -> Sender<Errand> {
    let (send, receive) = channel::<Errand>();
    let (ctx, events) = (ctx.clone(), events.clone());
    std::thread::spawn(move || {
        while let Ok(first) = receive.recv() {
            let newest = receive.try_iter().last().unwrap_or(first);
            let number = newest.number;
            // a closed window needs no news
            _ = events.send(Event::Found(number, newest.run()));
            ctx.request_repaint();
        }
    });
    send
}

/// Looks as the settings say.
pub(super) fn dress(ctx: &Context, settings: &Settings) {
    theme::choose(ctx, settings.theme);
    ctx.set_zoom_factor(settings.zoom);
}

fn record(home: &Home, approval: Approval) -> Event {
    match Ledger::at(home).record(approval) {
        Ok((approval, _)) => Event::Recorded(Box::new(approval)),
        Err(fault) => Event::NotRecorded(fault.to_string()),
    }
}

/// The dictionary of a language; the built-in one where its files are none.
fn dictionary(home: &Home, language: &str) -> (Option<Dictionary>, Option<Notice>) {
    let places = Dictionaries::of_system(home, language);
    let (found, notice) = places.read();
    let fault = match Dictionary::new(&found.tag, &found.aff, &found.dic) {
        Ok(dictionary) => return (Some(dictionary), notice),
        Err(fault) => fault.to_string(),
    };
    let notice = stands_in(&LoadFault::of_file(found.path.unwrap_or_default(), fault));
    let own = places.built_in();
    let own = Dictionary::new(&own.tag, &own.aff, &own.dic);
    (own.ok(), Some(notice))
}

fn add(home: &Home, word: &str) -> Event {
    match add_word(home, word) {
        Ok(()) => Event::FilesChanged,
        Err(fault) => told("The word is not in your list.", &fault),
    }
}

pub(super) fn told(title: &str, fault: &dyn std::error::Error) -> Event {
    Event::Told(Notice {
        title: title.to_owned(),
        detail: fault.to_string(),
        path: None,
    })
}

/// Looks at a set for whoever keeps it.
fn linted(opened: &Opened, today: Date) -> Event {
    let active = &opened.active;
    let (checker, set_aside) = compile(active);
    let is_own = |fault: &Fault| {
        let mut own = active.rules.iter().filter(|one| one.set == active.head.id);
        own.any(|one| Some(&one.rule.id) == fault.rule.as_ref())
    };
    let of_file = opened.faults.iter().filter(|fault| {
        let stem = fault.path.file_stem();
        fault.path == opened.path.clone().unwrap_or_default()
            || stem.is_some_and(|stem| stem == active.head.id.as_str())
    });
    let of_file = of_file.map(|fault| fault.fault.clone());
    let faults: Vec<Fault> = of_file
        .chain(set_aside.into_iter().filter(is_own))
        .collect();
    let linted = lint(&Bench {
        active,
        checker: &checker,
        faults: &faults,
        tally: None,
        today,
        elapsed: &clock::elapsed,
    });
    Event::Linted(opened.hash.clone(), Box::new(linted))
}

/// Opens the set's file. A built-in set gets a copy of the user's own first, which then is in use.
fn edit_set(home: &Home, library: &Library, id: &str) -> Option<Event> {
    let path = match library.set(id) {
        Some(shelved) => match put_own(home, shelved) {
            Ok(path) => path,
            Err(fault) => {
                return Some(told("The guidelines have no file of your own yet.", &fault));
            }
        },
        None => PathBuf::from(id),
    };
    open_file(&path)
}

fn put_own(home: &Home, shelved: &Shelved) -> Result<PathBuf, StoreFault> {
    match shelved.path.clone() {
        Some(path) => Ok(path),
        None => save_set(home, shelved, &shelved.source),
    }
}

/// Opens a file in the program that the system uses for it.
fn open_file(path: &Path) -> Option<Event> {
    let fault = open::that_detached(path).err()?;
    log::warn!("no program opened {}: {fault}", path.display());
    Some(Event::Told(Notice {
        title: "No program opened the file.".to_owned(),
        detail: format!("Open it in any text editor: {}", path.display()),
        path: Some(path.to_owned()),
    }))
}

/// Whether nobody has copied anything else since.
pub(super) fn is_on_clipboard(text: &str) -> bool {
    let read = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
    read.is_ok_and(|read| read == text)
}

/// Hands what was copied to a copy of this program that holds it until somebody else copies: on
/// X11 the clipboard would go with the window.
pub(super) fn hold_clipboard(text: &str) {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let child = Command::new(program)
        .arg(super::HOLD_CLIPBOARD)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match child {
        Ok(mut child) => {
            if let Some(mut stdin) = child.stdin.take()
                && let Err(fault) = stdin.write_all(text.as_bytes())
            {
                log::warn!("the clipboard is not held: {fault}");
            }
        }
        Err(fault) => log::warn!("the clipboard is not held: {fault}"),
    }
}
