//! The files that stand beside a lesson, for its scripts.

use std::collections::BTreeMap;
use std::sync::Arc;

use shell::Files;

/// Files by name. A copy shares them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonFiles {
    files: Arc<BTreeMap<String, Vec<u8>>>,
}

impl LessonFiles {
    /// These files.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self {
            files: Arc::new(files.into_iter().collect()),
        }
    }
}

impl Files for LessonFiles {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.files.get(name).cloned()
    }

    fn write(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), String> {
        Err("a lesson writes no files".to_owned())
    }
}
