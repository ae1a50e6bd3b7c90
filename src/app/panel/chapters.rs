//! The chapters of the guidelines page: values, goals, examples, pages, rules, questions.
//!
//! Never: leaves out what a set says; an empty chapter is none.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::prose::{Ink, line_ui, title_ui, words_ui};
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Kit, level_mark};
use crate::guideline::{Level, Rule, SampleKind, Set};

/// What the chapter of good posts is called.
const EXAMPLES: &str = "Examples";
/// The column of the names at the left.
const NAMES: f32 = 172.0;

/// One thing of a chapter: a name, what it means, what it looks like. Without a meaning it is a
/// line of its own.
#[derive(Clone, Default)]
pub(super) struct Entry {
    level: Option<Level>,
    name: String,
    says: String,
    looks_like: String,
}

/// A chapter of the page.
pub(super) struct Chapter {
    /// What it is called.
    pub title: &'static str,
    /// What it has.
    pub entries: Vec<Entry>,
}

/// A chapter, entry by entry.
pub(super) fn chapter_ui(ui: &mut Ui, chapter: &Chapter, width: f32) {
    title_ui(ui, width, chapter.title);
    for entry in &chapter.entries {
        let is_bare = entry.says.is_empty() && entry.looks_like.is_empty() && entry.level.is_none();
        if is_bare || chapter.title == EXAMPLES {
            line_ui(ui, width);
            ui.add_space(size::GAP_L);
            let style = Type::HEADING.face(Face::Serif).at(16.0, 25.0);
            words_ui(ui, width, style, Ink::Text, &entry.name, size::GAP_S);
            if !entry.says.is_empty() {
                let because = format!("It worked: {}", entry.says);
                words_ui(ui, width, Type::SMALL, Ink::Support, &because, 0.0);
            }
            ui.add_space(size::GAP_S);
        } else {
            named_ui(ui, width, entry);
        }
    }
    line_ui(ui, width);
    ui.add_space(40.0);
}

/// The chapters that have something to say, in reading order.
pub(super) fn chapters(set: &Set, rules: &[&Rule]) -> Vec<Chapter> {
    let entry = |name: &str, says: &str, looks_like: &str| Entry {
        level: None,
        name: name.to_owned(),
        says: says.to_owned(),
        looks_like: looks_like.to_owned(),
    };
    let of = |wanted: fn(Level) -> bool| {
        let chosen = rules.iter().filter(|rule| wanted(rule.level));
        let words = |rule: &&Rule| Entry {
            level: Some(rule.level),
            ..entry(&rule.says, &rule.instead, &rule.why)
        };
        chosen.map(words).collect()
    };
    let values = set.values.iter();
    let values = values.map(|value| entry(&value.words, &value.says, &quoted(&value.looks_like)));
    let goals = set.goals.iter();
    let goals = goals.map(|goal| entry(&goal.business, &goal.how_social_helps, &goal.measure));
    let good = set
        .samples
        .iter()
        .filter(|sample| sample.kind == SampleKind::Good);
    let pages = set
        .home_base
        .iter()
        .map(|page| entry(&page.reason, &page.url, ""));
    let all: [(&'static str, Vec<Entry>); 7] = [
        ("Values", values.collect()),
        ("Goals", goals.collect()),
        (
            EXAMPLES,
            good.map(|sample| entry(sample.text.trim(), &sample.because, ""))
                .collect(),
        ),
        ("Home base", pages.collect()),
        ("What we notice", of(|level| level == Level::Strength)),
        ("What we ask", of(|level| level > Level::Strength)),
        (
            "Before approving",
            set.pause
                .iter()
                .map(|question| entry(&question.ask, "", ""))
                .collect(),
        ),
    ];
    let chapters = all
        .into_iter()
        .map(|(title, entries)| Chapter { title, entries });
    chapters
        .filter(|chapter| !chapter.entries.is_empty())
        .collect()
}

fn quoted(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!("“{words}”")
    }
}

/// A name at the left, what it means and what it looks like at the right.
fn named_ui(ui: &mut Ui, width: f32, entry: &Entry) {
    let Entry {
        level,
        name,
        says,
        looks_like,
    } = entry;
    line_ui(ui, width);
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let indent = if level.is_some() { 26.0 } else { 0.0 };
    let names = NAMES.min(width * 0.4);
    let style = if level.is_some() {
        Type::BODY.at(14.0, 22.0)
    } else {
        Type::HEADING.at(17.0, 24.0)
    };
    let name_galley = kit.lay(&[(style, t.text, name)], names - indent - size::GAP_L);
    let says_galley = kit.lay(&[(Type::BODY.at(14.0, 22.0), t.text, says)], width - names);
    let quote = Type::HEADING.face(Face::SerifItalic).at(15.0, 23.0);
    let looks_galley = kit.lay(&[(quote, t.text_2, looks_like)], width - names);
    let gap = if says.is_empty() || looks_like.is_empty() {
        0.0
    } else {
        6.0
    };
    let says_height = if says.is_empty() {
        0.0
    } else {
        says_galley.size().y
    };
    let looks_height = if looks_like.is_empty() {
        0.0
    } else {
        looks_galley.size().y
    };
    let height = name_galley.size().y.max(says_height + gap + looks_height) + 40.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListItem, true, format!("{name}. {says} {looks_like}"))
    });
    let top = rect.top() + size::GAP_L + size::GAP_XS;
    if let Some(level) = level {
        level_mark(&kit, *level, pos2(rect.left() + size::GAP_S, top + 11.0));
    }
    kit.galley(pos2(rect.left() + indent, top), name_galley);
    if !says.is_empty() {
        kit.galley(pos2(rect.left() + names, top), says_galley);
    }
    if !looks_like.is_empty() {
        kit.galley(
            pos2(rect.left() + names, top + says_height + gap),
            looks_galley,
        );
    }
}
