//! Two versions of a set that were made at the same time, at the head of the guidelines: what differs,
//! and the way out.
//!
//! Never: says which of the two is better.

use std::path::Path;

use egui::{Ui, vec2};

use super::prose::{Ink, line_ui, pair_ui, words_ui};
use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Type, size};
use crate::app::widget::{Button, Weight};
use crate::guideline::{Difference, FieldChange, Rule};

/// Where the two versions stand, in words.
type Sides = (&'static str, &'static str);

/// The column of the rules' names.
const NAMES: f32 = 172.0;

/// Each file with another version.
pub(super) fn twice_ui(ui: &mut Ui, state: &State, width: f32, pending: &mut Vec<Action>) {
    for path in state.library.twice() {
        ui.add_space(size::GAP_XL);
        one_ui(ui, state, path, width, pending);
    }
}

fn one_ui(ui: &mut Ui, state: &State, path: &Path, width: f32, pending: &mut Vec<Action>) {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let compared = state.compared.as_ref().filter(|one| one.path == path);
    let is_torn = compared.is_some_and(|one| one.is_torn);
    line_ui(ui, width);
    ui.add_space(size::GAP_L);
    let title = compared.map_or_else(
        || "There is another version of a set".to_owned(),
        |one| format!("There are two versions of {}", one.name),
    );
    words_ui(
        ui,
        width,
        Type::HEADING.at(17.0, 24.0),
        Ink::Text,
        &title,
        size::GAP_XS,
    );
    let about = if is_torn {
        format!(
            "Git has left both in {file}. The set as it was last read stays in use until one of them is gone."
        )
    } else {
        format!(
            "{file} was made at the same time as the one in use, and is not used. Take over what you need, then put it away: it leaves this folder, for everybody who shares it, and waits in your quarantine."
        )
    };
    words_ui(ui, width, Type::BODY, Ink::Support, &about, size::GAP_M);
    if let Some(compared) = compared {
        let sides = if is_torn {
            ("above", "below")
        } else {
            ("in use", "in the other")
        };
        difference_ui(ui, &compared.difference, sides, width);
        ui.add_space(size::GAP_M);
    }
    let at = ui.cursor().min + vec2(0.0, size::BUTTON / 2.0);
    let (words, asked) = match compared {
        Some(_) => ("Close", None),
        None => ("Compare", Some(path.to_owned())),
    };
    let named = |words: &str| format!("{words}: {file}");
    let compare = Button::new(Weight::Quiet, words)
        .name(&named(words))
        .at(ui, at.x, at.y);
    if compare.clicked() {
        pending.push(Action::Compare(asked));
    }
    let mut x = compare.rect.right() + size::GAP_S;
    let open = Button::new(Weight::Ghost, "Open the file")
        .name(&named("Open"))
        .at(ui, x, at.y);
    if open.clicked() {
        pending.push(Action::OpenFile(path.to_owned()));
    }
    x = open.rect.right() + size::GAP_S;
    if compared.is_some() && !is_torn {
        let away = Button::new(Weight::Ghost, "Put it away")
            .name(&named("Put away"))
            .at(ui, x, at.y);
        if away.clicked() {
            pending.push(Action::PutAway(path.to_owned()));
        }
    }
    ui.add_space(size::BUTTON);
}

/// Row by row: what differs, here and there.
fn difference_ui(ui: &mut Ui, difference: &Difference, sides: Sides, width: f32) {
    let field_words = |change: &FieldChange| field_words(change, sides);
    let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
    if !difference.head.is_empty() {
        rows.push((
            "The head",
            difference.head.iter().map(field_words).collect(),
        ));
    }
    for change in &difference.changed {
        rows.push((
            &change.rule,
            change.fields.iter().map(field_words).collect(),
        ));
    }
    for (rules, place) in [(&difference.removed, sides.0), (&difference.added, sides.1)] {
        let only = |rule: &Rule| vec![format!("Only {place} ({}): {}", rule.level, rule.says)];
        rows.extend(rules.iter().map(|rule| (rule.id.as_str(), only(rule))));
    }
    if rows.is_empty() {
        let words = "Both say the same; only spaces, comments or the order differ.";
        words_ui(ui, width, Type::BODY, Ink::Text, words, size::GAP_M);
    }
    for (name, lines) in rows {
        pair_ui(ui, (width, NAMES), (Ink::Text, name), &lines.join("\n"));
    }
}

/// One field in a line: `level: “Nudge” in use, “Check” in the other`.
fn field_words(change: &FieldChange, (here, there): Sides) -> String {
    let field = change.field.replace('_', " ");
    match (&change.was, &change.is) {
        (Some(was), Some(is)) => format!("{field}: “{was}” {here}, “{is}” {there}"),
        (Some(was), None) => format!("{field}: only {here} “{was}”"),
        (None, Some(is)) => format!("{field}: only {there} “{is}”"),
        (None, None) => format!("{field}: differs"),
    }
}
