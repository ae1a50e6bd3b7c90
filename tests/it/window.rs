//! The whole window without a display: real files, real widgets, a renderer on the CPU.

mod approved;
mod experiments;
mod journey;
mod news;
mod patterns;
mod people;
mod pictures;
mod platforms;
mod reply;
mod run;
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
    let home = Home::at(home);
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
