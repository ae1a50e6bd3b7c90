//! Posts with something made up in them that must not get out, by a generator with a seed.

use std::fs;
use std::path::Path;

use postwright::check::with_specimens;

use super::Post;

/// What posts say around a secret; `%` is where it stands.
const AROUND: &[&str] = &[
    "Finally got it running with %, what a day!",
    "(%)",
    "Use %. It works until Friday",
    "thread 2/3: then paste %, save, done",
    "\"%\" is what the console said 🎉",
    "cc @asha %",
];

/// How passwords are said.
const SAID: &[&str] = &[
    "password: %",
    "Password is %, see you at nine",
    "the guest wifi password is % 🎉",
    "login admin, pw: %",
    "PW = %",
    "DB_PASSWORD=% npm start",
    "The password for the staging site is %.",
    "Passwort: %",
    "mot de passe : %",
    "New password (valid until May): %",
    "user: demo password: % have fun",
    "the wifi password is now “%”",
    "postgres://app:%@db.example.com:5432/shop",
    "It says {\"user\": \"demo\", \"password\": \"%\"}",
    "la contraseña es %",
    "--password=%",
];

/// How keys without a shape are named.
const NAMED: &[&str] = &[
    "api_key: %",
    "apiKey = '%'",
    "client_secret=%",
    "SECRET_KEY=\"%\"",
    "Our API key is % for now",
    "curl -H 'Authorization: Bearer %'",
    "https://api.example.com/v1/posts?limit=5&access_token=%",
    "token => \"%\"",
    "AccountKey=%",
    "aws_secret_access_key = %",
];

/// Posts of the categories whose rules there are.
pub fn leaky() -> Vec<Post> {
    let mut out = Vec::new();
    let mut add = |leaks: &str, text: String| {
        out.push(Post {
            text,
            leaks: Some(leaks.to_owned()),
        });
    };
    for (n, id) in shapes().iter().enumerate() {
        let around = AROUND[n % AROUND.len()];
        let key = with_specimens(&format!("«secret:{id}:leak»")).into_owned();
        add("secret", around.replace('%', &key));
    }
    let mut chance = Chance(17);
    for said in SAID {
        for _ in 0..3 {
            add("secret", said.replace('%', &chance.password()));
        }
    }
    for named in NAMED {
        for _ in 0..2 {
            add("secret", named.replace('%', &chance.row(40)));
        }
    }
    for disguised in disguised() {
        add("secret", disguised);
    }
    for (n, issuer) in ["visa", "mastercard", "amex", "discover", "jcb", "unionpay"]
        .iter()
        .cycle()
        .take(24)
        .enumerate()
    {
        let card = with_specimens(&format!("«card:{issuer}:{n}»")).into_owned();
        let joints = ["", " ", "-", ".", "\u{a0}", "\u{2011}"];
        let card = card.replace(' ', joints[n / 2 % joints.len()]);
        add("pii_card", format!("The refund goes to {card}, thank you"));
    }
    for (n, country) in ["gb", "de", "nl", "es", "fr", "ie"]
        .iter()
        .cycle()
        .take(18)
        .enumerate()
    {
        let iban = with_specimens(&format!("«iban:{country}:{n}»")).into_owned();
        let iban = match n % 3 {
            0 => iban,
            1 => iban.replace(' ', ""),
            _ => iban.to_lowercase(),
        };
        add("pii_iban", format!("Please pay {iban}. Thank you"));
    }
    for (id, named) in IDS {
        for n in 0..2 {
            let number = with_specimens(&format!("«id:{id}:{n}»")).into_owned();
            add("pii_gov_id", named.replace('%', &number));
        }
    }
    out
}

const IDS: &[(&str, &str)] = &[
    ("us-ssn", "His social security number, %, was on the form"),
    ("us-ssn", "Verified %"),
    ("uk-nino", "New starter, NINO %, first day Monday"),
    ("uk-nhs", "NHS number: %"),
    ("de-steuer", "Steuer-ID % fehlt noch"),
    ("fr-nir", "Il a donné %."),
    ("es-dni", "Su DNI es %"),
    ("es-nie", "NIE: %"),
    ("it-cf", "Il suo codice: %"),
    ("nl-bsn", "BSN %, klopt dat?"),
    ("se-pnr", "personnummer % saknas"),
    ("in-aadhaar", "Aadhaar no. %"),
    ("ca-sin", "Social insurance number %"),
    ("br-cpf", "O cliente % ligou"),
];

/// The same key in disguise.
fn disguised() -> Vec<String> {
    let key = with_specimens("«secret:github:disguised»").into_owned();
    let at = key.len() / 2;
    let (head, tail) = key.split_at(at);
    vec![
        format!("It is {head} {tail} for today"),
        format!("It is {head}\n{tail}"),
        format!("It is {head}\u{200b}{tail}"),
        format!("It is {head}\u{ad}{tail}"),
        format!("It is {}", key.replace('p', "р")),
        format!("It is {}", wide(&key)),
    ]
}

/// Digits as wide as a Chinese sign.
fn wide(key: &str) -> String {
    let wide = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(0xff10 + digit).unwrap(),
        None => c,
    };
    key.chars().map(wide).collect()
}

/// The short names of the shapes, as the file has them.
fn shapes() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/secrets.ron");
    let source = fs::read_to_string(file).unwrap();
    let ids = source.lines().filter_map(|line| {
        let id = line.trim().strip_prefix("(id: \"")?;
        Some(id.split_once('"')?.0.to_owned())
    });
    ids.collect()
}

/// Chance with a seed.
struct Chance(u32);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        // xorshift: <https://en.wikipedia.org/wiki/Xorshift>
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % n
    }

    fn one(&mut self, of: &str) -> char {
        let all: Vec<char> = of.chars().collect();
        all[self.below(all.len())]
    }

    fn row(&mut self, n: usize) -> String {
        const ALL: &str = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        (0..n).map(|_| self.one(ALL)).collect()
    }

    /// A password as people make them: words and a number, or signs at random.
    fn password(&mut self) -> String {
        const WORDS: &[&str] = &["tulip", "Harbor", "sunny", "Teapot", "otter", "Walnut"];
        let word = |chance: &mut Self| WORDS[chance.below(WORDS.len())];
        match self.below(4) {
            0 => format!(
                "{}{}{}",
                word(self),
                20 + self.below(70),
                self.one("!#$%&*")
            ),
            1 => format!("{}-{}-{}", word(self), word(self), 10 + self.below(80)),
            2 => format!(
                "{}{}{}",
                self.row(7),
                self.one("&#!*"),
                self.one("23456789")
            ),
            _ => self.row(12) + "7",
        }
    }
}
