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
    "example",
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
    "insert",
    "dummy",
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
    "none",
    "null",
    "true",
    "false",
];

/// Whether `value` stands for a secret and is none.
pub(super) fn is_placeholder(value: &str) -> bool {
    let small = value.to_ascii_lowercase();
    let trimmed = small.trim_matches(|c: char| !c.is_alphanumeric());
    trimmed.is_empty()
        || small.starts_with(['$', '%', '<', '[', '{'])
        || MARKS
            .iter()
            .any(|mark| small.contains(&mark.to_ascii_lowercase()))
        || FAMOUS.contains(&small.as_str())
        || FAMOUS.contains(&trimmed)
        || has_row(small.as_bytes())
}

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
