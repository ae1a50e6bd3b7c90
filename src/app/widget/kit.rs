//! What every widget paints with: text, icons, boxes, shadows, the focus ring.
//!
//! Never: reacts to anything; a widget asks egui for place and pointer, and paints with this.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::epaint::Shadow;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Align2, Color32, CornerRadius, FontId, Galley, Mesh, Painter, Pos2, Rect, Response,
    Shape, Stroke, StrokeKind, TextFormat, Ui, Vec2, pos2,
};

use crate::app::theme::{Face, Icon, Tokens, Type, size, tokens};
use crate::text::visible;

/// How a control is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Look {
    /// Nobody touches it.
    Rest,
    /// The pointer is on it.
    Hover,
    /// It is being pressed.
    Press,
    /// The keyboard is on it.
    Focus,
    /// It does nothing now.
    Off,
}

impl Look {
    /// What pointer and keyboard make of a control.
    pub(crate) fn of(response: &Response) -> Self {
        if !response.enabled() {
            Self::Off
        } else if response.is_pointer_button_down_on() {
            Self::Press
        } else if response.has_focus() {
            Self::Focus
        } else if response.hovered() {
            Self::Hover
        } else {
            Self::Rest
        }
    }

    /// Whether the pointer is on it.
    pub(crate) fn is_warm(self) -> bool {
        matches!(self, Self::Hover | Self::Press)
    }
}

/// How high something lies over the desk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Lift {
    /// A sheet, an open card.
    Low,
    /// A popover, a dialog, a toast.
    High,
}

/// A side of a box.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Side {
    /// Above.
    Top,
    /// Below.
    Bottom,
    /// At the right.
    Right,
}

/// A painter with the colours in use.
#[derive(Clone)]
pub(crate) struct Kit {
    /// Where it paints.
    pub painter: Painter,
    /// The colours in use.
    pub tokens: Arc<Tokens>,
}

impl Kit {
    /// A kit for `ui`.
    pub(crate) fn new(ui: &Ui) -> Self {
        Self {
            painter: ui.painter().clone(),
            tokens: tokens(ui.ctx()),
        }
    }

    /// Lays out runs of text, wrapped at `width`. Characters that nobody sees are written out.
    pub(crate) fn lay(&self, runs: &[(Type, Color32, &str)], width: f32) -> Arc<Galley> {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (style, color, words) in runs {
            job.append(&visible(words), 0.0, style.format(*color));
        }
        self.painter.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Lays out one line, cut with an ellipsis.
    pub(crate) fn lay_cut(
        &self,
        style: Type,
        color: Color32,
        words: &str,
        width: f32,
    ) -> Arc<Galley> {
        let wrap = TextWrapping {
            max_width: width,
            max_rows: 1,
            break_anywhere: false,
            overflow_character: Some('…'),
        };
        let mut job = LayoutJob {
            wrap,
            halign: Align::LEFT,
            ..LayoutJob::default()
        };
        let line = words.lines().next().unwrap_or_default();
        job.append(&visible(line), 0.0, style.format(color));
        self.painter.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// How wide one line is.
    pub(crate) fn width(&self, style: Type, words: &str) -> f32 {
        self.lay(&[(style, Color32::TRANSPARENT, words)], f32::INFINITY)
            .size()
            .x
    }

    fn anchored(&self, at: Pos2, anchor: Align2, galley: Arc<Galley>) -> Rect {
        let rect = anchor.anchor_size(at, galley.size());
        self.painter
            .galley(rect.min.round(), galley, self.tokens.text);
        rect
    }

    /// One line, its left end at `x`, centred on `y`.
    pub(crate) fn left(&self, x: f32, y: f32, style: Type, color: Color32, words: &str) -> Rect {
        self.anchored(
            pos2(x, y),
            Align2::LEFT_CENTER,
            self.lay(&[(style, color, words)], f32::INFINITY),
        )
    }

    /// One line, its right end at `x`, centred on `y`.
    pub(crate) fn right(&self, x: f32, y: f32, style: Type, color: Color32, words: &str) -> Rect {
        self.anchored(
            pos2(x, y),
            Align2::RIGHT_CENTER,
            self.lay(&[(style, color, words)], f32::INFINITY),
        )
    }

    /// One line, centred.
    pub(crate) fn middle(&self, at: Pos2, style: Type, color: Color32, words: &str) -> Rect {
        self.anchored(
            at,
            Align2::CENTER_CENTER,
            self.lay(&[(style, color, words)], f32::INFINITY),
        )
    }

    /// One line, cut at `width`.
    pub(crate) fn cut(
        &self,
        at: Pos2,
        width: f32,
        style: Type,
        color: Color32,
        words: &str,
    ) -> Rect {
        self.anchored(
            at,
            Align2::LEFT_CENTER,
            self.lay_cut(style, color, words, width),
        )
    }

    /// A wrapped paragraph from its top left corner.
    pub(crate) fn paragraph(
        &self,
        at: Pos2,
        width: f32,
        style: Type,
        color: Color32,
        words: &str,
    ) -> Rect {
        self.anchored(
            at,
            Align2::LEFT_TOP,
            self.lay(&[(style, color, words)], width),
        )
    }

    /// Paints what was laid out, from its top left corner.
    pub(crate) fn galley(&self, at: Pos2, galley: Arc<Galley>) {
        self.painter.galley(at.round(), galley, self.tokens.text);
    }

    /// An icon, centred by its ink.
    pub(crate) fn icon(&self, center: Pos2, icon: Icon, size: f32, color: Color32) {
        self.glyph(center, icon, size, color, Face::Icon);
    }

    /// A filled icon, centred by its ink.
    pub(crate) fn icon_fill(&self, center: Pos2, icon: Icon, size: f32, color: Color32) {
        self.glyph(center, icon, size, color, Face::IconFill);
    }

    fn glyph(&self, center: Pos2, icon: Icon, size: f32, color: Color32, face: Face) {
        let format = TextFormat {
            font_id: FontId::new(size, face.family()),
            color,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::default();
        job.append(&icon.0.to_string(), 0.0, format);
        let galley = self.painter.fonts_mut(|fonts| fonts.layout_job(job));
        // by the ink, not by the advance box, or it sits a point or two low
        let ink = galley.mesh_bounds.center() - Pos2::ZERO;
        self.painter.galley(center - ink, galley, color);
    }

    /// A filled box.
    pub(crate) fn fill(&self, rect: Rect, radius: u8, color: Color32) {
        self.painter.rect_filled(rect, radius, color);
    }

    /// A filled box with a border of one point inside.
    pub(crate) fn framed(&self, rect: Rect, radius: u8, fill: Color32, border: Color32) {
        self.painter.rect(
            rect,
            radius,
            fill,
            Stroke::new(1.0, border),
            StrokeKind::Inside,
        );
    }

    /// A horizontal hairline.
    pub(crate) fn hline(&self, x: RangeInclusive<f32>, y: f32, color: Color32) {
        let rect = Rect::from_min_max(pos2(*x.start(), y), pos2(*x.end(), y + 1.0));
        self.painter.rect_filled(rect, 0, color);
    }

    /// A vertical hairline.
    pub(crate) fn vline(&self, x: f32, y: RangeInclusive<f32>, color: Color32) {
        let rect = Rect::from_min_max(pos2(x, *y.start()), pos2(x + 1.0, *y.end()));
        self.painter.rect_filled(rect, 0, color);
    }

    /// A shadow; painted before the box that throws it.
    pub(crate) fn shadow(&self, rect: Rect, radius: u8, lift: Lift) {
        let color = self.tokens.shadow;
        let shadows = match lift {
            Lift::Low => [([0, 1], 4), ([0, 0], 0)],
            Lift::High => [([0, 12], 40), ([0, 2], 8)],
        };
        for (offset, blur) in shadows.into_iter().filter(|(_, blur)| *blur > 0) {
            self.painter.add(
                Shadow {
                    offset,
                    blur,
                    spread: 0,
                    color,
                }
                .as_shape(rect, CornerRadius::same(radius)),
            );
        }
    }

    /// Two points of the focus colour, two points away.
    pub(crate) fn focus_ring(&self, rect: Rect, radius: u8) {
        let stroke = Stroke::new(2.0, self.tokens.focus);
        self.painter
            .rect_stroke(rect.expand(2.0), radius + 2, stroke, StrokeKind::Outside);
    }

    /// Fades the end of a cut column into `color`: more follows on that side of `rect`.
    pub(crate) fn fade(&self, rect: Rect, side: Side, color: Color32) {
        let clear = Color32::TRANSPARENT;
        let [nw, ne, se, sw] = match side {
            Side::Top => [color, color, clear, clear],
            Side::Bottom => [clear, clear, color, color],
            Side::Right => [clear, color, color, clear],
        };
        let mut mesh = Mesh::default();
        mesh.colored_vertex(rect.left_top(), nw);
        mesh.colored_vertex(rect.right_top(), ne);
        mesh.colored_vertex(rect.right_bottom(), se);
        mesh.colored_vertex(rect.left_bottom(), sw);
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(0, 2, 3);
        self.painter.add(Shape::mesh(mesh));
    }

    /// Fades a scrolled column at the ends where more follows.
    pub(crate) fn fade_ends(&self, area: Rect, offset: f32, content: f32, color: Color32) {
        if offset > 1.0 {
            let top = Rect::from_min_size(area.min, egui::vec2(area.width(), size::GAP_XL));
            self.fade(top, Side::Top, color);
        }
        if offset + area.height() < content - 1.0 {
            let bottom =
                Rect::from_min_max(pos2(area.left(), area.bottom() - size::FADE), area.max);
            self.fade(bottom, Side::Bottom, color);
        }
    }

    /// A ring that fills clockwise from the top.
    pub(crate) fn ring(&self, center: Pos2, diameter: f32, share: f32, color: Color32) {
        const STEPS: u8 = 48;
        let radius = diameter / 2.0 - 1.0;
        self.painter
            .circle_stroke(center, radius, Stroke::new(2.0, self.tokens.track));
        let arc = share.clamp(0.0, 1.0) * std::f32::consts::TAU;
        if arc > 0.0 {
            let at = |step: u8| {
                let angle = arc * f32::from(step) / f32::from(STEPS) - std::f32::consts::FRAC_PI_2;
                center + radius * Vec2::angled(angle)
            };
            self.painter.add(Shape::line(
                (0..=STEPS).map(at).collect(),
                Stroke::new(2.0, color),
            ));
        }
    }

    /// A disc with an initial.
    pub(crate) fn avatar(
        &self,
        center: Pos2,
        diameter: f32,
        initial: &str,
        fill: Color32,
        ink: Color32,
    ) {
        self.painter.circle_filled(center, diameter / 2.0, fill);
        let style = Type::BUTTON
            .face(Face::SansSemi)
            .at(diameter * 0.5, diameter * 0.7);
        self.middle(center, style, ink, initial);
    }

    /// A sheet on the desk: shadow, page, hairline.
    pub(crate) fn sheet(&self, rect: Rect) {
        self.shadow(rect, size::RADIUS_L, Lift::Low);
        self.framed(rect, size::RADIUS_L, self.tokens.page, self.tokens.hairline);
    }
}
