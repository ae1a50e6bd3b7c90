//! How the text reads on a platform, plainly: its lines, its links, about where it folds.
//!
//! Never: imitates a platform's looks.

use egui::{Color32, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::Kit;
use crate::check::Standing;
use crate::platform::{Platform, Reading};
use crate::text::Span;

/// The words as they are read, and the widest a line of them gets.
const WORDS: Type = Type::BODY.at(15.0, 23.0);
const WIDTH: f32 = 480.0;

/// Shows what goes out as readers meet it; returns the y below.
pub(super) fn reading_ui(ui: &mut Ui, column: Rect, state: &State) -> f32 {
    let mut y = ui.cursor().top() + size::GAP_L;
    let current = state.current_platform().and_then(|id| state.standing(id));
    let Some((standing, platform)) =
        current.and_then(|standing| Some((standing, state.platform(&standing.platform)?)))
    else {
        return y;
    };
    let kit = Kit::new(ui);
    let head = format!("On {}, plainly", platform.name);
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(column.left(), y, style, kit.tokens.text, &head);
    y += size::GAP_XL;
    let mut notes: Vec<String> = Vec::new();
    for (n, words) in shown(standing).iter().enumerate() {
        let reading = platform.reading(words);
        if n > 0 {
            kit.hline(column.left()..=column.right(), y, kit.tokens.hairline);
            y += size::GAP_L;
        }
        y = post_ui(
            ui,
            pos2(column.left(), y),
            column.width(),
            &reading,
            (n, platform),
        ) + size::GAP_L;
        for note in reading.notes {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    y += size::GAP_S;
    for note in &notes {
        let rect = kit.paragraph(
            pos2(column.left(), y),
            column.width(),
            Type::SMALL,
            kit.tokens.text_2,
            note,
        );
        let response = ui.interact(rect, ui.scope_id().with(note), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, note));
        y = rect.bottom() + size::GAP_XS;
    }
    y
}

/// The posts that go out.
fn shown(standing: &Standing) -> Vec<&str> {
    standing.parts()
}

/// One post: its words, and the line at which it folds.
fn post_ui(
    ui: &Ui,
    at: Pos2,
    width: f32,
    reading: &Reading,
    (n, platform): (usize, &Platform),
) -> f32 {
    let kit = Kit::new(ui);
    let width = width.min(WIDTH);
    let fold = reading.fold.unwrap_or(reading.text.len());
    let above = lay(&kit, reading, Span::new(0, fold), kit.tokens.text, width);
    let rect = Rect::from_min_size(at, above.size());
    let response = ui.interact(rect, ui.scope_id().with(("post", n)), Sense::hover());
    let name = format!("As it reads on {}: {}", platform.name, reading.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    kit.galley(at, above);
    if reading.fold.is_none() {
        return rect.bottom();
    }
    let y = rect.bottom() + size::GAP_M;
    let words = kit.left(
        at.x,
        y,
        Type::SMALL,
        kit.tokens.text_3,
        "about here it folds",
    );
    let from = words.right() + size::GAP_S;
    let mut x = from;
    while x < at.x + width {
        kit.hline(x..=(x + 4.0).min(at.x + width), y, kit.tokens.text_3);
        x += 8.0;
    }
    let folded = Span::new(fold, reading.text.len());
    let below = lay(&kit, reading, folded, kit.tokens.text_3, width);
    let place = at + vec2(0.0, y - at.y + size::GAP_M);
    let bottom = place.y + below.size().y;
    kit.galley(place, below);
    bottom
}

/// Lays a stretch of the shown text out, its links in the accent.
fn lay(
    kit: &Kit,
    reading: &Reading,
    stretch: Span,
    ink: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let text = &reading.text;
    let mut runs: Vec<(Type, Color32, &str)> = Vec::new();
    let mut from = stretch.start;
    for link in &reading.links {
        let (start, end) = (link.start.max(from), link.end.min(stretch.end));
        if start < end {
            runs.push((WORDS, ink, Span::new(from, start).of(text)));
            runs.push((WORDS, kit.tokens.accent, Span::new(start, end).of(text)));
            from = end;
        }
    }
    runs.push((WORDS, ink, Span::new(from, stretch.end).of(text).trim_end()));
    if let Some((_, _, first)) = runs.first_mut().filter(|_| stretch.start > 0) {
        *first = first.trim_start();
    }
    runs.retain(|(_, _, words)| !words.is_empty());
    kit.lay(&runs, width)
}
