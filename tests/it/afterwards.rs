//! Approvals afterwards: found again, verified, looked at with today's set, counted, and what came of
//! them to a table and back.

mod counted;

use std::time::{Duration, Instant};

use jiff::{ToSpan as _, Zoned};
use postwright::approval::{
    Approval, Exception, Index, Outcomes, Range, Request, Today, Verdict, afresh, approve, figures,
    reopened, verify,
};
use postwright::check::{Report, compile};
use postwright::draft::Speaker;
use postwright::guideline::{ActiveSet, Intent, Level, activate, read_set};
use postwright::platform::Platforms;

/// What an approval in a test says.
#[derive(Clone)]
pub struct Said<'a> {
    pub parts: &'a [&'a str],
    pub platform: &'a str,
    pub speaker: &'a str,
    pub intent: Option<Intent>,
    pub goal: Option<&'a str>,
    pub exceptions: &'a [Exception],
    pub at: Zoned,
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self {
            parts: &["Hello"],
            platform: "x",
            speaker: "asha",
            intent: None,
            goal: None,
            exceptions: &[],
            at: noon(),
        }
    }
}

impl Said<'_> {
    pub fn approved(&self) -> Approval {
        let parts: Vec<String> = self.parts.iter().map(|&part| part.to_owned()).collect();
        let mut set = ActiveSet::default();
        "brightside".clone_into(&mut set.head.id);
        set.head.version = 14;
        approve(&Request {
            parts: &parts,
            body: &parts.join("\n\n"),
            platform: self.platform,
            speaker: &Speaker::from_id(self.speaker),
            intent: self.intent,
            experiment: None,
            goal: self.goal,
            they_said: None,
            set: &set,
            set_hash: "abc",
            report: &Report::default(),
            exceptions: self.exceptions,
            asked: &[],
            answered: &["Is it true, and can I point to it?".to_owned()],
            chance: "",
            approver: "Asha Rao",
            now: &self.at,
        })
        .unwrap()
    }
}

/// The moment at which tests take place.
fn noon() -> Zoned {
    "2026-11-22T12:00:00+01:00[Europe/Berlin]".parse().unwrap()
}

fn ago(days: i64) -> Zoned {
    noon().checked_sub(days.days()).unwrap()
}

fn texts(all: &[&str]) -> Vec<Approval> {
    let of = |text: &&str| {
        Said {
            parts: &[text],
            ..Said::default()
        }
        .approved()
    };
    all.iter().map(of).collect()
}

#[test]
fn words_platform_speaker_and_seal_find_an_approval() {
    let all = texts(&[
        "Ein Café in Zürich 👩‍🔧",
        "Returns take two minutes",
        "The CAFE opens at nine",
    ]);
    let mut index = Index::default();
    for approval in &all {
        index.push(approval, &["Bluesky", "Asha Rao"]);
    }
    assert_eq!(index.n(), 3);
    let seal = all[1].seal();
    for (words, found) in [
        ("", vec![2, 1, 0]),
        ("  ", vec![2, 1, 0]),
        ("café", vec![2, 0]),
        ("zurich CAFE\u{301}", vec![0]),
        ("nine cafe", vec![2]),
        ("minutes blue rao", vec![1]),
        (&seal.to_string(), vec![1]),
        (seal.hash(), vec![1]),
        ("👩‍🔧", vec![0]),
        ("cafe minutes", vec![]),
    ] {
        assert_eq!(index.find(words), found, "{words:?}");
    }
}

#[test]
fn a_text_is_verified_or_the_first_difference_is_named() {
    let mut all = texts(&[
        "Returns now take two minutes. What should we fix next?",
        "Danke, Jo: das Etikett 👩‍👩‍👧 druckt jetzt in der richtigen Größe.",
    ]);
    all.push(
        Said {
            parts: &[
                "The first of two thoughts 1/2",
                "And here is the second 2/2",
            ],
            ..Said::default()
        }
        .approved(),
    );
    let seal = |verdict: Verdict<'_>| match verdict {
        Verdict::Approved(approval) => approval.seal().hash().to_owned(),
        Verdict::RecordChanged(_) | Verdict::Changed { .. } | Verdict::Unknown => {
            panic!("it is on record")
        }
    };
    for (text, n) in [
        (
            "Returns now take two minutes. What should we fix next? \r\n",
            0,
        ),
        ("And here is the second 2/2", 2),
        (
            "The first of two thoughts 1/2\r\n\r\nAnd here is the second 2/2",
            2,
        ),
    ] {
        assert_eq!(seal(verify(text, &all)), all[n].seal().hash(), "{text:?}");
    }
    let Verdict::Changed {
        nearest,
        here,
        before,
        found,
        approved,
    } = verify(
        "Danke, Jo: das Etikett 👩‍👩‍👦 druckt jetzt in der richtigen Größe.",
        &all,
    )
    else {
        panic!("it was changed");
    };
    assert_eq!(nearest.seal(), all[1].seal());
    assert_eq!(here.start, "Danke, Jo: das Etikett 👩‍👩‍".len());
    assert_eq!(before, "Danke, Jo: das Etikett 👩‍👩‍");
    assert!(found.starts_with("👦 druckt") && approved.starts_with("👧 druckt"));
    let Verdict::Changed { nearest, .. } = verify("And here is the second part 2/2", &all) else {
        panic!("a changed part has a nearest");
    };
    assert_eq!(nearest.seal(), all[2].seal());
    for nothing in [
        "",
        " \n",
        "x",
        "Quarterly figures are out on Monday, says the board",
    ] {
        assert_eq!(verify(nothing, &all), Verdict::Unknown, "{nothing:?}");
    }
}

#[test]
fn a_record_that_was_changed_vouches_for_nothing() {
    let text = ron::to_string(&texts(&["Hello there"])[0]).unwrap();
    let changed = text.replace("Asha Rao", "Somebody");
    assert_ne!(text, changed);
    let all: Vec<Approval> = vec![ron::from_str(&changed).unwrap()];
    assert!(matches!(
        verify("Hello there", &all),
        Verdict::RecordChanged(_)
    ));
    assert_eq!(verify("Hello their", &all), Verdict::Unknown);
}

/// Many approvals of usual length, no two alike.
fn many(n: usize) -> Vec<Approval> {
    let words = "parcel depot morning return label ring shop answer thank fix front door week idea";
    let words: Vec<&str> = words.split(' ').collect();
    let text = |n: usize| {
        let word = |k: usize| words[(n * 7 + k * (n % 11 + 3)) % words.len()];
        let body: Vec<&str> = (0..42).map(word).collect();
        format!("{n}: {}.", body.join(" "))
    };
    (0..n)
        .map(|n| {
            Said {
                parts: &[&text(n)],
                at: ago(i64::try_from(n % 400).unwrap()),
                intent: Intent::ALL.get(n % 7).copied(),
                ..Said::default()
            }
            .approved()
        })
        .collect()
}

#[test]
fn ten_thousand_approvals_are_searched_verified_and_counted_at_once() {
    let all = many(10_000);
    let took = |what: &str, most: Duration, work: &mut dyn FnMut()| {
        let began = Instant::now();
        work();
        let took = began.elapsed();
        println!("{what}: {took:?}");
        // other work runs beside the tests: far more than it takes alone
        assert!(took < most, "{what} took {took:?}");
    };
    let second = Duration::from_secs(1);
    let mut index = Index::default();
    took("index", 3 * second, &mut || {
        for approval in &all {
            index.push(approval, &["X", "Asha Rao"]);
        }
    });
    took("search", second, &mut || {
        assert_eq!(index.find("9999: parcel").len(), 1);
    });
    let wanted = all[5_000].text();
    took("verify, as it stands", second, &mut || {
        assert!(matches!(verify(&wanted, &all), Verdict::Approved(_)));
    });
    let changed = wanted.replace("5000: ", "5O00: ");
    took("verify, changed", 3 * second, &mut || {
        let Verdict::Changed { nearest, .. } = verify(&changed, &all) else {
            panic!("it has a nearest");
        };
        assert_eq!(nearest.text(), wanted);
    });
    took("figures", 3 * second, &mut || {
        let year = figures(&all, &Outcomes::new(), Range::Year, &noon());
        assert_eq!(year.total.n_posts, 9125);
    });
}

#[test]
fn the_guidelines_of_today_are_asked_before_a_text_is_copied_again() {
    let source = "(format: 1, id: \"ours\", name: \"Ours\", values: [(id: \"v\", words: \"Be kind\")], rules: [
        (id: \"cheap\", level: Check, find: AnyOf([\"cheap\"]), says: \"Say what it costs.\", why: \"-\", instead: \"-\"),
        (id: \"secret\", level: Hold, find: AnyOf([\"bluefinch\"]), says: \"Not out yet.\", why: \"-\", instead: \"-\"),
        (id: \"very\", level: Nudge, find: AnyOf([\"very\"]), says: \"Fewer words.\", why: \"-\", instead: \"-\")])";
    let set = read_set(source).unwrap().set;
    let active = activate(&set, &[], &|_| None).unwrap();
    let (checker, faults) = compile(&active);
    assert_eq!(faults, []);
    let (people, platforms) = (Vec::new(), Platforms::default());
    let now = noon();
    let today = Today {
        checker: &checker,
        brand: "Ours",
        people: &people,
        platforms: &platforms,
        now: &now,
        elapsed: &|| Duration::ZERO,
    };
    let found = |said: Said<'_>| -> Vec<(Level, String)> {
        let found = afresh(&said.approved(), &today).into_iter();
        found.map(|one| (one.level, one.words)).collect()
    };
    let said = Said {
        parts: &["Very cheap 👍", "Ask for Bluefinch, it is cheap"],
        ..Said::default()
    };
    assert_eq!(
        found(said.clone()),
        [
            (Level::Hold, "Bluefinch".to_owned()),
            (Level::Check, "cheap".to_owned())
        ]
    );
    let exceptions = [Exception {
        rule: "cheap".to_owned(),
        words: "cheap".to_owned(),
        reason: "the price stands above".to_owned(),
    }];
    let answered = Said {
        exceptions: &exceptions,
        ..said
    };
    assert_eq!(found(answered), [(Level::Hold, "Bluefinch".to_owned())]);
    assert_eq!(found(Said::default()), []);
}

#[test]
fn a_text_opens_again_without_signature_and_numbers() {
    let one = Said {
        parts: &["Returns take two minutes.\n– Asha Rao, Brightside"],
        ..Said::default()
    };
    assert_eq!(
        reopened(&one.approved(), "– Asha Rao, Brightside"),
        "Returns take two minutes."
    );
    let thread = Said {
        parts: &["First 👍 1/2", "Then 11/2 2/2\n– Asha"],
        ..Said::default()
    };
    assert_eq!(
        reopened(&thread.approved(), "– Asha"),
        "First 👍\n\n---\n\nThen 11/2"
    );
    let plain = Said {
        parts: &["We are 1/1"],
        ..Said::default()
    };
    assert_eq!(reopened(&plain.approved(), ""), "We are 1/1");
}
