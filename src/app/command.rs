//! What a person can ask for by name: palette, tooltip and shortcut come from here.
//!
//! Never: does it; `update` does.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A thing to ask for, in the order of the palette.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Command {
    /// Begin another post; the open one is kept.
    NewPost,
    /// Ask the pause's questions, then approve and copy for the current platform.
    ApproveAndCopy,
    /// Copy the text without approving it.
    CopyAsDraft,
    /// Go to the next finding.
    NextFinding,
    /// Go to the finding before.
    PreviousFinding,
    /// Choose among the fixes of the finding at the caret.
    ChooseFix,
    /// Show why the open finding is asked.
    Why,
    /// Keep the words of the open finding on this platform.
    KeepHere,
    /// Keep the words of the open finding in this draft.
    KeepInDraft,
    /// Answer for the open finding with a line of reason.
    MyJudgement,
    /// Put the signature on, or leave it out, for this platform.
    ToggleSignature,
    /// Let somebody else speak.
    SwitchSpeaker,
    /// Answer somebody: take what they said from the clipboard.
    Reply,
    /// Sort what they said differently.
    NextTriage,
    /// What they said needs no reply.
    NoReply,
    /// The draft answers nobody any more.
    DropReply,
    /// Let the platform follow the text of all again.
    FollowAll,
    /// Show what the misspelt word at the caret, or the next one, may have been meant to be.
    Respell,
    /// Mark misspelt words, or no longer.
    ToggleSpelling,
    /// Break the text into a thread where the caret is.
    BreakHere,
    /// Show the parts of the thread, or the text again.
    Parts,
    /// Show the text as it reads on the platform, or to be written again.
    ReadingView,
    /// Show what differs from the text of all, or the text again.
    Compare,
    /// Find a thing to do by its name.
    Palette,
    /// Show every key.
    Shortcuts,
    /// Show the page to write on.
    GoWrite,
    /// Show all drafts.
    GoDrafts,
    /// Show what was approved.
    GoApproved,
    /// Show the guidelines in use.
    GoGuidelines,
    /// Show who speaks.
    GoPeople,
    /// Open the guidelines' file in the system's editor.
    EditGuidelines,
    /// Choose a guideline file.
    OpenGuidelines,
    /// Light, dark, contrast, or as the system does.
    NextTheme,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As the system says.
    ZoomReset,
    /// Throw the open draft into the bin.
    DiscardDraft,
    /// Move the keyboard to the next part of the window.
    NextRegion,
    /// Move the keyboard to the part before.
    PreviousRegion,
}

impl Command {
    /// All of them.
    pub(super) const ALL: [Self; 39] = [
        Self::NewPost,
        Self::ApproveAndCopy,
        Self::CopyAsDraft,
        Self::NextFinding,
        Self::PreviousFinding,
        Self::ChooseFix,
        Self::Why,
        Self::KeepHere,
        Self::KeepInDraft,
        Self::MyJudgement,
        Self::ToggleSignature,
        Self::SwitchSpeaker,
        Self::Reply,
        Self::NextTriage,
        Self::NoReply,
        Self::DropReply,
        Self::FollowAll,
        Self::Respell,
        Self::ToggleSpelling,
        Self::BreakHere,
        Self::Parts,
        Self::ReadingView,
        Self::Compare,
        Self::Palette,
        Self::Shortcuts,
        Self::GoWrite,
        Self::GoDrafts,
        Self::GoApproved,
        Self::GoGuidelines,
        Self::GoPeople,
        Self::EditGuidelines,
        Self::OpenGuidelines,
        Self::NextTheme,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::DiscardDraft,
        Self::NextRegion,
        Self::PreviousRegion,
    ];

    /// Its words in palette and menus, and a sentence more.
    pub(super) const fn text_and_tooltip(self) -> (&'static str, &'static str) {
        match self {
            Self::NewPost => ("New post", "The open one is kept under Drafts"),
            Self::ApproveAndCopy => (
                "Approve & copy",
                "A few questions, then the text is on the clipboard with its seal",
            ),
            Self::CopyAsDraft => (
                "Copy as draft",
                "The text as it stands, marked as not approved",
            ),
            Self::NextFinding => ("Next finding", "The caret goes there and its card opens"),
            Self::PreviousFinding => (
                "Previous finding",
                "The caret goes there and its card opens",
            ),
            Self::ChooseFix => ("Choose a fix", "Then 1 to 9 picks one"),
            Self::Why => (
                "Why this is asked",
                "The reason, and the sentence it comes from",
            ),
            Self::KeepHere => ("Keep on this platform", "The words stay, settled here"),
            Self::KeepInDraft => ("Keep in this draft", "The words stay, settled everywhere"),
            Self::MyJudgement => ("My judgement", "One line of reason, kept with the approval"),
            Self::ToggleSignature => ("Signature on or off", "For the platform that is open"),
            Self::SwitchSpeaker => (
                "Switch speaker",
                "The brand, you for the brand, or you personally",
            ),
            Self::Reply => ("Reply to somebody", "The clipboard is what they said"),
            Self::NextTriage => ("Sort what they said", "What it is instead"),
            Self::NoReply => ("No reply needed", "Kept under Drafts; no post is made"),
            Self::DropReply => ("No longer a reply", "The draft stays, their words go"),
            Self::FollowAll => (
                "Follow the text of all again",
                "The platform gives up its own text",
            ),
            Self::Respell => ("Suggest a spelling", "For this misspelt word or the next"),
            Self::ToggleSpelling => ("Spelling on or off", "A dotted line under misspelt words"),
            Self::BreakHere => (
                "Break into a thread here",
                "What stands behind the caret becomes the next part",
            ),
            Self::Parts => (
                "Split into parts",
                "Each post of the thread with its own count, to be copied in order",
            ),
            Self::ReadingView => (
                "Reading view",
                "Where it folds, how links and line breaks show",
            ),
            Self::Compare => (
                "Compare with All",
                "What this platform's own text says differently",
            ),
            Self::Palette => ("Find anything", "Every action by its name"),
            Self::Shortcuts => ("Keyboard", "Every key in one place"),
            Self::GoWrite => ("Write", "The page"),
            Self::GoDrafts => ("Drafts", "Everything you began"),
            Self::GoApproved => ("Approved", "What went out, with its seal"),
            Self::GoGuidelines => ("Guidelines", "What we stand for, in reading order"),
            Self::GoPeople => ("People", "Who speaks, and how they sign"),
            Self::EditGuidelines => (
                "Edit the guidelines",
                "Opens the file; saving it brings the changes here",
            ),
            Self::OpenGuidelines => ("Open a guideline file…", "Any .ron file of guidelines"),
            Self::NextTheme => ("Next theme", "System, light, dark, contrast"),
            Self::ZoomIn => ("Larger", "Everything in the window"),
            Self::ZoomOut => ("Smaller", "Everything in the window"),
            Self::ZoomReset => ("Usual size", "Everything in the window"),
            Self::DiscardDraft => ("Discard this draft", "It waits in the bin for 30 days"),
            Self::NextRegion => ("Next part of the window", "Text, findings, platforms, bar"),
            Self::PreviousRegion => (
                "Previous part of the window",
                "Bar, platforms, findings, text",
            ),
        }
    }

    /// Whether it acts on the text, and so on the page that shows it.
    pub(super) const fn is_of_the_page(self) -> bool {
        matches!(
            self,
            Self::ApproveAndCopy
                | Self::CopyAsDraft
                | Self::NextFinding
                | Self::PreviousFinding
                | Self::ChooseFix
                | Self::Why
                | Self::KeepHere
                | Self::KeepInDraft
                | Self::MyJudgement
                | Self::ToggleSignature
                | Self::SwitchSpeaker
                | Self::NextTriage
                | Self::NoReply
                | Self::DropReply
                | Self::FollowAll
                | Self::Respell
                | Self::BreakHere
                | Self::Parts
                | Self::ReadingView
                | Self::Compare
                | Self::NextRegion
                | Self::PreviousRegion
        )
    }

    /// Its words.
    pub(super) const fn text(self) -> &'static str {
        self.text_and_tooltip().0
    }

    /// Its key.
    pub(super) const fn shortcut(self) -> Option<KeyboardShortcut> {
        const CMD: Modifiers = Modifiers::COMMAND;
        const SHIFT_CMD: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        const SHIFT: Modifiers = Modifiers::SHIFT;
        const ALT: Modifiers = Modifiers::ALT;
        let (modifiers, key) = match self {
            Self::NewPost => (CMD, Key::N),
            Self::ApproveAndCopy => (CMD, Key::Enter),
            Self::CopyAsDraft => (SHIFT_CMD, Key::C),
            Self::NextFinding => (Modifiers::NONE, Key::F8),
            Self::PreviousFinding => (SHIFT, Key::F8),
            Self::ChooseFix => (CMD, Key::Period),
            Self::Why => (Modifiers::NONE, Key::F1),
            Self::KeepHere => (ALT, Key::K),
            Self::KeepInDraft => (ALT.plus(SHIFT), Key::K),
            Self::MyJudgement => (ALT, Key::J),
            Self::ToggleSignature => (CMD, Key::Semicolon),
            Self::SwitchSpeaker => (SHIFT_CMD, Key::P),
            Self::Reply => (SHIFT_CMD, Key::R),
            Self::NextTriage => (ALT, Key::R),
            Self::NoReply => (ALT, Key::N),
            Self::Respell => (SHIFT, Key::F10),
            Self::BreakHere => (CMD, Key::T),
            Self::Parts => (SHIFT_CMD, Key::T),
            Self::ReadingView => (SHIFT_CMD, Key::E),
            Self::Compare => (SHIFT_CMD, Key::D),
            Self::Palette => (CMD, Key::K),
            Self::Shortcuts => (CMD, Key::Slash),
            Self::EditGuidelines => (SHIFT_CMD, Key::G),
            Self::GoDrafts => (CMD, Key::P),
            Self::OpenGuidelines => (CMD, Key::O),
            Self::ZoomIn => (CMD, Key::Plus),
            Self::ZoomOut => (CMD, Key::Minus),
            Self::ZoomReset => (CMD, Key::Num0),
            Self::NextRegion => (Modifiers::NONE, Key::F6),
            Self::PreviousRegion => (SHIFT, Key::F6),
            Self::FollowAll
            | Self::DropReply
            | Self::GoWrite
            | Self::GoApproved
            | Self::GoGuidelines
            | Self::GoPeople
            | Self::NextTheme
            | Self::ToggleSpelling
            | Self::DiscardDraft => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Its key as a person reads it: `Ctrl ⏎`.
    pub(super) fn key_words(self) -> String {
        let Some(shortcut) = self.shortcut() else {
            return String::new();
        };
        let held = shortcut.modifiers;
        let command = if cfg!(target_os = "macos") {
            "Cmd"
        } else {
            "Ctrl"
        };
        let marks = [
            (Key::Enter, "⏎"),
            (Key::Period, "."),
            (Key::Semicolon, ";"),
            (Key::Slash, "/"),
            (Key::Plus, "+"),
            (Key::Minus, "-"),
        ];
        let mark = marks
            .into_iter()
            .find(|(key, _)| *key == shortcut.logical_key);
        let key = mark.map_or_else(|| shortcut.logical_key.name(), |(_, mark)| mark);
        let words = [
            (held.command, command),
            (held.alt, "Alt"),
            (held.shift, "Shift"),
            (true, key),
        ];
        let words: Vec<&str> = words
            .into_iter()
            .filter(|(is_held, _)| *is_held)
            .map(|(_, word)| word)
            .collect();
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        for (n, one) in Command::ALL.iter().enumerate() {
            for other in Command::ALL.iter().skip(n + 1) {
                assert!(
                    one.shortcut().is_none() || one.shortcut() != other.shortcut(),
                    "{one:?} and {other:?}"
                );
            }
        }
    }
}
