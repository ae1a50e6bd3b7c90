//! Sentences with which people say where they work: "I work at", "my team", "ich arbeite bei".
//!
//! Never: looks at tags, or knows whose company it is.

use std::sync::LazyLock;

use regex::Regex;

use super::kind::Looking;
use super::tongue::{Words, gap_between, set};
use crate::text::{PhraseMap, Span, Token};

/// Whole phrases that say it.
const PHRASES: &str = "I work at|I work for|I work here|I work there|I worked at|I worked for|I worked here|\
I am working at|I am working for|I'm working at|I'm working for|I still work at|I still work for|I also work at|\
I also work for|I now work at|I now work for|I currently work at|I currently work for|I proudly work at|\
I proudly work for|I actually work at|I actually work for|I happen to work at|I happen to work for|I get to work at|\
I am employed at|I am employed by|I'm employed at|I'm employed by|I used to work at|I used to work for|where I work|\
the company I work for|the shop I work for|the people I work for|full disclosure|disclosure|full transparency|\
as an employee|employee of|employee at|employee here|works at|works for|paid partnership|sponsored by|this is an ad|\
this is an advert|this is an advertisement|on the team at|on the team behind|part of the team|shop floor|\
ich arbeite bei|ich arbeite für|ich arbeite hier|ich arbeite dort|ich arbeite selbst bei|ich arbeite seit|arbeite ich|\
ich bin bei|wir bei|bei uns in der firma|als mitarbeiter|als mitarbeiterin|als angestellter|als angestellte|\
transparenzhinweis|\
je travaille chez|je travaille pour|je travaille à|je travaille dans|je bosse chez|je bosse pour|nous chez|\
en tant que salarié|en tant que salariée|\
trabajo en|trabajo para|como empleado|como empleada|lavoro per|lavoro in|lavoro da|lavoro alla|lavoro presso|\
ik werk bij|ik werk voor|wij bij|trabalho na|trabalho no|trabalho em|trabalho para|pracuję w|pracuję dla|pracuję przy|\
я работаю в|работаю в|jag jobbar på|jag arbetar på|jeg jobber i|jeg jobber hos|jeg arbejder hos";

static PLAIN: LazyLock<PhraseMap> =
    LazyLock::new(|| PhraseMap::new(PHRASES.split('|').map(|one| (one, 0))));

/// Words for "my" and "our".
static MINE: LazyLock<Words> = LazyLock::new(|| {
    set(
        "my our mein meine meinem meinen meiner unser unsere unserem unseren mon ma mes notre nos mi mis nuestro nuestra \
        mio mia miei nostro mijn ons onze meu minha meus nosso nossa mój moja moje mojej nasz nasza",
    )
});

/// What somebody has who works somewhere.
static WORK: LazyLock<Words> = LazyLock::new(|| {
    set(
        "employer company colleague colleagues coworker coworkers team teammate teammates boss workplace job \
        arbeitgeber arbeitgeberin firma kollege kollegin kollegen kolleginnen chef chefin \
        employeur entreprise équipe boîte société collègue collègues \
        empresa empleador equipo jefe jefa compañía compañero compañera compañeros compañeras colega colegas \
        azienda datore capo squadra colleghi werkgever bedrijf collega collega's baas \
        empregador chefe equipe equipa pracodawca zespół szef firmie",
    )
});

/// "Ad:" at the head of a line, in the words of the region.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let label = r"(?m)^[ \t]*[\[(]?(?:[Aa]d|AD|[Aa]dvert(?:isement)?|Anzeige|Werbung|Publicité|Publicidad|Advertentie)[ \t]*(?::|\]|\)|\||–|—|-)";
    Regex::new(label).ok()
});

/// What says it in scripts without spaces between words.
const UNSPACED: [&str; 16] = [
    "で働いて",
    "で働く",
    "に勤め",
    "勤務して",
    "弊社",
    "当社",
    "自社",
    "の社員",
    "の中の人",
    "我们公司",
    "我們公司",
    "我司",
    "工作于",
    "工作於",
    "上班",
    "우리 회사",
];

/// Where the text says it in so many words, in order.
pub(super) fn statements(looking: &Looking<'_>) -> Vec<Span> {
    let text = looking.text();
    let found = PLAIN.find(text, looking.tokens).into_iter();
    let mut out: Vec<Span> = found
        .map(|(span, _)| span)
        .filter(|span| !is_at_home(text, *span))
        .collect();
    for at in 0..looking.tokens.len() {
        let n_words = of_mine(looking.tokens, at).max(of_role(text, looking.tokens, at));
        let first = looking.tokens.get(at).map(|token| token.span);
        let last = n_words
            .checked_sub(1)
            .and_then(|n| looking.tokens.get(at + n));
        let ends = first.zip(last);
        out.extend(ends.map(|(first, last)| first.join(last.span)));
    }
    if !text.is_ascii() {
        let unspaced = UNSPACED.iter().flat_map(|words| text.match_indices(words));
        let unspaced = unspaced.map(|(at, words)| Span::new(at, at + words.len()));
        out.extend(unspaced.filter(|span| looking.is_open(*span)));
    }
    let labels = LABEL.iter().flat_map(|label| label.find_iter(text));
    let labels = labels.map(|found| Span::new(found.start(), found.end()));
    out.extend(labels.filter(|span| looking.is_open(*span)));
    out.sort_unstable();
    out
}

/// "I work at home" says nothing about an employer.
fn is_at_home(text: &str, span: Span) -> bool {
    let behind = text.get(span.end..).unwrap_or_default();
    let next = behind.split_whitespace().next().unwrap_or_default();
    let next = next
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    matches!(
        next.as_str(),
        "home"
            | "night"
            | "nights"
            | "myself"
            | "fun"
            | "free"
            | "sundays"
            | "zuhause"
            | "hause"
            | "mich"
    )
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.folded.as_str())
}

/// "my team", "our small company": how many words, 0 for none.
fn of_mine(tokens: &[Token], at: usize) -> usize {
    if !MINE.contains(word(tokens, at)) {
        return 0;
    }
    let near = (1..=2).find(|n| WORK.contains(word(tokens, at + n)));
    near.map_or(0, |n| n + 1)
}

/// "I'm the designer at Brightside", "we at Brightside": how many words, 0 for none.
fn of_role(text: &str, tokens: &[Token], at: usize) -> usize {
    const MOST: usize = 8;
    let (from, is_role) = match (word(tokens, at), word(tokens, at + 1)) {
        ("i'm", _) => (1, true),
        ("i", "am") => (2, true),
        ("we" | "us" | "here" | "over", "at") => {
            return usize::from(is_named(text, tokens, at + 1)) * 2;
        }
        _ => return 0,
    };
    let is_article = matches!(
        word(tokens, at + from),
        "a" | "an" | "the" | "one" | "part" | "on" | "in"
    );
    if !is_role || !is_article {
        return 0;
    }
    let mut n = from;
    while n < MOST && is_joined(text, tokens, at + n) {
        n += 1;
        let is_link = matches!(word(tokens, at + n), "at" | "for" | "with" | "of");
        if is_link && is_named(text, tokens, at + n) {
            return n + 1;
        }
    }
    0
}

/// Whether only a blank stands before the next word.
fn is_joined(text: &str, tokens: &[Token], at: usize) -> bool {
    let pair = tokens.get(at).zip(tokens.get(at + 1));
    pair.is_some_and(|(one, next)| {
        let gap = gap_between(text, one, next);
        !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() || c == '-')
    })
}

/// Whether a name or a handle follows a word.
fn is_named(text: &str, tokens: &[Token], at: usize) -> bool {
    let behind = tokens.get(at).and_then(|token| text.get(token.span.end..));
    let next = behind.and_then(|behind| behind.trim_start().chars().next());
    next.is_some_and(|c| c.is_uppercase() || c == '@')
}
