//! The icons of the bundled Phosphor subset.
//!
//! Never: stands alone in the window; an icon has a word beside it, or a name for screen readers.

/// One icon: a glyph of the icon faces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Icon(pub(crate) char);

/// The icons, by Phosphor's names.
impl Icon {
    /// `arrow-u-up-left`.
    pub(crate) const ARROW_U_UP_LEFT: Self = Self('\u{e08a}');
    /// `arrows-clockwise`.
    pub(crate) const ARROWS_CLOCKWISE: Self = Self('\u{e094}');
    /// `book-open`.
    pub(crate) const BOOK_OPEN: Self = Self('\u{e0e6}');
    /// `caret-down`.
    pub(crate) const CARET_DOWN: Self = Self('\u{e136}');
    /// `caret-right`.
    pub(crate) const CARET_RIGHT: Self = Self('\u{e13a}');
    /// `chat-circle-dots`.
    pub(crate) const CHAT_CIRCLE_DOTS: Self = Self('\u{e16c}');
    /// `check`.
    pub(crate) const CHECK: Self = Self('\u{e182}');
    /// `copy`.
    pub(crate) const COPY: Self = Self('\u{e1ca}');
    /// `dots-three`.
    pub(crate) const DOTS_THREE: Self = Self('\u{e1fe}');
    /// `eye`.
    pub(crate) const EYE: Self = Self('\u{e220}');
    /// `files`.
    pub(crate) const FILES: Self = Self('\u{e710}');
    /// `info`.
    pub(crate) const INFO: Self = Self('\u{e2ce}');
    /// `lightbulb`.
    pub(crate) const LIGHTBULB: Self = Self('\u{e2dc}');
    /// `link-simple`.
    pub(crate) const LINK_SIMPLE: Self = Self('\u{e2e6}');
    /// `lock-simple`.
    pub(crate) const LOCK_SIMPLE: Self = Self('\u{e308}');
    /// `magnifying-glass`.
    pub(crate) const MAGNIFYING_GLASS: Self = Self('\u{e30c}');
    /// `pencil-simple`.
    pub(crate) const PENCIL_SIMPLE: Self = Self('\u{e3b4}');
    /// `plus`.
    pub(crate) const PLUS: Self = Self('\u{e3d4}');
    /// `question`.
    pub(crate) const QUESTION: Self = Self('\u{e3e8}');
    /// `scissors`.
    pub(crate) const SCISSORS: Self = Self('\u{eae0}');
    /// `seal`.
    pub(crate) const SEAL: Self = Self('\u{e604}');
    /// `seal-check`.
    pub(crate) const SEAL_CHECK: Self = Self('\u{e606}');
    /// `share-network`.
    pub(crate) const SHARE_NETWORK: Self = Self('\u{e408}');
    /// `signature`.
    pub(crate) const SIGNATURE: Self = Self('\u{ebac}');
    /// `sparkle`.
    pub(crate) const SPARKLE: Self = Self('\u{e6a2}');
    /// `storefront`.
    pub(crate) const STOREFRONT: Self = Self('\u{e470}');
    /// `target`.
    pub(crate) const TARGET: Self = Self('\u{e47c}');
    /// `trash`.
    pub(crate) const TRASH: Self = Self('\u{e4a6}');
    /// `users-three`.
    pub(crate) const USERS_THREE: Self = Self('\u{e68e}');
    /// `user-circle`.
    pub(crate) const USER_CIRCLE: Self = Self('\u{e4c4}');
    /// `x`.
    pub(crate) const X: Self = Self('\u{e4f6}');
    /// `warning-circle`.
    pub(crate) const WARNING_CIRCLE: Self = Self('\u{e4e2}');
}
