//! Where a rule of Vale looks, as a plain text knows it.
//!
//! Never: takes a scope of markup for the text around it.

use super::options::Options;
use crate::check::kind::Each;
use crate::guideline::Fault;

/// Where the rule is to look.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Scope {
    /// What is looked at by itself.
    pub(super) each: Each,
    /// Whether it is about headings: here, fields for a title.
    pub(super) titles: bool,
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
    let rank = |scope: &Scope| match (scope.titles, scope.each) {
        (true, _) => 0,
        (false, Each::Sentence) => 1,
        (false, Each::Paragraph) => 2,
        (false, Each::Text) => 3,
    };
    let known = texts.iter().filter_map(|text| one(text));
    known.max_by_key(rank).ok_or_else(|| {
        let what = texts.join(", ");
        let reason = format!("it looks at markup that a post does not have (scope `{what}`)");
        Fault::new(node.place, reason)
    })
}

/// One scope; nothing when it asks for markup. What must not be markup never is.
fn one(text: &str) -> Option<Scope> {
    let mut scope = Scope::default();
    for part in text.split('&').map(str::trim) {
        let (base, rest) = part.split_once('.').unwrap_or((part, ""));
        match base {
            "~text" | "~raw" | "~sentence" | "~paragraph" if rest.is_empty() => return None,
            _ if base.starts_with('~') => {}
            "text" | "raw" | "summary" if matches!(rest, "" | "txt") => {}
            "sentence" => scope.each = Each::Sentence,
            "paragraph" => scope.each = Each::Paragraph,
            "heading" => scope.titles = true,
            _ => return None,
        }
    }
    Some(scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_markup_is_carried() {
        let text = Some(Scope::default());
        assert_eq!(one("text"), text);
        assert_eq!(one("~heading"), text);
        let each = |text: &str| one(text).map(|scope| scope.each);
        assert_eq!(each("sentence & ~blockquote"), Some(Each::Sentence));
        assert_eq!(one("heading.h1").map(|scope| scope.titles), Some(true));
        for markup in [
            "list",
            "table.cell",
            "text.frontmatter.title",
            "alt",
            "~text",
        ] {
            assert_eq!(one(markup), None, "{markup}");
        }
    }
}
