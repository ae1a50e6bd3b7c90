//! The paths that a piece of code names, with every `use` tree spelled out.

/// One path.
#[derive(Debug)]
pub struct Name<'c> {
    /// Its parts, as in `["std", "fs"]`; a glob ends in `*`.
    pub parts: Vec<&'c str>,
    /// Where its last part stands.
    pub at: usize,
    /// Whether it comes from a `use`.
    pub is_use: bool,
}

impl Name<'_> {
    /// Whether it is `path` (as in `std::fs`) or something in it; a glob over what holds it counts.
    /// A lone word outside a `use` is a name of the file's own, never a crate.
    pub fn is_in(&self, path: &str) -> bool {
        let wanted: Vec<&str> = path.split("::").collect();
        if self.parts.len() == 1 && !self.is_use {
            return false;
        }
        match self.parts.split_last() {
            Some((&"*", holder)) if wanted.starts_with(holder) => true,
            _ => self.parts.starts_with(&wanted),
        }
    }

    /// Whether `parts` stand somewhere in it, side by side.
    pub fn has(&self, parts: &[&str]) -> bool {
        self.parts.windows(parts.len()).any(|some| some == parts)
    }

    /// As a person writes it.
    pub fn words(&self) -> String {
        self.parts.join("::")
    }
}

/// Every path that `code` names; `code` is free of comments and literals.
pub fn names(code: &str) -> Vec<Name<'_>> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut n = 0;
    while let Some(&(at, token)) = tokens.get(n) {
        let follows = |n: usize, mark: &str| tokens.get(n).is_some_and(|(_, next)| *next == mark);
        if token == "use" && !follows(n + 1, "<") {
            n = tree(&tokens, n + 1, &[], &mut found);
        } else if is_word(token) {
            let mut name = Name {
                parts: vec![token],
                at,
                is_use: false,
            };
            n += 1;
            while follows(n, "::") && tokens.get(n + 1).is_some_and(|(_, next)| is_word(next)) {
                let (at, part) = tokens[n + 1];
                name.parts.push(part);
                name.at = at;
                n += 2;
            }
            found.push(of_this_crate(name));
        } else {
            n += 1;
        }
    }
    found
}

/// Spells out one `use` tree; returns the number of the token behind it.
fn tree<'c>(
    tokens: &[(usize, &'c str)],
    mut n: usize,
    before: &[&'c str],
    found: &mut Vec<Name<'c>>,
) -> usize {
    let mut name = Name {
        parts: before.to_vec(),
        at: 0,
        is_use: true,
    };
    while let Some(&(at, token)) = tokens.get(n) {
        n += 1;
        match token {
            "::" => {}
            "{" => {
                while tokens.get(n).is_some_and(|(_, token)| *token != "}") {
                    n = tree(tokens, n, &name.parts, found);
                    if tokens.get(n).is_some_and(|(_, token)| *token == ",") {
                        n += 1;
                    }
                }
                return n + 1;
            }
            // what it is called from here on is no part of it
            "as" => n += 1,
            "self" if !before.is_empty() => name.at = at,
            token if token == "*" || is_word(token) => {
                name.parts.push(token);
                name.at = at;
            }
            _ => {
                n -= 1;
                break;
            }
        }
    }
    found.push(of_this_crate(name));
    n
}

/// `main.rs` says `postwright` where the library says `crate`.
fn of_this_crate(mut name: Name<'_>) -> Name<'_> {
    if let Some(first) = name
        .parts
        .first_mut()
        .filter(|first| **first == "postwright")
    {
        *first = "crate";
    }
    name
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        let rest = &code[at..];
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let n = if is_part(c) {
            rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push((at, &rest[..n]));
        }
        at += n;
    }
    tokens
}
