//! An address taken apart: where it leads, and what it looks like.
//!
//! Never: opens it.

use std::fmt;

use unicode_security::MixedScript as _;
use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::is_potential_mixed_script_confusable_char;
use url::{Host, Url};

use crate::text::Span;

/// Hosts that everybody knows, and that others dress up as.
const KNOWN: [&str; 24] = [
    "amazon.com",
    "apple.com",
    "bsky.app",
    "dropbox.com",
    "ebay.com",
    "facebook.com",
    "github.com",
    "google.com",
    "icloud.com",
    "instagram.com",
    "linkedin.com",
    "mastodon.social",
    "microsoft.com",
    "netflix.com",
    "office.com",
    "outlook.com",
    "paypal.com",
    "reddit.com",
    "tiktok.com",
    "twitter.com",
    "whatsapp.com",
    "wikipedia.org",
    "wordpress.com",
    "youtube.com",
];

/// An address, as far as it can be read.
pub(super) struct Address {
    /// Where it leads, as people read it.
    pub(super) host: String,
    /// Where the host stands in the link; none where that cannot be told.
    pub(super) place: Option<Span>,
    /// The same as computers send it.
    ascii: String,
    /// What stands before an `@`.
    user: String,
    is_number: bool,
    is_punycode: bool,
}

/// Why an address looks like another.
#[derive(Debug)]
pub(super) enum Trick {
    /// What stands before the `@` is no host.
    User(String),
    /// A number instead of a name.
    Number,
    /// The host looks like this one.
    Like(String),
    /// Letters of several scripts in one name.
    Mixed,
    /// A name in punycode, and how it reads.
    Punycode(String),
    /// The words name this host.
    Shown(String),
}

impl Trick {
    /// The host that was meant, where it is known.
    pub(super) fn meant(&self) -> Option<&str> {
        match self {
            Self::Like(host) => Some(host),
            Self::User(_) | Self::Number | Self::Mixed | Self::Punycode(_) | Self::Shown(_) => None,
        }
    }

    /// What is odd, in a sentence without its end.
    pub(super) fn words(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Trick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(user) => write!(f, "{user} is only a name before the @"),
            Self::Number => write!(f, "it is a number instead of a name"),
            Self::Like(host) => write!(f, "it looks like {host}, and is not"),
            Self::Mixed => write!(f, "its letters are of several scripts"),
            Self::Punycode(host) => write!(f, "it reads {host} once it is decoded"),
            Self::Shown(host) => write!(f, "the words say {host}"),
        }
    }
}

impl Address {
    /// Reads a link, with or without a scheme; none for what leads nowhere.
    pub(super) fn read(link: &str) -> Option<Self> {
        let link = link.trim_end_matches(['.', ',', ')', '!', '?', ';', ':', '…', '’', '\'']);
        let url = if link.contains("://") {
            Url::parse(link)
        } else {
            Url::parse(&format!("https://{link}"))
        };
        let url = url.ok()?;
        let host = url.host()?;
        let is_number =
            !matches!(host, Host::Domain(_)) && (!is_private(&host) || is_whole_number(link));
        let ascii = url.host_str()?.to_owned();
        let (unicode, _) = idna::domain_to_unicode(&ascii);
        let lower = link.to_lowercase();
        let place = [&unicode, &ascii].into_iter().find_map(|host| {
            let at = lower
                .rfind(host.as_str())
                .filter(|_| lower.len() == link.len())?;
            Some(Span::new(at, at + host.len()))
        });
        Some(Self {
            is_number,
            is_punycode: lower.contains("xn--") && unicode != ascii,
            user: url.username().to_owned(),
            host: unicode,
            place,
            ascii,
        })
    }

    /// Whether it leads to one of these domains, or below one.
    pub(super) fn is_of(&self, domains: &[String]) -> bool {
        let is_it = |domain: &String| {
            let rest = [&self.ascii, &self.host].map(|host| host.strip_suffix(domain.as_str()));
            let is_end = |rest: Option<&str>| {
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            rest.into_iter().any(is_end)
        };
        self.user.is_empty() && domains.iter().any(is_it)
    }

    /// What is odd about it, if anything.
    pub(super) fn trick(&self, own: &[String]) -> Option<Trick> {
        if self.user.contains('.') {
            return Some(Trick::User(self.user.clone()));
        }
        if self.is_number {
            return Some(Trick::Number);
        }
        if let Some(twin) = self.twin(own) {
            return Some(Trick::Like(twin));
        }
        let is_mixed = self.host.split('.').any(|label| {
            !label.is_single_script()
                && label.chars().any(is_potential_mixed_script_confusable_char)
        });
        if is_mixed {
            return Some(Trick::Mixed);
        }
        self.is_punycode.then(|| Trick::Punycode(self.host.clone()))
    }

    /// Another host than the words of the link name.
    pub(super) fn differs_from(&self, words: &str, own: &[String]) -> Option<Trick> {
        let words = words.trim();
        let is_host = words.contains('.') && !words.contains(char::is_whitespace);
        let shown = Self::read(words).filter(|_| is_host)?;
        let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
        let (shown_host, host) = (bare(&shown.ascii), bare(&self.ascii));
        let is_same = shown_host == host
            || host.ends_with(&format!(".{shown_host}"))
            || shown_host.ends_with(&format!(".{host}"));
        let has_ending = shown_host
            .rsplit('.')
            .next()
            .is_some_and(crate::platform::is_tld);
        let is_own = shown.is_of(own) || host.rsplit('.').next() == shown_host.rsplit('.').next();
        (!is_same && (has_ending || is_own)).then_some(Trick::Shown(shown.host))
    }

    /// The own or well-known host that it looks like.
    fn twin(&self, own: &[String]) -> Option<String> {
        let known = own.iter().map(String::as_str).chain(KNOWN);
        let ends_in = |host: &str, domain: &str| {
            let rest = host.strip_suffix(domain);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let looks = look(&self.host);
        let mut twins =
            known.filter(|domain| ends_in(&looks, &look(domain)) && !ends_in(&self.host, domain));
        twins.next().map(str::to_owned)
    }
}

/// How a host looks at a glance.
fn look(host: &str) -> String {
    skeleton(&host.to_lowercase()).collect()
}

/// Whether the host is written as one number: `http://3232235777/x`.
pub(super) fn is_whole_number(link: &str) -> bool {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let digits = host.strip_prefix("0x").unwrap_or(host);
    digits.len() > 5
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !host.contains('.')
        && (host.len() > digits.len() || host.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An address of one's own network, which is another rule's matter, or of the machine itself.
fn is_private(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(ip) => {
            ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified()
        }
        Host::Ipv6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
        Host::Domain(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str, trick: &str) {
        let own = ["shop.example".to_owned(), "brightside.com".to_owned()];
        let address = Address::read(link).expect("it is read");
        let found = address.trick(&own).filter(|_| !address.is_of(&own));
        assert_eq!(
            found.map(|one| one.words()).unwrap_or_default(),
            trick,
            "{link}"
        );
    }

    #[test]
    fn plain_links_are_what_they_look_like() {
        for link in [
            "https://shop.example/returns",
            "https://www.paypal.com/help",
            "https://münchen.de",
            "https://пример.рф/страница",
            "https://日本語.jp",
            "https://user@git.example.org/a",
            "http://127.0.0.1:8080",
            "http://10.0.0.4",
            "brightside.com",
            "https://mail.brightside.com",
            "https://earn.example",
        ] {
            check(link, "");
        }
    }

    #[test]
    fn a_host_in_disguise_is_named() {
        check(
            "https://paypal.com@evil.example/a",
            "paypal.com is only a name before the @",
        );
        check("https://раураl.com", "it looks like paypal.com, and is not");
        check(
            "https://paypa1.com/login",
            "it looks like paypal.com, and is not",
        );
        check(
            "https://rnicrosoft.com",
            "it looks like microsoft.com, and is not",
        );
        check("https://briqhtside.com", "");
        check(
            "https://brightsіde.com",
            "it looks like brightside.com, and is not",
        );
        check(
            "https://xn--80ak6aa92e.com",
            "it looks like apple.com, and is not",
        );
        check(
            "https://xn--mnchen-3ya.de",
            "it reads münchen.de once it is decoded",
        );
        check("http://203.0.113.9/a", "it is a number instead of a name");
        check("http://0x7f000001.example", "");
        check(
            "https://gооgle-help.com",
            "its letters are of several scripts",
        );
    }
}
