//! What every dialog over the window shares: the scrim, the box, a place of its own.
//!
//! Never: opened by itself while somebody types.

use egui::{Area, Id, Order, Rect, Sense, Ui, Vec2};

use crate::app::theme::size;
use crate::app::widget::{Kit, Lift};

/// Shows a dialog of a size at a place over the scrim; `contents` gets its box. Returns whether the
/// scrim was clicked.
pub(super) fn dialog_ui(
    ui: &Ui,
    name: &str,
    place: Rect,
    contents: impl FnOnce(&mut Ui, Rect),
) -> bool {
    let full = ui.ctx().content_rect();
    Area::new(Id::unique(("dialog", name)))
        .order(Order::Foreground)
        .fixed_pos(full.min)
        .constrain(false)
        .show(ui.ctx(), |ui| {
            ui.set_clip_rect(full);
            // what lies below gets neither pointer nor keyboard
            let layer = ui.layer_id();
            ui.memory_mut(|memory| memory.set_modal_layer(layer));
            let outside = ui.interact(full, ui.scope_id().with("scrim"), Sense::click());
            let kit = Kit::new(ui);
            kit.fill(full, 0, kit.tokens.scrim);
            let inside = ui.interact(place, ui.scope_id().with("box"), Sense::click());
            kit.shadow(place, size::RADIUS_L, Lift::High);
            kit.framed(
                place,
                size::RADIUS_L,
                kit.tokens.raised,
                kit.tokens.hairline,
            );
            ui.ctx().accesskit_node_builder(inside.id, |node| {
                node.set_role(egui::Role::Dialog);
                node.set_label(name);
            });
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt(name));
            child.set_clip_rect(place);
            contents(&mut child, place);
            outside.clicked() && !inside.hovered()
        })
        .inner
}

/// A box of some size in the middle of the window, a little above it.
pub(super) fn centered(ui: &Ui, size: Vec2) -> Rect {
    let full = ui.ctx().content_rect();
    let rect = Rect::from_center_size(
        full.center() - Vec2::new(0.0, 10.0),
        size.min(full.size() - Vec2::splat(24.0)),
    );
    rect.round()
}
