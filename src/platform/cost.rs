//! Why one character costs more than one.
//!
//! Never: explains what costs one, as everybody expects.

use super::{Counting, Platform, emoji};

impl Platform {
    /// Says why `character` (one grapheme) costs more than 1 here; nothing when it does not.
    pub fn why_more(&self, character: &str) -> Option<String> {
        let used = self.count(character).used;
        if used <= 1 || character == "\r\n" {
            return None;
        }
        let name = self.name.split(' ').next().unwrap_or(&self.name);
        let is_emoji = emoji::n_bytes(character) == Some(character.len());
        let why = match self.counting {
            Counting::X if is_emoji => {
                "as every emoji does there, whatever it is made of".to_owned()
            }
            Counting::X if character.chars().count() == 1 => {
                format!(
                    "{name} charges 2 for all but the letters and signs of Latin and its neighbours"
                )
            }
            Counting::X => "it is made of several signs, each with its own weight".to_owned(),
            Counting::Threads if is_emoji => {
                format!("{name} charges an emoji the bytes that it takes")
            }
            Counting::Bytes => format!("{name} counts bytes, and it takes {used}"),
            Counting::Threads | Counting::Utf16 => {
                "it is counted by the units that it is stored in".to_owned()
            }
            Counting::Scalars => format!("it is made of {used} code points, each counted"),
            Counting::Mastodon | Counting::Bluesky | Counting::BlueskyApi | Counting::Graphemes => {
                return None;
            }
        };
        Some(format!("“{character}” costs {used} on {name}: {why}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counting: Counting, character: &str, expect: Option<&str>) {
        let platform = Platform {
            name: "X".to_owned(),
            counting,
            ..Platform::default()
        };
        let why = platform.why_more(character);
        assert_eq!(why.as_deref().and_then(|why| why.split(':').next()), expect);
    }

    #[test]
    fn only_what_costs_more_is_explained() {
        check(Counting::X, "a", None);
        check(Counting::X, "é", None);
        check(Counting::X, "👩‍👩‍👧", Some("“👩‍👩‍👧” costs 2 on X"));
        check(Counting::X, "…", Some("“…” costs 2 on X"));
        check(Counting::Threads, "👍", Some("“👍” costs 4 on X"));
        check(Counting::Mastodon, "👍", None);
        check(Counting::Bytes, "é", Some("“é” costs 2 on X"));
        check(Counting::Utf16, "👍", Some("“👍” costs 2 on X"));
    }
}
