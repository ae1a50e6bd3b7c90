//! The draft as a field: a stock `TextEdit` without a frame, the lines of the levels painted over
//! its galley, tints under it.
//!
//! Never: lays a text out in pieces for its lines; that would cut shaping.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::{
    Context, Frame, Id, Margin, Pos2, Rect, Response, Shape, TextBuffer, TextEdit, Ui, Vec2, pos2,
};

use super::level_mark::spelling_line;
use super::rows::{Rows, byte_of, char_of};
use super::{Kit, clusters, level_line, level_mark, level_tint, name_for_readers};
use crate::app::theme::{Face, Type};
use crate::guideline::Level;
use crate::text::Span;

/// A stretch of the draft with a line under it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Where, in bytes.
    pub span: Span,
    /// How.
    pub level: Level,
    /// Whether its card is open, so that the words have a tint behind them.
    pub is_open: bool,
}

/// What the editor shows.
pub(crate) struct Editor<'a> {
    /// One per text field of the window.
    pub id: Id,
    /// Its name for screen readers.
    pub name: &'a str,
    /// The prompt of an empty text.
    pub hint: &'a str,
    /// The lines.
    pub marks: &'a [Mark],
    /// Words that look misspelt.
    pub misspelt: &'a [Span],
    /// Stretches in the accent.
    pub links: &'a [Span],
    /// Where the second and further parts of a thread begin, in bytes; each has its number beside it.
    pub parts: &'a [usize],
    /// Whether Tab stays in the field; whoever says so takes the key before it is shown.
    pub keeps_tab: bool,
}

/// What came of it.
pub(crate) struct Edited {
    /// egui's response; `changed()` when the text did.
    pub response: Response,
    /// The caret and the other end of the selection, in bytes.
    pub caret: Option<(usize, usize)>,
    /// The mark under the pointer, by its number.
    pub hovered: Option<usize>,
    /// The byte of the text under the pointer.
    pub pointed: Option<usize>,
    /// The misspelt words in sight, each with the place where it begins.
    pub misspelt: Vec<(Span, Rect)>,
    /// Where the caret is drawn.
    pub caret_rect: Option<Rect>,
    /// Below the last row.
    pub bottom: f32,
}

impl Editor<'_> {
    /// Shows the field, its top left corner at `at`, `width` wide.
    pub(crate) fn show(&self, ui: &mut Ui, at: Pos2, width: f32, text: &mut String) -> Edited {
        let kit = Kit::new(ui);
        let t = Arc::clone(&kit.tokens);
        let before = caret_range(ui.ctx(), self.id);
        let has_deleted = clusters::delete(ui, self.id, text);
        let under = kit.painter.add(Shape::Noop);
        let links = self.links;
        let mut layouter = |ui: &Ui, buffer: &dyn TextBuffer, wrap: f32| {
            let mut job = LayoutJob {
                keep_trailing_whitespace: true,
                ..LayoutJob::default()
            };
            job.wrap.max_width = wrap;
            lay_links(&mut job, buffer.as_str(), links, (t.text, t.accent));
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let rect = Rect::from_min_size(at, Vec2::new(width, Type::POST.line()));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(self.id));
        let out = TextEdit::multiline(text)
            .id(self.id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(width)
            .desired_rows(1)
            .event_filter(egui::EventFilter {
                tab: self.keeps_tab,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            })
            .layouter(&mut layouter)
            .show(&mut child);
        let mut response = out.response.response;
        name_for_readers(ui, &response, self.name);
        if has_deleted {
            response.mark_changed();
        }
        clusters::snap(ui.ctx(), self.id, text, before);
        if text.is_empty() {
            kit.left(
                at.x,
                at.y + Type::POST.line() / 2.0,
                Type::POST,
                kit.tokens.text_3,
                self.hint,
            );
        }
        let clip = kit.painter.clip_rect();
        let rows = Rows {
            galley: &out.galley,
            at: out.galley_pos,
            text,
            clip,
        };
        let pointed = response.hover_pos().and_then(|at| rows.byte_at(at));
        let hovered = self.paint_marks(&kit, under, &rows, response.hover_pos());
        let misspelt = self.paint_spelling(&kit, &rows);
        self.paint_numbers(&kit, &rows);
        let caret = caret_range(ui.ctx(), self.id).map(|range| {
            (
                byte_of(text, range.primary.index.0),
                byte_of(text, range.secondary.index.0),
            )
        });
        let caret_rect = caret_range(ui.ctx(), self.id).map(|range| {
            out.galley
                .pos_from_cursor(range.primary)
                .translate(out.galley_pos.to_vec2())
        });
        Edited {
            response,
            caret,
            hovered,
            pointed,
            misspelt,
            caret_rect,
            bottom: out.galley_pos.y + out.galley.size().y,
        }
    }

    /// The number of each part beside the row in which it begins.
    fn paint_numbers(&self, kit: &Kit, rows: &Rows<'_>) {
        let first = |at: &usize| Span::new(*at, *at + 1);
        let starts: Vec<Span> = self.parts.iter().map(first).collect();
        for (n, stretches) in rows.of(&starts).into_iter().enumerate() {
            let Some((_, base)) = stretches.first() else {
                continue;
            };
            let at = pos2(rows.at.x - 36.0, base - 6.0);
            let style = Type::SMALL.face(Face::SansSemi);
            let rect = kit.right(at.x, at.y, style, kit.tokens.text_3, &(n + 2).to_string());
            kit.hline(
                rect.left() - 2.0..=rect.right() + 2.0,
                base - 20.0,
                kit.tokens.line,
            );
        }
    }

    /// The quiet lines under misspelt words, where no level has its own; returns the words in sight.
    fn paint_spelling(&self, kit: &Kit, rows: &Rows<'_>) -> Vec<(Span, Rect)> {
        let mut seen = Vec::new();
        for (span, stretches) in self.misspelt.iter().zip(rows.of(self.misspelt)) {
            let Some((first, _)) = stretches.first() else {
                continue;
            };
            seen.push((*span, *first));
            let has_line = |mark: &Mark| mark.level != Level::Strength && mark.span.overlaps(*span);
            if !self.marks.iter().any(has_line) {
                for (rect, base) in stretches {
                    spelling_line(kit, rect, base);
                }
            }
        }
        seen
    }

    fn paint_marks(
        &self,
        kit: &Kit,
        under: egui::layers::ShapeIdx,
        rows: &Rows<'_>,
        pointer: Option<Pos2>,
    ) -> Option<usize> {
        let mut tints = Vec::new();
        let mut hovered = None;
        // one mark beside a row: the one that asks most
        let mut beside: Vec<(f32, Level)> = Vec::new();
        let spans: Vec<Span> = self.marks.iter().map(|mark| mark.span).collect();
        for (number, stretches) in rows.of(&spans).into_iter().enumerate() {
            let Some(mark) = self.marks.get(number) else {
                continue;
            };
            for (n, (rect, base)) in stretches.into_iter().enumerate() {
                let wash = Rect::from_min_max(
                    pos2(rect.left() - 2.0, base - 19.0),
                    pos2(rect.right() + 2.0, base + 8.0),
                );
                if mark.is_open {
                    let tint = level_tint(mark.level, &kit.tokens);
                    tints.push(Shape::rect_filled(wash, 4, tint));
                }
                level_line(kit, mark.level, rect, base);
                if n == 0 && matches!(mark.level, Level::Strength | Level::Hold) {
                    match beside
                        .iter_mut()
                        .find(|(other, _)| (*other - base).abs() < 1.0)
                    {
                        Some((_, level)) => *level = mark.level.max(*level),
                        None => beside.push((base, mark.level)),
                    }
                }
                if mark.level != Level::Strength && pointer.is_some_and(|at| wash.contains(at)) {
                    hovered = Some(number);
                }
            }
        }
        for (base, level) in beside {
            level_mark(kit, level, pos2(rows.at.x - 22.0, base - 6.0));
        }
        kit.painter.set(under, Shape::Vec(tints));
        hovered
    }
}

/// The text in the plain ink, its links in the accent.
fn lay_links(
    job: &mut LayoutJob,
    text: &str,
    links: &[Span],
    (plain, accent): (egui::Color32, egui::Color32),
) {
    let mut from = 0;
    for link in links.iter().filter(|link| !link.of(text).is_empty()) {
        let before = Span::new(from, link.start).of(text);
        if link.start >= from && !before.is_empty() {
            job.append(before, 0.0, Type::POST.format(plain));
        }
        job.append(link.of(text), 0.0, Type::POST.format(accent));
        from = link.end;
    }
    let rest = Span::new(from, text.len()).of(text);
    if !rest.is_empty() || text.is_empty() {
        job.append(rest, 0.0, Type::POST.format(plain));
    }
}

/// The caret of a text field.
pub(super) fn caret_range(ctx: &Context, id: Id) -> Option<CCursorRange> {
    TextEdit::load_state(ctx, id)?.cursor.char_range()
}

/// Puts the caret of the field at a byte of its text, and the keyboard into it.
pub(crate) fn put_caret(ctx: &Context, id: Id, text: &str, caret: (usize, usize)) {
    let cursor = |byte: usize| CCursor::new(char_of(text, byte.min(text.len())));
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(cursor(caret.1), cursor(caret.0))));
    state.store(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Replaces the text of a field so that one undo brings the old one back, caret included.
pub(crate) fn replace_text(
    ctx: &Context,
    id: Id,
    text: &mut String,
    with: String,
    caret: (usize, usize),
) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    let before = state.cursor.char_range().unwrap_or_default();
    let mut undoer = state.undoer();
    undoer.add_undo(&(before, text.clone()));
    *text = with;
    let cursor = |byte: usize| CCursor::new(char_of(text, byte.min(text.len())));
    let after = CCursorRange::two(cursor(caret.1), cursor(caret.0));
    let now = (after, text.clone());
    // clears a redo that no longer fits, and makes what is typed next a step of its own
    undoer.feed_state(ctx.input(|input| input.time), &now);
    undoer.add_undo(&now);
    state.cursor.set_char_range(Some(after));
    state.set_undoer(undoer);
    state.store(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Forgets what could be undone, for a text that starts anew (another draft, a restart).
pub(crate) fn forget_undo(ctx: &Context, id: Id) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.clear_undoer();
    state.store(ctx, id);
}
