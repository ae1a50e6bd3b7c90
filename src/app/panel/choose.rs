//! What the menus of the chips share: a key opens them, one more key chooses.
//!
//! Never: chooses anything; it says what was asked for.

use egui::{Event, Ui};

use crate::app::action::Chip;
use crate::app::view::View;

/// Whether a key asked for this chip's menu in this pass.
pub(super) fn opens(view: &mut View, chip: Chip) -> bool {
    view.open_chip.take_if(|wanted| *wanted == chip).is_some()
}

/// Takes a digit from 1 that was typed while the menu is open.
pub(super) fn digit(ui: &Ui) -> Option<usize> {
    let of = |event: &Event| {
        let Event::Text(text) = event else {
            return None;
        };
        let n = text.parse::<usize>().ok();
        n.filter(|n| (1..=9).contains(n))
    };
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| of(event).is_some())?;
        of(&input.events.remove(at))
    })
}
