//! Hosts of an inner network, told by their address or their name.
//!
//! Never: asks a network; a name says what it says.

/// Whether `host` is an address that only an inner network knows, or this one machine's
/// neighbours.
///
/// Source: RFC 1918, RFC 6598, RFC 3927, RFC 4193.
pub(super) fn is_inner_address(
    host: &str,
    word_before: &str,
    scheme: &str,
    port: &str,
    path: &str,
) -> bool {
    let Some(octets) = octets(host) else {
        return is_inner_address_of_six(host);
    };
    let is_inner = match octets {
        [10, ..] | [192, 168, ..] | [169, 254, ..] => true,
        [172, second, ..] => (16..=31).contains(&second),
        [100, second, ..] => (64..=127).contains(&second),
        _ => false,
    };
    let is_plain = scheme.is_empty() && port.is_empty();
    let is_range = matches!((octets, path), ([10 | 172 | 192, _, 0, 0], mask) if mask.len() > 1);
    let is_router = is_plain
        && matches!(path, "" | "/")
        && matches!(
            octets,
            [192, 168, 0 | 1 | 2 | 178, 1 | 254] | [10, 0, 0, 1 | 138]
        );
    let word = word_before.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_version = is_plain && VERSIONS.contains(&word);
    is_inner && !is_router && !is_version && !is_range
}

/// Words before a version of four numbers.
const VERSIONS: [&str; 36] = [
    "chapter",
    "section",
    "sections",
    "clause",
    "paragraph",
    "article",
    "figure",
    "fig",
    "table",
    "appendix",
    "annex",
    "item",
    "step",
    "rule",
    "kapitel",
    "abschnitt",
    "chapitre",
    "sección",
    "version",
    "versions",
    "v",
    "ver",
    "release",
    "build",
    "firmware",
    "update",
    "patch",
    "driver",
    "sdk",
    "ios",
    "macos",
    "windows",
    "android",
    "kernel",
    "rev",
    "upgrade",
];

fn octets(host: &str) -> Option<[u8; 4]> {
    if !host.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut parts = host.split('.');
    let mut next = || parts.next()?.parse::<u8>().ok();
    let out = [next()?, next()?, next()?, next()?];
    parts.next().is_none().then_some(out)
}

/// `fd12:3456:789a::1`, `fe80::1`
fn is_inner_address_of_six(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    let is_of_six = host.matches(':').count() >= 2
        && host
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b':');
    let first = host.split(':').next().unwrap_or_default();
    let is_inner = first.starts_with("fd") || first.starts_with("fc") || first == "fe80";
    is_of_six && first.len() == 4 && is_inner
}

/// Whether `host` is a name that only an inner network knows.
pub(super) fn is_inner_name(host: &str, scheme: &str, port: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    if !host.split('.').all(is_label) {
        return false;
    }
    let Some((rest, last)) = host.rsplit_once('.') else {
        let is_web = matches!(scheme, "http" | "https" | "ssh" | "ftp" | "rdp" | "ldap");
        let is_name = host.starts_with(|c: char| c.is_ascii_alphabetic()) && host.len() > 1;
        return is_web
            && is_name
            && host != "localhost"
            && (!port.is_empty() || is_of_office(host));
    };
    let first = rest.split('.').next().unwrap_or(rest);
    let is_inner = match last {
        "internal" | "corp" | "lan" | "intranet" | "intra" | "localdomain" | "private" => {
            !PACKAGES.contains(&first) && !rest.ends_with("docker")
        }
        "local" => !HOMES.contains(&first) && !INVITES.contains(&first),
        "arpa" => rest.split('.').next_back() == Some("home"),
        _ => rest.contains('.') && (is_of_office(first) || rest.split('.').any(is_inner_label)),
    };
    is_inner && host.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// A label inside a public name that says where it leads: `wiki.corp.acme.example`.
fn is_inner_label(label: &str) -> bool {
    matches!(label, "intranet" | "internal" | "corp" | "intra" | "vpn")
}

/// Names that are only used inside.
fn is_of_office(name: &str) -> bool {
    matches!(name, "intranet" | "vpn")
}

/// First parts of the names of code, which are no hosts.
const PACKAGES: [&str; 14] = [
    "com", "org", "net", "io", "java", "javax", "android", "sun", "jdk", "std", "self", "this",
    "window", "host",
];

/// Devices that carry their name from the box.
const HOMES: [&str; 9] = [
    "raspberrypi",
    "homeassistant",
    "octopi",
    "fluidd",
    "mainsail",
    "pi",
    "retropie",
    "umbrel",
    "hassio",
];

/// Words of a wish, not of a host: "shop.local".
const INVITES: [&str; 14] = [
    "shop", "buy", "eat", "think", "drink", "go", "stay", "support", "act", "live", "love", "be",
    "settings", "env",
];

/// Whether a host is there for trying things out before they are public.
pub(super) fn is_staging(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let n = labels.len();
    let is_top =
        |label: &str| label.len() > 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    if n < 3 || !labels.last().is_some_and(|top| is_top(top)) {
        return false;
    }
    let below = labels.get(..n - 2).unwrap_or_default();
    below.iter().any(|label| is_trial(label))
}

fn is_trial(label: &str) -> bool {
    let plain = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = plain.len() < label.len();
    let trial = |part: &str| matches!(part, "staging" | "stg" | "uat" | "preprod" | "nonprod");
    let parts = || plain.split('-');
    let is_joined = parts().count() > 1;
    parts().any(trial)
        || plain == "pre-prod"
        || (is_joined || is_numbered)
            && parts().any(|part| matches!(part, "dev" | "qa" | "test" | "int" | "stage"))
}
