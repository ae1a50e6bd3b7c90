//! Many scripted actions in one window without a display, and what the process holds before and
//! after: typing, taking away, other platforms, other drafts and screens, approvals.

use std::fmt;
use std::path::Path;

use egui::{Event, Key, Modifiers, TexturesDelta, Theme};
use egui_kittest::{Harness, TestRenderer};
use postwright::app::Desk;
use postwright::store::Home;
use tempfile::TempDir;

use super::chance::Chance;

const WORDS: [&str; 10] = [
    "Thank you ",
    "for the kettle",
    ". ",
    "We guarantee it ",
    "#OpenDay ",
    "👩‍👩‍👧 ",
    "https://shop.example/returns ",
    "What should we mend next? ",
    "café ",
    "t",
];

/// A renderer that draws nothing and keeps nothing.
struct Blind;

impl TestRenderer for Blind {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        delta.clear();
    }

    fn render(
        &mut self,
        _: &egui::Context,
        _: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        Err("nothing is drawn".to_owned())
    }
}

/// Somebody at the window.
struct Hand {
    window: Harness<'static, Desk>,
    chance: Chance,
    /// About how long the text is, in bytes.
    n_typed: usize,
}

impl Hand {
    fn at(home: &Path) -> Self {
        let home = Home::at(home);
        let mut window = Harness::builder()
            .with_size([1200.0, 760.0])
            .with_theme(Theme::Light)
            .with_max_steps(16)
            .renderer(Blind)
            .build_eframe(|creation| Desk::new(&creation.egui_ctx, home));
        window.run_steps(3);
        Self {
            window,
            chance: Chance(5),
            n_typed: 0,
        }
    }

    fn types(&mut self, text: &str) {
        self.n_typed += text.len();
        self.window.event(Event::Text(text.to_owned()));
        self.window.step();
    }

    fn presses(&mut self, modifiers: Modifiers, key: Key) {
        self.window.event(Event::ModifiersChanged(modifiers));
        for pressed in [true, false] {
            self.window.event(Event::Key {
                key,
                pressed,
                modifiers,
                repeat: false,
                physical_key: None,
            });
        }
        self.window.event(Event::ModifiersChanged(Modifiers::NONE));
        self.window.step();
    }

    /// Empties the text.
    fn empties(&mut self) {
        self.presses(Modifiers::COMMAND, Key::A);
        self.presses(Modifiers::NONE, Key::Backspace);
        self.n_typed = 0;
    }

    /// Goes to another screen by its name in the rail, and back into the text.
    fn looks_at(&mut self, screen: &str) {
        use egui_kittest::kittest::Queryable as _;
        for label in [screen, "Write"] {
            let found = self.window.query_all_by_label(label).next();
            if let Some(found) = found {
                found.click();
            }
            self.window.step();
        }
    }

    fn act(&mut self) {
        let chance = self.chance.below(1_000);
        match chance {
            _ if self.n_typed > 700 => self.empties(),
            0..720 => {
                let word = WORDS[self.chance.below(WORDS.len())];
                self.types(word);
            }
            720..800 => self.presses(Modifiers::NONE, Key::Backspace),
            800..850 => self.presses(Modifiers::NONE, Key::ArrowLeft),
            850..880 => self.presses(Modifiers::COMMAND, Key::Z),
            880..900 => self.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
            900..940 => self.presses(Modifiers::CTRL, Key::Tab),
            940..960 => self.presses(Modifiers::NONE, Key::F8),
            960..970 => self.presses(Modifiers::NONE, Key::Escape),
            970..976 => self.presses(Modifiers::COMMAND, Key::Semicolon),
            976..990 => {
                let screens = ["Drafts", "Approved", "Guidelines", "People", "Platforms"];
                let screen = screens[self.chance.below(screens.len())];
                self.looks_at(screen);
            }
            990..992 if self.n_typed > 200 => self.approves(),
            992 => self.new_post(),
            _ => self.presses(Modifiers::NONE, Key::End),
        }
    }

    /// A plain text through the pause, whatever was there before.
    fn approves(&mut self) {
        self.empties();
        let n = self.chance.next();
        self.types(&format!(
            "The desk opens at nine on Monday, by the bakery. Door {n}. Which day suits you?"
        ));
        for _ in 0..4 {
            self.window.step();
        }
        self.presses(Modifiers::COMMAND, Key::Enter);
        self.presses(Modifiers::COMMAND, Key::Enter);
        for _ in 0..4 {
            self.window.step();
        }
        self.presses(Modifiers::NONE, Key::Escape);
    }

    /// Another draft; a few in all, because an empty one is taken up again.
    fn new_post(&mut self) {
        self.empties();
        self.presses(Modifiers::COMMAND, Key::N);
    }
}

/// What the process held.
pub struct Figures {
    n_actions: u32,
    n_warm: u32,
    /// The memory after the first actions and after the last, in bytes.
    held: [u64; 2],
    n_open: [usize; 2],
    n_approved: usize,
}

impl Figures {
    /// How much more there is in the end, in bytes.
    pub fn growth(&self) -> u64 {
        self.held[1].saturating_sub(self.held[0])
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mb = |bytes: u64| bytes as f64 / 1e6;
        write!(
            f,
            "soak: {} actions in one window, {} approvals; resident {:.1} MB after {}, {:.1} MB at \
             the end, {:.1} MB more; open files {} and {}",
            self.n_actions,
            self.n_approved,
            mb(self.held[0]),
            self.n_warm,
            mb(self.held[1]),
            mb(self.growth()),
            self.n_open[0],
            self.n_open[1]
        )
    }
}

/// Does so many actions, and looks at the memory after the first ones and at the end.
pub fn run(n_actions: u32, n_warm: u32) -> Figures {
    let dir = TempDir::new().unwrap();
    let mut hand = Hand::at(dir.path());
    let (mut held, mut n_open) = ([0; 2], [0; 2]);
    let since = std::time::Instant::now();
    for n in 1..=n_actions {
        hand.act();
        if n == n_warm {
            (held[0], n_open[0]) = holds();
        }
        if n % 20_000 == 0 {
            println!("{n} actions, {:?}, {:?}", holds(), since.elapsed());
        }
    }
    (held[1], n_open[1]) = holds();
    Figures {
        n_actions,
        n_warm,
        held,
        n_open,
        n_approved: n_files(&dir.path().join("approved")),
    }
}

/// The resident memory of this process in bytes, and its open files; zeros where the system does not
/// say.
fn holds() -> (u64, usize) {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok())
        .unwrap_or_default();
    let n_open = std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    (pages * 4096, n_open)
}

fn n_files(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let count = |path: std::path::PathBuf| if path.is_dir() { n_files(&path) } else { 1 };
    entries.flatten().map(|entry| count(entry.path())).sum()
}
