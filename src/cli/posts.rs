//! Old posts, to hold a set against: a folder of texts and approvals, or a file with one in each line.
//!
//! Never: keeps more of them than one file or one chunk of lines at a time.

use std::path::Path;

use jiff::Zoned;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Deserialize;
use serde_json::Value;

use super::circumstances::{day, intent, moment};
use super::fault::CliFault;
use super::guidance::Guidance;
use super::lines::{Line, OneOrMore, answer_all};
use super::session::Session;
use super::streams::{Streams, lines, too_large};
use crate::approval::Approval;
use crate::check::Report;
use crate::draft::{Speaker, Written};
use crate::guideline::from_ron;
use crate::platform::{Counting, Platform};
use crate::store::{post_files, read_input};

/// One post, with whatever is known about it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OldPost {
    id: Value,
    text: String,
    platform: Option<OneOrMore>,
    speaker: Option<String>,
    intent: Option<String>,
    replying_to: Option<String>,
    today: Option<String>,
    /// Where it stands, for posts without an id.
    #[serde(skip)]
    place: String,
}

impl OldPost {
    /// What to call it.
    pub(super) fn name(&self) -> String {
        if self.id.is_null() {
            return self.place.clone();
        }
        let id = self.id.as_str().map(str::to_owned);
        id.unwrap_or_else(|| self.id.to_string())
    }

    /// The report on it under a set; the reason says what about the post cannot be used. A post that
    /// names no platform is looked at as it stands, without a limit.
    pub(super) fn report(
        &self,
        guidance: &Guidance<'_>,
        session: &Session,
        now: &Zoned,
    ) -> Result<Report, String> {
        too_large(&self.text)?;
        let anywhere = Platform {
            id: "post".to_owned(),
            counting: Counting::Graphemes,
            bare_links: true,
            ..Platform::default()
        };
        let ids = self.platform.as_ref().map_or(&[][..], OneOrMore::list);
        let platforms = guidance.platforms(ids).map_err(|fault| fault.to_string())?;
        let platforms = if platforms.is_empty() {
            vec![&anywhere]
        } else {
            platforms
        };
        let speaker = self.speaker.as_deref().map(|id| session.speaker(id));
        let speaker = speaker
            .transpose()
            .map_err(|fault| fault.to_string())?
            .unwrap_or(Speaker::Brand);
        let written = Written {
            text: &self.text,
            speaker: &speaker,
            intent: self.intent.as_deref().map(intent).transpose()?,
            replying_to: self.replying_to.as_deref(),
            is_signed: true,
            threading: None,
        };
        let today = self.today.as_deref().map(day).transpose()?;
        Ok(guidance.report(&written, &platforms, &moment(today, now)))
    }
}

/// Looks at every post of `from`, on all cores, and hands on what `look` gives, in order. What
/// cannot be read is said; the answer is how much of that there was.
pub(super) fn each_post<T: Send>(
    from: &str,
    io: &mut Streams<'_>,
    look: impl Fn(&OldPost) -> Result<T, String> + Sync,
    take: &mut dyn FnMut(&OldPost, T),
) -> Result<usize, CliFault> {
    let root = Path::new(from);
    let files = if from == "-" {
        vec![root.to_owned()]
    } else {
        post_files(root)?
    };
    let mut problems: Vec<String> = Vec::new();
    let mut take_all = |posts: Vec<OldPost>, problems: &mut Vec<String>| {
        let looked: Vec<Result<T, String>> = posts.par_iter().map(&look).collect();
        for (post, looked) in posts.iter().zip(looked) {
            match looked {
                Ok(one) => take(post, one),
                Err(problem) => problems.push(format!("{}: {problem}", post.place)),
            }
        }
    };
    for file in &files {
        let name = name_in(root, file);
        let is_lines = from == "-" || file.extension().is_some_and(|ending| ending == "jsonl");
        if !is_lines {
            match one(file, &name) {
                Ok(post) => take_all(vec![post], &mut problems),
                Err(problem) => problems.push(format!("{name}: {problem}")),
            }
            continue;
        }
        let mut stream = lines(io.input, Some(&file.to_string_lossy()))?;
        answer_all(&mut stream, &mut std::io::sink(), &mut |some| {
            let read = some.iter().map(|line| of_line(line, &name));
            let (posts, unread): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
            problems.extend(unread.into_iter().filter_map(Result::err));
            take_all(posts.into_iter().flatten().collect(), &mut problems);
            Vec::new()
        })?;
    }
    for problem in &problems {
        io.say(problem);
    }
    Ok(problems.len())
}

/// The path inside the folder that was asked for.
fn name_in(root: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(root).unwrap_or(file);
    let is_itself = inside.as_os_str().is_empty();
    let shown = if is_itself { file } else { inside };
    shown.display().to_string()
}

fn of_line(line: &Line, name: &str) -> Result<OldPost, String> {
    let place = format!("{name}:{}", line.number());
    let post = line.read::<OldPost>();
    let post = post.map_err(|problem| format!("{place}: {problem}"))?;
    if post.text.is_empty() {
        return Err(format!("{place}: the field `text` is missing"));
    }
    Ok(OldPost { place, ..post })
}

/// The post of a file: an approval, or a text.
fn one(file: &Path, name: &str) -> Result<OldPost, String> {
    let text = read_input(file).map_err(|fault| fault.to_string())?;
    let place = name.to_owned();
    if file.extension().is_none_or(|ending| ending != "ron") {
        return Ok(OldPost {
            text: text.trim_end().to_owned(),
            place,
            ..OldPost::default()
        });
    }
    let approval: Approval = from_ron(&text).map_err(|fault| format!("no approval; {fault}"))?;
    Ok(OldPost {
        text: approval.text(),
        platform: Some(OneOrMore::One(approval.platform().to_owned())),
        place,
        ..OldPost::default()
    })
}
