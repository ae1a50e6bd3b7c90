//! The left rail: where to go, in words.
//!
//! Never: a badge in red.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::{Screen, State};
use crate::app::theme::{Icon, Type, size};
use crate::app::widget::{Button, Kit, Look, Weight, rail_item};
use crate::approval::Figures;

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
    pulse_ui(ui, layout, y, state, pending);
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

/// What the last weeks were like, in a quiet line or two: that nobody was asked anything, and how much
/// people said and how much the brand. A click shows all figures.
fn pulse_ui(ui: &Ui, layout: &Layout, above: f32, state: &State, pending: &mut Vec<Action>) {
    let words = pulse(&state.afterwards.figures, state.afterwards.range.days());
    if words.is_empty() {
        return;
    }
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let left = layout.rail.left() + size::GAP_XL;
    let width = layout.rail.right() - size::GAP_M - left;
    let small = Type::SMALL.at(12.0, 17.0);
    let lay = |ink| kit.lay(&[(small, ink, words.as_str())], width);
    let height = lay(t.text_2).size().y;
    let bottom = layout.rail.bottom() - size::GAP_XXL - size::BUTTON_L;
    let rect = Rect::from_min_size(pos2(left, bottom - height), vec2(width, height));
    if rect.top() < above {
        // a small window has no room for it
        return;
    }
    let response = ui.interact(rect, ui.scope_id().with("pulse"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let look = Look::of(&response);
    let ink = if look.is_warm() { t.text } else { t.text_2 };
    kit.galley(rect.min, lay(ink));
    if look == Look::Focus {
        kit.focus_ring(rect.expand(size::GAP_XS), size::RADIUS_S);
    }
    if response.clicked() {
        pending.push(Action::Command(Command::ShowFigures));
    }
}

fn pulse(figures: &Figures, days: i32) -> String {
    let mut lines = Vec::new();
    if let Some(quiet) = figures.days_without_ask() {
        lines.push(format!("Nobody was asked anything for {quiet} days"));
    }
    let by_people = figures.total.n_posts.saturating_sub(figures.n_by_brand);
    if figures.total.n_posts > 0 {
        let brand = figures.n_by_brand;
        lines.push(format!(
            "Last {days} days:\npeople {by_people}, brand {brand}"
        ));
    }
    lines.join("\n")
}
