//! Lessons that do not stand beside the page: chosen from a disk, or fetched from an address. Whatever they are, they are
//! read as bounded text and nothing else.

mod bounded;
mod chosen;
mod fetched;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub use self::chosen::chosen;
pub use self::fetched::fetched;
use crate::components::error_page::Fault;
use crate::text::player_text;

/// The longest `lesson.json`, in bytes.
pub const LONGEST_JSON: usize = lesson::FILE_BYTES;
/// The longest prose, in bytes.
pub const LONGEST_PROSE: usize = 512 * 1024;
/// The longest other file, in bytes: what EC2 takes as user data is 16 kB.
pub const LONGEST_OTHER: usize = 64 * 1024;
/// Most other files.
pub const MOST_OTHERS: usize = 8;

/// A lesson's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// Where they come from, in words.
    pub from: String,
    /// Name and text of `lesson.json`.
    pub json: (String, String),
    /// Name and text of its English prose.
    pub prose: (String, String),
    /// Names and texts of what its scripts read.
    pub others: Vec<(String, String)>,
}

thread_local! {
    static HANDED: RefCell<Option<Rc<Handed>>> = const { RefCell::new(None) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// Hands files over to the page that plays them; says how many times that was done, to tell them apart.
pub fn hand_over(files: Handed) -> u32 {
    HANDED.set(Some(Rc::new(files)));
    COUNT.set(COUNT.get() + 1);
    COUNT.get()
}

/// What was handed over last.
#[must_use]
pub fn handed() -> Option<Rc<Handed>> {
    HANDED.with_borrow(Clone::clone)
}

/// Something is wrong with a file as a whole.
fn fault(file: &str, code: &'static str, reason: impl Into<Rc<str>>, fix: &'static str) -> Fault {
    Fault {
        file: file.into(),
        pointer: player_text().error.whole_file.into(),
        code: code.into(),
        reason: reason.into(),
        fix: fix.into(),
    }
}

/// Bytes as text.
fn text_of(file: &str, bytes: Vec<u8>) -> Result<String, Fault> {
    let words = &player_text().play;
    String::from_utf8(bytes).map_err(|_| fault(file, "not-text", words.not_text, words.not_text_fix))
}

fn too_large(file: &str, most: usize) -> Fault {
    let words = &player_text().play;
    fault(
        file,
        "too-large",
        (words.too_large)(most / 1024),
        words.too_large_fix,
    )
}
