//! A person's card while it is shown: its fields, where the keyboard is, and when what was typed is
//! kept.
//!
//! Never: knows which fields there are.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::action::Action;
use crate::app::person_form::PersonForm;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::view::View;
use crate::app::widget::{Kit, Pill, field, pills, tall_field, tall_height};

/// From one field to the next, and from there to the box itself.
const PITCH: f32 = 65.0;
const LABEL: f32 = 22.0;

/// The card while it is shown.
pub(super) struct Filling<'a> {
    /// What there is.
    pub state: &'a State,
    /// How wide its fields are.
    pub width: f32,
    /// The field that gets the keyboard.
    wants: Option<String>,
    /// Whether something was changed in this pass.
    pub changed: bool,
    /// Whether a field has the keyboard, and whether one lost it in this pass.
    has_keyboard: bool,
    is_left: bool,
}

impl<'a> Filling<'a> {
    /// Begins a pass over the card.
    pub(super) fn begin(state: &'a State, width: f32, view: &mut View) -> Self {
        Self {
            state,
            width,
            wants: view.wants_field.take(),
            changed: false,
            has_keyboard: false,
            is_left: false,
        }
    }

    /// Ends it: what can be kept is asked for.
    pub(super) fn finish(
        self,
        ui: &Ui,
        view: &mut View,
        form: &mut PersonForm,
        pending: &mut Vec<Action>,
    ) {
        let now = self.state.now.seconds;
        if self.changed {
            form.touch(now);
            ui.ctx().request_repaint_after_secs(1.0);
        }
        view.wants_field = self.wants;
        let platforms = &self.state.in_use.opened.platforms;
        let is_left = self.is_left || !self.has_keyboard;
        if let Some(person) = form.due(platforms, now, is_left) {
            if form.is_new() {
                view.chosen_person = None;
            }
            pending.push(Action::PersonFilled(Box::new(person)));
        }
    }

    /// A field with its label above it.
    pub(super) fn line(&mut self, ui: &mut Ui, label: &str, hint: &str, value: &mut String) {
        self.line_of(ui, self.width, label, hint, value);
    }

    /// The same, not as wide; returns its box.
    pub(super) fn line_of(
        &mut self,
        ui: &mut Ui,
        width: f32,
        label: &str,
        hint: &str,
        value: &mut String,
    ) -> Rect {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, PITCH), Sense::hover());
        let top = rect.min + vec2(0.0, LABEL);
        let place = Rect::from_min_size(top, vec2(width, size::FIELD));
        let response = field(ui, place, label, hint, value);
        self.watch(ui, &response, rect, label);
        place
    }

    /// A field of as many lines as are typed; returns its box.
    pub(super) fn lines_of(
        &mut self,
        ui: &mut Ui,
        width: f32,
        label: &str,
        hint: &str,
        value: &mut String,
    ) -> Rect {
        let height = tall_height(value);
        let room = vec2(self.width, PITCH - size::FIELD + height);
        let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
        let place = Rect::from_min_size(rect.min + vec2(0.0, LABEL), vec2(width, height));
        let response = tall_field(ui, place, label, hint, value);
        self.watch(ui, &response, rect, label);
        place
    }

    /// Notices what is done to a field, and gives it the keyboard where it is wanted there.
    fn watch(&mut self, ui: &Ui, response: &Response, rect: Rect, label: &str) {
        self.changed |= response.changed();
        self.has_keyboard |= response.has_focus();
        self.is_left |= response.lost_focus();
        if response.gained_focus() {
            // what is said below it is seen too
            let room = vec2(0.0, size::GAP_XXL + size::GAP_L);
            ui.scroll_to_rect(rect.expand2(room), None);
        }
        if self.wants.as_deref() == Some(label) {
            if response.has_focus() {
                self.wants = None;
            } else {
                response.request_focus();
                ui.ctx().request_repaint();
            }
        }
    }

    /// Sends the keyboard to a field as soon as it is there.
    pub(super) fn send_keyboard(&mut self, label: String) {
        self.wants = Some(label);
    }

    /// A small label above choices.
    pub(super) fn label(&self, ui: &mut Ui, words: &str) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, LABEL), Sense::hover());
        let kit = Kit::new(ui);
        let style = Type::SMALL.face(Face::SansMedium);
        let y = rect.top() + 11.0;
        kit.left(rect.left(), y, style, kit.tokens.text_2, words);
    }

    /// A sentence under a field.
    pub(super) fn note(&self, ui: &mut Ui, ink: Color32, words: &str) {
        let kit = Kit::new(ui);
        let galley = kit.lay(&[(Type::SMALL, ink, words)], self.width);
        let size = vec2(self.width, galley.size().y + size::GAP_S);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        kit.galley(rect.min, galley);
    }

    /// Choices, with a gap below them.
    pub(super) fn pills(&mut self, ui: &mut Ui, choices: &[Pill]) -> Option<usize> {
        let clicked = pills(ui, self.width, choices);
        ui.add_space(size::GAP_S);
        self.changed |= clicked.is_some();
        clicked
    }
}
