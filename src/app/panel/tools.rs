//! The row under the tabs: how the open platform adds up, and the page's own tools.
//!
//! Never: counts.

use egui::{Popup, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::{Layout, changes};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::side::Page;
use crate::app::state::State;
use crate::app::theme::{Icon, Type, size};
use crate::app::widget::{Button, FromRight, Kit, MenuRow, Weight, menu_head, menu_row};
use crate::draft::{InParts, Threading};
use crate::platform::{Numbering, Signed};

/// How wide the menus are.
const MENU: f32 = 250.0;
/// The least that is kept for the words at the left.
const WORDS: f32 = 150.0;

/// A tool: its word, its icon, what it asks for.
struct Tool {
    label: &'static str,
    icon: Icon,
    command: Command,
}

const fn tool(label: &'static str, icon: Icon, command: Command) -> Tool {
    Tool {
        label,
        icon,
        command,
    }
}

/// The tools of the side that is shown, from left to right.
fn tools(state: &State) -> Vec<Tool> {
    let reading = tool("Reading view", Icon::EYE, Command::ReadingView);
    let signature = tool("Signature", Icon::SIGNATURE, Command::ToggleSignature);
    let follow = tool("Follow all", Icon::ARROW_U_UP_LEFT, Command::FollowAll);
    let open = state.draft.tab.as_ref();
    let has_own = open.is_some_and(|id| state.draft.has_own(id));
    let current = state.current_platform().and_then(|id| state.platform(id));
    let takes_threads = current.is_some_and(|platform| platform.threads);
    match state.page() {
        Page::Text => {
            let mut out = vec![reading];
            if takes_threads {
                out.push(tool("Split", Icon::SCISSORS, Command::Parts));
            }
            out.push(tool("Link", Icon::LINK_SIMPLE, Command::Link));
            if has_own {
                out.push(tool("Compare", Icon::FILES, Command::Compare));
                out.push(follow);
            } else {
                out.push(signature);
            }
            out
        }
        Page::Parts => vec![
            reading,
            tool("Join", Icon::ARROWS_CLOCKWISE, Command::Parts),
            signature,
        ],
        Page::Reading => vec![tool("Write", Icon::PENCIL_SIMPLE, Command::ReadingView)],
        Page::Versions => vec![tool("Write", Icon::PENCIL_SIMPLE, Command::Versions)],
        Page::Changes => vec![follow, tool("Write", Icon::PENCIL_SIMPLE, Command::Compare)],
    }
}

pub(super) fn tools_ui(ui: &Ui, layout: &Layout, state: &State, pending: &mut Vec<Action>) {
    let column = layout.column();
    let y = layout.sheet.bottom() - size::RECEIPT + 18.0;
    let mut right = FromRight::new(pos2(column.right() + 10.0, y));
    let kit = Kit::new(ui);
    let tools = tools(state);
    let button = |tool: &Tool| {
        Button::new(Weight::Ghost, tool.label)
            .icon(tool.icon)
            .height(size::BUTTON_S)
            .name(tool.command.text())
    };
    let width: f32 = tools
        .iter()
        .map(|tool| button(tool).width(&kit) + size::GAP_S)
        .sum();
    if width + WORDS <= column.width() {
        for tool in tools.iter().rev() {
            let response = right.button(ui, button(tool));
            let more = tool.command.tooltip();
            let key = tool.command.key_words();
            if response
                .on_hover_text(format!("{more}  {key}").trim())
                .clicked()
            {
                pending.push(Action::Command(tool.command));
            }
        }
    } else {
        let more = Button::icon_only(Icon::DOTS_THREE, "Tools of the page");
        let response = right.button(ui, more.height(size::BUTTON_S));
        Popup::menu(&response).width(MENU).show(|ui| {
            ui.set_min_width(MENU);
            ui.spacing_mut().item_spacing.y = 0.0;
            for tool in &tools {
                let key = tool.command.key_words();
                let row = MenuRow {
                    label: tool.label,
                    note: &key,
                    is_chosen: false,
                };
                if menu_row(ui, row).clicked() {
                    pending.push(Action::Command(tool.command));
                    ui.close();
                }
            }
        });
    }
    let room = Rect::from_min_max(
        pos2(column.left(), y - size::BUTTON_S / 2.0),
        pos2(right.x - size::GAP_S, y + size::BUTTON_S / 2.0),
    );
    if state.page() == Page::Parts {
        numbering_ui(ui, room, state, pending);
    } else {
        words_ui(ui, room, &words(state));
    }
}

fn words_ui(ui: &Ui, room: Rect, words: &str) {
    let kit = Kit::new(ui);
    let at = pos2(room.left(), room.center().y);
    let rect = kit.cut(at, room.width(), Type::SMALL, kit.tokens.text_2, words);
    let receipt = ui.interact(
        rect.expand2(egui::vec2(0.0, size::GAP_XS)),
        ui.scope_id().with("receipt"),
        Sense::hover(),
    );
    receipt.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// What stands at the left: how the open platform adds up, or what the side shows.
fn words(state: &State) -> String {
    if state.draft.is_unwritten() {
        return "Counts appear as you type".to_owned();
    }
    match state.page() {
        Page::Changes => changes::words(state),
        Page::Versions => "Earlier versions, newest first".to_owned(),
        Page::Text | Page::Parts | Page::Reading => sum_words(state),
    }
}

fn sum_words(state: &State) -> String {
    let Some(standing) = state.current_platform().and_then(|id| state.standing(id)) else {
        return String::new();
    };
    let sum = standing.count().map(|count| {
        let also = count.also.filter(|also| also.used > also.limit / 2);
        let also = also.map_or_else(String::new, |also| {
            format!(", {} of {} {}", also.used, also.limit, also.unit)
        });
        let composer = count.composer_words();
        let composer = composer.map_or_else(String::new, |words| format!(", {words}"));
        match (&standing.thread, count.limit) {
            (Some(thread), Some(limit)) => format!(
                "{} parts, the fullest {} of {limit}",
                thread.parts.len(),
                count.used
            ),
            _ => format!("{}{also}{composer}", count.sum()),
        }
    });
    let sum = sum.unwrap_or_default();
    match &state.draft.tab {
        Some(_) => sum,
        None => format!("{}: {sum}", state.platform_name(&standing.platform)),
    }
}

/// How the parts are numbered and signed, and the menu to choose it.
fn numbering_ui(ui: &Ui, room: Rect, state: &State, pending: &mut Vec<Action>) {
    let Some(platform) = state.current_platform() else {
        return;
    };
    let chosen = state.draft.threading(platform);
    let kit = Kit::new(ui);
    let words = numbering_words(chosen.numbering);
    let at = pos2(room.left(), room.center().y);
    let rect = kit.cut(
        at,
        room.width() - size::GAP_L,
        Type::SMALL,
        kit.tokens.text_2,
        words,
    );
    let caret = pos2(rect.right() + size::GAP_S, at.y + 1.0);
    kit.icon(caret, Icon::CARET_DOWN, 11.0, kit.tokens.text_3);
    let area = Rect::from_min_max(rect.min, pos2(caret.x + size::GAP_S, rect.max.y))
        .expand2(egui::vec2(size::GAP_XS, size::GAP_XS));
    let response = ui.interact(area, ui.scope_id().with("numbering"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if response.has_focus() {
        kit.focus_ring(area, size::RADIUS_S);
    }
    let choose = |threading: Threading| Action::Thread(threading);
    Popup::menu(&response).width(MENU).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut row = |ui: &mut Ui, label: &str, is_chosen: bool, threading: Threading| {
            let row = MenuRow {
                label,
                note: "",
                is_chosen,
            };
            if menu_row(ui, row).clicked() {
                pending.push(choose(threading));
                ui.close();
            }
        };
        menu_head(ui, "Numbering");
        for numbering in [Numbering::End, Numbering::Start, Numbering::None] {
            let is_chosen = chosen.numbering == numbering;
            let label = match numbering {
                Numbering::End => "1/3 at the end",
                Numbering::Start => "1/3 at the start",
                Numbering::None => "None",
            };
            row(
                ui,
                label,
                is_chosen,
                Threading {
                    numbering,
                    ..chosen
                },
            );
        }
        menu_head(ui, "Signature");
        for signed in [Signed::Last, Signed::First, Signed::All] {
            let label = match signed {
                Signed::Last => "On the last part",
                Signed::First => "On the first part",
                Signed::All => "On every part",
            };
            row(
                ui,
                label,
                chosen.signed == signed,
                Threading { signed, ..chosen },
            );
        }
        menu_head(ui, "Length");
        let parts = InParts::Never;
        row(
            ui,
            "Keep it one post",
            chosen.parts == parts,
            Threading { parts, ..chosen },
        );
    });
}

const fn numbering_words(numbering: Numbering) -> &'static str {
    match numbering {
        Numbering::End => "Numbering 1/3 at the end, counted",
        Numbering::Start => "Numbering 1/3 at the start, counted",
        Numbering::None => "No numbering",
    }
}
