//! The one place where the state changes: an action in, effects out.
//!
//! Never: touches the world; it asks for effects.

mod afterwards;
mod appearance;
mod approve;
pub(super) mod clock;
mod copy;
pub(super) mod drafts;
mod errand;
mod experiment;
mod hand_on;
mod look;
pub(super) mod news;
mod once_more;
mod people;
mod platforms;
mod reply;
mod reseal;
pub(super) mod second;
mod sets;
mod settle;
pub(super) mod spelling;
mod suggest;
mod thread;
mod twice;
pub(super) mod versions;
mod why;

use super::action::{Action, Chip, Effect, Event, Finder, Place};
use super::afterwards::{Ask, Tab};
use super::background::Background;
use super::command::Command;
use super::pace::Rhythm;
use super::side::Page;
use super::state::{Now, Screen, State, Toast};
use crate::store::Saved;

use appearance::{next_theme, zoom};
use look::{look, stand};
pub(super) use sets::{keep_good, look_over, use_set};

/// Seconds for which a toast stays.
const TOAST_SECONDS: f64 = 6.0;
/// Seconds without a change before a dragged size is saved.
const SETTLE_SECONDS: f64 = 1.0;
/// The steps of the zoom.
const ZOOM_STEP: f32 = 0.1;

/// Does what an action asks.
pub(super) fn update(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    clock::keep_time(state, now);
    match action {
        Action::Command(command) => do_command(state, command),
        Action::TextEdited(text) => drafts::edited(state, text),
        Action::CaretMoved(caret) => drafts::caret_moved(state, caret),
        Action::OpenTab(tab) => drafts::open_tab(state, tab),
        Action::TogglePlatform(id) => drafts::toggle_platform(state, &id),
        Action::OpenDraft(id) => drafts::open(state, &id),
        Action::Discard(id) => drafts::discard(state, &id),
        Action::TrySample => drafts::try_sample(state),
        Action::Speak(speaker) => drafts::speak(state, speaker),
        Action::Intend(intent) => drafts::intend(state, intent),
        Action::Explain(why) => why::explain(state, why),
        Action::Begin(starter) => why::begin(state, starter),
        Action::Link(url) => why::link(state, &url),
        Action::NextBlank => why::next_blank(state),
        Action::Heard(said, is_new) => reply::heard(state, said, is_new),
        Action::HeardAgo(minutes) => reply::heard_ago(state, minutes),
        Action::SortAs(triage) => reply::sort_as(state, triage),
        Action::Undrop => reply::undrop(state),
        Action::SendCool => reply::send_cool(state),
        Action::TryOut(tried) => experiment::try_out(state, tried),
        Action::EndExperiment => experiment::end(state),
        Action::Learn(id, words) => experiment::learn(state, &id, &words),
        Action::LearnLater(id) => experiment::later(state, &id),
        Action::OpenFinding(key) => settle::open(state, key),
        Action::UseFix(key, n) => settle::use_fix(state, &key, n),
        Action::Keep(key, is_here) => settle::keep(state, key, is_here),
        Action::Judge(key, reason) => settle::judge(state, key, reason),
        Action::Suggest(key, wish) => suggest::suggest(state, key, &wish),
        Action::Unsettle(key) => settle::unsettle(state, &key),
        Action::Serve(purpose) => {
            state.draft.purpose = purpose;
            vec![keep(state)]
        }
        Action::PersonFilled(person) => people::filled(state, *person),
        Action::RemovePerson(id) => people::remove(state, &id),
        Action::PutPersonBack => people::put_back(state),
        Action::LookForPhoto(photo) => people::look_for_photo(state, photo),
        Action::AddPlatform(answers) => platforms::add(*answers),
        Action::RemovePlatform(id) => platforms::remove(id),
        Action::UndoPlatform => platforms::undo(state),
        Action::HandOn(topic) => hand_on::copy_note(state, topic.as_deref()),
        Action::TakeBack(id) => hand_on::take_back(state, &id),
        Action::UseSet(id) => sets::choose(state, id),
        Action::News(step) => news::step(state, step),
        Action::Second(step) => second::step(state, step),
        Action::Tick(n) => approve::tick(state, n),
        Action::Reason(n, reason) => approve::reason(state, n, reason),
        Action::FinishPause => approve::finish(state),
        Action::LeavePause => {
            state.pause = None;
            vec![Effect::PutCaret(state.draft.caret)]
        }
        Action::CopyAll => copy::copy_all(state),
        Action::CopyAgain(seal) => once_more::copy_again(state, &seal),
        Action::Afterwards(step) => afterwards::step(state, step),
        Action::OpenPart(n) => thread::open_part(state, n),
        Action::CopyPart(n) => thread::copy_part(state, n),
        Action::SplitFor(platforms) => thread::split_for(state, &platforms),
        Action::Thread(threading) => thread::choose(state, threading),
        Action::AskSpelling(span) => spelling::ask_there(state, span),
        Action::Respell(word) => spelling::respell(state, &word),
        Action::AddWord => spelling::add_word(state),
        Action::BringBack(n) => versions::bring_back(state, n),
        Action::Go(screen) => go(state, screen),
        Action::OpenFile(path) => vec![Effect::OpenFile(path)],
        Action::Compare(path) => twice::compare(state, path),
        Action::PutAway(path) => vec![Effect::Background(Background::PutAway(path))],
        Action::CloseNotice => close_notice(state),
        Action::Resized(width, height) => appearance::resized(state, (width, height)),
        Action::ReportWidth(width) => appearance::report_width(state, width),
        Action::Tock => pass(state),
        Action::Event(event) => answer(state, event),
    }
}

fn do_command(state: &mut State, command: Command) -> Vec<Effect> {
    if command.is_of_the_page() && state.screen != Screen::Write {
        // what is not seen is not changed: the page comes first, the key again does it
        return go(state, Screen::Write);
    }
    let open = state.open.clone();
    match command {
        Command::NewPost => drafts::new(state),
        Command::ApproveAndCopy if state.pause.is_some() => approve::finish(state),
        Command::ApproveAndCopy => {
            let mut effects = errand::settle(state);
            effects.extend(approve::ask(state));
            effects
        }
        Command::CopyAsDraft => copy::copy_as_draft(state),
        Command::Versions => versions::show(state),
        Command::Restore => reseal::restore(state),
        Command::NextFinding => settle::step(state, true),
        Command::PreviousFinding => settle::step(state, false),
        Command::ChooseFix => settle::choose_fix(state),
        Command::Why => settle::toggle_why(state),
        Command::KeepHere => open.map_or_else(Vec::new, |key| settle::keep(state, key, true)),
        Command::KeepInDraft => open.map_or_else(Vec::new, |key| settle::keep(state, key, false)),
        Command::MyJudgement => settle::ask_judgement(state),
        Command::SuggestChange => suggest::ask(state),
        Command::ToggleSignature => drafts::toggle_signature(state),
        Command::SwitchSpeaker => vec![Effect::Reveal(Place::Chip(Chip::Speaker))],
        Command::Intend => vec![Effect::Reveal(Place::Chip(Chip::Intent))],
        Command::Pursue => vec![Effect::Reveal(Place::Chip(Chip::Goal))],
        Command::Link => vec![Effect::Reveal(Place::Finder(Finder::Pages))],
        Command::NextBlank => why::next_blank(state),
        Command::Reply => reply::begin(state),
        Command::NextTriage => reply::sort_next(state),
        Command::NoReply => reply::let_stand(state),
        Command::DropReply => reply::drop(state),
        Command::Experiment => experiment::begin(state),
        Command::ExperimentNudges => experiment::toggle_nudges(state),
        Command::FollowAll => drafts::follow_all(state),
        Command::Respell => spelling::ask_here(state),
        Command::ToggleSpelling => spelling::toggle(state),
        Command::BreakHere => thread::break_here(state),
        Command::Parts => thread::show_page(state, Page::Parts),
        Command::ReadingView => thread::show_page(state, Page::Reading),
        Command::Compare => thread::show_page(state, Page::Changes),
        Command::Palette => vec![Effect::Reveal(Place::Finder(Finder::Commands))],
        Command::Shortcuts => vec![Effect::Reveal(Place::Shortcuts)],
        Command::GoWrite => go(state, Screen::Write),
        Command::GoDrafts => go(state, Screen::Drafts),
        Command::GoApproved => go(state, Screen::Approved),
        Command::FindText => {
            afterwards::search(state);
            vec![Effect::Reveal(Place::Finder(Finder::Texts))]
        }
        Command::SearchApproved => afterwards::search_field(state),
        Command::VerifyText => afterwards::show(state, Tab::Verify),
        Command::ShowFigures => afterwards::show(state, Tab::Figures),
        Command::SaveExample => once_more::save_open_example(state),
        Command::ExportOutcomes => afterwards::export(state),
        Command::ImportOutcomes => vec![Effect::Afterwards(Ask::Import(None))],
        Command::GoGuidelines => go(state, Screen::Guidelines),
        Command::GoPeople => go(state, Screen::People),
        Command::GoPlatforms => go(state, Screen::Platforms),
        Command::AddPlatform => platforms::begin(state),
        Command::About => vec![Effect::Reveal(Place::About)],
        Command::EditGuidelines => vec![Effect::EditSet(state.settings.set.clone())],
        Command::OpenGuidelines => vec![Effect::PickSet],
        Command::NextTheme => next_theme(state),
        Command::ZoomIn => zoom(state, state.settings.zoom + ZOOM_STEP),
        Command::ZoomOut => zoom(state, state.settings.zoom - ZOOM_STEP),
        Command::ZoomReset => zoom(state, 1.0),
        Command::DiscardDraft => {
            let id = state.draft.id.clone();
            drafts::discard(state, &id)
        }
        Command::NextRegion => vec![Effect::Reveal(Place::Region(true))],
        Command::PreviousRegion => vec![Effect::Reveal(Place::Region(false))],
    }
}

fn answer(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Recorded(approval) => copy::recorded(state, *approval),
        Event::NotRecorded(reason) => {
            say(state, "Nothing was copied", &format!("  ·  {reason}"));
            Vec::new()
        }
        Event::Versions(id, read) => versions::read(state, &id, read),
        Event::Compared(compared) => twice::compared(state, compared),
        Event::PutAway(to) => twice::put_away(state, &to),
        Event::Suggestion(path) => suggest::kept(state, &path),
        Event::FilesChanged => {
            state.photos.clear();
            vec![Effect::Reload(state.people_written)]
        }
        Event::Photo(photo, is_there) => {
            state.photos.insert(photo, is_there);
            Vec::new()
        }
        Event::PeopleWritten(n) => {
            state.people_written += n;
            Vec::new()
        }
        // what was read before the last change of people was written is read again in a moment
        Event::Loaded(n_written, _) if n_written < state.people_asked => Vec::new(),
        Event::Loaded(_, library) => {
            let mut effects = sets::loaded(state, *library);
            effects.extend(platforms::loaded(state));
            effects
        }
        Event::Linted(hash, linted) => {
            // the set may have changed meanwhile; then the next look is under way
            if state.in_use.opened.hash == hash {
                state.in_use.linted = Some(*linted);
            }
            Vec::new()
        }
        Event::Saved(saved) => {
            state.saved = saved;
            Vec::new()
        }
        Event::Found(number, found) => errand::found(state, number, found),
        Event::Dictionary(dictionary) => spelling::take_dictionary(state, dictionary),
        Event::Suggested(word, words) => spelling::suggested(state, &word, &words),
        Event::Picked(Some(path)) => sets::choose(state, path.to_string_lossy().into_owned()),
        Event::Picked(None) => Vec::new(),
        Event::Learned(id, file) => experiment::learned(state, &id, &file),
        Event::NotLearned(id, reason) => experiment::not_learned(state, &id, &reason),
        Event::PersonRemoved(removed) => {
            // at once, so that the way back does not move under somebody's hand
            state.library.forget(&removed.person.id);
            state.removed = Some(*removed);
            Vec::new()
        }
        Event::PlatformEdited(step, edit) => platforms::edited(state, step, *edit),
        Event::PlatformRefused(notice) => {
            platforms::refused(state, notice);
            Vec::new()
        }
        Event::Afterwards(answer) => afterwards::answered(state, answer),
        Event::Told(notice) => {
            state.in_use.is_news_asked = false;
            if !state.notices.contains(&notice) {
                state.notices.push(notice);
            }
            Vec::new()
        }
    }
}

fn close_notice(state: &mut State) -> Vec<Effect> {
    if !state.notices.is_empty() {
        state.notices.remove(0);
    }
    Vec::new()
}

fn go(state: &mut State, screen: Screen) -> Vec<Effect> {
    state.is_picking = false;
    state.photos.clear();
    state.screen = screen;
    match screen {
        Screen::Write => vec![Effect::PutCaret(state.draft.caret)],
        Screen::Approved => afterwards::entered(state),
        Screen::Drafts | Screen::Guidelines | Screen::People | Screen::Platforms => Vec::new(),
    }
}

/// Shows a toast.
fn say(state: &mut State, title: &str, rest: &str) {
    state.toast = Some(Toast {
        title: title.to_owned(),
        rest: rest.to_owned(),
        is_sealed: false,
        until: state.now.seconds + TOAST_SECONDS,
    });
}

/// Shows a toast about something approved that was copied.
fn say_sealed(state: &mut State, title: &str, rest: &str) {
    say(state, title, rest);
    if let Some(toast) = &mut state.toast {
        toast.is_sealed = true;
    }
}

/// What passes with time: toasts go, findings come.
fn pass(state: &mut State) -> Vec<Effect> {
    let now = state.now.seconds;
    let mut waits: Vec<f64> = Vec::new();
    match &state.toast {
        Some(toast) if toast.until <= now => state.toast = None,
        Some(toast) => waits.push(toast.until - now),
        None => {}
    }
    waits.extend(pace(state));
    waits.extend(saved_age(state));
    waits.extend(state.breath().map(|_| 1.0));
    let mut effects = afterwards::keep_up(state);
    match state
        .unsaved_since
        .map(|since| since + SETTLE_SECONDS - now)
    {
        Some(left) if left > 0.0 => waits.push(left),
        Some(_) => {
            state.unsaved_since = None;
            effects.push(Effect::SaveSettings(Box::new(state.settings.clone())));
        }
        None => {}
    }
    effects.extend(waits.into_iter().reduce(f64::min).map(Effect::LookAgain));
    effects
}

/// Shows the findings that are due; returns the seconds after which the next one is.
fn pace(state: &mut State) -> Option<f64> {
    let rhythm = Rhythm {
        quiet: state.now.seconds - state.last_edit,
        caret: state.caret,
        wait: state.settings.wait,
    };
    let text = state.draft.text(state.draft.tab.as_deref()).to_owned();
    state.pace.keep(&state.report, &text, rhythm)
}

/// The seconds after which the words about saving change: soon at first, then once a minute.
fn saved_age(state: &State) -> Option<f64> {
    let Saved::AllSaved { at } = &state.saved else {
        return None;
    };
    let age = state.now.zoned.timestamp().as_second() - at.as_second();
    let steps = [2, 5, 10, 20, 30, 45, 60];
    let next = steps.into_iter().find(|step| *step > age);
    let left = next.map_or_else(|| 60 - age.rem_euclid(60), |step| step - age);
    (age < 3600 && !state.draft.is_blank()).then_some(left.max(1) as f64)
}

/// Keeps the draft as it stands.
fn keep(state: &mut State) -> Effect {
    state.draft.changed = state.now.zoned.timestamp().to_string();
    Effect::Keep(Box::new(state.draft.clone()))
}
