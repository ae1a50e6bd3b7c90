//! A finding's card, open and collapsed.
//!
//! Never: decides what is shown, or which level it has.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Button, Kit, Lift, Look, Weight, level_line};
use crate::app::theme::{Face, Icon, Type, size};
use crate::guideline::Level;

/// Inside a card.
const PAD: f32 = 14.0;

/// What a card shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct CardWords {
    /// The words in question, as they stand in the text.
    pub phrase: String,
    /// How often the same rule found something.
    pub n: usize,
    /// One line.
    pub says: String,
    /// What to do instead.
    pub instead: String,
    /// Why it matters.
    pub why: String,
    /// The organisation's own sentence.
    pub quote: String,
    /// Where that sentence stands, and whose value it is.
    pub source: String,
    /// Whether the keyboard goes to it.
    pub takes_keyboard: bool,
    /// The fixes, by their labels.
    pub fixes: Vec<String>,
    /// The other ways to settle, by their labels.
    pub ways: Vec<String>,
}

/// What was asked of a card.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum CardAsk {
    /// Open it, or close it again.
    Toggle,
    /// Show why, or no longer.
    Why,
    /// Use the fix of this number.
    Fix(usize),
    /// Settle in the way of this number.
    Way(usize),
}

/// A collapsed card; a click opens it.
pub(crate) fn card_collapsed(ui: &mut Ui, level: Level, words: &CardWords) -> Option<CardAsk> {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::CARD), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            format!("{}: {}", words.phrase, words.says),
        )
    });
    if words.takes_keyboard {
        response.request_focus();
    }
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    let (fill, border) = if look.is_warm() {
        (t.hover, t.line)
    } else {
        (t.card, t.hairline)
    };
    kit.framed(rect, size::RADIUS_M, fill, border);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_M);
    }
    let width = rect.width() - 48.0;
    phrase(
        &kit,
        pos2(rect.left() + PAD, rect.top() + 19.0),
        width,
        level,
        words,
        15.0,
    );
    kit.cut(
        pos2(rect.left() + PAD, rect.top() + 42.0),
        width,
        Type::SMALL,
        t.text_2,
        &words.says,
    );
    kit.icon(
        pos2(rect.right() - 18.0, rect.center().y),
        Icon::CARET_RIGHT,
        12.0,
        t.text_3,
    );
    response.clicked().then_some(CardAsk::Toggle)
}

/// An open card: what, what instead, the fixes, the ways to settle; `is_deep` adds why.
pub(crate) fn card_open(
    ui: &mut Ui,
    level: Level,
    words: &CardWords,
    is_deep: bool,
) -> Option<CardAsk> {
    let kit = Kit::new(ui);
    let laid = Laid::new(&kit, ui.available_width(), words, is_deep);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), laid.height), Sense::hover());
    let name = format!("{}: {} {}", words.phrase, words.says, words.instead);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    kit.shadow(rect, size::RADIUS_M, Lift::Low);
    kit.framed(rect, size::RADIUS_M, kit.tokens.card, kit.tokens.hairline);
    let salt = Id::unique(("card", &words.phrase, &words.says));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    laid.show(&mut child, &kit, rect, level, words, is_deep)
}

/// An open card, laid out; its height is known before it is painted.
struct Laid {
    says: Arc<Galley>,
    instead: Arc<Galley>,
    why: Option<Arc<Galley>>,
    fixes: Vec<(f32, f32)>,
    ways: Vec<(f32, f32)>,
    fixes_y: f32,
    line_y: f32,
    height: f32,
}

impl Laid {
    fn new(kit: &Kit, width: f32, words: &CardWords, is_deep: bool) -> Self {
        let t = &kit.tokens;
        let inner = width - 2.0 * PAD;
        let says = kit.lay(
            &[(Type::BUTTON.face(Face::SansMedium), t.text, &words.says)],
            inner,
        );
        let instead = kit.lay(
            &[(Type::BUTTON.face(Face::Sans), t.text_2, &words.instead)],
            inner,
        );
        let mut y = PAD + 30.0 + says.size().y + 2.0;
        if !words.instead.is_empty() {
            y += instead.size().y;
        }
        y += size::GAP_M;
        let deep = is_deep && !(words.why.is_empty() && words.quote.is_empty());
        let why = deep.then(|| {
            let quote = if words.quote.is_empty() {
                String::new()
            } else {
                format!("\n“{}”", words.quote)
            };
            let source = if words.source.is_empty() {
                String::new()
            } else {
                format!("\n{}", words.source)
            };
            let runs = [
                (Type::BUTTON.face(Face::Sans), t.text_2, words.why.as_str()),
                (
                    Type::HEADING.face(Face::SerifItalic).at(14.0, 21.0),
                    t.text,
                    quote.as_str(),
                ),
                (Type::SMALL, t.text_3, source.as_str()),
            ];
            kit.lay(&runs, inner - PAD)
        });
        if let Some(why) = &why {
            y += why.size().y + size::GAP_M;
        }
        let fixes_y = y;
        let fix_widths = words
            .fixes
            .iter()
            .enumerate()
            .map(|(n, label)| fix_button(label, &number(n)).width(kit));
        let fixes = flow(fix_widths, inner, 6.0);
        if let Some((_, line)) = fixes.last() {
            y += (line + 1.0) * size::BUTTON + size::GAP_S;
        }
        let line_y = y;
        let way_widths = words
            .ways
            .iter()
            .map(|label| Button::new(Weight::Link, label).width(kit));
        let ways = flow(way_widths, inner, size::GAP_L);
        let height = match ways.last() {
            Some((_, line)) => y + size::BUTTON_L + line * size::GAP_XL,
            None => y,
        };
        Self {
            says,
            instead,
            why,
            fixes,
            ways,
            fixes_y,
            line_y,
            height: height.round(),
        }
    }

    fn show(
        &self,
        ui: &mut Ui,
        kit: &Kit,
        rect: Rect,
        level: Level,
        words: &CardWords,
        is_deep: bool,
    ) -> Option<CardAsk> {
        let t = &kit.tokens;
        let (x, top) = (rect.left() + PAD, rect.top());
        let mut ask = None;
        let has_why = !(words.why.is_empty() && words.quote.is_empty());
        let mut room = rect.width() - 2.0 * PAD;
        if has_why {
            let label = if is_deep { "Less" } else { "Why" };
            let why = Button::new(Weight::Link, label).key("F1").name(if is_deep {
                "Show less"
            } else {
                "Why this is asked"
            });
            let response = why.at_right(ui, rect.right() - PAD, top + 23.0);
            room -= response.rect.width() + size::GAP_M;
            if response.clicked() {
                ask = Some(CardAsk::Why);
            }
        }
        let head = Rect::from_min_size(pos2(x, top + size::GAP_S), vec2(room, 30.0));
        let close = ui.interact(head, ui.scope_id().with("head"), Sense::click());
        close.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, format!("Close {}", words.phrase))
        });
        if words.takes_keyboard {
            close.request_focus();
        }
        if close.has_focus() {
            kit.focus_ring(head, size::RADIUS_S);
        }
        if close.clicked() {
            ask = Some(CardAsk::Toggle);
        }
        phrase(kit, pos2(x, top + 23.0), room, level, words, 16.0);
        let mut y = top + PAD + 30.0;
        kit.galley(pos2(x, y), Arc::clone(&self.says));
        y += self.says.size().y + 2.0;
        if !words.instead.is_empty() {
            kit.galley(pos2(x, y), Arc::clone(&self.instead));
            y += self.instead.size().y;
        }
        if let Some(why) = &self.why {
            y += size::GAP_M;
            let rule = Rect::from_min_size(pos2(x, y), vec2(2.0, why.size().y));
            kit.fill(rule, 1, t.border());
            kit.galley(pos2(x + PAD, y), Arc::clone(why));
        }
        for (n, ((dx, line), label)) in self.fixes.iter().zip(&words.fixes).enumerate() {
            let y = top + self.fixes_y + line * size::BUTTON + size::BUTTON_S / 2.0;
            if fix_button(label, &number(n)).at(ui, x + dx, y).clicked() {
                ask = Some(CardAsk::Fix(n));
            }
        }
        if !self.ways.is_empty() {
            kit.hline(
                rect.left() + 1.0..=rect.right() - 1.0,
                top + self.line_y,
                t.hairline,
            );
        }
        for (n, ((dx, line), label)) in self.ways.iter().zip(&words.ways).enumerate() {
            let y = top + self.line_y + 18.0 + line * size::GAP_XL;
            if Button::new(Weight::Link, label).at(ui, x + dx, y).clicked() {
                ask = Some(CardAsk::Way(n));
            }
        }
        ask
    }
}

fn number(n: usize) -> String {
    (n + 1).to_string()
}

fn fix_button<'a>(label: &'a str, key: &'a str) -> Button<'a> {
    Button::new(Weight::Quiet, label)
        .height(size::BUTTON_S)
        .key(key)
}

/// Places things of some widths side by side: the offset and the line of each.
pub(super) fn flow(widths: impl Iterator<Item = f32>, room: f32, gap: f32) -> Vec<(f32, f32)> {
    let (mut x, mut line) = (0.0, 0.0);
    widths
        .map(|width| {
            if x > 0.0 && x + width > room {
                (x, line) = (0.0, line + 1.0);
            }
            let place = (x, line);
            x += width + gap;
            place
        })
        .collect()
}

/// The words in question with their line, as they stand in the text.
fn phrase(kit: &Kit, left: egui::Pos2, width: f32, level: Level, words: &CardWords, points: f32) {
    let shown = if words.phrase.is_empty() {
        "The whole text"
    } else {
        &words.phrase
    };
    let times = if words.n > 1 {
        format!("{} times", words.n)
    } else {
        String::new()
    };
    let width = match times.as_str() {
        "" => width,
        times => width - kit.width(Type::SMALL, times) - size::GAP_S,
    };
    let galley = kit.lay_cut(
        Type::HEADING.face(Face::Serif).at(points, 22.0),
        kit.tokens.text,
        shown,
        width,
    );
    let at = pos2(left.x, left.y - 11.0).round();
    let base = galley
        .rows
        .first()
        .and_then(|row| row.glyphs.first())
        .map_or(0.0, |glyph| glyph.pos.y);
    let rect = Rect::from_min_size(at, galley.size());
    kit.galley(at, galley);
    if !words.phrase.is_empty() {
        level_line(kit, level, rect, at.y + base - 0.5);
    }
    kit.left(
        rect.right() + size::GAP_S,
        left.y,
        Type::SMALL,
        kit.tokens.text_3,
        &times,
    );
}
