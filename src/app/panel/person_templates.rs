//! Ways of somebody's own to sign: a template for a platform, with what comes out of it.
//!
//! Never: keeps a template that nobody can fill in; it says so below the field.

use egui::{Popup, Role, Sense, Ui, WidgetInfo, vec2};

use super::filling::Filling;
use crate::app::person_form::PersonForm;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::widget::{Button, Kit, MenuRow, Weight, menu_head, menu_row};
use crate::guideline::Person;
use crate::platform::{PIECES, Platform, template_fault};
use crate::signature::{Signer, sign, usual_template};

/// How wide the menu of platforms is.
const MENU: f32 = 220.0;
/// What is left free for the button that takes a template away.
const BIN: f32 = 36.0;

/// Shows a field for each way of their own, and a way to begin one.
pub(super) fn templates_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    heading_ui(ui, filling, !form.person.signatures.is_empty());
    let mut gone = None;
    for n in 0..form.person.signatures.len() {
        let Some((id, mut template)) = form.person.signatures.get(n).cloned() else {
            continue;
        };
        ui.push_id(("template", &id), |ui| {
            if template_ui(ui, filling, &form.person, &id, &mut template) {
                gone = Some(id.clone());
            }
        });
        if let Some((_, typed)) = form.person.signatures.get_mut(n) {
            *typed = template;
        }
    }
    if let Some(gone) = gone {
        form.person.signatures.retain(|(id, _)| *id != gone);
        filling.changed = true;
    }
    add_ui(ui, filling, form);
}

/// The words above, with the pieces once there is a template.
fn heading_ui(ui: &mut Ui, filling: &Filling<'_>, has_any: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(filling.width, 44.0), Sense::hover());
    let title = "Sign in a way of your own";
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(
        rect.left(),
        rect.top() + 24.0,
        style,
        kit.tokens.text,
        title,
    );
    if has_any {
        let words = format!(
            "With {{{}}}; what is missing leaves no mark",
            PIECES.join("} {")
        );
        filling.note(ui, kit.tokens.text_3, &words);
    }
}

/// One template and what comes out of it; returns whether it is to go.
fn template_ui(
    ui: &mut Ui,
    filling: &mut Filling<'_>,
    person: &Person,
    id: &str,
    template: &mut String,
) -> bool {
    let state = filling.state;
    let name = state.platform_name(id).to_owned();
    let platform = state.platform(id);
    let usual = platform.map_or("", |platform| usual_template(platform, person));
    let label = format!("Signature on {name}");
    let place = filling.lines_of(ui, filling.width - BIN, &label, usual, template);
    let bin_name = format!("Sign as usual on {name}");
    let bin = Button::icon_only(Icon::TRASH, &bin_name).height(size::CHIP);
    let y = place.top() + size::FIELD / 2.0;
    let bin = bin.at_right(ui, place.left() + filling.width, y);
    let is_gone = bin.on_hover_text("The platform’s own way").clicked();
    let t = Kit::new(ui).tokens;
    match template_fault(template) {
        _ if template.trim().is_empty() => {
            let words = format!(
                "Empty, so as usual on {name}: {}",
                signed(platform, person, usual)
            );
            filling.note(ui, t.text_3, &words);
        }
        Some(fault) => filling.note(ui, t.check, &format!("Not kept: {fault}")),
        None => {
            let words = format!("Reads {}", signed(platform, person, template));
            filling.note(ui, t.text_2, &words);
        }
    }
    is_gone
}

/// What comes out of a template, in one line.
fn signed(platform: Option<&Platform>, person: &Person, template: &str) -> String {
    let Some(platform) = platform else {
        return String::new();
    };
    let trying = Person {
        signatures: vec![(platform.id.clone(), template.trim().to_owned())],
        ..person.clone()
    };
    let text = sign(Signer::Person(&trying), platform).text;
    text.replace('\n', " / ")
}

/// Begins a way of their own on a platform.
fn add_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let add = Button::new(Weight::Ghost, "Sign differently somewhere")
        .icon(Icon::SIGNATURE)
        .show(ui);
    let platforms = addable(filling.state, form);
    Popup::menu(&add).gap(size::GAP_XS).width(MENU).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "On which platform?");
        egui::ScrollArea::vertical()
            .max_height(320.0)
            .show(ui, |ui| {
                for platform in platforms {
                    let row = MenuRow {
                        label: &platform.name,
                        ..MenuRow::default()
                    };
                    if menu_row(ui, row).clicked() {
                        form.sign_differently(platform);
                        filling.send_keyboard(format!("Signature on {}", platform.name));
                        ui.close();
                    }
                }
            });
    });
    ui.add_space(size::GAP_M);
}

/// The platforms on which one signs, and on which they have no way of their own, those of the draft
/// first.
fn addable<'s>(state: &'s State, form: &PersonForm) -> Vec<&'s Platform> {
    let has_own = |id: &str| form.person.signatures.iter().any(|(known, _)| known == id);
    let platforms = state.in_use.opened.platforms.iter();
    let signs = |platform: &&Platform| !usual_template(platform, &form.person).is_empty();
    let mut all: Vec<&Platform> = platforms
        .filter(signs)
        .filter(|platform| !has_own(&platform.id))
        .collect();
    all.sort_by_key(|platform| !state.draft.platforms.contains(&platform.id));
    all
}
