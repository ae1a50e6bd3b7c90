//! The people who speak: filled in, taken out, put back.
//!
//! Never: lets somebody else speak because an entry was changed.

use super::{keep, look};
use crate::app::action::Effect;
use crate::app::people_writer::PeopleChange;
use crate::app::state::State;
use crate::draft::{Speaker, YOURSELF};
use crate::guideline::Person;
use crate::store::new_person_id;

/// Somebody's entry was filled in. The first name a person gives makes their entry, and they speak.
pub(super) fn filled(state: &mut State, mut person: Person) -> Vec<Effect> {
    if person.name.trim().is_empty() {
        return Vec::new();
    }
    let is_unknown = state.person().is_none();
    let is_new = person.id.is_empty() || person.id == YOURSELF && is_unknown;
    if is_new {
        person.id = new_person_id(&person.name, state.library.people());
    }
    let is_speaker = is_new && is_unknown && state.draft.speaker != Speaker::Brand;
    state.last_person = Some(person.id.clone());
    state.library.know(person.clone());
    let put = PeopleChange::Put(Box::new(person.clone()));
    let mut effects = vec![ask(state, put)];
    if is_speaker {
        let speaker = match state.draft.speaker {
            Speaker::ForBrand(_) => Speaker::ForBrand(person.id),
            Speaker::Brand | Speaker::Personally(_) => Speaker::Personally(person.id),
        };
        state.settings.speaker = Some(speaker.clone());
        state.draft.speaker = speaker;
        effects.push(keep(state));
        effects.push(Effect::SaveSettings(Box::new(state.settings.clone())));
    }
    effects.extend(look(state));
    effects
}

/// Takes somebody out; drafts that they speak in wait for a speaker.
pub(super) fn remove(state: &mut State, id: &str) -> Vec<Effect> {
    state.last_person.take_if(|last| last == id);
    vec![ask(state, PeopleChange::Remove(id.to_owned()))]
}

/// Puts back whoever was taken out last.
pub(super) fn put_back(state: &mut State) -> Vec<Effect> {
    let Some(removed) = state.removed.take() else {
        return Vec::new();
    };
    state.last_person = Some(removed.person.id.clone());
    state.library.know(removed.person.clone());
    vec![ask(state, PeopleChange::PutBack(Box::new(removed)))]
}

/// Looks for a photo, once: until the answer comes nothing is said against it.
pub(super) fn look_for_photo(state: &mut State, photo: String) -> Vec<Effect> {
    state.photos.insert(photo.clone(), true);
    vec![Effect::FindPhoto(photo)]
}

/// Asks for a change of the file. What was found with the people before it is forgotten.
fn ask(state: &mut State, change: PeopleChange) -> Effect {
    state.people_asked += 1;
    state.in_use.memories.clear();
    Effect::People(change)
}
