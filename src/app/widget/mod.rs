//! The parts that every screen is made of. A widget takes data and gives back a response.
//!
//! Never: knows the state, an action or a command of the app.

mod button;
mod card;
mod chip;
mod clusters;
mod editor;
mod field;
mod group;
mod kit;
mod level_mark;
mod notice;
mod part;
mod pill;
mod receipt;
mod row;
mod rows;
mod speaker;
mod tab;

pub(super) use button::{Button, FromRight, Weight};
pub(super) use card::{CardAsk, CardWords, card_collapsed, card_open};
pub(super) use chip::{chip, chip_width, choice, choice_width};
pub(super) use editor::{Edited, Editor, Mark, forget_undo, put_caret, replace_text};
pub(super) use field::{
    TickRow, bare_field, field, field_id, forget_field, name_for_readers, tall_field, tall_height,
    tick_row,
};
pub(super) use group::{coda, group_head, settled, strength};
pub(super) use kit::{Kit, Lift, Look, Side};
pub(super) use level_mark::{level_line, level_mark, level_tint};
pub(super) use notice::{banner, banner_height, empty_place, toast};
pub(super) use part::{Ink, PartAsk, PartCard, PartRow, part_card, part_row};
pub(super) use pill::{Pill, pills};
pub(super) use receipt::receipt;
pub(super) use row::{MenuRow, menu_head, menu_row, rail_item};
pub(super) use speaker::{
    SpeakerRow, SpeakerWords, speaker_chip, speaker_row, speaker_tag, speaker_tag_width,
};
pub(super) use tab::{Brief, Tab, tab};
