//! Syllables of English words, by their vowels and a list of those that vowels get wrong.
//!
//! Never: asked about a word of another language; its figure would mean nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// Returns how many syllables a word has, at least one; the word is folded. A number has one.
pub(super) fn n_syllables(word: &str) -> usize {
    if word.len() < 3 || is_short(word) {
        return 1;
    }
    if let Some(n) = word.is_ascii().then(|| n_of_ascii(word)) {
        return n;
    }
    let plain: String = word.chars().map(plain).collect();
    let n = n_of_ascii(&plain);
    // a final é is spoken
    let is_spoken = word.ends_with('é') && plain.len() > 1;
    n + usize::from(is_spoken && known(&plain).is_none_or(|known| known != n))
}

/// Half of the words of a usual text, each of one syllable.
fn is_short(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "and"
            | "for"
            | "you"
            | "are"
            | "was"
            | "but"
            | "not"
            | "our"
            | "all"
            | "can"
            | "has"
            | "had"
            | "how"
            | "who"
            | "its"
            | "new"
            | "out"
            | "one"
            | "now"
            | "get"
            | "that"
            | "with"
            | "this"
            | "have"
            | "from"
            | "they"
            | "will"
            | "your"
            | "what"
            | "when"
            | "were"
            | "been"
            | "them"
    )
}

/// A vowel without its accent; what is not Latin counts as a consonant.
const fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'æ' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'œ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        _ if c.is_ascii() => c,
        _ => 'x',
    }
}

fn n_of_ascii(word: &str) -> usize {
    let (stem, tail) = word.split_once('\'').unwrap_or((word, ""));
    let spoken_tail = match tail {
        // didn't, wouldn't; but don't, can't
        "t" => ["dn", "sn", "vn"].iter().any(|end| stem.ends_with(end)),
        "ll" => !stem.ends_with(is_vowel_char),
        "ve" => stem.ends_with(['d', 't']),
        _ => false,
    };
    known(stem).unwrap_or_else(|| by_vowels(stem.as_bytes())) + usize::from(spoken_tail)
}

/// The syllables of a word of the list, or of its plural.
fn known(word: &str) -> Option<usize> {
    let find = |word: &str| KNOWN.get(word).copied();
    let plural = || word.strip_suffix('s').and_then(find);
    find(word).or_else(plural)
}

fn by_vowels(word: &[u8]) -> usize {
    let mut n = 0;
    let mut was_vowel = false;
    for (at, letter) in word.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| word.get(at)).copied();
        let after = word.get(at + 1).copied();
        let is_vowel = match letter {
            b'y' => match before {
                None => false,
                Some(before) => !(is_vowel(before) && after.is_some_and(is_vowel)),
            },
            _ => is_vowel(*letter),
        };
        // a y after a consonant ends its group: try-ing
        let starts_group = !was_vowel || (before == Some(b'y') && n > 0 && is_vowel);
        n += usize::from(is_vowel && starts_group);
        was_vowel = is_vowel;
    }
    (n + n_parted(word)).saturating_sub(n_silent(word)).max(1)
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

const fn is_vowel_char(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// How many vowels that stand together are spoken apart.
fn n_parted(word: &[u8]) -> usize {
    let mut n = 0;
    for (at, pair) in word.windows(2).enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|at| word.get(at))
            .copied()
            .unwrap_or(b' ');
        let rest = word.get(at + 2..).unwrap_or_default();
        let is_soft = matches!(before, b'c' | b't' | b's' | b'g' | b'x');
        n += usize::from(match pair {
            [b'i', b'a'] => (!is_soft || rest.starts_with(b"t")) && !rest.starts_with(b"ge"),
            [b'i', b'o'] => {
                let is_one = matches!(before, b'l' | b'n') && at > 1 && rest.starts_with(b"n");
                (!is_soft && !is_one) || rest.is_empty()
            }
            [b'i', b'u'] => true,
            [b'e', b'o'] => !rest.starts_with(b"u") && (before != b'g' || at == 1),
            [b'u', b'a'] => !matches!(before, b'q' | b'g'),
            [b'u', b'e'] => {
                !matches!(before, b'q' | b'g') && matches!(rest.first(), Some(b'l' | b'n'))
            }
            [b'i', b'e'] => {
                let is_apart = rest.starts_with(b"nt") || rest.starts_with(b"nc");
                let is_graded = matches!(rest, b"r" | b"rs" | b"st") && at > 1;
                rest.starts_with(b"t") || (is_apart && !is_soft) || is_graded
            }
            [b'e', b'a'] => {
                let is_creat = at > 1 && before == b'r' && word.get(at - 2) == Some(&b'c');
                is_creat && (rest.starts_with(b"te") || rest.starts_with(b"ti"))
            }
            [b'o' | b'e' | b'u' | b'a', b'i'] => rest == b"ng" || rest == b"ngs",
            [b's' | b'h', b'm'] => rest.is_empty(),
            _ => false,
        });
    }
    n
}

/// How many written vowels are silent.
fn n_silent(word: &[u8]) -> usize {
    let has_end = |ends: &[&[u8]]| ends.iter().any(|end| word.ends_with(end));
    let letter = |from_end: usize| {
        let at = word.len().checked_sub(from_end);
        at.and_then(|at| word.get(at)).copied().unwrap_or(b'e')
    };
    // "tle" and "tre" are syllables, "ale" and "ere" are none
    let is_liquid = |last: usize| {
        let (before, liquid) = (letter(last + 1), letter(last));
        let is_le =
            liquid == b'l' && !is_vowel(before) && !matches!(before, b'l' | b'r' | b'y' | b'w');
        is_le || (liquid == b'r' && matches!(before, b't' | b'b' | b'c'))
    };
    let is_after_consonant = |last: usize| !is_vowel(letter(last)) && !is_liquid(last);
    let at_end = match word {
        [.., b'g' | b'q', b'u', b'e'] => word.len() > 3,
        [.., b'e'] => is_after_consonant(2),
        [.., b'e', b'd'] => is_after_consonant(3) && !matches!(letter(3), b't' | b'd'),
        [.., b'e', b's'] => {
            let hisses = matches!(letter(3), b's' | b'x' | b'z' | b'c' | b'g')
                || has_end(&[b"ches", b"shes"]);
            is_after_consonant(3) && !hisses
        }
        _ => false,
    };
    // the shortest words that can have either are told apart first
    let has_inner = word.len() > 4
        && INNER.iter().any(|end| {
            let last = end.len() + 1;
            word.ends_with(end) && word.len() > last && is_after_consonant(last)
        });
    let is_compound = word.len() > 6
        && COMPOUND.iter().any(|start| {
            let rest = word.strip_prefix(*start).unwrap_or_default();
            rest.len() > 2 && rest.first().is_some_and(|letter| !is_vowel(*letter))
        });
    usize::from(at_end) + usize::from(has_inner || is_compound)
}

/// Endings whose first e belongs to the word before, and is silent there.
const INNER: [&[u8]; 11] = [
    b"ely",
    b"eful",
    b"efully",
    b"eless",
    b"elessness",
    b"ement",
    b"ements",
    b"eness",
    b"etime",
    b"eline",
    b"ety",
];

/// What compounds begin with, whose e is silent.
const COMPOUND: [&[u8]; 9] = [
    b"some", b"stake", b"home", b"life", b"time", b"house", b"there", b"name", b"base",
];

/// Words that their vowels get wrong, by their syllables.
const LISTED: [(usize, &str); 5] = [
    (1, "priest"),
    (
        2,
        "brilliant business cafe canyon cashier chaos colonel duo evening every fluid forehead \
         giant goers hundred lawyer maybe naive naked people poem poet premier react reuse \
         reused ruin science soldier someone wednesday wicked",
    ),
    (
        3,
        "archaic area businesses civilian element everyday everyone everything everywhere \
         familiar genuine idea ideal mosaic museum parliament poetry preamble reaction recipe \
         resume scientist simile somersault suicide tenement theater theatre vehement",
    ),
    (
        4,
        "algebraic apostrophe catastrophe cooperate coordinate everybody heroism realistic \
         reality scientific zoology",
    ),
    (5, "cooperation cooperative coordination coordinator"),
];

/// The words of the list, each with its syllables.
static KNOWN: LazyLock<HashMap<&str, usize, RandomState>> = LazyLock::new(|| {
    let words = |(n, words): (usize, &'static str)| words.split(' ').map(move |word| (word, n));
    LISTED.into_iter().flat_map(words).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str) {
        for word in words.split_whitespace() {
            let truth = word.split('-').count();
            assert_eq!(n_syllables(&word.replace('-', "")), truth, "{word}");
        }
    }

    #[test]
    fn vowels_are_counted_as_they_are_spoken() {
        check(
            "prob-lem of-fice of-fic-es por-tion phar-ma-cy e-lec-tri-cian mu-si-cian li-brar-i-an veg-e-tar-i-an i-tal-i-an re-place-ment ex-cite-ment a-muse-ment in-volve-ment treat-ment com-mit-ment pave-ment pho-to-graph pho-tog-ra-phy ge-og-ra-phy bi-ol-o-gy the-o-ry cam-er-a gal-ler-y scen-ar-i-o port-fo-li-o vi-o-lin pe-ri-od cham-pi-on in-te-ri-or su-pe-ri-or con-gre-gate del-e-gate cli-mate pri-vate cor-po-rate cer-tif-i-cate an-nounce-ment guide-line head-line vol-un-teer-ing fund-rais-ing do-na-tion de-liv-er-ies com-pa-nies coun-tries con-ven-i-ence re-sil-i-ence pa-tience nu-tri-ent in-gre-di-ent cool-er new-er low-er pow-er flow-er qui-et-er re-use re-cy-cled mixed",
        );
    }

    #[test]
    fn silent_letters_are_not() {
        check(
            "fixed washed reached judged changed bridge large i-mage im-ag-es pack-ag-es mes-sag-es scheme theme type types rhyme style styles re-mem-ber dis-a-bil-i-ty un-der-stand un-der-stood ac-com-mo-da-tion dis-cuss-ion de-ci-sion per-mis-sion oc-ca-sion pas-sion un-be-liev-a-ble re-mark-a-ble af-ford-a-ble neigh-bour-hood child-hood like-ly late-ly safe-ty nine-ty week-end week-ends six-ty sev-en-ty e-lev-en grate-ful peace-ful hope-less home-less home-less-ness",
        );
    }

    #[test]
    fn listed_words_accents_and_apostrophes_are_known() {
        check("ev-ery busi-ness-es i-de-as some-one caf-é did-n't don't they'll ra-tio-nal naï-ve");
        assert_eq!(n_syllables("2026"), 1);
        assert_eq!(n_syllables(""), 1);
    }
}
