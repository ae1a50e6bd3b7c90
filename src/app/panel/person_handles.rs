//! The handles on a person's card: what each platform says to them, how the set makes them, and whose
//! account each is.
//!
//! Never: asks a platform whether a handle is free.

use egui::{Popup, Ui, pos2, vec2};

use super::filling::Filling;
use crate::app::person_form::{PersonForm, handle_fault};
use crate::app::state::State;
use crate::app::theme::{Icon, size};
use crate::app::widget::{Button, Kit, MenuRow, Pill, Weight, menu_head, menu_row};
use crate::guideline::{HandlePattern, Ownership};
use crate::platform::HandleForm;

/// How wide the menu of platforms is.
const MENU: f32 = 220.0;
/// What is left free for the button that takes a handle away.
const BIN: f32 = 36.0;

pub(super) fn handles_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let pattern = &filling.state.in_use.opened.active.head.handle_pattern;
    let pattern = HandlePattern::read(pattern).unwrap_or_default();
    let mut asks_whose = true;
    let mut gone = None;
    for n in 0..form.person.handles.len() {
        let Some((id, mut handle)) = form.person.handles.get(n).cloned() else {
            continue;
        };
        ui.push_id(&id, |ui| {
            if handle_ui(ui, filling, &id, &mut handle) {
                gone = Some(id.clone());
            }
            pattern_ui(ui, filling, form, &pattern, &id, &mut handle);
            let is_open = form.ownership(&id) == Ownership::NotDiscussed;
            whose_ui(ui, filling, form, &id, asks_whose && is_open);
            asks_whose &= !is_open;
        });
        if let Some((_, typed)) = form.person.handles.get_mut(n) {
            *typed = handle;
        }
    }
    if let Some(gone) = gone {
        form.person.handles.retain(|(id, _)| *id != gone);
        filling.changed = true;
    }
    add_ui(ui, filling, form);
}

/// One handle, with what its platform says to it; returns whether it is to go.
fn handle_ui(ui: &mut Ui, filling: &mut Filling<'_>, id: &str, handle: &mut String) -> bool {
    let state = filling.state;
    let name = state.platform_name(id);
    let platforms = &state.in_use.opened.platforms;
    let rule = platforms.handle_rule(id);
    let hint = rule.map_or("", |rule| rule.like.as_str());
    let label = format!("Handle on {name}");
    let place = filling.line_of(ui, filling.width - BIN, &label, hint, handle);
    let bin_name = format!("Remove the handle on {name}");
    let bin = Button::icon_only(Icon::TRASH, &bin_name).height(size::CHIP);
    let at = place.left_center() + vec2(filling.width, 0.0);
    let is_gone = bin.at_right(ui, at.x, at.y).clicked();
    let tokens = Kit::new(ui).tokens;
    if handle.trim().is_empty() {
        return is_gone;
    }
    match (rule, handle_fault(platforms, id, handle)) {
        (None, _) => filling.note(ui, tokens.text_3, "Each place there has its own rule"),
        (Some(_), None) => {
            let words = format!("{name} takes it");
            filling.note(ui, tokens.strength, &words);
        }
        (Some(_), Some(fault)) => {
            let words = match hint {
                "" => format!("{name} does not take it: {fault}"),
                like => format!("{name} does not take it: {fault}, as in {like}"),
            };
            filling.note(ui, tokens.check, &words);
        }
    }
    is_gone
}

/// What the set's pattern makes of the name, offered where it differs.
fn pattern_ui(
    ui: &mut Ui,
    filling: &mut Filling<'_>,
    form: &PersonForm,
    pattern: &HandlePattern,
    id: &str,
    handle: &mut String,
) {
    let state = filling.state;
    let tokens = Kit::new(ui).tokens;
    let own = &state.in_use.opened.active.head.own;
    let note = pattern.note(&form.person, own, handle);
    let is_empty = handle.trim().is_empty();
    if let (HandlePattern::WithoutCompany, Some(note)) = (pattern, &note) {
        filling.note(ui, tokens.text_2, &note.to_string());
    }
    let rule = state.in_use.opened.platforms.handle_rule(id);
    let is_name = rule.is_none_or(|rule| rule.form == HandleForm::Name);
    let made = pattern.handle(&form.person, rule).filter(|_| is_name);
    match made {
        Some(Ok(made)) if is_empty || note.is_some() => {
            let at = state
                .platform(id)
                .is_some_and(|platform| platform.at_handles);
            let made = format!("{}{made}", if at { "@" } else { "" });
            let label = format!("Use {made}");
            if Button::new(Weight::Link, &label).show(ui).clicked() {
                *handle = made;
                filling.changed = true;
            }
        }
        Some(Err(fault)) if is_empty || note.is_some() => {
            let words = format!("The guideline's own pattern does not fit here: {fault}");
            filling.note(ui, tokens.text_3, &words);
        }
        _ => {}
    }
}

/// Whose account a handle names; the hint goes with the first answer.
fn whose_ui(
    ui: &mut Ui,
    filling: &mut Filling<'_>,
    form: &mut PersonForm,
    id: &str,
    has_hint: bool,
) {
    let known = form.ownership(id);
    let name = filling.state.platform_name(id);
    let today = filling.state.now.zoned.date().to_string();
    let (agreed, when) = match &known {
        Ownership::Agreed(on) => (known.clone(), format!("Agreed {on}")),
        Ownership::Mine | Ownership::Company | Ownership::NotDiscussed => {
            (Ownership::Agreed(today), "Agreed".to_owned())
        }
    };
    let choices = [
        (Ownership::NotDiscussed, "Not discussed".to_owned()),
        (Ownership::Mine, "Theirs".to_owned()),
        (Ownership::Company, "Company’s".to_owned()),
        (agreed, when),
    ];
    let pills = choices.clone().map(|(ownership, label)| Pill {
        name: format!("Account on {name}: {label}"),
        is_on: ownership == known,
        label,
    });
    let chosen = filling.pills(ui, &pills).and_then(|n| choices.get(n));
    if let Some((ownership, _)) = chosen {
        form.own(id, ownership.clone());
    }
    if has_hint {
        let words =
            "Whose account is it when somebody leaves? Talk about it once, and note it here";
        filling.note(ui, Kit::new(ui).tokens.text_3, words);
    }
    ui.add_space(size::GAP_XS);
}

/// Adds a handle on a platform that has handles.
fn add_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let add = Button::new(Weight::Ghost, "Add a handle")
        .icon(Icon::PLUS)
        .show(ui);
    let ids = addable(filling.state, form);
    Popup::menu(&add).gap(size::GAP_XS).width(MENU).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "On which platform?");
        egui::ScrollArea::vertical()
            .max_height(360.0)
            .show(ui, |ui| {
                for id in &ids {
                    let label = filling.state.platform_name(id).to_owned();
                    let row = MenuRow {
                        label: &label,
                        ..MenuRow::default()
                    };
                    if menu_row(ui, row).clicked() {
                        form.person.handles.push((id.clone(), String::new()));
                        filling.send_keyboard(format!("Handle on {label}"));
                        ui.close();
                    }
                }
            });
    });
    ui.add_space(size::GAP_M);
    let kit = Kit::new(ui);
    let y = ui.cursor().top();
    kit.hline(
        add.rect.left()..=pos2(add.rect.left() + filling.width, y).x,
        y,
        kit.tokens.hairline,
    );
    ui.add_space(size::GAP_M);
}

/// The platforms with handles on which they have none yet, those of the draft first.
fn addable(state: &State, form: &PersonForm) -> Vec<String> {
    let platforms = state.in_use.opened.platforms.iter();
    let has_handles =
        platforms.filter(|platform| platform.handle.is_some() && !platform.id.contains('/'));
    let mut ids: Vec<String> = has_handles.map(|platform| platform.id.clone()).collect();
    ids.retain(|id| form.person.handles.iter().all(|(known, _)| known != id));
    ids.sort_by_key(|id| !state.draft.platforms.contains(id));
    ids
}
