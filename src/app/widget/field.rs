//! A labelled one-line field, and the tick box.
//!
//! Never: a field without its label.

use egui::text::LayoutJob;
use egui::{
    Align2, FontSelection, Frame, Id, Margin, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{Kit, Look};
use crate::app::theme::{Face, Type, size};

/// A one-line field in `rect` with its label above it; `hint` shows what belongs there.
pub(crate) fn field(
    ui: &mut Ui,
    rect: Rect,
    label: &str,
    hint: &str,
    value: &mut String,
) -> Response {
    label_above(ui, rect, label);
    bare_field(ui, rect, label, hint, value)
}

/// A one-line field without a visible label; `name` is for screen readers.
pub(crate) fn bare_field(
    ui: &mut Ui,
    rect: Rect,
    name: &str,
    hint: &str,
    value: &mut String,
) -> Response {
    put(ui, rect, (name, hint), value, Lines::One)
}

/// A field of several lines in `rect` with its label above it; Enter begins a line.
pub(crate) fn tall_field(
    ui: &mut Ui,
    rect: Rect,
    label: &str,
    hint: &str,
    value: &mut String,
) -> Response {
    label_above(ui, rect, label);
    put(ui, rect, (label, hint), value, Lines::Many)
}

/// How high a field of several lines is with what is typed in it.
pub(crate) fn tall_height(value: &str) -> f32 {
    let n_more = value.split('\n').count().saturating_sub(1);
    size::FIELD + n_more as f32 * Type::BODY.line()
}

fn label_above(ui: &Ui, rect: Rect, label: &str) {
    let kit = Kit::new(ui);
    let style = Type::SMALL.face(Face::SansMedium);
    let y = rect.top() - 11.0;
    kit.left(rect.left(), y, style, kit.tokens.text_2, label);
}

/// How many lines a field takes.
#[derive(Clone, Copy)]
enum Lines {
    One,
    Many,
}

fn put(
    ui: &mut Ui,
    rect: Rect,
    (name, hint): (&str, &str),
    value: &mut String,
    lines: Lines,
) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let under = kit.painter.add(Shape::Noop);
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(vec2(10.0, 6.0)))
            .id_salt(("field", name)),
    );
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let id = field_id(name);
    let format = Type::BODY.format(t.text);
    let mut hint_job = LayoutJob::default();
    hint_job.append(hint, 0.0, Type::BODY.format(t.text_3));
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, _width: f32| {
        let mut job = LayoutJob::default();
        job.append(buffer.as_str(), 0.0, format.clone());
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let edit = match lines {
        Lines::One => TextEdit::singleline(value),
        Lines::Many => TextEdit::multiline(value).desired_rows(1),
    };
    let response = child.add(
        edit.id(id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .font(FontSelection::FontId(format.font_id.clone()))
            .hint_text(hint_job)
            .layouter(&mut layouter)
            .desired_width(f32::INFINITY),
    );
    response.widget_info(|| WidgetInfo::text_edit(true, value.as_str(), value.as_str(), name));
    name_for_readers(ui, &response, name);
    let border = if response.hovered() { t.text_2 } else { t.line };
    let mut shapes = vec![
        Shape::rect_filled(rect, size::RADIUS_S, t.well),
        Shape::rect_stroke(
            rect,
            size::RADIUS_S,
            Stroke::new(1.0, border),
            StrokeKind::Inside,
        ),
    ];
    if response.has_focus() {
        shapes.push(Shape::rect_stroke(
            rect,
            size::RADIUS_S,
            Stroke::new(2.0, t.focus),
            StrokeKind::Inside,
        ));
    }
    kit.painter.set(under, Shape::Vec(shapes));
    response
}

/// The id of a field, so that a panel can move the keyboard to it.
pub(crate) fn field_id(name: &str) -> Id {
    Id::unique(("field", name))
}

/// Forgets what was typed into a field, its undo included.
pub(crate) fn forget_field(ctx: &egui::Context, name: &str) {
    egui::text_edit::TextEditState::default().store(ctx, field_id(name));
}

/// Gives a text field its name in the accessibility tree.
pub(crate) fn name_for_readers(ui: &Ui, response: &Response, name: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// A tick box of 18 points, centred; the row around it reacts.
pub(super) fn tick(kit: &Kit, center: Pos2, is_on: bool, look: Look) {
    let t = &kit.tokens;
    let rect = Align2::CENTER_CENTER.anchor_size(center, vec2(18.0, 18.0));
    let (fill, border) = if is_on {
        (t.accent, t.accent)
    } else {
        (t.well, t.line)
    };
    kit.painter
        .rect(rect, 5, fill, Stroke::new(1.5, border), StrokeKind::Inside);
    if is_on {
        let points = vec![
            center + vec2(-4.2, 0.3),
            center + vec2(-1.2, 3.3),
            center + vec2(4.4, -3.0),
        ];
        kit.painter
            .add(Shape::line(points, Stroke::new(2.0, t.on_accent)));
    }
    if look == Look::Focus {
        kit.focus_ring(rect, 5);
    }
}

/// What a tick row shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TickRow<'a> {
    /// The question.
    pub(crate) words: &'a str,
    /// Whether it is ticked.
    pub(crate) is_on: bool,
    /// Whether Enter ticks it next.
    pub(crate) is_next: bool,
}

/// A row with a tick box and a question in the serif voice.
pub(crate) fn tick_row(ui: &mut Ui, rect: Rect, row: TickRow<'_>) -> Response {
    let TickRow {
        words,
        is_on,
        is_next,
    } = row;
    let response = ui.interact(rect, ui.scope_id().with(("tick", words)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, words));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    if is_next || response.hovered() {
        kit.fill(
            rect,
            size::RADIUS_M,
            if is_next { t.accent_tint } else { t.hover },
        );
    }
    let y = rect.center().y;
    let look = if response.has_focus() || is_next {
        Look::Focus
    } else {
        Look::Rest
    };
    tick(&kit, pos2(rect.left() + 21.0, y), is_on, look);
    let style = Type::HEADING.face(Face::Serif).at(17.0, 26.0);
    kit.cut(
        pos2(rect.left() + 46.0, y),
        rect.width() - 46.0 - size::GAP_XXL - size::GAP_L,
        style,
        if is_on { t.text_2 } else { t.text },
        words,
    );
    if is_next {
        kit.right(
            rect.right() - size::GAP_M,
            y,
            Type::SMALL,
            t.text_2,
            "Enter",
        );
    }
    response
}
