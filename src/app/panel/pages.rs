//! The pages of the home base, each with a reason to go there, to be put into the text.
//!
//! Never: makes up a reason; the set has it.

use egui::Ui;

use super::finder::{Ask, Came, Row, finder_ui, rank};
use crate::app::action::{Action, Finder};
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::view::View;
use crate::guideline::{HomePage, Offers};

/// What is offered where the guidelines name no page.
const NO_PAGES: Command = Command::EditGuidelines;

pub(super) fn pages_ui(ui: &Ui, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let Some((_, mut words)) = view.finder.take_if(|(finder, _)| *finder == Finder::Pages) else {
        return;
    };
    let pages = &state.in_use.opened.active.head.home_base;
    let found = found(pages, &words);
    let mut rows: Vec<Row> = found.iter().map(|page| row(page)).collect();
    if pages.is_empty() {
        rows.push(Row {
            text: "Name your pages in the guidelines".to_owned(),
            note: "under home_base, each with a reason to go there".to_owned(),
            key: NO_PAGES.key_words(),
        });
    }
    let ask = Ask {
        name: "Link to our pages",
        hint: "Which page is worth a visit?",
        nothing: "No page of ours has that",
    };
    match finder_ui(ui, &ask, &mut words, &rows, view) {
        Came::Chosen(n) => {
            pending.push(Action::LeavePause);
            pending.push(match found.get(n) {
                Some(page) => Action::Link(page.url.clone()),
                None => Action::Command(NO_PAGES),
            });
        }
        Came::Left => pending.push(Action::LeavePause),
        Came::Open => view.finder = Some((Finder::Pages, words)),
    }
}

/// The pages whose reason or address has the letters, in the order of the set.
fn found<'a>(pages: &'a [HomePage], words: &str) -> Vec<&'a HomePage> {
    let mut out: Vec<(usize, &HomePage)> = pages
        .iter()
        .filter_map(|page| Some((rank(&page.reason, &page.url, words)?, page)))
        .collect();
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, page)| page).collect()
}

fn row(page: &HomePage) -> Row {
    let mut letters = page.reason.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let text = format!("{}{}", first.unwrap_or_default(), letters.as_str());
    let address = page
        .url
        .split_once("://")
        .map_or(page.url.as_str(), |url| url.1);
    Row {
        text: if text.is_empty() {
            page.url.clone()
        } else {
            text
        },
        note: address.to_owned(),
        key: offers(page.offers).to_owned(),
    }
}

/// What a visitor can do there, in two words.
const fn offers(offers: Offers) -> &'static str {
    match offers {
        Offers::Do => "to do",
        Offers::Find => "to find",
        Offers::Share => "to share",
        Offers::Join => "to join",
    }
}
