//! A small plot of bars, one for each step of time.
//!
//! Never: the only place where a figure stands; its name says the figures, too.

use egui::{Color32, FontId, Rect, Role, Sense, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};
use egui_plot::{Bar, BarChart, GridMark, HoverPosition, Plot};
use jiff::civil::Date;

use crate::app::theme::{Face, Type, size};
use crate::app::widget::Kit;

/// The name above the plot.
const HEAD: f32 = 28.0;

/// What is shown.
pub(super) struct Bars {
    /// What it is, in a few words.
    pub name: String,
    /// The colour of the bars.
    pub color: Color32,
    /// The first day of each step, and the figure.
    pub steps: Vec<(Date, u64)>,
}

/// Shows bars in a place, under their name.
pub(super) fn bars_ui(ui: &mut Ui, place: Rect, bars: &Bars) {
    let kit = Kit::new(ui);
    let t = kit.tokens.clone();
    let style = Type::SMALL.face(Face::SansMedium);
    let y = place.top() + size::GAP_S;
    kit.left(place.left(), y, style, t.text_2, &bars.name);
    let area = Rect::from_min_max(place.min + vec2(0.0, HEAD), place.max);
    let all = ui.interact(place, ui.scope_id().with(&bars.name), Sense::hover());
    all.widget_info(|| WidgetInfo::labeled(Role::Image, true, said(bars)));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(&bars.name));
    let font = FontId::new(11.0, Face::Sans.family());
    let visuals = child.style_mut();
    for style in [TextStyle::Body, TextStyle::Small, TextStyle::Monospace] {
        visuals.text_styles.insert(style, font.clone());
    }
    visuals.visuals.override_text_color = Some(t.text_2);
    let most = bars.steps.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let top = tidy(most);
    let n = bars.steps.len();
    let days: Vec<String> = bars.steps.iter().map(|(day, _)| day_words(*day)).collect();
    let day = |at: f64| days.get(at.round() as usize).cloned().unwrap_or_default();
    let mark = |value: f64, step_size: f64| GridMark { value, step_size };
    Plot::new(("bars", &bars.name))
        .width(area.width())
        .height(area.height())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .show_background(false)
        .show_grid([false, true])
        .grid_color(t.hairline)
        .grid_fade(0.0)
        .default_x_bounds(-0.6, n as f64 - 0.4)
        .default_y_bounds(0.0, top as f64 * 1.08)
        .x_grid_spacer(move |_| {
            let last = n.saturating_sub(1) as f64;
            let marks = [0.0, (last / 2.0).round(), last];
            marks.map(|value| mark(value, last.max(1.0))).to_vec()
        })
        .y_grid_spacer(move |_| {
            let marks = [0, top / 2, top];
            marks.map(|value| mark(value as f64, top as f64)).to_vec()
        })
        .x_axis_formatter(|mark, _| day(mark.value))
        .y_axis_formatter(|mark, _| match mark.value {
            // it would run into the first day
            value if value < 0.5 => String::new(),
            value => format!("{value:.0}"),
        })
        .label_formatter(|at| match at {
            HoverPosition::NearDataPoint { position, .. } => {
                Some(format!("{}: {:.0}", day(position.x), position.y))
            }
            HoverPosition::Elsewhere { .. } => None,
        })
        .sense(Sense::hover())
        .show(&mut child, |plot| {
            let bar = |(at, (_, n)): (usize, &(Date, u64))| {
                Bar::new(at as f64, *n as f64)
                    .width(0.62)
                    .fill(bars.color)
                    .stroke(egui::Stroke::NONE)
                    .name(days.get(at).cloned().unwrap_or_default())
            };
            let all = bars.steps.iter().enumerate().map(bar).collect();
            let chart = BarChart::new(bars.name.clone(), all)
                .color(bars.color)
                .element_formatter(Box::new(|bar, _| format!("{}: {:.0}", bar.name, bar.value)));
            plot.bar_chart(chart);
        });
}

/// The smallest even figure that is not below: 2, 4, 10, 20, 40, 100 and so on.
fn tidy(most: u64) -> u64 {
    let mut size = 1_u64;
    loop {
        for step in [2, 4, 6, 8] {
            if most <= step * size {
                return step * size;
            }
        }
        let Some(next) = size.checked_mul(10) else {
            return most;
        };
        size = next;
    }
}

fn day_words(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}

/// The figures for those who do not see them, without the steps that have none.
fn said(bars: &Bars) -> String {
    let some = bars.steps.iter().filter(|(_, n)| *n > 0);
    let some: Vec<String> = some
        .map(|(day, n)| format!("{} {n}", day_words(*day)))
        .collect();
    if some.is_empty() {
        format!("{}: none", bars.name)
    } else {
        format!("{}: {}", bars.name, some.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_an_even_figure() {
        let ends = [0, 1, 3, 5, 9, 17, 81, 100].map(tidy);
        assert_eq!(ends, [2, 2, 4, 6, 20, 20, 200, 200]);
    }
}
