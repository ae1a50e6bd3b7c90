//! What a platform makes a link of, and what readers see of it.
//!
//! Never: asks whether a link leads anywhere.

use std::sync::LazyLock;

use regex::Regex;

use super::{Counting, LinkDisplay, Platform, bluesky, mastodon, x};
use crate::text::{Entity, EntityKind, Span, entities};

/// `[words](address)`.
static WITH_WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\[([^\[\]\n]+)\]\(https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*\)").ok()
});

/// One link of a text.
pub(super) struct Shown {
    /// Where it stands in the text as written.
    pub span: Span,
    /// What readers see instead.
    pub words: String,
}

impl Platform {
    /// What this platform makes links of, in order. A name without a scheme is among them only
    /// where `bare_links` says so.
    pub fn links_in(&self, text: &str) -> Vec<Span> {
        let mut links = match self.counting {
            Counting::X => x::link_spans(text),
            Counting::Mastodon => mastodon::link_spans(text),
            Counting::Bluesky | Counting::BlueskyApi => bluesky::link_spans(text),
            Counting::Threads
            | Counting::Graphemes
            | Counting::Scalars
            | Counting::Utf16
            | Counting::Bytes => return self.common_links(text),
        };
        links.retain(|link| self.bare_links || link.of(text).contains("://"));
        links
    }

    /// Links where no rule is published: whatever has a scheme, and names as X takes them. What
    /// stands between backticks makes none.
    fn common_links(&self, text: &str) -> Vec<Span> {
        let is_set = |entity: &Entity| match entity.kind {
            EntityKind::Link => entity.span.of(text).contains("://"),
            EntityKind::Code => true,
            EntityKind::Mention | EntityKind::Hashtag | EntityKind::Email | EntityKind::Quote => {
                false
            }
        };
        // quotations overlap others, the kinds asked for do not
        let mut set = entities(text);
        set.retain(is_set);
        let links = set.iter().filter(|entity| entity.kind == EntityKind::Link);
        let mut out: Vec<Span> = links.map(|entity| entity.span).collect();
        if self.bare_links {
            out.extend(x::link_spans(text).into_iter().filter(|bare| {
                let next = set.partition_point(|other| other.span.end <= bare.start);
                set.get(next)
                    .is_none_or(|other| !other.span.overlaps(*bare))
            }));
            out.sort_unstable();
        }
        out
    }

    /// The links of `text` as readers see them; empty where nothing can be clicked.
    pub(super) fn shown_links(&self, text: &str) -> Vec<Shown> {
        if self.link_display == LinkDisplay::Unlinked {
            return Vec::new();
        }
        let mut out = match self.link_display {
            LinkDisplay::Words => links_with_words(text),
            LinkDisplay::Whole
            | LinkDisplay::Short(_)
            | LinkDisplay::NoScheme(_)
            | LinkDisplay::HostAndTail
            | LinkDisplay::Redirect(_)
            | LinkDisplay::Unlinked => Vec::new(),
        };
        let n_named = out.len();
        for span in self.links_in(text) {
            let named = out.get(..n_named).unwrap_or_default();
            let next = named.partition_point(|other| other.span.end <= span.start);
            if named
                .get(next)
                .is_none_or(|other| !other.span.overlaps(span))
            {
                out.push(Shown {
                    span,
                    words: shown(self.link_display, span.of(text)),
                });
            }
        }
        out.sort_by_key(|link| link.span.start);
        out
    }
}

/// Links that Markdown gives words of their own.
fn links_with_words(text: &str) -> Vec<Shown> {
    let Some(pattern) = WITH_WORDS.as_ref() else {
        return Vec::new();
    };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let (whole, words) = (found.get(0)?, found.get(1)?);
            Some(Shown {
                span: Span::new(whole.start(), whole.end()),
                words: words.as_str().to_owned(),
            })
        })
        .collect()
}

/// What readers see of one link.
fn shown(display: LinkDisplay, link: &str) -> String {
    match display {
        LinkDisplay::Short(most) => {
            let rest = without_scheme(link);
            let n_host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (host, tail) = rest.split_at_checked(n_host).unwrap_or((rest, ""));
            let tail = if tail == "/" { "" } else { tail };
            format!("{host}{}", cut(tail, most))
        }
        LinkDisplay::NoScheme(most) => cut(without_scheme(link), most),
        LinkDisplay::HostAndTail => bluesky::shortened(link),
        LinkDisplay::Redirect(most) if link.chars().nth(most).is_some() => {
            "https://lnkd.in/…".to_owned()
        }
        LinkDisplay::Whole
        | LinkDisplay::Words
        | LinkDisplay::Redirect(_)
        | LinkDisplay::Unlinked => link.to_owned(),
    }
}

/// The link without `https://` and `www.`; a bare name stays as it is.
fn without_scheme(link: &str) -> &str {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let head = link.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| link.get(scheme.len()..))
            .flatten()
    });
    rest.map_or(link, |rest| rest.strip_prefix("www.").unwrap_or(rest))
}

/// At most `n` characters, with `…` for what is left out.
fn cut(words: &str, n: usize) -> String {
    match words.char_indices().nth(n) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words.to_owned(),
    }
}
