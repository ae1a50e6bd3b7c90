//! `Thanks`: words that thank somebody.
//!
//! Never: takes a cause ("thanks to the rain") or a refusal ("no, thank you") for thanks.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, Sorted};
use crate::check::person::{handle_after, is_other, is_people, name_at};
use crate::check::tongue::phrases;
use crate::text::Span;

/// Finds thanks: "thank you", "many thanks", "we are grateful".
///
/// "Thanks to" counts when somebody follows: a name, a handle, "everyone who came". Left alone are
/// causes ("thanks to the new lamp"), refusals, advance thanks and thank-you cards. Its words are
/// English, with the most common ones of German, French and Spanish. It has no options.
///
/// ```ron
/// find: Thanks
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Thanks {}

/// What a phrase is.
const PLAIN: usize = 0;
const TO_SOMEBODY: usize = 1;
const NO_THANKS: usize = 2;

/// Its phrases, each with what it is.
fn sorted() -> impl Iterator<Item = (&'static str, usize)> {
    let lists = [
        (THANKS, PLAIN),
        (THANKS_TO, TO_SOMEBODY),
        (OTHERWISE, NO_THANKS),
    ];
    lists
        .into_iter()
        .flat_map(|(list, sort)| phrases(list).map(move |phrase| (phrase, sort)))
}

impl Kind for Thanks {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Sorted::own(sorted()))))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Sorted::shared(lists, sorted()))))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready(Sorted);

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = self.0.find(looking);
        found
            .into_iter()
            .filter(|(span, sort)| match *sort {
                PLAIN => true,
                TO_SOMEBODY => is_to_somebody(looking, *span),
                _ => false,
            })
            .map(|(span, _)| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}

/// Whether "thanks to" is followed by people, not by a cause.
fn is_to_somebody(looking: &Looking<'_>, thanks: Span) -> bool {
    if handle_after(looking, thanks.end).is_some() {
        return true;
    }
    let words = looking.tokens;
    let next = words.partition_point(|token| token.span.start < thanks.end);
    if let Some((name, _)) = name_at(looking.text(), words, next) {
        let is_acronym = name.of(looking.text()).chars().all(|c| !c.is_lowercase());
        return is_other(looking, name) && !is_acronym;
    }
    let word = |n: usize| {
        words
            .get(next + n)
            .map_or("", |token| token.folded.as_str())
    };
    let leads = matches!(
        word(0),
        "all"
            | "the"
            | "our"
            | "my"
            | "these"
            | "those"
            | "some"
            | "a"
            | "every"
            | "allen"
            | "unseren"
            | "tous"
            | "nos"
            | "todos"
            | "nuestros"
    );
    is_people(word(0)) || leads && (1..4).any(|n| is_people(word(n)))
}

const THANKS: &str = "
    thank you | thanks | thanks for | thanks again | thanks all | thanks everyone | many thanks
    big thanks | huge thanks | special thanks | warm thanks | a thousand thanks | we thank
    I thank | want to thank | like to thank | love to thank | must thank
    please join us in thanking | we're grateful | we are grateful | I'm grateful | I am grateful
    so grateful | very grateful | grateful to | grateful for | we appreciate | I appreciate
    appreciate you | appreciate your | much appreciated | hats off to | cheers for | thx
    thank u | danke | dankeschön | danke schön | vielen dank | herzlichen dank | besten dank
    tausend dank | dank euch | dank Ihnen | wir danken | ich danke | merci | merci beaucoup
    mille mercis | un grand merci | je vous remercie | nous vous remercions | nous remercions
    gracias | muchas gracias | mil gracias | os agradecemos | te agradecemos | agradecemos
";

const THANKS_TO: &str = "
    thanks to | many thanks to | big thanks to | huge thanks to | special thanks to
    warm thanks to | danke an | merci à | gracias a
";

const OTHERWISE: &str = "
    no thanks | no thanks to | no thank you | no, thanks | no, thank you | thanks but no thanks
    thanks, but no thanks | thanks for nothing | thank you for nothing | thank you in advance
    thanks in advance | many thanks in advance | thanking you in advance | thank you card
    thank you cards | thank you note | thank you notes | thank you page | thank you letter
    thank you letters | thank you email | thank you gift | thank you gifts | thank me later
    thank us later | thank you later | you will thank us | you'll thank us | nein danke
    nein, danke | danke, nein | non merci | non, merci | no gracias | no, gracias
    gracias a dios | we appreciate that | we thank you in advance | I appreciate that
    without thanks | vielen dank im voraus | danke im voraus
";
