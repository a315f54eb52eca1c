//! What a terminal has printed, as much of it as is kept.

use std::collections::VecDeque;
use std::rc::Rc;

use des::SimTime;

use crate::terminal::{By, Entry, Link, Meant};

/// Entries that are kept.
const ENTRIES: usize = 200;
/// Bytes that are kept of what one command printed. A page of more is slow to lay out, and nobody reads it.
const OUTPUT: usize = 64 * 1024;
/// Bytes that are kept in all.
const ALL: usize = 1024 * 1024;

/// Entries, oldest first.
#[derive(Default)]
pub(super) struct Scrollback {
    entries: VecDeque<Rc<Entry>>,
    /// How many there have ever been.
    count: u64,
    bytes: usize,
    version: u64,
    shown: Option<Rc<[Rc<Entry>]>>,
}

/// What an entry says.
pub(super) struct Text<'a> {
    pub(super) command: &'a str,
    pub(super) output: String,
    pub(super) error: &'a str,
}

impl Scrollback {
    pub(super) fn push(
        &mut self,
        at: SimTime,
        by: By,
        text: Text<'_>,
        exit: u8,
        mut links: Vec<Link>,
        meant: Option<Meant>,
    ) {
        let (output, cut) = head(&text.output);
        links.retain(|link| link.place.end <= output.len());
        let entry = Entry {
            number: self.count,
            at,
            by,
            command: text.command.into(),
            output: output.into(),
            cut,
            error: text.error.into(),
            exit,
            links: links.into(),
            meant,
        };
        self.bytes += size(&entry);
        self.entries.push_back(Rc::new(entry));
        self.count += 1;
        self.forget();
        self.changed();
    }

    /// Keeps nothing.
    pub(super) fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
        self.changed();
    }

    /// All that are kept, shared as long as nothing is added.
    pub(super) fn entries(&mut self) -> Rc<[Rc<Entry>]> {
        let entries = &self.entries;
        self.shown
            .get_or_insert_with(|| entries.iter().cloned().collect())
            .clone()
    }

    /// How many are kept no more.
    pub(super) fn forgotten(&self) -> u64 {
        self.count - self.entries.len() as u64
    }

    /// Changes with the entries.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    fn forget(&mut self) {
        while self.entries.len() > ENTRIES || self.bytes > ALL {
            let Some(oldest) = self.entries.pop_front() else {
                return;
            };
            self.bytes -= size(&oldest);
        }
    }

    fn changed(&mut self) {
        self.version += 1;
        self.shown = None;
    }
}

fn size(entry: &Entry) -> usize {
    entry.command.len() + entry.output.len() + entry.error.len()
}

/// The beginning of what was printed, whole lines if it has any, and how many bytes follow.
fn head(output: &str) -> (&str, usize) {
    if output.len() <= OUTPUT {
        return (output, 0);
    }
    let most = output.floor_char_boundary(OUTPUT);
    let end = output[..most].rfind('\n').map_or(most, |at| at + 1);
    (&output[..end], output.len() - end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn push(log: &mut Scrollback, output: String) {
        let text = Text {
            command: "sandbox now",
            output,
            error: "",
        };
        log.push(SimTime::ZERO, By::Typed, text, 0, Vec::new(), None);
    }

    #[test]
    fn old_entries_make_room_for_new_ones() {
        let mut log = Scrollback::default();
        (0..ENTRIES + 5).for_each(|_| push(&mut log, "x".to_owned()));
        assert_eq!((log.entries().len(), log.forgotten()), (ENTRIES, 5));
        assert_eq!(log.entries()[0].number, 5);
        (0..40).for_each(|_| push(&mut log, "x".repeat(OUTPUT)));
        assert!(log.entries().len() < 20 && log.bytes <= ALL, "{}", log.bytes);
        log.clear();
        assert_eq!((log.entries().len(), log.forgotten()), (0, ENTRIES as u64 + 45));
    }

    #[test]
    fn of_a_long_output_the_beginning_is_kept_by_whole_lines() {
        let mut log = Scrollback::default();
        push(&mut log, "äöü\n".repeat(OUTPUT));
        let entry = log.entries()[0].clone();
        assert!(entry.output.len() <= OUTPUT && entry.output.ends_with("ü\n"));
        assert_eq!(entry.output.len() + entry.cut, 7 * OUTPUT);
    }
}
