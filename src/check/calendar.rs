//! Days, months, numbers and units of time by their names.
//!
//! Never: looks at more than one word.

use std::sync::LazyLock;

use super::tongue::{Words, set};

static WEEKDAYS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "monday tuesday wednesday thursday friday saturday sunday tue tues thu thurs fri
        montag dienstag mittwoch donnerstag freitag samstag sonntag
        lundi mardi mercredi jeudi vendredi samedi dimanche
        lunes martes miércoles jueves viernes sábado domingo",
    )
});

static MONTHS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        januar februar märz mai juni juli oktober dezember
        janvier février mars avril juin juillet août septembre octobre novembre décembre
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
});

/// Everything but digits that a point in time may start with.
static STARTS: LazyLock<Words> = LazyLock::new(|| {
    let words = set(
        "mon wed sat sun this next later earlier first end close noon midnight midday lunchtime eod
        cob within in one two three four five six seven eight nine ten eleven twelve
        today tonight tomorrow heute morgen übermorgen demain aujourd'hui mañana hoy",
    );
    words
        .into_iter()
        .chain(WEEKDAYS.iter().copied())
        .chain(MONTHS.iter().copied())
        .collect()
});

/// Whether a point in time may start with the word.
pub(super) fn may_start(word: &str) -> bool {
    // only these forms of a weekday are not in the list itself
    STARTS.contains(word) || (word.ends_with('s') && is_weekday(word))
}

/// A word for a day close by.
pub(super) fn is_soon(word: &str) -> bool {
    matches!(
        word,
        "today" | "tonight" | "tomorrow" | "heute" | "morgen" | "übermorgen" | "demain"
    ) || matches!(word, "aujourd'hui" | "mañana" | "hoy")
}

/// A day of the week, in English, German, French or Spanish; "Sundays" and "Sunday's" too.
pub(super) fn is_weekday(word: &str) -> bool {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let one = bare.strip_suffix('s').filter(|one| one.ends_with("day"));
    WEEKDAYS.contains(one.unwrap_or(bare))
}

/// A month, in English, German, French or Spanish.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(word)
}

/// A unit in which time is counted.
pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "minute" | "min" | "hour" | "hr" | "day" | "week" | "fortnight" | "month"
    )
}

/// A number from one to twelve in words.
pub(super) fn is_small_number(word: &str) -> bool {
    matches!(
        word,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
    ) || matches!(word, "eleven" | "twelve")
}

/// How many digits the word has, when it is nothing else.
pub(super) fn n_of_digits(word: &str) -> Option<usize> {
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(word.len())
}

/// "14th"; the first may be the first of anything.
pub(super) fn is_ordinal(word: &str) -> bool {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    number
        .and_then(|number| number.parse::<u8>().ok())
        .is_some_and(|day| (2..=31).contains(&day))
}

/// "24" and "24th".
pub(super) fn is_day_of_month(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_day = number
        .parse::<u8>()
        .is_ok_and(|day| (1..=31).contains(&day));
    is_day && matches!(word.len() - number.len(), 0 | 2)
}

/// "1998".
pub(super) fn is_year(word: &str) -> bool {
    n_of_digits(word) == Some(4) && (word.starts_with("19") || word.starts_with("20"))
}
