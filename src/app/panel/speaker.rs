//! Who speaks: the chip above the text, and the menu in which one more key chooses somebody else.
//!
//! Never: lets the speaker change without a key or a click of their own.

use egui::{Popup, Response, ScrollArea, Ui};

use super::choose::{digit, opens};
use crate::app::action::{Action, Chip};
use crate::app::state::State;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widget::{SpeakerRow, SpeakerWords, menu_head, speaker_chip, speaker_row};
use crate::draft::{Fit, Speaker};

/// How wide the menu is, and how high at most.
const MENU: f32 = 320.0;
const MOST: f32 = 420.0;
/// The longest name that the chip says in full, in characters.
const LONG_NAME: usize = 22;

/// The chip, with its menu.
pub(super) fn speaker_ui(
    ui: &Ui,
    x: f32,
    y: f32,
    is_narrow: bool,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> Response {
    let mut who = words(state, &state.draft.speaker);
    if is_narrow || who.person.chars().count() > LONG_NAME {
        who.person = state.person().map_or("", |person| person.first_name());
    }
    let chip = speaker_chip(ui, x, y, who);
    menu_ui(&chip, state, view, pending);
    chip
}

/// Whoever speaks now, as chip, pause and toast say it.
pub(super) fn speaker_words(state: &State) -> SpeakerWords<'_> {
    words(state, &state.draft.speaker)
}

fn words<'a>(state: &'a State, speaker: &Speaker) -> SpeakerWords<'a> {
    let person = speaker.person(state.library.people());
    SpeakerWords {
        kind: speaker.kind(),
        person: person.map_or("", |person| person.name.trim()),
        brand: state.brand(),
    }
}

fn menu_ui(response: &Response, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let mut menu = Popup::menu(response).gap(size::GAP_XS).width(MENU);
    let by_key = opens(view, Chip::Speaker);
    if by_key {
        menu = menu.open_memory(Some(egui::SetOpenCommand::Bool(true)));
    }
    menu.show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "Who speaks? A digit chooses");
        let speakers = state.speakers();
        let mut chosen = digit(ui).and_then(|n| speakers.get(n - 1).cloned());
        ScrollArea::vertical().max_height(MOST).show(ui, |ui| {
            for (n, speaker) in speakers.iter().enumerate() {
                let row = row_ui(ui, state, speaker, n);
                if by_key && state.draft.speaker == *speaker {
                    row.request_focus();
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    chosen = Some(speaker.clone());
                }
            }
        });
        if let Some(speaker) = chosen {
            pending.push(Action::Speak(speaker));
            view.wants_text = true;
            ui.close();
        }
    });
}

fn row_ui(ui: &mut Ui, state: &State, speaker: &Speaker, n: usize) -> Response {
    let misfit = state.misfit(speaker);
    let fit = match misfit {
        Some((platform, fit)) => misfit_words(fit, &platform.name),
        None => welcome_words(state),
    };
    let key = (n < 9).then(|| (n + 1).to_string());
    speaker_row(
        ui,
        SpeakerRow {
            who: words(state, speaker),
            fit: &fit,
            is_welcome: misfit.is_none(),
            key: &key.unwrap_or_default(),
            is_chosen: state.draft.speaker == *speaker,
        },
    )
}

/// How a speaker fits a platform, in words.
pub(super) fn misfit_words(fit: Fit, platform: &str) -> String {
    match fit {
        Fit::AmongPeople => format!("{platform} is for people"),
        Fit::OnAPage => format!("{platform} speaks for the brand"),
        Fit::NoProfile => format!("No profile on {platform} yet"),
        Fit::Welcome => format!("Welcome on {platform}"),
    }
}

fn welcome_words(state: &State) -> String {
    match state.sharing().as_slice() {
        [one] => format!("Welcome on {}", state.platform_name(one)),
        [one, other] => {
            let (one, other) = (state.platform_name(one), state.platform_name(other));
            format!("Welcome on {one} and {other}")
        }
        platforms => format!("Welcome on all {} platforms", platforms.len()),
    }
}
