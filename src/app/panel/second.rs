//! The card of a second approver: what somebody asks, or what became of what was asked.
//!
//! Never: puts a note where the text could carry it out.

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::drafts::ago;
use super::page::row_ui;
use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::update::second::{SecondStep, approvers, asked, second_of};
use crate::app::widget::{Button, Kit, Pill, Weight, bare_field, pills};
use crate::approval::{Asked, SecondAnswer};
use crate::guideline::Role as PersonRole;

/// Inside the card, left and right.
const PAD: f32 = 18.0;
/// From the card's top to its words.
const HEAD: f32 = 40.0;
/// How many people are offered as pills.
const MOST: usize = 6;

/// What the card says, and what it offers.
struct Card<'a> {
    title: String,
    note: &'a str,
    offer: Offer,
}

/// What can be done in it.
enum Offer {
    /// Answer what somebody asks.
    Answer,
    /// Take over the words of whoever approved.
    Take,
    /// Nothing but to read it.
    Nothing,
}

/// Shows the card, where there is something to say; returns the y below.
pub(super) fn second_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    top: f32,
    state: &State,
    pending: &mut Vec<Action>,
) -> f32 {
    let Some(card) = card(state) else {
        return top;
    };
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = right - left - 2.0 * PAD;
    let style = Type::HEADING.face(Face::SerifItalic).at(16.0, 24.0);
    let words = kit.lay(&[(style, t.text, card.note)], width);
    let note_height = if card.note.is_empty() {
        0.0
    } else {
        words.size().y + size::GAP_M
    };
    let people = people(state);
    let foot = match card.offer {
        Offer::Answer => 2.0 * (size::FIELD + size::GAP_M) + 46.0,
        Offer::Take => 40.0,
        Offer::Nothing => 0.0,
    };
    let height = HEAD + note_height + foot;
    let rect = Rect::from_min_size(pos2(left, top), vec2(right - left, height));
    kit.framed(rect, size::RADIUS_M, t.well, t.hairline);
    let x = left + PAD;
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    let response = ui.interact(place, ui.scope_id().with("second"), Sense::hover());
    let name = format!("{}. {}", card.title, card.note);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.trim()));
    kit.icon(pos2(x + 7.0, top + 21.0), Icon::SEAL_CHECK, 15.0, t.text_2);
    let small = Type::SMALL.face(Face::SansMedium);
    kit.cut(
        pos2(x + size::GAP_XL, top + 21.0),
        width - size::GAP_XL,
        small,
        t.text_2,
        &card.title,
    );
    if !card.note.is_empty() {
        kit.galley(pos2(x, top + HEAD - 4.0), words);
    }
    let y = top + HEAD + note_height;
    match card.offer {
        Offer::Answer => {
            let area = Rect::from_min_size(pos2(x, y), vec2(width, foot));
            answer_ui(ui, area, state, &people, pending);
        }
        Offer::Take => {
            let take = Button::new(Weight::Quiet, "Take these words").height(size::BUTTON_S);
            if take.at(ui, x, y + 12.0).clicked() {
                pending.push(Action::Second(SecondStep::Take));
            }
        }
        Offer::Nothing => {}
    }
    rect.bottom() + size::GAP_XL
}

/// Who answers, a word back, and the way back; the yes itself is in the bar.
fn answer_ui(
    ui: &mut Ui,
    area: Rect,
    state: &State,
    people: &[(String, String)],
    pending: &mut Vec<Action>,
) {
    let kit = Kit::new(ui);
    let you = kit.left(
        area.left(),
        area.top() + size::BUTTON_S / 2.0,
        Type::SMALL,
        kit.tokens.text_2,
        "You are",
    );
    let pills_at = you.right() + size::GAP_M;
    let place = Rect::from_min_max(pos2(pills_at, area.top()), area.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("who answers"));
    if people.is_empty() {
        let words =
            "Add yourself under People: a second approver is somebody else than who speaks.";
        kit.cut(
            pos2(pills_at, area.top() + size::BUTTON_S / 2.0),
            area.width(),
            Type::SMALL,
            kit.tokens.text_2,
            words,
        );
    }
    let choices: Vec<Pill> = people
        .iter()
        .map(|(id, name)| Pill {
            label: name.clone(),
            name: format!("I am {name}"),
            is_on: *id == state.second_as,
        })
        .collect();
    let chosen = pills(&mut child, place.width(), &choices);
    if let Some((id, _)) = chosen.and_then(|n| people.get(n)) {
        pending.push(Action::Second(SecondStep::As(id.clone())));
    }
    let y = area.top() + size::FIELD + size::GAP_M;
    let place = Rect::from_min_size(pos2(area.left(), y), vec2(area.width(), size::FIELD));
    let mut note = state.second_note.clone();
    let hint = "A word back; it never goes out with the text";
    if bare_field(ui, place, "A word back", hint, &mut note).changed() {
        pending.push(Action::Second(SecondStep::Note(note)));
    }
    let back = Button::new(Weight::Quiet, "Send it back").height(size::BUTTON_S);
    if back.at(ui, area.left(), place.bottom() + 26.0).clicked() {
        pending.push(Action::Second(SecondStep::Back));
    }
}

/// The people who may answer, those whose part it is first.
fn people(state: &State) -> Vec<(String, String)> {
    let mut people = approvers(state);
    people.sort_by_key(|person| person.role != PersonRole::Approver);
    let named = people.into_iter().take(MOST);
    named
        .map(|person| (person.id.clone(), person.name.clone()))
        .collect()
}

fn card(state: &State) -> Option<Card<'_>> {
    let now = &state.now.zoned;
    if let Some((_, asked)) = second_of(state) {
        let ask = &asked.ask;
        return Some(Card {
            title: format!(
                "{} asks for your yes, {}  ·  {}",
                ask.asked_by,
                ask.wanted,
                ago(&ask.at, now)
            ),
            note: &ask.note,
            offer: Offer::Answer,
        });
    }
    let platform = state.current_platform()?;
    let asked = asked(state, platform)?;
    if state
        .standing(platform)
        .is_some_and(|standing| state.approval(standing).is_some())
    {
        return None;
    }
    let text = state.draft.text(Some(platform));
    let Some(answer) = asked.answers.last() else {
        let same = if text == asked.ask.text {
            ""
        } else {
            ", for other words"
        };
        return Some(Card {
            title: format!(
                "Somebody else's yes was asked for {}{same}",
                ago(&asked.ask.at, now)
            ),
            note: &asked.ask.note,
            offer: Offer::Nothing,
        });
    };
    Some(answered(answer, text))
}

fn answered<'a>(answer: &'a SecondAnswer, text: &str) -> Card<'a> {
    let by = &answer.by;
    let Some(approval) = answer.yes() else {
        return Card {
            title: format!("{by} sent it back"),
            note: &answer.note,
            offer: Offer::Nothing,
        };
    };
    let seal = approval.seal_words();
    match &answer.text {
        Some(theirs) if theirs != text => Card {
            title: format!(
                "{by} approved it with other words  ·  {seal}  ·  {}",
                told(text, theirs)
            ),
            note: &answer.note,
            offer: Offer::Take,
        },
        _ => Card {
            title: format!("{by} approved it  ·  seal {seal}"),
            note: &answer.note,
            offer: Offer::Nothing,
        },
    }
}

/// What somebody made of a text, in a few words.
fn told(text: &str, theirs: &str) -> String {
    let before = crate::draft::Sealed {
        text: text.to_owned(),
        ..crate::draft::Sealed::default()
    };
    before.difference(theirs).unwrap_or_default()
}

/// A row of the drafts: what somebody asks.
pub(super) fn asked_row_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    state: &State,
    asked: &Asked,
    pending: &mut Vec<Action>,
) {
    let ask = &asked.ask;
    let first = ask.text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    ui.push_id(&ask.id, |ui| {
        let name = format!("Look at what {} asks: {first}", ask.asked_by);
        let (rect, response) = row_ui(ui, edges, size::LIST_ROW.0, &name);
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let style = Type::HEADING.face(Face::Serif).at(17.0, 24.0);
        kit.cut(
            rect.left_top() + vec2(0.0, 23.0),
            rect.width() - 40.0,
            style,
            t.text,
            first,
        );
        let under = format!(
            "{} asks  ·  {}  ·  {}",
            ask.asked_by,
            state.platform_name(&ask.platform),
            ago(&ask.at, &state.now.zoned)
        );
        kit.cut(
            rect.left_top() + vec2(0.0, 47.0),
            rect.width() - 40.0,
            Type::SMALL,
            t.text_2,
            &under,
        );
        if response.clicked() {
            pending.push(Action::Second(SecondStep::Open(ask.id.clone())));
        }
    });
}
