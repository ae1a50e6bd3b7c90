//! The text exactly as it goes out: cleaned, with its signature.
//!
//! Never: adds anything that the writer was not shown.

use crate::platform::{Count, Platform};
use crate::signature::Signature;
use crate::text::for_clipboard;

/// A text as it goes to one platform.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FinalText {
    /// NFC, LF, no control characters, no blank lines at either end; signature included.
    pub text: String,
    /// Where the signature starts, its line breaks included; the text's length without one.
    pub signature_at: usize,
    /// How many control characters were taken out.
    pub n_removed: usize,
}

impl FinalText {
    /// Puts a body and a signature together. A body that already ends in the signature is not
    /// signed twice.
    pub fn new(body: &str, signature: &Signature) -> Self {
        let cleaned = for_clipboard(body);
        let body = cleaned.text.trim_matches(['\n', ' ', '\t']).to_owned();
        let signed = for_clipboard(&signature.text).text;
        let already = Self::without_signature(&body, &signed).map(str::len);
        let signature_at = already.unwrap_or(body.len());
        if signed.is_empty() || body.is_empty() || already.is_some() {
            return Self {
                text: body,
                signature_at,
                n_removed: cleaned.n_removed,
            };
        }
        Self {
            text: format!("{body}{}{signed}", signature.joint),
            signature_at,
            n_removed: cleaned.n_removed,
        }
    }

    /// The body of a text that ends in `signature`, without the blanks before it; none for a text
    /// that does not. A name at the end of a sentence is no signature.
    pub fn without_signature<'t>(text: &'t str, signature: &str) -> Option<&'t str> {
        let stands_alone = |body: &&str| {
            body.is_empty() || body.ends_with('\n') || !signature.starts_with(char::is_alphanumeric)
        };
        text.strip_suffix(signature)
            .filter(|_| !signature.is_empty())
            .filter(stands_alone)
            .map(str::trim_end)
    }

    /// The text without its signature.
    pub fn body(&self) -> &str {
        self.text.get(..self.signature_at).unwrap_or(&self.text)
    }

    /// What `platform` counts for it.
    pub fn count(&self, platform: &Platform) -> Count {
        platform.count_signed(&self.text, self.signature_at)
    }
}
