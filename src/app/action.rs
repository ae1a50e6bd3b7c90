//! What the view asks for, what the world answers, what the world is asked to do.
//!
//! Never: does anything.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::afterwards::{Answer, Ask, Step};
use super::background::Background;
use super::command::Command;
use super::errand::{Errand, Found};
use super::experiment::Tried;
use super::news::NewsAsk;
use super::pace::FindingKey;
use super::people_writer::PeopleChange;
use super::platforms::{PlatformAsk, PlatformStep};
use super::state::Screen;
use super::update::news::NewsStep;
use super::update::second::SecondStep;
use crate::approval::Approval;
use crate::check::Dictionary;
use crate::check::lint::Linted;
use crate::draft::{Draft, Speaker, Starter, Threading, Triage, Version, Why};
use crate::guideline::{Intent, Person};
use crate::platform::PlatformAnswers;
use crate::store::{Compared, Library, Notice, Opened, PlatformEdit, Removed, Saved, Settings};
use crate::text::Span;

/// What the view asks `update` for.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// Something with a name.
    Command(Command),
    /// The open text was typed into.
    TextEdited(String),
    /// The caret and the other end of the selection moved; none when the keyboard left the text.
    CaretMoved(Option<(usize, usize)>),
    /// Show the text of a platform, or of all.
    OpenTab(Option<String>),
    /// Write for a platform, or no longer.
    TogglePlatform(String),
    /// Open a finding's card, or close it.
    OpenFinding(Option<FindingKey>),
    /// Use the fix of this number.
    UseFix(FindingKey, usize),
    /// Keep the words, on the platform that is open or everywhere.
    Keep(FindingKey, bool),
    /// Answer for a finding with a reason.
    Judge(FindingKey, String),
    /// Suggest changing the guideline of a finding, in these words; it is settled where it may be.
    Suggest(FindingKey, String),
    /// Take a decision back.
    Unsettle(FindingKey),
    /// Somebody else speaks.
    Speak(Speaker),
    /// What the post is for.
    Intend(Option<Intent>),
    /// Why it is written.
    Explain(Why),
    /// Begin the empty page in this way.
    Begin(Starter),
    /// Put the page of the home base with this address where the caret is.
    Link(String),
    /// Go to the next blank of the text.
    NextBlank,
    /// Which purpose of the brand's account it serves.
    Serve(Option<String>),
    /// What they said: typed, or pasted anew.
    Heard(String, bool),
    /// It was heard so many minutes ago.
    HeardAgo(i64),
    /// What they said is this.
    SortAs(Triage),
    /// Put back what they said.
    Undrop,
    /// The draft tries this out, or nothing any more.
    TryOut(Option<Tried>),
    /// The draft's experiment ends.
    EndExperiment,
    /// What was learned from the experiment with this id; blank when there is nothing to note.
    Learn(String, String),
    /// Ask about this experiment later.
    LearnLater(String),
    /// Skip the breath before a sharp reply.
    SendCool,
    /// Somebody's entry was filled in.
    PersonFilled(Box<Person>),
    /// Take this person out of `people.ron`.
    RemovePerson(String),
    /// Put back whoever was taken out last.
    PutPersonBack,
    /// Is this photo there?
    LookForPhoto(String),
    /// Keep these answers about a platform.
    AddPlatform(Box<PlatformAnswers>),
    /// Take what the user's own file says about this platform out.
    RemovePlatform(String),
    /// Take the last change of a platform back.
    UndoPlatform,
    /// Copy a note that hands the text on: to whom this topic belongs, or to the hub.
    HandOn(Option<String>),
    /// The draft with this id is not handed on after all.
    TakeBack(String),
    /// Use another set.
    UseSet(String),
    /// Say what the other version of a set in this file changes, or no more.
    Compare(Option<PathBuf>),
    /// Put the file of another version of a set away.
    PutAway(PathBuf),
    /// Something about news that waits.
    News(NewsStep),
    /// Something about a second approver.
    Second(SecondStep),
    /// Tick a question, or untick it.
    Tick(usize),
    /// The reason for a Check in the pause.
    Reason(usize, String),
    /// Finish the pause: tick all, approve, copy.
    FinishPause,
    /// Leave the pause.
    LeavePause,
    /// Open another draft.
    OpenDraft(String),
    /// Throw a draft into the bin.
    Discard(String),
    /// Fill the empty page with a sample of the set.
    TrySample,
    /// Copy every word of the draft, because it cannot be saved.
    CopyAll,
    /// Copy something that was approved once more.
    CopyAgain(String),
    /// Something about what was approved.
    Afterwards(Step),
    /// Go to the words of this part of the thread.
    OpenPart(usize),
    /// Copy this part of the thread.
    CopyPart(usize),
    /// Let the text go out in parts on these platforms.
    SplitFor(Vec<String>),
    /// How the parts of the current platform are marked.
    Thread(Threading),
    /// What may this misspelt word have been meant to be?
    AskSpelling(Span),
    /// Write the word that was asked about like this.
    Respell(String),
    /// The word that was asked about is right.
    AddWord,
    /// Bring the earlier version of this number back.
    BringBack(usize),
    /// Show another screen.
    Go(Screen),
    /// Open a file in the system's editor.
    OpenFile(PathBuf),
    /// Close the first notice.
    CloseNotice,
    /// The window has another size, in points.
    Resized(f32, f32),
    /// The report is to be as wide as this, in points.
    ReportWidth(f32),
    /// Time passed.
    Tock,
    /// The world answered.
    Event(Event),
}

/// What the world answered.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// An approval is in the ledger.
    Recorded(Box<Approval>),
    /// An approval could not be written, so nothing was copied.
    NotRecorded(String),
    /// Files that people edit have changed.
    FilesChanged,
    /// They were read again; so many changes of people had been written when that began.
    Loaded(u64, Box<Library>),
    /// So many more changes of people were written, or could not be.
    PeopleWritten(u64),
    /// The set with this hash was looked at for whoever keeps it.
    Linted(String, Box<Linted>),
    /// Two versions of a set were compared; or the reason why not.
    Compared(Result<Box<Compared>, String>),
    /// A proposal to change a guideline is this page now.
    Suggestion(PathBuf),
    /// The file of another version of a set is in the quarantine now, as this.
    PutAway(PathBuf),
    /// The earlier versions of the draft with this id were read.
    Versions(String, Vec<Version>),
    /// Drafts were written, or could not be.
    Saved(Saved),
    /// The dictionary for spelling is there.
    Dictionary(Arc<Dictionary>),
    /// What the patterns of the user's own rules found, on the errand of this number.
    Found(u64, Vec<Found>),
    /// What the dictionary suggests for a word.
    Suggested(String, Vec<String>),
    /// A file was chosen; none when the dialog was left or could not be shown.
    Picked(Option<PathBuf>),
    /// What was learned from the experiment with this id is in this file.
    Learned(String, String),
    /// It could not be written, for this reason.
    NotLearned(String, String),
    /// Somebody was taken out of `people.ron`.
    PersonRemoved(Box<Removed>),
    /// A photo is there, or not.
    Photo(String, bool),
    /// The user's own platforms were changed.
    PlatformEdited(PlatformStep, Box<PlatformEdit>),
    /// They could not be.
    PlatformRefused(Notice),
    /// Something about what was approved.
    Afterwards(Answer),
    /// Something is to be told.
    Told(Notice),
}

/// What the world is asked to do.
#[derive(Clone, Debug)]
pub(super) enum Effect {
    /// Put another text on the page.
    ShowText {
        /// The text.
        text: String,
        /// The caret, in bytes.
        caret: (usize, usize),
        /// Whether one undo brings the old text back.
        can_undo: bool,
    },
    /// Move the caret.
    PutCaret((usize, usize)),
    /// Keep the draft.
    Keep(Box<Draft>),
    /// Move a draft to the bin.
    Discard(String),
    /// Write the approval into the ledger.
    Record(Box<Approval>),
    /// What the store does in the background.
    Background(Background),
    /// Set the clipboard.
    Copy(String),
    /// Ask for what is on the clipboard; it comes as if it were pasted.
    AskForPaste,
    /// Save the settings.
    SaveSettings(Box<Settings>),
    /// Look as the settings say.
    Dress,
    /// Change `people.ron`.
    People(PeopleChange),
    /// Look for a photo of somebody.
    FindPhoto(String),
    /// Change the user's own platforms.
    Platform(PlatformAsk),
    /// Read the files that people edit again, now that so many changes of people are written.
    Reload(u64),
    /// Look at a set for whoever keeps it, on this day.
    Lint(Box<Opened>, Date),
    /// Give the set in use a file of the user's own, if it has none, and open it.
    EditSet(String),
    /// Open a file in the system's editor.
    OpenFile(PathBuf),
    /// Load the dictionary of a language, or of the system's when it is empty.
    LoadDictionary(String),
    /// Look up what a word may have been meant to be.
    Suggest(Arc<Dictionary>, String),
    /// Put a word into the writer's list.
    AddWord(String),
    /// Look with the patterns of the user's own rules.
    Run(Box<Errand>),
    /// Change the news that waits in the file of a set.
    News(String, NewsAsk),
    /// Something about what was approved.
    Afterwards(Ask),
    /// Ask for a guideline file.
    PickSet,
    /// Look again after so many seconds.
    LookAgain(f64),
    /// Open the menu or the field of this name.
    Reveal(Place),
}

/// A list to find something in, with a field over it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Finder {
    /// Everything that can be done.
    Commands,
    /// The pages of the home base.
    Pages,
    /// Drafts, and what was approved.
    Texts,
}

/// A chip above the text that has a menu.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Chip {
    /// Who speaks.
    Speaker,
    /// What the post is for.
    Intent,
    /// Which goal it serves.
    Goal,
}

/// A part of the window that can be asked to open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// A list to find something in.
    Finder(Finder),
    /// The sheet of keys.
    Shortcuts,
    /// The menu of a chip above the text.
    Chip(Chip),
    /// The line for a judgement.
    Judgement,
    /// The line for a proposal to change the guideline.
    Suggestion,
    /// What they said, which waits for what is pasted.
    Heard,
    /// The card of the draft's experiment.
    Experiment,
    /// The line for what was learned.
    Learned,
    /// The pause: the keyboard leaves the text.
    Pause,
    /// The menu of the misspelt word that is asked about; by a key, or by the pointer.
    Spelling(bool),
    /// What the open platform is like.
    About,
    /// The questions before a platform is added.
    NewPlatform,
    /// The field that searches what was approved.
    SearchApproved,
    /// The box that tells who approved a text.
    Verify,
    /// The next part of the window, or the one before.
    Region(bool),
}
