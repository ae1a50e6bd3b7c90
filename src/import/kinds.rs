//! Each kind of rule that Vale has, as a kind of ours.
//!
//! Never: guesses at an option; one that is not known keeps the rule out.

use super::action::{Action, action};
use super::counted::{metric, occurrence, readability};
use super::dialect::{ours, places};
use super::options::Options;
use super::scope::{Scope, scope};
use super::sequence::sequence;
use super::vocabulary::{is_pattern, that_matter};
use super::words::Places;
use super::write::{Form, list, quoted};
use crate::check::kind::Each;
use crate::guideline::Fault;

/// What a rule looks for, written as `find:`.
pub(super) struct Found {
    /// The kind with its options.
    pub(super) form: Form,
    /// What stands for each `%s` of its message.
    pub(super) places: Places,
    /// Texts for the match.
    pub(super) fixes: Vec<String>,
    /// Whether it is for fields with a title.
    pub(super) titles: bool,
    /// Whether the message has quotation marks for one word too many.
    pub(super) replaces: bool,
    /// What of it is left out.
    pub(super) note: Option<String>,
}

impl Found {
    /// Adds what is left out.
    pub(super) fn noted(&mut self, what: &str) {
        self.note = Some(match self.note.take() {
            Some(before) => format!("{before}; {what}"),
            None => what.to_owned(),
        });
    }

    /// Sets where it looks.
    fn at(mut self, scope: Scope) -> Self {
        let each = match scope.each {
            Each::Text => None,
            Each::Paragraph => Some("Paragraph"),
            Each::Sentence => Some("Sentence"),
            Each::Item => Some("Item"),
        };
        if let Some(each) = each {
            self.form = self.form.put("each", each);
        }
        self.titles = scope.titles;
        if scope.lists_too {
            self.noted("in lists alone, not in titles");
        }
        self
    }
}

impl Default for Found {
    fn default() -> Self {
        Self {
            form: Form::new(""),
            places: &["{found}"],
            fixes: Vec::new(),
            titles: false,
            replaces: false,
            note: None,
        }
    }
}

/// Reads what a rule of the kind `extends` looks for.
pub(super) fn found(
    extends: &str,
    options: &mut Options,
    accepted: &[String],
) -> Result<Found, Fault> {
    let scope = if has_scope(extends) {
        scope(options)?
    } else {
        options.take("scope");
        Scope::default()
    };
    let found = match extends {
        "existence" => existence(options, accepted),
        "substitution" => substitution(options, accepted),
        "occurrence" => occurrence(options),
        "repetition" => repetition(options, accepted),
        "consistency" => consistency(options),
        "conditional" => conditional(options, accepted),
        "capitalization" => capitalization(options, accepted),
        "metric" => metric(options),
        "readability" => readability(options),
        "sequence" => sequence(options),
        "script" => Err(options.fault("it is a program, and rules are data here")),
        "" => Err(options.fault("the option `extends` is missing")),
        other => Err(options.fault(if other.contains('.') {
            format!("it builds on another rule, `{other}`")
        } else {
            format!("there is no kind of rule `{other}`")
        })),
    };
    found.map(|found| found.at(scope))
}

/// Whether a rule of this kind looks where its scope says; the others look at whole texts, or at
/// sentences, or are none.
pub(super) fn has_scope(extends: &str) -> bool {
    !matches!(
        extends,
        "metric" | "readability" | "sequence" | "script" | ""
    ) && !extends.contains('.')
}

/// A list of patterns, in our dialect; blank ones left out.
pub(super) fn patterns(options: &mut Options, name: &str) -> Result<Vec<String>, Fault> {
    let mut texts = options.texts(name)?;
    texts.retain(|text| !text.trim().is_empty());
    Ok(texts.iter().map(|text| ours(text)).collect())
}

/// The rule's exceptions and the accepted words that matter to it.
fn exceptions(
    options: &mut Options,
    accepted: &[String],
    looks_for: Option<&[String]>,
) -> Result<Vec<String>, Fault> {
    let mut own = patterns(options, "exceptions")?;
    if options.flag("vocab", true)? {
        own.extend(match looks_for {
            Some(patterns) => that_matter(accepted, patterns),
            None => accepted.to_vec(),
        });
    }
    own.dedup();
    Ok(own)
}

/// What an action adds to a rule that finds stretches.
pub(super) fn with_action(mut found: Found, action: Action, may_change: bool) -> Found {
    let left = |why: &str| format!("without its fix: {why}");
    match action {
        Action::None => {}
        Action::Replace(texts) if !texts.is_empty() => found.fixes = texts,
        Action::Replace(_) => found.noted(&left("it names no text")),
        Action::Remove => found.fixes = vec![String::new()],
        Action::Edit(change) if may_change => found.form = found.form.put("change", change),
        Action::Edit(_) => found.noted(&left("this kind has no edits")),
        Action::Left(why) => found.noted(&left(why)),
    }
    if !found.fixes.is_empty() {
        found.places = &["{found}", "{instead}"];
    }
    found
}

fn existence(options: &mut Options, accepted: &[String]) -> Result<Found, Fault> {
    let tokens = patterns(options, "tokens")?;
    let raw = ours(&options.texts("raw")?.concat());
    if tokens.is_empty() && raw.is_empty() {
        return Err(options.fault("it has neither `tokens` nor `raw`"));
    }
    let nonword = options.flag("nonword", false)?;
    let looks_for = raw.is_empty().then_some(tokens.as_slice());
    // a pattern of signs would match around any accepted word
    let accepted = if nonword { &[] } else { accepted };
    let except = exceptions(options, accepted, looks_for)?;
    let (before, after) = if options.flag("append", false)? {
        (String::new(), raw)
    } else {
        (raw, String::new())
    };
    let form = Form::new("Patterns")
        .text("before", &before)
        .texts("any_of", &tokens)
        .text("after", &after)
        .flag("any_case", options.flag("ignorecase", false)?)
        .flag("inside_words", nonword)
        .texts("except", &except)
        .count("limit", options.count("limit")?);
    let found = Found {
        form,
        places: &["{found}", "{instead}"],
        ..Found::default()
    };
    Ok(with_action(found, action(options)?, true))
}

fn substitution(options: &mut Options, accepted: &[String]) -> Result<Found, Fault> {
    let swap = options.pairs("swap")?;
    if swap.is_empty() {
        return Err(options.fault("it has no `swap`"));
    }
    let action = action(options)?;
    let is_replace = action == Action::Replace(Vec::new());
    let has_patterns = !is_replace && swap.iter().any(|(_, value)| is_pattern(value));
    let pairs: Vec<String> = swap
        .iter()
        .map(|(key, value)| {
            let twins: Vec<String> = twins(value, is_replace)
                .iter()
                .map(|one| quoted(one))
                .collect();
            format!("({}, [{}])", quoted(&ours(key)), twins.join(", "))
        })
        .collect();
    let keys: Vec<String> = swap.iter().map(|(key, _)| ours(key)).collect();
    let except = exceptions(options, accepted, Some(&keys))?;
    // the fix keeps the capital of the words in any case
    options.flag("capitalize", false)?;
    options.text("pos")?;
    let form = Form::new("PatternSwap").put("pairs", list(&pairs, 4));
    let form = if has_patterns {
        form.put("twins", "AsPatterns")
    } else {
        form
    };
    let form = form
        .flag("any_case", options.flag("ignorecase", false)?)
        .flag("inside_words", options.flag("nonword", false)?)
        .texts("except", &except)
        .count("limit", options.count("limit")?);
    let found = Found {
        form,
        replaces: is_replace,
        ..Found::default()
    };
    let mut found = if is_replace {
        found
    } else {
        with_action(found, action, true)
    };
    found.places = &["{instead}", "{found}"];
    Ok(found)
}

/// The options in a value: parted by bars where the rule replaces, else the value as it is.
fn twins(value: &str, is_replace: bool) -> Vec<String> {
    if !is_replace {
        let whole = places(value);
        return (!whole.is_empty()).then_some(whole).into_iter().collect();
    }
    let held = value.replace(r"\|", "\u{0}");
    held.split('|')
        .filter(|option| !option.is_empty())
        .map(|option| places(&option.replace('\u{0}', "|")))
        .collect()
}

fn repetition(options: &mut Options, accepted: &[String]) -> Result<Found, Fault> {
    let tokens = patterns(options, "tokens")?;
    if tokens.is_empty() {
        return Err(options.fault("it has no `tokens`"));
    }
    let except = exceptions(options, accepted, None)?;
    let form = Form::new("RepeatedMatch")
        .texts("any_of", &tokens)
        .count("max", options.count("max")?)
        .flag("any_case", options.flag("ignorecase", false)?)
        .flag("letters_only", options.flag("alpha", false)?)
        .texts("except", &except)
        .count("limit", options.count("limit")?);
    let found = Found {
        form,
        ..Found::default()
    };
    Ok(with_action(found, action(options)?, true))
}

fn consistency(options: &mut Options) -> Result<Found, Fault> {
    let either = options.pairs("either")?;
    if either.is_empty() {
        return Err(options.fault("it has no `either`"));
    }
    let pairs: Vec<String> = either
        .iter()
        .map(|(one, other)| format!("({}, {})", quoted(&ours(one)), quoted(&ours(other))))
        .collect();
    let form = Form::new("Either")
        .put("pairs", list(&pairs, 4))
        .flag("any_case", options.flag("ignorecase", false)?)
        .flag("inside_words", options.flag("nonword", false)?);
    // one finding of each pair at most
    options.count("limit")?;
    let found = Found {
        form,
        ..Found::default()
    };
    Ok(with_action(found, action(options)?, false))
}

fn conditional(options: &mut Options, accepted: &[String]) -> Result<Found, Fault> {
    let (first, second) = (options.text("first")?, options.text("second")?);
    if first.is_empty() || second.is_empty() {
        return Err(options.fault("it wants both `first` and `second`"));
    }
    let except = exceptions(options, accepted, None)?;
    // Vale reads the option and does not use it
    options.flag("ignorecase", false)?;
    let form = Form::new("Needs")
        .text("first", &ours(&first))
        .text("second", &ours(&second))
        .texts("except", &except)
        .count("limit", options.count("limit")?);
    let found = Found {
        form,
        ..Found::default()
    };
    Ok(with_action(found, action(options)?, true))
}

fn capitalization(options: &mut Options, accepted: &[String]) -> Result<Found, Fault> {
    let is_chicago = options.text("style")?.eq_ignore_ascii_case("chicago");
    let like = match options.text("match")?.as_str() {
        "" => return Err(options.fault("it has no `match`")),
        "$title" if is_chicago => "LongTitle".to_owned(),
        "$title" => "Title".to_owned(),
        "$sentence" => "Sentence".to_owned(),
        "$lower" => "Lower".to_owned(),
        "$upper" => "Upper".to_owned(),
        pattern => format!("Pattern({})", quoted(&ours(pattern))),
    };
    let except = exceptions(options, accepted, None)?;
    let indicators = options.texts("indicators")?;
    let agree = (options.number("threshold")? * 100.0).round().min(100.0) as usize;
    let prefix = options.text("prefix")?;
    options.count("limit")?;
    let form = Form::new("LetterCase")
        .put("like", like)
        .count("agree", agree)
        .texts("except", &except)
        .texts("indicators", &indicators);
    let found = Found {
        form,
        ..Found::default()
    };
    let action = action(options)?;
    // the fix is the kind's own
    let is_own = action == Action::Replace(Vec::new());
    let mut found = if is_own {
        found
    } else {
        with_action(found, action, false)
    };
    found.places = &["{found}", "{instead}"];
    if !prefix.is_empty() {
        found.noted("without its `prefix`");
    }
    Ok(found)
}
