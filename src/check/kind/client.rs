//! `Client`: somebody we work for, who may not want to be named.
//!
//! Never: names a client who did not agree in what it says; the words stay in the text.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match};
use crate::check::cues::{Cue, Cues, by_sentence};
use crate::check::names::KeptNames;
use crate::check::person::{is_other, name_at};
use crate::check::tongue::{Words, set};
use crate::text::{Span, fold};

/// Finds the clients of the set who did not agree to be named (`clients` with `consent: false`), in
/// any form: possessive, hashtag, `NordhafenAG`, in any case.
///
/// With `unlisted` it finds wording that names others: "our client Contoso", "on behalf of Contoso",
/// "we signed Contoso", "churned clients"; not clients who agreed, the set's own names, people of
/// `people.ron`, places of a client ("our client area") or sport. Its words are English with a few of
/// German, French and Spanish.
///
/// ```ron
/// find: Client(unlisted: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Client {
    /// Whether to look for wording about clients on no list, instead of those that are listed.
    pub unlisted: bool,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Sort {
    /// The name of a client follows.
    Names,
    /// The name of somebody follows, who may be a client.
    Signs,
    /// It says enough by itself.
    Says,
    /// The sentence is about sport or music, where people are signed.
    Plays,
}

const SORTS: [(Sort, &str); 4] = [
    (
        Sort::Names,
        "our client|our clients|my client|new client|our newest client|our biggest client|our largest client
        our key account|a client|client|for our client|on behalf of|on behalf of our client|unser kunde
        unseren kunden|unserem kunden|unser mandant|unsere mandantin|im auftrag von|im namen von
        notre client|pour le compte de|nuestro cliente|en nombre de|por cuenta de",
    ),
    (
        Sort::Signs,
        "we signed|we've signed|we have signed|just signed|we just signed|we have just signed|finally signed
        we landed|we've landed|we just landed|we have landed|we onboarded|we've onboarded|we won over
        signed a contract with|signed a deal with|signed an nda with|nda with|won the contract with
        closed the deal with|closed a deal with|wir haben als kunden gewonnen|vertrag mit|contrat avec|contrato con",
    ),
    (
        Sort::Says,
        "churned clients|churned client|churned customers|churned customer|churned accounts|lost clients
        clients who left|clients we lost|client list|customer list|list of clients|list of customers
        our client's case|our client's matter|our client's account|client data|client's data
        kundenliste|mandantenliste|liste des clients|liste de clients|lista de clientes",
    ),
    (
        Sort::Plays,
        "club|striker|midfielder|goalkeeper|defender|player|players|season|league|squad|captain|album|label
        band|record|transfer|contract until|coach|match|forward|winger|copies|copy|book|books|petition",
    ),
];

impl Client {
    fn with(&self, cues: Cues<Sort>) -> Box<dyn Finder> {
        Box::new(Ready {
            cues,
            unlisted: self.unlisted,
            names: KeptNames::default(),
        })
    }
}

impl Kind for Client {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Cues::new(&SORTS, None)))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let lists = self.unlisted.then_some(lists);
        Ok(self.with(Cues::new(&SORTS, lists)))
    }

    fn may_be_reasoned(&self) -> bool {
        true
    }
}

struct Ready {
    cues: Cues<Sort>,
    unlisted: bool,
    names: KeptNames,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = if self.unlisted {
            self.worded(looking)
        } else {
            let clients = || {
                let all = looking.head.clients.iter();
                let silent = all.filter(|client| !client.consent);
                silent.map(|client| client.name.as_str()).collect()
            };
            self.names.find(looking, &clients)
        };
        let one = |span| Match {
            span,
            ..Match::default()
        };
        found.into_iter().map(one).collect()
    }
}

impl Ready {
    fn worded(&self, looking: &Looking<'_>) -> Vec<Span> {
        let cues = self.cues.find(looking);
        let mut out: Vec<Span> = Vec::new();
        for (_, cues) in by_sentence(looking.sentences, &cues) {
            // people are signed in sport and music
            let is_played = cues.iter().any(|cue| cue.sort == Sort::Plays);
            for cue in cues {
                let found = match cue.sort {
                    Sort::Says => Some(cue.span),
                    Sort::Names => named(looking, cue),
                    Sort::Signs if !is_played => named(looking, cue),
                    Sort::Signs | Sort::Plays => None,
                };
                let is_next = |span: &Span| out.last().is_none_or(|last| !last.overlaps(*span));
                let found = found.filter(is_next);
                out.extend(found);
            }
        }
        out
    }
}

/// The wording with the name behind it; none for a name that may be said.
fn named(looking: &Looking<'_>, cue: &Cue<Sort>) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens);
    let next = words.partition_point(|token| token.span.start < cue.span.end);
    let gap = Span::new(cue.span.end, words.get(next)?.span.start).of(text);
    let (name, _) = name_at(text, words, next)?;
    let first = words.get(next)?.folded.as_str();
    let first = first.strip_suffix("'s").unwrap_or(first);
    let is_near = matches!(gap, " " | ", " | ": " | " – " | " @" | " #" | "\u{a0}");
    let is_place = PLACES.contains(first);
    let may_be_named = may_be_named(looking, name);
    (is_near && !is_place && !may_be_named && is_other(looking, name)).then(|| cue.span.join(name))
}

/// Whether it is a client who agreed, or somebody of ours.
fn may_be_named(looking: &Looking<'_>, name: Span) -> bool {
    let name = fold(name.of(looking.text()));
    let name = name.strip_suffix("'s").unwrap_or(&name);
    let agreed = looking.head.clients.iter().filter(|client| client.consent);
    let people = looking.post.voice.people.iter();
    agreed
        .map(|client| fold(&client.name))
        .any(|known| known.starts_with(name) || name.starts_with(&known))
        || people
            .map(|person| fold(&person.name))
            .any(|known| known.starts_with(name))
}

/// What stands behind "our client" and is no name.
static PLACES: LazyLock<Words> = LazyLock::new(|| {
    set(
        "area services service portal team teams success care support manager managers relations day
        login advisory centre center experience stories story app hub side server library api area's
        satisfaction survey feedback base list data executive partner partners journey onboarding
        meeting lunch monday everyone all parents residents ireland england scotland wales")
});
