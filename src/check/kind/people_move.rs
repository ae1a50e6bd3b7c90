//! `PeopleMove`: somebody leaves, or joins, and perhaps nobody has been told yet.
//!
//! Never: takes a new shop, a guest on a stage or an anniversary for a move.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cue, Cues, by_sentence, first};
use crate::check::person::name_at;
use crate::text::{Span, fold};

/// Finds, in one sentence, a person of `people.ron` (whole name or first name) or a title ("our CFO",
/// "head of finance") with words of leaving or joining; and "sorry to see Maria go" whoever Maria is.
///
/// Left alone: guests ("Asha joins us on stage"), anniversaries ("joined five years ago"), what
/// somebody leaves or retires that is no post ("left a note"), jobs that are open, and new people who
/// are introduced. Its words are English, German, French and Spanish. It has no options.
///
/// ```ron
/// find: PeopleMove
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct PeopleMove {}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    /// Leaving or joining, whatever follows.
    Moves,
    /// Leaving, if it is a post that is left.
    Leaves,
    /// Joining, unless it is for an hour.
    Joins,
    /// A post, a team, a time, behind a word for leaving.
    Post,
    /// A title that few have.
    Title,
    /// Words of farewell, with a name behind them.
    Farewell,
    /// An hour together, or a day to look back.
    Else,
}

const SORTS: [(Sort, &str); 7] = [
    (
        Sort::Moves,
        "move on|moves on|moving on|moved on|step down|steps down|stepping down|stepped down|resign|resigns|resigned
        resigning|resignation|retire|retires|retiring|retired|retirement|last day|final day|last week with us|farewell
        parting ways|part ways|parted ways|departs|departing|departure|departure of|successor|successor to|takes over as
        taking over as|take over as|will replace|replaces|replacing|to replace|was fired|is fired|been fired
        laid off|let go|was sacked|handed in|hands in|gave notice|given notice|appointed|promoted to|hired as
        is out as|ousted|poached|new role at|new job at|quit|quits|quitting|say goodbye to|saying goodbye to
        verlässt|hat gekündigt|kündigt|tritt zurück|rücktritt|zurückgetreten|abschied|nachfolger|nachfolgerin
        letzter tag|in den ruhestand|in rente|wird neuer|wird neue|ernannt|berufen|ausgeschieden|scheidet aus
        quitte|démissionne|démission|démissionné|départ|prend sa retraite|succède à|successeur|nommé|nommée
        dimite|dimitió|renuncia|dimisión|se jubila|sucesor|sucesora|nombrado|nombrada|despedido|despedida",
    ),
    (
        Sort::Leaves,
        "leave|leaves|left|leaving|is leaving|has left|going to leave|will leave|geht|deja|se va|part|wechselt|exit|exits",
    ),
    (
        Sort::Joins,
        "join|joins|joining|joined|will join|is joining|has joined|rejoins|comes on board|coming on board|starts as
        will start as|kommt zu uns|stößt zu uns|fängt an|rejoint|se une|se incorpora",
    ),
    (
        Sort::Post,
        "us|the company|the firm|the team|our team|the board|our board|the role|her role|his role|their role|the post|her post
        his post|her job|his job|their job|the organisation|the organization|the business|the office
        for a competitor|for the competition|for good|at the end of|end of the month|next month|this month|next week
        this week|in january|in february|in march|in april|in may|in june|in july|in august
        in september|in october|in november|in december|after years|after a decade|to join|to start|to pursue
        to spend more time|by the end of|die firma|das unternehmen|das haus|uns|l'entreprise|la société|nous
        la empresa|la compañía|the group|the agency|the practice|the partnership|effective",
    ),
    (
        Sort::Title,
        "cfo|ceo|coo|cto|cmo|cio|ciso|cpo|chro|our managing director|the managing director|new managing director
        chief executive|chief executive officer|chief financial officer|chief operating officer
        chief technology officer|chief marketing officer|chief people officer|finance director|general counsel
        head of|vice president|vp of|our director|our chair|our chairman|our chairwoman|our founder|our co-founder
        board member|our partner|senior partner|managing partner|our president|our editor|editor-in-chief
        finanzchef|finanzchefin|vorstand|vorständin|geschäftsführer|geschäftsführerin|vorstandschef
        betriebsleiter|directeur général|directrice générale|directeur financier|directrice financière|pdg
        director general|directora general|director financiero|directora financiera|consejero delegado",
    ),
    (
        Sort::Farewell,
        "sorry to see|sad to see|sad to lose|sorry to lose|goodbye to|farewell to|say goodbye to|saying goodbye to",
    ),
    (
        Sort::Else,
        "years ago|year ago|anniversary|years since|years with us|birthday|years at|on stage|panel|podcast|webinar
        livestream|live stream|q&a|session|workshop|discussion|conversation|talk|talks|a call|the call|interview
        race|run|marathon|walk|hike|hunt|tour|visit|for lunch|for dinner|for coffee|for a chat|live at|meetup
        conference|comment|a note|the meeting|a message|a review|their keys|the keys|comments|we are hiring
        we're hiring|is hiring|are you our|vacancy|apply|on leave|parental leave|maternity leave|paternity leave
        sick leave|annual leave|old server|the old|film|movie|novel|jahren|jubiläum|il y a|ans chez|hace|aniversario
        birthday party|leave no|leave it|leave a|leaves a|left a|leave your|leave room|leave the house|left over
        left behind|left side|left hand|left door|turn left|to the left|on the left|job title|how to|guide to|tips",
    ),
];

impl Kind for PeopleMove {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            cues: Cues::new(&SORTS, None),
        }))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            cues: Cues::new(&SORTS, Some(lists)),
        }))
    }

    /// Who is in `people.ron` has a say in it.
    fn reach(&self) -> Reach {
        Reach::Post
    }
}

struct Ready {
    cues: Cues<Sort>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let cues = self.cues.find(looking);
        let found = by_sentence(looking.sentences, &cues).filter_map(|(sentence, cues)| {
            let farewell = farewell(looking, cues);
            let span = farewell.or_else(|| moved(looking, sentence, cues))?;
            Some(Match {
                span,
                ..Match::default()
            })
        });
        found.collect()
    }
}

/// "Sorry to see Maria move on."
fn farewell(looking: &Looking<'_>, cues: &[Cue<Sort>]) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens);
    let farewells = cues.iter().filter(|cue| cue.sort == Sort::Farewell);
    farewells.into_iter().find_map(|cue| {
        let next = words.partition_point(|token| token.span.start < cue.span.end);
        let (name, n_words) = name_at(text, words, next)?;
        let words_of_it = cue.span.of(text).to_lowercase();
        let verb = words.get(next + n_words);
        let is_verb = verb.is_some_and(|token| {
            matches!(
                token.folded.as_str(),
                "go" | "leave" | "move" | "depart" | "leaving" | "going" | "moving" | "retire"
            )
        });
        let is_lost = words_of_it.ends_with("lose")
            || words_of_it.ends_with("to") && is_of_ours(looking, name);
        let end = verb.filter(|_| is_verb).map_or(name, |token| token.span);
        (is_verb || is_lost).then(|| cue.span.join(name).join(end))
    })
}

/// Who moves, with the words for it.
fn moved(looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>]) -> Option<Span> {
    let has = |sort: Sort| cues.iter().any(|cue| cue.sort == sort);
    let moves = [Sort::Moves, Sort::Leaves, Sort::Joins];
    if has(Sort::Else) || !cues.iter().any(|cue| moves.contains(&cue.sort)) {
        return None;
    }
    let who = of_ours_in(looking, sentence).or_else(|| first(cues, Sort::Title))?;
    let how = cues.iter().find(|cue| match cue.sort {
        Sort::Moves | Sort::Joins => true,
        Sort::Leaves => leaves_post(looking, sentence, cues, cue.span),
        Sort::Post | Sort::Title | Sort::Farewell | Sort::Else => false,
    })?;
    Some(who.join(how.span))
}

/// Whether a post is left: it follows, or nothing does.
fn leaves_post(looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>], leaves: Span) -> bool {
    const N_WORDS: usize = 4;
    let behind = Span::new(leaves.end, sentence.end);
    let words = looking.tokens_in(behind);
    let near = words.get(..N_WORDS).unwrap_or(words).last();
    let near = near.map_or(leaves.end, |token| token.span.end);
    let post = cues
        .iter()
        .find(|cue| cue.sort == Sort::Post && cue.span.start >= leaves.end);
    let is_near = post.is_some_and(|post| post.span.start <= near);
    let own = looking
        .own_names
        .iter()
        .any(|own| own.start >= leaves.end && own.start <= near);
    words.is_empty() || is_near || own
}

/// Somebody of `people.ron` in a sentence, by whole name or first name with a capital.
fn of_ours_in(looking: &Looking<'_>, sentence: Span) -> Option<Span> {
    let people = looking.post.voice.people;
    if people.is_empty() {
        return None;
    }
    let words = looking.tokens_in(sentence);
    words.iter().enumerate().find_map(|(at, _)| {
        let (name, _) = name_at(looking.text(), words, at)?;
        is_of_ours(looking, name).then_some(name)
    })
}

/// Whether a name is that of somebody in `people.ron`, whole or the first of it.
fn is_of_ours(looking: &Looking<'_>, name: Span) -> bool {
    let name = fold(name.of(looking.text()));
    let name = name.strip_suffix("'s").unwrap_or(&name);
    let mut people = looking.post.voice.people.iter();
    people.any(|person| {
        let known = fold(&person.name);
        let first = known.split_whitespace().next().unwrap_or_default();
        let is_initial = first.chars().nth(1).is_none();
        !is_initial && (name == known || name == first || name.starts_with(&format!("{known} ")))
    })
}
