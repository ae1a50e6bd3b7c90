//! Whether a long text goes out as a thread on a platform, and how its parts are marked.
//!
//! Never: splits; see `platform::split`.

use serde::{Deserialize, Serialize};

use crate::platform::{Numbering, Platform, Signed, has_manual_break};

/// When a text goes out in parts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum InParts {
    /// When the writer broke it, or it is much too long for one post; a text that is over by little
    /// is rather shortened than split.
    #[default]
    WhenLong,
    /// Whenever it does not fit, by however little.
    Always,
    /// As one post, whatever its length.
    Never,
}

/// How the writer wants a long text on one platform.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Threading {
    /// When.
    pub parts: InParts,
    /// Where the numbers of the parts stand.
    pub numbering: Numbering,
    /// Which parts are signed.
    pub signed: Signed,
}

impl Default for Threading {
    fn default() -> Self {
        Self {
            parts: InParts::WhenLong,
            numbering: Numbering::End,
            signed: Signed::Last,
        }
    }
}

impl Threading {
    /// Whether `text`, of which the platform counts `used`, goes out in parts there.
    pub fn applies(&self, text: &str, used: u32, platform: &Platform) -> bool {
        let over = platform.limit.map_or(0, |limit| used.saturating_sub(limit));
        platform.threads
            && match self.parts {
                InParts::Never => false,
                InParts::Always => over > 0 || has_manual_break(text),
                InParts::WhenLong => {
                    over > platform.limit.unwrap_or(u32::MAX) / 2 || has_manual_break(text)
                }
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: InParts, used: u32, text: &str, expect: bool) {
        let platform = Platform {
            limit: Some(280),
            threads: true,
            ..Platform::default()
        };
        let threading = Threading {
            parts,
            ..Threading::default()
        };
        assert_eq!(threading.applies(text, used, &platform), expect);
        let alone = Platform {
            threads: false,
            ..platform
        };
        assert!(!threading.applies(text, used, &alone));
    }

    #[test]
    fn a_little_too_long_is_for_the_writer_to_shorten() {
        check(InParts::WhenLong, 280, "a", false);
        check(InParts::WhenLong, 420, "a", false);
        check(InParts::WhenLong, 421, "a", true);
        check(InParts::Always, 280, "a", false);
        check(InParts::Always, 281, "a", true);
        check(InParts::Never, 9_000, "a\n---\nb", false);
        check(InParts::WhenLong, 5, "a\n---\nb", true);
    }
}
