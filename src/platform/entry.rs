//! One entry of `platforms.ron`.
//!
//! Never: counts; see `count`.

use serde::{Deserialize, Deserializer};

use super::HandleRule;

/// The way in which a platform counts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum Counting {
    /// Weights: most Latin 1, CJK and emoji 2, each link 23.
    /// <https://docs.x.com/fundamentals/counting-characters>
    X,
    /// Graphemes; links with a scheme 23, `@user@host` as `@user` (mastodon/mastodon `StatusLengthValidator`).
    Mastodon,
    /// Graphemes after its app has shortened the links, and 3,000 bytes beside (bluesky-social/social-app).
    Bluesky,
    /// Graphemes in full, and 3,000 bytes beside (lexicon `app.bsky.feed.post`).
    BlueskyApi,
    /// Characters, an emoji as its UTF-8 bytes.
    /// <https://developers.facebook.com/documentation/threads/posts>
    Threads,
    /// What a reader calls characters.
    Graphemes,
    /// Unicode code points.
    Scalars,
    /// UTF-16 units, as most platforms that do not document theirs.
    #[default]
    Utf16,
    /// UTF-8 bytes.
    Bytes,
}

/// What a platform expects of whoever speaks there.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum Presence {
    /// People.
    Personal,
    /// The brand, or a person for it.
    Logo,
    /// Either.
    #[default]
    Both,
    /// A group that people and the brand share.
    Group,
}

/// The shape of a signature.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum Shape {
    /// `Name` / `Title, Company` / `@handle`.
    Block,
    /// `Name` / `Title, Company`.
    Card,
    /// `– Name, Company`.
    #[default]
    Line,
    /// `– Name, Company, @handle`.
    LineHandle,
    /// `– First, write to me: contact`.
    Contact,
    /// None.
    None,
}

/// What readers see of a link.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum LinkDisplay {
    /// The address as it was written.
    #[default]
    Whole,
    /// The same, and of `[words](address)` the words.
    Words,
    /// Host and so many characters more, without scheme and `www.`, as X shows links.
    Short(usize),
    /// So many characters, without scheme and `www.`, as Mastodon shows links.
    NoScheme(usize),
    /// As the app of Bluesky shortens it.
    HostAndTail,
    /// One with more characters than that as an address of `lnkd.in`.
    Redirect(usize),
    /// The address as plain text, which cannot be clicked.
    Unlinked,
}

/// What becomes of line breaks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum LineBreaks {
    /// All stay.
    #[default]
    Kept,
    /// Three or more become two.
    AtMostTwo,
    /// Only a blank line starts a new one, as Markdown has it.
    Paragraphs,
    /// Each becomes a space.
    OneLine,
}

/// How well a number is known.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Confidence {
    /// The platform itself says so.
    Official,
    /// Its client libraries or its own code say so.
    Documented,
    /// Others report it.
    #[default]
    Reported,
}

/// One platform, or one field of it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each one is a line of the table that people read and change"
)]
pub struct Platform {
    /// As in `x` or `linkedin/comment`.
    pub id: String,
    /// As people call it.
    pub name: String,
    /// How much fits, in units of `counting`; none where no limit is known.
    pub limit: Option<u32>,
    /// How it counts.
    pub counting: Counting,
    /// What it expects of whoever speaks.
    pub presence: Presence,
    /// How one signs there.
    pub signature: Shape,
    /// A template instead of the shape, as in `{name}, {company}`.
    pub template: Option<String>,
    /// Whether handles there are written with `@`.
    pub at_handles: bool,
    /// Whether any handle of the person will do, because the platform has none of its own.
    pub any_handle: bool,
    /// What handles there look like; none where it has none, or each site has its own rule. The
    /// fields of a platform (`x/reply`) share that of the platform itself.
    pub handle: Option<HandleRule>,
    /// After about how many characters readers must unfold the text; approximate everywhere.
    pub fold: Option<u32>,
    /// How many hashtags it takes.
    pub hashtags: Option<u32>,
    /// How many people may be mentioned.
    pub mentions: Option<u32>,
    /// How long an image description may be.
    pub alt_text: Option<u32>,
    /// What it does with links.
    pub links: String,
    /// What readers see of them.
    pub link_display: LinkDisplay,
    /// Whether any name with a known ending becomes a link without `https`, `main.rs` included.
    pub bare_links: bool,
    /// What it does with markup.
    pub markup: String,
    /// What readers see of line breaks.
    pub line_breaks: LineBreaks,
    /// Whether a long text goes out as posts that answer one another.
    pub threads: bool,
    /// Whether only colleagues read it.
    pub internal: bool,
    /// What it is good for, in a few words each.
    pub good_for: Vec<String>,
    /// What it is not good for.
    pub not_good_for: Vec<String>,
    /// How people are with each other there, in a sentence or two.
    pub culture: String,
    /// Why one is there, in one's own words.
    pub here_for: String,
    /// The goal of the set that being there serves, by its id.
    pub goal: String,
    /// Who speaks there: ids of people, and `brand`.
    pub voices: Vec<String>,
    /// Where the limit was read.
    pub source: String,
    /// The day on which it was read, as in `2026-11-21`.
    pub checked: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// A change of an entry, or a new one; what is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct PlatformChange {
    /// Which one.
    pub id: String,
    /// As people call it.
    pub name: Option<String>,
    /// How much fits.
    pub limit: Option<u32>,
    /// How it counts.
    pub counting: Option<Counting>,
    /// What it expects of whoever speaks.
    pub presence: Option<Presence>,
    /// How one signs there.
    #[serde(deserialize_with = "named")]
    pub signature: Option<Shape>,
    /// A template instead of the shape.
    pub template: Option<String>,
    /// Whether handles there are written with `@`.
    pub at_handles: Option<bool>,
    /// Whether any handle of the person will do.
    pub any_handle: Option<bool>,
    /// What handles there look like.
    pub handle: Option<HandleRule>,
    /// Where readers must unfold.
    pub fold: Option<u32>,
    /// How many hashtags it takes.
    pub hashtags: Option<u32>,
    /// How many people may be mentioned.
    pub mentions: Option<u32>,
    /// How long an image description may be.
    pub alt_text: Option<u32>,
    /// What it does with links.
    pub links: Option<String>,
    /// What readers see of them.
    pub link_display: Option<LinkDisplay>,
    /// Whether names become links without `https`.
    pub bare_links: Option<bool>,
    /// What it does with markup.
    pub markup: Option<String>,
    /// What readers see of line breaks.
    pub line_breaks: Option<LineBreaks>,
    /// Whether a long text goes out as posts that answer one another.
    pub threads: Option<bool>,
    /// Whether only colleagues read it; then nobody signs, unless `signature` says how.
    pub internal: Option<bool>,
    /// What it is good for.
    pub good_for: Option<Vec<String>>,
    /// What it is not good for.
    pub not_good_for: Option<Vec<String>>,
    /// How people are with each other there.
    pub culture: Option<String>,
    /// Why one is there.
    pub here_for: Option<String>,
    /// The goal that being there serves.
    pub goal: Option<String>,
    /// Who speaks there.
    pub voices: Option<Vec<String>>,
    /// Where it was read.
    pub source: Option<String>,
    /// When.
    pub checked: Option<String>,
    /// How well it is known.
    pub confidence: Option<Confidence>,
}

/// Reads a shape that is there. Options go without `Some` in our files, so `None` would be read as
/// nothing at all instead of the shape of that name.
fn named<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Shape>, D::Error> {
    Shape::deserialize(from).map(Some)
}

impl Platform {
    /// Takes over what the change names.
    pub(super) fn take(&mut self, change: PlatformChange) {
        fn set<T>(field: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *field = value;
            }
        }
        set(&mut self.name, change.name);
        set(&mut self.counting, change.counting);
        set(&mut self.presence, change.presence);
        let unsigned = (change.internal == Some(true)).then_some(Shape::None);
        set(&mut self.signature, change.signature.or(unsigned));
        set(&mut self.at_handles, change.at_handles);
        set(&mut self.any_handle, change.any_handle);
        set(&mut self.links, change.links);
        set(&mut self.link_display, change.link_display);
        set(&mut self.bare_links, change.bare_links);
        set(&mut self.markup, change.markup);
        set(&mut self.line_breaks, change.line_breaks);
        set(&mut self.threads, change.threads);
        set(&mut self.internal, change.internal);
        set(&mut self.good_for, change.good_for);
        set(&mut self.not_good_for, change.not_good_for);
        set(&mut self.culture, change.culture);
        set(&mut self.here_for, change.here_for);
        set(&mut self.goal, change.goal);
        set(&mut self.voices, change.voices);
        set(&mut self.source, change.source);
        set(&mut self.checked, change.checked);
        set(&mut self.confidence, change.confidence);
        self.limit = change.limit.or(self.limit);
        self.template = change.template.or_else(|| self.template.take());
        self.handle = change.handle.or_else(|| self.handle.take());
        self.fold = change.fold.or(self.fold);
        self.hashtags = change.hashtags.or(self.hashtags);
        self.mentions = change.mentions.or(self.mentions);
        self.alt_text = change.alt_text.or(self.alt_text);
    }
}
