//! Ids out of names.
//!
//! Never: a letter that a file name or a command line could stumble over.

use unicode_normalization::UnicodeNormalization as _;

/// Returns a name in small ASCII letters and digits with dashes between its parts, as ids are
/// written: `Zoë's Lädchen` becomes `zoes-ladchen`. Nothing is left of a script that is no Latin.
pub fn kebab(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => "l".to_owned(),
            'ø' => "o".to_owned(),
            'đ' | 'ð' => "d".to_owned(),
            'ı' => "i".to_owned(),
            'ß' => "ss".to_owned(),
            'æ' => "ae".to_owned(),
            'œ' => "oe".to_owned(),
            'þ' => "th".to_owned(),
            '-' | '_' | '.' | '/' => "-".to_owned(),
            c if c.is_whitespace() => "-".to_owned(),
            c if c.is_ascii_alphanumeric() => c.to_string(),
            _ => String::new(),
        })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::kebab;

    #[test]
    fn a_name_becomes_plain_letters_with_dashes() {
        assert_eq!(kebab("Anne-Marie O'Neil"), "anne-marie-oneil");
        assert_eq!(kebab(" Łódź  & Co. "), "lodz-co");
        assert_eq!(kebab("Our wiki/talk"), "our-wiki-talk");
        assert_eq!(kebab("微博 👩‍👩‍👧"), "");
    }
}
