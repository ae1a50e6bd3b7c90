//! Text out of files: regular ones, of a bounded size, in UTF-8.
//!
//! Never: replaces a byte that is no character, or reads on without end.

use std::io::{self, Read};
use std::path::Path;

use super::ReadFault;
use crate::guideline::Place;

/// Reads a regular file of at most `most` bytes as text.
pub(super) fn read_text(path: &Path, most: u64) -> Result<String, ReadFault> {
    text_of(open(path, most)?, most)
}

/// Reads a regular file of at most `most` bytes.
pub(super) fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, ReadFault> {
    bytes_of(open(path, most)?, most)
}

fn open(path: &Path, most: u64) -> Result<fs_err::File, ReadFault> {
    // looked at before it is opened, because opening a pipe waits for somebody to write to it
    let about = fs_err::metadata(path).map_err(ReadFault::Io)?;
    if !about.is_file() {
        return Err(ReadFault::NotAFile);
    }
    if about.len() > most {
        return Err(ReadFault::TooLarge { most });
    }
    fs_err::File::open(path).map_err(ReadFault::Io)
}

fn bytes_of(from: impl Read, most: u64) -> Result<Vec<u8>, ReadFault> {
    let mut bytes = Vec::new();
    from.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(ReadFault::Io)?;
    if bytes.len() as u64 > most {
        return Err(ReadFault::TooLarge { most });
    }
    Ok(bytes)
}

/// Reads a stream of at most `most` bytes as text.
pub(super) fn text_of(from: impl Read, most: u64) -> Result<String, ReadFault> {
    let bytes = bytes_of(from, most)?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadFault::Utf16);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let fine = String::from_utf8_lossy(error.as_bytes().get(..at).unwrap_or_default());
        ReadFault::NotUtf8 {
            at,
            place: Place::of_byte(&fine, at),
        }
    })
}

/// Whether a fault only says that there is no such file.
pub(super) fn is_missing(fault: &ReadFault) -> bool {
    matches!(fault, ReadFault::Io(error) if error.kind() == io::ErrorKind::NotFound)
}
