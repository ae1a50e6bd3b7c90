//! The kinds of Vale that count: occurrences, metrics, reading grades.
//!
//! Never: counts; it writes down what is to be counted.

use super::action::action;
use super::dialect::ours;
use super::kinds::{Found, with_action};
use super::options::Options;
use super::write::Form;
use crate::guideline::Fault;
use crate::text::one_line;

/// `occurrence`.
pub(super) fn occurrence(options: &mut Options) -> Result<Found, Fault> {
    let token = options.text("token")?;
    let (max, min) = (options.count("max")?, options.count("min")?);
    if token.is_empty() || (max == 0 && min == 0) {
        return Err(options.fault("it wants a `token`, and a `max` or a `min` above 0"));
    }
    // one finding in each stretch
    options.count("limit")?;
    let form = Form::new("Occurs")
        .text("of", &ours(&token))
        .count("max", max)
        .count("min", min)
        .flag("any_case", options.flag("ignorecase", false)?);
    let found = Found {
        form,
        places: &["{figure}"],
        ..Found::default()
    };
    let mut found = with_action(found, action(options)?, false);
    found.places = &["{figure}"];
    Ok(found)
}

/// `metric`.
pub(super) fn metric(options: &mut Options) -> Result<Found, Fault> {
    let (formula, condition) = (options.text("formula")?, options.text("condition")?);
    if formula.is_empty() || condition.is_empty() {
        return Err(options.fault("it wants a `formula` and a `condition`"));
    }
    measured(options, &one_line(&formula), &one_line(&condition))
}

/// `readability`: the mean of some grades.
pub(super) fn readability(options: &mut Options) -> Result<Found, Fault> {
    let names = options.texts("metrics")?;
    let grades = names.iter().map(|name| {
        grade(name).ok_or_else(|| options.fault(format!("there is no reading grade `{name}`")))
    });
    let grades = grades.collect::<Result<Vec<&str>, Fault>>()?;
    let most = options.number("grade")?;
    if grades.is_empty() {
        return Err(options.fault("it has no `metrics`"));
    }
    let formula = format!("(({})) / {}", grades.join(") + ("), grades.len());
    let formula = if grades.len() == 1 {
        grades.concat()
    } else {
        formula
    };
    measured(options, &formula, &format!("> {most}"))
}

fn measured(options: &mut Options, formula: &str, condition: &str) -> Result<Found, Fault> {
    options.count("limit")?;
    let found = Found {
        form: Form::new("Metric")
            .text("formula", formula)
            .text("condition", condition),
        ..Found::default()
    };
    let mut found = with_action(found, action(options)?, false);
    found.places = &["{figure}"];
    found.fixes.clear();
    Ok(found)
}

/// The formula of a reading grade, as it was published.
fn grade(name: &str) -> Option<&'static str> {
    Some(match name {
        "Gunning Fog" => "0.4 * (words / sentences + 100 * complex_words / words)",
        "Coleman-Liau" => "5.88 * characters / words - 29.6 * sentences / words - 15.8",
        "Flesch-Kincaid" => "0.39 * words / sentences + 11.8 * syllables / words - 15.59",
        "SMOG" => "1.043 * math.sqrt(30 * polysyllabic_words / sentences) + 3.1291",
        "Automated Readability" | "ARI" => {
            "4.71 * characters / words + 0.5 * words / sentences - 21.43"
        }
        _ => return None,
    })
}
