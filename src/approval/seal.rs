//! The code that binds an approval to the exact text.
//!
//! Never: leaves out anything that an approval stands for.

use std::fmt;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A SHA-256, in lower-case hex; shown by its first eight digits, `7F3A-9C21`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Seal {
    hash: String,
}

impl Seal {
    /// Seals the pieces in order: SHA-256 over netstrings (`<bytes>:<content>,`), so that no two
    /// lists of pieces run into the same bytes.
    pub fn of<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for piece in pieces {
            hash.update(format!("{}:", piece.len()));
            hash.update(piece);
            hash.update(",");
        }
        Self {
            hash: hex(&hash.finalize()),
        }
    }

    /// The whole hash: 64 hex digits.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The first eight digits without the hyphen, for a file name.
    pub fn short(&self) -> String {
        self.hash.chars().take(8).collect::<String>().to_uppercase()
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = self.short();
        let (a, b) = short.split_at_checked(4).unwrap_or((&short, ""));
        write!(f, "{a}-{b}")
    }
}

/// The SHA-256 of some bytes, in hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // writing to a String cannot fail
        _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_do_not_run_into_each_other() {
        assert_ne!(Seal::of(["ab", "c"]).hash(), Seal::of(["a", "bc"]).hash());
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(Seal::of(["a"]).to_string().len(), 9);
    }
}
