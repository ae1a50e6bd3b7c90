//! The app itself: it drains what was asked for, then shows what there is.
//!
//! Never: more than that; `update` decides, panels show.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use egui::{Context, Ui};

use super::action::{Action, Effect, Event};
use super::effect::{
    World, dress, errand_runner, hold_clipboard, is_on_clipboard, save_settings, settings_writer,
};
use super::experiment::Experiments;
use super::people_writer::people_writer;
use super::state::{Now, State};
use super::update::clock::clock_notice;
use super::update::{drafts, keep_good, look_over, spelling, update, use_set, versions};
use super::view::View;
use super::{keys, panel, theme};
use crate::approval::Approval;
use crate::draft::Occasion;
use crate::store::{
    Drafts, Home, Ledger, Library, Notice, Saved, Settings, Watch, clock, learned, new_salt, watch,
};

/// The whole app.
pub struct Desk {
    state: State,
    view: View,
    world: World,
    pending: Vec<Action>,
    events: Receiver<Event>,
    /// Input that waits for the shortcut before it to be done.
    later: Vec<egui::Event>,
    /// Ends with the app.
    _watch: Option<Watch>,
}

impl Desk {
    /// Opens everything that `home` keeps: settings, sets, people, drafts, approvals.
    pub fn new(ctx: &Context, home: Home) -> Self {
        theme::install(ctx);
        let (send, events) = channel();
        let mut notices: Vec<Notice> = Vec::new();
        if let Err(fault) = home.prepare() {
            notices.push(unkept(&fault));
        }
        let (settings, notice) = Settings::load(&home);
        notices.extend(notice);
        let library = Library::load_from(&home, &settings.folders);
        dress(ctx, &settings);
        let (drafts, kept) = open_drafts(ctx, &home, &send, &mut notices);
        let (approvals, faults) = Ledger::at(&home).all();
        notices.extend(faults.iter().map(|fault| Notice {
            title: "The record of approvals needs a look.".to_owned(),
            detail: fault.to_string(),
            path: Some(fault.path.clone()),
        }));
        let watch = watch_files(ctx, &home, &settings, &send);
        let experiments = Experiments {
            learned: learned(&home),
            ..Experiments::default()
        };
        let known = Arc::new(Mutex::new(settings.clone()));
        let world = World {
            home: home.clone(),
            drafts,
            settings: settings_writer(ctx, &home, (&send, &known)),
            known,
            people: people_writer(ctx, &home, &send),
            errands: errand_runner(ctx, &send),
            events: send,
            copied: None,
        };
        let state = State {
            library,
            settings,
            approvals,
            experiments,
            notices,
            chance: new_salt().unwrap_or_default(),
            ..State::default()
        };
        let mut desk = Self {
            state,
            view: View::default(),
            world,
            pending: Vec::new(),
            events,
            later: Vec::new(),
            _watch: watch,
        };
        desk.begin(ctx, kept);
        desk
    }

    /// Puts the set to use and opens the draft that was open last, or a blank one.
    fn begin(&mut self, ctx: &Context, mut kept: Vec<crate::draft::Draft>) {
        let state = &mut self.state;
        state.now = Now {
            zoned: clock::now(),
            seconds: ctx.input(|input| input.time),
        };
        let chosen = use_set(&state.library, &state.settings.set).or_else(|reason| {
            // the choice stays: the set is used again as soon as its file can be read
            let file = format!("{}.ron", state.settings.set);
            let is_named = state
                .library
                .faults()
                .iter()
                .any(|fault| fault.path.ends_with(&file));
            if !is_named {
                let detail = format!("{reason}. Smart start stands in.");
                let title = "The set is not there.".to_owned();
                state.notices.push(Notice {
                    title,
                    detail,
                    path: None,
                });
            }
            use_set(&state.library, &Settings::default().set)
        });
        match chosen {
            Ok(in_use) => state.in_use = in_use,
            Err(reason) => state.notices.push(Notice {
                title: "No set is in use.".to_owned(),
                detail: reason,
                path: None,
            }),
        }
        kept.retain(|draft| !draft.is_blank());
        let written = kept.iter().map(|draft| draft.changed.as_str());
        let moments = written.chain(state.approvals.iter().map(Approval::at));
        let notice = clock_notice(moments, &state.now.zoned);
        state.notices.extend(notice);
        let open = kept.iter().position(|draft| !draft.heard.needs_none);
        state.draft = match open {
            Some(at) => kept.remove(at),
            None => drafts::blank(state),
        };
        if state.draft.platforms.is_empty() {
            state.draft.platforms = drafts::blank(state).platforms;
        }
        state.drafts = kept;
        let mut effects = drafts::shown(state);
        effects.extend(versions::keep_now(state, Occasion::Opened));
        effects.push(look_over(state));
        effects.push(keep_good(state));
        effects.extend(spelling::wanted(state));
        self.run(ctx, effects);
    }

    fn run(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            self.world.run(
                ctx,
                &mut self.view,
                &self.state.library,
                &self.state.settings,
                effect,
            );
        }
    }

    /// Notices another size of the window, apart from one that the system chose.
    fn measure(&mut self, ctx: &Context) {
        let viewport = ctx.input(|input| input.viewport().clone());
        let is_plain = viewport.maximized != Some(true) && viewport.fullscreen != Some(true);
        let Some(size) = viewport
            .inner_rect
            .map(|rect| rect.size())
            .filter(|_| is_plain)
        else {
            return;
        };
        // in points without the zoom of the app, as the window is made
        let size = (size * ctx.zoom_factor()).round();
        let known = self.state.settings.window;
        if known
            .is_none_or(|known| (known.0 - size.x).abs() > 1.0 || (known.1 - size.y).abs() > 1.0)
        {
            self.pending.push(Action::Resized(size.x, size.y));
        }
    }

    fn drain(&mut self, ctx: &Context) {
        let events: Vec<Action> = self.events.try_iter().map(Action::Event).collect();
        let asked: Vec<Action> = events
            .into_iter()
            .chain(self.pending.drain(..))
            .chain([Action::Tock])
            .collect();
        let now = Now {
            zoned: clock::now(),
            seconds: ctx.input(|input| input.time),
        };
        for action in asked {
            let effects = update(&mut self.state, action, &now);
            self.run(ctx, effects);
        }
    }
}

impl eframe::App for Desk {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut egui::RawInput) {
        let mut events = std::mem::take(&mut self.later);
        events.append(&mut raw.events);
        self.later = keys::after_shortcut(&mut events);
        raw.events = events;
        if !self.later.is_empty() {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.drain(ctx);
        self.measure(ctx);
        if let Some(drafts) = &self.world.drafts {
            let saved = drafts.state();
            if saved != self.state.saved {
                self.pending.push(Action::Event(Event::Saved(saved)));
                ctx.request_repaint();
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        keys::take(ui.ctx(), &self.state, &mut self.view, &mut self.pending);
        panel::window_ui(ui, &self.state, &mut self.view, &mut self.pending);
        if !self.pending.is_empty() {
            // what was asked for is shown in the same frame: eframe drains before the next pass
            ui.ctx().request_discard("something was asked for");
            ui.ctx().request_repaint();
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(drafts) = &self.world.drafts {
            drafts.flush();
        }
        let (settings, world) = (&self.state.settings, &self.world);
        if let Err(fault) = save_settings(settings, &world.known, &world.home) {
            log::warn!("the settings are not saved: {fault}");
        }
        if let Some(text) = self
            .world
            .copied
            .as_ref()
            .filter(|text| is_on_clipboard(text))
        {
            hold_clipboard(text);
        }
    }
}

fn unkept(fault: &dyn std::error::Error) -> Notice {
    let title = "Your text is not being saved.".to_owned();
    Notice {
        title,
        detail: format!("{fault}. Copy it before you close the window."),
        path: None,
    }
}

fn open_drafts(
    ctx: &Context,
    home: &Home,
    send: &std::sync::mpsc::Sender<Event>,
    notices: &mut Vec<Notice>,
) -> (Option<Drafts>, Vec<crate::draft::Draft>) {
    let wake = ctx.clone();
    match Drafts::open(home, Box::new(move || wake.request_repaint())) {
        Ok((drafts, kept, told)) => {
            notices.extend(told);
            (Some(drafts), kept)
        }
        Err(fault) => {
            notices.push(unkept(&fault));
            let failed = Saved::Failed {
                reason: fault.to_string(),
            };
            _ = send.send(Event::Saved(failed));
            (None, Vec::new())
        }
    }
}

fn watch_files(
    ctx: &Context,
    home: &Home,
    settings: &Settings,
    send: &std::sync::mpsc::Sender<Event>,
) -> Option<Watch> {
    let (ctx, send) = (ctx.clone(), send.clone());
    let on_change = move || {
        // a closed window needs no news
        _ = send.send(Event::FilesChanged);
        ctx.request_repaint();
    };
    watch(home, &settings.folders, on_change)
        .inspect_err(|fault| log::warn!("changes on disk will not be noticed: {fault}"))
        .ok()
}
