//! Measures in points: a grid of 4, and what LOOK fixes for the window.
//!
//! Never: a colour, a word.

/// Between things that belong together.
pub(crate) const GAP_XS: f32 = 4.0;
/// Between controls.
pub(crate) const GAP_S: f32 = 8.0;
/// Around words in a control.
pub(crate) const GAP_M: f32 = 12.0;
/// Between groups.
pub(crate) const GAP_L: f32 = 16.0;
/// Around a column.
pub(crate) const GAP_XL: f32 = 24.0;
/// Around a dialog.
pub(crate) const GAP_XXL: f32 = 32.0;

/// Corners of controls.
pub(crate) const RADIUS_S: u8 = 6;
/// Corners of cards.
pub(crate) const RADIUS_M: u8 = 8;
/// Corners of sheets and dialogs.
pub(crate) const RADIUS_L: u8 = 12;
/// Corners of chips: a pill.
pub(crate) const RADIUS_PILL: u8 = 14;

/// Below this width the window is narrow.
pub(crate) const NARROW: f32 = 1000.0;
/// Below this width the report is a drawer.
pub(crate) const DRAWER: f32 = 820.0;
/// The header.
pub(crate) const HEADER: f32 = 52.0;
/// The rail, wide and narrow.
pub(crate) const RAIL: (f32, f32) = (184.0, 144.0);
/// A rail item, its pitch, and the gap between groups.
pub(crate) const RAIL_ITEM: (f32, f32, f32) = (32.0, 34.0, 14.0);
/// The report, wide and narrow.
pub(crate) const REPORT: (f32, f32) = (328.0, 272.0);
/// Inside the report at both sides.
pub(crate) const REPORT_MARGIN: f32 = 20.0;
/// The bar.
pub(crate) const BAR: f32 = 64.0;
/// Below a sheet without a bar.
pub(crate) const NO_BAR: f32 = 16.0;
/// The widest the draft's column gets, and what the sheet keeps free beside it.
pub(crate) const COLUMN: (f32, f32) = (600.0, 104.0);
/// From the sheet's top to the middle of the chips.
pub(crate) const CHIPS_Y: f32 = 34.0;
/// From the sheet's top to the text, wide and narrow.
pub(crate) const TEXT_Y: (f32, f32) = (88.0, 72.0);
/// The tabs.
pub(crate) const TABS: f32 = 44.0;
/// The receipt below them.
pub(crate) const RECEIPT: f32 = 40.0;
/// The fade where a column is cut.
pub(crate) const FADE: f32 = 40.0;

/// A button.
pub(crate) const BUTTON: f32 = 32.0;
/// A button of the bar.
pub(crate) const BUTTON_L: f32 = 36.0;
/// A button on a card.
pub(crate) const BUTTON_S: f32 = 26.0;
/// A chip.
pub(crate) const CHIP: f32 = 28.0;
/// A field.
pub(crate) const FIELD: f32 = 34.0;
/// A collapsed card.
pub(crate) const CARD: f32 = 60.0;
/// A row of the pause.
pub(crate) const PAUSE_ROW: f32 = 44.0;
/// The width of a dialog.
pub(crate) const DIALOG: f32 = 520.0;
/// A row of a popup list.
pub(crate) const ROW: f32 = 32.0;
/// A row of the draft list, and of the approved list.
pub(crate) const LIST_ROW: (f32, f32) = (66.0, 62.0);
/// The toast.
pub(crate) const TOAST: f32 = 44.0;
/// The palette: width, distance from the top, field, row.
pub(crate) const PALETTE: (f32, f32, f32, f32) = (580.0, 110.0, 60.0, 40.0);
