//! Text out of files: regular ones, of a bounded size, in UTF-8.
//!
//! Never: replaces a byte that is no character, or reads on without end.

use std::io::Read;
use std::path::Path;

use super::ReadFault;
use super::fs::{Fs, Kind, is_nothing};
use crate::guideline::Place;

/// Reads a regular file of at most `most` bytes as text.
pub(super) fn read_text(fs: &dyn Fs, path: &Path, most: u64) -> Result<String, ReadFault> {
    text_in(read_bytes(fs, path, most)?)
}

/// Reads a regular file of at most `most` bytes.
pub(super) fn read_bytes(fs: &dyn Fs, path: &Path, most: u64) -> Result<Vec<u8>, ReadFault> {
    let (file, n_bytes) = open(fs, path, most)?;
    bytes_of(file, n_bytes, most)
}

/// Opens a regular file, and says how long it is.
fn open(fs: &dyn Fs, path: &Path, most: u64) -> Result<(Box<dyn Read + Send>, u64), ReadFault> {
    // looked at before it is opened, because opening a pipe waits for somebody to write to it
    let about = fs.about(path).map_err(ReadFault::Io)?;
    if about.kind != Kind::File {
        return Err(ReadFault::NotAFile);
    }
    if about.n_bytes > most {
        return Err(ReadFault::TooLarge { most });
    }
    let file = fs.open(path).map_err(ReadFault::Io)?;
    Ok((file, about.n_bytes))
}

/// Reads what is probably `n_bytes` long.
fn bytes_of(from: impl Read, n_bytes: u64, most: u64) -> Result<Vec<u8>, ReadFault> {
    let mut bytes = Vec::with_capacity(usize::try_from(n_bytes).unwrap_or_default());
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
    text_in(bytes_of(from, 0, most)?)
}

fn text_in(bytes: Vec<u8>) -> Result<String, ReadFault> {
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
    matches!(fault, ReadFault::Io(error) if is_nothing(error))
}
