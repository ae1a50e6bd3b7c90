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
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = cli::run(
        std::env::args_os(),
        &mut io::stdin(),
        &mut out,
        &mut io::stderr(),
        Home::find(),
    );
    ExitCode::from(match outcome {
        Outcome::Done(code) => code,
        Outcome::Window => window(),
    })
}

/// Opens the window; without a display it says what to do instead.
fn window() -> u8 {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if has_display || !cfg!(target_os = "linux") {
        return open();
    }
    // there is nobody left to tell when this cannot be written
    _ = writeln!(
        io::stderr(),
        "postwright: there is no display here, so no window can open; try: echo \"Hello\" | postwright check --platform x"
    );
    2
}

/// Opens the window.
fn open() -> u8 {
    _ = writeln!(
        io::stderr(),
        "postwright: this program was built without its window; try: echo \"Hello\" | postwright check --platform x"
    );
    2
}
