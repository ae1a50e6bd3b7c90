//! The parts that every screen is made of. A widget takes data and gives back a response.
//!
//! Never: knows the state, an action or a command of the app.

mod button;
mod card;
mod chip;
mod clusters;
mod editor;
mod field;
mod kit;
mod level_mark;
mod notice;
mod row;
mod tab;

pub use button::{Button, FromRight, Weight};
pub use card::{
    CardAsk, CardWords, card_collapsed, card_open, coda, group_head, settled, strength,
};
pub use chip::{SpeakerWords, chip, speaker_chip};
pub use editor::{Editor, Mark, forget_undo, put_caret, replace_text};
pub use field::{bare_field, field, field_id, name_for_readers, tick_row};
pub use kit::{Kit, Lift, Look, Side};
pub use level_mark::{level_line, level_mark, level_tint};
pub use notice::{banner, banner_height, empty_place, toast};
pub use row::{MenuRow, menu_head, menu_row, rail_item};
pub use tab::{Tab, tab};
