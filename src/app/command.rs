//! What a person can ask for by name: palette, tooltip and shortcut come from here.
//!
//! Never: does it; `update` does.

use egui::{Key, KeyboardShortcut, Modifiers};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CMD: Modifiers = Modifiers::COMMAND;
const SHIFT_ALT: Modifiers = ALT.plus(SHIFT);
const SHIFT_CMD: Modifiers = CMD.plus(SHIFT);

/// Where a command is at home.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Home {
    /// It acts on the text, and so on the page that shows it.
    Page,
    /// It makes sense on every screen.
    Window,
}

/// Everything that is known of a command.
struct Entry {
    home: Home,
    shortcut: Option<KeyboardShortcut>,
    text: &'static str,
    tooltip: &'static str,
}

macro_rules! key {
    () => {
        None
    };
    ($held:ident $key:ident) => {
        Some(KeyboardShortcut::new($held, Key::$key))
    };
}

/// One entry for each command: its home, its key, its words in palette and menus, and a sentence
/// more.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident: $home:ident, $($held:ident $key:ident)? $(-)?,
        $text:literal, $tooltip:literal;)*) => {
        /// A thing to ask for, in the order of the palette.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub(super) enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// All of them.
            pub(super) const ALL: &[Self] = &[$(Self::$name),*];

            const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$name => const {
                        &Entry {
                            home: Home::$home,
                            shortcut: key!($($held $key)?),
                            text: $text,
                            tooltip: $tooltip,
                        }
                    },)*
                }
            }
        }
    };
}

commands! {
    /// Begin another post; the open one is kept.
    NewPost: Window, CMD N,
        "New post", "The open one is kept under Drafts";
    /// Ask the pause's questions, then approve and copy for the current platform.
    ApproveAndCopy: Page, CMD Enter,
        "Approve & copy", "A few questions, then the text is on the clipboard with its seal";
    /// Copy the text without approving it.
    CopyAsDraft: Page, SHIFT_CMD C,
        "Copy as draft", "The text as it stands, marked as not approved";
    /// Put back what was approved last.
    Restore: Page, ALT Z,
        "Back to the sealed text", "What was approved last on this platform, exactly";
    /// Show the earlier versions of the open draft.
    Versions: Page, ALT H,
        "Earlier versions", "The text as it stood before, over a restart too";
    /// Go to the next finding.
    NextFinding: Page, NONE F8,
        "Next finding", "The caret goes there and its card opens";
    /// Go to the finding before.
    PreviousFinding: Page, SHIFT F8,
        "Previous finding", "The caret goes there and its card opens";
    /// Choose among the fixes of the finding at the caret.
    ChooseFix: Page, CMD Period,
        "Choose a fix", "Then 1 to 9 picks one";
    /// Show why the open finding is asked.
    Why: Page, NONE F1,
        "Why this is asked", "The reason, and the sentence it comes from";
    /// Keep the words of the open finding on this platform.
    KeepHere: Page, ALT K,
        "Keep on this platform", "The words stay, settled here";
    /// Keep the words of the open finding in this draft.
    KeepInDraft: Page, SHIFT_ALT K,
        "Keep in this draft", "The words stay, settled everywhere";
    /// Answer for the open finding with a line of reason.
    MyJudgement: Page, ALT J,
        "My judgement", "One line of reason, kept with the approval";
    /// Propose to change the guideline of the open finding.
    SuggestChange: Page, ALT S,
        "Suggest changing the guideline", "One line for whoever keeps it; the words may stand";
    /// Put the signature on, or leave it out, for this platform.
    ToggleSignature: Page, CMD Semicolon,
        "Signature on or off", "For the platform that is open";
    /// Let somebody else speak.
    SwitchSpeaker: Page, SHIFT_CMD P,
        "Switch speaker", "The brand, you for the brand, or you personally";
    /// Say what the post is for.
    Intend: Page, ALT I,
        "What is it for?", "Ask, answer, help, thank, share, announce";
    /// Say which goal it serves.
    Pursue: Page, ALT G,
        "Which goal does it serve?", "And why they care, and why we do";
    /// Put a page of the home base where the caret is.
    Link: Page, CMD L,
        "Link to our pages", "Each with a reason to go there";
    /// Go to the next blank of the text.
    NextBlank: Page, ALT B,
        "Next blank", "Tab does it, too, as long as there is one";
    /// Answer somebody: take what they said from the clipboard.
    Reply: Window, SHIFT_CMD R,
        "Reply to somebody", "The clipboard is what they said";
    /// Sort what they said differently.
    NextTriage: Page, ALT R,
        "Sort what they said", "What it is instead";
    /// What they said needs no reply.
    NoReply: Page, ALT N,
        "No reply needed", "Kept under Drafts; no post is made";
    /// The draft answers nobody any more.
    DropReply: Page, -,
        "No longer a reply", "The draft stays, their words go";
    /// Let the draft try something out, or change what it tries.
    Experiment: Page, ALT X,
        "Make this an experiment", "What you expect, for which goal, until when";
    /// Show the nudges that rest in an experiment, or let them rest.
    ExperimentNudges: Page, -,
        "Nudges of an experiment on or off", "They rest while it runs";
    /// Let the platform follow the text of all again.
    FollowAll: Page, -,
        "Follow the text of all again", "The platform gives up its own text";
    /// Show what the misspelt word at the caret, or the next one, may have been meant to be.
    Respell: Page, SHIFT F10,
        "Suggest a spelling", "For this misspelt word or the next";
    /// Mark misspelt words, or no longer.
    ToggleSpelling: Window, -,
        "Spelling on or off", "A dotted line under misspelt words";
    /// Break the text into a thread where the caret is.
    BreakHere: Page, CMD T,
        "Break into a thread here", "What stands behind the caret becomes the next part";
    /// Show the parts of the thread, or the text again.
    Parts: Page, SHIFT_CMD T,
        "Split into parts", "Each post of the thread with its own count, to be copied in order";
    /// Show the text as it reads on the platform, or to be written again.
    ReadingView: Page, SHIFT_CMD E,
        "Reading view", "Where it folds, how links and line breaks show";
    /// Show what differs from the text of all, or the text again.
    Compare: Page, SHIFT_CMD D,
        "Compare with All", "What this platform's own text says differently";
    /// Find a thing to do by its name.
    Palette: Window, CMD K,
        "Find anything", "Every action by its name";
    /// Show every key.
    Shortcuts: Window, CMD Slash,
        "Keyboard", "Every key in one place";
    /// Show the page to write on.
    GoWrite: Window, -,
        "Write", "The page";
    /// Show what the open platform is like.
    About: Page, SHIFT F1,
        "About this platform", "What it is good for, how it counts, why we are there";
    /// Show all drafts.
    GoDrafts: Window, -,
        "Drafts", "Everything you began";
    /// Show what was approved.
    GoApproved: Window, -,
        "Approved", "What went out, with its seal";
    /// Find a draft or an approved text by its words.
    FindText: Window, CMD P,
        "Find a draft or an approved text", "By any of its words";
    /// Search what was approved.
    SearchApproved: Window, CMD F,
        "Search what was approved", "Words, platform, speaker, seal";
    /// Ask who approved a text.
    VerifyText: Window, ALT V,
        "Who approved this?", "Paste anything, and see whether it stands as it was approved";
    /// Show what was approved, counted.
    ShowFigures: Window, -,
        "Figures", "For each goal and each speaker, and what came of it";
    /// Make the approved text that is open an example of the set.
    SaveExample: Window, ALT E,
        "Save as an example", "The approved text that is open, for the guidelines in use";
    /// Put what came of posts into a table.
    ExportOutcomes: Window, -,
        "What came of posts, into a table…", "Every approval with replies, visits and a line";
    /// Take what came of posts from a table.
    ImportOutcomes: Window, -,
        "What came of posts, from a table…", "Replies, visits and a line for each seal";
    /// Show the guidelines in use.
    GoGuidelines: Window, -,
        "Guidelines", "What we stand for, in reading order";
    /// Show who speaks.
    GoPeople: Window, -,
        "People", "Who speaks, and how they sign";
    /// Show where we speak.
    GoPlatforms: Window, -,
        "Platforms", "Where we speak, and what it is like there";
    /// Answer three questions, and write for one more platform.
    AddPlatform: Window, -,
        "Add a platform", "Three questions, then it is a tab of the draft";
    /// Open the guidelines' file in the system's editor.
    EditGuidelines: Window, SHIFT_CMD G,
        "Edit the guidelines", "Opens the file; saving it brings the changes here";
    /// Choose a guideline file.
    OpenGuidelines: Window, CMD O,
        "Open a guideline file…", "Any .ron file of guidelines";
    /// Light, dark, contrast, or as the system does.
    NextTheme: Window, -,
        "Next theme", "System, light, dark, contrast";
    /// Larger.
    ZoomIn: Window, CMD Plus,
        "Larger", "Everything in the window";
    /// Smaller.
    ZoomOut: Window, CMD Minus,
        "Smaller", "Everything in the window";
    /// As the system says.
    ZoomReset: Window, CMD Num0,
        "Usual size", "Everything in the window";
    /// Throw the open draft into the bin.
    DiscardDraft: Window, -,
        "Discard this draft", "It waits in the bin for 30 days";
    /// Move the keyboard to the next part of the window.
    NextRegion: Page, NONE F6,
        "Next part of the window", "Text, findings, platforms, bar";
    /// Move the keyboard to the part before.
    PreviousRegion: Page, SHIFT F6,
        "Previous part of the window", "Bar, platforms, findings, text";
}

impl Command {
    /// Whether it acts on the text, and so on the page that shows it.
    pub(super) const fn is_of_the_page(self) -> bool {
        matches!(self.entry().home, Home::Page)
    }

    /// Its words in palette and menus.
    pub(super) const fn text(self) -> &'static str {
        self.entry().text
    }

    /// A sentence more.
    pub(super) const fn tooltip(self) -> &'static str {
        self.entry().tooltip
    }

    /// Its key.
    pub(super) const fn shortcut(self) -> Option<KeyboardShortcut> {
        self.entry().shortcut
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
