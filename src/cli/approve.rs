//! `approve`: the record first, then the final text.
//!
//! Never: lets a text out that is not on record.

use jiff::civil::Date;

use super::circumstances::{Circumstances, moment};
use super::fault::CliFault;
use super::guidance::Guidance;
use super::session::Session;
use super::streams::Streams;
use crate::approval::{
    ANOTHER_DAY, Approval, Exception, Refusal, Request, approve, may_speak_too, second_wanted,
};
use crate::check::Report;
use crate::draft::{FinalText, Speaker, Written};
use crate::guideline::Level;
use crate::platform::Platform;
use crate::store::{Home, Ledger, clock, new_salt};

/// The options of `approve`.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  postwright approve post.txt --platform x --speaker asha --pause-answered"
)]
pub(super) struct Args {
    /// The file with the text; - or nothing for standard input
    file: Option<String>,
    /// The platform, or one field of it
    #[arg(long, value_name = "ID[/FIELD]")]
    platform: String,
    #[command(flatten)]
    circumstances: Circumstances,
    /// The second person, who approves
    #[arg(long, value_name = "PERSON")]
    second: Option<String>,
    /// Says that the questions of the pause were answered
    #[arg(long)]
    pause_answered: bool,
    /// Answers for what stands, with one line of reason; may be given several times
    #[arg(long, value_name = "RULE=REASON", value_parser = judgement)]
    judgement: Vec<Judgement>,
}

/// A rule, and the reason why its finding may stand.
#[derive(Clone, Debug)]
struct Judgement {
    rule: String,
    reason: String,
}

fn judgement(given: &str) -> Result<Judgement, String> {
    given
        .split_once('=')
        .map(|(rule, reason)| (rule.trim(), reason.trim()))
        .filter(|(rule, reason)| !rule.is_empty() && !reason.is_empty())
        .map(|(rule, reason)| Judgement {
            rule: rule.to_owned(),
            reason: reason.to_owned(),
        })
        .ok_or_else(|| "a judgement is written as RULE=REASON, with a reason".to_owned())
}

/// Approves; 1 when something stands. The seal goes to `err`.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    home.prepare()?;
    let session = Session::load(home, io);
    let mut guidance = Guidance::open(&session, &session.names(&args.circumstances.guidelines))?;
    let now = moment(args.circumstances.today, &clock::now());
    guidance.remember(home, &now);
    let platform = session.platform(&args.platform, &guidance.opened.platforms)?;
    let speaker = session.speaker(&args.circumstances.speaker)?;
    let approver = approver(args, &session, &guidance, &speaker)?;
    let they_said = args.circumstances.they_said(io)?;
    let text = io.text(args.file.as_deref())?;
    guidance.say_faults(io);
    let written = Written {
        text: &text,
        speaker: &speaker,
        intent: args.circumstances.intent,
        replying_to: they_said.as_deref(),
        is_signed: true,
        threading: None,
    };
    let final_text = guidance.review(&now).final_text(&written, platform);
    // what goes out, not what came in, is what is approved
    let written = Written {
        text: final_text.body(),
        ..written
    };
    let report = guidance.report(&written, &[platform], &now);
    let approval = approved(
        args,
        &guidance,
        (&written, platform),
        (&final_text, &report),
        &approver,
    )?;
    let (approval, _) = Ledger::at(home).record(approval)?;
    io.out.write_all(final_text.text.as_bytes())?;
    io.out.flush()?;
    io.say(format_args!("seal {}", approval.seal_words()));
    Ok(0)
}

/// Who approves: the second person, else whoever speaks.
fn approver(
    args: &Args,
    session: &Session,
    guidance: &Guidance<'_>,
    speaker: &Speaker,
) -> Result<String, CliFault> {
    let Some(second) = &args.second else {
        return Ok(speaker.person_id().unwrap_or("brand").to_owned());
    };
    let second = &session.person(second)?.id;
    let may_both = may_speak_too(&guidance.opened.active);
    if speaker.person_id() == Some(second) && !may_both {
        return Err(CliFault::SecondSpeaks { id: second.clone() });
    }
    Ok(second.clone())
}

/// Makes the approval, or says what is in the way.
fn approved(
    args: &Args,
    guidance: &Guidance<'_>,
    (written, platform): (&Written<'_>, &Platform),
    (final_text, report): (&FinalText, &Report),
    approver: &str,
) -> Result<Approval, CliFault> {
    let set = &guidance.opened.active;
    let body = written.text;
    if body.trim().is_empty() {
        return Err(CliFault::refused(Refusal::Blank, false));
    }
    let is_there = |rule: &str| set.rules.iter().any(|one| one.rule.id == rule);
    if let Some(unknown) = args.judgement.iter().find(|one| !is_there(&one.rule)) {
        return Err(CliFault::rule(&unknown.rule, set));
    }
    if let (None, Some(on)) = (&args.second, second_wanted(set, written, &args.platform)) {
        return Err(CliFault::SecondWanted { on });
    }
    let now = clock::now();
    let asked = guidance.questions(written, platform, &now);
    let mut exceptions = exceptions(args, body, report, now.date());
    exceptions.extend(guidance.opened.local.iter().cloned());
    let request = Request {
        parts: std::slice::from_ref(&final_text.text),
        body,
        platform: &args.platform,
        speaker: written.speaker,
        experiment: None,
        they_said: written.replying_to,
        intent: written.intent,
        goal: None,
        set,
        set_hash: &guidance.opened.hash,
        report,
        exceptions: &exceptions,
        asked: &asked,
        answered: if args.pause_answered { &asked } else { &[] },
        chance: &new_salt().unwrap_or_default(),
        approver,
        now: &now,
    };
    approve(&request).map_err(|refusal| {
        let may_be_reasoned = matches!(&refusal, Refusal::Held { rule, .. }
            if report.findings.iter().any(|one| one.rule == *rule && one.may_be_reasoned));
        CliFault::refused(refusal, may_be_reasoned)
    })
}

/// What stands although it is approved. A day other than today's goes on record with them, because
/// it may have let an embargo pass.
fn exceptions(args: &Args, body: &str, report: &Report, today: Date) -> Vec<Exception> {
    let mut exceptions: Vec<Exception> = Vec::new();
    for finding in report
        .findings
        .iter()
        .filter(|one| one.level >= Level::Check)
    {
        let Some(judgement) = args.judgement.iter().find(|one| one.rule == finding.rule) else {
            continue;
        };
        let exception = Exception {
            rule: finding.rule.clone(),
            words: finding.words(body).to_owned(),
            reason: judgement.reason.clone(),
        };
        if !exceptions.contains(&exception) {
            exceptions.push(exception);
        }
    }
    if let Some(day) = args.circumstances.today.filter(|day| *day != today) {
        exceptions.push(Exception {
            rule: ANOTHER_DAY.to_owned(),
            words: String::new(),
            reason: format!("checked as of {day}"),
        });
    }
    exceptions
}
