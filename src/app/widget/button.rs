//! Buttons: one solid per view, quiet ones with a border, ghosts without.
//!
//! Never: grey while it could do something.

use egui::{Color32, Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Weight {
    /// Solid accent; at most one per view.
    Primary,
    /// A border.
    Quiet,
    /// Neither, until the pointer is on it.
    Ghost,
    /// Small words that act, as the ways to settle on a card.
    Link,
}

/// A button with a word, an icon, a key, or several of them.
#[must_use]
pub(crate) struct Button<'a> {
    weight: Weight,
    label: &'a str,
    name: &'a str,
    icon: Option<Icon>,
    key: &'a str,
    height: f32,
    is_on: bool,
}

impl<'a> Button<'a> {
    /// A button that says `label`, which is its name for screen readers too.
    pub(crate) fn new(weight: Weight, label: &'a str) -> Self {
        let height = if weight == Weight::Link {
            size::GAP_XL
        } else {
            size::BUTTON
        };
        Self {
            weight,
            label,
            name: label,
            icon: None,
            key: "",
            height,
            is_on: true,
        }
    }

    /// A button with an icon only; `name` says what it does.
    pub(crate) fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self {
            icon: Some(icon),
            name,
            ..Self::new(Weight::Ghost, "")
        }
    }

    /// With an icon before the word.
    pub(crate) fn icon(self, icon: Icon) -> Self {
        Self {
            icon: Some(icon),
            ..self
        }
    }

    /// With the key that does the same.
    pub(crate) fn key(self, key: &'a str) -> Self {
        Self { key, ..self }
    }

    /// With a longer name for screen readers.
    pub(crate) fn name(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    /// At another height.
    pub(crate) fn height(self, height: f32) -> Self {
        Self { height, ..self }
    }

    /// Off while there is nothing to do.
    pub(crate) fn on(self, is_on: bool) -> Self {
        Self { is_on, ..self }
    }

    fn style(&self) -> Type {
        if self.weight == Weight::Link {
            Type::SMALL.face(Face::SansMedium)
        } else {
            Type::BUTTON
        }
    }

    fn pad(&self) -> f32 {
        match self.weight {
            Weight::Link => 0.0,
            Weight::Primary | Weight::Quiet | Weight::Ghost if self.height > size::CHIP => 14.0,
            Weight::Primary | Weight::Quiet | Weight::Ghost => 10.0,
        }
    }

    /// How wide it will be.
    pub(crate) fn width(&self, kit: &Kit) -> f32 {
        let icon = match (self.icon, self.label.is_empty()) {
            (None, _) => 0.0,
            (Some(_), true) => 4.0,
            (Some(_), false) => 22.0,
        };
        let key = if self.key.is_empty() {
            0.0
        } else {
            10.0 + kit.width(Type::SMALL, self.key)
        };
        (2.0 * self.pad() + kit.width(self.style(), self.label) + icon + key).round()
    }

    /// Takes the next place of `ui`'s layout.
    pub(crate) fn show(self, ui: &mut Ui) -> Response {
        let kit = Kit::new(ui);
        let (rect, response) =
            ui.allocate_exact_size(vec2(self.width(&kit), self.height), self.sense());
        self.dress(&kit, rect, response)
    }

    /// Stands with its left edge at `x`, centred on `y`.
    pub(crate) fn at(self, ui: &Ui, x: f32, y: f32) -> Response {
        let kit = Kit::new(ui);
        let rect = Rect::from_min_size(
            pos2(x, (y - self.height / 2.0).round()),
            vec2(self.width(&kit), self.height),
        );
        self.in_rect(ui, &kit, rect)
    }

    /// Stands with its right edge at `x`, centred on `y`.
    pub(crate) fn at_right(self, ui: &Ui, x: f32, y: f32) -> Response {
        let width = self.width(&Kit::new(ui));
        self.at(ui, x - width, y)
    }

    fn in_rect(self, ui: &Ui, kit: &Kit, rect: Rect) -> Response {
        let id: Id = ui.scope_id().with(("button", self.name));
        let sense = self.sense();
        let response = ui.interact(rect, id, sense);
        self.dress(kit, rect, response)
    }

    fn sense(&self) -> Sense {
        if self.is_on {
            Sense::click()
        } else {
            Sense::hover()
        }
    }

    fn dress(self, kit: &Kit, rect: Rect, response: Response) -> Response {
        let (is_on, name) = (self.is_on, self.name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_on, name));
        let look = if self.is_on {
            Look::of(&response)
        } else {
            Look::Off
        };
        self.paint(kit, rect, look);
        response
    }

    /// Paints it; the gallery of all looks uses this alone.
    pub(crate) fn paint(&self, kit: &Kit, rect: Rect, look: Look) {
        let (fill, border, ink, ink_2) = self.colors(kit, look);
        if self.weight != Weight::Link {
            kit.framed(rect, size::RADIUS_S, fill, border);
        }
        if look == Look::Focus {
            kit.focus_ring(rect, size::RADIUS_S);
        }
        let middle = rect.center().y;
        let mut x = rect.left() + self.pad();
        if let Some(icon) = self.icon {
            let center = if self.label.is_empty() {
                rect.center()
            } else {
                pos2(x + 8.0, middle)
            };
            kit.icon(
                center,
                icon,
                if self.label.is_empty() { 18.0 } else { 16.0 },
                ink,
            );
            x += 22.0;
        }
        let words = kit.left(x, middle, self.style(), ink, self.label);
        if self.weight == Weight::Link && look.is_warm() {
            kit.hline(words.left()..=words.right(), words.bottom() - 1.0, ink);
        }
        if !self.key.is_empty() {
            kit.right(
                rect.right() - self.pad(),
                middle,
                Type::SMALL,
                ink_2,
                self.key,
            );
        }
    }

    fn colors(&self, kit: &Kit, look: Look) -> (Color32, Color32, Color32, Color32) {
        const NONE: Color32 = Color32::TRANSPARENT;
        let t = &kit.tokens;
        let warm = look.is_warm();
        match self.weight {
            _ if look == Look::Off => (NONE, t.hairline, t.text_3, t.text_3),
            Weight::Primary if warm => (t.accent_hover, t.accent_hover, t.on_accent, t.on_accent),
            Weight::Primary => (t.accent, t.accent, t.on_accent, t.on_accent),
            Weight::Quiet if warm => (t.hover, t.line, t.text, t.text_2),
            Weight::Quiet => (t.card, t.border(), t.text, t.text_3),
            Weight::Ghost if warm => (t.hover, NONE, t.text, t.text_2),
            Weight::Link if warm => (NONE, NONE, t.text, t.text_2),
            Weight::Ghost | Weight::Link => (NONE, NONE, t.text_2, t.text_3),
        }
    }
}

/// Places buttons from right to left, each beside the one before.
pub(crate) struct FromRight {
    /// Where the next one ends.
    pub x: f32,
    /// The middle of all of them.
    pub y: f32,
}

impl FromRight {
    /// Starts at a right edge.
    pub(crate) fn new(at: Pos2) -> Self {
        Self { x: at.x, y: at.y }
    }

    /// Places one more.
    pub(crate) fn button(&mut self, ui: &Ui, button: Button<'_>) -> Response {
        let response = button.at_right(ui, self.x, self.y);
        self.x = response.rect.left() - size::GAP_S;
        response
    }
}
