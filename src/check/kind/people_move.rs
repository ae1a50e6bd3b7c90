//! `PeopleMove`: somebody leaves, or joins, and perhaps nobody has been told yet.
//!
//! Never: takes a new shop, a guest on a stage or an anniversary for a move.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cue, Cues, by_sentence, first};
use crate::check::person::{bare_handle, name_at};
use crate::guideline::Person;
use crate::text::{EntityKind, Span, Token, fold};

/// Finds, in one sentence, a person of `people.ron` (whole name or first name) or a title ("our CFO",
/// "head of finance") with words of leaving or joining; and "sorry to see Maria go" whoever Maria is.
///
/// Left alone: guests ("Asha joins us on stage"), anniversaries ("joined five years ago"), what
/// somebody leaves or retires that is no post ("left a note"), jobs that are open, and new people who
/// are introduced without one of the titles that few have. Its words are English, German, French and Spanish. It has no options.
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
    /// Moving, if it is somebody who comes behind it, or a title.
    OfWhom,
    /// Words for somebody new.
    Welcome,
    /// A title that few have.
    Title,
    /// Words of farewell, with a name behind them.
    Farewell,
    /// An hour together, or a day to look back.
    Else,
}

const SORTS: [(Sort, &str); 9] = [
    (
        Sort::Moves,
        "move on|moves on|moving on|moved on|step down|steps down|stepping down|stepped down|resign|resigns|resigned
        resigning|resignation|retire|retires|retiring|retired|retirement|last day|final day|last week with us|farewell
        parting ways|part ways|parted ways|departs|departing|departure|departure of|successor|takes over as
        taking over as|take over as|was fired|is fired|been fired
        laid off|let go|was sacked|handed in her|handed in his|handed in their|hands in her|hands in his|gave notice|given notice|appointed|promoted to|hired as
        is out as|ousted|poached|new role at|new job at|quit|quits|quitting|say goodbye to|saying goodbye to
        send-off|leaving do|leaving party|leaving drinks|leaving card|leaving gift|won't be with us|will not be with us
        no longer with us|no longer works|no longer working|calls it a day|called it a day|hands over to
        handing over to|hand over to|stepping back|steps back|stepped back|pastures new|new pastures|an offer from
        accepted an offer|accepted a job|accepted a role|good luck at|replacement has been|replacement starts
        replacement will|replacement is|is let go|being let go|been let go|hangs up her|hangs up his
        as our new|becomes our|is our new|is the new|named as|promoted|rejoins us
        new ceo is|new cfo is|new cto is|new coo is|new cmo is|new chair is|new director is|new head is|the new head of|our new head of
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
        Sort::OfWhom,
        "replaces|replacing|will replace|to replace|successor to|becomes|become|will become|takes over from|losing
        we let|let the|i let|they let|board let|had to let|have to let",
    ),
    (
        Sort::Welcome,
        "welcome aboard|welcome on board|welcome to the team|welcome to our team|welcomes|we welcome|please welcome
        say hello to|say hi to|join us in welcoming|introducing our new|meet our new|willkommen an bord
        willkommen im team|bienvenue dans l'équipe|bienvenido al equipo|bienvenida al equipo",
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
        director general|directora general|director financiero|directora financiera|consejero delegado
        managing director|head of sales|finance chief|sales chief|marketing chief|our chief|mr|mrs|ms|frau|herr",
    ),
    (
        Sort::Farewell,
        "goodbye|sorry to see|sad to see|sad to lose|sorry to lose|goodbye to|farewell to|say goodbye to|saying goodbye to",
    ),
    (
        Sort::Else,
        "years ago|year ago|anniversary|years since|years with us|birthday|years at|on stage|panel|podcast|webinar
        livestream|live stream|q&a|session|workshop|discussion|conversation|talk|talks|a call|the call|interview
        race|run|marathon|walk|hike|hunt|tour|visit|for lunch|for dinner|for coffee|for a chat|live at|meetup
        conference|comment|a note|the meeting|a message|a review|their keys|the keys|comments|we are hiring
        we're hiring|is hiring|are you our|vacancy|apply|on leave|parental leave|maternity leave|paternity leave
        sick leave|annual leave|old server|the old|film|movie|novel|jahren|jubiläum|il y a|ans chez|hace|aniversario
        breakfast|brunch|book club|the club|our club|choir|running group|the fun|the queue|forces|the dots|quiz|picnic
        the game|festival|the show|celebration|the ladder|a ladder|the stairs|the bus|the train|departure time
        departure times|departure gate|departure lounge|departure board|departures|herself|himself|themselves|a record|batteries
        with plastic|with paper|bad habits|goodbye to plastic|volunteers for|for an hour|for a day|for the day
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
            || words_of_it.ends_with("to") && is_of_ours(looking, name)
            || words_of_it == "goodbye" && is_of_ours(looking, name);
        let end = verb.filter(|_| is_verb).map_or(name, |token| token.span);
        (is_verb || is_lost).then(|| cue.span.join(name).join(end))
    })
}

/// Who moves, with the words for it.
fn moved(looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>]) -> Option<Span> {
    let has = |sort: Sort| cues.iter().any(|cue| cue.sort == sort);
    let moves = [
        Sort::Moves,
        Sort::Leaves,
        Sort::Joins,
        Sort::OfWhom,
        Sort::Welcome,
    ];
    if has(Sort::Else) || !cues.iter().any(|cue| moves.contains(&cue.sort)) {
        return None;
    }
    let who = of_ours_in(looking, sentence).or_else(|| first(cues, Sort::Title))?;
    let how = cues.iter().find(|cue| match cue.sort {
        Sort::Moves => !is_of_something(looking, cue.span),
        Sort::Joins => true,
        Sort::Welcome => is_new(looking, cues, who, cue.span),
        Sort::OfWhom => is_of_whom(looking, sentence, cues, cue.span),
        Sort::Leaves => leaves_post(looking, sentence, cues, cue.span),
        Sort::Post | Sort::Title | Sort::Farewell | Sort::Else => false,
    })?;
    Some(who.join(how.span))
}

/// "part ways with plastic": with a thing, in small letters.
fn is_of_something(looking: &Looking<'_>, moves: Span) -> bool {
    let words = looking.tokens;
    let next = words.partition_point(|token| token.span.start < moves.end);
    let word = |n: usize| {
        words
            .get(next + n)
            .map_or("", |token| token.folded.as_str())
    };
    let is_down = moves.of(looking.text()).to_lowercase().ends_with("down");
    let next_start = words.get(next).map_or(0, |token| token.span.start);
    let is_near = next_start == moves.end + 1;
    if is_down && is_near && matches!(word(0), "the" | "a" | "her" | "his" | "their") {
        return true;
    }
    let is_pair = moves.of(looking.text()).to_lowercase().contains("ways");
    is_pair
        && word(0) == "with"
        && name_at(looking.text(), words, next + 1).is_none()
        && !matches!(word(1), "our" | "the" | "her" | "him")
}

/// Whether somebody new is meant: the name or the title stands right behind the welcome.
fn is_new(looking: &Looking<'_>, cues: &[Cue<Sort>], who: Span, welcome: Span) -> bool {
    const N_WORDS: usize = 3;
    let n_between = |span: Span| looking.tokens_in(Span::new(welcome.end, span.start)).len();
    let is_behind = |span: Span| span.start >= welcome.end && n_between(span) < N_WORDS;
    let mut titles = cues.iter().filter(|cue| cue.sort == Sort::Title);
    is_behind(who) || titles.any(|cue| is_behind(cue.span))
}

/// "replaces Maria", "becomes managing director", "let the CFO go": somebody or a title stands near
/// behind it.
fn is_of_whom(looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>], moves: Span) -> bool {
    const N_WORDS: usize = 4;
    let words = looking.tokens_in(Span::new(moves.end, sentence.end));
    let near = words.get(..N_WORDS).unwrap_or(words);
    let is_let = moves.of(looking.text()).to_lowercase().ends_with("let");
    let has_title = cues.iter().any(|cue| {
        let is_near = near.iter().any(|token| token.span.overlaps(cue.span));
        cue.sort == Sort::Title && is_near
    });
    let has_name = (0..near.len()).any(|at| {
        let name = name_at(looking.text(), near, at);
        name.is_some_and(|(name, _)| is_of_ours(looking, name))
    });
    let goes = |at: usize| near.get(at).is_some_and(|token| token.folded == "go");
    let is_free = (0..near.len()).find(|at| goes(*at)).is_some_and(|at| {
        let next = words.get(at + 1).map_or("", |token| token.folded.as_str());
        !matches!(
            next,
            "first" | "ahead" | "to" | "on" | "home" | "wild" | "of" | "for"
        )
    });
    let is_lost = moves.of(looking.text()).eq_ignore_ascii_case("losing");
    (has_title || has_name)
        && (!is_let && !is_near_the(looking, moves) || is_free)
        && (!is_lost || has_name)
}

/// "let the"
fn is_near_the(looking: &Looking<'_>, moves: Span) -> bool {
    moves.of(looking.text()).eq_ignore_ascii_case("let the")
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
    let named = words.iter().enumerate().find_map(|(at, _)| {
        let (name, _) = name_at(looking.text(), words, at)?;
        is_of_ours(looking, name).then_some(name)
    });
    named
        .or_else(|| handle_in(looking, sentence))
        .or_else(|| small_in(looking, sentence, words))
}

/// The handle of somebody of ours in a sentence.
fn handle_in(looking: &Looking<'_>, sentence: Span) -> Option<Span> {
    let mut near = looking.entities_in(sentence).iter();
    near.find_map(|entity| {
        let handle = bare_handle(entity.span.of(looking.text()));
        let is_of = |person: &Person| {
            let mut handles = person.handles.iter();
            person.id == handle || handles.any(|(_, own)| bare_handle(own) == handle)
        };
        let is_ours = looking.post.voice.people.iter().any(is_of);
        (entity.kind == EntityKind::Mention && is_ours).then_some(entity.span)
    })
}

/// The first name of somebody of ours, where a sentence has no capital at all.
fn small_in(looking: &Looking<'_>, sentence: Span, words: &[Token]) -> Option<Span> {
    if sentence.of(looking.text()).contains(char::is_uppercase) {
        return None;
    }
    let mut words = words.iter();
    let token = words.find(|token| {
        let name = token.folded.strip_suffix("'s").unwrap_or(&token.folded);
        let mut people = looking.post.voice.people.iter();
        let is_word = ALSO_WORDS.contains(&name);
        name.chars().count() > 2
            && !is_word
            && people.any(|person| {
                let known = fold(&person.name);
                known.split_whitespace().next() == Some(name)
            })
    });
    token.map(|token| token.span)
}

/// First names that are words of the language as well.
const ALSO_WORDS: [&str; 24] = [
    "will", "mark", "rose", "may", "bill", "grace", "hope", "joy", "art", "sue", "drew", "frank",
    "faith", "dawn", "iris", "june", "april", "august", "rob", "pat", "ray", "max", "grant",
    "chase",
];

/// Whether a name is that of somebody in `people.ron`, whole or the first of it.
fn is_of_ours(looking: &Looking<'_>, name: Span) -> bool {
    let name = fold(name.of(looking.text()));
    let name = name.strip_suffix("'s").unwrap_or(&name);
    let mut people = looking.post.voice.people.iter();
    people.any(|person| {
        let known = fold(&person.name);
        let first = known.split_whitespace().next().unwrap_or_default();
        let is_initial = first.chars().nth(1).is_none();
        let last = known.split_whitespace().next_back().unwrap_or_default();
        let is_short = name.split_once(". ").is_some_and(|(initial, family)| {
            initial.chars().nth(1).is_none() && known.starts_with(initial) && family == last
        });
        let is_whole = name == known || name == first || name.starts_with(&format!("{known} "));
        !is_initial && (is_whole || is_short)
    })
}
