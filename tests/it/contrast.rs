//! Holds every pair of colours that the window lays over one another to WCAG 2.2: text needs 4.5,
//! shapes need 3, in all three themes.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

use crate::source::root;

/// What is written or drawn, what it needs, and on which grounds.
const PAIRS: &[(&str, f64, &str)] = &[
    (
        "text",
        4.5,
        "window page card raised well hover selected selection nudge_tint check_tint hold_tint \
         strength_tint accent_tint",
    ),
    (
        "text_2",
        4.5,
        "window page card raised well hover selected accent_tint nudge_tint check_tint hold_tint \
         strength_tint",
    ),
    ("text_3", 4.5, "window page card raised well hover"),
    (
        "accent",
        4.5,
        "window page card raised hover selected accent_tint",
    ),
    ("on_accent", 4.5, "accent accent_hover"),
    (
        "strength",
        4.5,
        "window page card raised selected strength_tint",
    ),
    ("nudge", 4.5, "window page card raised selected nudge_tint"),
    ("check", 4.5, "window page card raised selected check_tint"),
    ("hold", 4.5, "window page card raised selected hold_tint"),
    ("line", 3.0, "window page card raised well"),
    ("focus", 3.0, "window page card raised"),
    ("text_2", 3.0, "track"),
    ("nudge", 3.0, "track"),
    ("check", 3.0, "track"),
    ("hold", 3.0, "track"),
];

/// A theme file.
#[derive(Deserialize)]
struct Theme {
    scale: BTreeMap<String, String>,
    color: BTreeMap<String, String>,
}

impl Theme {
    /// The relative luminance of a colour, by its use; a transparent one has none.
    fn luminance(&self, name: &str) -> f64 {
        let value = self.color.get(name).unwrap_or_else(|| panic!("no {name}"));
        let alias = value
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        let hex = alias.map_or(value, |alias| &self.scale[alias]);
        let digits = hex.strip_prefix('#').unwrap();
        assert_eq!(digits.len(), 6, "{name} is opaque");
        let channel = |n: usize| {
            let value = u8::from_str_radix(&digits[n * 2..n * 2 + 2], 16).unwrap();
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
    }

    fn contrast(&self, ink: &str, ground: &str) -> f64 {
        let (one, other) = (self.luminance(ink), self.luminance(ground));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Every pair that is too faint, with its figures.
    fn faint(&self) -> Vec<String> {
        let mut faint = Vec::new();
        for (ink, needs, grounds) in PAIRS {
            for ground in grounds.split_whitespace() {
                let ratio = self.contrast(ink, ground);
                if ratio < *needs {
                    faint.push(format!("{ink} on {ground}: {ratio:.2}, needs {needs}"));
                }
            }
        }
        faint
    }
}

/// The text of a theme.
fn source(theme: &str) -> String {
    let path = root().join(format!("assets/theme/{theme}.ron"));
    fs::read_to_string(path).unwrap()
}

#[test]
fn every_pair_can_be_read_in_every_theme() {
    for name in ["light", "dark", "contrast"] {
        let theme: Theme = ron::from_str(&source(name)).unwrap();
        let faint = theme.faint();
        assert!(faint.is_empty(), "{name}.ron\n{}\n", faint.join("\n"));
    }
}

#[test]
fn a_pair_that_is_too_faint_is_named_with_its_ratio() {
    let paler = source("light").replace("\"ink-3\": \"#6A6458\"", "\"ink-3\": \"#777777\"");
    let theme: Theme = ron::from_str(&paler).unwrap();
    let faint = theme.faint();
    assert!(
        faint.contains(&"text_3 on window: 3.97, needs 4.5".to_owned()),
        "{faint:#?}"
    );
    assert!(faint.iter().all(|pair| pair.starts_with("text_3 on ")));
}

#[test]
fn contrast_is_measured_as_wcag_does() {
    let theme: Theme = ron::from_str(&source("contrast")).unwrap();
    assert!((theme.contrast("text", "window") - 21.0).abs() < 1e-9);
    assert!((theme.contrast("text", "text") - 1.0).abs() < 1e-9);
}
