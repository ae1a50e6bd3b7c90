//! Spelling rules of Vale as words that the set takes for right.
//!
//! Never: makes a rule of spelling, which marks words and finds nothing; or takes over a dictionary
//! of a whole language, which is chosen in the settings.

use super::affixes::written_out;
use super::dialect::ours;
use super::options::Options;
use super::package::WordFile;
use crate::guideline::Fault;

/// Dictionaries that the built-in one stands for.
const BUILT_IN: [&str; 2] = ["en_US", "en_US-web"];

/// What a spelling rule comes to.
#[derive(Debug, Default)]
pub(super) struct Spelt {
    /// Words and patterns of words that are right.
    pub(super) words: Vec<String>,
    /// What of it is left out.
    pub(super) note: Option<String>,
}

/// `spelling`: its words are taken over; what it says and how loud is of no use here.
pub(super) fn spelling(options: &mut Options, files: &[WordFile]) -> Result<Spelt, Fault> {
    // what is none of our business: where it looks, how it suggests, which words it never judges
    for name in ["scope", "action", "custom", "threshold", "append", "vocab"] {
        options.take(name);
    }
    options.take("dicpath");
    let mut spelt = Spelt::default();
    let mut notes = Vec::new();
    for words in options.texts("exceptions")? {
        spelt.words.extend(term(&words));
    }
    for filter in options.texts("filters")? {
        match filtered(&filter) {
            Some(words) => spelt.words.extend(words),
            None => notes.push(format!("without its filter `{filter}`")),
        }
    }
    for name in options.texts("ignore")? {
        match file(files, &name) {
            Some(list) => spelt.words.extend(plain(&list.source)),
            None => notes.push(format!("without its list `{name}`, which is not here")),
        }
    }
    let mut dictionaries = options.texts("dictionaries")?;
    options.take("aff");
    dictionaries.extend(options.texts("dic")?);
    for name in dictionaries {
        match dictionary(files, &name) {
            Some(words) => spelt.words.extend(words),
            None => notes.push(format!(
                "without its dictionary `{name}`; that of a language is chosen in the settings"
            )),
        }
    }
    let unasked = options.unasked();
    if !unasked.is_empty() {
        notes.push(format!("without {}", unasked.join(", ")));
    }
    spelt.note = (!notes.is_empty()).then(|| notes.join("; "));
    Ok(spelt)
}

/// The words of a list, one on each line.
fn plain(list: &str) -> Vec<String> {
    let lines = list.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| {
            if has_signs(line) {
                regex::escape(line)
            } else {
                line.to_owned()
            }
        })
        .collect()
}

/// An accepted term, word by word where it is none of the patterns that reach over several.
pub(super) fn term(term: &str) -> Vec<String> {
    let term = ours(term.trim().trim_start_matches("(?i)"));
    if !has_signs(&term) {
        return vec![term];
    }
    let words = term.split(' ').filter(|word| !word.is_empty());
    let words = words.map(|word| word.replace(r"\b", ""));
    words.filter(|word| reads(word)).collect()
}

/// A filter as words or as a pattern of whole words; nothing when it cannot be read. Vale asks whether
/// it matches anywhere in a word.
fn filtered(filter: &str) -> Option<Vec<String>> {
    let bare = ours(filter).replace(r"\b", "");
    if !has_signs(&bare) {
        return Some(vec![bare]);
    }
    if is_of_letters(&bare) {
        return reads(&bare).then(|| vec![bare]);
    }
    let whole = format!(".*(?:{}).*", ours(filter));
    reads(&whole).then(|| vec![whole])
}

/// Whether a pattern is words with letters to choose from, as in `[Aa]utoscal(er|ing)s?`.
fn is_of_letters(pattern: &str) -> bool {
    let is_fine = |c: char| c.is_alphabetic() || "[]()|?'’-".contains(c);
    pattern.chars().all(is_fine) && !pattern.contains("(?")
}

fn has_signs(words: &str) -> bool {
    words.contains(['\\', '[', '(', '{', '?', '*', '|', '^', '$']) || words.contains(".+")
}

fn reads(pattern: &str) -> bool {
    regex::Regex::new(&format!("^(?:{pattern})$")).is_ok()
}

/// The words of a dictionary that lies with the styles and is no whole language; none for one that is
/// built in.
fn dictionary(files: &[WordFile], name: &str) -> Option<Vec<String>> {
    let name = name.trim_end_matches(".dic");
    let dic = file(files, &format!("{name}.dic"));
    let words = dic.and_then(|dic| {
        let aff = file(files, &format!("{name}.aff"));
        written_out(&dic.source, aff.map_or("", |aff| &aff.source))
    });
    let bare = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match words {
        Some(words) => Some(words.iter().flat_map(|word| plain(word)).collect()),
        None => BUILT_IN.contains(&bare).then(Vec::new),
    }
}

/// The file that a rule names; the folders before the name may be left out, or be too many.
fn file<'a>(files: &'a [WordFile], name: &str) -> Option<&'a WordFile> {
    let name = name.replace('\\', "/");
    let name = name.trim_start_matches(['.', '/']);
    let is_end = |whole: &str, end: &str| {
        let before = whole.strip_suffix(end);
        before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    let same = files.iter().find(|file| file.name == name);
    same.or_else(|| files.iter().find(|file| is_end(&file.name, name)))
        .or_else(|| files.iter().find(|file| is_end(name, &file.name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_become_patterns_of_whole_words() {
        let check = |filter: &str, expect: &str| {
            assert_eq!(filtered(filter).unwrap(), [expect], "{filter}");
        };
        check("kubelet", "kubelet");
        check(r"\b[cC]onfigs?\b", "[cC]onfigs?");
        check("[aA]utoscal(er|ing)", "[aA]utoscal(er|ing)");
        check("^py", ".*(?:^py).*");
        check("Node.js", "Node.js");
        assert_eq!(filtered("(?<!a)b"), None);
    }

    #[test]
    fn files_are_found_by_the_end_of_their_path() {
        let named = |name: &str| WordFile {
            name: name.to_owned(),
            source: String::new(),
        };
        let files = [named("config/ignore/words.txt"), named("Shop/more.txt")];
        let found = |name: &str| file(&files, name).map(|file| file.name.as_str());
        assert_eq!(found("words.txt"), Some("config/ignore/words.txt"));
        assert_eq!(found("./styles/Shop/more.txt"), Some("Shop/more.txt"));
        assert_eq!(found("ords.txt"), None);
    }
}
