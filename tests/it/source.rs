//! The sources of Postwright as text, for the tests that read them: code without comments and
//! literals, what of it is production code, its literals, and every path it names.

mod names;

use std::fs;
use std::path::Path;

pub use names::{Name, names};

/// One literal of text.
pub struct Literal {
    /// Where its opening quote stands.
    pub at: usize,
    /// Its words, as the program has them.
    pub words: String,
}

/// One file. All its texts are equally long, so a place in one is a place in each.
pub struct Source {
    /// As in `src/check/mod.rs`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Without comments and the contents of literals.
    pub code: String,
    /// The code without what is for tests only.
    pub production: String,
    /// Its literals, in order.
    pub literals: Vec<Literal>,
}

/// The folder that holds `src`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of `src`, by path.
pub fn all() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&root().join("src"), &mut sources);
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 100, "the sources are where they were");
    sources
}

fn collect(folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let short = path.strip_prefix(root()).unwrap().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            sources.push(Source::new(&short.replace('\\', "/"), &text));
        }
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let (code, literals) = without_words(text);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            production: without_tests(&code),
            code,
            literals,
        }
    }

    /// The line of a place, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The literals of production code.
    pub fn shown(&self) -> impl Iterator<Item = &Literal> {
        let is_production = |literal: &&Literal| self.production[literal.at..].starts_with('"');
        self.literals.iter().filter(is_production)
    }

    /// The calls around a place, from the inside out, as in `format!`, `Button::new`, `.name` and
    /// `#[error`; a struct that is made is named too. Ends at a statement, a closure or an item.
    pub fn calls(&self, at: usize) -> Vec<&str> {
        let mut calls = Vec::new();
        let mut n_closed = 0;
        for (place, mark) in self.code[..at].char_indices().rev() {
            match mark {
                ')' | ']' | '}' => n_closed += 1,
                '(' | '[' | '{' if n_closed > 0 => n_closed -= 1,
                ';' if n_closed == 0 => break,
                '{' if opens_a_body(&self.code[..place]) => break,
                '(' | '[' | '{' => calls.push(callee(&self.code[..place])),
                _ => {}
            }
        }
        calls
    }
}

/// Whether a brace behind `before` opens a closure or an item, not a block or a struct's fields.
fn opens_a_body(before: &str) -> bool {
    let before = before.trim_end();
    let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || "_:<>'&".contains(c));
    before.ends_with('|')
        || ["->", "enum", "for", "impl", "mod", "struct", "trait"]
            .iter()
            .any(|item| name.trim_end().ends_with(item))
}

/// The name before an opening bracket; nothing when there is none.
fn callee(before: &str) -> &str {
    let is_name = |c: char| c.is_alphanumeric() || "_:.!".contains(c);
    let trimmed = before.trim_end();
    let name = &trimmed[trimmed.trim_end_matches(is_name).len()..];
    let rest = &trimmed[..trimmed.len() - name.len()];
    if rest.ends_with("#[") {
        return &trimmed[rest.len() - 2..];
    }
    // of `kit.tokens.name` the last part is called
    match name.rfind('.') {
        Some(dot) => &name[dot..],
        None => name,
    }
}

/// Blanks comments and the contents of literals, and gives the literals.
fn without_words(text: &str) -> (String, Vec<Literal>) {
    let mut code = text.as_bytes().to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let is_new = !(before.is_alphanumeric() || before == '_');
        let first = rest.chars().next().unwrap();
        let end = if rest.starts_with("//") {
            blank(&mut code, at, at + rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            blank(&mut code, at, at + block_end(rest))
        } else if let Some((open, close)) = raw_marks(rest).filter(|_| is_new) {
            let inside = &rest[open.len()..];
            let n = inside.find(&close).expect("a raw literal ends");
            let quote = at + open.len() - 1;
            literals.push(Literal {
                at: quote,
                words: inside[..n].to_owned(),
            });
            blank(&mut code, quote + 1, quote + 1 + n) + close.len()
        } else if first == '"' {
            let n = literal_end(&rest[1..]);
            literals.push(Literal {
                at,
                words: unescaped(&rest[1..=n]),
            });
            blank(&mut code, at + 1, at + 1 + n) + 1
        } else if let Some(n) = character(rest) {
            blank(&mut code, at + 1, at + n - 1) + 1
        } else {
            at + first.len_utf8()
        };
        at = end;
    }
    (String::from_utf8(code).unwrap(), literals)
}

fn blank(code: &mut [u8], from: usize, to: usize) -> usize {
    for byte in &mut code[from..to] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
    to
}

fn block_end(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().unwrap().len_utf8();
        }
    }
    rest.len()
}

/// The opening and the closing of a raw literal.
fn raw_marks(rest: &str) -> Option<(&str, String)> {
    let start = ["r", "br", "cr"]
        .iter()
        .find(|start| rest.starts_with(**start) && rest[start.len()..].starts_with(['"', '#']))?;
    let n = rest[start.len()..]
        .chars()
        .take_while(|c| *c == '#')
        .count();
    let open = start.len() + n + 1;
    rest[start.len() + n..]
        .starts_with('"')
        .then(|| (&rest[..open], format!("\"{}", "#".repeat(n))))
}

fn literal_end(inside: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '"' if !is_escaped => return at,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    panic!("a literal ends");
}

/// The length of a character literal; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let mut chars = inside.chars();
    let n = match chars.next()? {
        '\\' => 2 + inside[2..].find('\'')?,
        c => c.len_utf8(),
    };
    inside[n..].starts_with('\'').then_some(n + 2)
}

fn unescaped(raw: &str) -> String {
    let mut words = String::new();
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        let escape = if c == '\\' { chars.next() } else { None };
        match escape {
            None => words.push(c),
            Some('n') => words.push('\n'),
            Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            Some('u') => {
                let digits: String = chars.by_ref().take_while(|c| *c != '}').collect();
                let number = u32::from_str_radix(digits.trim_start_matches('{'), 16).unwrap();
                words.push(char::from_u32(number).unwrap());
            }
            Some(other) => words.push(other),
        }
    }
    words
}

/// Blanks every item under `#[cfg(test)]`, or the whole file under `#![cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mut production = code.as_bytes().to_vec();
    let mut from = 0;
    while let Some(n) = code[from..].find('#') {
        let at = from + n;
        from = at + 1;
        let Some(close) = code[at..].find(']') else {
            break;
        };
        let attribute: String = code[at..at + close].split_whitespace().collect();
        let condition = attribute.trim_start_matches(['#', '!', '[']);
        if condition.starts_with("cfg(test)") || condition.starts_with("cfg(all(test") {
            let is_whole = attribute.starts_with("#!");
            let item = at + close + 1;
            let end = if is_whole {
                code.len()
            } else {
                item + item_end(&code[item..])
            };
            from = blank(&mut production, at, end);
        }
    }
    String::from_utf8(production).unwrap()
}

/// The length of the item: to its closing brace, or to its semicolon.
fn item_end(rest: &str) -> usize {
    let mut depth = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' => depth -= 1,
            '}' if depth == 0 => return at,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    rest.len()
}
