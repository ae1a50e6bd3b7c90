//! Colours by use, read from `assets/theme/*.ron`: a scale of raw colours, and names for their use.
//!
//! Never: hands out a colour of the scale; code asks for a use.

use std::collections::BTreeMap;

use egui::Color32;
use serde::Deserialize;

/// A theme file.
#[derive(Deserialize)]
struct File {
    name: String,
    dark: bool,
    scale: BTreeMap<String, String>,
    color: BTreeMap<String, String>,
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Every colour that the window may use.
        #[derive(Clone, Debug)]
        pub(crate) struct Tokens {
            /// `light`, `dark` or `contrast`.
            pub(crate) name: String,
            /// Whether the ground is dark.
            pub(crate) dark: bool,
            $($(#[$doc])* pub(crate) $name: Color32,)*
        }

        impl Tokens {
            /// Reads one theme file; a name that is missing or unknown is named.
            pub(crate) fn parse(source: &str) -> Result<Self, String> {
                let file: File = ron::from_str(source).map_err(|fault| fault.to_string())?;
                $(let $name = color(&file, stringify!($name))?;)*
                Ok(Self { name: file.name, dark: file.dark, $($name),* })
            }
        }
    };
}

tokens! {
    /// The desk: rail, header, report, bar.
    window,
    /// The sheet.
    page,
    /// A finding.
    card,
    /// A popover or dialog.
    raised,
    /// A field.
    well,
    /// A row under the pointer.
    hover,
    /// A selected row.
    selected,
    /// Separators.
    hairline,
    /// Borders that must be seen.
    line,
    /// Words.
    text,
    /// Supporting words.
    text_2,
    /// Hints, what is settled, the signature.
    text_3,
    /// The one accent.
    accent,
    /// The accent under the pointer.
    accent_hover,
    /// A wash of the accent.
    accent_tint,
    /// Words on the accent.
    on_accent,
    /// The focus ring.
    focus,
    /// Selected text.
    selection,
    /// What works.
    strength,
    /// A wash of it.
    strength_tint,
    /// Worth a look.
    nudge,
    /// A wash of it.
    nudge_tint,
    /// Please settle.
    check,
    /// A wash of it.
    check_tint,
    /// On hold.
    hold,
    /// A wash of it.
    hold_tint,
    /// The track of a ring.
    track,
    /// Over the window while a dialog is open.
    scrim,
    /// Shadows.
    shadow,
}

impl Tokens {
    /// The border of a resting control that has words of its own: the strong line, softened.
    pub(crate) fn border(&self) -> Color32 {
        match (self.name.as_str(), self.dark) {
            ("contrast", _) => self.line,
            (_, true) => self.line.gamma_multiply(0.45),
            (_, false) => self.line.gamma_multiply(0.5),
        }
    }

    /// Whether boxes keep their borders because there are no tints and shadows.
    pub(crate) fn is_contrast(&self) -> bool {
        self.name == "contrast"
    }
}

fn color(file: &File, name: &str) -> Result<Color32, String> {
    let value = file
        .color
        .get(name)
        .ok_or_else(|| format!("{}: no colour {name}", file.name))?;
    let hex = match value
        .strip_prefix('{')
        .and_then(|value| value.strip_suffix('}'))
    {
        Some(alias) => file
            .scale
            .get(alias)
            .ok_or_else(|| format!("{}: no colour {alias} in the scale", file.name))?,
        None => value,
    };
    Color32::from_hex(hex).map_err(|fault| format!("{}: {hex}: {fault:?}", file.name))
}
