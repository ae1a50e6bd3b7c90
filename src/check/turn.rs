//! Which rules of a set look at a post.
//!
//! Never: asks whether a rule applies to the post; that is the rule's own `when`.

/// Which rules have their turn.
#[derive(Clone, Copy, Debug, Default)]
pub enum Turn<'a> {
    /// All.
    #[default]
    All,
    /// All but these, which somebody else looks with.
    But(&'a [String]),
    /// These alone.
    Only(&'a [String]),
}

/// The rules that look, by their ids.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules<'a> {
    /// Those that rest, because they took too long before: they find nothing, and the report names
    /// them as paused.
    pub resting: &'a [String],
    /// Those that have their turn; the others are not named.
    pub turn: Turn<'a>,
}

impl Rules<'_> {
    /// Whether a rule has its turn.
    pub(super) fn have_turn(&self, id: &String) -> bool {
        match self.turn {
            Turn::All => true,
            Turn::But(others) => !others.contains(id),
            Turn::Only(these) => these.contains(id),
        }
    }
}
