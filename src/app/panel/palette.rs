//! The palette: every action by its name.
//!
//! Never: does the work; it asks for a command.

use egui::Ui;

use super::finder::{Ask, Came, Row, finder_ui, rank};
use crate::app::action::{Action, Finder};
use crate::app::command::Command;
use crate::app::view::View;

pub(super) fn palette_ui(ui: &Ui, view: &mut View, pending: &mut Vec<Action>) {
    let Some((_, mut words)) = view
        .finder
        .take_if(|(finder, _)| *finder == Finder::Commands)
    else {
        return;
    };
    let found = found(&words);
    let rows: Vec<Row> = found
        .iter()
        .map(|command| Row {
            text: command.text().to_owned(),
            note: command.tooltip().to_owned(),
            key: command.key_words(),
        })
        .collect();
    let ask = Ask {
        name: "Find anything to do",
        hint: "What would you like to do?",
        nothing: "Nothing has that name",
    };
    match finder_ui(ui, &ask, &mut words, &rows, view) {
        Came::Chosen(n) => {
            pending.push(Action::LeavePause);
            pending.extend(found.get(n).copied().map(Action::Command));
        }
        Came::Left => pending.push(Action::LeavePause),
        Came::Open => view.finder = Some((Finder::Commands, words)),
    }
}

/// The commands whose name has all the letters, those that begin with them first.
fn found(words: &str) -> Vec<Command> {
    let of = |command: &Command| {
        let rank = rank(command.text(), command.tooltip(), words)?;
        Some((rank, *command))
    };
    let others = |command: &&Command| **command != Command::Palette;
    let mut out: Vec<(usize, Command)> =
        Command::ALL.iter().filter(others).filter_map(of).collect();
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_with_the_words_come_first() {
        assert_eq!(found("appr").first(), Some(&Command::ApproveAndCopy));
        assert_eq!(found("ndft").first(), Some(&Command::KeepInDraft));
        assert!(found("zzzz").is_empty());
    }
}
