//! What belongs to the view alone: the buffers of text fields, what is unfolded, where the keyboard
//! goes next.
//!
//! Never: anything that would be missed after a restart.

use std::collections::BTreeMap;

use egui::{Context, Id};

use super::action::{Chip, Finder, Place};
use super::afterwards::AfterwardsView;
use super::experiment::ExperimentForm;
use super::news::NewsForm;
use super::person_form::PersonForm;
use super::platform_form::PlatformForm;
use super::widget::{field_id, forget_undo, put_caret, replace_text};
use crate::guideline::Person;

/// The name of the field for a judgement.
pub(super) const JUDGEMENT: &str = "Your reason";
/// The name of the field for a proposal.
pub(super) const SUGGESTION: &str = "What should change?";
/// The name of the field for what they said.
pub(super) const THEY_SAID: &str = "What they said";
/// The names of the field of what an experiment expects, and of what was learned.
pub(super) const HYPOTHESIS: &str = "What do you expect to happen?";
pub(super) const LEARNED: &str = "What did you learn?";
/// The names of the field that searches what was approved, and of the box for a text.
pub(super) const SEARCH_APPROVED: &str = "Search what was approved";
pub(super) const VERIFY: &str = "Who approved this text?";
/// The name of the field over a list to find something in.
pub(super) const FIND: &str = "Find anything";
/// The names of the fields of the signature.
pub(super) const SIGNATURE_FIELDS: [&str; 4] =
    ["Your name", "Your title", "Your company", "Your handle"];

/// A line about a finding, as typed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Remark {
    /// What is typed.
    pub words: String,
    /// Whether it proposes to change the guideline; else it is the reason for one's judgement.
    pub is_suggestion: bool,
}

/// A part of the window for the keyboard.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Region {
    /// The text.
    #[default]
    Text,
    /// The findings.
    Findings,
    /// The platforms.
    Platforms,
    /// The bar.
    Bar,
}

impl Region {
    const ALL: [Self; 4] = [Self::Text, Self::Findings, Self::Platforms, Self::Bar];
}

/// What belongs to the view alone.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that is open or not"
)]
pub(super) struct View {
    /// The open text, as the field holds it.
    pub text: String,
    /// The list that is open to find something in, and what is typed over it.
    pub finder: Option<(Finder, String)>,
    /// The row of it that Enter takes.
    pub finder_row: usize,
    /// Whether the sheet of keys is open.
    pub shortcuts: bool,
    /// The chip whose menu opens in this pass.
    pub open_chip: Option<Chip>,
    /// Whether the text keeps Tab, because it has a blank further on.
    pub keeps_tab: bool,
    /// Whether what is pasted next is what they said.
    pub hears: bool,
    /// Whether the page scrolls to what they said, once.
    pub to_top: bool,
    /// The line for a judgement or a proposal, while it is open.
    pub judgement: Option<Remark>,
    /// Whether the card of the draft's experiment opens in this pass, and the card while it is open.
    pub open_experiment: bool,
    pub experiment: Option<ExperimentForm>,
    /// What is typed about experiments that are over, by their ids.
    pub learned: BTreeMap<String, String>,
    /// The person who is being filled in.
    pub person: Option<Person>,
    /// The handle beside them; the platform it belongs to is the open one.
    pub handle: String,
    /// The part of the window that the keyboard is asked to go to.
    pub region: Option<Region>,
    /// The part it was sent to last.
    pub last_region: Region,
    /// Where the caret is drawn, so that the page scrolls to it once.
    pub follow_caret: bool,
    /// The card of the people's screen, as typed.
    pub form: Option<PersonForm>,
    /// The field that gets the keyboard as soon as it is there.
    pub wants_field: Option<String>,
    /// Whether the report is open over a page that has no room for it.
    pub drawer: bool,
    /// Whether the text gets the keyboard as soon as no dialog lies over it.
    pub wants_text: bool,
    /// Whether the menu of a misspelt word opens in this pass: by a key, or by the pointer.
    pub open_spelling: Option<bool>,
    /// Whether it is open.
    pub is_spelling_open: bool,
    /// Whether its first row gets the keyboard as soon as it is there.
    pub spelling_wants_row: bool,
    /// News that is being written down.
    pub news: Option<NewsForm>,
    /// The chapter of the guidelines that is asked for.
    pub chapter: Option<usize>,
    /// Whether the card of the open platform opens in this pass, and whether it is open.
    pub open_about: bool,
    pub is_about_open: bool,
    /// Whether its first button gets the keyboard as soon as it is there.
    pub about_wants_button: bool,
    /// The platform chosen on the platforms' screen.
    pub chosen_platform: Option<String>,
    /// The answers about a platform, while they are given.
    pub platform_form: Option<PlatformForm>,
    /// The person chosen on the people's screen.
    pub chosen_person: Option<String>,
    /// The fields of the screen of what was approved.
    pub afterwards: AfterwardsView,
}

/// The id of the page's text field.
pub(super) fn text_id() -> Id {
    Id::unique("post text")
}

impl View {
    /// Puts another text on the page.
    pub(super) fn show_text(
        &mut self,
        ctx: &Context,
        text: String,
        caret: (usize, usize),
        can_undo: bool,
    ) {
        if can_undo {
            replace_text(ctx, text_id(), &mut self.text, text, caret);
        } else {
            let is_other = self.text != text;
            self.text = text;
            if is_other {
                forget_undo(ctx, text_id());
            }
            put_caret(ctx, text_id(), &self.text, caret);
        }
        self.follow_caret = true;
    }

    /// Puts the caret into the page.
    pub(super) fn put_caret(&mut self, ctx: &Context, caret: (usize, usize)) {
        put_caret(ctx, text_id(), &self.text, caret);
        self.follow_caret = true;
        self.wants_text = true;
    }

    /// Sends the keyboard from the text to a field above it.
    fn leave_text(&mut self, ctx: &Context, name: &str) {
        self.wants_text = false;
        self.follow_caret = false;
        focus(ctx, name);
    }

    /// Opens the line under the card, for one's judgement or for a proposal; what was typed stays.
    pub(super) fn remark(&mut self, ctx: &Context, is_suggestion: bool) {
        let words = self.judgement.take().map(|remark| remark.words);
        self.judgement = Some(Remark {
            words: words.unwrap_or_default(),
            is_suggestion,
        });
        focus(ctx, if is_suggestion { SUGGESTION } else { JUDGEMENT });
    }

    /// Opens a part of the window.
    pub(super) fn reveal(&mut self, ctx: &Context, place: Place) {
        match place {
            Place::Finder(finder) => {
                self.finder = Some((finder, String::new()));
                self.finder_row = 0;
                focus(ctx, FIND);
            }
            Place::Shortcuts => self.shortcuts = !self.shortcuts,
            Place::Chip(chip) => self.open_chip = Some(chip),
            Place::Judgement => self.remark(ctx, false),
            Place::Suggestion => self.remark(ctx, true),
            Place::Heard => {
                self.hears = true;
                self.to_top = true;
                self.leave_text(ctx, THEY_SAID);
            }
            Place::Experiment => {
                self.open_experiment = true;
                self.leave_text(ctx, HYPOTHESIS);
            }
            Place::Learned => self.leave_text(ctx, LEARNED),
            Place::About => self.open_about = true,
            Place::NewPlatform => self.platform_form = Some(PlatformForm::default()),
            Place::SearchApproved => self.leave_text(ctx, SEARCH_APPROVED),
            Place::Verify => self.leave_text(ctx, VERIFY),
            Place::Spelling(by_key) => self.open_spelling = Some(by_key),
            Place::Pause => ctx.memory_mut(|memory| memory.surrender_focus(text_id())),
            Place::Region(is_forward) => {
                let at = Region::ALL
                    .iter()
                    .position(|region| *region == self.last_region)
                    .unwrap_or(0);
                let n = Region::ALL.len();
                let next = if is_forward { at + 1 } else { at + n - 1 } % n;
                self.region = Region::ALL.get(next).copied();
                self.last_region = self.region.unwrap_or_default();
            }
        }
        ctx.request_repaint();
    }
}

/// Moves the keyboard to a field.
pub(super) fn focus(ctx: &Context, name: &str) {
    ctx.memory_mut(|memory| memory.request_focus(field_id(name)));
}
