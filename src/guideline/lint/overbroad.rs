//! Bans that reach into what people may say about their own work.
//!
//! Never: gives legal advice; it says that the wording is wide, and who can tell how wide it may be.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::prose::{Sentence, advice, has_any, of_head};
use super::words::phrases;
use super::{LintCheck, Noticed, Subject};
use crate::check::RuleKind;
use crate::guideline::{Level, Rule};
use crate::text::tokens;

/// A ban on talk about pay, conditions, unions, colleagues or the employer.
pub(super) const OVERBROAD: LintCheck = LintCheck {
    id: "overbroad-ban",
    why: "In many countries people may speak about their pay, their conditions, unions and colleagues, and a ban that reaches so far may not hold.",
    look: |subject| {
        let mut found = of_the_head(subject);
        let rules = subject.own().filter(|rule| rule.level > Level::Strength);
        found.extend(rules.filter_map(of_a_rule));
        found
    },
};

const INSTEAD: &str = "Narrow it to what you need to protect, give two examples, say that talk about working life is free, and ask a lawyer.";

/// Words that name working life and little else.
const PLAIN: &str = "salary|salaries|salar|wage|wages|paycheck|payslip|overtime|working conditions|\
    work conditions|working hours|labor conditions|labour conditions|union|unions|trade union|\
    collective bargaining|works council|colleague|colleagues|coworker|coworkers|co workers|co worker|\
    employer|our employer|the employer|my boss|your boss|layoffs|gehalt|löhne|lohn|überstunden|\
    arbeitsbedingungen|arbeitgeber|gewerkschaft|betriebsrat|kollegen|kolleginnen|salaire|salaires|\
    syndicat|employeur|collègues|conditions de travail|salario|salarios|sindicato|compañeros";

/// Words that name it only where somebody speaks about them.
const WIDE: &str = "pay|bonus|bonuses|benefits|hours|shifts|conditions|the company|our company|\
    this company|the organisation|the organization|our organisation|our organization|management|\
    the boss|managers|staff|strike|strikes|your job|your work|the workplace|workplace|chef|l'entreprise";

/// Both, to be asked for: a list may have a hundred thousand phrases.
static TOPICS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let topics = PLAIN.split('|').chain(WIDE.split('|'));
    topics.map(str::trim).collect()
});

/// Words of speaking.
const SPEAK: &str = "posts|talk|talks|talking|discuss|discussed|discussing|discussion|mention|mentioned|\
    share|shared|sharing|post|posted|posting|comment|comments|commenting|complain|complaints|\
    complaining|criticise|criticised|criticize|criticized|criticism|disparage|disparaging|badmouth|\
    write|written|writing|say|said|tell|disclose|disclosed|reveal|revealed|speak|speaking|negative|\
    negatively|ill|public|publicly|reden|sprich|sprecht|sprechen|erwähnen|kritisieren|parler|parlez|\
    critiquer|critiquez|hables|hablar|hable|criticar";

/// Words that make it a ban when one stands shortly before the word of speaking.
const BAN: &str = "do not|don't|dont|never|avoid|must not|mustn't|should not|shouldn't|may not|\
    not allowed|refrain|prohibited|banned|niemals|nie|jamais|ne|nunca|évitez|evita|vermeide";

/// Words that make it one right before the word of speaking, as in "no talk" and "is not discussed".
const RIGHT_BEFORE: &str = "not|no|nothing|nobody|cannot|can't|nicht|kein|keine|n'en";

/// Words that make it one behind the word of speaking, too.
const BEHIND: &str = "nie|niemals|nicht|jamais";

/// Words that say that something stays inside.
const KEPT: &str = "to yourself|to yourselves|stays inside|stay inside|stays internal|stay internal|\
    keep quiet|is confidential|are confidential|is private|are private|is internal|are internal|\
    ist vertraulich|bleibt intern|est confidentiel|es confidencial";

/// Words that narrow a ban, or take it back.
const NARROW: &str = "forget|hesitate|afraid|shy|without|unless|until|except|permission|consent|agreed|their names|by name|free to|\
    welcome|address|addresses|phone|photo|photos|health|birthday|ohne|außer|sans|sauf|sin|salvo";

/// Names in which such a word means something else.
const OTHER: &str = "european union|credit union|credit unions|western union|student union|students union|\
    soviet union|african union|rugby union|civil union|union jack|union street|union square|state of the union";

fn of_a_rule(rule: &Rule) -> Option<Noticed> {
    let of_words = listed(rule).map(|word| {
        format!("It stops people who write \"{word}\", so it reaches into talk about working life.")
    });
    let of_advice = || {
        advice(rule)
            .into_iter()
            .find_map(ban_in)
            .map(|said| quoted(&said))
    };
    let says = of_words.or_else(of_advice)?;
    Some(Noticed::of_rule(rule, says, INSTEAD))
}

fn of_the_head(subject: Subject<'_>) -> Vec<Noticed> {
    let head = &subject.active.head;
    let values = head
        .values
        .iter()
        .flat_map(|value| [&value.words, &value.says]);
    let texts = of_head(head).into_iter().chain(values.map(String::as_str));
    let bans = texts.filter_map(ban_in);
    bans.map(|said| Noticed::of_set(quoted(&said), INSTEAD))
        .collect()
}

fn quoted(said: &str) -> String {
    format!("\"{said}\" reaches into talk about working life.")
}

/// The first phrase of a rule that names working life as such. A replacement is no ban.
fn listed(rule: &Rule) -> Option<String> {
    if matches!(
        &rule.find,
        RuleKind::Swap(_) | RuleKind::Capitals(_) | RuleKind::Consistent(_)
    ) || is_wanted(&rule.find)
        || rule.fixes.iter().any(|fix| !fix.trim().is_empty())
    {
        return None;
    }
    if let RuleKind::Pattern(pattern) = &rule.find {
        let spoken = without_classes(&pattern.0);
        let words = tokens(&spoken);
        let words: Vec<&str> = words.iter().map(|token| token.folded.as_str()).collect();
        let plain = PLAIN.split('|').map(str::trim);
        let mut plain = plain.filter(|topic| has_any(&words, topic) && !has_any(&words, OTHER));
        return plain.next().map(str::to_owned);
    }
    let of_phrase = |phrase: &&str| {
        let words = tokens(phrase);
        let words: Vec<&str> = words.iter().map(|token| token.folded.as_str()).collect();
        let bare = match words.as_slice() {
            [
                "my" | "our" | "your" | "their" | "the" | "about" | "on",
                rest @ ..,
            ] => rest,
            all => all,
        };
        let is_it = |words: &[&str]| TOPICS.contains(words.join(" ").as_str());
        is_it(&words) || is_it(bare)
    };
    let all = phrases(&rule.find);
    all.into_iter().find(of_phrase).map(str::to_owned)
}

/// A pattern with blanks where it has `\b` and the like, so that its words can be told.
fn without_classes(pattern: &str) -> String {
    let mut is_escaped = false;
    let plain = |c: char| {
        let is_class = is_escaped;
        is_escaped = c == '\\' && !is_class;
        if is_class || c == '\\' { ' ' } else { c }
    };
    pattern.chars().map(plain).collect()
}

/// Whether the rule wants the words rather than minds them.
fn is_wanted(kind: &RuleKind) -> bool {
    matches!(kind, RuleKind::Missing(_) | RuleKind::AtLeast(_))
}

/// The first sentence of a text that bans talk about working life as such.
fn ban_in(text: &str) -> Option<String> {
    let all = Sentence::all(text);
    let mut bans = all.iter().filter(|sentence| is_ban(&sentence.words()));
    bans.next()
        .map(|sentence| sentence.shown().trim_end_matches(['.', ';']).to_owned())
}

/// How many words may stand between the word of speaking and what is spoken about.
const REACH: usize = 7;
/// How many may stand between the ban and the word of speaking.
const NEAR: usize = 4;

fn is_ban(words: &[&str]) -> bool {
    if has_any(words, NARROW) || has_any(words, OTHER) {
        return false;
    }
    let is_noun = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        !matches!(
            before,
            Some(&"to" | &"can" | &"who" | &"please" | &"they" | &"we" | &"you")
        )
    };
    let mut topics = places(words, PLAIN);
    if !topics.is_empty() && has_any(words, KEPT) {
        return true;
    }
    topics.extend(places(words, WIDE).into_iter().filter(is_noun));
    let banned = banned(words);
    topics
        .into_iter()
        .any(|at| banned.iter().any(|spoken| spoken.abs_diff(at) <= REACH))
}

/// Where the words of speaking stand that are banned.
fn banned(words: &[&str]) -> Vec<usize> {
    let (bans, before, behind) = (
        places(words, BAN),
        places(words, RIGHT_BEFORE),
        places(words, BEHIND),
    );
    let is_banned = |at: &usize| {
        let at = *at;
        bans.iter().any(|ban| *ban < at && at - ban <= NEAR)
            || before.iter().any(|not| not + 1 == at)
            || behind.iter().any(|not| *not > at && not - at <= NEAR)
    };
    let spoken = places(words, SPEAK).into_iter();
    spoken.filter(is_banned).collect()
}

/// Where any of the phrases, which stand between bars, begins.
fn places(words: &[&str], phrases: &str) -> Vec<usize> {
    let mut out = Vec::new();
    for phrase in phrases.split('|').map(str::trim) {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        let found = words.windows(wanted.len()).enumerate();
        out.extend(found.filter(|(_, some)| *some == wanted).map(|(at, _)| at));
    }
    out
}
