//! What a rule says, with the words that it found put in.
//!
//! Never: writes a sentence of its own.

use super::Fix;

/// Puts what was found, what could stand instead, and a figure in the place of `{found}`,
/// `{instead}` and `{figure}`, and what the kind `told` in the place of its names; a text without
/// these stays as it is.
pub(super) fn filled(
    words: &str,
    found: &str,
    fixes: &[Fix],
    told: &[(&'static str, String)],
    figure: &dyn Fn() -> String,
) -> String {
    if !words.contains('{') {
        return words.to_owned();
    }
    let instead = || {
        let labels: Vec<&str> = fixes.iter().map(|fix| fix.label.as_str()).collect();
        match labels.split_last() {
            None => "other words".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        }
    };
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let observed = || found.to_owned();
        let known: [(&str, &dyn Fn() -> String); 3] = [
            ("found}", &observed),
            ("instead}", &instead),
            ("figure}", figure),
        ];
        let hit = known
            .iter()
            .find_map(|(name, value)| Some((after.strip_prefix(name)?, value)));
        let told = || {
            let is_it = |(name, value): &'_ (&'static str, String)| {
                let behind = after.strip_prefix(name)?.strip_prefix('}')?;
                Some((behind.len(), value.clone()))
            };
            told.iter().find_map(is_it)
        };
        if let Some((behind, value)) = hit {
            out.push_str(&value());
            rest = behind;
        } else if let Some((n_left, value)) = told() {
            out.push_str(&value);
            rest = after.get(after.len() - n_left..).unwrap_or_default();
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}
