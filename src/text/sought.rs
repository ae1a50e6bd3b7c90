//! A text as it is searched: in any case, with and without accents, alike.
//!
//! Never: hands out a place; what is found is the text as a whole.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::fold;

/// Returns `text` as it is searched: folded as [`fold`] does it, compatibility forms as the letters
/// they stand for, without accents.
///
/// ```
/// use postwright::text::sought;
/// assert_eq!(sought("Café ＡＢＣ"), "cafe abc");
/// assert_eq!(sought("STRASSE’s"), sought("straße's"));
/// ```
pub fn sought(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() {
        return folded;
    }
    folded
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_forms_do_not_matter() {
        for (one, other) in [
            ("Zürich", "zurich"),
            ("e\u{301}te\u{301}", "ÉTÉ"),
            ("İstanbul", "istanbul"),
            ("ﬁne", "FINE"),
            ("Ελλάδα", "ελλαδα"),
            ("it’s", "IT'S"),
        ] {
            assert_eq!(sought(one), sought(other), "{one} and {other}");
        }
        assert_eq!(sought("👩‍🔧 ok"), sought("👩🔧 OK"));
        assert_ne!(sought("seal"), sought("seel"));
    }
}
