//! The earlier versions of the open draft, newest first.
//!
//! Never: shows one without saying when it was kept, and why.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::Timestamp;

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Button, Kit, Weight};
use crate::draft::Version;

/// How high a version is without its words.
const ROW: f32 = 34.0;
/// The most lines of words that are shown of one.
const MOST_LINES: f32 = 4.0;

/// Shows them; returns the y below.
pub(super) fn versions_ui(
    ui: &mut Ui,
    column: Rect,
    state: &State,
    pending: &mut Vec<Action>,
) -> f32 {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = ui.cursor().top() + size::GAP_L;
    let words =
        "Kept when you approve, copy or delete much, every five minutes, and over a restart.";
    let head = kit.paragraph(
        pos2(column.left(), y),
        column.width(),
        Type::BODY,
        t.text_2,
        words,
    );
    let mut y = head.bottom() + size::GAP_L;
    for (n, version) in state.versions.read.iter().enumerate() {
        let at = pos2(column.left(), y);
        let width = column.width();
        let shown = ui.push_id(n, |ui| {
            version_ui(ui, at, width, state, (n, version), pending)
        });
        y = shown.inner;
    }
    y
}

fn version_ui(
    ui: &Ui,
    at: egui::Pos2,
    width: f32,
    state: &State,
    (n, version): (usize, &Version),
    pending: &mut Vec<Action>,
) -> f32 {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    kit.hline(at.x..=at.x + width, at.y, t.hairline);
    let when = when(version, state);
    let title = format!("{when}  ·  {}", version.occasion.words());
    let small = Type::SMALL.face(Face::SansMedium);
    kit.cut(
        pos2(at.x, at.y + 22.0),
        width - 140.0,
        small,
        t.text_2,
        &title,
    );
    let text = version.draft.text(state.draft.tab.as_deref());
    let style = Type::HEADING.face(Face::Serif).at(16.0, 25.0);
    let galley = kit.lay(&[(style, t.text, text)], width);
    let height = galley.size().y.min(MOST_LINES * style.line());
    let place = Rect::from_min_size(at + vec2(0.0, ROW + 6.0), vec2(width, height));
    let response = ui.interact(place, ui.scope_id().with(("version", n)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title}: {text}")));
    let painter = kit.painter.with_clip_rect(place.intersect(ui.clip_rect()));
    painter.galley(place.min, galley, t.text);
    let back = Button::new(Weight::Quiet, "Bring it back").height(size::BUTTON_S);
    let name = format!("Bring back the version of {when}");
    let back = back.name(&name);
    if back.at_right(ui, at.x + width, at.y + 22.0).clicked() {
        pending.push(Action::BringBack(n));
    }
    place.bottom() + size::GAP_XL
}

/// The time of day, with the day where it is another one.
fn when(version: &Version, state: &State) -> String {
    let now = &state.now.zoned;
    let Ok(at) = version.at.parse::<Timestamp>() else {
        return version.at.clone();
    };
    let at = at.to_zoned(now.time_zone().clone());
    if at.date() == now.date() {
        at.strftime("%H:%M").to_string()
    } else {
        at.strftime("%-d %B, %H:%M").to_string()
    }
}
