//! `ForwardLooking`: what the figures will be, before they are published.
//!
//! Never: takes results that are out for a promise about those to come.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cue, Cues, by_sentence, first};
use crate::text::{EntityKind, Span};

/// Finds statements about figures to come: in one sentence a word that looks ahead ("will", "heading
/// for", "next quarter"), a measure of the business ("revenue", "profit", "EBITDA") and a figure or
/// a period; and what beats, meets or misses estimates.
///
/// Left alone: one of them alone, results of the past, what "according to" somebody else is
/// expected, ticket sales and sales tax, profits that go to a good cause, and what stands in one
/// paragraph with a link to the published report. With `in_quiet_period` it finds something only on
/// the days of `quiet_periods`, when a measure with a figure is enough; without it, only on other
/// days. Its words are English, German, French and Spanish.
///
/// ```ron
/// find: ForwardLooking(in_quiet_period: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct ForwardLooking {
    /// Whether it is for the days of a quiet period, and no others.
    pub in_quiet_period: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    Ahead,
    /// A period to come, which looks ahead by itself.
    AheadPeriod,
    Measure,
    /// A comparison with what analysts think; it needs no figure.
    Estimates,
    Figure,
    Period,
    /// What looks like a measure and is none, or makes the sentence harmless.
    Else,
}

const SORTS: [(Sort, &str); 7] = [
    (
        Sort::Ahead,
        "will|won't|we'll|it'll|they'll|shall|expect|expects|expected|expecting|forecast|forecasts|forecasting|anticipate
        anticipates|projected|projecting|outlook|guidance|heading for|headed for|heading to|heading towards
        heading toward|on track for|on track to|on pace for|on pace to|on course for|on course to|set to|going to
        aim to|aiming for|aiming to|targeting|poised to|likely to|about to|looking at|plan to|raising our|raise our|raised our|lifting our|lift our|lowering our|cutting our
        already exceed|already exceeds|to reach|to hit|to exceed|to grow|wir erwarten|on the way to|eyeing|prévoyons une
        prévoyons un|planning for
        should|tracking to|tracking towards|tracking above|coming in at|we see|now see|we now see|predict|predicts|estimate
        wird|werden|erwarten|erwartet|rechnen mit|wir rechnen|prognose|voraussichtlich|sollen|sera|seront|aura|va
        atteindre|devrait|devraient|prévoyons|prévoit|attendons|va dépasser|será|serán|esperamos
        prevemos|previsto|prevista|vamos a|alcanzará|superará|crecerá|wachsen wird|steigen wird",
    ),
    (
        Sort::AheadPeriod,
        "next quarter|next quarter's|next year|next year's|next half|coming quarter|coming year|by year end|by year-end
        by the end of the year|next spring|next summer|next autumn|next winter|next month|next fiscal year
        im nächsten jahr|im kommenden jahr|im nächsten quartal|nächstes quartal|nächstes jahr|nächsten quartal|nächsten jahr
        prochain trimestre|l'an prochain|l'année prochaine|próximo trimestre|próximo año|el año que viene",
    ),
    (
        Sort::Measure,
        "bookings|order intake|headcount|ipo|series a|series b|series c|series d|funding round|profitable|break even
        full-year outlook|full year outlook|annual outlook|earnings outlook|burn rate|auftragseingang|net revenue
        revenue|revenues|profit|profits|profitability|earnings|eps|ebitda|ebit|operating margin|gross margin|margin
        margins|turnover|net income|operating income|arr|mrr|run rate|cash flow|dividend|dividends
        share price|stock price|sales|net loss|losses|top line|bottom line|order book|valuation|buyback
        umsatz|umsätze|gewinn|gewinne|ergebnis|marge|dividende|aktienkurs|chiffre d'affaires|bénéfice
        bénéfices|résultat net|marge brute|ingresos|beneficio|beneficios|ventas|ganancias|margen|dividendo",
    ),
    (
        Sort::Estimates,
        "analyst estimates|analysts' estimates|analyst expectations|analysts' expectations|analyst forecasts
        analysts' forecasts|street estimates|street expectations|wall street expectations
        wall street estimates|consensus estimates|consensus|earnings estimates|the estimates|the street
        market expectations|earnings guidance|revenue guidance|sales guidance|profit guidance|profit warning
        erwartungen der analysten|analystenschätzungen|gewinnwarnung|attentes des analystes
        previsiones de los analistas",
    ),
    (
        Sort::Figure,
        "go up|go down|rise|climb|drop by|steigen|sinken|augmenter|double|triple|quadruple|doubling|tripling|record|all-time high|above plan|below plan|ahead of plan|percent
        per cent|million|billion|prozent|millionen|milliarden|verdoppeln|pour cent|millions|milliards
        por ciento|millones|doubler|duplicar",
    ),
    (
        Sort::Period,
        "q1|q2|q3|q4|h1|h2|fy|quarter|quarterly|fiscal year|full year|full-year|this year|half year|half-year
        fiscal|second half|first half|year end|year-end|quartal|geschäftsjahr|halbjahr|dieses jahr|trimestre
        exercice|semestre|cette année|este año|ejercicio",
    ),
    (
        Sort::Else,
        "podcast|tv series|table bookings|hotel bookings|bookings open|bookings are open|room bookings|ticket sales|sales tax|car boot sales|bake sales|garage sales|sales team|sales manager|sales assistant
        sales assistants|sales open|sales opens|sales start|sales begin|sales end|non-profit|not-for-profit|non-profits
        nonprofit|according to|go to charity|goes to charity|go to the|goes to the|donate|donated
        donating|donation|donations|charity|profit margin calculator|how to|webinar|workshop|course
        guide|explained|learn|no profit|profit share|share of the profit|record sales of|sales advisor
        voluntary|good cause|sales are closed|turnover of staff|staff turnover
        margin of|safety margin|job losses|weight losses",
    ),
];

impl ForwardLooking {
    fn with(&self, cues: Cues<Sort>) -> Box<dyn Finder> {
        Box::new(Ready {
            cues,
            in_quiet_period: self.in_quiet_period,
        })
    }
}

impl Kind for ForwardLooking {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Cues::new(&SORTS, None)))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Cues::new(&SORTS, Some(lists))))
    }

    /// The day has a say in it.
    fn reach(&self) -> Reach {
        Reach::Post
    }

    /// A sentence may hold a link; what counts in it is asked for word by word.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    cues: Cues<Sort>,
    in_quiet_period: bool,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if is_quiet(looking) != self.in_quiet_period {
            return Vec::new();
        }
        let cues = self.cues.find(looking);
        let mut out = Vec::new();
        for (sentence, cues) in by_sentence(looking.sentences, &cues) {
            let found = self.statement(looking, sentence, cues);
            let found =
                found.filter(|span| !is_excepted(looking, *span) && !is_published(looking, *span));
            out.extend(found.map(|span| Match {
                span,
                ..Match::default()
            }));
        }
        out
    }
}

impl Ready {
    /// The stretch of a sentence that tells what is to come.
    fn statement(&self, looking: &Looking<'_>, sentence: Span, cues: &[Cue<Sort>]) -> Option<Span> {
        if cues.iter().any(|cue| cue.sort == Sort::Else) {
            return None;
        }
        let ahead = first(cues, Sort::Ahead).or_else(|| first(cues, Sort::AheadPeriod));
        if let (Some(ahead), Some(estimates)) = (ahead, first(cues, Sort::Estimates)) {
            return Some(ahead.join(estimates));
        }
        let measure = first(cues, Sort::Measure).or_else(|| first(cues, Sort::Estimates))?;
        let periods = [Sort::Figure, Sort::Period, Sort::AheadPeriod];
        let period = periods.into_iter().find_map(|sort| first(cues, sort));
        let figure = figure(looking, sentence).or(period)?;
        let found = measure.join(figure);
        match ahead {
            Some(ahead) => Some(found.join(ahead)),
            None => self.in_quiet_period.then_some(found),
        }
    }
}

/// A figure of a sentence: money or a share of something.
fn figure(looking: &Looking<'_>, sentence: Span) -> Option<Span> {
    let text = looking.text();
    let year = looking.post.now.date().year();
    looking.tokens_in(sentence).iter().find_map(|token| {
        let is_number = token.folded.starts_with(|c: char| c.is_ascii_digit());
        let before = text
            .get(..token.span.start)?
            .trim_end_matches(['\u{a0}', ' ', '+', '-', '−']);
        let after = text
            .get(token.span.end..)?
            .trim_start_matches(['\u{a0}', ' ']);
        let is_money = before.ends_with(['$', '€', '£', '¥'])
            || after.starts_with(['%', '€', '$', '£'])
            || [
                "EUR", "USD", "Mio", "Mrd", "Mill", "M€", "m€", "Md€", "Euro",
            ]
            .iter()
            .any(|unit| after.starts_with(unit));
        let number = token
            .folded
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let is_scaled = matches!(number, "m" | "k" | "bn" | "mn" | "mio" | "b" | "x");
        let is_fiscal = token.folded.strip_prefix("fy").is_some_and(is_digits);
        (is_number && (is_money || is_scaled) || is_fiscal || is_year(&token.folded, before, year))
            .then_some(token.span)
    })
}

/// Whether a word is a year to come, with a word of time before it.
fn is_year(word: &str, before: &str, this_year: i16) -> bool {
    let is_near = ["by", "in", "for", "until", "to", "en", "im", "bis", "für"]
        .iter()
        .any(|lead| before.to_lowercase().ends_with(&format!(" {lead}")));
    let year = word
        .parse::<i16>()
        .ok()
        .filter(|_| word.len() == 4 && is_near);
    year.is_some_and(|year| (this_year..this_year + 20).contains(&year))
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the day lies in a quiet period of the set.
fn is_quiet(looking: &Looking<'_>) -> bool {
    let today = looking.post.now.date();
    let periods = looking.head.quiet_periods.iter();
    periods.into_iter().any(|(from, to)| {
        let days = (from.trim().parse::<Date>(), to.trim().parse::<Date>());
        matches!(days, (Ok(from), Ok(to)) if (from..=to).contains(&today))
    })
}

fn is_excepted(looking: &Looking<'_>, span: Span) -> bool {
    looking.excepted.iter().any(|other| other.overlaps(span))
}

/// Whether a link to a report stands in the same paragraph.
fn is_published(looking: &Looking<'_>, span: Span) -> bool {
    let text = looking.text();
    let start = text
        .get(..span.start)
        .and_then(|before| before.rfind("\n\n"));
    let behind = text.get(span.end..).and_then(|after| after.find("\n\n"));
    let paragraph = Span::new(
        start.unwrap_or(0),
        behind.map_or(text.len(), |at| span.end + at),
    );
    looking.entities_in(paragraph).iter().any(|entity| {
        entity.kind == EntityKind::Link && is_report(&entity.span.of(text).to_lowercase())
    })
}

/// Whether an address leads to where figures are published.
fn is_report(link: &str) -> bool {
    let words = [
        "investor",
        "result",
        "report",
        "earning",
        "annual",
        "quarter",
        "newsroom",
        "press",
        "news",
        "release",
        "sec.gov",
        "ad-hoc",
        "adhoc",
        "finance",
        "bericht",
        "rapport",
        "bourse",
        "cnmv",
        "filing",
        "statement",
    ];
    let parts = link.split(|c: char| !c.is_ascii_alphanumeric());
    words.iter().any(|word| link.contains(word)) || parts.into_iter().any(|part| part == "ir")
}
