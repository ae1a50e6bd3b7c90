//! Dialogs of the system that ask for a file.
//!
//! Never: reads or writes the file; whoever asked does.

use std::path::{Path, PathBuf};

/// Asks for a guideline file; none when the dialog was left.
pub(super) fn pick_set(folder: &Path) -> Option<PathBuf> {
    rfd::FileDialog::new()
        .set_title("Open a guideline file")
        .add_filter("Guidelines", &["ron"])
        .set_directory(folder)
        .pick_file()
}

/// Asks for a table of what came of posts.
pub(super) fn pick_table() -> Option<PathBuf> {
    rfd::FileDialog::new()
        .set_title("Take what came of posts from a table")
        .add_filter("Tables", &["csv", "tsv", "txt"])
        .pick_file()
}

/// Asks where a table of what came of posts is to go.
pub(super) fn place_for_table() -> Option<PathBuf> {
    rfd::FileDialog::new()
        .set_title("Put what came of posts into a table")
        .add_filter("Tables", &["csv"])
        .set_file_name("outcomes.csv")
        .save_file()
}
