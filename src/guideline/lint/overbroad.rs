//! Bans that reach into what people may say about their own work.
//!
//! Never: gives legal advice; it says that the wording is wide, and who can tell how wide it may be.

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

/// Words of speaking.
const SPEAK: &str = "talk|talks|talking|discuss|discussed|discussing|discussion|mention|mentioned|\
    share|shared|sharing|post|posted|posting|comment|comments|commenting|complain|complaints|\
    complaining|criticise|criticised|criticize|criticized|criticism|disparage|disparaging|badmouth|\
    write|written|writing|say|said|tell|disclose|disclosed|reveal|revealed|speak|speaking|negative|\
    negatively|ill|public|publicly|reden|sprich|sprecht|sprechen|erwähnen|kritisieren|parler|parlez|\
    critiquer|critiquez|hables|hablar|hable|criticar";

/// Words that make it a ban.
const BAN: &str = "do not|don't|dont|never|avoid|must not|mustn't|should not|shouldn't|may not|\
    cannot|can't|not|no|nothing|nobody|refrain|prohibited|banned|keep|keeps|kept|stays|internal|\
    private|confidential|nicht|nie|niemals|kein|keine|jamais|ne|pas|nunca|no|vermeide|évitez|evita";

/// Words that narrow a ban, or take it back.
const NARROW: &str = "without|unless|until|except|permission|consent|agreed|their names|by name|free to|\
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
    let topics = || PLAIN.split('|').chain(WIDE.split('|')).map(str::trim);
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
        let is_it = |words: &[&str]| topics().any(|topic| words.join(" ") == topic);
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

fn is_ban(words: &[&str]) -> bool {
    if !has_any(words, BAN) || has_any(words, NARROW) || has_any(words, OTHER) {
        return false;
    }
    let speaks = places(words, SPEAK);
    let is_noun = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        !matches!(
            before,
            Some(&"to" | &"can" | &"who" | &"please" | &"they" | &"we" | &"you")
        )
    };
    let topics = places(words, PLAIN)
        .into_iter()
        .chain(places(words, WIDE).into_iter().filter(is_noun));
    let is_kept = has_any(words, "keep|keeps|kept|stays|internal|private|confidential");
    let mut topics = topics.peekable();
    if is_kept && topics.peek().is_some() && !places(words, PLAIN).is_empty() {
        return true;
    }
    topics.any(|at| speaks.iter().any(|spoken| spoken.abs_diff(at) <= REACH))
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
