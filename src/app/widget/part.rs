//! A part of a thread: its card on the sheet, and its row in the list to copy from.
//!
//! Never: copies; it says what was asked for.

use egui::{Color32, Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Button, FromRight, Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};

/// Inside a card: beside and above the words, and what is kept free at the right.
const PAD: (f32, f32) = (18.0, 14.0);
const SIDE: f32 = 112.0;
/// From this share of the limit on, the figure says how much is left.
const NEAR: f32 = 0.9;
/// How high a row of the list is.
const ROW: f32 = 44.0;
/// The words of a part.
const WORDS: Type = Type::POST.at(16.0, 25.0);

/// What was asked of a part.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PartAsk {
    /// Go to its words.
    Open,
    /// Copy it.
    Copy,
}

/// What the card of a part shows.
pub(crate) struct PartCard<'a> {
    /// What stands in it: plain, in the accent, or quiet.
    pub runs: Vec<(Ink, &'a str)>,
    /// Its number, counted from 1, and how many there are.
    pub number: (usize, usize),
    /// What is used of how much.
    pub used: u32,
    /// How much fits.
    pub limit: Option<u32>,
    /// Whether it is the one to copy next.
    pub is_next: bool,
    /// Whether it was copied.
    pub(crate) is_copied: bool,
}

/// How words of a part are drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ink {
    /// What was written.
    Plain,
    /// A link.
    Link,
    /// Number and signature, which were added.
    Added,
}

/// Shows a card `width` wide at `at`; returns its box and what was asked.
pub(crate) fn part_card(
    ui: &mut Ui,
    at: Pos2,
    width: f32,
    card: &PartCard<'_>,
) -> (Rect, Option<PartAsk>) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let ink = |ink: Ink| match ink {
        Ink::Plain => t.text,
        Ink::Link => t.accent,
        Ink::Added => t.text_3,
    };
    let runs: Vec<(Type, Color32, &str)> = card
        .runs
        .iter()
        .map(|(kind, words)| (WORDS, ink(*kind), *words))
        .collect();
    let galley = kit.lay(&runs, width - SIDE);
    let height = (galley.size().y + 2.0 * PAD.1).max(2.0 * PAD.1 + 50.0);
    let rect = Rect::from_min_size(at, vec2(width, height)).round();
    let child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(card.number));
    let response = child.interact(rect, child.scope_id().with("part"), Sense::click());
    let (n, of) = card.number;
    let words: String = card.runs.iter().map(|(_, words)| *words).collect();
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("Part {n} of {of}: {words}"))
    });
    let look = Look::of(&response);
    let (fill, border) = match (card.is_next, look.is_warm()) {
        (_, true) => (t.hover, t.line),
        (true, false) => (t.card, t.line),
        (false, false) => (t.well, t.hairline),
    };
    kit.framed(rect, size::RADIUS_M, fill, border);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_M);
    }
    kit.galley(rect.min + vec2(PAD.0, PAD.1), galley);
    figure(&kit, rect, card);
    let copy = Button::icon_only(
        if card.is_copied {
            Icon::CHECK
        } else {
            Icon::COPY
        },
        "Copy this part",
    );
    let name = format!("Copy part {n} of {of}");
    let mut right = FromRight::new(pos2(rect.right() - PAD.1, rect.top() + PAD.1 + 40.0));
    let is_copy = right
        .button(&child, copy.height(size::CHIP).name(&name))
        .on_hover_text(if card.is_copied {
            "Copied; once more"
        } else {
            "Copy this part"
        })
        .clicked();
    let ask = if is_copy {
        Some(PartAsk::Copy)
    } else {
        response.clicked().then_some(PartAsk::Open)
    };
    (rect, ask)
}

/// The count of a part, at its own right.
fn figure(kit: &Kit, rect: Rect, card: &PartCard<'_>) {
    let t = &kit.tokens;
    let y = rect.top() + PAD.1 + 12.0;
    let share = card
        .limit
        .map_or(0.0, |limit| card.used as f32 / limit.max(1) as f32);
    let (ink, style, words) = match card.limit {
        Some(limit) if card.used > limit => (
            t.hold,
            Type::SMALL.face(Face::SansSemi),
            format!("{} over", card.used - limit),
        ),
        Some(limit) if share >= NEAR => (
            t.nudge,
            Type::SMALL.face(Face::SansSemi),
            format!("{} left", limit - card.used),
        ),
        _ => (t.text_2, Type::SMALL, card.used.to_string()),
    };
    kit.ring(pos2(rect.right() - 26.0, y), 16.0, share, ink);
    kit.right(rect.right() - 42.0, y, style, ink, &words);
}

/// What a row of the list shows.
pub(crate) struct PartRow<'a> {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its first words.
    pub words: &'a str,
    /// Whether it is the one to copy next.
    pub is_next: bool,
    /// Whether it was copied.
    pub(crate) is_copied: bool,
    /// Where it stands in the list: the first, the last, or both.
    pub ends: (bool, bool),
}

/// Shows a row at the next place; returns whether it is to be copied.
pub(crate) fn part_row(ui: &mut Ui, row: &PartRow<'_>) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let state = if row.is_copied { ", copied" } else { "" };
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            format!("Copy {}: {}{state}", row.number, row.words),
        )
    });
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    // the list is one box with hairlines in it
    let clip = rect.intersect(kit.painter.clip_rect());
    let boxed = Rect::from_min_max(
        pos2(rect.left(), rect.top() - if row.ends.0 { 0.0 } else { ROW }),
        pos2(
            rect.right(),
            rect.bottom() + if row.ends.1 { 0.0 } else { ROW },
        ),
    );
    let inside = Kit {
        painter: kit.painter.with_clip_rect(clip),
        tokens: std::sync::Arc::clone(t),
    };
    inside.framed(boxed, size::RADIUS_M, t.card, t.hairline);
    if look.is_warm() {
        inside.fill(rect.shrink(1.0), size::RADIUS_S, t.hover);
    }
    if !row.ends.0 {
        kit.hline(
            rect.left() + 1.0..=rect.right() - 1.0,
            rect.top(),
            t.hairline,
        );
    }
    let y = rect.center().y;
    if row.is_copied {
        kit.icon(pos2(rect.left() + 18.0, y), Icon::CHECK, 14.0, t.strength);
    } else {
        let ink = if row.is_next { t.accent } else { t.text_3 };
        let style = Type::BUTTON.face(Face::SansSemi);
        kit.left(rect.left() + 14.0, y, style, ink, &row.number.to_string());
    }
    kit.cut(
        pos2(rect.left() + 36.0, y),
        rect.width() - 72.0,
        Type::POST.at(15.0, 20.0),
        if row.is_copied { t.text_3 } else { t.text },
        row.words,
    );
    let ink = if look.is_warm() || row.is_next {
        t.text_2
    } else {
        t.text_3
    };
    kit.icon(pos2(rect.right() - 20.0, y), Icon::COPY, 15.0, ink);
    if look == Look::Focus {
        kit.focus_ring(rect.shrink(2.0), size::RADIUS_S);
    }
    response.clicked()
}
