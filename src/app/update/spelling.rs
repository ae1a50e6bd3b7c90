//! Spelling: the words that are marked, what they may have been meant to be, words that are learnt.
//!
//! Never: changes a word that nobody asked about.

use std::sync::Arc;

use super::{drafts, say};
use crate::app::action::{Effect, Place};
use crate::app::spelling::AskedWord;
use crate::app::state::State;
use crate::check::{Dictionary, OwnWords};
use crate::store::SpellingChoice;
use crate::text::Span;

/// Judges the words of the open text; what has not changed since keeps its verdict.
pub(super) fn look(state: &mut State) {
    let text = state.draft.text(state.draft.tab.as_deref());
    state.proof.misspelt = state.proof.judge.misspelt(text);
}

/// A dictionary is there.
pub(super) fn take_dictionary(state: &mut State, dictionary: Arc<Dictionary>) -> Vec<Effect> {
    if state.settings.spelling == SpellingChoice::On {
        state.proof.judge.use_dictionary(Some(dictionary));
        learn(state);
    }
    Vec::new()
}

/// Takes the words of the set, the people and the writer for right.
pub(super) fn learn(state: &mut State) {
    let mut own = OwnWords::of(&state.in_use.opened.active, state.library.people());
    state.library.words().iter().for_each(|word| own.add(word));
    state.proof.judge.use_own(own);
    look(state);
}

/// Asks about the misspelt word at the caret, or about the next one behind it.
pub(super) fn ask_here(state: &mut State) -> Vec<Effect> {
    let caret = state.draft.caret.0;
    let next = || {
        let spans = &state.proof.misspelt;
        let behind = spans.iter().find(|span| span.start >= caret);
        behind.or_else(|| spans.first()).copied()
    };
    let Some(span) = state.proof.at(caret).or_else(next) else {
        let is_ready = state.proof.judge.dictionary().is_some();
        let words = match state.settings.spelling {
            SpellingChoice::On if is_ready => "No word looks misspelt",
            SpellingChoice::On => "The dictionary is on its way",
            SpellingChoice::Off => "Spelling is off",
        };
        say(state, words, "");
        return Vec::new();
    };
    state.draft.caret = (span.end, span.start);
    let mut effects = vec![Effect::PutCaret(state.draft.caret)];
    effects.extend(ask(state, span));
    effects.push(Effect::Reveal(Place::Spelling(true)));
    effects
}

/// Asks about the word under the pointer.
pub(super) fn ask_there(state: &mut State, span: Span) -> Vec<Effect> {
    let mut effects: Vec<Effect> = ask(state, span).into_iter().collect();
    effects.push(Effect::Reveal(Place::Spelling(false)));
    effects
}

fn ask(state: &mut State, span: Span) -> Option<Effect> {
    let word = span.of(state.text()).to_owned();
    state.proof.is_writing = false;
    state.proof.asked = Some(AskedWord {
        span,
        word: word.clone(),
        suggestions: None,
    });
    let dictionary = Arc::clone(state.proof.judge.dictionary()?);
    Some(Effect::Suggest(dictionary, word))
}

/// The dictionary's suggestions for a word are there.
pub(super) fn suggested(state: &mut State, word: &str, words: &[String]) -> Vec<Effect> {
    let text = state.draft.text(state.draft.tab.as_deref());
    let suggestions = state.proof.judge.suggestions(word, words, text);
    if let Some(asked) = state
        .proof
        .asked
        .as_mut()
        .filter(|asked| asked.word == word)
    {
        asked.suggestions = Some(suggestions);
    }
    Vec::new()
}

/// Writes the word that was asked about in another way; one undo brings it back.
pub(super) fn respell(state: &mut State, with: &str) -> Vec<Effect> {
    let text = state.text().to_owned();
    let Some(asked) = state.proof.asked.take() else {
        return Vec::new();
    };
    if asked.span.of(&text) != asked.word {
        return Vec::new();
    }
    let before = Span::new(0, asked.span.start).of(&text);
    let after = Span::new(asked.span.end, text.len()).of(&text);
    let end = asked.span.start + with.len();
    let text = format!("{before}{with}{after}");
    let effects = drafts::rewritten(state, text, end);
    state.proof.is_writing = false;
    effects
}

/// The word that was asked about is right from now on, in every draft.
pub(super) fn add_word(state: &mut State) -> Vec<Effect> {
    let Some(asked) = state.proof.asked.take() else {
        return Vec::new();
    };
    state.proof.judge.learn(&asked.word);
    look(state);
    say(state, "In your words", &format!("  ·  {}", asked.word));
    state.draft.caret = (asked.span.end, asked.span.end);
    vec![
        Effect::PutCaret(state.draft.caret),
        Effect::AddWord(asked.word),
    ]
}

/// Marks misspelt words, or no longer.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    let (choice, words) = match state.settings.spelling {
        SpellingChoice::On => (SpellingChoice::Off, "Spelling is off"),
        SpellingChoice::Off => (SpellingChoice::On, "Spelling is on"),
    };
    state.settings.spelling = choice;
    state.proof.judge.use_dictionary(None);
    look(state);
    say(state, words, "");
    let mut effects = vec![Effect::SaveSettings(Box::new(state.settings.clone()))];
    effects.extend(wanted(state));
    effects
}

/// Asks for the dictionary, if one is wanted.
pub(in crate::app) fn wanted(state: &State) -> Option<Effect> {
    let language = state.settings.language.clone();
    (state.settings.spelling == SpellingChoice::On).then_some(Effect::LoadDictionary(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::{Action, Event};
    use crate::app::state::Now;
    use crate::app::update::update;

    fn now(seconds: f64) -> Now {
        Now {
            seconds,
            ..Now::default()
        }
    }

    /// A state that knows two words, after a text was typed up to its end.
    fn typed(text: &str) -> State {
        let mut state = State::default();
        let dictionary = Dictionary::new("en", "SET UTF-8", "2\ngood\nword\n").unwrap();
        let ready = Action::Event(Event::Dictionary(Arc::new(dictionary)));
        update(&mut state, ready, &now(0.0));
        types(&mut state, text, text.len(), 1.0);
        state
    }

    fn types(state: &mut State, text: &str, caret: usize, seconds: f64) {
        update(state, Action::TextEdited(text.to_owned()), &now(seconds));
        moves(state, caret, seconds);
    }

    fn moves(state: &mut State, caret: usize, seconds: f64) {
        let moved = Action::CaretMoved(Some((caret, caret)));
        update(state, moved, &now(seconds));
    }

    fn marked(state: &State) -> Vec<&str> {
        let spans = state.proof.marked(state.caret);
        spans.iter().map(|span| span.of(state.text())).collect()
    }

    #[test]
    fn a_word_is_marked_once_it_is_left() {
        let mut state = typed("good wrod");
        assert!(marked(&state).is_empty(), "it is being written");
        types(&mut state, "good wrodd", 10, 2.0);
        assert!(marked(&state).is_empty());
        types(&mut state, "good wrodd ", 11, 3.0);
        assert_eq!(marked(&state), ["wrodd"]);
        moves(&mut state, 7, 4.0);
        assert_eq!(marked(&state), ["wrodd"], "a caret alone hides nothing");
        types(&mut state, "good wrdd ", 7, 5.0);
        assert!(marked(&state).is_empty(), "it is written again");
        moves(&mut state, 2, 6.0);
        assert_eq!(marked(&state), ["wrdd"]);
        types(&mut state, "good word ", 8, 7.0);
        assert!(marked(&state).is_empty());
        update(&mut state, Action::TextEdited("wrod".to_owned()), &now(8.0));
        update(&mut state, Action::CaretMoved(None), &now(9.0));
        assert_eq!(marked(&state), ["wrod"], "the keyboard is elsewhere");
    }

    #[test]
    fn a_word_that_changed_meanwhile_is_not_replaced() {
        let mut state = typed("good wrod, good wrod ");
        ask_there(&mut state, Span::new(5, 9));
        suggested(&mut state, "wrod", &["word".to_owned()]);
        let asked = state.proof.asked.clone().unwrap();
        assert_eq!(asked.suggestions, Some(vec!["word".to_owned()]));
        types(&mut state, "a good wrod, good wrod ", 1, 2.0);
        state.proof.asked = Some(asked);
        assert!(respell(&mut state, "word").is_empty());
        assert_eq!(state.text(), "a good wrod, good wrod ");
        ask_there(&mut state, Span::new(18, 22));
        respell(&mut state, "word");
        assert_eq!(state.text(), "a good wrod, good word ");
        assert_eq!(state.draft.caret, (22, 22));
    }
}
