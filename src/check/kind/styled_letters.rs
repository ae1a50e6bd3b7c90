//! `StyledLetters`: letters of other alphabets used as a font.
//!
//! Never: touches a sign that stands for itself (℃, ™, 𝜋), or wide letters among Chinese or Japanese.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::{Applicability, Edit, Fix};
use crate::text::Span;

/// Finds words in bold, script, double-struck, wide, circled, squared, raised or small capital
/// letters of Unicode; the fix writes plain letters.
///
/// A screen reader spells such letters one by one or leaves them out, and a search does not find
/// them. Words side by side are found together when one of them has two such letters: three in
/// italics and in Greek, which formulas use (`𝑑𝑥`) and in small capitals, which phonetic script
/// uses; four in raised letters (`20ᵗʰ`). Wide letters count only in a text without Chinese,
/// Japanese or Korean.
///
/// ```ron
/// find: StyledLetters
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct StyledLetters {}

impl Kind for StyledLetters {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

struct Ready;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        if text.is_ascii() {
            return Vec::new();
        }
        let mut has_east_asian = None;
        let mut out = Vec::new();
        for open in looking.prose {
            let stretch = open.of(text);
            if stretch.chars().all(|c| c.is_ascii() || styled(c).is_none()) {
                continue;
            }
            let is_east = *has_east_asian.get_or_insert_with(|| text.chars().any(is_east_asian));
            out.extend(stretches(stretch, is_east).into_iter().map(|span| {
                let span = span.shifted(open.start);
                Match {
                    span,
                    fixes: vec![in_plain_letters(text, span)],
                    ..Match::default()
                }
            }));
        }
        out
    }
}

/// Which alphabet a letter was taken from; how many letters in a row make a font of it.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Font {
    /// Bold, script, Fraktur, double-struck, sans-serif, monospace, circled, squared.
    Plain,
    /// Italics and Greek, which formulas use.
    Maths,
    /// As wide as a Chinese sign.
    Wide,
    /// Small capitals.
    Small,
    /// Raised letters.
    Raised,
}

impl Font {
    const fn enough(self) -> usize {
        match self {
            Self::Plain | Self::Wide => 2,
            Self::Maths | Self::Small => 3,
            Self::Raised => 4,
        }
    }
}

/// The plain letter behind a styled one, and its font.
fn styled(c: char) -> Option<(char, Font)> {
    let font = match c {
        '\u{1d434}'..='\u{1d49b}' | '\u{1d6a4}'..='\u{1d7cb}' | 'ℎ' => Font::Maths,
        '\u{1d400}'..='\u{1d7ff}'
        | 'ℬ'
        | 'ℰ'
        | 'ℱ'
        | 'ℋ'
        | 'ℐ'
        | 'ℒ'
        | 'ℳ'
        | 'ℛ'
        | 'ℯ'
        | 'ℊ'
        | 'ℴ'
        | 'ℭ'
        | 'ℌ'
        | 'ℑ'
        | 'ℜ'
        | 'ℨ'
        | 'ℂ'
        | 'ℍ'
        | 'ℕ'
        | 'ℙ'
        | 'ℚ'
        | 'ℝ'
        | 'ℤ'
        | '\u{24b6}'..='\u{24e9}'
        | '\u{1f130}'..='\u{1f149}' => Font::Plain,
        '\u{249c}'..='\u{24b5}' => return Some((letter('a', c, 0x249c)?, Font::Plain)),
        '\u{1f110}'..='\u{1f129}' => return Some((letter('A', c, 0x1_f110)?, Font::Plain)),
        '\u{1f150}'..='\u{1f169}' => return Some((letter('A', c, 0x1_f150)?, Font::Plain)),
        '\u{1f170}'..='\u{1f189}' => return Some((letter('A', c, 0x1_f170)?, Font::Plain)),
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Font::Wide,
        '\u{1d2c}'..='\u{1d61}'
        | '\u{2b0}'..='\u{2b8}'
        | '\u{2e1}'..='\u{2e3}'
        | 'ⁱ'
        | 'ⁿ'
        | 'ᶜ'
        | 'ᶠ'
        | 'ᶻ' => Font::Raised,
        _ => {
            let at = SMALL_CAPITALS.chars().position(|small| small == c)?;
            return Some((SMALL_LETTERS.chars().nth(at)?, Font::Small));
        }
    };
    let plain = std::iter::once(c).nfkc().next()?;
    plain.is_alphanumeric().then_some((plain, font))
}

/// The letter as far behind `first` as `c` is behind the start of its alphabet.
fn letter(first: char, c: char, start: u32) -> Option<char> {
    char::from_u32(u32::from(first) + u32::from(c).checked_sub(start)?)
}

/// Small capitals, and the letters they stand for; there is none for x, and often none for s.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
const SMALL_LETTERS: &str = "abcdefghijklmnopqrstuvwyz";

/// What may stand among small capitals for want of one of its own.
const fn fills_in(c: char) -> bool {
    matches!(c, 's' | 'x' | 'q' | 'ǫ' | 'ғ')
}

const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The stretches of styled words, in order.
fn stretches(text: &str, is_east: bool) -> Vec<Span> {
    let mut out = Vec::new();
    let mut run: Option<Run> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let letter = styled(c).filter(|(_, font)| !(is_east && *font == Font::Wide));
        if let Some((_, font)) = letter {
            run.get_or_insert_with(|| Run::at(at)).take(font, end);
            continue;
        }
        let Some(open) = &mut run else { continue };
        let is_between =
            c.is_whitespace() && c != '\n' || matches!(c, '\'' | '’' | '-' | '&' | ',');
        if open.n_in_a_row > 0 && open.font == Font::Small && fills_in(c) {
            open.end = end;
        } else if is_between {
            open.n_in_a_row = 0;
        } else {
            out.extend(run.take().and_then(Run::found));
        }
    }
    out.extend(run.and_then(Run::found));
    out
}

/// Styled words side by side.
struct Run {
    start: usize,
    end: usize,
    font: Font,
    /// How many letters of one font stand in a row.
    n_in_a_row: usize,
    is_font: bool,
}

impl Run {
    const fn at(start: usize) -> Self {
        Self {
            start,
            end: start,
            font: Font::Plain,
            n_in_a_row: 0,
            is_font: false,
        }
    }

    fn take(&mut self, font: Font, end: usize) {
        self.n_in_a_row = if font == self.font {
            self.n_in_a_row + 1
        } else {
            1
        };
        self.font = font;
        self.end = end;
        self.is_font |= self.n_in_a_row >= font.enough();
    }

    fn found(self) -> Option<Span> {
        self.is_font.then(|| Span::new(self.start, self.end))
    }
}

fn in_plain_letters(text: &str, span: Span) -> Fix {
    let plain = |c: char| match c {
        'ǫ' => 'q',
        'ғ' => 'f',
        _ => styled(c).map_or(c, |(plain, _)| plain),
    };
    let insert = span.of(text).chars().map(plain).collect();
    Fix {
        label: "Plain letters".to_owned(),
        edits: vec![Edit { span, insert }],
        applicability: Applicability::Safe,
    }
}
