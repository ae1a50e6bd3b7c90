//! Below the figures: what the next review of the guidelines has to look at.
//!
//! Never: says who decided; a review is about the guidelines.

use egui::Ui;

use super::prose::{Ink, line_ui, pair_ui, words_ui};
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::approval::counted;

/// The column of the names at the left.
const NAMES: f32 = 200.0;
/// How many rows a list has at most.
const MOST: usize = 8;

/// A name at the left and words at the right, for each.
type Rows = Vec<(String, String)>;

pub(super) fn agenda_ui(ui: &mut Ui, width: f32, state: &State) {
    let lists = [
        ("Decided otherwise most often", overridden(state)),
        ("Nobody expected", unexpected(state)),
        ("Suggested", suggested(state)),
    ];
    if lists.iter().all(|(_, rows)| rows.is_empty()) {
        return;
    }
    ui.add_space(size::GAP_XL);
    let heading = Type::HEADING.at(19.0, 27.0);
    let title = "For the next review of the guidelines";
    words_ui(ui, width, heading, Ink::Text, title, size::GAP_S);
    for (name, rows) in lists.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let style = Type::BUTTON.face(Face::SansSemi);
        ui.add_space(size::GAP_M);
        words_ui(ui, width, style, Ink::Text, name, size::GAP_S);
        let n_more = rows.len().saturating_sub(MOST);
        for (left, right) in rows.into_iter().take(MOST) {
            pair_ui(ui, (width, NAMES), (Ink::Support, &left), &right);
        }
        if n_more > 0 {
            let words = format!("and {n_more} more");
            words_ui(ui, width, Type::SMALL, Ink::Support, &words, size::GAP_S);
        }
    }
    line_ui(ui, width);
    ui.add_space(size::GAP_L);
}

fn overridden(state: &State) -> Rows {
    let all = state.afterwards.agenda.overridden.iter();
    let row = |(rule, n, reasons): (&str, u64, &[String])| {
        let reasons: Vec<String> = reasons.iter().map(|one| format!("“{one}”")).collect();
        let times = counted(n, "time", "times");
        let words = if reasons.is_empty() {
            times
        } else {
            format!("{times}: {}", reasons.join(", "))
        };
        (rule.to_owned(), words)
    };
    all.map(|one| row((&one.rule, one.n, &one.reasons)))
        .collect()
}

fn unexpected(state: &State) -> Rows {
    let all = state.afterwards.agenda.unexpected.iter();
    all.map(|(day, words)| (day.to_string(), words.clone()))
        .collect()
}

fn suggested(state: &State) -> Rows {
    let all = state.afterwards.suggestions.iter();
    all.map(|one| {
        let by = match one.by.as_str() {
            "" => one.on.clone(),
            by => format!("{by}, {}", one.on),
        };
        (one.rule.clone(), format!("{} ({by})", one.wish))
    })
    .collect()
}
