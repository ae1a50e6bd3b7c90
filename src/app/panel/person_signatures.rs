//! How somebody signs on every platform, with what it costs there.
//!
//! Never: a signature that would not go out like this.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Button, Kit, Weight};
use crate::guideline::Person;
use crate::platform::Platform;
use crate::signature::{Signer, sign};

/// Shows them, those of the draft's platforms first; returns whether other ways are asked for.
pub(super) fn signatures_ui(ui: &mut Ui, state: &State, person: &Person) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    let title = "Signature by platform";
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(
        rect.left(),
        rect.top() + 28.0,
        style,
        kit.tokens.text,
        title,
    );
    let own = Button::new(Weight::Link, "A way of your own").name("Go to ways of your own to sign");
    let is_asked = own.at_right(ui, rect.right(), rect.top() + 28.0).clicked();
    let drafted = &state.draft.platforms;
    let own = drafted.iter().filter_map(|id| state.platform(id));
    let others = state.in_use.opened.platforms.iter();
    let others = others.filter(|platform| !drafted.contains(&platform.id));
    for platform in own.chain(others) {
        let text = sign(Signer::Person(person), platform).text;
        if !text.is_empty() {
            signature_ui(ui, platform, &text);
            ui.add_space(size::GAP_M);
        }
    }
    is_asked
}

fn signature_ui(ui: &mut Ui, platform: &Platform, text: &str) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = ui.available_width();
    let post = Type::POST.at(17.0, 26.0);
    let lines = kit.lay(&[(post, t.text, text)], width - size::GAP_XXL);
    let height = 52.0 + lines.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let name = format!("{}: {}", platform.name, text.replace('\n', ", "));
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
    kit.framed(rect, size::RADIUS_M, t.well, t.hairline);
    let (left, right) = (rect.left() + size::GAP_L, rect.right() - size::GAP_L);
    let y = rect.top() + 20.0;
    let small = Type::SMALL.face(Face::SansMedium);
    kit.left(left, y, small, t.text_2, &platform.name);
    let used = platform.count(text).used;
    let figure = format!("{used} characters");
    kit.right(right, y, Type::SMALL, t.text_3, &figure);
    kit.galley(pos2(left, rect.top() + 36.0), lines);
}
