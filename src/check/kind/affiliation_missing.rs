//! `AffiliationMissing`: somebody speaks personally about their company and does not say so.
//!
//! Never: speaks up about pay or working conditions, or about anything that is not the company's.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::affiliation::{is_personal, named, said};
use crate::check::conditions::is_about_conditions;
use crate::check::disclosure::{Wording, fix, readable};

/// Finds the first place at which a person who speaks personally names their company, what it makes
/// or its trade, in a text that nowhere says that they work there.
///
/// What is theirs: `own` of the set (names, products, handles, domains, `industry`), its
/// `competitors`, and the company of the person's entry. Saying so takes words ("I work at",
/// "my team", in a dozen languages) or a tag that cannot be misread (`#ad`); tags such as `#partner`,
/// a signature and a profile do not count. Silent about pay and working conditions, for a person
/// without a name, and for everybody who does not speak personally. The fix begins the text with the
/// words of `say`: by region (`UK`), by language (`de`), and under `""` for all others.
///
/// ```ron
/// find: AffiliationMissing(say: {"": "I work at {company}.", "UK": "Ad: I work at {company}."})
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct AffiliationMissing {
    /// What the fix says.
    pub say: Wording,
}

impl Kind for AffiliationMissing {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        readable(&self.say)?;
        Ok(Box::new(self.clone()))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for AffiliationMissing {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if !is_personal(looking) {
            return Vec::new();
        }
        let Some(span) = named(looking) else {
            return Vec::new();
        };
        if !said(looking).is_empty() || is_about_conditions(looking) {
            return Vec::new();
        }
        vec![Match {
            span,
            fixes: fix(looking, &self.say).into_iter().collect(),
            ..Match::default()
        }]
    }
}
