//! What a person chose for themselves: `settings.ron`.
//!
//! Never: loses a setting that it does not know, or writes over a newer version's file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::atomic::{make_private_dir, set_aside, unchanged, write_over};
use super::edit::{changes, fields_of, pretty, set_fields};
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, unreadable};
use super::turn::turn;
use super::{Home, LoadFault, Notice, ReadFault, StoreFault};
use crate::draft::Speaker;
use crate::guideline::{Fault, field_span, from_ron};

/// The format that this version reads and writes.
const FORMAT: u32 = 1;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum ThemeChoice {
    /// As the system does.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// With the strongest contrast.
    Contrast,
}

/// When nudges are shown.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Wait {
    /// When the writer stops typing.
    #[default]
    WhenIStop,
    /// When a sentence is finished.
    SentenceEnd,
    /// When the writer asks.
    WhenIAsk,
}

/// Whether misspelt words are marked.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum SpellingChoice {
    /// As one writes.
    #[default]
    On,
    /// Not at all.
    Off,
}

/// The settings.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Settings {
    /// The format of the file.
    pub format: u32,
    /// How the window looks.
    pub theme: ThemeChoice,
    /// How large everything is; 1 is as the system says.
    pub zoom: f32,
    /// The width and height of the window, in points.
    pub window: Option<(f32, f32)>,
    /// The width of the report beside the text, in points.
    pub report_width: Option<f32>,
    /// The set that was used last.
    pub set: String,
    /// Who spoke last.
    pub speaker: Option<Speaker>,
    /// The platforms that were used last, in the order of the tabs.
    pub platforms: Vec<String>,
    /// Team folders.
    pub folders: Vec<PathBuf>,
    /// Keys that were changed: command and key.
    pub keys: BTreeMap<String, String>,
    /// When nudges are shown.
    pub wait: Wait,
    /// Whether misspelt words are marked.
    pub spelling: SpellingChoice,
    /// The language of the dictionary, as in `en_GB`; the system's when empty.
    pub language: String,
    /// Whether a newer version wrote the file, so that it is not written.
    #[serde(skip)]
    pub is_newer: bool,
    /// Whether the file could not be read, so that it is not written: what it says is not known.
    #[serde(skip)]
    pub is_unread: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: FORMAT,
            theme: ThemeChoice::default(),
            zoom: 1.0,
            window: None,
            report_width: None,
            set: "smart-start".to_owned(),
            speaker: None,
            platforms: Vec::new(),
            folders: Vec::new(),
            keys: BTreeMap::new(),
            wait: Wait::default(),
            spelling: SpellingChoice::default(),
            language: String::new(),
            is_newer: false,
            is_unread: false,
        }
    }
}

impl Settings {
    /// Loads the settings. A file that cannot be used is set aside, the defaults stand in, and the
    /// notice says so.
    pub fn load(home: &Home) -> (Self, Option<Notice>) {
        let path = home.settings();
        let source = match read_text(home.fs(), &path, MOST) {
            Ok(source) => source,
            Err(fault) if is_missing(&fault) => return (Self::default(), None),
            Err(fault @ ReadFault::Io(_)) => {
                let notice = notice(
                    "The settings can't be read",
                    &unreadable(&path, &fault),
                    None,
                );
                let settings = Self {
                    is_unread: true,
                    ..Self::default()
                };
                return (settings, Some(notice));
            }
            Err(fault) => return broken(home, &unreadable(&path, &fault)),
        };
        match read(&source) {
            Ok(settings) => (settings, None),
            Err(fault) if format_of(&source) > FORMAT => {
                let settings = Self {
                    is_newer: true,
                    ..Self::default()
                };
                let fault = LoadFault { path, fault };
                let title = "A newer version of Postwright wrote the settings";
                (settings, Some(notice(title, &fault, None)))
            }
            Err(fault) => broken(home, &LoadFault { path, fault }),
        }
    }

    /// Saves the settings. What changed is put into the file; every other byte stays, whether this
    /// version knows it or not.
    pub fn save(&self, home: &Home) -> Result<(), StoreFault> {
        self.keep(None, home)
    }

    /// Saves what differs from `before`, the settings as this window knew them last: what another
    /// window has changed since then stays.
    pub fn save_since(&self, before: &Self, home: &Home) -> Result<(), StoreFault> {
        self.keep(Some(before), home)
    }

    fn keep(&self, before: Option<&Self>, home: &Home) -> Result<(), StoreFault> {
        let path = home.settings();
        if self.is_newer {
            return Err(StoreFault::Newer { path });
        }
        if self.is_unread {
            return Err(StoreFault::Unread { path });
        }
        let own = self.clone().tidied();
        let fault = |source| StoreFault::Write {
            path: path.clone(),
            source,
        };
        let unfit = || StoreFault::Unfit { path: path.clone() };
        let _turn = turn(home)?;
        let (text, fields) = match read_text(home.fs(), &path, MOST) {
            Ok(source) if format_of(&source) > FORMAT => return Err(StoreFault::Newer { path }),
            Ok(source) => {
                if let Ok(old) = read(&source) {
                    let before = before.map(|before| before.clone().tidied());
                    let fields = changes(before.as_ref().unwrap_or(&old), &own);
                    let fields = fields.ok_or_else(unfit)?;
                    if fields.is_empty() {
                        return unchanged(home.fs(), &path);
                    }
                    (set_fields(&source, &fields), fields)
                } else {
                    set_aside(home.fs(), &path, &home.quarantine()).map_err(fault)?;
                    whole(&own)
                }
            }
            Err(fault) if is_missing(&fault) => whole(&own),
            Err(source) => return Err(StoreFault::Read { path, source }),
        };
        let text = text
            .filter(|text| says(text, &own, &fields))
            .ok_or_else(unfit)?;
        make_private_dir(home.fs(), &home.config).map_err(fault)?;
        write_over(home.fs(), &path, text.as_bytes())
    }

    /// The same with a zoom at which a person can work.
    fn tidied(self) -> Self {
        let zoom = if self.zoom.is_finite() {
            self.zoom.clamp(0.5, 3.0)
        } else {
            1.0
        };
        Self { zoom, ..self }
    }
}

/// Reads settings of any format as far as this version understands them.
fn read(source: &str) -> Result<Settings, Fault> {
    let settings: Settings = from_ron(source)?;
    Ok(Settings {
        is_newer: settings.format > FORMAT,
        ..settings.tidied()
    })
}

/// The format that a file claims, even one that cannot be read.
fn format_of(source: &str) -> u32 {
    field_span(source, "format")
        .and_then(|span| span.of(source).parse().ok())
        .unwrap_or_default()
}

/// A file of its own for settings, and all of their fields.
fn whole(settings: &Settings) -> (Option<String>, Vec<(String, String)>) {
    let text = pretty(settings).map(|text| text + "\n");
    (text, fields_of(settings).unwrap_or_default())
}

/// Whether a text reads back as settings that have these fields as `own` has them.
fn says(text: &str, own: &Settings, fields: &[(String, String)]) -> bool {
    let left = read(text).ok().and_then(|read| changes(&read, own));
    let is_wanted = |(name, _): &(String, String)| fields.iter().any(|(other, _)| other == name);
    left.is_some_and(|left| !left.iter().any(is_wanted))
}

/// Sets a broken file aside; the defaults stand in.
fn broken(home: &Home, fault: &LoadFault) -> (Settings, Option<Notice>) {
    let moved = set_aside(home.fs(), &home.settings(), &home.quarantine()).ok();
    let title = "The settings had a fault, so they start afresh";
    (Settings::default(), Some(notice(title, fault, moved)))
}

fn notice(title: &str, fault: &LoadFault, moved: Option<PathBuf>) -> Notice {
    let detail = match &moved {
        Some(to) => {
            let to = to.to_string_lossy();
            format!("{fault}; the file was set aside as {to:?}")
        }
        None => fault.to_string(),
    };
    Notice {
        title: title.to_owned(),
        detail,
        path: moved.or_else(|| Some(fault.path.clone())),
    }
}
