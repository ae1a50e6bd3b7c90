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

/// The languages that are told apart, each with its code of ISO 639-1.
const CODES: [(Lang, &str); 16] = [
    (Lang::Ara, "ar"),
    (Lang::Cmn, "zh"),
    (Lang::Deu, "de"),
    (Lang::Eng, "en"),
    (Lang::Fra, "fr"),
    (Lang::Hin, "hi"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Nld, "nl"),
    (Lang::Por, "pt"),
    (Lang::Rus, "ru"),
    (Lang::Spa, "es"),
    (Lang::Swe, "sv"),
    (Lang::Tur, "tr"),
    (Lang::Vie, "vi"),
];

/// Whether a text of the language `guess` may be in the language of a code such as `en` or `en-GB`.
/// Nobody can tell where there is no guess, or where the code is of a language that is not known here.
///
/// ```
/// use postwright::text::{language, may_be_in};
/// let guess = language("Wir sind ab Montag wieder für euch da.");
/// assert!(may_be_in(guess, "de") && !may_be_in(guess, "en-GB") && may_be_in(guess, "cy"));
/// ```
pub fn may_be_in(guess: Option<Lang>, code: &str) -> bool {
    let code = code.split(['-', '_']).next().unwrap_or_default();
    let asked = CODES
        .iter()
        .find(|(_, known)| known.eq_ignore_ascii_case(code));
    match (guess, asked) {
        (Some(guess), Some((asked, _))) => guess == *asked,
        _ => true,
    }
}
