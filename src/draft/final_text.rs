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
        let already = !signed.is_empty() && body.ends_with(&signed);
        let signature_at = body.len();
        if signed.is_empty() || body.is_empty() || already {
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

    /// What `platform` counts for it.
    pub fn count(&self, platform: &Platform) -> Count {
        platform.count_signed(&self.text, self.signature_at)
    }
}
