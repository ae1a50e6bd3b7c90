//! Which language a text is in, as a hint.
//!
//! Never: decides; it knows sixteen languages and guesses among them, so whoever asks needs a second
//! witness.

pub use whichlang::Lang;

/// The fewest letters from which a guess is worth something.
const FEWEST: usize = 20;

/// Returns the language that a text is probably in; none when it has too few letters to tell.
///
/// ```
/// use postwright::text::{Lang, language};
/// assert_eq!(language("Wir sind ab Montag wieder für euch da."), Some(Lang::Deu));
/// assert_eq!(language("OK!"), None);
/// ```
pub fn language(text: &str) -> Option<Lang> {
    let has_enough = text.chars().filter(|c| c.is_alphabetic()).nth(FEWEST - 1);
    has_enough.map(|_| whichlang::detect_language(text))
}
