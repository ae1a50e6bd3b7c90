//! Chips: who speaks, what it is for.
//!
//! Never: opens anything by itself; a panel hangs its menu on the response.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};
use crate::guideline::SpeakerKind;

/// A choice with an icon and a caret; paler while nothing is chosen.
pub(crate) fn chip(
    ui: &Ui,
    x: f32,
    y: f32,
    icon: Icon,
    label: &str,
    is_set: bool,
    name: &str,
) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = 29.0 + kit.width(Type::BUTTON, label) + 23.0;
    let rect = Rect::from_min_size(
        pos2(x, y - size::CHIP / 2.0),
        vec2(width.round(), size::CHIP),
    );
    let response = ui.interact(rect, ui.scope_id().with(("chip", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let look = Look::of(&response);
    let (fill, border) = if look.is_warm() {
        (t.hover, t.line)
    } else {
        (Color32::TRANSPARENT, t.border())
    };
    kit.framed(rect, size::RADIUS_PILL, fill, border);
    kit.icon(
        pos2(rect.left() + 17.0, y),
        icon,
        15.0,
        if is_set { t.text_2 } else { t.text_3 },
    );
    kit.left(
        rect.left() + 29.0,
        y,
        Type::BUTTON,
        if is_set { t.text } else { t.text_3 },
        label,
    );
    kit.icon(
        pos2(rect.right() - 14.0, y),
        Icon::CARET_DOWN,
        11.0,
        t.text_3,
    );
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}

/// How wide a choice will be.
pub(crate) fn choice_width(kit: &Kit, label: &str) -> f32 {
    (kit.width(Type::BUTTON, label) + 22.0).round()
}

/// One of a few choices beside each other, centred on `y`; the one that holds is filled.
pub(crate) fn choice(ui: &Ui, x: f32, y: f32, label: &str, is_on: bool) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let rect = Rect::from_min_size(
        pos2(x, y - size::BUTTON_S / 2.0),
        vec2(choice_width(&kit, label), size::BUTTON_S),
    )
    .round();
    let response = ui.interact(rect, ui.scope_id().with(("choice", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, label));
    let look = Look::of(&response);
    let (fill, border) = match (is_on, look.is_warm()) {
        (true, _) => (t.selected, t.line),
        (false, true) => (t.hover, t.line),
        (false, false) => (Color32::TRANSPARENT, t.border()),
    };
    kit.framed(rect, size::RADIUS_PILL, fill, border);
    let ink = if is_on { t.text } else { t.text_2 };
    kit.middle(rect.center(), Type::BUTTON, ink, label);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}

/// Who speaks, as the chip says it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpeakerWords<'a> {
    /// Brand, person for the brand, or personally.
    pub kind: SpeakerKind,
    /// The person's first name; empty while nobody has signed yet.
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
    let t = &kit.tokens;
    let (fill, border, ink) = match who.kind {
        SpeakerKind::Brand => (t.accent, t.accent, t.on_accent),
        SpeakerKind::ForBrand if t.is_contrast() => (t.accent_tint, t.accent, t.accent),
        SpeakerKind::ForBrand => (t.accent_tint, t.accent_tint, t.accent),
        SpeakerKind::Personally => (Color32::TRANSPARENT, t.accent, t.accent),
    };
    let (plain, strong) = who.parts();
    let runs = [
        (Type::BUTTON.face(Face::Sans), ink, plain.as_str()),
        (Type::BUTTON.face(Face::SansSemi), ink, strong.as_str()),
    ];
    let galley = kit.lay(&runs, f32::INFINITY);
    let width = (31.0 + galley.size().x + 26.0).round();
    let rect = Rect::from_min_size(pos2(x, y - size::CHIP / 2.0), vec2(width, size::CHIP));
    let response = ui.interact(rect, ui.scope_id().with("speaker"), Sense::click());
    let name = format!("Writing {}", who.sentence());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let look = Look::of(&response);
    let fill = if look.is_warm() && who.kind == SpeakerKind::Brand {
        t.accent_hover
    } else {
        fill
    };
    let stroke = Stroke::new(
        if who.kind == SpeakerKind::Personally {
            1.5
        } else {
            1.0
        },
        border,
    );
    kit.painter
        .rect(rect, size::RADIUS_PILL, fill, stroke, StrokeKind::Inside);
    face(&kit, rect, who, ink);
    kit.galley(pos2(rect.left() + 31.0, y - galley.size().y / 2.0), galley);
    kit.icon(pos2(rect.right() - 14.0, y), Icon::CARET_DOWN, 11.0, ink);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}

/// The small picture at the left end of the speaker chip.
fn face(kit: &Kit, chip: Rect, who: SpeakerWords<'_>, ink: Color32) {
    let t = &kit.tokens;
    let center = pos2(chip.left() + 15.0, chip.center().y);
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
