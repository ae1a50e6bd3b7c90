//! Rules of other tools become a guideline set: text in, text out.
//!
//! Never: touches a file; `store` brings what a folder holds, and keeps what comes of it. The room
//! stands above `check`, because it tries the rules that it writes before it hands them over.

mod action;
mod counted;
mod dialect;
mod kinds;
mod options;
mod package;
mod rule;
mod scope;
mod vocabulary;
mod words;
mod write;
mod yaml;

pub use package::{Bundle, Imported, Left, RuleFile, Style, import_vale};
