//! What a platform will count, and how it adds up.
//!
//! Never: knows one platform's rule; each way of counting is a file beside this one.

use std::fmt;

use serde::Serialize;

use super::{Counting, Platform, bluesky, mastodon, mastodon_web, threads, units, x};
use crate::text::Span;

/// What a part of a receipt is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Words and everything that is counted one by one.
    Text,
    /// A link.
    Link,
    /// A mention that is counted shorter than it is written.
    Mention,
    /// The signature, with the line breaks before it.
    Signature,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Link => "link",
            Self::Mention => "mention",
            Self::Signature => "signature",
        })
    }
}

/// One part of a receipt.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Part {
    /// What it is.
    pub what: What,
    /// What it costs.
    pub used: u32,
    /// Where it stands in the counted text.
    #[serde(flatten)]
    pub span: Span,
}

/// All parts of one kind.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sum {
    /// Their kind.
    pub what: What,
    /// What they cost together.
    pub used: u32,
    /// How many there are.
    pub n: u32,
}

/// A second limit of the same platform.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Also {
    /// What is used of it.
    pub used: u32,
    /// How much fits.
    pub limit: u32,
    /// In what.
    pub unit: &'static str,
}

/// What a platform counts for a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Count {
    /// The platform's id.
    pub platform: String,
    /// What is used.
    pub used: u32,
    /// How much fits, if a limit is known.
    pub limit: Option<u32>,
    /// In what.
    pub unit: &'static str,
    /// How it adds up, in the order of the text; neighbours of one kind are one part.
    pub receipt: Vec<Part>,
    /// The second limit, where there is one.
    pub also: Option<Also>,
    /// What the platform's own page shows while one writes there, where that is more.
    pub composer: Option<u32>,
}

impl Count {
    /// Whether it fits every limit.
    pub fn fits(&self) -> bool {
        self.limit.is_none_or(|limit| self.used <= limit)
            && self.also.is_none_or(|also| also.used <= also.limit)
    }

    /// How much is over the limit, or 0.
    pub fn over(&self) -> u32 {
        self.limit
            .map_or(0, |limit| self.used.saturating_sub(limit))
    }

    /// How much is left, or 0; nothing where no limit is known.
    pub fn left(&self) -> Option<u32> {
        self.limit.map(|limit| limit.saturating_sub(self.used))
    }

    /// What to know about the platform's own page, where it shows more.
    pub fn composer_words(&self) -> Option<String> {
        let shown = self.composer?;
        let beyond = match self.limit {
            Some(limit) if shown > limit && self.used <= limit => ", more than it takes",
            _ => "",
        };
        Some(format!("Mastodon's own page shows {shown}{beyond}"))
    }

    /// The receipt with each kind of part added up, in the order in which they first stand.
    pub fn sums(&self) -> Vec<Sum> {
        let mut sums: Vec<Sum> = Vec::new();
        for part in &self.receipt {
            match sums.iter_mut().find(|sum| sum.what == part.what) {
                Some(sum) => {
                    sum.used += part.used;
                    sum.n += 1;
                }
                None => sums.push(Sum {
                    what: part.what,
                    used: part.used,
                    n: 1,
                }),
            }
        }
        sums
    }

    /// The receipt in one line, each kind of part added up: `text 69 + link 23 = 92`.
    pub fn sum(&self) -> String {
        let sums = self.sums();
        let parts: Vec<String> = sums
            .iter()
            .map(|sum| format!("{} {}", sum.what, sum.used))
            .collect();
        match parts.as_slice() {
            [] => "text 0".to_owned(),
            [one] => one.clone(),
            more => format!("{} = {}", more.join(" + "), self.used),
        }
    }
}

/// What one way of counting says: parts in order, and a second limit.
pub(super) struct Tally {
    /// The parts, as small as the count allows; neighbours are joined later.
    pub parts: Vec<Part>,
    /// Bluesky's bytes.
    pub also: Option<Also>,
}

impl Platform {
    /// Counts `text` as this platform does, as it stands: what the clipboard gets has LF already
    /// ([`crate::text::for_clipboard`]), and spans point into the text that was given.
    pub fn count(&self, text: &str) -> Count {
        self.count_signed(text, text.len())
    }

    /// Counts a text that ends in a signature: what starts at byte `signature_at` is one part of
    /// the receipt.
    pub fn count_signed(&self, text: &str, signature_at: usize) -> Count {
        let tally = self.tally(text);
        let receipt = folded(tally.parts, signature_at);
        let used = receipt.iter().map(|part| part.used).sum();
        let composer = (self.counting == Counting::Mastodon && used > 0)
            .then(|| mastodon_web::shows(text))
            .filter(|shown| *shown > used);
        Count {
            platform: self.id.clone(),
            used,
            limit: self.limit,
            unit: self.counting.unit(),
            receipt,
            also: tally.also,
            composer,
        }
    }

    pub(super) fn tally(&self, text: &str) -> Tally {
        match self.counting {
            Counting::X => x::tally(text),
            Counting::Mastodon => mastodon::tally(text),
            Counting::Bluesky => bluesky::tally(text),
            Counting::BlueskyApi => bluesky::tally_in_full(text),
            Counting::Threads => threads::tally(text),
            Counting::Graphemes => units::graphemes(text),
            Counting::Scalars => units::scalars(text),
            Counting::Utf16 => units::utf16(text),
            Counting::Bytes => units::bytes(text),
        }
    }
}

impl Counting {
    /// What one unit of it is called.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::X => "weighted characters",
            Self::Mastodon | Self::Bluesky | Self::BlueskyApi | Self::Graphemes | Self::Threads => {
                "characters"
            }
            Self::Scalars => "code points",
            Self::Utf16 => "UTF-16 units",
            Self::Bytes => "bytes",
        }
    }
}

/// Joins neighbours of one kind, and turns what starts behind `signature_at` into the signature.
fn folded(parts: Vec<Part>, signature_at: usize) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for mut part in parts {
        if part.span.start >= signature_at && part.used > 0 {
            part.what = What::Signature;
        }
        match out.last_mut() {
            Some(last) if last.what == part.what && part.what != What::Link => {
                last.used += part.used;
                last.span = last.span.join(part.span);
            }
            _ => out.push(part),
        }
    }
    out
}
