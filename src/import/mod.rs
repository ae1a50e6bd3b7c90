//! Rules of other tools become a guideline set: text in, text out.
//!
//! Never: touches a file; `store` brings what a folder holds, and keeps what comes of it. The room
//! stands above `check`, because it tries the rules that it writes before it hands them over.

mod action;
mod affixes;
mod counted;
mod dialect;
mod kinds;
mod left;
mod options;
mod package;
mod rule;
mod scope;
mod sequence;
mod set_file;
mod spelling;
mod vocabulary;
mod words;
mod write;
mod yaml;

pub use left::Left;
pub use package::{Bundle, Imported, RuleFile, Style, WordFile, import_vale};
