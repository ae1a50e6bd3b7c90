//! What a platform is like: the card beside its tab, and the same as a page.
//!
//! Never: a word of its own about a platform; the table, the set and people have them.

use egui::{Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::prose::{Ink, words_ui};
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::widget::Kit;
use crate::platform::{Platform, Topic};

/// From this width on, what it is good for and not good for stand side by side.
const BESIDE: f32 = 420.0;
/// The column of the names of rows.
const NAMES: f32 = 84.0;
/// The heading of why one is there.
pub(super) const WHY: &str = "Why we are here";
/// The words of a card.
const WORDS: Type = Type::BUTTON.face(Face::Sans);

/// Shows everything that is known about a platform as a page, from its name to the source of its
/// limit.
pub(super) fn platform_page_ui(ui: &mut Ui, width: f32, state: &State, platform: &Platform) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    name_ui(ui, width, &platform.name);
    let card = |width| Card {
        state,
        platform,
        width,
    };
    if width < BESIDE {
        card(width).list_ui(ui, Topic::GoodFor);
        card(width).list_ui(ui, Topic::NotGoodFor);
    } else {
        let half = ((width - size::GAP_XL) / 2.0).floor();
        let good = |ui: &mut Ui| card(half).list_ui(ui, Topic::GoodFor);
        let not_good = |ui: &mut Ui| card(half).list_ui(ui, Topic::NotGoodFor);
        beside_ui(ui, width, half, good, not_good);
    }
    let card = card(width);
    card.counting_ui(ui);
    card.culture_ui(ui);
    card.presence_ui(ui);
    card.head_ui(ui, WHY, Topic::Purpose);
    card.purpose_ui(ui);
    card.source_ui(ui);
}

/// The name as title.
pub(super) fn name_ui(ui: &mut Ui, width: f32, name: &str) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let kit = Kit::new(ui);
    let style = Type::TITLE.at(22.0, 30.0);
    let at = pos2(rect.left(), rect.top() + 15.0);
    kit.cut(at, width, style, kit.tokens.text, name);
    rect
}

/// Two columns side by side; the left one is as wide as `first`.
pub(super) fn beside_ui(
    ui: &mut Ui,
    width: f32,
    first: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let top = ui.cursor().min;
    let second = pos2(top.x + first + size::GAP_XL, top.y);
    let a = column_ui(ui, top, first, left);
    let b = column_ui(ui, second, width - first - size::GAP_XL, right);
    ui.allocate_space(vec2(width, a.max(b) - top.y));
}

/// One column from its top; returns the y below.
fn column_ui(ui: &mut Ui, top: Pos2, width: f32, contents: impl FnOnce(&mut Ui)) -> f32 {
    let place = Rect::from_min_size(top, vec2(width, f32::INFINITY));
    let mut column = ui.new_child(UiBuilder::new().max_rect(place).id_salt(top.x as i32));
    column.spacing_mut().item_spacing = vec2(0.0, 0.0);
    contents(&mut column);
    column.min_rect().bottom()
}

/// One name and its words beside it, over as many lines as they need.
fn row_ui(ui: &mut Ui, width: f32, name: &str, words: &str) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let galley = kit.lay(&[(WORDS, t.text, words)], width - NAMES);
    let size = vec2(width, galley.size().y + 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {words}")));
    let y = rect.top() + WORDS.line() / 2.0;
    kit.left(rect.left(), y, Type::SMALL, t.text_2, name);
    kit.galley(pos2(rect.left() + NAMES, rect.top()), galley);
}

/// What is known about a platform, topic by topic, in a column of some width.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    /// What there is.
    pub state: &'a State,
    /// Which one.
    pub platform: &'a Platform,
    /// How wide the column is.
    pub width: f32,
}

impl<'a> Card<'a> {
    /// The entry whose words about a topic stand.
    fn telling(&self, topic: Topic) -> Option<&'a Platform> {
        let platforms = &self.state.in_use.opened.platforms;
        platforms.telling(&self.platform.id, topic)
    }

    /// How counting works, row by row.
    pub(super) fn counting_ui(&self, ui: &mut Ui) {
        self.head_ui(ui, "How counting works", Topic::Counting);
        for (name, words) in self.platform.counting_words() {
            row_ui(ui, self.width, name, &words);
        }
    }

    /// How people are with each other.
    pub(super) fn culture_ui(&self, ui: &mut Ui) {
        if let Some(telling) = self.telling(Topic::Culture) {
            self.head_ui(ui, "How people are with each other", Topic::Culture);
            words_ui(ui, self.width, WORDS, Ink::Text, &telling.culture, 0.0);
        }
    }

    /// Who is expected to speak, and to whom.
    pub(super) fn presence_ui(&self, ui: &mut Ui) {
        self.head_ui(ui, "Who may speak", Topic::Presence);
        let words = self.platform.presence.words();
        words_ui(ui, self.width, WORDS, Ink::Text, words, 0.0);
        if self.platform.internal {
            let words = "Only colleagues read it";
            words_ui(ui, self.width, WORDS, Ink::Text, words, 0.0);
        }
    }

    /// The heading of a topic; words that do not come with the program say whose they are.
    pub(super) fn head_ui(&self, ui: &mut Ui, title: &str, topic: Topic) {
        ui.add_space(size::GAP_M);
        let (rect, response) =
            ui.allocate_exact_size(vec2(self.width, size::GAP_XL), Sense::hover());
        let whose = self.state.whose(&self.platform.id, topic);
        let name = whose
            .as_ref()
            .map_or_else(|| title.to_owned(), |whose| format!("{title}, {whose}"));
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let y = rect.top() + 10.0;
        let style = Type::BUTTON.face(Face::SansSemi);
        let words = kit.left(rect.left(), y, style, t.text, title);
        if let Some(whose) = whose {
            let at = pos2(words.right() + size::GAP_S, y);
            let room = rect.right() - at.x;
            kit.cut(at, room, Type::SMALL, t.accent, &whose);
        }
    }

    /// A short list with its heading, if there is one.
    pub(super) fn list_ui(&self, ui: &mut Ui, topic: Topic) {
        let Some(telling) = self.telling(topic) else {
            return;
        };
        let is_good = topic == Topic::GoodFor;
        let (title, items, icon) = if is_good {
            ("Good for", &telling.good_for, Icon::PLUS)
        } else {
            ("Not good for", &telling.not_good_for, Icon::X)
        };
        self.head_ui(ui, title, topic);
        for item in items {
            let kit = Kit::new(ui);
            let t = &kit.tokens;
            let galley = kit.lay(&[(WORDS, t.text, item)], self.width - size::GAP_XL);
            let size = vec2(self.width, galley.size().y + 2.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, item));
            let at = rect.min + vec2(6.0, WORDS.line() / 2.0);
            kit.icon(at, icon, 11.0, if is_good { t.strength } else { t.text_3 });
            kit.galley(rect.min + vec2(size::GAP_XL - size::GAP_XS, 0.0), galley);
        }
    }

    /// The goal, what for, who; or that nobody has said so yet.
    pub(super) fn purpose_ui(&self, ui: &mut Ui) {
        let Some(telling) = self.telling(Topic::Purpose) else {
            let words = "Nobody has said so yet";
            words_ui(ui, self.width, WORDS, Ink::Support, words, 0.0);
            return;
        };
        let here_for = telling.here_for.trim();
        if !here_for.is_empty() {
            // in people's own words, and so in their voice
            let style = Type::HEADING.face(Face::Serif);
            words_ui(ui, self.width, style, Ink::Text, here_for, 2.0);
        }
        if !telling.goal.is_empty() {
            row_ui(
                ui,
                self.width,
                "Goal",
                &self.state.goal_words(&telling.goal),
            );
        }
        if !telling.voices.is_empty() {
            let names = self.state.voice_words(&telling.voices);
            row_ui(ui, self.width, "Who speaks", &names);
        }
    }

    /// Where the limit was read, and when.
    pub(super) fn source_ui(&self, ui: &mut Ui) {
        let platform = self.platform;
        if platform.source.is_empty() {
            return;
        }
        let read = match platform.checked.parse::<Date>() {
            Ok(date) => format!("Limit read on {}", date.strftime("%-d %B %Y")),
            Err(_) if platform.checked.is_empty() => "Limit".to_owned(),
            Err(_) => format!("Limit read {}", platform.checked),
        };
        let how = match self.state.whose(&platform.id, Topic::Source) {
            Some(whose) => whose,
            None => platform.confidence.words().to_owned(),
        };
        let words = format!("{read}, {how}: {}", platform.source);
        ui.add_space(size::GAP_M);
        words_ui(ui, self.width, Type::SMALL, Ink::Support, &words, 0.0);
    }
}
