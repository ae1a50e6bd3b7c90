//! How the window looks: colours, faces, icons, measures.
//!
//! Never: knows what is shown.

mod face;
mod icon;
pub(super) mod size;
mod tokens;

use std::sync::{Arc, LazyLock};

use egui::{Context, Id, Stroke, Style, Theme, ThemePreference, Visuals, vec2};

pub(super) use face::{Face, Type};
pub(super) use icon::Icon;
pub(super) use tokens::Tokens;

use crate::store::ThemeChoice;

static LIGHT: LazyLock<Arc<Tokens>> =
    LazyLock::new(|| built_in(include_str!("../../../assets/theme/light.ron")));
static DARK: LazyLock<Arc<Tokens>> =
    LazyLock::new(|| built_in(include_str!("../../../assets/theme/dark.ron")));
static CONTRAST: LazyLock<Arc<Tokens>> =
    LazyLock::new(|| built_in(include_str!("../../../assets/theme/contrast.ron")));

#[expect(
    clippy::panic,
    reason = "a built-in theme that does not parse is found by the first test"
)]
fn built_in(source: &str) -> Arc<Tokens> {
    match Tokens::parse(source) {
        Ok(tokens) => Arc::new(tokens),
        Err(fault) => panic!("built-in theme: {fault}"),
    }
}

fn is_contrast() -> Id {
    Id::unique("contrast theme")
}

/// Puts faces and both styles in place; called once per context.
pub(super) fn install(ctx: &Context) {
    face::install(ctx);
    for (theme, tokens) in [(Theme::Light, &*LIGHT), (Theme::Dark, &*DARK)] {
        ctx.set_style_of(theme, style(tokens));
    }
}

/// Follows the choice of the settings.
pub(super) fn choose(ctx: &Context, choice: ThemeChoice) {
    let contrast = choice == ThemeChoice::Contrast;
    // a system that does not say gets ink on paper
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.data_mut(|data| data.insert_temp(is_contrast(), contrast));
    ctx.set_style_of(
        Theme::Light,
        style(if contrast { &CONTRAST } else { &LIGHT }),
    );
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Dark => ThemePreference::Dark,
        ThemeChoice::Light | ThemeChoice::Contrast => ThemePreference::Light,
    });
}

/// The colours in use.
pub(super) fn tokens(ctx: &Context) -> Arc<Tokens> {
    let contrast = ctx
        .data(|data| data.get_temp(is_contrast()))
        .unwrap_or(false);
    Arc::clone(match ctx.theme() {
        _ if contrast => &CONTRAST,
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    })
}

/// egui's own style out of the tokens, so that a stock widget fits in.
fn style(tokens: &Tokens) -> Style {
    let mut visuals = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.panel_fill = tokens.window;
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(1.0, tokens.hairline);
    visuals.extreme_bg_color = tokens.well;
    visuals.override_text_color = Some(tokens.text);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.0, tokens.text);
    visuals.hyperlink_color = tokens.accent;
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent);
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    for look in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        look.corner_radius = size::RADIUS_S.into();
        look.bg_stroke = Stroke::new(1.0, tokens.hairline);
        look.fg_stroke.color = tokens.text;
        look.expansion = 0.0;
    }
    let mut style = Style {
        visuals,
        animation_time: 0.0,
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(size::GAP_S, size::GAP_S);
    style.spacing.interact_size.y = size::CHIP;
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    // a bar lies over the margin and takes no room from the words
    style.spacing.scroll.floating_allocated_width = 0.0;
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_themes_parse() {
        for tokens in [&*LIGHT, &*DARK, &*CONTRAST] {
            assert!(!tokens.name.is_empty());
        }
    }
}
