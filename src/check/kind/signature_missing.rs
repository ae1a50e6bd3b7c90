//! `SignatureMissing`: a text goes out without a name below it, where people expect one.
//!
//! Never: speaks up before the first sentence has ended, or where one does not sign.

use serde::Deserialize;

use super::{Finder, Looking, Match, Plain};
use crate::check::sign_off::{SignOff, sign_off};
use crate::check::{Applicability, Edit, Fix};
use crate::draft::FinalText;
use crate::platform::Shape;
use crate::text::Span;

/// Finds that the text does not close with the name of whoever speaks, and their company.
///
/// A signature that Postwright puts there counts, and so does one that was typed or edited by hand,
/// as long as name (the first name is enough) and company stand at the very end: as lines of their
/// own, or behind a dash. The fix puts the signature of the platform there; a last line with only the
/// name makes room for it. Silent on a platform where one does not sign, before the first sentence
/// has ended, and for a person without a name. It has no options; `when: [Platform("blog-comment")]`
/// says where it matters.
///
/// ```ron
/// find: SignatureMissing
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct SignatureMissing {}

impl Plain for SignatureMissing {}

impl Finder for SignatureMissing {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let post = looking.post;
        let voice = &post.voice;
        let does_not_sign = post.platform.signature == Shape::None;
        if does_not_sign || voice.is_signed || voice.is_unknown(post.speaker) || !has_ended(looking)
        {
            return Vec::new();
        }
        let text = looking.text();
        let signature = voice.signature(post.platform);
        if FinalText::without_signature(text.trim_end(), &signature.text).is_some() {
            return Vec::new();
        }
        let end = Span::at(text.trim_end().len());
        let at = match sign_off(text, voice) {
            SignOff::Whole => return Vec::new(),
            SignOff::OnlyName(span) => span,
            SignOff::None => end,
        };
        let fix = (!signature.is_empty()).then(|| {
            let before = Span::new(0, at.start).of(text).trim_end().len();
            Fix {
                label: "Close with the signature".to_owned(),
                edits: vec![Edit {
                    span: Span::new(before, text.len()),
                    insert: format!("{}{}", signature.joint, signature.text),
                }],
                applicability: Applicability::Safe,
            }
        });
        vec![Match {
            span: end,
            fixes: fix.into_iter().collect(),
            ..Match::default()
        }]
    }
}

/// Whether the first sentence has ended: with a mark, with its line, or because another follows.
fn has_ended(looking: &Looking<'_>) -> bool {
    let text = looking.text().trim();
    let is_closing = |c: char| matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '」' | '』');
    let is_end = |c: char| {
        matches!(
            c,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '။' | '።'
        )
    };
    // an emoji, a blank or a closing mark may follow the end
    let mut last = text
        .chars()
        .rev()
        .skip_while(|c| !is_end(*c) && !c.is_alphanumeric() || is_closing(*c));
    let is_ended = last.next().is_some_and(is_end);
    is_ended || looking.sentences.len() > 1 || text.contains('\n')
}
