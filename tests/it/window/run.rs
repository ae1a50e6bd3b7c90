//! The window with a hand on it: keys, text and clicks, and what it then shows.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use postwright::app::Desk;

use super::open;

/// The window, and how much was put into it.
pub(super) struct Run {
    pub(super) window: Harness<'static, Desk>,
    pub(super) n_events: usize,
    pub(super) copied: Option<String>,
}

impl Run {
    pub(super) fn new(home: &Path) -> Self {
        Self {
            window: open(home, [1200.0, 760.0], Theme::Light),
            n_events: 0,
            copied: None,
        }
    }

    /// The window on any disk.
    pub(super) fn on(home: postwright::store::Home) -> Self {
        Self {
            window: super::open_in(home, [1200.0, 760.0], Theme::Light),
            n_events: 0,
            copied: None,
        }
    }

    /// Lets a second of the window's time pass.
    pub(super) fn wait(&mut self) {
        for _ in 0..5 {
            self.step();
        }
    }

    pub(super) fn step(&mut self) {
        self.window.step();
        for command in &self.window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
    }

    pub(super) fn types(&mut self, text: &str) {
        self.n_events += 1;
        self.window.event(Event::Text(text.to_owned()));
        self.step();
        self.step();
    }

    pub(super) fn presses(&mut self, modifiers: Modifiers, key: Key) {
        self.n_events += 1;
        // one event for each step, so that what is copied in any of them is seen
        self.window.event(Event::ModifiersChanged(modifiers));
        self.step();
        for pressed in [true, false] {
            self.window.event(Event::Key {
                key,
                pressed,
                modifiers,
                repeat: false,
                physical_key: None,
            });
            self.step();
        }
        self.window.event(Event::ModifiersChanged(Modifiers::NONE));
        self.step();
    }

    pub(super) fn clicks(&mut self, label: &str) {
        self.n_events += 1;
        self.window.get_by_label(label).click();
        self.step();
        self.step();
    }

    pub(super) fn text(&self) -> String {
        self.window
            .get_by_label("Post text")
            .value()
            .unwrap_or_default()
    }

    /// Steps until something is there, or fails and says what the window shows.
    pub(super) fn until(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
        let began = std::time::Instant::now();
        while !is_there(self) {
            let shown: Vec<String> = labels(&self.window);
            assert!(
                began.elapsed().as_secs() < 20,
                "never came: {what}\nshown: {shown:#?}"
            );
            self.step();
            std::thread::yield_now();
        }
    }

    pub(super) fn shows(&self, label: &str) -> bool {
        labels(&self.window)
            .iter()
            .any(|other| other.contains(label))
    }
}

pub(super) fn labels(window: &Harness<'static, Desk>) -> Vec<String> {
    let words = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        // a label's words are its value
        if node.role() == Role::Label {
            node.value()
        } else {
            node.label()
        }
    };
    window
        .root()
        .children_recursive()
        .filter_map(words)
        .collect()
}

pub(super) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for entry in entries.flatten() {
        if entry.path().is_dir() {
            out.extend(files_below(&entry.path()));
        } else {
            out.push(entry.path());
        }
    }
    out
}
