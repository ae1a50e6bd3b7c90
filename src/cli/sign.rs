//! `sign`: how somebody signs on a platform.
//!
//! Never: says why there is no signature; where one does not sign the answer is empty.

use super::fault::CliFault;
use super::session::Session;
use super::streams::Streams;
use crate::signature::{Signature, sign};
use crate::store::Home;

/// The options of `sign`.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  postwright sign --speaker asha --platform mastodon")]
pub(super) struct Args {
    /// Who signs: brand, PERSON or PERSON:personally
    #[arg(long, value_name = "SPEAKER")]
    speaker: String,
    /// The platform, or one field of it
    #[arg(long, value_name = "ID[/FIELD]")]
    platform: String,
    /// The guideline set whose brand and platforms are meant
    #[arg(long, value_name = "ID|PATH")]
    guidelines: Vec<String>,
}

/// Gives the signature.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    let opened = session.open(&session.names(&args.guidelines))?;
    let platform = session.platform(&args.platform, &opened.platforms)?;
    let speaker = session.speaker(&args.speaker)?;
    let signer = speaker.signer(opened.brand(), session.people());
    let signature = signer.map_or_else(Signature::default, |signer| sign(signer, platform));
    session.say_table_faults(io);
    if !signature.is_empty() {
        io.line(&signature.text)?;
    }
    Ok(0)
}
