//! The signature under the text: grey until it is filled in, in place, once.
//!
//! Never: part of the text; it is part of what is counted and copied.

use egui::{Key, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::view::{SIGNATURE_FIELDS, View, focus};
use crate::app::widget::{Button, Kit, Weight, field};
use crate::draft::{Speaker, YOURSELF};
use crate::guideline::Person;
use crate::platform::{Platform, Shape};
use crate::signature::sign;

/// What stands where a signature will be.
const PLACEHOLDER: &str = "Your name, Company";

/// What is shown under the text.
enum Preview {
    /// Nobody has signed yet.
    Unknown,
    /// The lines, and a small word beside the first.
    Lines(String, String),
    /// A small word only.
    Note(String),
}

/// Shows the signature, or the fields to fill it in. Returns the y below.
pub(super) fn preview_ui(
    ui: &mut Ui,
    column: Rect,
    y: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    if view.person.is_some() {
        return fields_ui(ui, column, y, state, view, pending);
    }
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    match preview(state) {
        Preview::Unknown => {
            let middle = y + Type::POST.line() / 2.0;
            let grey = kit.left(column.left(), middle, Type::POST, t.text_3, PLACEHOLDER);
            let style = Type::SMALL.face(Face::SansMedium);
            let word = kit.left(
                grey.right() + 14.0,
                middle + 1.0,
                style,
                t.accent,
                "Fill in once",
            );
            open_on_click(ui, grey.union(word), "Fill in your signature", state, view);
            middle + Type::POST.line() / 2.0
        }
        Preview::Lines(lines, note) => {
            let (mut bottom, mut area) = (y, Rect::NOTHING);
            for (n, line) in lines.lines().enumerate() {
                let middle = bottom + Type::POST.line() / 2.0;
                let words = kit.cut(
                    pos2(column.left(), middle),
                    column.width(),
                    Type::POST,
                    t.text_3,
                    line,
                );
                area = area.union(words);
                if n == 0 && words.right() + 14.0 + kit.width(Type::SMALL, &note) < column.right() {
                    kit.left(
                        words.right() + 14.0,
                        middle + 1.0,
                        Type::SMALL,
                        t.text_3,
                        &note,
                    );
                }
                bottom += Type::POST.line();
            }
            let name = format!("Signature: {}", lines.replace('\n', ", "));
            open_on_click(ui, area, &name, state, view);
            bottom
        }
        Preview::Note(note) => {
            let words = kit.left(column.left(), y + size::GAP_M, Type::SMALL, t.text_3, &note);
            let response = ui.interact(words, ui.scope_id().with("signature note"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &note));
            words.bottom()
        }
    }
}

fn open_on_click(ui: &Ui, area: Rect, name: &str, state: &State, view: &mut View) {
    let response = ui.interact(area, ui.scope_id().with("signature"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let kit = Kit::new(ui);
    if response.has_focus() {
        kit.focus_ring(area, size::RADIUS_S);
    }
    if response.hovered() {
        kit.hline(
            area.left()..=area.right(),
            area.bottom() - 2.0,
            kit.tokens.border(),
        );
    }
    if response.clicked() && state.draft.speaker != Speaker::Brand {
        let person = state.person().cloned();
        view.handle = person
            .as_ref()
            .and_then(|person| handle_of(person, state))
            .unwrap_or_default();
        view.person = Some(person.unwrap_or_else(|| Person {
            id: YOURSELF.to_owned(),
            ..Person::default()
        }));
        focus(ui.ctx(), SIGNATURE_FIELDS[0]);
    }
}

fn preview(state: &State) -> Preview {
    let everywhere = Platform {
        signature: Shape::Block,
        at_handles: true,
        any_handle: true,
        ..Platform::default()
    };
    let platform = state.draft.tab.as_deref().and_then(|id| state.platform(id));
    let name = platform.map_or("", |platform| platform.name.as_str());
    let is_off = match platform {
        Some(platform) => state.draft.unsigned.contains(&platform.id),
        None => state
            .draft
            .platforms
            .iter()
            .all(|id| state.draft.unsigned.contains(id)),
    };
    if platform.is_some_and(|platform| platform.signature == Shape::None) {
        return Preview::Note(format!("{name} takes no signature"));
    }
    if is_off {
        return Preview::Note(format!(
            "Without a signature, {} puts it back",
            Command::ToggleSignature.key_words()
        ));
    }
    let signer = state
        .draft
        .speaker
        .signer(state.in_use.opened.brand(), state.library.people());
    let lines = signer
        .map(|signer| sign(signer, platform.unwrap_or(&everywhere)).text)
        .unwrap_or_default();
    match (lines.is_empty(), &state.draft.speaker) {
        (true, Speaker::Brand) => {
            Preview::Note("The guidelines name no brand, so nothing is signed".to_owned())
        }
        (true, Speaker::ForBrand(_) | Speaker::Personally(_)) => Preview::Unknown,
        (false, _) if name.is_empty() => {
            Preview::Lines(lines, "signature, shaped for each platform".to_owned())
        }
        (false, _) => Preview::Lines(lines, format!("signature, added for {name}")),
    }
}

/// The handle for the open platform, or the first one.
fn handle_of(person: &Person, state: &State) -> Option<String> {
    let of_tab = state.draft.tab.as_deref().and_then(|id| person.handle(id));
    of_tab
        .or_else(|| person.handles.first().map(|(_, handle)| handle.as_str()))
        .map(str::to_owned)
}

/// The fields, two beside each other, in the order in which people fill them in.
fn fields_ui(
    ui: &mut Ui,
    column: Rect,
    y: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let Some(mut person) = view.person.take() else {
        return y;
    };
    let pitch = size::FIELD + size::GAP_XL + size::GAP_S;
    let width = (column.width() - size::GAP_L) / 2.0;
    let [name, title, company, handle] = SIGNATURE_FIELDS;
    let fields: [(&str, &str, &mut String); 4] = [
        (name, "Asha Rao", &mut person.name),
        (company, "Brightside", &mut person.company),
        (handle, "@asha", &mut view.handle),
        (title, "Customer care", &mut person.title),
    ];
    let mut has_focus = false;
    let mut left_one = false;
    for (n, (label, hint, value)) in fields.into_iter().enumerate() {
        let (right, below) = (n % 2 == 1, n / 2);
        let x = column.left() + if right { width + size::GAP_L } else { 0.0 };
        let top = y + size::GAP_XL + below as f32 * pitch;
        let response = field(
            ui,
            Rect::from_min_size(pos2(x, top), vec2(width, size::FIELD)),
            label,
            hint,
            value,
        );
        has_focus |= response.has_focus();
        left_one |= response.lost_focus();
    }
    let bottom = y + size::GAP_XL + 2.0 * pitch;
    let done =
        Button::new(Weight::Quiet, "Done")
            .key("⏎")
            .at(ui, column.left(), bottom + size::GAP_XS);
    let skip = Button::new(Weight::Ghost, "Not now").key("Esc").at(
        ui,
        done.rect.right() + size::GAP_S,
        bottom + size::GAP_XS,
    );
    let is_entered = left_one && ui.input(|input| input.key_pressed(Key::Enter));
    // the keyboard went elsewhere: what was typed is kept
    let went_away = left_one && !has_focus && !done.has_focus() && !skip.has_focus();
    // without a name nothing can be kept, and nothing that was typed is dropped
    let is_nameless = person.name.trim().is_empty();
    let has_more = [&person.title, &person.company, &view.handle]
        .iter()
        .any(|words| !words.is_empty());
    if skip.clicked() {
        pending.push(Action::LeavePause);
    } else if (done.clicked() || is_entered || went_away) && !(is_nameless && has_more) {
        person.put_handle(&view.handle, state.draft.tab.as_deref());
        pending.push(Action::PersonFilled(Box::new(person)));
        if !went_away || is_entered {
            pending.push(Action::LeavePause);
        }
    } else {
        if (done.clicked() || is_entered) && is_nameless {
            focus(ui.ctx(), SIGNATURE_FIELDS[0]);
        }
        view.person = Some(person);
    }
    bottom + size::BUTTON
}
