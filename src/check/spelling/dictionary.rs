//! One dictionary in Hunspell's form, ready to be asked.
//!
//! Never: reads a file; its two texts are handed in.

use std::collections::BTreeSet;
use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::Lang;

/// Why two texts are no dictionary.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DictionaryFault {
    /// One of them does not parse.
    #[error("it does not parse ({0})")]
    Unreadable(String),
    /// There is no word in it.
    #[error("there are no words in it")]
    Empty,
}

/// The words of a language, and the endings they take.
pub struct Dictionary {
    tag: String,
    book: spellbook::Dictionary,
    /// The scripts that its words are written in.
    scripts: BTreeSet<u32>,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dictionary({:?})", self.tag)
    }
}

impl Dictionary {
    /// Makes a dictionary from the texts of its `.aff` and its `.dic`; `tag` is its language, as in
    /// `en_US`.
    pub fn new(tag: &str, aff: &str, dic: &str) -> Result<Self, DictionaryFault> {
        let book = spellbook::Dictionary::new(aff, dic)
            .map_err(|fault| DictionaryFault::Unreadable(fault.to_string()))?;
        let scripts: BTreeSet<u32> = dic
            .chars()
            .filter(|c| c.is_alphabetic())
            .map(script)
            .collect();
        if scripts.is_empty() {
            return Err(DictionaryFault::Empty);
        }
        Ok(Self {
            tag: tag.to_owned(),
            book,
            scripts,
        })
    }

    /// Its language and country, as in `en_US`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Its language, where the hint of a text can name it.
    pub fn language(&self) -> Option<Lang> {
        let named = [
            ("ar", Lang::Ara),
            ("de", Lang::Deu),
            ("en", Lang::Eng),
            ("es", Lang::Spa),
            ("fr", Lang::Fra),
            ("hi", Lang::Hin),
            ("it", Lang::Ita),
            ("ja", Lang::Jpn),
            ("ko", Lang::Kor),
            ("nl", Lang::Nld),
            ("pt", Lang::Por),
            ("ru", Lang::Rus),
            ("sv", Lang::Swe),
            ("tr", Lang::Tur),
            ("vi", Lang::Vie),
            ("zh", Lang::Cmn),
        ];
        let own = self.tag.split(['_', '-']).next().unwrap_or_default();
        let found = named.into_iter().find(|(name, _)| *name == own);
        found.map(|(_, language)| language)
    }

    /// Whether a word stands in it, in this case or as it would at the start of a sentence.
    ///
    /// English keeps its words without accents, and a café is one all the same.
    pub(super) fn knows(&self, word: &str) -> bool {
        let bare = || -> String { word.nfd().filter(|c| !is_combining_mark(*c)).collect() };
        self.book.check(word)
            || !word.is_ascii() && self.language() == Some(Lang::Eng) && self.book.check(&bare())
    }

    /// Whether all letters of a word are of a script that its words are written in.
    pub(super) fn reads(&self, word: &str) -> bool {
        word.chars()
            .filter(|c| c.is_alphabetic())
            .all(|c| self.scripts.contains(&script(c)))
    }

    /// What a word may have been meant to be, the likeliest first. Takes up to 30 ms.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut out = Vec::new();
        self.book.suggest(&word.replace(['’', 'ʼ'], "'"), &mut out);
        out
    }
}

/// A number for the script of a letter, by the blocks of Unicode: rough, but the same for all letters
/// of an alphabet.
fn script(c: char) -> u32 {
    match u32::from(c) {
        0..0x250 | 0x1e00..0x1f00 => 0,
        0x370..0x400 | 0x1f00..0x2000 => 1,
        0x400..0x530 => 2,
        other => 3 + (other >> 8),
    }
}
