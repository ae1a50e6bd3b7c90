//! `Metric(formula: "words / sentences", condition: "> 20")`: a figure about the whole text.
//!
//! Never: knows a text's meaning; it counts.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::formula::{Outcome, worked_out};
use crate::check::syllables::n_syllables;
use crate::text::{Span, sentences, tokens};

/// Finds that a figure about the text meets a condition, as the empty stretch at its end.
///
/// The formula knows `words`, `sentences`, `paragraphs`, `syllables`, `characters` (letters and
/// digits of the words), `long_words` (more than six of them), `complex_words` and
/// `polysyllabic_words` (three syllables or more; the former without endings such as -ed and -ing),
/// `+ - * / %`, brackets and functions such as `math.sqrt`. Measures of markup (`list`, `heading_h1`)
/// are 0. `{figure}` in what the rule says is the result, with two decimals. Syllables are those of
/// English. [`Readability`](super::Readability) is better for a post: it is silent about short ones.
///
/// ```ron
/// find: Metric(formula: "4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43", condition: "> 12")
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Metric {
    /// What is worked out.
    pub formula: String,
    /// What is found: a comparison, put behind the result.
    pub condition: String,
}

impl Kind for Metric {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.formula.is_empty() || self.condition.is_empty() {
            return Err("Metric needs a formula and a condition, as in \
                 `Metric(formula: \"words\", condition: \"> 100\")`"
                .to_owned());
        }
        let measures = Measures::of("One word.");
        match self.result(&measures)? {
            (_, Outcome::Truth(_)) => Ok(Box::new(self.clone())),
            (_, Outcome::Number(_)) => Err(format!(
                "{:?} is no comparison; it reads on from the result, as in `> 8`",
                self.condition
            )),
        }
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// It is about the text as a whole.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Metric {
    /// The figure, and whether the condition is met.
    fn result(&self, measures: &Measures) -> Result<(f64, Outcome), String> {
        let value = |name: &str| measures.value(name);
        let Outcome::Number(figure) = worked_out(&self.formula, &value)? else {
            return Err("the formula gives no number".to_owned());
        };
        // a text without words has no figure
        let figure = if figure.is_finite() { figure } else { 0.0 };
        let is_met = worked_out(&format!("{figure:.6} {}", self.condition), &value)?;
        Ok((figure, is_met))
    }
}

impl Finder for Metric {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let measures = Measures::of(looking.text());
        let is_met = matches!(self.result(&measures), Ok((_, Outcome::Truth(true))));
        if !is_met || measures.words == 0 {
            return Vec::new();
        }
        vec![Match {
            span: Span::at(looking.text().len()),
            ..Match::default()
        }]
    }

    fn figure(&self, text: &str, _span: Span) -> Option<String> {
        let (figure, _) = self.result(&Measures::of(text)).ok()?;
        Some(format!("{figure:.2}"))
    }
}

/// What a text measures.
#[derive(Debug, Default)]
struct Measures {
    words: usize,
    sentences: usize,
    paragraphs: usize,
    syllables: usize,
    characters: usize,
    long_words: usize,
    complex_words: usize,
    polysyllabic_words: usize,
}

impl Measures {
    fn of(text: &str) -> Self {
        let paragraphs = text.split("\n\n").filter(|one| !one.trim().is_empty());
        let mut measures = Self {
            sentences: sentences(text).len(),
            paragraphs: paragraphs.count(),
            ..Self::default()
        };
        for token in tokens(text) {
            let word = token.folded.as_str();
            let n_characters = word.chars().filter(|c| c.is_alphanumeric()).count();
            let n = n_syllables(word);
            measures.words += 1;
            measures.syllables += n;
            measures.characters += n_characters;
            measures.long_words += usize::from(n_characters > 6);
            measures.polysyllabic_words += usize::from(n > 2);
            measures.complex_words += usize::from(is_complex(word, n));
        }
        measures
    }

    fn value(&self, name: &str) -> Option<f64> {
        let n = match name {
            "words" => self.words,
            "sentences" => self.sentences,
            "paragraphs" => self.paragraphs,
            "syllables" => self.syllables,
            "characters" => self.characters,
            "long_words" => self.long_words,
            "complex_words" => self.complex_words,
            "polysyllabic_words" => self.polysyllabic_words,
            "list" | "pre" | "blockquote" => 0,
            _ if name.starts_with("heading_h") || name.starts_with("heading.h") => 0,
            _ => return None,
        };
        Some(n as f64)
    }
}

/// Three syllables or more without a common ending.
fn is_complex(word: &str, n: usize) -> bool {
    let ending = ["ing", "es", "ed"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    n > 2 && ending.is_none_or(|stem| n_syllables(stem) > 2)
}
