//! `AccidentalLink`: a name that the platform turns into a link although nobody meant one.
//!
//! Never: touches an address that somebody may have meant; `example.com` and `shop.example/returns`
//! are left alone.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::Fix;
use crate::check::finding::Applicability;
use crate::text::Span;

/// Finds file names (`README.md`), a missing space (`Done.Next`) and product names (`ASP.NET`) that
/// become links, on platforms that make links of bare names.
///
/// Such a link costs as much as any other and leads to strangers. What stands in a quotation becomes
/// a link, too, so a rule says `within: Anywhere`.
///
/// ```ron
/// find: AccidentalLink
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct AccidentalLink {}

impl Kind for AccidentalLink {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }
}

/// Endings of files that are top-level domains as well (both lists are those of IANA and of
/// everyday use; <https://www.iana.org/domains/root/db>), rarely met in addresses. Sorted.
const FILES: [&str; 6] = ["md", "mov", "py", "rs", "sh", "zip"];
/// Endings of files that many addresses end in; only a usual name of a file tells them apart. Sorted.
const SHARED: [&str; 8] = ["am", "cc", "ml", "pl", "pm", "ps", "so", "tf"];
/// Usual names of files, in small letters. Sorted.
const STEMS: [&str; 19] = [
    "app",
    "build",
    "config",
    "configure",
    "example",
    "hello",
    "index",
    "init",
    "install",
    "lib",
    "main",
    "makefile",
    "module",
    "run",
    "script",
    "setup",
    "test",
    "tests",
    "utils",
];
/// Labels before a country's ending that make the whole an address. Sorted.
const REGISTRIES: [&str; 8] = ["ac", "co", "com", "edu", "gov", "in", "net", "org"];
/// Addresses that people mean, although they look like files. Sorted.
const SITES: [&str; 5] = ["brew.sh", "bun.sh", "docs.rs", "ohmyz.sh", "transfer.sh"];
/// Endings that no sentence starts with, so a capital makes no sentence: `Example.Com`. Sorted.
const NO_WORDS: [&str; 9] = ["ai", "app", "com", "dev", "edu", "gov", "io", "net", "org"];
/// Products that are called after `.NET`; written `.NET`, any name is one. Sorted.
const DOT_NET: [&str; 7] = ["ado", "asp", "json", "ml", "paint", "quartz", "vb"];
/// Files that every reader knows without their ending. Sorted.
const KNOWN_FILES: [&str; 6] = [
    "CHANGELOG",
    "CONTRIBUTING",
    "LICENSE",
    "README",
    "ROADMAP",
    "SECURITY",
];

/// Why a name is taken for no address.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mishap {
    File,
    MissingSpace,
    Product,
}

struct Ready;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let (text, platform) = (looking.text(), looking.post.platform);
        if !platform.bare_links || !may_hold_one(text) {
            return Vec::new();
        }
        let links = platform.links_in(text).into_iter();
        links
            .filter_map(|link| {
                let span = whole_name(text, link);
                let name = span.of(text);
                let mishap = mishap(name, span != link)?;
                let is_meant =
                    looking.own_names.binary_search(&span).is_ok() || is_own(name, looking);
                (!is_meant).then(|| Match {
                    span,
                    fixes: fixes(text, span, mishap),
                    ..Match::default()
                })
            })
            .collect()
    }
}

/// Whether some dot of `text` may stand in such a name: a quick look before links are sought.
fn may_hold_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut dots = text.match_indices('.').map(|(at, _)| at);
    dots.any(|at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let label: &[u8] = bytes.get(at + 1..).unwrap_or_default();
        let n = label.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let label = text.get(at + 1..at + 1 + n).unwrap_or_default();
        let is_joined = before.is_some_and(|b| !b.is_ascii_whitespace()) && n > 1;
        is_joined
            && (label.starts_with(|c: char| c.is_ascii_uppercase())
                || FILES.binary_search(&label).is_ok()
                || SHARED.binary_search(&label).is_ok())
    })
}

/// The link with what stands before it in the same word: X makes a link of `tool.min.py`
/// in `my_tool.min.py`.
fn whole_name(text: &str, link: Span) -> Span {
    let before = text.get(..link.start).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    Span::new(before.trim_end_matches(is_part).len(), link.end)
}

/// What went wrong with `name`, if anything did; `is_part` says that only a part of it is a link.
fn mishap(name: &str, is_part: bool) -> Option<Mishap> {
    let is_address = name.contains(['/', ':', '?', '#']);
    let has_www = name
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("www."));
    if is_address || has_www {
        return None;
    }
    let (stem, ending) = name.rsplit_once('.')?;
    let small = ending.to_ascii_lowercase();
    let label = stem.rsplit('.').next().unwrap_or(stem).to_ascii_lowercase();
    let is_in = |list: &[&str], word: &str| list.binary_search(&word).is_ok();
    if ending == "NET" || (ending == "Net" && is_in(&DOT_NET, &label)) {
        return Some(Mishap::Product);
    }
    if is_sentence_start(stem, ending) && !is_in(&NO_WORDS, &small) {
        return Some(Mishap::MissingSpace);
    }
    let is_file = match () {
        () if is_in(&SITES, &name.to_ascii_lowercase()) || is_in(&REGISTRIES, &label) => false,
        () if is_in(&FILES, &small) => true,
        () => is_in(&SHARED, &small) && (is_part || is_in(&STEMS, &label)),
    };
    is_file.then_some(Mishap::File)
}

/// Whether `ending` looks like the first word of a sentence behind the last word of another.
fn is_sentence_start(stem: &str, ending: &str) -> bool {
    let mut letters = ending.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let goes_on_small = ending.chars().count() > 1 && letters.all(char::is_lowercase);
    let ends_small = stem.ends_with(|c: char| c.is_lowercase() || c.is_numeric());
    is_capital && goes_on_small && ends_small
}

/// Whether `name` is an own domain of the organisation, or lies under one.
fn is_own(name: &str, looking: &Looking<'_>) -> bool {
    let name = name.to_lowercase();
    looking.own_domains.iter().any(|own| {
        name.strip_suffix(own.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Ways to write it that make no link. None of them hides a character in it.
fn fixes(text: &str, span: Span, mishap: Mishap) -> Vec<Fix> {
    let name = span.of(text);
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return Vec::new();
    };
    let written = match mishap {
        Mishap::MissingSpace => vec![format!("{stem}. {ending}")],
        Mishap::Product => vec![format!("{stem} .{ending}")],
        Mishap::File if KNOWN_FILES.binary_search(&stem).is_ok() => vec![stem.to_owned()],
        Mishap::File => vec![
            format!("{stem} (.{ending})"),
            format!("{stem} dot {ending}"),
        ],
    };
    written
        .into_iter()
        .map(|words| Fix {
            applicability: match mishap {
                Mishap::MissingSpace => Applicability::Safe,
                Mishap::File | Mishap::Product => Applicability::Ask,
            },
            ..Fix::replace(text, span, &words)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expect: Option<Mishap>) {
        for name in names {
            assert_eq!(mishap(name, false), expect, "{name}");
        }
    }

    #[test]
    fn files_sentences_and_products_are_told_from_addresses() {
        check(
            &["README.md", "main.rs", "a.b.PY", "index.pl", "notes-2.zip"],
            Some(Mishap::File),
        );
        check(
            &["Done.Next", "2026.In", "there.Here"],
            Some(Mishap::MissingSpace),
        );
        check(&["ASP.NET", "Paint.NET", "Vb.Net"], Some(Mishap::Product));
        check(
            &["example.com", "Example.Com", "EXAMPLE.COM", "www.blic.rs"],
            None,
        );
        check(
            &[
                "docs.rs",
                "una.com.py",
                "allegro.pl",
                "shop.md/returns",
                "behance.net",
            ],
            None,
        );
    }

    #[test]
    fn lists_are_sorted() {
        for list in [
            &FILES[..],
            &SHARED,
            &STEMS,
            &REGISTRIES,
            &SITES,
            &NO_WORDS,
            &DOT_NET,
            &KNOWN_FILES,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
