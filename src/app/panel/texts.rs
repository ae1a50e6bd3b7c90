//! Drafts and approved texts to find one in, from anywhere.
//!
//! Never: changes a text; it opens one.

use egui::Ui;

use super::finder::{Ask, Came, Row, finder_ui};
use crate::app::action::{Action, Finder};
use crate::app::afterwards::{Step, Tab};
use crate::app::state::{Screen, State};
use crate::app::view::View;
use crate::text::{one_line, sought};

/// How many rows are listed at most; more words find fewer.
const MOST: usize = 40;

/// A text that was found.
enum Found {
    Draft(String),
    Approved(String),
}

pub(super) fn texts_ui(ui: &Ui, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let Some((_, mut words)) = view.finder.take_if(|(finder, _)| *finder == Finder::Texts) else {
        return;
    };
    let found = found(state, &words);
    let rows: Vec<Row> = found.iter().map(|(_, row)| row.clone()).collect();
    let ask = Ask {
        name: "Find a draft or an approved text",
        hint: "Which words does it have?",
        nothing: "No text has all of these words",
    };
    match finder_ui(ui, &ask, &mut words, &rows, view) {
        Came::Chosen(n) => match found.into_iter().nth(n) {
            Some((Found::Draft(id), _)) => pending.push(Action::OpenDraft(id)),
            Some((Found::Approved(seal), _)) => {
                view.afterwards.search = words;
                pending.push(Action::Go(Screen::Approved));
                pending.push(Action::Afterwards(Step::Show(Tab::Texts)));
                pending.push(Action::Afterwards(Step::Open(Some(seal))));
            }
            None => {}
        },
        Came::Left => pending.push(Action::LeavePause),
        Came::Open => view.finder = Some((Finder::Texts, words)),
    }
}

/// Drafts first, then what was approved; each the newest first.
fn found(state: &State, words: &str) -> Vec<(Found, Row)> {
    let wanted = sought(words);
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let has_all = |text: &str| {
        let text = sought(text);
        wanted.iter().all(|word| text.contains(word))
    };
    let open = Some(&state.draft).filter(|draft| !draft.is_blank());
    let drafts = open.into_iter().chain(&state.drafts);
    let drafts = drafts.filter(|draft| {
        let own = draft.variants.values().map(String::as_str);
        let all = std::iter::once(draft.body.as_str()).chain(own);
        has_all(&all.collect::<Vec<&str>>().join("\n"))
    });
    let mut out: Vec<(Found, Row)> = drafts
        .take(MOST)
        .map(|draft| {
            let row = Row {
                text: one_line(draft.title()),
                note: String::new(),
                key: "Draft".to_owned(),
            };
            (Found::Draft(draft.id.clone()), row)
        })
        .collect();
    let index = state.afterwards.index.as_ref();
    let approved = index.map(|index| index.find(words)).unwrap_or_default();
    let approved = approved
        .into_iter()
        .filter_map(|at| state.approvals.get(at));
    let room = MOST.saturating_sub(out.len());
    out.extend(approved.take(room).map(|approval| {
        let row = Row {
            text: one_line(&approval.text()),
            note: String::new(),
            key: format!(
                "{}  {}",
                state.platform_name(approval.platform()),
                approval.seal()
            ),
        };
        (Found::Approved(approval.seal().hash().to_owned()), row)
    }));
    out
}
