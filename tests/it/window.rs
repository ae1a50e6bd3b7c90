//! The whole window without a display: real files, real widgets, a renderer on the CPU.

mod approved;
mod approved_posts;
mod experiments;
mod journey;
mod news;
mod patterns;
mod people;
mod pictures;
mod pictures_approval;
mod platforms;
mod reply;
mod run;
mod saved;
mod seal;
mod second;
mod sets;
mod soft;
mod speaker;
mod spelling;
mod thread;
mod why;

use std::path::Path;

use egui_kittest::Harness;
use postwright::app::Desk;
use postwright::store::Home;

/// Opens the window on the files of `home`, as the program does.
pub(super) fn open(home: &Path, size: [f32; 2], theme: egui::Theme) -> Harness<'static, Desk> {
    open_in(Home::at(home), size, theme)
}

/// Opens the window on any disk.
pub(super) fn open_in(home: Home, size: [f32; 2], theme: egui::Theme) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_render_cursor(false)
        .with_max_steps(16)
        .renderer(soft::SoftRenderer::default())
        .build_eframe(|creation| Desk::new(&creation.egui_ctx, home));
    harness.run_steps(3);
    harness
}
