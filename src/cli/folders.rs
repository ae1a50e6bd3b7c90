//! `where`: the folders and files in use.
//!
//! Never: makes one of them.

use std::path::PathBuf;

use super::fault::CliFault;
use super::session::Session;
use super::streams::Streams;
use crate::store::Home;

/// `where` has no options.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  postwright where")]
pub(super) struct Args {}

/// Lists them, one in a line: what it is, and where.
pub(super) fn run(_: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    let mut rows: Vec<(&str, PathBuf)> = vec![
        ("data", home.data.clone()),
        ("settings", home.settings()),
        ("guidelines", home.guidelines()),
        ("people", home.people()),
        ("platforms", home.platforms()),
        ("drafts", home.drafts()),
        ("approved", home.approved()),
    ];
    let folders = session.library().folders();
    rows.extend(folders.iter().map(|folder| ("team folder", folder.clone())));
    for (what, path) in rows {
        io.line(format_args!("{what:<12} {}", path.display()))?;
    }
    Ok(0)
}
