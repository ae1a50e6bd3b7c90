//! What stands in the place of a secret: `xxxx`, `<your key>`, `${TOKEN}`, `changeme`.
//!
//! Never: knows a shape; it looks at the value alone.

/// Pieces that no secret has, in small letters.
const MARKS: &[&str] = &[
    "xxxx",
    "****",
    "####",
    "....",
    "____",
    "----",
    "placeholder",
    "changeme",
    "change-me",
    "change_me",
    "redacted",
    "your_",
    "your-",
    "yourkey",
    "yourtoken",
    "yourapi",
    "yourpass",
    "yoursecret",
    "<your",
    "${",
    "{{",
    "}}",
    "$(",
    "process.env",
    "os.environ",
    "notreal",
    "not-real",
    "not_real",
    "deadbeef",
    "lorem",
    // the name and the subject in the token that every introduction shows
    "ijoiMTIzNDU2Nzg5MC",
];

/// Passwords that everybody knows, which posts about passwords name.
const FAMOUS: &[&str] = &[
    "password",
    "password1",
    "password12",
    "password123",
    "password1!",
    "password123!",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "p@55w0rd",
    "pa$$w0rd",
    "pa$$word",
    "123456",
    "1234567",
    "12345678",
    "123456789",
    "1234567890",
    "qwerty",
    "qwerty123",
    "abc123",
    "abcd1234",
    "letmein",
    "letmein123",
    "welcome",
    "welcome1",
    "welcome123",
    "admin",
    "admin123",
    "iloveyou",
    "monkey",
    "dragon",
    "hunter2",
    "secret",
    "secret123",
    "test",
    "test123",
    "guest",
    "guest123",
    "root",
    "toor",
    "foobar",
    "foobar123",
    "trustno1",
    "1q2w3e4r",
    "1qaz2wsx",
    "correcthorsebatterystaple",
    "correct-horse-battery-staple",
    "s3cr3t",
    "s3cret",
    "pass123",
    "pass1234",
    "mypassword1",
];

/// Words that make an example of a value, as a part of their own, beside nothing but `OF_EXAMPLES`.
const EXAMPLES: &[&str] = &[
    "example", "insert", "dummy", "sample", "demo", "enter", "replace", "put", "your", "my", "the",
];

/// What stands beside them.
const OF_EXAMPLES: &[&str] = &[
    "key", "token", "password", "passwort", "pass", "secret", "api", "here", "value", "only",
    "user", "with", "me", "code", "a", "own", "access", "client", "new", "test", "x", "for",
    "docs", "not", "real", "this",
];

/// Whether `value` stands for a secret and is none, or is a password that everybody knows.
pub(super) fn is_placeholder(value: &str) -> bool {
    stands_for_one(value) || is_famous(value)
}

/// Whether everybody knows it as a password.
pub(super) fn is_famous(value: &str) -> bool {
    let small = value.to_ascii_lowercase();
    let trimmed = small.trim_matches(|c: char| !c.is_alphanumeric());
    FAMOUS.contains(&small.as_str()) || FAMOUS.contains(&trimmed)
}

/// Whether `value` stands for a secret and is none.
pub(super) fn stands_for_one(value: &str) -> bool {
    let small = value.to_ascii_lowercase();
    let trimmed = small.trim_matches(|c: char| !c.is_alphanumeric());
    trimmed.is_empty()
        || small.starts_with(['<', '[', '{'])
        || is_variable(value)
        || MARKS
            .iter()
            .any(|mark| small.contains(&mark.to_ascii_lowercase()))
        || is_example(&small)
        || EMPTY.contains(&trimmed)
        || has_row(small.as_bytes())
}

/// `$TOKEN`, `%PASSWORD%`, `$token`, `%s`
fn is_variable(value: &str) -> bool {
    let is_name = |name: &str| {
        let is_in_one_case =
            !name.contains(char::is_lowercase) || !name.contains(char::is_uppercase);
        is_in_one_case
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
    };
    let name = value.strip_prefix(['$', '%']);
    name.is_some_and(|name| is_name(name.trim_end_matches('%')) || name.starts_with('{'))
}

/// `EXAMPLE` at the end, and what is put together from words of an example alone.
fn is_example(small: &str) -> bool {
    let mut parts = small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let is_number = |part: &str| part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_it =
        |part: &str| EXAMPLES.contains(&part) || OF_EXAMPLES.contains(&part) || is_number(part);
    let has_example = small
        .split(|c: char| !c.is_alphanumeric())
        .any(|part| EXAMPLES.contains(&part));
    small.ends_with("example")
        || small.ends_with("examplekey")
        || has_example && parts.all(is_of_it)
}

/// What a program writes where there is nothing.
const EMPTY: &[&str] = &["none", "null", "true", "false"];

/// Whether most of it is one character repeated, or characters that follow one another as in `abcdef`
/// and `987654`.
fn has_row(bytes: &[u8]) -> bool {
    let mut longest = 0;
    for step in [0_i16, 1, -1] {
        let mut n = 1;
        for (a, b) in bytes.iter().zip(bytes.iter().skip(1)) {
            let follows = i16::from(*b) - i16::from(*a) == step && a.is_ascii_alphanumeric();
            // behind 9 comes 0
            let turns = step == 1 && (*a, *b) == (b'9', b'0');
            n = if follows || turns { n + 1 } else { 1 };
            longest = longest.max(n);
        }
    }
    longest >= 8 || longest >= 4 && longest * 2 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_secret_is_none() {
        for value in [
            "xxxxxxxx",
            "<token>",
            "${TOKEN}",
            "{{ api_key }}",
            "IOSFODNN7EXAMPLE",
            "changeme",
            "Hunter2!",
            "1234567890abcdef1234567890abcdef",
            "aaaaaaaaaaaa",
            "your_api_key_here",
            "•••",
            "P@ssw0rd",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in ["fmk&L8Ze8aJLB", "99jPx9m02Bb3", "Sunny4Tea!", "k3-abc-9Q"] {
            assert!(!is_placeholder(value), "{value}");
        }
    }
}
