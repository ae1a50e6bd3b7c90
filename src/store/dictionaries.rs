//! The texts of dictionaries for spelling: the writer's own, the system's, or the English one that
//! is built in.
//!
//! Never: judges a word, or leaves the writer without a dictionary because a file is broken.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::fs::{Fs as _, Real};
use super::reading::read_bytes;
use super::shelf::unreadable;
use super::{Home, LoadFault, Notice, shipped};

/// How large a dictionary may be.
const MOST: u64 = 64 * 1024 * 1024;
/// The language of the built-in dictionary.
const BUILT_IN: &str = "en";
/// Where systems keep dictionaries in Hunspell's form.
const FOLDERS: [&str; 6] = [
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
];

/// A dictionary as its two files say it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DictionaryText {
    /// Its language and country, as in `en_GB`.
    pub tag: String,
    /// How words change.
    pub aff: String,
    /// The words.
    pub dic: String,
    /// The file of the words; none for the built-in one.
    pub path: Option<PathBuf>,
}

/// Where dictionaries are looked for, and which one is wanted.
#[derive(Clone, Debug)]
pub struct Dictionaries {
    /// The folders, the first one wins.
    pub folders: Vec<PathBuf>,
    /// The language, as in `de_DE`, or `de` for any country's.
    pub language: String,
    /// Whether the writer named it, so that it is missed when it is not there.
    pub is_chosen: bool,
}

impl Dictionaries {
    /// The writer's own folder, `$DICPATH` and the system's folders; the language of the settings,
    /// or else of the system.
    pub fn of_system(home: &Home, chosen: &str) -> Self {
        let named = std::env::var_os("DICPATH").unwrap_or_default();
        let named = std::env::split_paths(&named).filter(|folder| !folder.as_os_str().is_empty());
        let mut folders = vec![home.dictionaries()];
        folders.extend(named);
        if let Some(dirs) = BaseDirs::new() {
            folders.push(dirs.data_dir().join("hunspell"));
            folders.push(dirs.home_dir().join("Library/Spelling"));
        }
        folders.extend(FOLDERS.map(PathBuf::from));
        let chosen = tag_of(chosen);
        let is_chosen = !chosen.is_empty();
        let of_system = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .filter_map(std::env::var_os)
                .map(|locale| tag_of(&locale.to_string_lossy()))
                .find(|tag| !tag.is_empty())
        };
        let language = if is_chosen {
            chosen
        } else {
            of_system().unwrap_or_else(|| BUILT_IN.to_owned())
        };
        Self {
            folders,
            language,
            is_chosen,
        }
    }

    /// Reads the dictionary that is wanted. Where it cannot be had the built-in one stands in, and
    /// the notice says so if somebody would miss it.
    pub fn read(&self) -> (DictionaryText, Option<Notice>) {
        let notice = match self.find() {
            Some((tag, aff, dic)) => match texts(tag, &aff, &dic) {
                Ok(found) => return (found, None),
                Err(fault) => Some(stands_in(&fault)),
            },
            None if self.is_chosen && !self.is_english() => Some(Notice {
                title: format!("There is no dictionary for {} here.", self.language),
                detail: "The built-in English one stands in. Install the Hunspell dictionary of your language, or name another language in the settings".to_owned(),
                path: None,
            }),
            None => None,
        };
        (self.built_in(), notice)
    }

    /// The dictionary that is built in, in the English of the language's country.
    pub fn built_in(&self) -> DictionaryText {
        let (aff, dic) = shipped::dictionary(&self.language);
        let tag = if self.is_english() {
            self.language.clone()
        } else {
            BUILT_IN.to_owned()
        };
        DictionaryText {
            tag,
            aff: aff.to_owned(),
            dic,
            path: None,
        }
    }

    fn is_english(&self) -> bool {
        self.language.split('_').next() == Some(BUILT_IN)
    }

    /// The files of the language in the first folder that has both: of its country, of any, of
    /// another.
    fn find(&self) -> Option<(String, PathBuf, PathBuf)> {
        let tags = self.folders.iter().map(|folder| (folder, tags_in(folder)));
        let tags: Vec<(&PathBuf, Vec<String>)> = tags.collect();
        let own = &self.language;
        let bare = own.split('_').next().unwrap_or(own);
        let is_exact = |tag: &str| tag == own;
        let is_bare = |tag: &str| tag == bare;
        let is_kin = |tag: &str| {
            tag.strip_prefix(bare)
                .is_some_and(|rest| rest.starts_with('_'))
        };
        let ways: [&dyn Fn(&str) -> bool; 3] = [&is_exact, &is_bare, &is_kin];
        // the built-in one serves every English better than another country's
        let n_ways = if bare == BUILT_IN { 1 } else { ways.len() };
        ways.into_iter().take(n_ways).find_map(|fits| {
            tags.iter().find_map(|(folder, tags)| {
                let tag = tags.iter().find(|tag| fits(&tag.replace('-', "_")))?;
                let file = |ending: &str| folder.join(format!("{tag}.{ending}"));
                Some((tag.replace('-', "_"), file("aff"), file("dic")))
            })
        })
    }
}

/// The language and country of a locale: `de_DE` of `de_DE.UTF-8@euro`, nothing of `C`.
fn tag_of(locale: &str) -> String {
    let tag = locale.split(['.', '@', ':']).next().unwrap_or_default();
    let tag = tag.trim().replace('-', "_");
    let is_tag = tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_language = is_tag && tag.len() > 1 && tag != "POSIX";
    if is_language { tag } else { String::new() }
}

/// The names of the dictionaries of a folder that have both files, sorted.
fn tags_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = Real.list(folder) else {
        return Vec::new();
    };
    let paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path).collect();
    let mut tags: Vec<String> = paths
        .iter()
        .filter(|path| path.extension() == Some(OsStr::new("dic")))
        .filter(|path| paths.contains(&path.with_extension("aff")))
        .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned))
        .collect();
    tags.sort();
    tags
}

fn texts(tag: String, aff: &Path, dic: &Path) -> Result<DictionaryText, LoadFault> {
    let read =
        |path: &Path| read_bytes(&Real, path, MOST).map_err(|fault| unreadable(path, &fault));
    let (aff_bytes, dic_bytes) = (read(aff)?, read(dic)?);
    let encoding = encoding_of(&aff_bytes).map_err(|name| {
        LoadFault::of_file(aff, format!("the encoding {name:?} is not known here"))
    })?;
    let (aff_text, _, _) = encoding.decode(&aff_bytes);
    let (dic_text, _, is_torn) = encoding.decode(&dic_bytes);
    if is_torn {
        let reason = format!("the file is not {}, as its .aff says", encoding.name());
        return Err(LoadFault::of_file(dic, reason));
    }
    Ok(DictionaryText {
        tag,
        aff: aff_text.into_owned(),
        dic: dic_text.into_owned(),
        path: Some(dic.to_owned()),
    })
}

/// The encoding that an `.aff` names; dictionaries that name none are as old as Latin 1.
fn encoding_of(aff: &[u8]) -> Result<&'static encoding_rs::Encoding, String> {
    let named = aff
        .split(|byte| *byte == b'\n')
        .find_map(|line| line.strip_prefix(b"SET "))
        .map(|name| String::from_utf8_lossy(name).trim().to_lowercase());
    let Some(name) = named else {
        return Ok(encoding_rs::WINDOWS_1252);
    };
    let label = match name.as_str() {
        "microsoft-cp1251" => "windows-1251",
        "tis620-2533" => "tis-620",
        other => other,
    };
    encoding_rs::Encoding::for_label(label.as_bytes()).ok_or(name)
}

/// Says that a dictionary cannot be used and what is used instead.
pub fn stands_in(fault: &LoadFault) -> Notice {
    Notice {
        title: "A dictionary cannot be used.".to_owned(),
        detail: format!("{fault}; the built-in English one stands in"),
        path: Some(fault.path.clone()),
    }
}
