//! Keys: each shortcut is taken once, before any panel sees it.
//!
//! Never: takes a key that edits text while a text field has the keyboard.

use egui::{Context, Event, Key, Modifiers};

use super::action::Action;
use super::command::Command;
use super::state::{Screen, State};
use super::view::{Region, THEY_SAID, View, text_id};
use super::widget::field_id;
use crate::text::with_lf;

/// Takes this frame's shortcuts and asks for what they mean.
pub(super) fn take(ctx: &Context, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    if state.is_picking {
        pick(ctx, state, view, pending);
    }
    escape(ctx, state, view, pending);
    if state.pause.is_some() {
        let finish = Command::ApproveAndCopy.shortcut();
        if finish.is_some_and(|shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut))) {
            pending.push(Action::Command(Command::ApproveAndCopy));
        }
        return;
    }
    hear(ctx, state, view, pending);
    tabs(ctx, state, pending);
    let mut commands = Command::ALL.to_vec();
    // the longest first, or Ctrl would take what Ctrl Shift means
    let n_held = |command: &Command| {
        command.shortcut().map_or(0, |key| {
            usize::from(key.modifiers.shift)
                + usize::from(key.modifiers.alt)
                + usize::from(key.modifiers.command)
        })
    };
    commands.sort_by_key(|command| std::cmp::Reverse(n_held(command)));
    for command in commands {
        let Some(shortcut) = command.shortcut() else {
            continue;
        };
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            pending.push(Action::Command(command));
        }
    }
    let is_writing = view.keeps_tab && ctx.memory(egui::Memory::focused) == Some(text_id());
    if is_writing && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
        pending.push(Action::NextBlank);
    }
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu)) {
        pending.push(Action::Command(Command::Respell));
    }
    if ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Equals)) {
        pending.push(Action::Command(Command::ZoomIn));
    }
    if view.region == Some(Region::Text) {
        view.last_region = Region::Text;
        view.region = None;
        ctx.memory_mut(|memory| memory.request_focus(text_id()));
    }
}

/// After "reply" what is pasted is what they said, as long as the keyboard is in its field; then the
/// keyboard goes to the answer.
fn hear(ctx: &Context, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    if !view.hears {
        return;
    }
    let focused = ctx.memory(egui::Memory::focused);
    if state.draft.they_said.is_none() || focused.is_some_and(|id| id != field_id(THEY_SAID)) {
        view.hears = false;
        return;
    }
    let pasted = ctx.input_mut(|input| {
        let is_paste = |event: &Event| matches!(event, Event::Paste(_));
        let at = input.events.iter().position(is_paste)?;
        let Event::Paste(text) = input.events.remove(at) else {
            return None;
        };
        Some(text)
    });
    if let Some(said) = pasted.filter(|said| !said.trim().is_empty()) {
        view.hears = false;
        view.to_top = true;
        view.wants_text = true;
        pending.push(Action::Heard(with_lf(said.trim()), true));
    }
}

/// A shortcut has a pass of its own: what was typed before it comes first, what was typed after it
/// waits and is returned. The letter that winit sends along with Alt is dropped.
pub(super) fn after_shortcut(events: &mut Vec<Event>) -> Vec<Event> {
    let acts = |event: &Event| {
        matches!(event, Event::Key { pressed: true, key, modifiers, .. }
            if modifiers.command || modifiers.alt
                || matches!(key, Key::Enter | Key::Escape | Key::Tab | Key::F1 | Key::F6 | Key::F8
                    | Key::F10 | Key::Menu))
    };
    let Some(at) = events.iter().position(acts) else {
        return Vec::new();
    };
    if at > 0 {
        return events.split_off(at);
    }
    let is_ours = |event: &Event| {
        let Event::Key { key, modifiers, .. } = event else {
            return false;
        };
        let same = |command: &Command| {
            command.shortcut().is_some_and(|shortcut| {
                shortcut.logical_key == *key && modifiers.matches_exact(shortcut.modifiers)
            })
        };
        modifiers.alt && Command::ALL.iter().any(same)
    };
    if events.first().is_some_and(is_ours) && matches!(events.get(1), Some(Event::Text(_))) {
        events.remove(1);
    }
    events.split_off(1)
}

/// After "choose a fix" a digit picks, while the keyboard is in the text; any other key goes on as
/// usual, and so does a digit that no fix has.
fn pick(ctx: &Context, state: &State, view: &View, pending: &mut Vec<Action>) {
    let focused = ctx.memory(egui::Memory::focused);
    let is_page = state.screen == Screen::Write && state.pause.is_none() && view.finder.is_none();
    let is_free = focused.is_none_or(|id| id == text_id());
    let (Some(key), Some(finding)) = (state.open.clone(), state.open_finding()) else {
        return;
    };
    if !is_page || !is_free {
        return;
    }
    let of = |event: &Event| {
        let Event::Text(text) = event else {
            return None;
        };
        let digit = text.parse::<usize>().ok()?;
        (1..=finding.fixes.len()).contains(&digit).then_some(digit)
    };
    let digit = ctx.input_mut(|input| {
        let at = input.events.iter().position(|event| of(event).is_some())?;
        of(&input.events.remove(at))
    });
    if let Some(digit) = digit {
        pending.push(Action::UseFix(key, digit - 1));
    }
}

/// Escape closes what lies on top, one thing at a time, and never discards.
fn escape(ctx: &Context, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let has_something = view.finder.is_some()
        || view.shortcuts
        || view.judgement.is_some()
        || view.person.is_some()
        || state.pause.is_some()
        || state.open.is_some();
    // an open menu closes itself
    if egui::Popup::is_any_open(ctx)
        || !ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        return;
    }
    if !has_something {
        view.wants_text = true;
        return;
    }
    if view.finder.take().is_some()
        || std::mem::take(&mut view.shortcuts)
        || view.judgement.take().is_some()
    {
        view.wants_text = true;
    } else if state.pause.is_some() {
        pending.push(Action::LeavePause);
    } else if let Some(mut person) = view.person.take() {
        // Esc leaves the fields and keeps what can be kept
        person.put_handle(&view.handle, state.draft.tab.as_deref());
        pending.push(Action::PersonFilled(Box::new(person)));
        view.wants_text = true;
    } else {
        pending.push(Action::OpenFinding(None));
    }
}

/// Ctrl Alt 1 to 9 opens a platform's tab, Ctrl Alt 0 the text of all.
fn tabs(ctx: &Context, state: &State, pending: &mut Vec<Action>) {
    let held = Modifiers::COMMAND | Modifiers::ALT;
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    for (n, key) in digits.into_iter().enumerate() {
        if ctx.input_mut(|input| input.consume_key(held, key)) {
            let platform = n
                .checked_sub(1)
                .map(|at| state.draft.platforms.get(at).cloned());
            match platform {
                None => pending.push(Action::OpenTab(None)),
                Some(Some(id)) => pending.push(Action::OpenTab(Some(id))),
                Some(None) => {}
            }
        }
    }
}
