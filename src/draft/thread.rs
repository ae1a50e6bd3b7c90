//! A text as the thread in which it goes out, signed where the writer wants it.
//!
//! Never: signs twice, or numbers a thread of one part.

use super::FinalText;
use crate::platform::{Numbering, Platform, Signed, Split, Thread, split};
use crate::signature::Signature;

/// Splits `text` for `platform`. A text that already ends in the signature is split without it, so
/// that it stays whole and stands behind the number.
pub fn signed_thread(
    text: &str,
    signature: &Signature,
    platform: &Platform,
    (numbering, signed): (Numbering, Signed),
) -> Thread {
    let words = FinalText::without_signature(text.trim_end(), &signature.text).unwrap_or(text);
    let signature = if signature.is_empty() {
        String::new()
    } else {
        format!("{}{}", signature.joint, signature.text)
    };
    let how = Split {
        numbering,
        signature: &signature,
        signed,
    };
    split(words, platform, &how)
}
