//! The menu of a misspelt word: what it may have been meant to be, and a way to call it right.
//!
//! Never: a card or a count; spelling stays quiet until it is asked.

use egui::{Id, Popup, PopupKind, Rect, SetOpenCommand, Ui};

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widget::{MenuRow, menu_head, menu_row};

/// How wide the menu is.
const MENU: f32 = 220.0;

/// Shows the menu of the word that is asked about, below `place`, while it is open.
pub(super) fn spelling_ui(
    ui: &Ui,
    place: Rect,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let id = Id::unique("spelling menu");
    let opens = view.open_spelling.take();
    if let Some(by_key) = opens {
        view.spelling_wants_row = by_key;
    }
    let Some(asked) = &state.proof.asked else {
        // answered, or the text has changed
        if std::mem::take(&mut view.is_spelling_open) {
            Popup::close_id(ui.ctx(), id);
            view.wants_text = true;
        }
        return;
    };
    let name = format!("Spelling of {}", asked.word);
    let shown = Popup::new(id, ui.ctx().clone(), place, ui.layer_id())
        .kind(PopupKind::Menu)
        .open_memory(opens.map(|_| SetOpenCommand::Bool(true)))
        .accessible_name(name)
        .gap(size::GAP_S)
        .width(MENU)
        .show(|ui| {
            ui.set_min_width(MENU);
            ui.spacing_mut().item_spacing.y = 0.0;
            menu_head(
                ui,
                match &asked.suggestions {
                    None => "Looking it up…",
                    Some(words) if words.is_empty() => "Nothing comes close",
                    Some(_) => "Did you mean",
                },
            );
            let words = asked.suggestions.as_deref().unwrap_or_default();
            for (n, word) in words.iter().enumerate() {
                if row_ui(ui, word, n == 0, view) {
                    pending.push(Action::Respell(word.clone()));
                    ui.close();
                }
            }
            ui.separator();
            let is_only = asked.suggestions.is_some() && words.is_empty();
            if row_ui(ui, "Add to my words", is_only, view) {
                pending.push(Action::AddWord);
                ui.close();
            }
        });
    // the keyboard goes back to where it came from
    let is_open = shown.is_some() && Popup::is_id_open(ui.ctx(), id);
    if view.is_spelling_open && !is_open {
        view.wants_text = true;
    }
    view.is_spelling_open = is_open;
}

/// One row; the first one takes the keyboard when the menu was opened by a key, as soon as it is seen.
fn row_ui(ui: &mut Ui, label: &str, is_first: bool, view: &mut View) -> bool {
    let row = menu_row(
        ui,
        MenuRow {
            label,
            ..MenuRow::default()
        },
    );
    if is_first && view.spelling_wants_row {
        row.request_focus();
        view.spelling_wants_row = !row.has_focus();
    }
    row.clicked()
}
