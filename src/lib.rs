//! Postwright: posts an organisation can stand behind.
//!
//! Never: works here; the rooms do, and this page names them in reading order.
//!
//! # The map
//!
//! | room | what lives there |
//! |---|---|
//! | [`text`] | words about text: spans, graphemes, sentences, links, folded tokens |
//! | [`platform`] | where a post goes: limits as data, one file per way of counting, receipts |
//! | [`guideline`] | what an organisation writes down: sets, rules, people |
//! | [`signature`] | a person on a platform becomes a signature |
//! | [`draft`] | what is being written: body, variants, speaker, intent, what was settled |
//! | [`check`] | draft and set in, report out; one file per rule kind |
//! | [`approval`] | the pause, the one way to make an approval, the seal, verify |
//! | [`import`] | rules of other tools in, a guideline set out |
//! | [`store`] | the only file system: paths, drafts, ledger, settings, the library of sets |
//! | [`cli`] | headless commands over the same core |
//! | [`app`] | the window (feature `window`) |
//!
//! Data flows one way:
//! `text <- platform <- guideline <- signature <- draft <- check <- approval, import <- store <- cli, app <- main`.
//! The one arrow back: `guideline` names [`check::RuleKind`], the RON shape of a rule kind, so that
//! a kind lives in one file. `tests/it/architecture.rs` reads the sources and holds every arrow.
//!
//! # Tenets
//!
//! 1. **The core has no window.** Whatever a check, a count, a signature or an approval needs is
//!    plain data in, plain data out; no clock, no files, no egui below `store`.
//! 2. **A broken guideline file never stops the writer.** Loading yields what could be read and a
//!    list of faults.
//! 3. **A guideline is data, a rule kind is one file, a platform is one entry.**
//! 4. **The view asks; `update` does.** Only `app/update.rs` changes the state (a text field writes
//!    its own buffer, nothing else).
//! 5. **Nobody loses a draft, and nothing unapproved leaves as approved.**
//! 6. **Every word on screen comes from one of three places**: a `Command`, a rule's RON, a
//!    heading or a `Display` of the thing itself.

pub mod text;

pub mod platform;

pub mod guideline;

pub mod signature;

pub mod draft;

pub mod check;

pub mod approval;

pub mod import;

pub mod store;

pub mod cli;

#[cfg(feature = "window")]
pub mod app;
