//! What they said, above the answer: their words, when they were heard, what they are.
//!
//! Never: marks anything in their words, or covers the text.

use egui::text::LayoutJob;
use egui::{
    Align, Color32, Frame, Margin, Popup, Rect, ScrollArea, TextEdit, Ui, UiBuilder, pos2, vec2,
};

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{THEY_SAID, View};
use crate::app::widget::{
    Button, Kit, MenuRow, Weight, choice, choice_width, field_id, menu_head, menu_row,
    name_for_readers,
};
use crate::draft::Triage;

/// Inside the card, left and right.
const PAD: f32 = 18.0;
/// From the card's top to their words.
const HEAD: f32 = 38.0;
/// From their words to the choices, wide and narrow.
const GAP: (f32, f32) = (20.0, 10.0);
/// From one choice to the next, and from one row of them to the next.
const NEXT: f32 = 6.0;
const ROW: f32 = size::BUTTON_S + NEXT;
/// The most lines of their words that are shown at once, wide and narrow.
const LINES: (f32, f32) = (5.0, 3.0);
/// How wide the menu of the age is.
const MENU: f32 = 200.0;

/// When they may have been heard, in minutes before now.
const AGES: [(&str, i64); 5] = [
    ("Just now", 0),
    ("15 min ago", 15),
    ("An hour ago", 60),
    ("4 hours ago", 240),
    ("A day ago", 1440),
];

/// How their words are set.
fn words_style() -> Type {
    Type::HEADING.face(Face::SerifItalic).at(16.0, 24.0)
}

/// Shows the card, or the way back to what was closed; returns the y below.
pub(super) fn card_ui(
    ui: &mut Ui,
    layout: &Layout,
    top: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let column = layout.column();
    if state.draft.they_said.is_none() {
        return dropped_ui(ui, column, top, state, pending);
    }
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = column.width() - 2.0 * PAD;
    let said = state.draft.they_said.clone().unwrap_or_default();
    let runs = [(words_style(), t.text, said.as_str())];
    let line = words_style().line();
    let (most, gap) = if layout.is_narrow {
        (LINES.1, GAP.1)
    } else {
        (LINES.0, GAP.0)
    };
    let n_lines = (kit.lay(&runs, width).size().y / line).round();
    let height = n_lines.clamp(1.0, most) * line;
    let places = places(&kit, width);
    let choices = places.iter().map(|place| place.1).fold(0.0, f32::max) + size::BUTTON_S;
    let card = Rect::from_min_size(
        pos2(column.left(), top),
        vec2(column.width(), HEAD + height + gap + choices + 15.0),
    );
    kit.framed(card, size::RADIUS_M, t.well, t.hairline);
    if std::mem::take(&mut view.to_top) {
        ui.scroll_to_rect(card, Some(Align::TOP));
    }
    head_ui(ui, card, state, pending);
    let words = Rect::from_min_size(card.min + vec2(PAD, HEAD), vec2(width, height));
    words_ui(ui, &kit, words, n_lines > most, said, view, pending);
    let at = pos2(words.left(), words.bottom() + gap + size::BUTTON_S / 2.0);
    choices_ui(ui, (at, width), &places, state, pending);
    card.bottom() + size::GAP_XL
}

/// "They said", when it was heard, and the way out.
fn head_ui(ui: &Ui, card: Rect, state: &State, pending: &mut Vec<Action>) {
    let kit = Kit::new(ui);
    let y = card.top() + 22.0;
    let title = Type::SMALL.face(Face::SansMedium);
    let title = kit.left(card.left() + PAD, y, title, kit.tokens.text_2, "They said");
    let close = Button::icon_only(Icon::X, "Close what they said").height(size::GAP_XL);
    let close = close.at_right(ui, card.right() - size::GAP_S, y);
    if close
        .on_hover_text("The draft stays, their words go")
        .clicked()
    {
        pending.push(Action::Command(Command::DropReply));
    }
    let words = state.heard_words();
    if words.is_empty() {
        return;
    }
    let short = words.split(',').next().unwrap_or_default();
    let right = card.right() - 42.0;
    let has_room = right - kit.width(Type::SMALL, &words) > title.right() + size::GAP_L;
    let name = format!("{words}. Change when");
    let label = if has_room { words.as_str() } else { short };
    let age = Button::new(Weight::Link, label).name(&name);
    let age = age.at_right(ui, right, y);
    Popup::menu(&age).gap(size::GAP_XS).width(MENU).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "When did you hear it?");
        for (label, minutes) in AGES {
            let row = MenuRow {
                label,
                ..MenuRow::default()
            };
            if menu_row(ui, row).clicked() {
                pending.push(Action::HeardAgo(minutes));
                ui.close();
            }
        }
    });
}

/// Their words, to be read, mended or typed; they scroll where they are long.
fn words_ui(
    ui: &mut Ui,
    kit: &Kit,
    rect: Rect,
    is_long: bool,
    mut said: String,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let t = &kit.tokens;
    let format = words_style().format(t.text);
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, wrap: f32| {
        let mut job = LayoutJob::default();
        job.wrap.max_width = wrap;
        job.append(buffer.as_str(), 0.0, format.clone());
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("their words"));
    child.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let area = ScrollArea::vertical()
        .id_salt("their words")
        .auto_shrink(false)
        .max_height(rect.height());
    let out = area.show(&mut child, |ui| {
        let edit = TextEdit::multiline(&mut said)
            .id(field_id(THEY_SAID))
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(rect.width())
            .desired_rows(1)
            .event_filter(egui::EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            })
            .layouter(&mut layouter);
        ui.add(edit)
    });
    let response = out.inner;
    name_for_readers(ui, &response, THEY_SAID);
    if said.is_empty() {
        let hint = "Paste or type what they said";
        kit.left(
            rect.left(),
            rect.top() + 12.0,
            words_style(),
            t.text_3,
            hint,
        );
    }
    if is_long {
        let (offset, content) = (out.state.clamped_offset().y, out.content_size.y);
        kit.fade_ends(rect, offset, content, t.well);
    }
    if response.has_focus() {
        kit.focus_ring(rect.expand2(vec2(size::GAP_XS, 0.0)), size::RADIUS_S);
    }
    if response.changed() {
        view.hears = false;
        pending.push(Action::Heard(said, false));
    }
}

/// Where the choices stand, from the left and from the top; the last is the button.
fn places(kit: &Kit, width: f32) -> Vec<(f32, f32, f32)> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut out = Vec::new();
    for triage in Triage::ALL {
        let wide = choice_width(kit, triage.label());
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + ROW);
        }
        out.push((x, y, wide));
        x += wide + NEXT;
    }
    let wide = no_reply().width(kit);
    if x + wide > width {
        y += ROW;
    }
    out.push((width - wide, y, wide));
    out
}

fn no_reply() -> Button<'static> {
    Button::new(Weight::Quiet, Command::NoReply.text()).height(size::BUTTON_S)
}

fn choices_ui(
    ui: &Ui,
    (at, width): (egui::Pos2, f32),
    places: &[(f32, f32, f32)],
    state: &State,
    pending: &mut Vec<Action>,
) {
    let chosen = state.triage();
    for (triage, (x, y, _)) in Triage::ALL.into_iter().zip(places) {
        let is_on = chosen == Some(triage);
        let response = choice(ui, at.x + x, at.y + y, triage.label(), is_on);
        if response.clicked() {
            pending.push(Action::SortAs(triage));
        }
    }
    let Some((_, y, _)) = places.last() else {
        return;
    };
    let is_left = state.draft.heard.needs_none;
    let label = if is_left {
        "Reply after all"
    } else {
        Command::NoReply.text()
    };
    let button = Button::new(Weight::Quiet, label).height(size::BUTTON_S);
    let button = button.at_right(ui, at.x + width, at.y + y);
    if button.on_hover_text(Command::NoReply.tooltip()).clicked() {
        pending.push(Action::Command(Command::NoReply));
    }
}

/// What stands on the empty page below it.
pub(super) fn prompt(state: &State) -> &'static str {
    match state.triage() {
        Some(Triage::Unhappy) => "What happens now, and by when?",
        Some(Triage::Question) => "The answer, first",
        Some(Triage::WrongFact) => "The fact, and where it stands",
        Some(Triage::Praise) => "Who should hear this, too?",
        Some(Triage::RantOrJoke) => "An answer, or let it stand",
        None => "Your answer",
    }
}

/// One line where the card stood, as long as it can come back.
fn dropped_ui(ui: &Ui, column: Rect, top: f32, state: &State, pending: &mut Vec<Action>) -> f32 {
    if state.dropped().is_none() {
        return top + size::GAP_L;
    }
    let kit = Kit::new(ui);
    let y = top + size::GAP_XL;
    let words = "Their words are out of this draft";
    let words = kit.left(column.left(), y, Type::SMALL, kit.tokens.text_3, words);
    let undo = Button::new(Weight::Link, "Undo").name("Put back what they said");
    if undo.at(ui, words.right() + size::GAP_M, y).clicked() {
        pending.push(Action::Undrop);
    }
    y + size::GAP_XXL
}

/// The words at the foot of the pause while a breath lasts, in their colour.
pub(super) fn breath_words(kit: &Kit, state: &State) -> Option<(String, Color32)> {
    let (breath, left) = state.breath()?;
    let mut marks: Vec<String> = Vec::new();
    for mark in breath.marks.iter().map(|mark| format!("“{mark}”")) {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let cut = marks.len().min(3);
    let shown = marks.get(..cut).unwrap_or_default().join(", ");
    let words = format!("This may sting: {shown}. A breath, {left} s.");
    Some((words, kit.tokens.nudge))
}
