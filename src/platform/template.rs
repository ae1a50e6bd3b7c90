//! What a template of a signature may name.
//!
//! Never: fills one in; `signature` does.

/// The pieces, without their brackets.
pub const PIECES: [&str; 7] = [
    "name", "first", "initials", "title", "company", "handle", "contact",
];

/// Why a template cannot be used.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TemplateFault {
    /// It names a piece that there is not.
    #[error("there is no {{{found}}} in a signature; {}", hint(.found))]
    Unknown {
        /// What stands between the brackets.
        found: String,
    },
    /// A bracket stays open, or closes what is not open.
    #[error("a curly bracket of the template has no partner")]
    Bracket,
    /// It names no piece at all, so everybody would sign alike.
    #[error("a template names at least one piece, as in {{name}}")]
    NoPiece,
}

fn hint(found: &str) -> String {
    let found = found.trim().to_lowercase();
    let near = PIECES
        .iter()
        .map(|piece| (strsim::damerau_levenshtein(&found, piece), *piece))
        .filter(|(distance, _)| *distance <= 2)
        .min();
    match near {
        Some((_, piece)) => format!("did you mean {{{piece}}}?"),
        None => format!("there is {{{}}}", PIECES.join("}, {")),
    }
}

/// Why a template cannot be used, if it cannot.
pub fn template_fault(template: &str) -> Option<TemplateFault> {
    let mut rest = template;
    let mut n_pieces = 0;
    while let Some(at) = rest.find(['{', '}']) {
        let tail = rest.get(at..).unwrap_or_default();
        let Some(inside) = tail.strip_prefix('{') else {
            return Some(TemplateFault::Bracket);
        };
        let Some((found, after)) = inside.split_once('}') else {
            return Some(TemplateFault::Bracket);
        };
        if !PIECES.contains(&found) {
            let found = found.to_owned();
            return Some(TemplateFault::Unknown { found });
        }
        n_pieces += 1;
        rest = after;
    }
    (n_pieces == 0).then_some(TemplateFault::NoPiece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expect: &str) {
        let fault = template_fault(template).map(|fault| fault.to_string());
        assert_eq!(fault.unwrap_or_default(), expect, "{template}");
    }

    #[test]
    fn a_template_names_known_pieces() {
        check("– {first}, {company}", "");
        check("{name}\n{title}, {company}\n{handle}", "");
        check(
            "– {nam}",
            "there is no {nam} in a signature; did you mean {name}?",
        );
        check(
            "{telephone}",
            "there is no {telephone} in a signature; there is {name}, {first}, {initials}, {title}, {company}, {handle}, {contact}",
        );
        check("– {name", "a curly bracket of the template has no partner");
        check("– name}", "a curly bracket of the template has no partner");
        check(
            "– the team",
            "a template names at least one piece, as in {name}",
        );
    }
}
