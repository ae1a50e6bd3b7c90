//! The four levels as shapes: the mark in a list, and the line under words. One shape each.
//!
//! Never: leaves a level to its colour alone.

use egui::{Color32, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::Kit;
use crate::app::theme::{Icon, Tokens};
use crate::guideline::Level;

/// The ink of a level.
pub(super) fn level_ink(level: Level, tokens: &Tokens) -> Color32 {
    match level {
        Level::Strength => tokens.strength,
        Level::Nudge => tokens.nudge,
        Level::Check => tokens.check,
        Level::Hold => tokens.hold,
    }
}

/// The wash of a level.
pub(crate) fn level_tint(level: Level, tokens: &Tokens) -> Color32 {
    match level {
        Level::Strength => tokens.strength_tint,
        Level::Nudge => tokens.nudge_tint,
        Level::Check => tokens.check_tint,
        Level::Hold => tokens.hold_tint,
    }
}

/// The mark, 16 points: plus, three dots, wave, lock.
pub(crate) fn level_mark(kit: &Kit, level: Level, center: Pos2) {
    let ink = level_ink(level, &kit.tokens);
    match level {
        Level::Strength => {
            for arm in [Vec2::X * 5.0, Vec2::Y * 5.0] {
                kit.painter
                    .line_segment([center - arm, center + arm], Stroke::new(1.75, ink));
            }
        }
        Level::Nudge => {
            for dx in [-5.0, 0.0, 5.0] {
                kit.painter.circle_filled(center + Vec2::X * dx, 1.6, ink);
            }
        }
        Level::Check => {
            let wave = wave(center.x - 7.0, center.x + 7.0, center.y, 2.4);
            kit.painter.add(Shape::line(wave, Stroke::new(1.75, ink)));
        }
        Level::Hold => kit.icon_fill(center, Icon::LOCK_SIMPLE, 15.0, ink),
    }
}

/// The line under one row of words; `base` is the row's baseline.
pub(crate) fn level_line(kit: &Kit, level: Level, row: Rect, base: f32) {
    let ink = level_ink(level, &kit.tokens);
    let y = base + 5.0;
    match level {
        Level::Strength => {}
        Level::Nudge => {
            let mut x = row.left() + 1.5;
            while x < row.right() {
                kit.painter.circle_filled(pos2(x, y), 1.15, ink);
                x += 4.5;
            }
        }
        Level::Check => {
            kit.painter.add(Shape::line(
                wave(row.left(), row.right(), y, 1.5),
                Stroke::new(1.4, ink),
            ));
        }
        Level::Hold => {
            for dy in [-1.5, 1.5] {
                let line = [pos2(row.left(), y + dy), pos2(row.right(), y + dy)];
                kit.painter.line_segment(line, Stroke::new(1.2, ink));
            }
        }
    }
}

/// The line under one row of a misspelt word, quieter than any level's: fine dots in the ink of hints.
pub(super) fn spelling_line(kit: &Kit, row: Rect, base: f32) {
    let y = base + 4.5;
    let line = [pos2(row.left() + 0.7, y), pos2(row.right(), y)];
    let dots = Shape::dotted_line(&line, kit.tokens.text_3, 3.0, 0.7);
    kit.painter.extend(dots);
}

/// A sine line of a period of 7 points.
fn wave(from: f32, to: f32, y: f32, height: f32) -> Vec<Pos2> {
    let mut points = Vec::new();
    let mut x = from;
    while x <= to {
        points.push(pos2(
            x,
            y - height * ((x - from) / 7.0 * std::f32::consts::TAU).sin(),
        ));
        x += 0.75;
    }
    points
}
