//! Small dictionaries of Hunspell written out: each word with the beginnings and endings it takes.
//!
//! Never: writes out the words of a whole language; that is for a dictionary to hold.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

/// The most words, endings written out, that are a list and no language.
const MOST: usize = 20_000;

/// How flags stand behind a word.
#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum Flags {
    /// One character each.
    #[default]
    One,
    /// Two characters each.
    Two,
    /// Numbers, parted by commas.
    Numbers,
}

impl Flags {
    fn read(self, text: &str) -> Vec<String> {
        let signs: Vec<char> = text.chars().collect();
        match self {
            Self::One => signs.iter().map(char::to_string).collect(),
            Self::Two => signs.chunks(2).map(|two| two.iter().collect()).collect(),
            Self::Numbers => text.split(',').map(|n| n.trim().to_owned()).collect(),
        }
    }
}

/// One beginning or ending.
struct Affix {
    is_prefix: bool,
    /// Whether it goes with one on the other side.
    is_crossed: bool,
    /// What goes away before it is added.
    strip: String,
    add: String,
    /// What the word must look like.
    on: Option<Regex>,
}

impl Affix {
    fn on(&self, word: &str) -> Option<String> {
        if self.on.as_ref().is_some_and(|on| !on.is_match(word)) {
            return None;
        }
        Some(if self.is_prefix {
            format!("{}{}", self.add, word.strip_prefix(self.strip.as_str())?)
        } else {
            format!("{}{}", word.strip_suffix(self.strip.as_str())?, self.add)
        })
    }
}

/// What an `.aff` file says about endings.
#[derive(Default)]
struct Affixes {
    flags: Flags,
    by_flag: BTreeMap<String, Vec<Affix>>,
}

/// The words of a `.dic` file with the endings of its `.aff`; nothing when they are too many.
pub(super) fn written_out(dic: &str, aff: &str) -> Option<Vec<String>> {
    let affixes = Affixes::read(aff);
    let mut out = BTreeSet::new();
    let lines = dic.trim_start_matches('\u{feff}').lines().enumerate();
    for (n, line) in lines {
        // behind a tab or a space stands what the word is
        let entry = line.split(['\t', ' ']).next().unwrap_or_default().trim();
        let is_count = n == 0 && entry.chars().all(|c| c.is_ascii_digit());
        if entry.is_empty() || entry.starts_with('#') || is_count {
            continue;
        }
        let (word, flags) = entry.split_once('/').unwrap_or((entry, ""));
        out.insert(word.to_owned());
        out.extend(affixes.forms(word, &affixes.flags.read(flags)));
        if out.len() > MOST {
            return None;
        }
    }
    Some(out.into_iter().collect())
}

impl Affixes {
    fn read(aff: &str) -> Self {
        let mut affixes = Self::default();
        let mut is_crossed = false;
        for line in aff.trim_start_matches('\u{feff}').lines() {
            let fields: Vec<&str> = line.split_whitespace().collect();
            match fields.as_slice() {
                ["FLAG", "long"] => affixes.flags = Flags::Two,
                ["FLAG", "num"] => affixes.flags = Flags::Numbers,
                // the head of a group
                ["PFX" | "SFX", _, cross @ ("Y" | "N"), n]
                    if n.chars().all(|c| c.is_ascii_digit()) =>
                {
                    is_crossed = *cross == "Y";
                }
                [kind @ ("PFX" | "SFX"), flag, strip, add, rest @ ..] => {
                    let is_prefix = *kind == "PFX";
                    let bare = |text: &str| {
                        if text == "0" {
                            String::new()
                        } else {
                            text.into()
                        }
                    };
                    let add = add.split('/').next().unwrap_or_default();
                    let on = rest.first().filter(|on| **on != ".").and_then(|on| {
                        let whole = if is_prefix {
                            format!("^{on}")
                        } else {
                            format!("{on}$")
                        };
                        Regex::new(&whole).ok()
                    });
                    let group = affixes.by_flag.entry((*flag).to_owned()).or_default();
                    group.push(Affix {
                        is_prefix,
                        is_crossed,
                        strip: bare(strip),
                        add: bare(add),
                        on,
                    });
                }
                _ => {}
            }
        }
        affixes
    }

    /// The forms of a word.
    fn forms(&self, word: &str, flags: &[String]) -> Vec<String> {
        let all: Vec<&Affix> = flags
            .iter()
            .filter_map(|flag| self.by_flag.get(flag))
            .flatten()
            .collect();
        let mut out = Vec::new();
        for ending in all.iter().filter(|affix| !affix.is_prefix) {
            let Some(form) = ending.on(word) else {
                continue;
            };
            let crossed = all
                .iter()
                .filter(|affix| affix.is_prefix && affix.is_crossed && ending.is_crossed);
            out.extend(crossed.filter_map(|affix| affix.on(&form)));
            out.push(form);
        }
        let beginnings = all.iter().filter(|affix| affix.is_prefix);
        out.extend(beginnings.filter_map(|affix| affix.on(word)));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFF: &str = "SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX S Y 2\nSFX S y ies [^aeiou]y\n\
        SFX S 0 s [^y]\nSFX N N 1\nSFX N 0 ness .\n";

    #[test]
    fn endings_are_written_out() {
        let words = written_out("3\nproxy/S\nshard/SU\nkind/N\tpo:noun\n", AFF).unwrap();
        let expect = [
            "kind", "kindness", "proxies", "proxy", "shard", "shards", "unshard", "unshards",
        ];
        assert_eq!(words, expect);
        let long = "FLAG long\nSFX Aa Y 1\nSFX Aa 0 é .\n";
        assert_eq!(written_out("1\ncaf/AaBb", long).unwrap(), ["caf", "café"]);
    }

    #[test]
    fn a_whole_language_is_none() {
        let words: Vec<String> = (0..=MOST).map(|n| format!("w{n}")).collect();
        assert_eq!(written_out(&words.join("\n"), ""), None);
    }
}
