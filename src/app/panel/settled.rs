//! What was settled, listed under the report.
//!
//! Never: hides a decision; each is there as long as it settles something.

use egui::{Sense, Ui, vec2};

use crate::app::action::Action;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Kit, settled};
use crate::draft::{How, Settled};
use crate::text::one_line;

/// What was settled, with the way back.
pub(super) fn settled_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let listed: Vec<&Settled> = state
        .draft
        .settled
        .iter()
        .filter(|one| is_listed(state, one))
        .collect();
    if listed.is_empty() {
        return;
    }
    ui.add_space(size::GAP_L);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP), Sense::hover());
    let kit = Kit::new(ui);
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(
        rect.left() + 26.0,
        rect.top() + size::GAP_M,
        style,
        kit.tokens.text_3,
        "Settled",
    );
    for one in listed {
        let phrase = if one.words.is_empty() {
            "The whole text".to_owned()
        } else {
            one_line(&one.words)
        };
        let how = match &one.how {
            How::Fixed(_) => "rewritten".to_owned(),
            How::Kept(Some(platform)) => format!("kept on {}", state.platform_name(platform)),
            How::Kept(None) => "kept".to_owned(),
            How::Judgement(reason) => format!("your call: {reason}"),
        };
        let can_undo = !matches!(one.how, How::Fixed(_));
        if settled(ui, &phrase, &how, can_undo) {
            pending.push(Action::Unsettle(FindingKey {
                rule: one.rule.clone(),
                words: one.words.clone(),
                nth: 0,
            }));
        }
    }
}

/// A decision is listed as long as it settles something; a fix, as long as its words are gone.
fn is_listed(state: &State, one: &Settled) -> bool {
    let text = state.text();
    let stands = state
        .report
        .findings
        .iter()
        .any(|finding| finding.rule == one.rule && finding.words(text) == one.words);
    match one.how {
        How::Fixed(_) => !stands,
        How::Kept(_) | How::Judgement(_) => stands,
    }
}
