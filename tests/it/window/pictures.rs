//! Pictures of the real window, loaded from files: `POSTWRIGHT_PICTURES=folder cargo test pictures`.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use super::open;

const TEXT: &str = "That’s a wasted morning, Sam, and it is on us. As per policy we keep parcels for three days, so I have asked the depot to hold yours: write to sam.lee@mail.example. I’ll ring you by 3 today.\n\nWhat time suits you?\n\nCompare the pick-up points: https://shop.example/pickup";

#[test]
fn every_screen_is_drawn_in_both_themes() {
    let folder = std::env::var_os("POSTWRIGHT_PICTURES").map(PathBuf::from);
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, suffix) in [([1200.0, 760.0], ""), ([900.0, 600.0], "-900x600")] {
            let home = tempfile::tempdir().unwrap();
            let mut h = open(home.path(), size, theme);
            let save = |h: &mut egui_kittest::Harness<'_, _>, screen: &str| {
                let image = h.render().expect("the renderer draws");
                let inks = image
                    .pixels()
                    .map(|pixel| pixel.0)
                    .collect::<std::collections::BTreeSet<_>>();
                assert!(inks.len() > 50, "{screen} is nearly blank");
                if let Some(folder) = &folder {
                    std::fs::create_dir_all(folder).unwrap();
                    image
                        .save(Path::new(folder).join(format!("{screen}{suffix}-{name}.png")))
                        .unwrap();
                }
            };
            save(&mut h, "02-first-run");
            h.get_by_label("Post text").type_text(TEXT);
            h.run_steps(8);
            save(&mut h, "01-compose");
            h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
            h.run_steps(3);
            save(&mut h, "03-pause");
            h.key_press(Key::Escape);
            h.run_steps(2);
            for screen in ["Guidelines", "People", "Drafts", "Approved"] {
                h.get_by_role_and_label(egui::accesskit::Role::Button, screen)
                    .click();
                h.run_steps(3);
                save(&mut h, screen);
            }
        }
    }
}
