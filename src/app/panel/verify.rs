//! The box that tells who approved a text: paste anything.
//!
//! Never: says more than the record shows; what it does not prove stands below.

use egui::text::LayoutJob;
use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::prose::{Ink, line_ui, words_ui};
use super::record_facts::facts_ui;
use crate::app::action::Action;
use crate::app::afterwards::{Says, Step};
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{VERIFY, View};
use crate::app::widget::{Kit, tall_field};
use crate::approval::{Approval, PROVES};
use crate::text::visible;

/// How high the box is.
const BOX: f32 = 150.0;
/// How many faults of the record are named.
const MOST_FAULTS: usize = 12;

pub(super) fn verify_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let top = ui.cursor().top();
    let area = Rect::from_min_max(pos2(left, top), pos2(right, top + 1.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("verify"));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let width = right - left;
    box_ui(&mut child, width, state, view, pending);
    verdict_ui(&mut child, width, state);
    record_ui(&mut child, width, state);
    words_ui(&mut child, width, Type::SMALL, Ink::Support, PROVES, 0.0);
    let height = child.min_rect().height() + size::GAP_XXL;
    ui.allocate_space(vec2(ui.available_width(), height));
}

/// The box. It is asked again whenever its text is another one.
fn box_ui(ui: &mut Ui, width: f32, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, BOX + size::GAP_XXL), Sense::hover());
    let place = Rect::from_min_size(rect.min + vec2(0.0, 16.0), vec2(width, BOX));
    let hint = "Paste a post as it was copied or published";
    tall_field(ui, place, VERIFY, hint, &mut view.afterwards.verify);
    let text = &view.afterwards.verify;
    let is_asked = state.afterwards.verified.text == *text;
    let is_blank = text.trim().is_empty() && state.afterwards.verified.text.is_empty();
    if !is_asked && !is_blank {
        pending.push(Action::Afterwards(Step::Verify(text.clone())));
    }
}

/// What the record says of it.
fn verdict_ui(ui: &mut Ui, width: f32, state: &State) {
    let verified = &state.afterwards.verified;
    let seal = verified.seal.as_str();
    let known = state
        .approvals
        .iter()
        .find(|approval| approval.seal().hash() == seal);
    match (&verified.says, known) {
        (Says::Approved, Some(approval)) => {
            let words = format!("Approved by {}, exactly as it stands", approval.approver());
            head_ui(ui, width, Icon::SEAL_CHECK, &words);
            facts_below_ui(ui, width, state, approval);
        }
        (Says::RecordChanged, _) => {
            let words = "The record was changed after it was made";
            head_ui(ui, width, Icon::WARNING_CIRCLE, words);
            let more = "These words are on record, but the seal does not fit what the file says. It vouches for nothing.";
            words_ui(ui, width, Type::BODY, Ink::Support, more, size::GAP_XL);
        }
        (Says::Changed(before, found, approved), Some(approval)) => {
            let words = "Not approved as it stands";
            head_ui(ui, width, Icon::WARNING_CIRCLE, words);
            let more = format!(
                "The nearest is {}, approved by {}. This is where they part",
                approval.seal(),
                approval.approver()
            );
            words_ui(ui, width, Type::BODY, Ink::Support, &more, size::GAP_M);
            difference_ui(ui, width, "Here", before, found);
            difference_ui(ui, width, "Approved", before, approved);
            ui.add_space(size::GAP_M);
            facts_below_ui(ui, width, state, approval);
        }
        (Says::Unknown, _) => {
            let words = "Nothing like this is on record";
            head_ui(ui, width, Icon::QUESTION, words);
            ui.add_space(size::GAP_M);
        }
        (Says::Nothing | Says::Approved | Says::Changed(..), _) => {}
    }
}

fn head_ui(ui: &mut Ui, width: f32, icon: Icon, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 44.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let ink = match icon {
        Icon::SEAL_CHECK => t.strength,
        Icon::WARNING_CIRCLE => t.check,
        _ => t.text_2,
    };
    let y = rect.top() + 18.0;
    kit.icon_fill(pos2(rect.left() + 9.0, y), icon, 18.0, ink);
    let x = rect.left() + 28.0;
    let style = Type::HEADING.at(17.0, 26.0);
    kit.cut(pos2(x, y), width - 28.0, style, t.text, words);
}

fn facts_below_ui(ui: &mut Ui, width: f32, state: &State, approval: &Approval) {
    facts_ui(ui, width, state, approval);
    ui.add_space(size::GAP_XL);
}

/// One side of the difference: the words before it are alike, the others are marked.
fn difference_ui(ui: &mut Ui, width: f32, name: &str, before: &str, words: &str) {
    const NAMES: f32 = 112.0;
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let style = Type::HEADING.face(Face::Serif).at(16.0, 26.0);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - NAMES;
    let shown = if words.is_empty() {
        "it ends here"
    } else {
        words
    };
    let (alike, word, behind) = first_word(before, shown);
    job.append(&visible(alike), 0.0, style.format(t.text_2));
    let mut marked = style.format(t.text);
    marked.background = t.check_tint;
    marked.italics = false;
    if t.is_contrast() || words.is_empty() {
        marked.underline = egui::Stroke::new(1.5, t.check);
    }
    job.append(&visible(&word), 0.0, marked);
    job.append(&visible(behind), 0.0, style.format(t.text_2));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(width, galley.size().y + size::GAP_S);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = format!("{name}: {before}{shown}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let small = Type::SMALL.face(Face::SansMedium);
    let y = rect.top() + style.line() / 2.0;
    kit.left(rect.left(), y, small, t.text_2, name);
    kit.galley(rect.min + vec2(NAMES, 0.0), galley);
}

/// The words that are alike, the whole word in which they part, and the rest. Blanks that are too
/// many or too few are a word of their own.
fn first_word<'a>(before: &'a str, words: &'a str) -> (&'a str, String, &'a str) {
    let is_blank = |c: char| c.is_whitespace();
    if words.starts_with(is_blank) {
        let rest = words.trim_start();
        let blanks = words.get(..words.len() - rest.len()).unwrap_or_default();
        return (before, blanks.to_owned(), rest);
    }
    let last = before.rfind(is_blank);
    let from = last.map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    });
    let end = words.find(is_blank).unwrap_or(words.len());
    let (alike, begun) = before.split_at_checked(from).unwrap_or((before, ""));
    let (word, rest) = words.split_at_checked(end).unwrap_or((words, ""));
    (alike, format!("{begun}{word}"), rest)
}

/// What of the record itself cannot be trusted.
fn record_ui(ui: &mut Ui, width: f32, state: &State) {
    let faults = &state.afterwards.faults;
    line_ui(ui, width);
    ui.add_space(size::GAP_L);
    let head = match (faults.len(), state.approvals.len()) {
        (0, 0) => "The record is empty".to_owned(),
        (0, 1) => "The record is whole: one approval".to_owned(),
        (0, n) => format!("The record is whole: {n} approvals, each naming the one before it"),
        _ => "The record was changed after it was made".to_owned(),
    };
    let style = Type::BUTTON.face(Face::SansSemi);
    words_ui(ui, width, style, Ink::Text, &head, size::GAP_S);
    for fault in faults.iter().take(MOST_FAULTS) {
        let file = fault.path.file_name().unwrap_or_default();
        let words = format!("{}: {}", file.to_string_lossy(), fault.fault.reason);
        let style = Type::BUTTON.face(Face::Sans);
        words_ui(ui, width, style, Ink::Text, &words, size::GAP_XS);
    }
    if faults.len() > MOST_FAULTS {
        let words = format!("and {} more", faults.len() - MOST_FAULTS);
        words_ui(ui, width, Type::SMALL, Ink::Support, &words, size::GAP_XS);
    }
    ui.add_space(size::GAP_S);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_word_in_which_texts_part_is_marked() {
        let word = |before, words| {
            let (alike, word, rest) = first_word(before, words);
            format!("{alike}[{word}]{rest}")
        };
        assert_eq!(word("take t", "en minutes"), "take [ten] minutes");
        assert_eq!(word("take", "  two"), "take[  ]two");
        assert_eq!(word("", "Ten"), "[Ten]");
        assert_eq!(word("ein\u{a0}K", "äse 👍"), "ein\u{a0}[Käse] 👍");
    }
}
