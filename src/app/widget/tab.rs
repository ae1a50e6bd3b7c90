//! A platform tab with its ring: how full it is, at a glance and in figures.
//!
//! Never: counts; it is told.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Type, size};

/// From this share of the limit on, the figure says how much is left.
const NEAR: f32 = 0.9;
/// A limit of this size is no concern of a short text.
const LARGE: u32 = 10_000;
/// The ring with the space behind it, and the space before each figure.
const RING: f32 = 22.0;
const GAP: f32 = 6.0;

/// What a tab shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tab {
    /// The platform's name.
    pub name: String,
    /// What is used.
    pub used: u32,
    /// How much fits; none for no limit, and for the tab of all.
    pub limit: Option<u32>,
    /// Whether a second limit is passed although the first is not.
    pub is_over: bool,
    /// Whether it is the open one.
    pub(crate) is_open: bool,
    /// A word behind the figures: `own`, `approved`.
    pub note: &'static str,
}

impl Tab {
    /// The limit, where it is near enough to matter: a large one shows only once half of it is used.
    fn felt(&self) -> Option<u32> {
        self.limit
            .filter(|limit| *limit < LARGE || self.used > limit / 2)
    }

    fn share(&self) -> f32 {
        self.limit
            .map_or(0.0, |limit| self.used as f32 / limit.max(1) as f32)
    }

    /// The figure, and whether it stands out.
    fn figure(&self, is_short: bool) -> (String, bool) {
        match self.felt() {
            Some(limit) if self.used > limit => (format!("{} over", self.used - limit), true),
            Some(_) if self.is_over => ("over in bytes".to_owned(), true),
            Some(limit) if self.share() >= NEAR => (format!("{} left", limit - self.used), true),
            Some(_) if is_short => (String::new(), false),
            Some(limit) => (format!("{}/{limit}", self.used), false),
            None => (String::new(), false),
        }
    }

    /// What a screen reader says.
    fn words(&self) -> String {
        match self.limit {
            Some(limit) if self.used > limit => {
                format!("{}, {} over {limit}", self.name, self.used - limit)
            }
            Some(limit) => format!("{}, {} of {limit}", self.name, self.used),
            None => self.name.clone(),
        }
    }

    fn ink(&self, kit: &Kit) -> Color32 {
        let is_over = self.is_over || self.limit.is_some_and(|limit| self.used > limit);
        match self.share() {
            _ if is_over => kit.tokens.hold,
            share if share >= NEAR => kit.tokens.nudge,
            _ => kit.tokens.text_2,
        }
    }
}

/// A tab as it will be painted: its words with their styles.
struct Laid<'a> {
    name: Type,
    figure: String,
    figure_style: Type,
    note: &'a str,
    has_ring: bool,
}

impl Tab {
    fn laid(&self, is_short: bool) -> Laid<'_> {
        let (figure, stands_out) = self.figure(is_short && !self.is_open);
        Laid {
            name: if self.is_open {
                Type::BUTTON.face(Face::SansSemi)
            } else {
                Type::BUTTON
            },
            figure,
            figure_style: if stands_out {
                Type::SMALL.face(Face::SansSemi)
            } else {
                Type::SMALL
            },
            note: if is_short { "" } else { self.note },
            has_ring: self.felt().is_some(),
        }
    }

    /// How wide it is; without the figures of a tab that is not selected when `is_short`.
    pub(crate) fn width(&self, ui: &Ui, is_short: bool) -> f32 {
        let kit = Kit::new(ui);
        let laid = self.laid(is_short);
        let gap = |style: Type, words: &str| {
            if words.is_empty() {
                0.0
            } else {
                GAP + kit.width(style, words)
            }
        };
        let ring = if laid.has_ring { RING } else { 0.0 };
        let words = kit.width(laid.name, &self.name);
        let more = gap(laid.figure_style, &laid.figure) + gap(Type::SMALL, laid.note);
        (size::GAP_XL + ring + words + more).round()
    }
}

/// Shows a tab at the next place of a row that hangs under a hairline.
pub(crate) fn tab(ui: &mut Ui, tab: &Tab, is_short: bool) -> Response {
    let size = vec2(tab.width(ui, is_short), size::TABS);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, tab.is_open, tab.words()));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    let wash = rect.shrink2(vec2(2.0, size::GAP_S));
    if look.is_warm() {
        kit.fill(wash, size::RADIUS_S, t.hover);
    }
    if tab.is_open {
        let line = Rect::from_min_size(rect.min, vec2(rect.width(), 2.0)).shrink2(vec2(4.0, 0.0));
        kit.fill(line, 0, t.accent);
    }
    let laid = tab.laid(is_short);
    let y = rect.center().y + 1.0;
    let mut x = rect.left() + size::GAP_M;
    if laid.has_ring {
        kit.ring(pos2(x + 7.0, y), 14.0, tab.share(), tab.ink(&kit));
        x += RING;
    }
    let ink = if tab.is_open { t.text } else { t.text_2 };
    x = kit.left(x, y, laid.name, ink, &tab.name).right() + GAP;
    if !laid.figure.is_empty() {
        x = kit
            .left(x, y, laid.figure_style, tab.ink(&kit), &laid.figure)
            .right()
            + GAP;
    }
    kit.left(x, y, Type::SMALL, t.text_3, laid.note);
    if look == Look::Focus {
        kit.focus_ring(wash.shrink2(vec2(2.0, 0.0)), size::RADIUS_S);
    }
    response
}
