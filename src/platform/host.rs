//! Names of hosts: labels, dots and a top-level domain, for every place of a text at once.
//!
//! Never: looks at a character twice, however many hosts could start before it.

use super::tld::{Version, tld_end};

/// For each character where a host that starts there ends, if one starts there.
pub(super) struct Hosts {
    /// One past the last character of the host, or 0; small, because a long text has many.
    ends: Vec<u32>,
}

/// What is known of the label that a character stands in, from behind.
#[derive(Clone, Copy, Default)]
struct Label {
    /// Where a host ends that goes on behind the label's dot.
    further: Option<usize>,
    /// Where the top-level domain ends that follows the label's dot.
    last: Option<usize>,
    /// Whether a `_` stands before that dot, which no name right before a top-level domain has.
    has_underscore: bool,
}

impl Hosts {
    /// Reads `chars` from right to left. A label holds what `is_label` says; with `joints` also `-`
    /// and `_` between two of these.
    pub(super) fn new(
        chars: &[char],
        is_label: impl Fn(char) -> bool,
        joints: bool,
        version: Version,
    ) -> Self {
        let mut ends = vec![0_u32; chars.len()];
        let mut label = Label::default();
        for (at, &c) in chars.iter().enumerate().rev() {
            if c == '.' {
                let before = at.checked_sub(1).and_then(|before| chars.get(before));
                label = Label::default();
                if before.is_some_and(|&before| is_label(before)) {
                    label.further = end_in(&ends, at + 1);
                    label.last = tld_end(chars, at + 1, version);
                }
            } else if is_label(c) {
                if let Some(slot) = ends.get_mut(at) {
                    let last = label.last.filter(|_| !label.has_underscore);
                    let end = label.further.or(last).unwrap_or_default();
                    *slot = u32::try_from(end).unwrap_or_default();
                }
            } else if joints && matches!(c, '_' | '-') {
                label.has_underscore |= c == '_';
            } else {
                label = Label::default();
            }
        }
        Self { ends }
    }

    /// Where the host that starts at `at` ends; the longest one counts.
    pub(super) fn end_from(&self, at: usize) -> Option<usize> {
        end_in(&self.ends, at)
    }
}

fn end_in(ends: &[u32], at: usize) -> Option<usize> {
    ends.get(at)
        .filter(|end| **end > 0)
        .map(|end| *end as usize)
}

/// Latin letters with accents, as twitter-text lists them; × and ÷ are none.
pub(super) const fn is_latin_accent(c: char) -> bool {
    matches!(c,
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{253}' | '\u{254}' | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25b}' | '\u{263}'
        | '\u{268}' | '\u{26f}' | '\u{272}' | '\u{289}' | '\u{28b}' | '\u{2bb}'
        | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// Marks that turn the direction of writing.
pub(super) const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
        | '\u{2066}'..='\u{2069}')
}

/// White space as twitter-text lists it.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, '\u{9}'..='\u{d}' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}'
        | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Code points that no post may hold.
pub(super) const fn is_refused(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

/// Whether each label is 1 to 63 characters in punycode.
pub(super) fn labels_fit(host: &[char], version: Version) -> bool {
    host.split(|c| *c == '.').all(|label| {
        let n = if label.iter().all(char::is_ascii) {
            label.len()
        } else {
            let halves = version == Version::JavaScript;
            let mut is_first = false;
            let once = |c: &&char| {
                is_first = halves && c.len_utf16() == 2 && !is_first;
                is_first || !halves || c.len_utf16() == 1
            };
            let label: String = label.iter().filter(once).collect();
            idna::punycode::encode_str(&label).map_or(usize::MAX, |code| code.len() + 4)
        };
        (1..=63).contains(&n)
    })
}
