//! `OwnNames`: the names of the organisation and its products.
//!
//! Never: knows a name that stands outside the set's `own`.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};

/// Finds the names and products that the set lists under `own`, in any case.
///
/// A rule that names them itself would have to be written anew for every organisation; with
/// [`Near`](super::Near) or [`FirstThen`](super::FirstThen) this one serves all. In a set without
/// names there is nothing to find. It has no options.
///
/// ```ron
/// find: Near(a: OwnNames, b: AnyOf(["love", "the best"]), words: 6)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct OwnNames {}

impl Kind for OwnNames {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let names = looking.own_names.iter();
        names
            .map(|span| Match {
                span: *span,
                ..Match::default()
            })
            .collect()
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        let own = &looking.head.own;
        !own.names.is_empty() || !own.products.is_empty()
    }
}
