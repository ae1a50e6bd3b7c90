//! The headless commands: arguments and input in, output and exit code out.
//!
//! Never: looks inside; it runs the binary as a script would.

mod approve;
mod check;
mod count;
mod faults;
mod guidelines;
mod hostile;
mod import;
mod lines;
mod sarif;
mod secrets;
mod sign;
mod speaker;
mod split;
mod team;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A call that is being described; `code` makes it.
pub struct Run {
    args: Vec<String>,
    input: Vec<u8>,
    home: Option<PathBuf>,
    own_home: TempDir,
    zone: &'static str,
    out: Option<String>,
    err: Vec<String>,
    /// Whether rules may be stopped for taking too long, which depends on the machine.
    is_huge: bool,
}

/// What came of a call.
pub struct Ran {
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn new() -> Self {
        Self {
            args: Vec::new(),
            input: Vec::new(),
            home: None,
            own_home: TempDir::new().unwrap(),
            zone: "UTC",
            out: None,
            err: Vec::new(),
            is_huge: false,
        }
    }

    /// The arguments, as one line without quotes.
    pub fn args(mut self, line: &str) -> Self {
        self.args.extend(line.split_whitespace().map(str::to_owned));
        self
    }

    /// One more argument, with whatever it holds.
    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    pub fn input(mut self, input: impl AsRef<[u8]>) -> Self {
        self.input = input.as_ref().to_vec();
        self
    }

    pub fn home(mut self, home: &Path) -> Self {
        self.home = Some(home.to_owned());
        self
    }

    pub fn zone(mut self, zone: &'static str) -> Self {
        self.zone = zone;
        self
    }

    /// What standard output must be.
    pub fn out(mut self, out: &str) -> Self {
        self.out = Some(out.to_owned());
        self
    }

    /// What standard error must say somewhere; none of these means that it must be silent.
    pub fn err(mut self, words: &str) -> Self {
        self.err.push(words.to_owned());
        self
    }

    /// The text is so long that rules may be stopped on it.
    pub fn huge(mut self) -> Self {
        self.is_huge = true;
        self
    }

    /// Makes the call and holds it against what was expected.
    #[track_caller]
    pub fn code(self, expect: i32) -> Ran {
        let home = self.home.as_deref().unwrap_or(self.own_home.path());
        let mut child = Command::new(env!("CARGO_BIN_EXE_postwright"))
            .args(&self.args)
            .env_clear()
            .env("POSTWRIGHT_HOME", home)
            .env("TZ", self.zone)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input.clone();
        let writer = std::thread::spawn(move || {
            // a command that refuses its input stops reading
            _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let ran = Ran {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        let told = format!(
            "{:?}\nout: {:.2000}\nerr: {:.2000}",
            self.args, ran.out, ran.err
        );
        assert_eq!(output.status.code(), Some(expect), "{told}");
        if let Some(out) = &self.out {
            assert_eq!(&ran.out, out, "{told}");
        }
        let is_told = |line: &&str| !(self.is_huge && line.ends_with("the others went on"));
        let is_silent = ran.err.lines().filter(is_told).count() == 0;
        assert_eq!(is_silent, self.err.is_empty(), "{told}");
        for words in &self.err {
            assert!(ran.err.contains(words.as_str()), "{words:?} not in {told}");
        }
        for word in ["error", "violation", "forbidden", "non-compliant"] {
            assert!(!ran.err.to_lowercase().contains(word), "{told}");
        }
        ran
    }
}

/// A home folder with people and a set of rules that do not depend on the shipped ones.
pub fn brightside() -> TempDir {
    let home = TempDir::new().unwrap();
    put(home.path(), "people.ron", PEOPLE);
    put(home.path(), "guidelines/brightside.ron", BRIGHTSIDE);
    home
}

/// Writes a file below `home`.
pub fn put(home: &Path, name: &str, source: &str) -> PathBuf {
    let path = home.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, source).unwrap();
    path
}

/// All files below a folder.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

const PEOPLE: &str = r#"[
    (id: "asha", name: "Asha Rao", title: "Customer care", company: "Brightside",
     handles: {"mastodon": "@asha@social.example"}),
    (id: "ravi", name: "Ravi Menon", role: Approver),
]"#;

const BRIGHTSIDE: &str = r#"(
    format: 1, id: "brightside", name: "Brightside", version: 3,
    values: [(id: "real", words: "Be real")],
    own: (names: ["Brightside"]),
    second_approver: (platforms: ["linkedin"], intents: [], topics: ["money"]),
    topics: [(id: "money", words: ["refund"])],
    rules: [
        (id: "warm-up-opener", value: "real", level: Nudge, find: AnyOf(["excited to announce"]),
         fixes: ["", "glad to say"], says: "The news starts later than it could.", why: "People decide in the first line."),
        (id: "guarantees", level: Check, find: AnyOf(["guarantee"]), says: "A guarantee is a promise in law."),
        (id: "blanks", level: Hold, find: Blank, within: Anywhere, says: "A blank is left to fill."),
        (id: "code-names", level: Hold, find: AnyOf(["bluefinch"]), says: "This name is internal."),
        (id: "stall", level: Check, find: AnyOf(["stall"]), when: [Between("2026-12-01", "2026-12-02")], says: "The market is closed."),
        (id: "calm", level: Nudge, find: AnyOf(["calm down"]), when: [Replying], says: "It reads as a rebuke."),
    ],
    pause: ["Is it true?"],
)"#;
