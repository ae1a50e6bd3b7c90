//! The icons of the bundled Phosphor subset.
//!
//! Never: stands alone in the window; an icon has a word beside it, or a name for screen readers.

/// One icon: a glyph of the icon faces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Icon(pub(crate) char);

/// The icons, by Phosphor's names.
impl Icon {
    /// `arrows-clockwise`.
    pub const ARROWS_CLOCKWISE: Self = Self('\u{e094}');
    /// `arrow-u-up-left`.
    pub const ARROW_U_UP_LEFT: Self = Self('\u{e08a}');
    /// `bell`.
    pub const BELL: Self = Self('\u{e0ce}');
    /// `book-open`.
    pub const BOOK_OPEN: Self = Self('\u{e0e6}');
    /// `caret-down`.
    pub const CARET_DOWN: Self = Self('\u{e136}');
    /// `caret-left`.
    pub const CARET_LEFT: Self = Self('\u{e138}');
    /// `caret-right`.
    pub const CARET_RIGHT: Self = Self('\u{e13a}');
    /// `chat-circle-dots`.
    pub const CHAT_CIRCLE_DOTS: Self = Self('\u{e16c}');
    /// `check`.
    pub const CHECK: Self = Self('\u{e182}');
    /// `check-circle`.
    pub const CHECK_CIRCLE: Self = Self('\u{e184}');
    /// `copy`.
    pub const COPY: Self = Self('\u{e1ca}');
    /// `dots-three`.
    pub const DOTS_THREE: Self = Self('\u{e1fe}');
    /// `export`.
    pub const EXPORT: Self = Self('\u{eaf0}');
    /// `files`.
    pub const FILES: Self = Self('\u{e710}');
    /// `folder-open`.
    pub const FOLDER_OPEN: Self = Self('\u{e256}');
    /// `hand-palm`.
    pub const HAND_PALM: Self = Self('\u{e57e}');
    /// `heart`.
    pub const HEART: Self = Self('\u{e2a8}');
    /// `info`.
    pub const INFO: Self = Self('\u{e2ce}');
    /// `keyboard`.
    pub const KEYBOARD: Self = Self('\u{e2d8}');
    /// `lightbulb`.
    pub const LIGHTBULB: Self = Self('\u{e2dc}');
    /// `lock-simple`.
    pub const LOCK_SIMPLE: Self = Self('\u{e308}');
    /// `magnifying-glass`.
    pub const MAGNIFYING_GLASS: Self = Self('\u{e30c}');
    /// `moon`.
    pub const MOON: Self = Self('\u{e330}');
    /// `paper-plane-tilt`.
    pub const PAPER_PLANE_TILT: Self = Self('\u{e398}');
    /// `pencil-simple`.
    pub const PENCIL_SIMPLE: Self = Self('\u{e3b4}');
    /// `plus`.
    pub const PLUS: Self = Self('\u{e3d4}');
    /// `question`.
    pub const QUESTION: Self = Self('\u{e3e8}');
    /// `seal`.
    pub const SEAL: Self = Self('\u{e604}');
    /// `seal-check`.
    pub const SEAL_CHECK: Self = Self('\u{e606}');
    /// `share-network`.
    pub const SHARE_NETWORK: Self = Self('\u{e408}');
    /// `signature`.
    pub const SIGNATURE: Self = Self('\u{ebac}');
    /// `sliders-horizontal`.
    pub const SLIDERS_HORIZONTAL: Self = Self('\u{e434}');
    /// `sparkle`.
    pub const SPARKLE: Self = Self('\u{e6a2}');
    /// `storefront`.
    pub const STOREFRONT: Self = Self('\u{e470}');
    /// `sun`.
    pub const SUN: Self = Self('\u{e472}');
    /// `target`.
    pub const TARGET: Self = Self('\u{e47c}');
    /// `thumbs-up`.
    pub const THUMBS_UP: Self = Self('\u{e48e}');
    /// `trash`.
    pub const TRASH: Self = Self('\u{e4a6}');
    /// `user`.
    pub const USER: Self = Self('\u{e4c2}');
    /// `users-three`.
    pub const USERS_THREE: Self = Self('\u{e68e}');
    /// `user-circle`.
    pub const USER_CIRCLE: Self = Self('\u{e4c4}');
    /// `warning-circle`.
    pub const WARNING_CIRCLE: Self = Self('\u{e4e2}');
    /// `x`.
    pub const X: Self = Self('\u{e4f6}');

    /// All that are in use.
    pub const ALL: &[Self] = &[
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
