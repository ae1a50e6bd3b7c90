//! Arguments in, window or headless command out.
//!
//! Never: works; it hands over.

use std::io::{self, Write as _};
use std::process::ExitCode;

use postwright::cli::{self, Outcome};
use postwright::store::Home;

fn main() -> ExitCode {
    // programmers ask for notes with RUST_LOG; nobody else sees any
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("off")).init();
    #[cfg(feature = "window")]
    if std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == postwright::app::HOLD_CLIPBOARD)
    {
        return postwright::app::hold();
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = cli::run(
        std::env::args_os(),
        &mut io::stdin(),
        &mut out,
        &mut io::stderr(),
        Home::find(),
    );
    drop(out);
    match outcome {
        Outcome::Done(code) => ExitCode::from(code),
        Outcome::Window => window(),
    }
}

/// Opens the window, or says in one sentence why it cannot be opened.
fn window() -> ExitCode {
    let opened = Home::find()
        .map_err(|fault| fault.to_string())
        .and_then(open);
    let Err(sentence) = opened else {
        return ExitCode::SUCCESS;
    };
    // there is nobody left to tell when this cannot be written
    _ = writeln!(io::stderr(), "postwright: {sentence}");
    ExitCode::from(2)
}

#[cfg(feature = "window")]
fn open(home: Home) -> Result<(), String> {
    postwright::app::run(home)
}

#[cfg(not(feature = "window"))]
fn open(_: Home) -> Result<(), String> {
    Err("this program was built without its window; try: echo \"Hello\" | postwright check --platform x".to_owned())
}
