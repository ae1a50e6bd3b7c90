//! Opening the window, and saying in one sentence why it cannot be opened.
//!
//! Never: lets a missing system library end in a panic.

use std::io::Read as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Desk;
use crate::store::{Home, Settings};

/// The argument with which the program holds the clipboard for a window that closed.
pub const HOLD_CLIPBOARD: &str = "--hold-clipboard";

/// The window's size when nothing is remembered, and the smallest it may get, in points.
const SIZE: [f32; 2] = [1200.0, 760.0];
const SMALLEST: [f32; 2] = [720.0, 480.0];

/// What to try without a window.
const HEADLESS: &str = "try without one: echo \"Hello\" | postwright check --platform x";

/// Opens the window and stays until it is closed. `Err` is the sentence to show.
pub fn run(home: Home) -> Result<(), String> {
    if !has_display() {
        return Err(format!(
            "there is no display here, so no window can open; {HEADLESS}"
        ));
    }
    let (settings, _) = Settings::load(&home);
    let size = settings
        .window
        .map_or(SIZE, |(width, height)| [width, height]);
    let viewport = egui::ViewportBuilder::default()
        .with_title("Postwright")
        .with_app_id("org.postwright.Postwright")
        .with_inner_size(size)
        .with_min_inner_size(SMALLEST);
    let options = eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    };
    // winit panics where a library of the keyboard is missing; a sentence helps more
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let is_open = Arc::new(AtomicBool::new(false));
    let opens = Arc::clone(&is_open);
    let opened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eframe::run_native(
            "Postwright",
            options,
            Box::new(move |creation| {
                std::panic::set_hook(quiet);
                opens.store(true, Ordering::Relaxed);
                Ok(Box::new(Desk::new(&creation.egui_ctx, home)))
            }),
        )
    }));
    let fault = match opened {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(fault)) => fault.to_string(),
        Err(panic) => match (panic.downcast_ref::<String>(), panic.downcast_ref::<&str>()) {
            (Some(words), _) => words.clone(),
            (None, words) => words.map_or_else(String::new, |words| (*words).to_owned()),
        },
    };
    if is_open.load(Ordering::Relaxed) {
        let what = fault.lines().next().unwrap_or_default();
        return Err(format!(
            "the window closed by itself ({what}); your text is kept, start it again"
        ));
    }
    Err(missing(&fault))
}

/// Names the package of a library that is missing.
fn missing(fault: &str) -> String {
    const PACKAGES: [(&str, &str); 4] = [
        ("xkbcommon", "libxkbcommon-x11-0"),
        ("xlib", "libx11-6 libx11-xcb1 libxcursor1 libxi6"),
        ("libgl", "libgl1 libgl1-mesa-dri"),
        ("wayland-client", "libwayland-client0"),
    ];
    let fault = fault.lines().next().unwrap_or_default();
    // the last part says what; those before it say where in somebody's source
    let what = fault
        .rsplit(": ")
        .next()
        .unwrap_or(fault)
        .trim_end_matches('.');
    let found = PACKAGES
        .iter()
        .find(|(library, _)| what.to_lowercase().contains(library));
    match found {
        Some((_, package)) => format!(
            "the window needs a library that is not here ({what}); on Debian: apt-get install {package}; or {HEADLESS}"
        ),
        None => format!("the window could not open ({what}); {HEADLESS}"),
    }
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Holds the clipboard: the text comes on standard input, and this returns once somebody else
/// copies.
pub fn hold() -> ExitCode {
    let mut text = String::new();
    if std::io::stdin().read_to_string(&mut text).is_err() {
        return ExitCode::from(2);
    }
    let held = arboard::Clipboard::new().and_then(|mut clipboard| {
        #[cfg(target_os = "linux")]
        let set = arboard::SetExtLinux::wait(clipboard.set());
        #[cfg(not(target_os = "linux"))]
        let set = clipboard.set();
        set.text(text)
    });
    if held.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    }
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn a_missing_library_is_named_with_its_package() {
        let said = missing("Library libxkbcommon-x11.so could not be loaded.");
        assert!(
            said.contains("apt-get install libxkbcommon-x11-0"),
            "{said}"
        );
        let said = missing(
            "winit EventLoopError: os error at a/b.rs:788: Failed to load one of xlib's shared libraries",
        );
        assert!(
            said.contains("libxcursor1 libxi6") && !said.contains("b.rs"),
            "{said}"
        );
    }
}
