//! `verify`: who approved this text, when, and for what.
//!
//! Never: says that a text was approved when the record of it was changed.

use super::fault::CliFault;
use super::streams::Streams;
use crate::approval::{Approval, Exception, PROVES, Verdict, verify};
use crate::guideline::Place;
use crate::store::{Home, Ledger};
use crate::text::{Span, with_lf};

/// The options of `verify`.
#[derive(clap::Args)]
#[command(after_help = format!("{PROVES}\n\nExample:\n  postwright verify post.txt"))]
pub(super) struct Args {
    /// The file with the text; - or nothing for standard input
    file: Option<String>,
}

/// Looks the text up; 1 when it was not approved as it stands.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let text = io.text(args.file.as_deref())?;
    let (approvals, faults) = Ledger::at(home).all();
    for fault in &faults {
        io.say(fault);
    }
    match verify(&text, &approvals) {
        Verdict::Approved(approval) => {
            approval_lines(approval, io)?;
            return Ok(0);
        }
        Verdict::Changed {
            nearest,
            here,
            found,
            approved,
            before: _,
        } => {
            let place = place(&text, here);
            io.line(format_args!(
                "not approved as it stands; the nearest approval differs first on {place}: here {found:?}, approved {approved:?}"
            ))?;
            approval_lines(nearest, io)?;
        }
        Verdict::RecordChanged(_) => {
            io.line("not approved: the record of this text was changed after it was made")?;
        }
        Verdict::Unknown => {
            io.line("not approved: nothing like this text is on record")?;
        }
    }
    Ok(1)
}

fn place(text: &str, here: Span) -> Place {
    Place::of_byte(&with_lf(text), here.start)
}

fn approval_lines(approval: &Approval, io: &mut Streams<'_>) -> Result<(), CliFault> {
    let (set, version) = approval.set();
    io.line(format_args!(
        "approved by {} on {} ({})",
        approval.approver(),
        approval.at_local(),
        approval.at()
    ))?;
    io.line(format_args!("platform   {}", approval.platform()))?;
    io.line(format_args!("speaker    {}", approval.speaker()))?;
    io.line(format_args!("guidelines {set}, version {version}"))?;
    io.line(format_args!("seal       {}", approval.seal_words()))?;
    let (local, decided): (Vec<&Exception>, Vec<&Exception>) =
        approval.exceptions().iter().partition(|one| one.is_local());
    for one in local {
        let rule = &one.rule;
        io.line(format_args!("left out   {rule}: the team asks for it"))?;
    }
    for one in decided {
        let words = if one.words.is_empty() {
            String::new()
        } else {
            format!(" {:?}", one.words)
        };
        io.line(format_args!(
            "stands     {}{words}: {}",
            one.rule, one.reason
        ))?;
    }
    Ok(())
}
