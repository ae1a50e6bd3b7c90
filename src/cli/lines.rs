//! JSON lines: read in chunks, answered in order, one line out for each line in.
//!
//! Never: holds more than a chunk, and never waits for a line while answers are ready.

use std::io::{self, BufRead as _, BufReader, Read, Write};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fault::CliFault;
use super::shapes::{ProblemShape, json};

/// How much is read at once.
const BUFFER: usize = 1 << 20;
/// How many lines are answered at once, at most.
const CHUNK: usize = 4096;
/// How long a line may be: a text of 1 MiB with every byte escaped, and what stands around it.
const MAX_LINE: u64 = 8 << 20;

/// A line as it came in.
pub(super) struct Line {
    number: usize,
    bytes: Vec<u8>,
    is_too_long: bool,
}

/// The answer to a line, and the exit code that it alone would ask for.
pub(super) struct Answer {
    json: String,
    code: u8,
}

impl Answer {
    /// An answer.
    pub(super) const fn new(json: String, code: u8) -> Self {
        Self { json, code }
    }

    /// The answer to a line that cannot be used.
    pub(super) fn problem(line: &Line, problem: &str) -> Self {
        let line = line.number;
        Self::new(json(&ProblemShape { line, problem }), 2)
    }
}

impl Line {
    /// Which line it is, counted from 1.
    pub(super) const fn number(&self) -> usize {
        self.number
    }

    /// Reads the line, or says in a sentence why it cannot be read.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
        if self.is_too_long {
            return Err("the line is longer than 8 MiB".to_owned());
        }
        let source = std::str::from_utf8(&self.bytes)
            .map_err(|bad| format!("byte {} is not UTF-8", bad.valid_up_to() + 1))?;
        if source.trim().is_empty() {
            return Err("the line is empty".to_owned());
        }
        serde_json::from_str(source).map_err(|bad| {
            let (line, column) = (bad.line(), bad.column());
            let said = bad.to_string();
            let place = format!(" at line {line} column {column}");
            format!("column {column}: {}", said.trim_end_matches(&place))
        })
    }
}

/// One thing or a list of them, as JSON lines may write it.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    /// One.
    One(String),
    /// A list.
    More(Vec<String>),
}

impl OneOrMore {
    /// The list.
    pub(super) fn list(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::More(more) => more,
        }
    }
}

/// Answers all lines of `from`, chunk by chunk; the exit code is the gravest of all.
pub(super) fn answer_all(
    from: &mut dyn Read,
    out: &mut dyn Write,
    answer: &mut dyn FnMut(&[Line]) -> Vec<Answer>,
) -> Result<u8, CliFault> {
    let mut from = BufReader::with_capacity(BUFFER, from);
    let mut n_read = 0;
    let mut code = 0;
    loop {
        let lines = chunk(&mut from, &mut n_read)?;
        if lines.is_empty() {
            return Ok(code);
        }
        for answer in answer(&lines) {
            writeln!(out, "{}", answer.json)?;
            code = code.max(answer.code);
        }
        out.flush()?;
    }
}

/// Waits for one line and takes along what has arrived with it.
fn chunk(from: &mut BufReader<&mut dyn Read>, n_read: &mut usize) -> Result<Vec<Line>, CliFault> {
    let mut lines = Vec::new();
    while lines.len() < CHUNK && (lines.is_empty() || from.buffer().contains(&b'\n')) {
        let Some((bytes, is_too_long)) = line(from).map_err(CliFault::Lines)? else {
            break;
        };
        *n_read += 1;
        lines.push(Line {
            number: *n_read,
            bytes,
            is_too_long,
        });
    }
    Ok(lines)
}

/// The next line without its end; a line that is too long is passed over to its end.
fn line(from: &mut BufReader<&mut dyn Read>) -> io::Result<Option<(Vec<u8>, bool)>> {
    let mut bytes = Vec::new();
    if from.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let is_whole = bytes.last() == Some(&b'\n');
    if is_whole {
        bytes.pop();
        return Ok(Some((bytes, false)));
    }
    let is_too_long = bytes.len() as u64 == MAX_LINE && from.skip_until(b'\n')? > 0;
    Ok(Some((bytes, is_too_long)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &[u8], expect: &[&str]) {
        let mut out = Vec::new();
        let mut from = source;
        let code = answer_all(&mut from, &mut out, &mut |lines| {
            let answer = |line: &Line| match line.read::<String>() {
                Ok(word) => Answer::new(word, 0),
                Err(problem) => Answer::problem(line, &problem),
            };
            lines.iter().map(answer).collect()
        });
        assert!(code.is_ok());
        let out = String::from_utf8(out).expect("lines are text");
        assert_eq!(out.lines().collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_answered_in_its_place() {
        check(
            b"\"a\"\n\xff\n\n{}\n\"b\"",
            &[
                "a",
                r#"{"line":2,"problem":"byte 1 is not UTF-8"}"#,
                r#"{"line":3,"problem":"the line is empty"}"#,
                r#"{"line":4,"problem":"column 0: invalid type: map, expected a string"}"#,
                "b",
            ],
        );
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let mut source = vec![b'x'; (MAX_LINE as usize) + 5];
        source.extend(b"\n\"b\"\n");
        check(
            &source,
            &[
                r#"{"line":1,"problem":"the line is longer than 8 MiB"}"#,
                "b",
            ],
        );
    }
}
