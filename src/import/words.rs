//! What a rule of Vale says, with places for what it found.
//!
//! Never: makes a sentence up.

/// What stands for the first, second, … `%s` of a message.
pub(super) type Places = &'static [&'static str];

/// A message in one line, with `{found}`, `{instead}` and `{figure}` in the place of `%s`.
pub(super) fn told(message: &str, places: Places) -> String {
    let words: Vec<&str> = message.split_whitespace().collect();
    let message = words.join(" ");
    let mut out = String::with_capacity(message.len());
    let mut n = 0;
    let mut rest = message.as_str();
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let (named, after) = numbered(after);
        let mut marks = after.chars();
        let mark = marks.next();
        if let Some(named) = named.filter(|_| matches!(mark, Some('s' | 'd' | 'v' | 'q'))) {
            n = named;
        }
        match mark {
            Some('s' | 'd' | 'v') => {
                out.push_str(
                    places
                        .get(n)
                        .or(places.last())
                        .copied()
                        .unwrap_or("{found}"),
                );
                n += 1;
                rest = marks.as_str();
            }
            Some('q') => {
                let place = places.get(n).or(places.last()).copied();
                out.extend(["\"", place.unwrap_or("{found}"), "\""]);
                n += 1;
                rest = marks.as_str();
            }
            Some('%') => {
                out.push('%');
                rest = marks.as_str();
            }
            _ => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The place that a mark such as `%[2]s` names, counted from 0, and what follows.
fn numbered(after: &str) -> (Option<usize>, &str) {
    let named = after
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    let n = named.and_then(|(n, rest)| Some((n.parse::<usize>().ok()?.checked_sub(1)?, rest)));
    n.map_or((None, after), |(n, rest)| (Some(n), rest))
}

/// A message of a rule that replaces: of two `%s` in quotation marks the first loses its own,
/// because what it stands for may be several words.
pub(super) fn without_double_quotes(message: &str) -> String {
    let mut message = message.to_owned();
    for mark in ["'%s'", "\"%s\""] {
        if message.matches(mark).count() == 2 {
            message = message.replacen(mark, "%s", 1);
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_order() {
        let places: Places = &["{instead}", "{found}"];
        let check = |message: &str, expect: &str| assert_eq!(told(message, places), expect);
        check(
            "Use '%s' instead of '%s'.",
            "Use '{instead}' instead of '{found}'.",
        );
        check("100%% of\n  %d", "100% of {instead}");
        check("50% off", "50% off");
        check(
            "%[2]s, %[1]s, %s, %[x]s",
            "{found}, {instead}, {found}, %[x]s",
        );
        assert_eq!(without_double_quotes("'%s' not '%s'"), "%s not '%s'");
    }
}
