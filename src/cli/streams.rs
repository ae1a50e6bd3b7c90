//! Where a command reads and writes.
//!
//! Never: opens a file by itself; `store` does.

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::Path;

use super::fault::CliFault;
use crate::store::{read_input, read_lines, read_stream};

/// How large a text may be, in MiB.
const MOST: usize = 1;

/// Standard input, output and the stream for words.
pub(super) struct Streams<'a> {
    /// Where a text comes from.
    pub(super) input: &'a mut dyn Read,
    /// Where data goes.
    pub(super) out: &'a mut dyn Write,
    /// Where words go.
    pub(super) err: &'a mut dyn Write,
}

impl Streams<'_> {
    /// Writes one line of data.
    pub(super) fn line(&mut self, line: impl Display) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// Says one sentence. There is nobody left to tell when that cannot be written.
    pub(super) fn say(&mut self, sentence: impl Display) {
        _ = writeln!(self.err, "postwright: {sentence}");
    }

    /// The text of a file; of standard input for `-` or none.
    pub(super) fn text(&mut self, file: Option<&str>) -> Result<String, CliFault> {
        let text = match file {
            None | Some("-") => read_stream(&mut self.input)?,
            Some(path) => read_input(Path::new(path))?,
        };
        Ok(text)
    }
}

/// The lines of a file; of standard input for `-` or none.
pub(super) fn lines<'s>(
    input: &'s mut dyn Read,
    file: Option<&str>,
) -> Result<Box<dyn Read + 's>, CliFault> {
    match file {
        None | Some("-") => Ok(Box::new(input)),
        Some(path) => Ok(Box::new(read_lines(Path::new(path))?)),
    }
}

/// Says so when a text of a JSON line is larger than a text may be.
pub(super) fn too_large(text: &str) -> Result<(), String> {
    if text.len() > MOST * 1024 * 1024 {
        return Err(format!("the text is larger than {MOST} MiB"));
    }
    Ok(())
}
