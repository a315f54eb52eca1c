//! The files that a script knows: those of the working directory.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use shell::Files;

/// The longest file that a script may read, in bytes. Our choice.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// The files of a folder.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Those of the working directory.
    #[must_use]
    pub fn here() -> Self {
        Self::at("")
    }

    /// Those of this folder.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Files for Folder {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.root.join(name);
        let is_file = fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= MAX_FILE);
        let mut bytes = Vec::new();
        let file = File::open(path).ok().filter(|_| is_file)?;
        file.take(MAX_FILE).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// A script may be anybody's: it writes below the folder only.
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = Path::new(name);
        let below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if !path.components().all(below) {
            return Err("a script writes to its own folder only".to_owned());
        }
        fs::write(self.root.join(path), bytes).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_outside_the_folder() {
        let mut folder = Folder::at("/nowhere");
        for name in ["/tmp/x", "../x", "a/../../x"] {
            let refused = folder.write(name, b"x").expect_err(name);
            assert_eq!(refused, "a script writes to its own folder only");
        }
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let here = Folder::here();
        assert!(here.read("Cargo.toml").is_some());
        assert_eq!((here.read("src"), here.read("/dev/zero")), (None, None));
    }
}
