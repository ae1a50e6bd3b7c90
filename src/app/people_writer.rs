//! Changes of `people.ron`, one after the other, on a thread of its own.
//!
//! Never: lets a later change be overtaken by an earlier one.

use std::sync::mpsc::{Sender, channel};

use egui::Context;

use super::action::Event;
use super::effect::told;
use crate::guideline::Person;
use crate::store::{Home, Removed, StoreFault, put_back, put_person, remove_person};

/// One change of `people.ron`.
#[derive(Clone, Debug)]
pub(super) enum PeopleChange {
    /// Somebody's entry is to be like this.
    Put(Box<Person>),
    /// The person with this id is to go.
    Remove(String),
    /// Somebody who went is to come back.
    PutBack(Box<Removed>),
}

/// Writes changes as they come, on a thread that ends with the window.
pub(super) fn people_writer(
    ctx: &Context,
    home: &Home,
    events: &Sender<Event>,
) -> Sender<PeopleChange> {
    let (send, receive) = channel::<PeopleChange>();
    let (ctx, home, events) = (ctx.clone(), home.clone(), events.clone());
    std::thread::spawn(move || {
        while let Ok(first) = receive.recv() {
            // the file is read again once all that is asked for is in it
            let mut n_written = 0;
            for change in std::iter::once(first).chain(receive.try_iter()) {
                n_written += 1;
                if let Some(event) = answer(&home, change) {
                    // a closed window needs no news
                    _ = events.send(event);
                }
            }
            _ = events.send(Event::PeopleWritten(n_written));
            _ = events.send(Event::FilesChanged);
            ctx.request_repaint();
        }
    });
    send
}

fn answer(home: &Home, change: PeopleChange) -> Option<Event> {
    let not = |title: &str, fault: &StoreFault| Some(told(title, fault));
    match change {
        PeopleChange::Put(person) => match put_person(home, &person) {
            Ok(()) => None,
            Err(fault) => not("The person is not saved.", &fault),
        },
        PeopleChange::Remove(id) => match remove_person(home, &id) {
            Ok(removed) => Some(Event::PersonRemoved(Box::new(removed))),
            Err(fault) => not("The person stays.", &fault),
        },
        PeopleChange::PutBack(removed) => match put_back(home, &removed) {
            Ok(()) => None,
            Err(fault) => not("The person is not back.", &fault),
        },
    }
}
