//! What `main` does after the arguments were read.
//!
//! Never: does it.

/// What is to happen after the arguments were read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// There were none: the window opens.
    Window,
    /// A command ran; this is its exit code.
    Done(u8),
}
