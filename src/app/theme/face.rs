//! The bundled faces, and the six text styles.
//!
//! Never: leaves a chain without the emoji and the arrows; chains are not inherited.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{Align, Color32, FontData, FontDefinitions, FontFamily, FontId, FontTweak, TextFormat};

/// A face in one weight. Inter is the app speaking, Literata is what people wrote.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Face {
    /// Inter 400.
    Sans,
    /// Inter 500.
    SansMedium,
    /// Inter 600.
    SansSemi,
    /// Literata 400.
    Serif,
    /// Literata, italic.
    SerifItalic,
    /// Literata 600.
    SerifSemi,
    /// Phosphor.
    Icon,
    /// Phosphor, filled.
    IconFill,
}

impl Face {
    /// The family under which egui knows it.
    pub(crate) fn family(self) -> FontFamily {
        let name = match self {
            Self::Sans => return FontFamily::Proportional,
            Self::SansMedium => "sans-500",
            Self::SansSemi => "sans-600",
            Self::Serif => "serif",
            Self::SerifItalic => "serif-italic",
            Self::SerifSemi => "serif-600",
            Self::Icon => "icon",
            Self::IconFill => "icon-fill",
        };
        FontFamily::Name(name.into())
    }
}

/// A text style: face, size, line height and letter spacing in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    face: Face,
    size: f32,
    line: f32,
    track: f32,
}

impl Type {
    /// One per screen.
    pub(crate) const TITLE: Self = Self {
        face: Face::SerifSemi,
        size: 28.0,
        line: 36.0,
        track: -0.3,
    };
    /// The draft.
    pub(crate) const POST: Self = Self {
        face: Face::Serif,
        size: 20.0,
        line: 32.0,
        track: 0.0,
    };
    /// Value names, phrases on cards, quotes.
    pub(crate) const HEADING: Self = Self {
        face: Face::SerifSemi,
        size: 16.0,
        line: 24.0,
        track: 0.0,
    };
    /// Fields, and text of the app that is read.
    pub(crate) const BODY: Self = Self {
        face: Face::Sans,
        size: 14.0,
        line: 21.0,
        track: 0.0,
    };
    /// Controls, the rail, the report.
    pub(crate) const BUTTON: Self = Self {
        face: Face::SansMedium,
        size: 13.0,
        line: 20.0,
        track: 0.0,
    };
    /// Counts, labels, keys, dates.
    pub(crate) const SMALL: Self = Self {
        face: Face::Sans,
        size: 12.0,
        line: 16.0,
        track: 0.0,
    };

    /// The same style in another face.
    #[must_use]
    pub(crate) const fn face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// The same style at another size and line height.
    #[must_use]
    pub(crate) const fn at(self, size: f32, line: f32) -> Self {
        Self { size, line, ..self }
    }

    /// The line height.
    pub(crate) const fn line(self) -> f32 {
        self.line
    }

    /// The style as egui lays it out.
    pub(crate) fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: FontId::new(self.size, self.face.family()),
            line_height: Some(self.line),
            extra_letter_spacing: self.track,
            color,
            valign: Align::BOTTOM,
            ..TextFormat::default()
        }
    }
}

/// Puts every face in place; called once per context, in the window and in tests.
pub(super) fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes, weight) in faces() {
        let mut data = FontData::from_static(bytes);
        if let Some(weight) = weight {
            let coords = VariationCoords::new([(b"wght", weight)]);
            data = data.tweak(FontTweak {
                coords,
                ..FontTweak::default()
            });
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    for (family, chain) in chains() {
        fonts.families.insert(
            family,
            chain.iter().map(|name| (*name).to_owned()).collect(),
        );
    }
    ctx.set_fonts(fonts);
}

/// The font files, and the weight at which a variable one is cut.
fn faces() -> [(&'static str, &'static [u8], Option<f32>); 9] {
    const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter-wght.ttf");
    [
        ("inter-400", INTER, None),
        ("inter-500", INTER, Some(500.0)),
        ("inter-600", INTER, Some(600.0)),
        (
            "literata",
            include_bytes!("../../../assets/fonts/Literata-Regular.ttf"),
            None,
        ),
        (
            "literata-italic",
            include_bytes!("../../../assets/fonts/Literata-Italic.ttf"),
            None,
        ),
        (
            "literata-600",
            include_bytes!("../../../assets/fonts/Literata-SemiBold.ttf"),
            None,
        ),
        (
            "phosphor",
            include_bytes!("../../../assets/fonts/Phosphor.ttf"),
            None,
        ),
        (
            "phosphor-fill",
            include_bytes!("../../../assets/fonts/Phosphor-Fill.ttf"),
            None,
        ),
        (
            "emoji",
            include_bytes!("../../../assets/fonts/twemoji.ttf"),
            None,
        ),
    ]
}

/// Which files a family is looked up in, in order; system fonts come behind all of them.
fn chains() -> [(FontFamily, &'static [&'static str]); 9] {
    [
        (Face::Sans.family(), &["inter-400", "emoji"]),
        (FontFamily::Monospace, &["inter-400", "emoji"]),
        (Face::SansMedium.family(), &["inter-500", "emoji"]),
        (Face::SansSemi.family(), &["inter-600", "emoji"]),
        (Face::Serif.family(), &["literata", "inter-400", "emoji"]),
        (
            Face::SerifItalic.family(),
            &["literata-italic", "inter-400", "emoji"],
        ),
        (
            Face::SerifSemi.family(),
            &["literata-600", "inter-600", "emoji"],
        ),
        (Face::Icon.family(), &["phosphor"]),
        (Face::IconFill.family(), &["phosphor-fill", "phosphor"]),
    ]
}
