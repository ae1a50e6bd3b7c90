//! A platform tab with its ring: how full it is, at a glance and in figures.
//!
//! Never: counts; it is told.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Type, size};

/// From this share of the limit on, the figure says how much is left.
const NEAR: f32 = 0.9;

/// What a tab shows.
#[derive(Clone, Debug, Default)]
pub struct Tab {
    /// The platform's name.
    pub name: String,
    /// What is used.
    pub used: u32,
    /// How much fits; none for no limit, and for the tab of all.
    pub limit: Option<u32>,
    /// Whether a second limit is passed although the first is not.
    pub is_over: bool,
    /// A word behind the figures: `own`, `approved`.
    pub note: &'static str,
}

impl Tab {
    fn share(&self) -> f32 {
        self.limit
            .map_or(0.0, |limit| self.used as f32 / limit.max(1) as f32)
    }

    /// The figure, and whether it stands out.
    fn figure(&self, is_short: bool) -> (String, bool) {
        match self.limit {
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

/// Shows a tab at `x` under the hairline at `top`; `is_short` leaves the figures to the selected one.
pub fn tab(ui: &Ui, x: f32, top: f32, tab: &Tab, is_selected: bool, is_short: bool) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (figure, stands_out) = tab.figure(is_short && !is_selected);
    let (name_style, name_ink) = if is_selected {
        (Type::BUTTON.face(Face::SansSemi), t.text)
    } else {
        (Type::BUTTON, t.text_2)
    };
    let figure_style = if stands_out {
        Type::SMALL.face(Face::SansSemi)
    } else {
        Type::SMALL
    };
    let note = if is_short { "" } else { tab.note };
    let gap = |style: Type, words: &str| {
        if words.is_empty() {
            0.0
        } else {
            6.0 + kit.width(style, words)
        }
    };
    let ring = if tab.limit.is_some() { 22.0 } else { 0.0 };
    let width = size::GAP_XL
        + ring
        + kit.width(name_style, &tab.name)
        + gap(figure_style, &figure)
        + gap(Type::SMALL, note);
    let rect = Rect::from_min_size(pos2(x, top), vec2(width.round(), size::TABS));
    let response = ui.interact(rect, ui.scope_id().with(("tab", &tab.name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_selected, tab.words()));
    let look = Look::of(&response);
    if look.is_warm() {
        kit.fill(
            rect.shrink2(vec2(2.0, size::GAP_S)),
            size::RADIUS_S,
            t.hover,
        );
    }
    if is_selected {
        let line = Rect::from_min_max(
            rect.left_top() + vec2(4.0, 0.0),
            rect.right_top() + vec2(-4.0, 2.0),
        );
        kit.fill(line, 0, t.accent);
    }
    let y = rect.center().y + 1.0;
    let mut x = rect.left() + size::GAP_M;
    if tab.limit.is_some() {
        kit.ring(pos2(x + 7.0, y), 14.0, tab.share(), tab.ink(&kit));
        x += ring;
    }
    x = kit.left(x, y, name_style, name_ink, &tab.name).right();
    if !figure.is_empty() {
        x = kit
            .left(x + 6.0, y, figure_style, tab.ink(&kit), &figure)
            .right();
    }
    kit.left(x + 6.0, y, Type::SMALL, t.text_3, note);
    if look == Look::Focus {
        kit.focus_ring(rect.shrink2(vec2(4.0, size::GAP_S)), size::RADIUS_S);
    }
    response
}
