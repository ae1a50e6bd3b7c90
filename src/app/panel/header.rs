//! The header: the product, the set in use with its core message, the way to everything.
//!
//! Never: says the core message twice; the guidelines' own page has it as its title.

use egui::{Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::{Screen, State};
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::widget::{Button, FromRight, Kit, Look, MenuRow, Weight, menu_head, menu_row};

/// How wide a menu is.
const MENU: f32 = 280.0;

pub(super) fn header_ui(ui: &mut Ui, layout: &Layout, state: &State, pending: &mut Vec<Action>) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = layout.header.top() + 26.0;
    mark(&kit, pos2(layout.header.left() + 30.0, y));
    if !layout.is_narrow {
        kit.left(
            layout.header.left() + 48.0,
            y,
            Type::HEADING,
            t.text,
            "Postwright",
        );
    }
    let set = set_menu(ui, layout, state, pending);
    let mut right = FromRight::new(pos2(layout.header.right() - size::GAP_L, y));
    if right
        .button(
            ui,
            Button::icon_only(Icon::QUESTION, Command::Shortcuts.text()),
        )
        .clicked()
    {
        pending.push(Action::Command(Command::Shortcuts));
    }
    right.x += size::GAP_XS;
    let key = Command::Palette.key_words();
    let (label, key) = if layout.is_narrow {
        ("", "")
    } else {
        (Command::Palette.text(), key.as_str())
    };
    let find = Button::new(Weight::Ghost, label)
        .icon(Icon::MAGNIFYING_GLASS)
        .key(key)
        .name(Command::Palette.text());
    let find = right.button(ui, find.height(size::CHIP));
    if find.clicked() {
        pending.push(Action::Command(Command::Palette));
    }
    let core = &state.in_use.opened.active.head.core_message;
    if state.screen != Screen::Guidelines && !core.is_empty() {
        kit.vline(set.right() + 8.0, y - 8.0..=y + 8.0, t.hairline);
        let at = pos2(set.right() + 20.0, y);
        let style = Type::HEADING.face(Face::SerifItalic).at(15.0, 20.0);
        let words = kit.cut(
            at,
            find.rect.left() - at.x - size::GAP_L,
            style,
            t.text_2,
            core,
        );
        let response = ui.interact(words, ui.scope_id().with("core message"), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, format!("Core message: {core}"))
        });
        response.on_hover_text(core.as_str());
    }
}

/// The name of the set in use; a click opens the list of sets.
fn set_menu(ui: &Ui, layout: &Layout, state: &State, pending: &mut Vec<Action>) -> Rect {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let head = &state.in_use.opened.active.head;
    let (x, y) = (layout.rail.right() + 2.0, layout.header.top() + 26.0);
    let style = Type::BUTTON.face(Face::SansSemi);
    let width = kit.width(style, &head.name) + 22.0;
    let rect = Rect::from_min_size(
        pos2(x - 8.0, y - 14.0),
        vec2(width + size::GAP_L, size::CHIP),
    );
    let response = ui.interact(rect, ui.scope_id().with("set"), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            format!("Guidelines in use: {}", head.name),
        )
    });
    let look = Look::of(&response);
    if look.is_warm() {
        kit.fill(rect, size::RADIUS_S, t.hover);
    }
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_S);
    }
    let name = kit.left(x, y, style, t.text, &head.name);
    kit.icon(
        pos2(name.right() + 12.0, y + 1.0),
        Icon::CARET_DOWN,
        11.0,
        t.text_3,
    );
    Popup::menu(&response)
        .gap(size::GAP_XS)
        .width(MENU)
        .show(|ui| {
            ui.set_min_width(MENU);
            ui.spacing_mut().item_spacing.y = 0.0;
            menu_head(ui, "Guidelines in use");
            for shelved in state.library.sets() {
                let version = format!("version {}", shelved.set.version.max(1));
                let note = if shelved.path.is_some() {
                    version
                } else {
                    "built in".to_owned()
                };
                let row = MenuRow {
                    label: &shelved.set.name,
                    note: &note,
                    is_chosen: shelved.set.id == head.id,
                };
                if menu_row(ui, row).clicked() {
                    pending.push(Action::UseSet(shelved.set.id.clone()));
                    ui.close();
                }
            }
            ui.separator();
            for command in [Command::EditGuidelines, Command::OpenGuidelines] {
                let key = command.key_words();
                if menu_row(
                    ui,
                    MenuRow {
                        label: command.text(),
                        note: &key,
                        is_chosen: false,
                    },
                )
                .clicked()
                {
                    pending.push(Action::Command(command));
                    ui.close();
                }
            }
        });
    Rect::from_min_max(rect.min, pos2(name.right() + 18.0, rect.bottom()))
}

/// The product's mark: a seal.
fn mark(kit: &Kit, center: egui::Pos2) {
    kit.icon_fill(center, Icon::SEAL, 22.0, kit.tokens.accent);
    let stroke = Stroke::new(1.75, kit.tokens.window);
    kit.painter
        .line_segment([center + vec2(-3.5, 0.5), center + vec2(-0.8, 3.2)], stroke);
    kit.painter
        .line_segment([center + vec2(-0.8, 3.2), center + vec2(4.0, -2.8)], stroke);
}
