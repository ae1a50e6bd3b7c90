//! How the window looks: its theme, its size.
//!
//! Never: draws; it asks for it.

use super::say;
use crate::app::action::Effect;
use crate::app::state::State;
use crate::store::ThemeChoice;

/// The window's size before it is known, and the smallest page on which one can write, in points.
const USUAL_WINDOW: (f32, f32) = (1200.0, 760.0);
const SMALLEST_PAGE: (f32, f32) = (560.0, 360.0);
/// How small and how large everything may get.
const ZOOM: std::ops::RangeInclusive<f32> = 0.7..=3.0;

/// The next theme.
pub(super) fn next_theme(state: &mut State) -> Vec<Effect> {
    let (theme, words) = match state.settings.theme {
        ThemeChoice::System => (ThemeChoice::Light, "Light"),
        ThemeChoice::Light => (ThemeChoice::Dark, "Dark"),
        ThemeChoice::Dark => (ThemeChoice::Contrast, "Contrast"),
        ThemeChoice::Contrast => (ThemeChoice::System, "As the system does"),
    };
    state.settings.theme = theme;
    say(state, words, "");
    dress(state)
}

/// Everything larger or smaller, within what the window allows.
pub(super) fn zoom(state: &mut State, zoom: f32) -> Vec<Effect> {
    let zoom = (zoom * 10.0).round() / 10.0;
    let (width, height) = state.settings.window.unwrap_or(USUAL_WINDOW);
    let room = (width / SMALLEST_PAGE.0)
        .min(height / SMALLEST_PAGE.1)
        .max(1.0);
    if zoom > room && zoom > state.settings.zoom {
        say(state, "This is as large as the window allows", "");
        return Vec::new();
    }
    state.settings.zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end());
    dress(state)
}

fn dress(state: &State) -> Vec<Effect> {
    vec![
        Effect::Dress,
        Effect::SaveSettings(Box::new(state.settings.clone())),
    ]
}

/// The window has another size, in points.
pub(super) fn resized(state: &mut State, to: (f32, f32)) -> Vec<Effect> {
    state.settings.window = Some(to);
    state.unsaved_since = Some(state.now.seconds);
    Vec::new()
}

/// The report has another width, in points.
pub(super) fn report_width(state: &mut State, width: f32) -> Vec<Effect> {
    state.settings.report_width = Some(width);
    state.unsaved_since = Some(state.now.seconds);
    Vec::new()
}
