//! The words that announce a secret: "password", "contraseña", "wifi key", "door code".
//!
//! Never: looks at what they announce.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::Span;

/// What a word announces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    /// Something that a person types in.
    Password,
    /// Something that a program sends.
    Key,
    /// What a program sends behind the name of how it does so.
    Sent,
    /// A word that means much else; only an assignment in code counts.
    Bare,
    /// A number that opens a door or an account.
    Code,
    /// Words that bring back a wallet.
    Phrase,
    /// A name and a password behind it.
    Login,
    /// An option of a command, with the password right behind it.
    Option,
}

/// The words, in small letters, each with what it announces.
const WORDS: &[(Sort, &str)] = &[
    (
        Sort::Password,
        "password|passwd|passphrase|passcode|pwd|pw|p@ssword|passwort|kennwort|mot de passe|contraseña
        contrasenya|clave|senha|palavra-passe|wachtwoord|lösenord|hasło|пароль|пароля|парола|şifre|şifresi|parola
        parolası|parolă|heslo|salasana|adgangskode|adgangskoden|kodeord|kodeordet|passordet|lösenordet|salasanan|parolamız|şifremiz|passord|jelszó|lozinka|geslo|parool|slaptažodis
        lykilorð|mật khẩu|kata sandi|密码|密碼|口令|パスワード|暗証番号|비밀번호|비번|암호|كلمة المرور|كلمة السر|סיסמה|סיסמא
        κωδικός πρόσβασης|κωδικός|पासवर्ड|รหัสผ่าน|credential|wifi key|wi-fi key|wlan key|wpa key|wpa2 key
        network key|wlan-schlüssel|netzwerkschlüssel|clé wifi|clé wi-fi",
    ),
    (
        Sort::Key,
        "secret|token|api key|api_key|api-key|apikey|access key|access_key|accesskey|account_key|accountkey
        private_key|private key|encryption key|encryption_key|bearer|sharedaccesssignature",
    ),
    (Sort::Sent, "authorization: basic|authorization: bearer|authorization: token"),
    (Sort::Bare, "key|pass"),
    (
        Sort::Code,
        "pin|pin code|pin number|pincode|door code|gate code|alarm code|access code|entry code|security code|safe code
        lock code|lockbox code|keypad code|building code|entrance code|garage code|unlock code|key box code
        code for the door|code for the front door|code for the back door|code for the gate|code for the safe
        code for the alarm|code for the lockbox|code for the key box|code for the office|code for the building
        code for the garage|code to the door|code to the gate|code to the safe|code to the office|code to the alarm
        verification code|confirmation code|2fa code|mfa code|one-time code|one time code|one-time password|otp
        login code|sms code|authentication code|authenticator code|combination for the safe|combination to the safe
        safe combination|cvv|cvc|türcode|tür-code|zugangscode|alarmcode|torcode|bestätigungscode|einmalcode|code für die tür
        digicode|code de la porte|code de l'alarme|code de vérification|code du portail
        código de la puerta|código de verificación|código de la alarma|codice della porta|codice di verifica
        codice dell'allarme|deurcode|verificatiecode|portkod|dörrkod|dørkode|kod do drzwi|kod do domofonu",
    ),
    (
        Sort::Phrase,
        "seed phrase|recovery phrase|seed words|recovery words|mnemonic|secret phrase|backup phrase|wallet phrase
        wallet seed|wiederherstellungsphrase|phrase de récupération|frase semilla|frase de recuperación",
    ),
    (
        Sort::Login,
        "login|log in with|log in as|log-in|logins|sign in with|sign in as|sign-in|u/p|user/pass|user/password|user/pw
        username/password|creds|credentials|anmeldung|zugangsdaten|identifiants|zugang|inloggen|acceso",
    ),
    (Sort::Option, "curl -u|curl --user|sshpass -p|mysql -|mysqldump -|mariadb -"),
];

/// Every word in the ways it is written, with what it announces.
struct Marks {
    found: Option<AhoCorasick>,
    sorts: Vec<Sort>,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(sort, list)| {
        let words = list.split(['|', '\n']).map(str::trim);
        words.flat_map(move |word| written(word).into_iter().map(move |word| (*sort, word)))
    });
    let (sorts, words): (Vec<Sort>, Vec<String>) = words.unzip();
    let found = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .ok();
    Marks { found, sorts }
});

/// A word, and in capitals where the search does not know them as the same.
fn written(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if !word.is_ascii() {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_uppercase().to_string());
        out.push(word.to_uppercase());
        out.push(first.unwrap_or_default() + chars.as_str());
        out.dedup();
    }
    out
}

/// Where such words stand, in order.
pub(super) fn announced(text: &str) -> impl Iterator<Item = (Span, Sort)> {
    let found = MARKS
        .found
        .iter()
        .flat_map(move |found| found.find_iter(text));
    found.filter_map(|mark| {
        let sort = MARKS.sorts.get(mark.pattern().as_usize())?;
        let is_word = *sort == Sort::Option || is_word_start(text, mark.start());
        is_word.then(|| (Span::new(mark.start(), mark.end()), *sort))
    })
}

/// Whether a word begins there: at the start, behind what is no letter, at a hump; in scripts without
/// capitals anywhere.
fn is_word_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let is_hump = text
        .get(at..)
        .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    before.is_none_or(|c| !c.is_lowercase() && !c.is_uppercase() || is_hump && c.is_lowercase())
}
