//! `HealthCue`: what ails somebody, said by somebody else.
//!
//! Never: takes advice, a campaign or one's own story for it.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cue, Cues, by_sentence};
use crate::check::person::{is_other, name_at};
use crate::check::tongue::starts_clause;
use crate::text::{Span, Token};

/// Finds, in one sentence, a person ("Bo", "our colleague", "the patient", "she") and behind it what
/// ails them ("on sick leave", "diagnosed with lupus", "her miscarriage").
///
/// A condition that says by itself that somebody has it ("on sick leave", "diagnosed with") needs the
/// person alone; the others also need a word that gives it to them ("has", "is recovering from",
/// "her"). Left alone: campaigns, advice and research, what the writer tells of themselves, animals.
/// Its words are English, German, French and Spanish. It has no options.
///
/// ```ron
/// find: HealthCue
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct HealthCue {}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    /// A person without a name.
    Person,
    /// Somebody, when nothing else says who.
    Pronoun,
    /// A wish for somebody who is ill.
    Wish,
    /// A condition that somebody has.
    Suffers,
    /// A condition by its name.
    Condition,
    /// A word that gives a condition to a person.
    Has,
    /// About health in general, or about an animal.
    Else,
}

const SORTS: [(Sort, &str); 7] = [
    (
        Sort::Person,
        "colleague|our colleague|my colleague|a colleague|teammate|employee|an employee|intern|our intern|our boss|my boss
        our manager|my manager|our driver|our receptionist|patient|the patient|a patient|our patient
        customer|our customer|our client|mr|mrs|ms|miss|our ceo|our cfo|our cto|our founder|my wife|my husband
        my daughter|my son|my mother|my father|my mum|my mom|my dad|my sister|my brother|my partner|our neighbour
        her|his|kollege|kollegin|unsere kollegin|unser kollege|mitarbeiter|mitarbeiterin|patientin|frau|herr
        collègue|notre collègue|patiente|madame|monsieur|mme|compañera|compañero|paciente|señora|señor",
    ),
    (Sort::Pronoun, "he|she|he's|she's|sie|elle|ella"),
    (
        Sort::Wish,
        "get well soon|get well|speedy recovery|gute besserung|bon rétablissement|que te mejores|recupérate pronto",
    ),
    (
        Sort::Suffers,
        "on sick leave|sick leave|off sick|called in sick|signed off sick|medical leave|mental health leave|stress leave
        diagnosed with|was diagnosed|been diagnosed|tested positive|hospitalised|hospitalized|in hospital
        in the hospital|in intensive care|in icu|in rehab|undergoing chemo|undergoing treatment|having chemo
        having surgery|had surgery|had a stroke|had a heart attack|had a miscarriage|a miscarriage|burned out|burnt out
        broke her leg|broke his leg|broke her arm|broke his arm|broke her hip|broke his hip|broke her ankle
        broke his ankle|broke her wrist|broke his wrist|has a broken leg|has a broken arm|has broken her|has broken his
        lost the baby|lost her baby|lost their baby|relapsed|has relapsed|blood test|blood tests|fell ill|taken ill
        seriously ill|terminally ill|very ill|is ill|was rushed to hospital|in a hospice|is autistic|has adhd
        has autism|in a wheelchair|out of surgery|had an operation|having an operation|having a baby|in labour
        hat sich das bein gebrochen|hat sich den arm gebrochen|s'est cassé la jambe|s'est cassé le bras
        had a breakdown|nervous breakdown|is pregnant|is expecting|suffers from|suffering from|battling cancer
        fighting cancer|died of|in a coma|attempted suicide|suicidal|has covid|has cancer|overdosed|overdose
        krankgeschrieben|krankmeldung|im krankenhaus|liegt im krankenhaus|fehlgeburt|diagnostiziert|ist schwanger
        leidet an|leidet unter|an krebs|hat krebs|erkrankt|krank gemeldet|en arrêt maladie|arrêt maladie
        fausse couche|diagnostiqué|diagnostiquée|hospitalisé|hospitalisée|est enceinte|souffre de|à l'hôpital
        de baja médica|baja médica|baja por|diagnosticado|diagnosticada|hospitalizado|hospitalizada|está embarazada
        sufre de|padece",
    ),
    (
        Sort::Condition,
        "cancer|tumour|tumor|leukaemia|leukemia|chemo|chemotherapy|depression|burnout|burn-out|anxiety|anxiety disorder
        bipolar|schizophrenia|hiv|aids|hepatitis|lupus|epilepsy|diabetes|multiple sclerosis|parkinson's|alzheimer's
        dementia|stroke|heart attack|heart condition|surgery|biopsy|miscarriage|stillbirth|abortion|ivf|pregnancy
        pregnant|anorexia|bulimia|eating disorder|ptsd|alcoholism|addiction|crohn's|endometriosis|long covid|covid
        covid-19|mental illness|medical condition|test results|medication|antidepressants|insulin|psychosis
        krebs|depressionen|schwanger|schwangerschaft|diagnose|schlaganfall|herzinfarkt|epilepsie|demenz|sucht
        cancer du|dépression|enceinte|grossesse|épilepsie|avortement|cáncer|depresión|embarazada|embarazo|aborto
        infarto|epilepsia",
    ),
    (
        Sort::Has,
        "is|was|has|had|have|are|were|been|being|her|his|due to|because of|after|recovering|recovering from
        recovers from|undergoing|beat|beats|battles|off with|suffered|suffers|struggles|struggling with|needs|takes|with
        hat|hatte|ist|war|wegen|nach|ihre|seine|a|est|avait|son|sa|ha|tiene|tuvo|está|por|su|relapsed",
    ),
    (
        Sort::Else,
        "researcher|researchers|scientist|scientists|swim|swimming|backstroke|breaststroke|freestyle|golf|tennis|rowing
        sick of|sick and tired|stroke of luck|stroke of genius|brush stroke|brushstroke|awareness|research|campaign|charity|fundraiser|fundraising|raise money|raising money|raised|raises|world health day
        day of|week of|month of|webinar|workshop|guide|tips|symptoms|screening|prevention|explains|explain|explained
        talks about|talk about|will talk|speaks about|book about|study|studies|trial|vaccine|vaccines|vaccination|clinic
        risk of|learn|advice|helpline|support group|donate|marathon|run for|runs for|in memory of|fund|treats|treating
        specialist|expert|professor|dog|cat|puppy|puppies|kitten|horse|vet|pet|vaccinated|how to|anybody who|anyone who
        people with|patients with|everyone with|those with|if you|can cause|aufklärung|forschung|spenden|vorbeugung
        recherche|dépistage|prévention|investigación|prevención|campaña|campagne|kampagne|film|novel|movie|series",
    ),
];

impl Kind for HealthCue {
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

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready {
    cues: Cues<Sort>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let cues = self.cues.find(looking);
        let found = by_sentence(looking.sentences, &cues).filter_map(|(sentence, cues)| {
            let span = wished(looking, cues).or_else(|| told(looking, sentence, cues))?;
            Some(Match {
                span,
                ..Match::default()
            })
        });
        found.collect()
    }
}

/// "Get well soon, Maria": a wish with a name right behind it.
fn wished(looking: &Looking<'_>, cues: &[Cue<Sort>]) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens);
    let wish = cues.iter().find(|cue| cue.sort == Sort::Wish)?;
    let next = words.partition_point(|token| token.span.start < wish.span.end);
    let to = ["to", "an", "à", "for", "dear", "our"];
    let is_to = words
        .get(next)
        .is_some_and(|token| to.contains(&token.folded.as_str()));
    let (name, _) = name_at(text, words, next + usize::from(is_to))?;
    let gap = Span::new(wish.span.end, name.start).of(text);
    let is_near = gap.len() < 8 && !gap.contains(['\n', '.', '!', ':']);
    (is_near && is_other(looking, name)).then(|| wish.span.join(name))
}

/// Who, and what ails them.
fn told(looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>]) -> Option<Span> {
    /// How far a person and a condition may stand apart, in words.
    const N_WORDS: usize = 9;
    let is_ill = |cue: &&Cue<Sort>| matches!(cue.sort, Sort::Suffers | Sort::Condition);
    let ill = cues.iter().find(is_ill)?;
    if cues.iter().any(|cue| cue.sort == Sort::Else) {
        return None;
    }
    let who = named_in(looking, sentence, ill.span).or_else(|| person_in(cues, ill.span))?;
    let between = Span::new(who.end, ill.span.start);
    if looking.tokens_in(between).len() > N_WORDS {
        return None;
    }
    let gives = |cue: &Cue<Sort>| {
        cue.sort == Sort::Has && who.start <= cue.span.start && cue.span.end <= ill.span.start
    };
    let is_possessive = who.of(looking.text()).ends_with(['s', '’', '\''])
        && who.of(looking.text()).contains(['’', '\'']);
    let is_theirs = matches!(
        who.of(looking.text()).to_lowercase().as_str(),
        "her" | "his"
    );
    let is_given =
        ill.sort == Sort::Suffers || cues.iter().any(gives) || is_possessive || is_theirs;
    let last = cues
        .iter()
        .rev()
        .find(is_ill)
        .map_or(ill.span, |last| last.span);
    is_given.then(|| who.join(last))
}

/// The last person in a sentence before the words for what ails them.
fn person_in(cues: &[Cue<Sort>], ill: Span) -> Option<Span> {
    let before = cues.iter().rev().filter(|cue| cue.span.end <= ill.start);
    let is_person = |cue: &&Cue<Sort>| matches!(cue.sort, Sort::Person | Sort::Pronoun);
    before.into_iter().find(is_person).map(|cue| cue.span)
}

/// A name of a person before the words for what ails them.
fn named_in(looking: &Looking<'_>, sentence: Span, ill: Span) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens_in(sentence));
    let n_before = words.partition_point(|token| token.span.end <= ill.start);
    let mut found = None;
    let mut at = 0;
    while at < n_before {
        let name = name_at(text, words, at);
        let name = name.filter(|(span, _)| span.end <= ill.start && is_other(looking, *span));
        let n_words = name.map_or(1, |(_, n)| n);
        if let Some((span, _)) = name
            && (span.end + 1 == ill.start || is_person(looking, words, at, n_words))
        {
            found = Some(span);
        }
        at += n_words;
    }
    found
}

/// Whether a name at a place is one of a person: known, or followed by what a person does, or not
/// merely the first word of a sentence.
fn is_person(looking: &Looking<'_>, words: &[Token], at: usize, n_words: usize) -> bool {
    let behind = words
        .get(at + n_words)
        .map_or("", |token| token.folded.as_str());
    let does = matches!(
        behind,
        "is" | "was"
            | "has"
            | "had"
            | "suffers"
            | "tested"
            | "from"
            | "takes"
            | "needs"
            | "hat"
            | "ist"
            | "war"
            | "liegt"
            | "leidet"
            | "est"
            | "a"
            | "souffre"
            | "está"
            | "tiene"
            | "ha"
            | "sufre"
            | "r"
            | "who"
            | "called"
            | "will"
    );
    let first = words.get(at).map_or("", |token| token.folded.as_str());
    let is_possessive = first.ends_with("'s") || first.ends_with('\'');
    let is_word = NO_NAMES.contains(&first);
    !is_word && (does || is_possessive || !starts_clause(looking.text(), words, at))
}

/// Words that begin a sentence with a capital and are followed by a verb all the same.
const NO_NAMES: [&str; 39] = [
    "there",
    "what",
    "who",
    "which",
    "this",
    "that",
    "it",
    "it's",
    "everyone",
    "everybody",
    "nobody",
    "somebody",
    "health",
    "cancer",
    "depression",
    "covid",
    "burnout",
    "stress",
    "diabetes",
    "dementia",
    "how",
    "why",
    "when",
    "where",
    "if",
    "here",
    "one",
    "some",
    "many",
    "most",
    "monday",
    "today",
    "treatment",
    "surgery",
    "es",
    "das",
    "ce",
    "breast",
    "pregnancy",
];
