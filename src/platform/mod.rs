//! Where a post goes: limits as data, one file per way of counting, receipts.
//!
//! Never: knows which organisation writes, or what the limit is for.

mod about;
mod answers;
mod breaks;
mod cost;
mod count;
mod entry;
mod handle;
mod reading;
mod shown;
mod split;
mod table;
mod template;

mod bluesky;
mod mastodon;
mod mastodon_web;
mod threads;
mod units;
mod x;

mod emoji;
mod host;
mod link;
mod piece;
mod tld;

pub use about::{BRAND, Topic};
pub use answers::{AnswerFault, PlatformAnswers, read_limit};
pub use count::{Also, Count, Part, Sum, What};
pub use emoji::n_bytes as n_emoji_bytes;
pub use entry::{
    Confidence, Counting, LineBreaks, LinkDisplay, Platform, PlatformChange, Presence, Shape,
};
pub use handle::{HandleFault, HandleForm, HandleRule, Letters, bare_name};
pub use reading::Reading;
pub use split::{
    Numbering, Signed, Split, SplitFault, Thread, ThreadPart, has_manual_break, split,
};
pub use table::{Platforms, TableFault};
pub use template::{PIECES, TemplateFault, template_fault};
pub(crate) use tld::is_tld;
