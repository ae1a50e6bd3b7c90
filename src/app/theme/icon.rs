//! The icons of the bundled Phosphor subset.
//!
//! Never: stands alone in the window; an icon has a word beside it, or a name for screen readers.

/// One icon: a glyph of the icon faces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Icon(pub(crate) char);

/// The icons, by Phosphor's names.
impl Icon {
    /// `arrows-clockwise`.
    pub(crate) const ARROWS_CLOCKWISE: Self = Self('\u{e094}');
    /// `arrow-u-up-left`.
    pub(crate) const ARROW_U_UP_LEFT: Self = Self('\u{e08a}');
    /// `bell`.
    pub(crate) const BELL: Self = Self('\u{e0ce}');
    /// `book-open`.
    pub(crate) const BOOK_OPEN: Self = Self('\u{e0e6}');
    /// `caret-down`.
    pub(crate) const CARET_DOWN: Self = Self('\u{e136}');
    /// `caret-left`.
    pub(crate) const CARET_LEFT: Self = Self('\u{e138}');
    /// `caret-right`.
    pub(crate) const CARET_RIGHT: Self = Self('\u{e13a}');
    /// `chat-circle-dots`.
    pub(crate) const CHAT_CIRCLE_DOTS: Self = Self('\u{e16c}');
    /// `check`.
    pub(crate) const CHECK: Self = Self('\u{e182}');
    /// `check-circle`.
    pub(crate) const CHECK_CIRCLE: Self = Self('\u{e184}');
    /// `copy`.
    pub(crate) const COPY: Self = Self('\u{e1ca}');
    /// `dots-three`.
    pub(crate) const DOTS_THREE: Self = Self('\u{e1fe}');
    /// `export`.
    pub(crate) const EXPORT: Self = Self('\u{eaf0}');
    /// `files`.
    pub(crate) const FILES: Self = Self('\u{e710}');
    /// `folder-open`.
    pub(crate) const FOLDER_OPEN: Self = Self('\u{e256}');
    /// `hand-palm`.
    pub(crate) const HAND_PALM: Self = Self('\u{e57e}');
    /// `heart`.
    pub(crate) const HEART: Self = Self('\u{e2a8}');
    /// `info`.
    pub(crate) const INFO: Self = Self('\u{e2ce}');
    /// `keyboard`.
    pub(crate) const KEYBOARD: Self = Self('\u{e2d8}');
    /// `lightbulb`.
    pub(crate) const LIGHTBULB: Self = Self('\u{e2dc}');
    /// `lock-simple`.
    pub(crate) const LOCK_SIMPLE: Self = Self('\u{e308}');
    /// `magnifying-glass`.
    pub(crate) const MAGNIFYING_GLASS: Self = Self('\u{e30c}');
    /// `moon`.
    pub(crate) const MOON: Self = Self('\u{e330}');
    /// `paper-plane-tilt`.
    pub(crate) const PAPER_PLANE_TILT: Self = Self('\u{e398}');
    /// `pencil-simple`.
    pub(crate) const PENCIL_SIMPLE: Self = Self('\u{e3b4}');
    /// `plus`.
    pub(crate) const PLUS: Self = Self('\u{e3d4}');
    /// `question`.
    pub(crate) const QUESTION: Self = Self('\u{e3e8}');
    /// `seal`.
    pub(crate) const SEAL: Self = Self('\u{e604}');
    /// `seal-check`.
    pub(crate) const SEAL_CHECK: Self = Self('\u{e606}');
    /// `share-network`.
    pub(crate) const SHARE_NETWORK: Self = Self('\u{e408}');
    /// `signature`.
    pub(crate) const SIGNATURE: Self = Self('\u{ebac}');
    /// `sliders-horizontal`.
    pub(crate) const SLIDERS_HORIZONTAL: Self = Self('\u{e434}');
    /// `sparkle`.
    pub(crate) const SPARKLE: Self = Self('\u{e6a2}');
    /// `storefront`.
    pub(crate) const STOREFRONT: Self = Self('\u{e470}');
    /// `sun`.
    pub(crate) const SUN: Self = Self('\u{e472}');
    /// `target`.
    pub(crate) const TARGET: Self = Self('\u{e47c}');
    /// `thumbs-up`.
    pub(crate) const THUMBS_UP: Self = Self('\u{e48e}');
    /// `trash`.
    pub(crate) const TRASH: Self = Self('\u{e4a6}');
    /// `user`.
    pub(crate) const USER: Self = Self('\u{e4c2}');
    /// `users-three`.
    pub(crate) const USERS_THREE: Self = Self('\u{e68e}');
    /// `user-circle`.
    pub(crate) const USER_CIRCLE: Self = Self('\u{e4c4}');
    /// `warning-circle`.
    pub(crate) const WARNING_CIRCLE: Self = Self('\u{e4e2}');
    /// `x`.
    pub(crate) const X: Self = Self('\u{e4f6}');

    /// All that are in use.
    pub(crate) const ALL: &[Self] = &[
        Self::ARROWS_CLOCKWISE,
        Self::ARROW_U_UP_LEFT,
        Self::BELL,
        Self::BOOK_OPEN,
        Self::CARET_DOWN,
        Self::CARET_LEFT,
        Self::CARET_RIGHT,
        Self::CHAT_CIRCLE_DOTS,
        Self::CHECK,
        Self::CHECK_CIRCLE,
        Self::COPY,
        Self::DOTS_THREE,
        Self::EXPORT,
        Self::FILES,
        Self::FOLDER_OPEN,
        Self::HAND_PALM,
        Self::HEART,
        Self::INFO,
        Self::KEYBOARD,
        Self::LIGHTBULB,
        Self::LOCK_SIMPLE,
        Self::MAGNIFYING_GLASS,
        Self::MOON,
        Self::PAPER_PLANE_TILT,
        Self::PENCIL_SIMPLE,
        Self::PLUS,
        Self::QUESTION,
        Self::SEAL,
        Self::SEAL_CHECK,
        Self::SHARE_NETWORK,
        Self::SIGNATURE,
        Self::SLIDERS_HORIZONTAL,
        Self::SPARKLE,
        Self::STOREFRONT,
        Self::SUN,
        Self::TARGET,
        Self::THUMBS_UP,
        Self::TRASH,
        Self::USER,
        Self::USERS_THREE,
        Self::USER_CIRCLE,
        Self::WARNING_CIRCLE,
        Self::X,
    ];
}
