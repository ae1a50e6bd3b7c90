//! The line under an open card: one's judgement, or a proposal to change the guideline.
//!
//! Never: settles anything without words.

use egui::{Key, Sense, Ui, vec2};

use crate::app::action::Action;
use crate::app::pace::FindingKey;
use crate::app::theme::size;
use crate::app::view::{JUDGEMENT, SUGGESTION, View, focus};
use crate::app::widget::{Button, Weight, bare_field};

pub(super) fn remark_ui(ui: &mut Ui, view: &mut View, key: &FindingKey, pending: &mut Vec<Action>) {
    let Some(remark) = view.judgement.as_mut() else {
        return;
    };
    let (name, hint, button) = if remark.is_suggestion {
        (SUGGESTION, "What should change, in one line", "Suggest it")
    } else {
        (JUDGEMENT, "One line of reason", "Settle")
    };
    ui.add_space(size::GAP_S);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::FIELD), Sense::hover());
    let response = bare_field(ui, rect, name, hint, &mut remark.words);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(size::GAP_S);
    let mut is_done = is_entered;
    ui.horizontal(|ui| {
        is_done |= Button::new(Weight::Quiet, button)
            .height(size::BUTTON_S)
            .key("⏎")
            .show(ui)
            .clicked();
    });
    if is_done && !remark.words.trim().is_empty() {
        let words = std::mem::take(&mut remark.words);
        pending.push(if remark.is_suggestion {
            Action::Suggest(key.clone(), words)
        } else {
            Action::Judge(key.clone(), words)
        });
        view.judgement = None;
    } else if is_entered {
        focus(ui.ctx(), name);
    }
}
