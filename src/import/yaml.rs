//! YAML as a tree of texts, lists and pairs, each with its place.
//!
//! Never: gives a word another meaning: `no`, `1.0` and `~` stay as they are written.

use saphyr_parser::{Event, Marker, Parser};

use crate::guideline::{Fault, Place};

/// One value with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// Where it starts.
    pub(super) place: Place,
    /// What it is.
    pub(super) value: Value,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A text, as it is written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Pairs, in order; a name may be there twice.
    Pairs(Vec<(String, Node)>),
}

/// A list or pairs that are not closed yet, with the name that waits for its value.
type Open = (Node, Option<String>);

/// The most values of one file.
const MAX_NODES: usize = 200_000;
/// How deep they may lie.
const MAX_DEPTH: usize = 32;

/// Reads the first document of a file.
pub(super) fn read(source: &str) -> Result<Node, Fault> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut open: Vec<Open> = Vec::new();
    for (n, event) in Parser::new_from_str(source).enumerate() {
        let (event, span) = event.map_err(|fault| {
            let reason = format!("the YAML cannot be read: {}", fault.info());
            Fault::new(place(fault.marker()), reason)
        })?;
        let place = place(&span.start);
        if n > MAX_NODES || open.len() > MAX_DEPTH {
            return Err(Fault::new(place, "the file holds too much, or too deep"));
        }
        let value = match event {
            Event::Scalar(text, ..) => Value::Text(text.into_owned()),
            Event::SequenceStart(..) => {
                open.push((Node::new(place, Value::List(Vec::new())), None));
                continue;
            }
            Event::MappingStart(..) => {
                open.push((Node::new(place, Value::Pairs(Vec::new())), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some((node, _)) => {
                    if let Some(whole) = put(&mut open, node)? {
                        return Ok(whole);
                    }
                    continue;
                }
                None => continue,
            },
            Event::Alias(_) => {
                let reason = "an alias (`*name`) is not read; write the value out";
                return Err(Fault::new(place, reason));
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => continue,
        };
        if let Some(whole) = put(&mut open, Node::new(place, value))? {
            return Ok(whole);
        }
    }
    let top = Place { line: 1, column: 1 };
    Err(Fault::new(top, "there is nothing in the file"))
}

/// Puts a value where it belongs; handed back when it is the whole document.
fn put(open: &mut [Open], node: Node) -> Result<Option<Node>, Fault> {
    let Some((parent, name)) = open.last_mut() else {
        return Ok(Some(node));
    };
    match (&mut parent.value, name.take()) {
        (Value::List(list), _) => list.push(node),
        (Value::Pairs(pairs), Some(name)) => pairs.push((name, node)),
        (Value::Pairs(_), None) => match node.value {
            Value::Text(text) => *name = Some(text),
            Value::List(_) | Value::Pairs(_) => {
                return Err(Fault::new(node.place, "a text belongs before the colon"));
            }
        },
        (Value::Text(_), _) => {}
    }
    Ok(None)
}

fn place(at: &Marker) -> Place {
    Place {
        line: at.line(),
        column: at.col() + 1,
    }
}

impl Node {
    const fn new(place: Place, value: Value) -> Self {
        Self { place, value }
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::List(_) | Value::Pairs(_) => None,
        }
    }

    /// The texts of a list; a text alone is a list of one.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        match &self.value {
            Value::Text(text) => Some(vec![text.clone()]),
            Value::List(list) => list
                .iter()
                .map(|node| node.text().map(str::to_owned))
                .collect(),
            Value::Pairs(_) => None,
        }
    }

    /// The pairs, or those of a list of pairs, as texts.
    pub(super) fn text_pairs(&self) -> Option<Vec<(String, String)>> {
        match &self.value {
            Value::Pairs(pairs) => pairs
                .iter()
                .map(|(name, node)| Some((name.clone(), node.text()?.to_owned())))
                .collect(),
            Value::List(list) => {
                let pairs: Option<Vec<_>> = list.iter().map(Self::text_pairs).collect();
                Some(pairs?.into_iter().flatten().collect())
            }
            Value::Text(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let node = read("swap:\n  no: 1.0\n  'on': ~\n").unwrap();
        let Value::Pairs(pairs) = node.value else {
            panic!("pairs")
        };
        let (name, swap) = &pairs[0];
        assert_eq!(name, "swap");
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let expect = [pair("no", "1.0"), pair("on", "~")];
        assert_eq!(swap.text_pairs().unwrap(), expect);
        assert_eq!(swap.place, Place { line: 2, column: 3 });
    }

    #[test]
    fn what_cannot_be_read_has_its_place() {
        let fault = read("tokens:\n  - 'open\n").unwrap_err();
        assert!(fault.place.line >= 2, "{fault}");
        let alias = read("a: &x b\nc: *x\n").unwrap_err();
        assert_eq!(alias.place, Place { line: 2, column: 4 });
        assert!(read(&"[".repeat(1000)).is_err());
        assert!(read("").is_err());
    }
}
