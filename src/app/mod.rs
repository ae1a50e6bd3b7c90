//! The window. Data flows one way: panels show the state and ask for actions, `update` changes the
//! state and asks for effects, the world answers with events.
//!
//! Never: counts, checks, signs or approves by itself; the core does.

mod action;
mod afterwards;
mod background;
mod command;
mod desk;
mod dialogs;
mod effect;
mod errand;
mod experiment;
mod keys;
mod news;
mod pace;
mod panel;
mod pause;
mod people_writer;
mod person_form;
mod platform_form;
mod platform_writer;
mod platforms;
mod reply;
mod side;
mod spelling;
mod start;
mod state;
mod theme;
mod update;
mod view;
mod voice;
mod widget;

pub use desk::Desk;
pub use start::{HOLD_CLIPBOARD, hold, run};
