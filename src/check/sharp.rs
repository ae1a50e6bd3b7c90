//! Whether our own draft is sharp: words that sting, faces that mock, a raised voice.
//!
//! Never: looks at what the other person said, or keeps anybody from sending; it offers a breath.

use std::sync::LazyLock;

use super::tongue::phrases;
use super::triage::triage;
use crate::draft::Triage;
use crate::text::{EntityKind, PhraseMap, Span, entities, tokens};

/// From how many marks on a draft is sharp.
const SHARP: usize = 2;

/// Phrases that sting.
const STINGS: &str = "obviously|you clearly|clearly you|clearly you've|as i said|as i already said|as i have said|as i've said|like i said|\
as we said|as we already said|as we have said|as already explained|as i explained|as we explained|\
as i already explained|as i've explained|as previously stated|as previously mentioned|as stated before|as i told you|\
as we told you|i already told you|we already told you|per my last|with all due respect|calm down|get over it|\
get a grip|grow up|oh really|good for you|how surprising|what a surprise|nice try|newsflash|cry me a river|boo hoo|\
bless your heart|captain obvious|slow clap|well congratulations|if you had read|if you'd read|had you read|\
if you bothered to|you failed to|you should have|you should've|your own fault|your fault|you are wrong|you're wrong|\
you are mistaken|nonsense|ridiculous|not my problem|not our problem|your problem|do your homework|read the manual|\
rtfm|learn to read|can't you read|can you not read|try reading|for the last time|how many times|stop whining|\
stop complaining|stop lying|you people|people like you|you never|you always|are you serious|are you kidding|\
what part of|hard to understand|what is your problem|what's your problem|deal with it|whatever you say|\
offensichtlich|wie gesagt|wie ich schon sagte|wie ich bereits sagte|wie bereits erwähnt|wie bereits gesagt|\
wie schon gesagt|beruhigen sie sich|beruhig dich|wer lesen kann|selbst schuld|selber schuld|eigene schuld|unsinn|\
quatsch|schwachsinn|lächerlich|ach wirklich|ihr problem|dein problem|nicht unser problem|zum letzten mal|\
évidemment|comme je l'ai dit|comme je l'ai déjà dit|comme déjà dit|calmez-vous|calme-toi|n'importe quoi|ridicule|\
votre faute|ta faute|apprenez à lire|pas notre problème|votre problème|obviamente|como ya dije|como ya dijimos|\
como ya le dije|cálmese|cálmate|tonterías|ridículo|ridícula|su culpa|tu culpa|no es nuestro problema|aprenda a leer|\
ovviamente|come ho già detto|come già detto|si calmi|calmati|sciocchezze|ridicolo|colpa sua|colpa tua|\
zoals ik al zei|zoals gezegd|onzin|belachelijk|eigen schuld|niet ons probleem|como já disse|acalme-se|bobagem|\
culpa sua|oczywiście że|jak już mówiłem|jak już pisałem|proszę się uspokoić|bzdura|очевидно|как я уже сказал|\
успокойтесь|ерунда";

/// What looks like one of them and stings nobody.
const MILD: &str = "not your fault|never your fault|isn't your fault|wasn't your fault|nicht ihre schuld|not obviously|\
you should have received|you should have it|you should have the|you should have your|you should have a|\
you should have an|you should have heard|you should have seen|you should have gotten|you should have got|\
you should have been|what you should have|you never know|you always get|you always have|you are always|\
you always can|sorry about your problem|solve your problem|fix your problem|your problem is|understand your problem|\
with your problem|look into your problem|hard to understand why we|we obviously|obviously we|obviously our|that is ridiculous of us|\
you're always|pas votre faute|no es su culpa|no es tu culpa|non è colpa sua|niet uw schuld";

static PHRASES: LazyLock<PhraseMap> = LazyLock::new(|| {
    let stings = phrases(STINGS).map(|one| (one, 1));
    PhraseMap::new(stings.chain(phrases(MILD).map(|one| (one, 0))))
});

/// Faces that mock or fume.
const FACES: [char; 9] = ['🙄', '🤡', '🤦', '💅', '😒', '😤', '😡', '🤬', '🖕'];

/// The marks that make a draft sharp, in order of the text.
///
/// Each phrase and face is one; rows of exclamation marks are one together, and so are words in
/// capitals, unless the draft thanks or praises: there a raised voice is joy. What stands in
/// quotation marks, code, links or tags is not ours.
pub fn sharp_marks(text: &str) -> Vec<Span> {
    let words = tokens(text);
    let apart = apart(text);
    let is_ours = |span: &Span| {
        let next = apart.partition_point(|other| other.end <= span.start);
        apart.get(next).is_none_or(|other| !other.overlaps(*span))
    };
    let found = PHRASES.find(text, &words).into_iter();
    let mut out: Vec<Span> = found
        .filter(|(span, stings)| *stings == 1 && is_ours(span))
        .map(|(span, _)| span)
        .collect();
    let faces = text.char_indices().filter(|(_, c)| FACES.contains(c));
    out.extend(faces.map(|(at, c)| Span::new(at, at + c.len_utf8())));
    if triage(text).triage != Some(Triage::Praise) {
        out.extend(loud_marks(text).into_iter().find(is_ours));
        let mut capitals = words.iter().map(|token| token.span);
        out.extend(capitals.find(|span| is_loud(span.of(text)) && is_ours(span)));
    }
    out.sort_by_key(|span| (span.start, span.end));
    out
}

/// Whether a draft has marks enough for a breath before it goes out.
pub fn is_sharp(marks: &[Span]) -> bool {
    marks.len() >= SHARP
}

/// What is not ours, in order, with what overlaps joined.
fn apart(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for entity in entities(text) {
        match out.last_mut() {
            _ if entity.kind == EntityKind::Mention => {}
            Some(last) if last.end > entity.span.start => *last = last.join(entity.span),
            _ => out.push(entity.span),
        }
    }
    out
}

/// Rows of at least two exclamation or question marks.
fn loud_marks(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        let n = match c {
            '!' | '?' | '！' | '？' | '❗' => 1,
            '‼' | '⁉' => 2,
            _ => continue,
        };
        let here = Span::new(at, at + c.len_utf8());
        match out.last_mut() {
            Some(last) if last.end == at => *last = last.join(here),
            _ => out.push(here),
        }
        if n == 2 && out.last() == Some(&here) {
            return vec![here];
        }
    }
    out.retain(|span| span.of(text).chars().nth(1).is_some());
    out
}

/// A word in capitals that is raised: too long for an acronym, or one that people raise.
fn is_loud(word: &str) -> bool {
    const ACRONYM: usize = 5;
    let has_small = word.chars().any(char::is_lowercase);
    let n_capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_raised = matches!(
        word,
        "NOT"
            | "NO"
            | "NEVER"
            | "YOU"
            | "YOUR"
            | "READ"
            | "STOP"
            | "WHY"
            | "DID"
            | "ALL"
            | "NICHT"
            | "NIE"
            | "PAS"
    );
    !has_small && (n_capitals > ACRONYM || is_raised)
}
