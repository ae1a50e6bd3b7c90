//! Where a rule of Vale looks, as a plain text knows it.
//!
//! Never: takes a scope of markup for the text around it.

use super::options::Options;
use crate::check::kind::Each;
use crate::guideline::Fault;

/// What only markup has: a rule that looks there finds nothing in a post, and nothing in a plain text
/// of Vale either.
const MARKUP: [&str; 18] = [
    "alt",
    "attr",
    "blockquote",
    "caption",
    "cell",
    "code",
    "comment",
    "emphasis",
    "figcaption",
    "figure",
    "frontmatter",
    "link",
    "meta",
    "pre",
    "strong",
    "table",
    "td",
    "th",
];

/// Where the rule is to look.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Scope {
    /// What is looked at by itself.
    pub(super) each: Each,
    /// Whether it is about headings: here, fields for a title.
    pub(super) titles: bool,
    /// Whether it looks at lists as well, which fields for a title do not have.
    pub(super) lists_too: bool,
}

/// What one scope comes to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    /// A post has it.
    Here(Scope),
    /// Only markup has it.
    Nowhere,
    /// Vale does not have it.
    Unknown,
}

/// Reads `scope`; the widest of several counts.
pub(super) fn scope(options: &mut Options) -> Result<Scope, Fault> {
    let Some(node) = options.take("scope") else {
        return Ok(Scope::default());
    };
    let Some(texts) = node.texts() else {
        let reason = "`scope` wants a text or a list of texts";
        return Err(Fault::new(node.place, reason));
    };
    if let Some(unknown) = texts.iter().find(|text| place(text) == Place::Unknown) {
        return Err(Fault::new(
            node.place,
            format!("there is no scope `{unknown}`"),
        ));
    }
    let rank = |scope: &Scope| match (scope.titles, scope.each) {
        (true, _) => 0,
        (false, Each::Item) => 1,
        (false, Each::Sentence) => 2,
        (false, Each::Paragraph) => 3,
        (false, Each::Text) => 4,
    };
    let here = || texts.iter().filter_map(|text| here(place(text)));
    let widest = here().max_by_key(rank).ok_or_else(|| {
        let reason = format!("there is no place to look at in {}", texts.join(", "));
        Fault::new(node.place, reason)
    })?;
    let lists_too = widest.each == Each::Item && here().any(|scope| scope.titles);
    Ok(Scope {
        lists_too,
        ..widest
    })
}

/// Why a rule can find nothing in a post, when all of its scopes are of markup.
pub(super) fn nowhere(options: &Options) -> Option<Fault> {
    let (at, texts) = options.peek("scope")?;
    let is_all = !texts.is_empty() && texts.iter().all(|text| place(text) == Place::Nowhere);
    is_all.then(|| {
        let what = texts.join(", ");
        let reason = format!("it looks at markup that a post does not have (scope `{what}`)");
        Fault::new(at, reason)
    })
}

const fn here(place: Place) -> Option<Scope> {
    match place {
        Place::Here(scope) => Some(scope),
        Place::Nowhere | Place::Unknown => None,
    }
}

/// One scope; several that must hold together are joined by `&`. What must not be markup never is.
fn place(text: &str) -> Place {
    let mut scope = Scope::default();
    let mut is_nowhere = false;
    for part in text.split('&').map(str::trim) {
        let part = part.to_lowercase();
        let (is_not, part) = match part.strip_prefix('~') {
            Some(part) => (true, part.trim_start()),
            None => (false, part.as_str()),
        };
        let (base, rest) = part.split_once('.').unwrap_or((part, ""));
        match (base, is_not) {
            ("text" | "raw" | "summary" | "sentence" | "paragraph", true) if rest.is_empty() => {
                is_nowhere = true;
            }
            ("text" | "raw" | "summary" | "sentence" | "paragraph" | "heading" | "list", true) => {}
            ("text" | "raw" | "summary", false) if matches!(rest, "" | "txt") => {}
            // another kind of file, or of markup
            ("text" | "raw" | "summary", false) => is_nowhere = true,
            ("sentence", false) => scope.each = Each::Sentence,
            ("paragraph", false) => scope.each = Each::Paragraph,
            ("list", false) => scope.each = Each::Item,
            ("heading" | "title", false) => scope.titles = true,
            (base, is_not) if MARKUP.contains(&base) => is_nowhere |= !is_not,
            _ => return Place::Unknown,
        }
    }
    if is_nowhere {
        return Place::Nowhere;
    }
    Place::Here(scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(text: &str) -> Option<Each> {
        here(place(text)).map(|scope| scope.each)
    }

    #[test]
    fn what_is_not_markup_is_carried() {
        for text in [
            "text",
            "raw",
            "text.txt",
            "~heading",
            "~ table.cell",
            "~text.frontmatter.title",
            "text & ~list & ~blockquote",
        ] {
            assert_eq!(each(text), Some(Each::Text), "{text}");
        }
        assert_eq!(each("sentence & ~blockquote"), Some(Each::Sentence));
        assert_eq!(each("~code&paragraph"), Some(Each::Paragraph));
        assert_eq!(each("list"), Some(Each::Item));
        let titles = here(place("heading.h1")).map(|scope| scope.titles);
        assert_eq!(titles, Some(true));
    }

    #[test]
    fn what_only_markup_has_is_nowhere() {
        for text in [
            "table.cell",
            "text.frontmatter.title",
            "text.md",
            "alt",
            "figure.caption",
            "sentence & blockquote",
            "~text",
            "~sentence & list",
        ] {
            assert_eq!(place(text), Place::Nowhere, "{text}");
        }
        assert_eq!(place("sentense"), Place::Unknown);
        assert_eq!(place("~hading"), Place::Unknown);
    }
}
