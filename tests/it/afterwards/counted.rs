//! What came of posts, to a table and back, and the figures.

use postwright::approval::{
    Exception, Outcome, Outcomes, Range, agenda, figures, outcome_table, read_outcomes,
};
use postwright::guideline::Intent;

use super::{Said, ago, noon, texts};

#[test]
fn what_came_of_posts_goes_to_a_table_and_back() {
    let all = texts(&["One", "Two", "Three"]);
    let seal = |n: usize| all[n].seal().hash().to_owned();
    let noted = Outcome {
        replies: Some(3),
        unexpected: true,
        line: "=SUM(A1), \"quoted\"; Ümlaut 👍".to_owned(),
        ..Outcome::of(&seal(1))
    };
    let known = Outcomes::from([(seal(1), noted.clone())]);
    let table = outcome_table(&all, &known).unwrap();
    assert!(table.starts_with("seal,at,platform,speaker,goal,replies,visits,line,unexpected\n"));
    assert!(table.contains("\"'=SUM(A1)"), "no formula: {table}");
    assert_eq!(table.lines().count(), 4);
    let same = read_outcomes(&table, &all, &known).unwrap();
    assert_eq!((same.n_taken, same.changed.len()), (3, 0), "{same:?}");
    let fresh = read_outcomes(&table, &all, &Outcomes::new()).unwrap();
    assert_eq!(fresh.changed, [noted]);

    let short = all[0].seal().to_string();
    let other = format!(
        "\u{feff}Line;SEAL;replies\r\nGood;{short};1.204\r\nOdd;{};many\r\n\r\nWho?;beef-beef;1\r\nTwice;{short};2\r\n",
        seal(2)
    );
    let read = read_outcomes(&other, &all, &known).unwrap();
    assert_eq!(read.n_taken, 1);
    assert_eq!(read.changed[0].replies, Some(1204));
    assert_eq!(read.changed[0].line, "Good");
    assert_eq!(
        read.left(),
        [
            "line 3: replies: \"many\" is no whole number",
            "line 5: no approval has \"beef-beef\"",
            "line 6: this seal stands further up already",
        ]
    );
    assert_eq!(read.words(), "1 taken, 1 changed, 1 unknown, 2 unusable");
    assert!(read_outcomes("a,b\n1,2\n", &all, &known).is_err());
    assert!(read_outcomes("seal\n", &all, &known).is_err());
    let visits = format!("seal\tvisits\n{}\t7\n", seal(1));
    let read = read_outcomes(&visits, &all, &known).unwrap();
    assert_eq!(read.changed[0].replies, Some(3), "what is no column stays");
    assert_eq!(read.changed[0].visits, Some(7));
    let odd = format!("seal,unexpected\n{},no\n{},perhaps\n", seal(1), seal(2));
    let read = read_outcomes(&odd, &all, &known).unwrap();
    assert!(!read.changed[0].unexpected);
    assert_eq!(
        read.left(),
        ["line 3: unexpected: \"perhaps\" is neither yes nor no"]
    );
}

#[test]
fn figures_count_goals_speakers_listening_and_the_last_question() {
    let said = |days: i64, speaker: &'static str, intent, goal| {
        Said {
            speaker,
            intent,
            goal,
            at: ago(days),
            ..Said::default()
        }
        .approved()
    };
    let calls = Some("fewer-calls");
    let all = [
        said(400, "brand", Some(Intent::Announce), None),
        said(89, "asha", Some(Intent::Ask), calls),
        said(30, "asha:personally", Some(Intent::Thank), None),
        said(29, "asha", Some(Intent::Answer), calls),
        said(1, "brand", Some(Intent::Announce), None),
        said(0, "asha", None, calls),
        said(-1, "asha", Some(Intent::Ask), None),
    ];
    let mut outcomes = Outcomes::new();
    for (n, replies) in [(3, 4), (1, 10)] {
        let seal = all[n].seal().hash();
        let outcome = Outcome {
            replies: Some(replies),
            ..Outcome::of(seal)
        };
        outcomes.insert(seal.to_owned(), outcome);
    }
    let month = figures(&all, &outcomes, Range::Month, &noon());
    assert_eq!((month.total.n_posts, month.total.n_replies), (3, 4));
    assert_eq!(
        (month.n_listening(), month.n_telling(), month.n_unsaid()),
        (1, 1, 1)
    );
    assert_eq!((month.n_by_brand, month.days_since_ask), (1, Some(89)));
    let names: Vec<(&str, u64)> = month
        .goals
        .iter()
        .map(|(id, tally)| (id.as_str(), tally.n_posts))
        .collect();
    assert_eq!(names, [("fewer-calls", 2), ("", 1)]);
    assert_eq!(month.speakers[0].0, "asha");
    assert_eq!(month.steps.len(), 30);
    assert_eq!(month.steps[0].from, ago(29).date());
    let by_day: Vec<u64> = month.steps.iter().map(|step| step.tally.n_posts).collect();
    assert_eq!((by_day[0], by_day[28], by_day[29]), (1, 1, 1));

    let quarter = figures(&all, &outcomes, Range::Quarter, &noon());
    assert_eq!((quarter.total.n_posts, quarter.total.n_replies), (5, 14));
    assert_eq!((quarter.steps.len(), quarter.speakers.len()), (13, 3));
    assert_eq!(quarter.steps[12].from, ago(6).date());
    let year = figures(&all, &outcomes, Range::Year, &noon());
    assert_eq!(
        (year.steps.len(), year.steps[0].from),
        (13, ago(364).date())
    );
    let steps: u64 = year.steps.iter().map(|step| step.tally.n_posts).sum();
    assert_eq!(steps, year.total.n_posts);
    let none = figures(&[], &outcomes, Range::Month, &noon());
    assert_eq!((none.total.n_posts, none.days_since_ask), (0, None));
}

#[test]
fn a_question_is_one_whatever_the_post_is_for() {
    let post = |days: i64, text: &'static str, intent| {
        Said {
            parts: &[text],
            intent,
            at: ago(days),
            ..Said::default()
        }
        .approved()
    };
    let quiet =
        |all: &[_]| figures(all, &Outcomes::new(), Range::Month, &noon()).days_without_ask();
    assert_eq!(quiet(&[]), None);
    assert_eq!(quiet(&[post(13, "We open at nine.", None)]), None);
    assert_eq!(quiet(&[post(20, "We open at nine.", None)]), Some(20));
    let asked = [
        ("Which day suits you?", None),
        ("\"Which day suits you?\" 👍", None),
        ("¿Qué día te va bien? Dinos.", None),
        ("أي يوم يناسبك؟", None),
        ("何曜日がいいですか？", None),
        ("Tell us which day.", Some(Intent::Ask)),
    ];
    for (text, intent) in asked {
        let all = [post(40, "Hello.", None), post(3, text, intent)];
        assert_eq!(quiet(&all), None, "{text}");
    }
    for text in ["See https://shop.example/?day=3", "We open at nine!"] {
        let all = [post(40, "Hello.", None), post(3, text, None)];
        assert_eq!(quiet(&all), Some(40), "{text}");
    }
}

#[test]
fn the_agenda_has_what_was_decided_otherwise_and_what_nobody_expected() {
    let one = |rule: &str, reason: &str| Exception {
        rule: rule.to_owned(),
        words: "words".to_owned(),
        reason: reason.to_owned(),
    };
    let said = |days: i64, exceptions: &[Exception]| {
        Said {
            exceptions,
            at: ago(days),
            ..Said::default()
        }
        .approved()
    };
    let local = Exception::local("no-promise".to_owned());
    let another_day = Exception {
        words: String::new(),
        ..one("another-day", "checked as of 2026-12-01")
    };
    let all = [
        said(40, &[one("email", "too old to count")]),
        said(3, &[one("email", "she asked for it"), one("phone", "kept")]),
        said(
            2,
            &[
                one("email", "she asked for it"),
                one("email", "it is hers"),
                local,
            ],
        ),
        said(1, &[one("email", "kept"), another_day]),
    ];
    let seal = all[2].seal().hash();
    let outcome = Outcome {
        unexpected: true,
        line: "Forty people came".to_owned(),
        ..Outcome::of(seal)
    };
    let outcomes = Outcomes::from([(seal.to_owned(), outcome)]);
    let found = agenda(&all, &outcomes, Range::Month, &noon());
    let rules: Vec<(&str, u64, Vec<&str>)> = found
        .overridden
        .iter()
        .map(|one| {
            (
                one.rule.as_str(),
                one.n,
                one.reasons.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        rules,
        [
            ("email", 3, vec!["she asked for it", "it is hers"]),
            ("phone", 1, vec![]),
        ]
    );
    assert_eq!(
        found.unexpected,
        [(ago(2).date(), "Forty people came".to_owned())]
    );
}
