//! Append-only history that clones cheaply: full chunks are shared between clones.

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};

use crate::Digest;

/// Entries in a chunk.
const CHUNK: usize = 256;

/// Entries in the order they came, numbered from zero for ever; a bounded log forgets its oldest chunks.
#[derive(Clone, Debug)]
pub struct Log<T> {
    full: VecDeque<Arc<Chunk<T>>>,
    open: Vec<T>,
    /// The number of the first entry that is still kept.
    first: u64,
    keep: usize,
}

/// As many entries as a chunk has: they never change.
#[derive(Debug)]
struct Chunk<T> {
    entries: Vec<T>,
    /// Of the entries, once somebody has asked.
    digest: OnceLock<u64>,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self::bounded(usize::MAX)
    }
}

impl<T> Log<T> {
    /// A log that keeps at least its newest `keep` entries, and at most two chunks more.
    #[must_use]
    pub fn bounded(keep: usize) -> Self {
        Self {
            full: VecDeque::new(),
            open: Vec::with_capacity(CHUNK),
            first: 0,
            keep,
        }
    }

    /// Appends; returns the entry's number.
    pub fn push(&mut self, entry: T) -> u64 {
        if self.open.len() == CHUNK {
            self.close_chunk();
        }
        self.open.push(entry);
        self.end() - 1
    }

    /// How many entries were ever pushed: the number that the next one will get.
    #[must_use]
    pub fn end(&self) -> u64 {
        self.first + self.len() as u64
    }

    /// The number of the first entry still kept.
    #[must_use]
    pub fn start(&self) -> u64 {
        self.first
    }

    /// How many entries are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.full.len() * CHUNK + self.open.len()
    }

    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry numbered `number`, if it is kept.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<&T> {
        let offset = usize::try_from(number.checked_sub(self.first)?).ok()?;
        match self.full.get(offset / CHUNK) {
            Some(chunk) => chunk.entries.get(offset % CHUNK),
            None => self.open.get(offset - self.full.len() * CHUNK),
        }
    }

    /// The newest entry.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.open.last().or_else(|| self.full.back()?.entries.last())
    }

    /// The kept entries from number `number` on, oldest first.
    pub fn from(&self, number: u64) -> impl DoubleEndedIterator<Item = &T> {
        let skip = usize::try_from(number.saturating_sub(self.first))
            .unwrap_or(usize::MAX)
            .min(self.len());
        let (chunks, within) = (skip / CHUNK, skip % CHUNK);
        let full = self
            .full
            .iter()
            .skip(chunks)
            .enumerate()
            .flat_map(move |(index, chunk)| chunk.entries[if index == 0 { within } else { 0 }..].iter());
        let open_from = if chunks >= self.full.len() {
            skip - self.full.len() * CHUNK
        } else {
            0
        };
        full.chain(self.open[open_from..].iter())
    }

    /// All kept entries, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.from(self.first)
    }

    /// Takes all kept entries into a digest, each by `add`, which must be the same every time: a full chunk is gone through
    /// once.
    pub fn add_to(&self, digest: &mut Digest, add: impl Fn(&mut Digest, &T)) {
        for chunk in &self.full {
            digest.add(*chunk.digest.get_or_init(|| {
                let mut of_chunk = Digest::default();
                chunk.entries.iter().for_each(|entry| add(&mut of_chunk, entry));
                of_chunk.value()
            }));
        }
        self.open.iter().for_each(|entry| add(digest, entry));
    }

    #[cold]
    #[inline(never)]
    fn close_chunk(&mut self) {
        let room = self.forget().unwrap_or_else(|| Vec::with_capacity(CHUNK));
        let entries = std::mem::replace(&mut self.open, room);
        self.full.push_back(Arc::new(Chunk {
            entries,
            digest: OnceLock::new(),
        }));
    }

    /// Drops the oldest chunk if enough stays without it; its room is used again unless a clone still reads it.
    fn forget(&mut self) -> Option<Vec<T>> {
        if self.len() - self.full.front()?.entries.len() < self.keep {
            return None;
        }
        let oldest = self.full.pop_front()?;
        self.first += oldest.entries.len() as u64;
        let mut room = Arc::into_inner(oldest)?.entries;
        room.clear();
        Some(room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_their_numbers() {
        let mut log = Log::default();
        for entry in 0..1_000_u64 {
            assert_eq!(log.push(entry), entry);
        }
        assert_eq!(log.get(999), Some(&999));
        assert_eq!(log.get(255), Some(&255));
        assert_eq!(log.get(1_000), None);
        for from in [0, 1, 255, 256, 257, 767, 768, 999, 1_000, 5_000] {
            assert!(log.from(from).copied().eq(from..1_000), "from {from}");
        }
        assert!(log.iter().rev().copied().eq((0..1_000).rev()));
    }

    #[test]
    fn a_bounded_log_forgets_the_oldest_and_no_more() {
        let mut log = Log::bounded(1_000);
        for entry in 0..10_000_u64 {
            log.push(entry);
            assert!(log.len() >= usize::try_from(entry + 1).unwrap().min(1_000));
            assert!(log.len() <= 1_000 + 2 * CHUNK);
            assert_eq!(log.last(), Some(&entry));
        }
        assert_eq!(log.get(log.start()), Some(&log.start()));
        assert_eq!(log.get(0), None);
        assert_eq!(log.end(), 10_000);
    }

    #[test]
    fn a_digest_tells_every_entry_and_which_are_kept() {
        let digest = |log: &Log<u64>| {
            let mut digest = Digest::default();
            log.add_to(&mut digest, |digest, entry| digest.add(*entry));
            digest.value()
        };
        let mut log: Log<u64> = Log::bounded(1_000);
        let mut other = Log::bounded(1_000);
        for entry in 0..3_000 {
            log.push(entry);
            other.push(if entry == 2_500 { 7 } else { entry });
            if entry % 100 == 0 || entry >= 2_500 {
                assert_eq!(digest(&log), digest(&log.clone()));
                assert_eq!(digest(&log) == digest(&other), entry < 2_500, "{entry}");
            }
        }
        let before = digest(&log);
        log.push(1);
        assert_ne!(digest(&log), before);
    }

    #[test]
    fn a_clone_goes_its_own_way() {
        let mut log: Log<u64> = Log::bounded(300);
        for entry in 0..600 {
            log.push(entry);
        }
        let before = log.clone();
        for _ in 0..600 {
            log.push(7);
        }
        assert!(before.iter().copied().eq(before.start()..600));
    }
}
