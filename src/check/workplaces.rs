//! Links into the tools that a company works in: documents, boards, chats, buckets, webhooks.
//!
//! Never: takes what such a tool shows to everybody for something internal.

/// What a path must look like to lead to something internal.
#[derive(Clone, Copy)]
enum Path {
    /// Whatever it is.
    Any,
    /// It begins with one of these.
    Below(&'static [&'static str]),
    /// It holds the number of a page, 32 hexadecimal digits.
    Page,
    /// A document that is open to be worked on.
    Edited,
    /// An entry of a team's own list.
    Issue,
    /// A signed link to a file.
    Signed,
    /// A meeting with its password.
    Meeting,
}

/// Hosts and what of them is internal; a host that begins with a dot stands for all below it.
const PLACES: [(&str, Path); 55] = [
    (".notion.site", Path::Any),
    (
        "www.dropbox.com",
        Path::Below(&["/s/", "/scl/", "/sh/", "/home", "/work"]),
    ),
    (
        "dropbox.com",
        Path::Below(&["/s/", "/scl/", "/sh/", "/home", "/work"]),
    ),
    (".zoom.us", Path::Meeting),
    ("zoom.us", Path::Meeting),
    ("loom.com", Path::Below(&["/share/"])),
    ("www.loom.com", Path::Below(&["/share/"])),
    (".okta.com", Path::Below(&["/app/", "/admin", "/home"])),
    ("www.box.com", Path::Below(&["/s/", "/file/", "/folder/"])),
    (".sharepoint.com", Path::Any),
    (
        ".atlassian.net",
        Path::Below(&["/wiki", "/browse", "/jira", "/secure", "/projects"]),
    ),
    (".jira.com", Path::Any),
    ("docs.google.com", Path::Edited),
    (
        "drive.google.com",
        Path::Below(&["/drive/", "/open", "/file/d/"]),
    ),
    (
        ".slack.com",
        Path::Below(&["/archives", "/client", "/files", "/team/", "/messages"]),
    ),
    ("app.slack.com", Path::Any),
    ("hooks.slack.com", Path::Any),
    ("files.slack.com", Path::Any),
    ("discord.com", Path::Below(&["/api/webhooks"])),
    ("discordapp.com", Path::Below(&["/api/webhooks"])),
    (".webhook.office.com", Path::Any),
    ("outlook.office.com", Path::Below(&["/webhook", "/mail"])),
    ("outlook.office365.com", Path::Below(&["/webhook", "/mail"])),
    ("hooks.zapier.com", Path::Any),
    ("hook.eu1.make.com", Path::Any),
    ("maker.ifttt.com", Path::Any),
    (
        "teams.microsoft.com",
        Path::Below(&["/l/channel", "/l/message", "/l/chat", "/l/team", "/_#"]),
    ),
    ("s3.amazonaws.com", Path::Any),
    (".s3.amazonaws.com", Path::Any),
    (".blob.core.windows.net", Path::Signed),
    ("storage.googleapis.com", Path::Signed),
    ("www.notion.so", Path::Page),
    ("notion.so", Path::Page),
    (
        "www.figma.com",
        Path::Below(&["/file/", "/design/", "/proto/", "/board/", "/slides/"]),
    ),
    (
        "figma.com",
        Path::Below(&["/file/", "/design/", "/proto/", "/board/", "/slides/"]),
    ),
    ("miro.com", Path::Below(&["/app/board"])),
    ("trello.com", Path::Below(&["/b/", "/c/"])),
    ("app.asana.com", Path::Any),
    ("linear.app", Path::Issue),
    ("airtable.com", Path::Below(&["/app", "/tbl"])),
    ("app.clickup.com", Path::Any),
    (".monday.com", Path::Below(&["/boards"])),
    (".lightning.force.com", Path::Any),
    (".my.salesforce.com", Path::Any),
    ("app.hubspot.com", Path::Any),
    (".zendesk.com", Path::Below(&["/agent"])),
    ("console.aws.amazon.com", Path::Any),
    (".console.aws.amazon.com", Path::Any),
    ("portal.azure.com", Path::Any),
    ("dev.azure.com", Path::Any),
    ("console.cloud.google.com", Path::Any),
    (".sentry.io", Path::Below(&["/issues"])),
    (".grafana.net", Path::Below(&["/d/"])),
    ("app.datadoghq.com", Path::Any),
    ("1drv.ms", Path::Any),
];

/// Whether a link leads to something that only colleagues should open.
pub(super) fn is_workplace(host: &str, path: &str) -> bool {
    if is_bucket(host) {
        return true;
    }
    PLACES.iter().any(|(place, of_path)| {
        let is_there = match place.strip_prefix('.') {
            Some(domain) => host
                .strip_suffix(domain)
                .and_then(|below| below.strip_suffix('.'))
                .is_some_and(|below| !PUBLIC.contains(&below)),
            None => host == *place,
        };
        is_there && of_path.is_inner(path)
    })
}

/// Names below a tool's domain that the tool itself uses in public.
const PUBLIC: [&str; 12] = [
    "www",
    "join",
    "api",
    "docs",
    "support",
    "help",
    "status",
    "community",
    "developers",
    "blog",
    "download",
    "edgeapi",
];

/// `bucket.s3.eu-west-1.amazonaws.com`, `s3.eu-west-1.amazonaws.com`
fn is_bucket(host: &str) -> bool {
    let Some(rest) = host.strip_suffix(".amazonaws.com") else {
        return false;
    };
    rest.split('.')
        .any(|label| label == "s3" || label.starts_with("s3-"))
}

impl Path {
    fn is_inner(self, path: &str) -> bool {
        match self {
            Self::Any => path.len() > 1,
            Self::Below(starts) => starts.iter().any(|start| path.starts_with(start)),
            Self::Issue => path.contains("/issue/"),
            Self::Page => has_page(path),
            Self::Meeting => path.contains("pwd="),
            Self::Edited => is_edited(path),
            Self::Signed => ["sig=", "Signature=", "X-Goog-"]
                .iter()
                .any(|sign| path.contains(sign)),
        }
    }
}

/// Whether 32 hexadecimal digits stand in a row.
fn has_page(path: &str) -> bool {
    let mut n = 0;
    path.bytes().filter(|byte| *byte != b'-').any(|byte| {
        n = if byte.is_ascii_hexdigit() { n + 1 } else { 0 };
        n == 32
    })
}

/// A document, table or talk that is not one of those published to the web.
fn is_edited(path: &str) -> bool {
    let kinds = [
        "/document/",
        "/spreadsheets/",
        "/presentation/",
        "/drawings/",
        "/forms/",
    ];
    let Some(rest) = kinds.iter().find_map(|kind| path.strip_prefix(kind)) else {
        return false;
    };
    let is_published = rest.contains("/d/e/") || rest.starts_with("d/e/");
    let shown = [
        "/pub",
        "/viewform",
        "/copy",
        "/preview",
        "/template",
        "/export",
        "/view",
        "/htmlview",
    ];
    let is_shown = shown.iter().any(|end| rest.contains(end));
    !is_published && !is_shown && rest.contains("d/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_tool_publishes_is_not_internal() {
        for (host, path) in [
            ("docs.google.com", "/forms/d/e/1FAI/viewform"),
            ("docs.google.com", "/document/d/e/2PAC/pub"),
            ("join.slack.com", "/t/rust/shared_invite/zt"),
            ("www.figma.com", "/community/file/1"),
            ("www.notion.so", "/product"),
            ("acme.atlassian.net", "/servicedesk/customer/portals"),
            ("slack.com", "/archives"),
        ] {
            assert!(!is_workplace(host, path), "{host}{path}");
        }
        for (host, path) in [
            ("acme.slack.com", "/archives/C1N1UEBS1U"),
            ("docs.google.com", "/document/d/1Ab/edit?usp=sharing"),
            ("files.s3.eu-west-1.amazonaws.com", "/plan.pdf"),
            (
                "www.notion.so",
                "/acme/Plan-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            ),
        ] {
            assert!(is_workplace(host, path), "{host}{path}");
        }
    }
}
