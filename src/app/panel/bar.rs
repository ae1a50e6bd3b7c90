//! The bar: the only place that states readiness, and the way out.
//!
//! Never: a grey button that could say why.

use egui::{Role, Sense, Ui, WidgetInfo, pos2};

use super::{Layout, changes};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::{Readiness, State};
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::update::second;
use crate::app::view::{Region, View};
use crate::app::widget::{Button, FromRight, Kit, Weight, level_mark};
use crate::check::Standing;
use crate::guideline::Level;

pub(super) fn bar_ui(
    ui: &Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let is_blank = state.draft.is_unwritten();
    let current = state.current_platform();
    let standing = current.and_then(|id| state.standing(id));
    let readiness = standing.map_or(Readiness::Empty, |standing| state.readiness(standing));
    let mut right = FromRight::new(pos2(
        layout.full.right() - size::REPORT_MARGIN,
        layout.bar.center().y,
    ));
    let key = Command::ApproveAndCopy.key_words();
    let offer = offer(state, current, readiness);
    let weight = if offer.is_solid {
        Weight::Primary
    } else {
        Weight::Quiet
    };
    let main = Button::new(weight, &offer.label)
        .height(size::BUTTON_L)
        .key(&key)
        .on(!is_blank);
    let main = right.button(ui, main);
    if view.region == Some(Region::Bar) {
        view.region = None;
        view.last_region = Region::Bar;
        main.request_focus();
    }
    if main.clicked() {
        pending.push(offer.action);
    }
    let other = match &offer.again {
        Some(Action::Command(command)) => Button::new(Weight::Ghost, "Restore")
            .icon(Icon::ARROW_U_UP_LEFT)
            .name(command.text()),
        Some(_) => Button::new(Weight::Ghost, "Copy again").icon(Icon::COPY),
        None => Button::new(Weight::Ghost, Command::CopyAsDraft.text()),
    };
    if right
        .button(ui, other.height(size::BUTTON_L).on(!is_blank))
        .clicked()
    {
        pending.push(offer.again.unwrap_or(Action::Command(Command::CopyAsDraft)));
    }
    words_ui(ui, layout, state, readiness, right.x - size::GAP_L);
}

/// What the main button offers, and whether something approved can be copied again.
struct Offer {
    label: String,
    action: Action,
    is_solid: bool,
    again: Option<Action>,
}

fn offer(state: &State, current: Option<&str>, readiness: Readiness) -> Offer {
    let ask = Action::Command(Command::ApproveAndCopy);
    let name = current.map_or("", |id| state.platform_name(id));
    let copy = |standing: &Standing| {
        let approval = state.approval(standing)?;
        Some(Action::CopyAgain(approval.seal().hash().to_owned()))
    };
    if state.draft.is_unwritten() {
        let label = "Approve & copy".to_owned();
        return Offer {
            label,
            action: ask,
            is_solid: false,
            again: None,
        };
    }
    if let Some(offer) = next_part(state, current, readiness) {
        return offer;
    }
    if readiness == Readiness::Approved {
        // the page of one platform that is done: on to the next one, or the same once more
        let again = current.and_then(|id| state.standing(id)).and_then(copy);
        let next = state.next_platform().filter(|_| state.draft.tab.is_some());
        return match next {
            Some(next) => Offer {
                label: format!("Next: {}", state.platform_name(next)),
                action: Action::OpenTab(Some(next.to_owned())),
                is_solid: true,
                again,
            },
            None => Offer {
                label: "Copy again".to_owned(),
                action: ask,
                is_solid: false,
                again: None,
            },
        };
    }
    let again = state
        .draft
        .tab
        .is_none()
        .then(|| last_approved(state).and_then(copy))
        .flatten();
    if let Some(offer) = second_offer(state, current, readiness) {
        return offer;
    }
    if current.is_some_and(|id| state.lifted.contains_key(id)) {
        return Offer {
            label: "Seal again & copy".to_owned(),
            action: ask,
            is_solid: readiness == Readiness::Ready,
            again: Some(Action::Command(Command::Restore)),
        };
    }
    let label = if again.is_some() {
        format!("Next: {name}")
    } else {
        format!("Approve & copy for {name}")
    };
    Offer {
        label,
        action: ask,
        is_solid: readiness == Readiness::Ready,
        again,
    }
}

/// What a second approver has to do with it.
fn second_offer(state: &State, current: Option<&str>, readiness: Readiness) -> Option<Offer> {
    let platform = current?;
    let standing = state.standing(platform)?;
    let label = if let Some(yes) = second::yes(state, standing) {
        format!("Copy, approved by {}", yes.approver())
    } else if !state.draft.second_of.is_empty() {
        "Approve".to_owned()
    } else {
        second::wanted(state, platform)?;
        let text = state.draft.text(Some(platform));
        let asked = second::asked(state, platform);
        let waits = asked.is_some_and(|one| one.answers.is_empty() && one.ask.text == text);
        let label = if waits {
            "Ask once more"
        } else {
            "Ask for a second yes"
        };
        label.to_owned()
    };
    Some(Offer {
        label,
        action: Action::Command(Command::ApproveAndCopy),
        is_solid: readiness == Readiness::Ready,
        again: None,
    })
}

/// An approved thread of which parts wait to be copied.
fn next_part(state: &State, current: Option<&str>, readiness: Readiness) -> Option<Offer> {
    let standing = state.standing(current?)?;
    let is_approved = readiness == Readiness::Approved && standing.thread.is_some();
    let next = state.next_part(standing).filter(|_| is_approved)?;
    Some(Offer {
        label: format!("Copy {} of {}", next + 1, standing.parts().len()),
        action: Action::Command(Command::ApproveAndCopy),
        is_solid: true,
        again: next.checked_sub(1).map(Action::CopyPart),
    })
}

/// The platform of the draft that was approved last, exactly as it stands.
fn last_approved(state: &State) -> Option<&Standing> {
    let approved = state
        .standings
        .iter()
        .filter_map(|standing| Some((state.approval(standing)?.at(), standing)));
    approved
        .max_by_key(|(at, _)| *at)
        .map(|(_, standing)| standing)
}

fn words_ui(ui: &Ui, layout: &Layout, state: &State, readiness: Readiness, right: f32) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (x, y) = (layout.bar.left() + size::GAP_XS, layout.bar.center().y);
    let style = Type::BUTTON.face(Face::Sans);
    let (words, rest) = sentence(state, readiness);
    let area = egui::Rect::from_min_max(pos2(x, y - 16.0), pos2(right, y + 16.0));
    let response = ui.interact(area, ui.scope_id().with("readiness"), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("{words} {rest}").trim()));
    if words.is_empty() {
        kit.cut(pos2(x, y), right - x, style, t.text_2, &rest);
        return;
    }
    let center = pos2(x + 10.0, y);
    let is_lifted = state
        .current_platform()
        .is_some_and(|id| state.lifted.contains_key(id));
    match readiness {
        Readiness::Ready if is_lifted => {
            kit.icon(center, Icon::SEAL_CHECK, 20.0, t.text_2);
        }
        Readiness::Ready | Readiness::Approved => {
            kit.icon_fill(center, Icon::SEAL_CHECK, 20.0, t.strength);
        }
        Readiness::ToSettle(_) => level_mark(&kit, Level::Check, center),
        Readiness::OnHold(_) => level_mark(&kit, Level::Hold, center),
        Readiness::Empty => {}
    }
    let strong = Type::BUTTON.at(14.0, 20.0).face(Face::SansSemi);
    let fact = kit.cut(
        pos2(x + size::CHIP, y),
        right - x - size::CHIP,
        strong,
        t.text,
        &words,
    );
    let room = right - fact.right() - size::GAP_M;
    if room > 60.0 {
        kit.cut(
            pos2(fact.right() + size::GAP_M, y),
            room,
            style,
            t.text_2,
            &rest,
        );
    }
}

/// What stands, in one sentence, and what else there is to say.
fn sentence(state: &State, readiness: Readiness) -> (String, String) {
    if state.draft.is_unwritten() {
        let set = &state.in_use.opened.active.head.name;
        return (
            String::new(),
            format!("{set} is in use. Choose another set at the top whenever you like."),
        );
    }
    let of = |wanted: &dyn Fn(Readiness) -> bool| {
        let wanted = |standing: &&Standing| wanted(state.readiness(standing));
        let names: Vec<&str> = state
            .standings
            .iter()
            .filter(wanted)
            .map(|standing| state.platform_name(&standing.platform))
            .collect();
        match names.len() {
            n if n > 3 && n == state.standings.len() => format!("all {n} platforms"),
            _ => listed(&names),
        }
    };
    let is_empty = |one: Readiness| one == Readiness::Empty;
    let same = |one: Readiness| one == readiness;
    let empty = of(&is_empty);
    let approved = of(&|one| one == Readiness::Approved);
    if state.draft.tab.is_none() && !approved.is_empty() {
        let standing = match readiness {
            Readiness::ToSettle(n) => format!("{n} to settle for the others"),
            Readiness::OnHold(n) => format!("{n} on hold for the others"),
            Readiness::Ready | Readiness::Approved | Readiness::Empty => {
                "one changed character lifts the seal".to_owned()
            }
        };
        return (format!("Approved for {approved}"), standing);
    }
    let mut rest: Vec<String> = Vec::new();
    let lifted = state.current_platform().and_then(|id| state.lifted.get(id));
    if let Some(lifted) = lifted {
        rest.push(lifted.words.clone());
    }
    let words = match readiness {
        Readiness::Ready if let Some(lifted) = lifted => format!("Seal {} is lifted", lifted.seal),
        Readiness::Ready => {
            rest.extend(their_words_go(state));
            format!("Ready for {}", of(&same))
        }
        Readiness::Approved => {
            rest.push("one changed character lifts the seal".to_owned());
            format!("Approved for {}", of(&same))
        }
        Readiness::ToSettle(n) => format!("{n} to settle for {}", of(&same)),
        Readiness::OnHold(n) => format!("{n} on hold for {}", of(&same)),
        Readiness::Empty => "Nothing here yet".to_owned(),
    };
    if !empty.is_empty() && readiness != Readiness::Empty {
        let has = if empty.contains(" and ") {
            "have"
        } else {
            "has"
        };
        rest.push(format!("{empty} {has} nothing yet"));
    }
    if let Some(parts) = parts_words(state) {
        rest.insert(0, parts);
    }
    if state.changes.n_lines > 0 {
        let words = changes::words(state);
        rest.push(words.replacen('D', "d", 1));
    }
    let others =
        of(&|one| matches!(one, Readiness::ToSettle(_) | Readiness::OnHold(_)) && one != readiness);
    if !others.is_empty() {
        rest.push(format!("{others}: something to settle"));
    }
    (words, rest.join("; "))
}

/// Whether what they said is kept with the approval.
fn their_words_go(state: &State) -> Option<String> {
    state.draft.their_words()?;
    let are_kept = state.in_use.opened.active.head.reply.keep_their_words;
    let words = if are_kept {
        "their words are kept with it"
    } else {
        "their words are not kept with it"
    };
    Some(words.to_owned())
}

/// In how many parts the current platform gets it, where it is more than one.
fn parts_words(state: &State) -> Option<String> {
    let standing = state.standing(state.current_platform()?)?;
    let n = standing.thread.as_ref()?.parts.len();
    let name = state.platform_name(&standing.platform);
    Some(format!("{n} parts on {name}"))
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [firsts @ .., last] => format!("{} and {last}", firsts.join(", ")),
    }
}
