//! Words on one line.
//!
//! Never: cuts them short.

/// Every gap as one space, none at either end.
///
/// ```
/// assert_eq!(postwright::text::one_line(" One\r\n\n  two "), "One two");
/// ```
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
