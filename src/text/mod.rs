//! Words about text: where things are in it, and what they are.
//!
//! Never: knows a platform, a brand or a rule. Every offset is in UTF-8 bytes of the text as given.

mod bare;
mod clean;
mod entity;
mod kebab;
mod language;
mod line;
mod list;
mod patch;
mod phrase;
mod phrase_map;
mod segment;
mod sentence;
mod sought;
mod span;
mod token;
mod unseen;

pub use bare::Bare;
pub use clean::{Cleaned, for_clipboard, places_in_source, with_lf};
pub use entity::{Entity, EntityKind, entities};
pub use kebab::kebab;
pub use language::{Lang, language, may_be_in};
pub use line::one_line;
pub use list::items;
pub use patch::Patch;
pub use phrase::Phrase;
pub use phrase_map::{Hit, Hits, PhraseMap, longest};
pub use segment::{
    first_sentence, graphemes, last_sentence, n_graphemes, n_words, paragraphs, sentences,
    word_bounds, words,
};
pub use sought::sought;
pub use span::Span;
pub use token::{Token, fold, tokens};
pub use unseen::{decoded, hidden_name, is_hidden, visible};
