//! The left rail: where to go, in words.
//!
//! Never: a badge in red.

use egui::{Rect, Ui, pos2, vec2};

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::{Screen, State};
use crate::app::theme::{Icon, size};
use crate::app::widget::{Button, Weight, rail_item};

/// The items in their two groups.
const GROUPS: [&[(Screen, &str, Icon)]; 2] = [
    &[
        (Screen::Write, "Write", Icon::PENCIL_SIMPLE),
        (Screen::Drafts, "Drafts", Icon::FILES),
        (Screen::Approved, "Approved", Icon::SEAL_CHECK),
    ],
    &[
        (Screen::Guidelines, "Guidelines", Icon::BOOK_OPEN),
        (Screen::People, "People", Icon::USERS_THREE),
        (Screen::Platforms, "Platforms", Icon::SHARE_NETWORK),
    ],
];

pub(super) fn rail_ui(ui: &Ui, layout: &Layout, state: &State, pending: &mut Vec<Action>) {
    let (height, pitch, gap) = size::RAIL_ITEM;
    let n_drafts = state.n_waiting();
    let mut y = layout.rail.top() + size::GAP_XS;
    for group in GROUPS {
        for (screen, label, icon) in group {
            let rect = Rect::from_min_size(
                pos2(layout.rail.left() + size::GAP_M, y),
                vec2(layout.rail.width() - size::GAP_XL, height),
            );
            let count = if *screen == Screen::Drafts && n_drafts > 0 {
                n_drafts.to_string()
            } else {
                String::new()
            };
            if rail_item(ui, rect, *icon, label, &count, state.screen == *screen).clicked() {
                pending.push(Action::Go(*screen));
            }
            y += pitch;
        }
        y += gap;
    }
    let key = Command::NewPost.key_words();
    let new = Button::new(Weight::Ghost, Command::NewPost.text()).icon(Icon::PLUS);
    let new = if layout.is_narrow { new } else { new.key(&key) };
    if new
        .at(
            ui,
            layout.rail.left() + size::GAP_S,
            layout.rail.bottom() - size::GAP_XXL,
        )
        .clicked()
    {
        pending.push(Action::Command(Command::NewPost));
    }
}
