//! What a text loses on its way to the clipboard.
//!
//! Never: changes a word.

use unicode_normalization::UnicodeNormalization as _;

/// A text fit for the clipboard, and what was taken out of it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cleaned {
    /// Composed (NFC), line breaks as LF, no control characters but tab and LF.
    pub text: String,
    /// How many control characters were removed.
    pub n_removed: usize,
}

/// Returns `text` with every line break as LF.
pub fn with_lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns `text` as it may stand on a clipboard: NFC, LF, no control characters.
///
/// A NUL would end the text in programs written in C, an escape character would act in a terminal.
///
/// ```
/// let cleaned = postwright::text::for_clipboard("cafe\u{301}\r\n\u{7}");
/// assert_eq!((cleaned.text.as_str(), cleaned.n_removed), ("café\n", 1));
/// ```
pub fn for_clipboard(text: &str) -> Cleaned {
    let mut n_removed = 0;
    let text = with_lf(text)
        .chars()
        .filter(|c| {
            let keep = !c.is_control() || matches!(c, '\n' | '\t');
            n_removed += usize::from(!keep);
            keep
        })
        .nfc()
        .collect();
    Cleaned { text, n_removed }
}
