//! What a set is about, and what follows from it for an empty page.
//!
//! Never: looks at a post; what serves a focus is for `check` to say.

use serde::{Deserialize, Serialize};

/// What a set is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Focus {
    /// Helping customers.
    Service,
    /// Being known.
    Awareness,
    /// Being recognised for something.
    Recognition,
    /// Doing good.
    Philanthropy,
    /// Finding colleagues.
    Recruitment,
    /// Sharing what one knows.
    Expertise,
    /// Bringing people together.
    Community,
    /// Learning from the people who use it.
    Feedback,
}

impl Focus {
    /// The prompt of an empty draft.
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Service => "What did you make easier this week?",
            Self::Awareness => "What would somebody who has never met you want to know?",
            Self::Recognition => "What went well, and who made it so?",
            Self::Philanthropy => "Who was helped, and how can others join in?",
            Self::Recruitment => "What was a good moment at work this week?",
            Self::Expertise => "Which question did you answer more than once?",
            Self::Community => "Who should meet whom?",
            Self::Feedback => "What would you like to hear from the people who use it?",
        }
    }

    /// One line for the guidelines page.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Service => {
                "Our focus is service. A post is worth writing when it saves somebody a phone call."
            }
            Self::Awareness => {
                "Our focus is being known. A post is worth writing when a stranger would pass it on."
            }
            Self::Recognition => {
                "Our focus is recognition. A post is worth writing when it shows how the work is done."
            }
            Self::Philanthropy => {
                "Our focus is doing good. A post is worth writing when it brings one more helper."
            }
            Self::Recruitment => {
                "Our focus is finding colleagues. A post is worth writing when it shows a real working day."
            }
            Self::Expertise => {
                "Our focus is what we know. A post is worth writing when it answers a question."
            }
            Self::Community => {
                "Our focus is community. A post is worth writing when people talk to each other under it."
            }
            Self::Feedback => {
                "Our focus is listening. A post is worth writing when it brings an answer we can use."
            }
        }
    }

    /// A text to begin with, as a line of `ways` would have it.
    pub const fn way(self) -> &'static str {
        match self {
            Self::Service => {
                "Made easier: {What} now takes {how long}. {What people do differently from today}. What should we look at next?"
            }
            Self::Awareness => {
                "Who we are: We are {who}, and we {what we do} for {whom}. {One thing that people do not expect}. What would you like to know?"
            }
            Self::Recognition => {
                "Done well: {Who} {did what}, and now {what is different}. Here is how: {how}."
            }
            Self::Philanthropy => {
                "Who was helped: {Who} needed {what}. {Who helped} came with {what they brought}. Next time is {day and place}. Who joins us?"
            }
            Self::Recruitment => {
                "A day at work: Today I {did what} with {whom}. The best part was {what}. If that sounds like you: {where to ask}"
            }
            Self::Expertise => {
                "Asked often: People ask us {what}. {The answer, in one line}. {Why that is so}."
            }
            Self::Community => {
                "Who should meet: {Who} is looking for {what}, and {who else} knows how. You can find both {where and when}. Who else?"
            }
            Self::Feedback => {
                "Before we decide: We are about to change {what}. {What we would like to know}? I read every answer until {when}."
            }
        }
    }
}
