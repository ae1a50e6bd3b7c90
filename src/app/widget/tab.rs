//! A platform tab with its ring: how full it is, at a glance and in figures.
//!
//! Never: counts; it is told.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};

/// From this share of the limit on, the figure says how much is left.
const NEAR: f32 = 0.9;
/// A limit of this size is no concern of a short text.
const LARGE: u32 = 10_000;
/// The ring with the space behind it, and the space before each figure.
const RING: f32 = 22.0;
const GAP: f32 = 6.0;

/// How much a tab says, from everything to its name; what stands out is said in any case.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Brief {
    /// Figure, limit and note.
    Full,
    /// Figure and note.
    Figure,
    /// The name, and the note of one that is open.
    Name,
}

impl Brief {
    /// From the longest to the shortest.
    pub(crate) const ALL: [Self; 3] = [Self::Full, Self::Figure, Self::Name];
}

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
    /// Whether it was approved exactly as it is; a seal stands in place of the ring.
    pub(crate) is_approved: bool,
    /// A word behind the figures: `own`, `3 parts`.
    pub note: String,
    /// In how many parts the text goes out; of a thread there is no one figure.
    pub n_parts: usize,
}

impl Tab {
    fn is_thread(&self) -> bool {
        self.n_parts > 1
    }

    /// The limit, where it is near enough to matter: a large one shows only once half of it is used.
    fn felt(&self) -> Option<u32> {
        self.limit
            .filter(|_| !self.is_thread())
            .filter(|limit| *limit < LARGE || self.used > limit / 2)
    }

    fn share(&self) -> f32 {
        self.limit
            .map_or(0.0, |limit| self.used as f32 / limit.max(1) as f32)
    }

    /// The figure, and whether it stands out.
    fn figure(&self, brief: Brief) -> (String, bool) {
        match self.felt() {
            Some(limit) if self.used > limit => (format!("{} over", self.used - limit), true),
            Some(_) if self.is_over => ("over in bytes".to_owned(), true),
            Some(limit) if self.share() >= NEAR => (format!("{} left", limit - self.used), true),
            Some(_) if brief == Brief::Name => (String::new(), false),
            Some(_) if brief == Brief::Figure => (self.used.to_string(), false),
            Some(limit) => (format!("{}/{limit}", self.used), false),
            None => (String::new(), false),
        }
    }

    /// What a screen reader says.
    fn words(&self) -> String {
        match self.limit {
            _ if self.is_thread() => format!("{}, {}", self.name, self.note),
            Some(limit) if self.used > limit => {
                format!("{}, {} over {limit}", self.name, self.used - limit)
            }
            Some(limit) if self.is_approved => {
                format!("{}, {} of {limit}, approved", self.name, self.used)
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
    fn laid(&self, brief: Brief) -> Laid<'_> {
        let (figure, stands_out) = self.figure(if self.is_open { Brief::Full } else { brief });
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
            note: if brief == Brief::Name && !self.is_open && !self.is_thread() {
                ""
            } else {
                &self.note
            },
            has_ring: self.felt().is_some() || self.is_approved,
        }
    }

    /// How wide it is; without the figures of a tab that is not selected when `brief`.
    pub(crate) fn width(&self, ui: &Ui, brief: Brief) -> f32 {
        let kit = Kit::new(ui);
        let laid = self.laid(brief);
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
pub(crate) fn tab(ui: &mut Ui, tab: &Tab, brief: Brief) -> Response {
    let size = vec2(tab.width(ui, brief), size::TABS);
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
    let laid = tab.laid(brief);
    let y = rect.center().y + 1.0;
    let mut x = rect.left() + size::GAP_M;
    if tab.is_approved {
        kit.icon_fill(pos2(x + 7.0, y), Icon::SEAL_CHECK, 16.0, t.strength);
        x += RING;
    } else if laid.has_ring {
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
