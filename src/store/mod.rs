//! The only file system of the program: folders, drafts, ledger, settings, the library of sets.
//!
//! Never: judges a text, or knows the window and the command line; it keeps and brings back.

pub mod clock;
pub mod fs;

mod atomic;
mod chain;
mod dictionaries;
mod drafts;
mod edit;
mod embargoes;
mod fault;
mod history;
mod home;
mod input;
mod learned;
mod ledger;
mod library;
mod local;
mod open;
mod outcomes;
mod people;
mod platforms;
mod posts;
mod reading;
mod removal;
mod requests;
mod samples;
mod sets;
mod settings;
mod shelf;
mod shipped;
mod styles;
mod suggestions;
mod turn;
mod twice;
mod watch;
mod words;

pub use atomic::atomic_write;
pub use dictionaries::{Dictionaries, DictionaryText, stands_in};
pub use drafts::{Drafts, Saved, new_draft_id};
pub use embargoes::{new_salt, put_embargo};
pub use fault::{HomeFault, InputFault, LoadFault, Notice, OpenFault, ReadFault, StoreFault};
pub use history::{keep_version, versions};
pub use home::Home;
pub use input::{n_bytes, read_input, read_lines, read_stream};
pub use learned::{learned, note_learning};
pub use ledger::Ledger;
pub use library::{Library, Origin};
pub use open::Opened;
pub use outcomes::{outcomes, put_outcome, read_table};
pub use people::{has_photo, new_person_id, put_person};
pub use platforms::{PlatformEdit, put_platform, remove_platform, undo_platform};
pub use posts::post_files;
pub use removal::{Removed, put_back, remove_person};
pub use requests::{answer_second, ask_second};
pub use samples::put_sample;
pub use sets::save_set;
pub use settings::{Settings, SpellingChoice, ThemeChoice, Wait};
pub use shelf::Shelved;
pub use styles::{read_styles, write_new};
pub use suggestions::{note_suggestion, suggestions};
pub use twice::{Compared, put_away};
pub use watch::{Watch, watch};
pub use words::add_word;
