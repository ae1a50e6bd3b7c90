//! What was learned from an experiment that is over: asked once, in a card above the page.
//!
//! Never: stands in the way; "Later" is an answer.

use egui::{Align, Key, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{LEARNED, View};
use crate::app::widget::{Button, Kit, Weight, bare_field};

/// Inside the card, left and right.
const PAD: f32 = 18.0;
/// From the card's top to the hypothesis.
const HEAD: f32 = 40.0;

/// Shows the card, where there is something to ask; returns the y below.
pub(super) fn learning_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    top: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let Some(ended) = state.question() else {
        return top;
    };
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = right - left - 2.0 * PAD;
    let style = Type::HEADING.face(Face::SerifItalic).at(16.0, 24.0);
    let hypothesis = &ended.experiment.hypothesis;
    let words = kit.lay(&[(style, t.text, hypothesis.as_str())], width);
    let field_y = HEAD + words.size().y + size::GAP_M;
    let foot_y = field_y + size::FIELD + 28.0;
    let card = Rect::from_min_max(pos2(left, top), pos2(right, top + foot_y + 26.0));
    kit.framed(card, size::RADIUS_M, t.well, t.hairline);
    let left = left + PAD;
    let title = "Your experiment ended";
    let response = ui.interact(
        Rect::from_min_size(card.min, vec2(card.width(), field_y)),
        ui.scope_id().with("ended"),
        Sense::hover(),
    );
    let name = format!("{title}: {hypothesis}. What did you learn?");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    kit.icon(
        pos2(left + 7.0, top + 22.0),
        Icon::LIGHTBULB,
        15.0,
        t.text_2,
    );
    let small = Type::SMALL.face(Face::SansMedium);
    kit.left(left + size::GAP_XL, top + 22.0, small, t.text_2, title);
    kit.galley(pos2(left, top + HEAD), words);
    let place = Rect::from_min_size(pos2(left, top + field_y), vec2(width, size::FIELD));
    let id = ended.experiment.id;
    let typed = view.learned.entry(id.clone()).or_default();
    let field = bare_field(ui, place, LEARNED, LEARNED, typed);
    if field.gained_focus() {
        let room = vec2(0.0, size::GAP_XL);
        ui.scroll_to_rect(card.expand2(room), Some(Align::TOP));
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let y = top + foot_y;
    let has_words = !typed.trim().is_empty();
    let keep = Button::new(Weight::Quiet, "Keep it").name("Keep what you learned");
    let keep = keep.height(size::BUTTON_S).on(has_words).at(ui, left, y);
    let nothing = Button::new(Weight::Link, "Nothing to note");
    let nothing = nothing.at(ui, keep.rect.right() + size::GAP_L, y);
    let later = Button::new(Weight::Link, "Later").name("Ask me later");
    let later = later.at(ui, nothing.rect.right() + size::GAP_L, y);
    let later = later.on_hover_text("When Postwright is opened again");
    if has_words && (keep.clicked() || is_entered) {
        pending.push(Action::Learn(id, typed.clone()));
    } else if nothing.clicked() {
        pending.push(Action::Learn(id, String::new()));
    } else if later.clicked() {
        pending.push(Action::LearnLater(id));
    }
    card.bottom() + size::GAP_XL
}

/// The same on a page of rows, which takes its height from the layout.
pub(super) fn learning_row_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let top = ui.cursor().top();
    let bottom = learning_ui(ui, edges, top, state, view, pending);
    ui.allocate_space(vec2(ui.available_width(), bottom - top));
}
