//! All platforms: the shipped table with a user's and a set's changes laid over it.
//!
//! Never: reads a file; it is handed the text of one.

use super::{HandleRule, Platform, PlatformChange, TemplateFault, template_fault};

/// All platforms, in the table's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Platforms {
    entries: Vec<Platform>,
}

/// Why an entry of a platform table was not used.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TableFault {
    /// A limit of 0 fits nothing.
    #[error(
        "platform {id:?} has a limit of 0, so the limit stays as it was; write how much fits, as in `limit: 500`, or leave `limit` out"
    )]
    NoRoom {
        /// Which one.
        id: String,
    },
    /// A template that cannot be filled in.
    #[error("the template of platform {id:?} is left out: {fault}")]
    Template {
        /// Which one.
        id: String,
        /// Why.
        fault: TemplateFault,
    },
    /// An entry without an id.
    #[error("a platform needs an id, as in `id: \"allotment-forum\"`")]
    NoId,
}

impl TableFault {
    /// The field that it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoRoom { .. } => "limit",
            Self::Template { .. } => "template",
            Self::NoId => "id",
        }
    }
}

impl Platforms {
    /// Makes a table of whole entries.
    pub fn new(entries: Vec<Platform>) -> Self {
        let mut table = Self { entries };
        for at in 0..table.entries.len() {
            table.share_handle_rule(at);
        }
        table
    }

    /// A field (`reddit/comment`) without a rule for handles has that of its platform.
    fn share_handle_rule(&mut self, at: usize) {
        let entry = self.entries.get(at).filter(|entry| entry.handle.is_none());
        let rule = entry.and_then(|entry| self.handle_rule(&entry.id)).cloned();
        if let Some(entry) = self.entries.get_mut(at).filter(|_| rule.is_some()) {
            entry.handle = rule;
        }
    }

    /// Finds a platform or field by its id.
    pub fn get(&self, id: &str) -> Option<&Platform> {
        self.entries.iter().find(|platform| platform.id == id)
    }

    /// What handles on a platform look like; a field goes by the rule of its platform.
    pub fn handle_rule(&self, id: &str) -> Option<&HandleRule> {
        let family = id.split('/').next().unwrap_or(id);
        let of = |id: &str| self.get(id).and_then(|platform| platform.handle.as_ref());
        of(family).or_else(|| of(id))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Platform> {
        self.entries.iter()
    }

    /// Their ids, as a sentence can list them.
    pub fn ids(&self) -> Vec<&str> {
        self.entries
            .iter()
            .map(|platform| platform.id.as_str())
            .collect()
    }

    /// The id that was probably meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        let distance = |other: &str| strsim::damerau_levenshtein(id, other);
        self.ids()
            .into_iter()
            .map(|other| (distance(other), other))
            .filter(|(n, _)| *n <= 2)
            .min()
            .map(|(_, other)| other)
    }

    /// Lays a change over the table: fields that it names replace those of the entry with its id; an
    /// id that is not there yet becomes a new platform.
    /// A limit of 0 or a template that cannot be filled in is left out, and named; the rest of the
    /// change stands.
    pub fn lay(&mut self, mut change: PlatformChange) -> Result<(), TableFault> {
        if change.id.trim().is_empty() {
            return Err(TableFault::NoId);
        }
        let no_room = (change.limit.take_if(|limit| *limit == 0)).map(|_| TableFault::NoRoom {
            id: change.id.clone(),
        });
        let odd = change.template.as_deref().and_then(template_fault);
        let odd = odd.map(|fault| TableFault::Template {
            id: change.id.clone(),
            fault,
        });
        change.template.take_if(|_| odd.is_some());
        let at = self
            .entries
            .iter()
            .position(|platform| platform.id == change.id)
            .unwrap_or_else(|| {
                let name = change.id.clone();
                self.entries.push(Platform {
                    id: change.id.clone(),
                    name,
                    ..Platform::default()
                });
                self.entries.len() - 1
            });
        if let Some(entry) = self.entries.get_mut(at) {
            entry.take(change);
        }
        self.share_handle_rule(at);
        no_room.or(odd).map_or(Ok(()), Err)
    }
}
