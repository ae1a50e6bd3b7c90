//! Who speaks: the chip above the text, the same as a mere tag, and a row to choose somebody.
//!
//! Never: decides who may speak where; it shows what it is told.

use egui::{
    Color32, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};
use crate::guideline::SpeakerKind;

/// Who speaks, as the chip says it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpeakerWords<'a> {
    /// Brand, person for the brand, or personally.
    pub kind: SpeakerKind,
    /// The person's name; empty while nobody has signed yet.
    pub person: &'a str,
    /// The brand's name; empty when it is not known.
    pub brand: &'a str,
}

impl SpeakerWords<'_> {
    /// The words: what stands plainly, and what stands out.
    pub(crate) fn parts(&self) -> (String, String) {
        let brand = if self.brand.is_empty() {
            "the brand"
        } else {
            self.brand
        };
        match self.kind {
            SpeakerKind::Brand => ("as ".to_owned(), brand.to_owned()),
            SpeakerKind::ForBrand if self.person.is_empty() => {
                ("as yourself, for ".to_owned(), brand.to_owned())
            }
            SpeakerKind::ForBrand => (format!("as {}, for ", self.person), brand.to_owned()),
            SpeakerKind::Personally if self.person.is_empty() => {
                ("as ".to_owned(), "yourself".to_owned())
            }
            SpeakerKind::Personally => (format!("as {}, ", self.person), "personally".to_owned()),
        }
    }

    /// The same in one piece.
    pub(crate) fn sentence(&self) -> String {
        let (plain, strong) = self.parts();
        plain + &strong
    }
}

/// The speaker: filled for the brand, tinted for a person of it, outlined for a person alone.
pub(crate) fn speaker_chip(ui: &Ui, x: f32, y: f32, who: SpeakerWords<'_>) -> Response {
    let kit = Kit::new(ui);
    let rect = Rect::from_min_size(
        pos2(x, y - size::CHIP / 2.0),
        vec2(speaker_tag_width(&kit, who) + 16.0, size::CHIP),
    );
    let response = ui.interact(rect, ui.scope_id().with("speaker"), Sense::click());
    let name = format!("Writing {}", who.sentence());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let look = Look::of(&response);
    let ink = paint(&kit, rect, who, look.is_warm());
    kit.icon(pos2(rect.right() - 14.0, y), Icon::CARET_DOWN, 11.0, ink);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}

/// The same to be read only; its right end at `right`, centred.
pub(crate) fn speaker_tag(ui: &Ui, right: Pos2, who: SpeakerWords<'_>) -> Rect {
    let kit = Kit::new(ui);
    let size = vec2(speaker_tag_width(&kit, who), size::CHIP);
    let rect = Rect::from_min_size(right - vec2(size.x, size.y / 2.0), size).round();
    let response = ui.interact(rect, ui.scope_id().with("speaker tag"), Sense::hover());
    let name = format!("Goes out {}", who.sentence());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    paint(&kit, rect, who, false);
    rect
}

/// How wide the tag is.
pub(crate) fn speaker_tag_width(kit: &Kit, who: SpeakerWords<'_>) -> f32 {
    let (plain, strong) = who.parts();
    let words = kit.width(Type::BUTTON.face(Face::Sans), &plain)
        + kit.width(Type::BUTTON.face(Face::SansSemi), &strong);
    (31.0 + words + 12.0).round()
}

/// Paints the pill with face and words; returns the colour of its words.
fn paint(kit: &Kit, rect: Rect, who: SpeakerWords<'_>, is_warm: bool) -> Color32 {
    let t = &kit.tokens;
    let (fill, border, ink) = match who.kind {
        SpeakerKind::Brand if is_warm => (t.accent_hover, t.accent, t.on_accent),
        SpeakerKind::Brand => (t.accent, t.accent, t.on_accent),
        SpeakerKind::ForBrand if t.is_contrast() => (t.accent_tint, t.accent, t.accent),
        SpeakerKind::ForBrand => (t.accent_tint, t.accent_tint, t.accent),
        SpeakerKind::Personally => (Color32::TRANSPARENT, t.accent, t.accent),
    };
    let is_outlined = who.kind == SpeakerKind::Personally;
    let stroke = Stroke::new(if is_outlined { 1.5 } else { 1.0 }, border);
    kit.painter
        .rect(rect, size::RADIUS_PILL, fill, stroke, StrokeKind::Inside);
    let y = rect.center().y;
    face(kit, pos2(rect.left() + 15.0, y), who, ink);
    let galley = words(kit, who, ink);
    kit.galley(pos2(rect.left() + 31.0, y - galley.size().y / 2.0), galley);
    ink
}

fn words(kit: &Kit, who: SpeakerWords<'_>, ink: Color32) -> std::sync::Arc<egui::Galley> {
    let (plain, strong) = who.parts();
    let runs = [
        (Type::BUTTON.face(Face::Sans), ink, plain.as_str()),
        (Type::BUTTON.face(Face::SansSemi), ink, strong.as_str()),
    ];
    kit.lay(&runs, f32::INFINITY)
}

/// What a row to choose a speaker shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpeakerRow<'a> {
    /// Who.
    pub who: SpeakerWords<'a>,
    /// How they fit the platform that is open.
    pub fit: &'a str,
    /// Whether they do.
    pub is_welcome: bool,
    /// The key that chooses it; empty for none.
    pub key: &'a str,
    /// Whether they speak now.
    pub is_chosen: bool,
}

/// One row of the menu of speakers, as wide as the menu.
pub(crate) fn speaker_row(ui: &mut Ui, row: SpeakerRow<'_>) -> Response {
    let size = vec2(ui.available_width(), size::PAUSE_ROW + size::GAP_S);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{}, {}", row.who.sentence(), row.fit);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, row.is_chosen, &name));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    if row.is_chosen {
        kit.fill(rect, size::RADIUS_S, t.selected);
    }
    if look.is_warm() || look == Look::Focus {
        kit.fill(rect, size::RADIUS_S, t.hover);
    }
    if look == Look::Focus {
        let ring = rect.shrink(2.0);
        kit.painter.rect_stroke(
            ring,
            size::RADIUS_S,
            Stroke::new(2.0, t.focus),
            StrokeKind::Inside,
        );
    }
    let y = rect.center().y;
    face(&kit, pos2(rect.left() + 20.0, y), row.who, t.accent);
    let x = rect.left() + 40.0;
    let (plain, strong) = row.who.parts();
    let room = rect.width() - 76.0;
    let before = kit.cut(
        pos2(x, y - 9.0),
        room,
        Type::BUTTON.face(Face::Sans),
        t.text,
        &plain,
    );
    let left = room - before.width();
    kit.cut(
        pos2(before.right(), y - 9.0),
        left.max(0.0),
        Type::BUTTON.face(Face::SansSemi),
        t.text,
        &strong,
    );
    let ink = if row.is_welcome { t.text_2 } else { t.check };
    kit.cut(pos2(x, y + 10.0), room, Type::SMALL, ink, row.fit);
    kit.right(rect.right() - 14.0, y, Type::SMALL, t.text_3, row.key);
    response
}

/// The small picture of a speaker.
fn face(kit: &Kit, center: Pos2, who: SpeakerWords<'_>, ink: Color32) {
    let t = &kit.tokens;
    let initial: String = who
        .person
        .chars()
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    match who.kind {
        SpeakerKind::Brand => kit.icon_fill(center, Icon::STOREFRONT, 16.0, ink),
        _ if initial.is_empty() => kit.icon(center, Icon::USER_CIRCLE, 18.0, ink),
        SpeakerKind::ForBrand => kit.avatar(center, 20.0, &initial, t.accent, t.on_accent),
        SpeakerKind::Personally => {
            kit.painter
                .circle_stroke(center, 9.25, Stroke::new(1.5, t.accent));
            kit.avatar(center, 19.0, &initial, Color32::TRANSPARENT, t.accent);
        }
    }
}
