//! The files of the program: nothing that was typed, chosen or approved is lost.
//!
//! Never: the real home directory.

mod crash;
pub mod deeds;
mod dictionaries;
mod drafts;
mod earlier;
mod kept;
mod ledger;
mod library;
mod mutated;
mod outcomes;
mod people;
mod platforms;
mod settings;
mod sim;
mod sweep;
mod swept;
mod tampered;
mod watching;
mod words;

use std::fs;
use std::path::Path;

use postwright::store::{Home, Library};
use tempfile::TempDir;

/// A home of its own for a test.
struct Place {
    /// Kept, because dropping it removes the folder.
    _dir: TempDir,
    home: Home,
}

impl Place {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let home = Home::at(dir.path().join("home"));
        home.prepare().unwrap();
        Self { _dir: dir, home }
    }

    fn write(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.home.data.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: impl AsRef<Path>) -> String {
        fs::read_to_string(self.home.data.join(path)).unwrap()
    }

    fn library(&self) -> Library {
        Library::load(&self.home)
    }

    /// The names in a folder, sorted; none when it is not there.
    fn names(&self, dir: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.home.data.join(dir)) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// The faults of a library, as a person reads them, without the folder of the test.
fn faults(place: &Place, library: &Library) -> Vec<String> {
    let dir = format!("{}/", place.home.data.display());
    let fault = |fault: &postwright::store::LoadFault| fault.to_string().replace(&dir, "");
    library.faults().iter().map(fault).collect()
}

#[test]
#[cfg(unix)]
fn folders_and_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.home.data), 0o700);
    assert_eq!(mode(&place.home.drafts()), 0o700);
    let path = place.home.data.join("a.txt");
    postwright::store::atomic_write(&path, b"a").unwrap();
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    postwright::store::atomic_write(&path, b"b").unwrap();
    assert_eq!(mode(&path), 0o640, "an existing file keeps its mode");
}

#[test]
#[cfg(unix)]
fn a_symlink_stays_one() {
    let place = Place::new();
    place.write("team/real.ron", "old");
    let link = place.home.data.join("link.ron");
    std::os::unix::fs::symlink("team/real.ron", &link).unwrap();
    postwright::store::atomic_write(&link, b"new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(place.read("team/real.ron"), "new");
}

#[test]
fn a_write_that_fails_says_where_and_leaves_the_old_file() {
    let place = Place::new();
    let path = place.home.data.join("not-a-folder/a.txt");
    place.write("not-a-folder", "a file");
    let fault = postwright::store::atomic_write(&path, b"b").unwrap_err();
    let words = fault.to_string();
    assert!(
        words.contains("a file stands where a folder should be"),
        "{words}"
    );
    assert!(words.contains("not-a-folder"), "{words}");
    assert_eq!(place.read("not-a-folder"), "a file");
}

#[test]
fn an_input_is_bounded_and_its_first_bad_byte_is_named() {
    use postwright::store::read_input;
    let place = Place::new();
    let path = place.home.data.join("post.txt");
    fs::write(&path, "Hello\n").unwrap();
    assert_eq!(read_input(&path).unwrap(), "Hello\n");
    fs::write(&path, b"caf\xe9 au lait").unwrap();
    let words = read_input(&path).unwrap_err().to_string();
    assert!(
        words.contains("byte 3") && words.contains("line 1, column 4"),
        "{words}"
    );
    fs::write(&path, vec![b'a'; 1024 * 1024 + 1]).unwrap();
    let words = read_input(&path).unwrap_err().to_string();
    assert!(words.contains("larger than 1 MiB"), "{words}");
    let words = read_input(&place.home.data).unwrap_err().to_string();
    assert!(
        words.contains("is a folder, or no ordinary file"),
        "{words}"
    );
    let words = read_input(Path::new("/no/such")).unwrap_err().to_string();
    assert!(words.contains("there is nothing there"), "{words}");
}
