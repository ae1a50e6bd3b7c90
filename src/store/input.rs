//! A text for the command line: a file, or standard input.
//!
//! Never: changes the text, apart from the one newline that a shell adds.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::fs::{Fs as _, Kind, Real, is_folder};
use super::reading::{read_text, text_of};
use super::{InputFault, ReadFault};

/// How large a text may be.
const MOST: u64 = 1024 * 1024;

/// Reads a text of at most 1 MiB: the file of that name, or standard input for `-`.
///
/// One final newline of standard input is not text, because `echo` adds it.
pub fn read_input(from: &Path) -> Result<String, InputFault> {
    if from == Path::new("-") {
        return read_stream(std::io::stdin().lock());
    }
    read_text(&Real, from, MOST).map_err(|source| fault(from, source))
}

/// Reads a text of at most 1 MiB from standard input, or what stands for it.
pub fn read_stream(from: impl Read) -> Result<String, InputFault> {
    let text = text_of(from, MOST + 2).map_err(InputFault::Stdin)?;
    let text = without_newline(text);
    if text.len() as u64 > MOST {
        return Err(InputFault::Stdin(ReadFault::TooLarge { most: MOST }));
    }
    Ok(text)
}

/// Opens a file, or standard input for `-`, to be read line by line, however long it is.
pub fn read_lines(from: &Path) -> Result<Box<dyn BufRead + Send>, InputFault> {
    if from == Path::new("-") {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    if is_folder(&Real, from) {
        return Err(fault(from, ReadFault::NotAFile));
    }
    let file = Real
        .open(from)
        .map_err(|error| fault(from, ReadFault::Io(error)))?;
    Ok(Box::new(BufReader::new(file)))
}

/// How large a file is, in bytes; none for standard input and for what is no file.
pub fn n_bytes(from: &str) -> Option<u64> {
    let about = Real.about(Path::new(from)).ok().filter(|_| from != "-")?;
    (about.kind == Kind::File).then_some(about.n_bytes)
}

fn without_newline(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    text
}

fn fault(path: &Path, source: ReadFault) -> InputFault {
    InputFault::File {
        path: PathBuf::from(path),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_final_newline_is_not_text() {
        assert_eq!(without_newline("a\n\n".to_owned()), "a\n");
        assert_eq!(without_newline("a\r\n".to_owned()), "a");
        assert_eq!(without_newline("a".to_owned()), "a");
        assert_eq!(without_newline("\n".to_owned()), "");
    }
}
