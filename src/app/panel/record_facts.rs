//! What is on record about an approval, beside its text: a list of facts.
//!
//! Never: leaves out what stood by judgement.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};
use jiff::Timestamp;

use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::Kit;
use crate::approval::{Approval, Exception, record_name};
use crate::draft::Speaker;

/// How wide the names of the facts are.
const NAMES: f32 = 112.0;

/// Shows everything that the record says of it.
pub(super) fn facts_ui(ui: &mut Ui, width: f32, state: &State, approval: &Approval) {
    for (name, words) in facts(state, approval) {
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let style = Type::BUTTON.face(Face::Sans);
        let galley = kit.lay(&[(style, t.text, words.as_str())], width - NAMES);
        let size = vec2(width, galley.size().y + size::GAP_XS);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let said = format!("{name} {words}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.trim()));
        let y = rect.top() + style.line() / 2.0;
        let small = Type::SMALL.face(Face::SansMedium);
        kit.left(rect.left(), y, small, t.text_2, name);
        kit.galley(rect.min + vec2(NAMES, 0.0), galley);
    }
}

/// The facts in the order in which they are asked for.
fn facts(state: &State, approval: &Approval) -> Vec<(&'static str, String)> {
    let (set, version) = approval.set();
    let mut out = vec![
        (
            "Approved by",
            format!("{}, {}", approval.approver(), when(state, approval)),
        ),
        ("For", state.platform_name(approval.platform()).to_owned()),
        ("Said", speaker_words(state, approval.speaker())),
    ];
    let intent = approval.intent().map(|intent| intent.label().to_owned());
    let goal = approval.goal().map(|goal| state.goal_words(goal));
    let purpose: Vec<String> = intent.into_iter().chain(goal).collect();
    if !purpose.is_empty() {
        out.push(("To", purpose.join(", ")));
    }
    out.push(("Guidelines", format!("{set}, version {version}")));
    let (local, judged): (Vec<&Exception>, Vec<&Exception>) =
        approval.exceptions().iter().partition(|one| one.is_local());
    if !local.is_empty() {
        let names: Vec<&str> = local.iter().map(|one| one.rule.as_str()).collect();
        let words = format!(
            "{}; the team asks for it, that machine did not",
            names.join(", ")
        );
        out.push(("Left out", words));
    }
    for (n, one) in judged.into_iter().enumerate() {
        let about = if one.words.is_empty() {
            String::new()
        } else {
            format!(" “{}”", one.words)
        };
        let name = if n == 0 { "By judgement" } else { "" };
        out.push((name, format!("{}{about}: {}", one.rule, one.reason)));
    }
    for (n, question) in approval.answered().iter().enumerate() {
        out.push((if n == 0 { "Answered" } else { "" }, question.clone()));
    }
    if approval.is_masked() {
        let words = "A secret; the words above have a mask in its place";
        out.push(("Kept back", words.to_owned()));
    }
    let (folder, file) = record_name(approval);
    out.push(("Seal", approval.seal().hash().to_owned()));
    let before = match approval.prev() {
        "" => "The first on this machine".to_owned(),
        hash => hash.to_owned(),
    };
    out.push(("File before it", before));
    out.push(("File", format!("approved/{folder}/{file}.ron")));
    out
}

/// The day and the time on the clock of this machine, and the zone of the approver's where that is
/// another one.
fn when(state: &State, approval: &Approval) -> String {
    let Ok(at) = approval.at().parse::<Timestamp>() else {
        return approval.at_local().to_owned();
    };
    let then = at.to_zoned(state.now.zoned.time_zone().clone());
    let here = then.strftime("%-d %B %Y at %H:%M").to_string();
    let zone = then.strftime("%:z").to_string();
    if approval.at_local().ends_with(&zone) {
        here
    } else {
        format!("{here}, there {}", approval.at_local())
    }
}

/// Who spoke, in words.
pub(super) fn speaker_words(state: &State, speaker: &str) -> String {
    let speaker = Speaker::from_id(speaker);
    let person = speaker
        .person(state.library.people())
        .map(|person| person.first_name().to_owned());
    let person = person
        .or_else(|| speaker.person_id().map(str::to_owned))
        .unwrap_or_default();
    match speaker {
        Speaker::Brand => "as the brand".to_owned(),
        Speaker::ForBrand(_) => format!("as {person}, for the brand"),
        Speaker::Personally(_) => format!("as {person}, personally"),
    }
}
