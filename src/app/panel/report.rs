//! The report at the right: what works first, then what asks for a look.
//!
//! Never: pops over the text; decides what is shown.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::ask::ask_ui;
use super::experiment::resting_ui;
use super::parts::copy_list_ui;
use super::remark::remark_ui;
use super::settled::settled_ui;
use super::{Layout, compose};
use crate::app::action::Action;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::view::{Region, View};
use crate::app::widget::{
    CardAsk, CardWords, Kit, card_collapsed, card_open, coda, group_head, level_mark, strength,
};
use crate::check::Finding;
use crate::guideline::Level;
use crate::text::{Span, one_line};

/// The kind that a thread settles.
const OVER_LIMIT: &str = "OverLimit";
/// How many nudges have a line of their own.
const MAX_NUDGES: usize = 3;

pub(super) fn report_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let area = Rect::from_min_max(
        pos2(layout.side.left() - size::GAP_XS, layout.side.top()),
        layout.side.max + vec2(size::GAP_M, 0.0),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("report"));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let out = ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let margin = egui::Margin {
                left: 4,
                right: 12,
                top: 22,
                bottom: 16,
            };
            egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                column_ui(ui, state, view, pending);
            });
        });
    if view.region == Some(Region::Findings) {
        // no card to go to, so on to the next part
        view.region = Some(Region::Platforms);
        view.last_region = Region::Platforms;
    }
    let kit = Kit::new(ui);
    kit.fade_ends(
        area,
        out.state.clamped_offset().y,
        out.content_size.y,
        kit.tokens.window,
    );
}

fn column_ui(ui: &mut Ui, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let shown = state.shown();
    if state.draft.is_unwritten() {
        legend_ui(ui);
        return;
    }
    let text = state.text();
    let strengths = grouped(&shown, Level::Strength);
    group_head(ui, Level::Strength, strengths.len());
    for (finding, n) in &strengths {
        let times = if *n > 1 {
            format!("{}, {n} times", without_stop(&finding.says))
        } else {
            finding.says.clone()
        };
        strength(ui, without_stop(&times), &quote(text, finding.span));
    }
    for level in [Level::Nudge, Level::Check, Level::Hold] {
        let groups = grouped(&shown, level);
        if groups.is_empty() {
            continue;
        }
        ui.add_space(size::GAP_M);
        group_head(ui, level, groups.len());
        let most = if level == Level::Nudge {
            MAX_NUDGES
        } else {
            usize::MAX
        };
        for (finding, n) in groups.iter().take(most) {
            finding_ui(ui, state, view, finding, *n, pending);
            ui.add_space(size::GAP_S);
        }
        if groups.len() > most {
            coda(ui, &format!("{} more", groups.len() - most));
        }
    }
    resting_ui(ui, state, pending);
    settled_ui(ui, state, pending);
    copy_list_ui(ui, state, pending);
    for rule in &state.report.paused {
        ui.add_space(size::GAP_M);
        coda(
            ui,
            &format!("The rule {rule} takes too long on this text and rests."),
        );
    }
    ui.add_space(size::GAP_M);
    let is_quiet = shown.iter().all(|finding| finding.level == Level::Strength);
    coda(
        ui,
        if shown.is_empty() {
            "Nothing to add. Your judgement."
        } else {
            "Nothing else. Your judgement."
        },
    );
    ask_ui(ui, state, is_quiet, pending);
}

/// One finding for each rule, with how often it was found.
fn grouped<'a>(shown: &[&'a Finding], level: Level) -> Vec<(&'a Finding, usize)> {
    let mut out: Vec<(&Finding, usize)> = Vec::new();
    for finding in shown.iter().filter(|finding| finding.level == level) {
        match out.iter_mut().find(|(other, _)| other.rule == finding.rule) {
            Some((_, n)) => *n += 1,
            None => out.push((finding, 1)),
        }
    }
    out
}

fn finding_ui(
    ui: &mut Ui,
    state: &State,
    view: &mut View,
    first: &Finding,
    n: usize,
    pending: &mut Vec<Action>,
) {
    let text = state.text();
    // of several, the open one is shown on the card
    let open = state.open_finding().filter(|open| open.rule == first.rule);
    let finding = open.unwrap_or(first);
    let key = FindingKey::of(finding, text);
    let mut words = card_words(state, finding, text, n);
    words.takes_keyboard = view.region == Some(Region::Findings);
    if words.takes_keyboard {
        view.region = None;
        ui.scroll_to_rect(Rect::from_min_size(ui.cursor().min, vec2(1.0, 1.0)), None);
    }
    let ask = if open.is_some() {
        card_open(ui, finding.level, &words, state.is_deep)
    } else {
        card_collapsed(ui, finding.level, &words)
    };
    if open.is_some() && view.judgement.is_some() {
        remark_ui(ui, view, &key, pending);
    }
    match ask {
        None => {}
        Some(CardAsk::Toggle) if open.is_some() => pending.push(Action::OpenFinding(None)),
        Some(CardAsk::Toggle) => pending.push(Action::OpenFinding(Some(key))),
        Some(CardAsk::Why) => pending.push(Action::Command(crate::app::command::Command::Why)),
        Some(CardAsk::Fix(n)) => pending.push(Action::UseFix(key, n)),
        Some(CardAsk::Way(n)) => match ways(state, finding).get(n) {
            Some(Way::HandOn) => pending.push(Action::HandOn(finding.topic.clone())),
            Some(Way::Keep(is_here)) => pending.push(Action::Keep(key, *is_here)),
            Some(Way::Judge) => view.remark(ui.ctx(), false),
            Some(Way::Suggest) => view.remark(ui.ctx(), true),
            Some(Way::Split) => pending.push(Action::SplitFor(threadable(state, finding))),
            None => {}
        },
    }
}

/// A way to settle a finding without a fix.
#[derive(Clone, Copy)]
enum Way {
    HandOn,
    Judge,
    Keep(bool),
    Split,
    Suggest,
}

fn ways(state: &State, finding: &Finding) -> Vec<Way> {
    let mut out = Vec::new();
    if finding.topic.is_some() {
        out.push(Way::HandOn);
    }
    if finding.level == Level::Check || finding.may_be_reasoned {
        out.push(Way::Judge);
    }
    if finding.kind == OVER_LIMIT && !threadable(state, finding).is_empty() {
        out.push(Way::Split);
    }
    if finding.level != Level::Hold {
        if state.draft.tab.is_some() {
            out.push(Way::Keep(true));
        }
        out.push(Way::Keep(false));
    }
    if !finding.set.is_empty() {
        out.push(Way::Suggest);
    }
    out
}

/// The platforms of a finding on which the text could go out in parts.
fn threadable(state: &State, finding: &Finding) -> Vec<String> {
    let takes_threads = |id: &&str| state.platform(id).is_some_and(|platform| platform.threads);
    let concerned = state.concerned(finding);
    concerned
        .into_iter()
        .filter(takes_threads)
        .map(str::to_owned)
        .collect()
}

fn card_words(state: &State, finding: &Finding, text: &str, n: usize) -> CardWords {
    let platform = state.draft.tab.as_deref().map(|id| state.platform_name(id));
    let way = |way: Way| match (way, platform) {
        (Way::HandOn, _) => "Copy a hand-off note".to_owned(),
        (Way::Judge, _) => "My judgement".to_owned(),
        (Way::Split, _) => "Split into a thread".to_owned(),
        (Way::Suggest, _) => "Suggest a change".to_owned(),
        (Way::Keep(true), Some(name)) => format!("Keep on {name}"),
        (Way::Keep(false), Some(_)) => "Keep everywhere".to_owned(),
        (Way::Keep(_), None) => "Keep".to_owned(),
    };
    let source = finding.source.as_ref();
    let origin = [
        source.map_or("", |source| source.title.as_str()),
        finding.value.as_str(),
        finding.set.as_str(),
    ];
    let only: Vec<&str> = finding
        .platforms
        .iter()
        .map(|id| state.platform_name(id))
        .collect();
    CardWords {
        takes_keyboard: false,
        phrase: one_line(finding.shown(text)),
        n,
        says: match only.as_slice() {
            [] => finding.says.clone(),
            names => format!("{} ({})", finding.says, names.join(", ")),
        },
        instead: finding.instead.clone(),
        why: finding.why.clone(),
        quote: source
            .map(|source| source.quote.clone())
            .unwrap_or_default(),
        source: origin
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| one_line(&fix.label))
            .collect(),
        ways: ways(state, finding).into_iter().map(way).collect(),
    }
}

/// The report of an empty page explains itself.
fn legend_ui(ui: &mut Ui) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), 230.0), Sense::hover());
    let title = "Notes on your text appear here";
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, title));
    let mut y = rect.top() + size::GAP_M + 2.0;
    kit.left(
        rect.left(),
        y,
        Type::BUTTON.face(Face::SansSemi),
        t.text,
        title,
    );
    y += 34.0;
    for (level, words) in compose::LEGEND {
        level_mark(&kit, level, pos2(rect.left() + size::GAP_S, y));
        kit.left(
            rect.left() + size::CHIP,
            y,
            Type::BUTTON.face(Face::Sans),
            t.text_2,
            words,
        );
        y += size::CHIP;
    }
    let style = Type::HEADING.face(Face::SerifItalic).at(14.0, 22.0);
    let at = pos2(rect.left(), y + size::GAP_S);
    let words = "Nothing stops you while you type, and nothing leaves this machine.";
    kit.paragraph(at, rect.width() - size::GAP_L, style, t.text_3, words);
}

/// The words that show a strength, whole words at both ends.
fn quote(text: &str, span: Span) -> String {
    let is_inside = |c: &char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let n_before: usize = before
        .chars()
        .rev()
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum();
    let n_after: usize = after
        .chars()
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum();
    one_line(Span::new(span.start - n_before, span.end + n_after).of(text))
}

fn without_stop(words: &str) -> &str {
    words.trim_end_matches('.')
}
