//! The list of coming events, in the order (time, sequence): first in, first out among equal times.
//!
//! ```text
//!  now         slot ends      16 ms           1 s             67 s            72 min
//!   │ run, late │ 64 slots of   │ 64 buckets of │ 64 buckets of │ 64 buckets of │ far: heap
//!   │           │ 256 µs        │ 16 ms         │ 1 s           │ 67 s          │
//! ```
//!
//! A hierarchical timing wheel (Varghese and Lauck, 1987), exact to the microsecond: a slot is sorted when its time comes, and
//! the little that is still pushed into it afterwards goes through a heap. What comes later waits in a bucket for the price of
//! a push to one of few ends, which stay in the cache however many events wait. The order of events does not depend on where
//! they wait.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::marker::PhantomData;

use crate::SimTime;
use crate::heap::Heap;

/// log2 of a slot's width in microseconds: 256 µs.
const SLOT_BITS: u32 = 8;
/// log2 of the slots in a bucket, and of the buckets in one of the next level: their marks fit one word.
const FAN_BITS: u32 = 6;
const FAN: usize = 1 << FAN_BITS;
/// Slots, and three levels of buckets.
const LEVELS: usize = 4;
const SEQUENCE_BITS: u32 = 40;
const PAYLOAD_BITS: u32 = 40;

/// How many events [`EventList::preview`] shows at once: about as many misses as a processor can wait for together.
pub const SHOWN_AT_ONCE: usize = 16;
/// A slot with fewer events than this is not shown: so few instances are in the caches anyway.
const WORTH_SHOWING: usize = 8;

/// What an event is, small enough to travel with its time and sequence in one 128-bit word.
pub trait Payload: Copy {
    /// The event as at most 40 bits.
    fn to_bits(self) -> u64;
    /// The event again; only called with what `to_bits` gave.
    fn from_bits(bits: u64) -> Self;
}

/// Names one scheduled event. Its owner keeps it and compares when the event comes: an event whose ticket is no longer
/// remembered was cancelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticket(u64);

impl Ticket {
    /// The ticket of no event.
    pub const NONE: Self = Self(u64::MAX);

    /// The place of the event in the order of all events ever scheduled.
    #[must_use]
    pub const fn sequence(self) -> u64 {
        self.0
    }
}

/// One event that has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<E> {
    /// When.
    pub at: SimTime,
    /// The ticket given when it was scheduled.
    pub ticket: Ticket,
    /// What.
    pub event: E,
}

/// Coming events; see the module's head.
#[derive(Clone, Debug)]
pub struct EventList<E> {
    /// What was in the open slot when it was opened, last first.
    run: Vec<u128>,
    /// How many of these were not shown ahead yet.
    unshown: usize,
    /// What was pushed into the open slot since, or before it.
    late: Heap,
    /// The slot (time shifted by [`SLOT_BITS`]) up to which everything is in `run` and `late`.
    open: u64,
    levels: [Level; LEVELS],
    far: BinaryHeap<Reverse<u128>>,
    next_sequence: u64,
    payload: PhantomData<E>,
}

/// The slots or buckets after the open one, within the next larger bucket.
#[derive(Clone, Debug)]
struct Level {
    buckets: Vec<Vec<u128>>,
    /// A bit for each bucket that holds anything.
    marks: u64,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            buckets: vec![Vec::new(); FAN],
            marks: 0,
        }
    }
}

impl Level {
    #[inline]
    fn put(&mut self, place: usize, word: u128) {
        self.buckets[place].push(word);
        self.marks |= 1 << place;
    }

    fn len(&self) -> usize {
        self.buckets.iter().map(Vec::len).sum()
    }
}

impl<E: Payload> Default for EventList<E> {
    fn default() -> Self {
        Self {
            run: Vec::new(),
            unshown: 0,
            late: Heap::default(),
            open: 0,
            levels: Default::default(),
            far: BinaryHeap::new(),
            next_sequence: 0,
            payload: PhantomData,
        }
    }
}

impl<E: Payload> EventList<E> {
    /// Schedules `event`.
    ///
    /// # Panics
    /// If `at` is over eight years after the world's beginning, where the packed time ends.
    #[inline]
    pub fn push(&mut self, at: SimTime, event: E) -> Ticket {
        let (word, ticket) = self.pack(at, event);
        self.insert(word);
        ticket
    }

    /// Takes off the first event, if it comes no later than `until`.
    #[inline]
    pub fn pop_until(&mut self, until: SimTime) -> Option<Due<E>> {
        if self.run.is_empty() && self.late.is_empty() {
            self.settle(until.as_micros() >> SLOT_BITS);
        }
        let (run, late) = (self.run.last().copied(), self.late.first());
        let of_run = late.is_none_or(|late| run.is_some_and(|run| run < late));
        let first = if of_run { run? } else { late? };
        if time_of(first) > until {
            return None;
        }
        if of_run {
            self.run.pop();
        } else {
            self.late.pop();
        }
        Some(unpack(first))
    }

    /// Whether [`Self::preview`] has events to show.
    #[inline]
    #[must_use]
    pub fn has_preview(&self) -> bool {
        self.unshown > 0 && self.unshown >= self.run.len()
    }

    /// The next few events of a slot with many, each of them shown once, soon before it comes: their owner can fetch what
    /// they need from memory for all of them together, instead of waiting for each in turn.
    pub fn preview(&mut self) -> impl Iterator<Item = E> {
        let end = self.unshown.min(self.run.len());
        self.unshown = end.saturating_sub(SHOWN_AT_ONCE);
        let shown = &self.run[self.unshown..end];
        shown.iter().map(|word| unpack(*word).event)
    }

    /// How many events wait.
    #[must_use]
    pub fn len(&self) -> usize {
        let in_levels: usize = self.levels.iter().map(Level::len).sum();
        self.run.len() + self.late.len() + in_levels + self.far.len()
    }

    /// Whether no event waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn pack(&mut self, at: SimTime, event: E) -> (u128, Ticket) {
        let micros = at.as_micros();
        assert!(
            micros >> 48 == 0,
            "an event at {at} lies beyond the end of model time"
        );
        let sequence = self.next_sequence;
        self.next_sequence += 1;
        let low = (u128::from(sequence) << PAYLOAD_BITS) | u128::from(event.to_bits());
        (
            (u128::from(micros) << (SEQUENCE_BITS + PAYLOAD_BITS)) | low,
            Ticket(sequence),
        )
    }

    #[inline]
    fn insert(&mut self, word: u128) {
        let slot = slot_of(word);
        if slot <= self.open {
            return self.late.push(word);
        }
        // The largest bucket that lies between it and the open slot.
        let level = (slot ^ self.open).ilog2() / FAN_BITS;
        match self.levels.get_mut(level as usize) {
            Some(found) => found.put((slot >> (level * FAN_BITS)) as usize % FAN, word),
            None => self.far.push(Reverse(word)),
        }
    }

    /// Opens slots until one holds something, but none that begins after the slot `until`.
    #[inline(never)]
    fn settle(&mut self, until: u64) {
        while self.run.is_empty() && self.late.is_empty() {
            let Some(level) = self.levels.iter().position(|level| level.marks != 0) else {
                if !self.reach_far(until) {
                    return;
                }
                continue;
            };
            if !self.open_bucket(level, until) {
                return;
            }
        }
    }

    /// Opens the first bucket of a level that holds anything, if it begins no later than `until`.
    fn open_bucket(&mut self, level: usize, until: u64) -> bool {
        let marks = self.levels[level].marks;
        let place = marks.trailing_zeros();
        let shift = level as u32 * FAN_BITS;
        let begins = ((self.open >> shift >> FAN_BITS << FAN_BITS) | u64::from(place)) << shift;
        if begins > until {
            return false;
        }
        self.open = begins;
        self.levels[level].marks = marks & (marks - 1);
        let mut words = std::mem::take(&mut self.levels[level].buckets[place as usize]);
        if level == 0 {
            words.sort_unstable_by(|one, other| other.cmp(one));
            std::mem::swap(&mut self.run, &mut words);
            self.unshown = if self.run.len() < WORTH_SHOWING {
                0
            } else {
                self.run.len()
            };
        } else {
            words.drain(..).for_each(|word| self.insert(word));
        }
        self.levels[level].buckets[place as usize] = words; // keeps its room for the next round
        true
    }

    /// Takes in what is too far away for any bucket, if the first of it comes no later than `until`.
    #[cold]
    fn reach_far(&mut self, until: u64) -> bool {
        const WHOLE: u32 = LEVELS as u32 * FAN_BITS;
        let Some(Reverse(first)) = self.far.peek() else {
            return false;
        };
        let begins = slot_of(*first) >> WHOLE << WHOLE;
        if begins > until {
            return false;
        }
        self.open = begins;
        while let Some(&Reverse(word)) = self.far.peek()
            && slot_of(word) >> WHOLE << WHOLE == begins
        {
            self.far.pop();
            self.insert(word);
        }
        true
    }
}

const fn slot_of(word: u128) -> u64 {
    (word >> (SEQUENCE_BITS + PAYLOAD_BITS + SLOT_BITS)) as u64
}

const fn time_of(word: u128) -> SimTime {
    SimTime::from_micros((word >> (SEQUENCE_BITS + PAYLOAD_BITS)) as u64)
}

fn unpack<E: Payload>(word: u128) -> Due<E> {
    let ticket = Ticket((word >> PAYLOAD_BITS) as u64 & ((1 << SEQUENCE_BITS) - 1));
    Due {
        at: time_of(word),
        ticket,
        event: E::from_bits(word as u64 & ((1 << PAYLOAD_BITS) - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Number(u32);

    impl Payload for Number {
        fn to_bits(self) -> u64 {
            self.0.into()
        }
        fn from_bits(bits: u64) -> Self {
            Self(u32::try_from(bits).expect("packed from a u32"))
        }
    }

    fn drain(list: &mut EventList<Number>) -> Vec<(u64, u32)> {
        let next = || {
            list.pop_until(SimTime::NEVER)
                .map(|due| (due.at.as_micros(), due.event.0))
        };
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn equal_times_come_in_the_order_of_scheduling() {
        let mut list = EventList::default();
        for number in [3, 1, 2] {
            list.push(SimTime::from_secs(5), Number(number));
        }
        assert_eq!(drain(&mut list), [(5_000_000, 3), (5_000_000, 1), (5_000_000, 2)]);
    }

    #[test]
    fn all_levels_give_one_order() {
        let mut list = EventList::default();
        let mut draw = Seed(1).draw(crate::Stream::named("test"), 0, 0);
        const SPANS: [u64; 6] = [200, 10_000, 900_000, 60_000_000, 4_000_000_000, 90_000_000_000];
        let times: Vec<u64> = (0..6_000).map(|n| draw.below(SPANS[n % SPANS.len()])).collect();
        for (number, &at) in (0..).zip(&times) {
            list.push(SimTime::from_micros(at), Number(number));
        }
        assert_eq!(list.len(), times.len());
        let mut expected: Vec<(u64, u32)> = times.into_iter().zip(0..).collect();
        expected.sort_unstable();
        assert_eq!(drain(&mut list), expected);
        assert!(list.is_empty());
    }

    /// Against a sorted list, with pushes between the pops as a run makes them.
    #[test]
    fn pushes_between_pops_keep_the_order() {
        let mut list = EventList::default();
        let mut expected = std::collections::BTreeSet::new();
        let mut draw = Seed(2).draw(crate::Stream::named("test"), 0, 0);
        let mut now = 0;
        for number in 0..20_000_u32 {
            let (reach, step) = (draw.below(34), draw.below(24));
            let at = now + draw.below(1 << reach);
            list.push(SimTime::from_micros(at), Number(number));
            expected.insert((at, number));
            let until = now + draw.below(1 << step);
            while let Some(due) = list.pop_until(SimTime::from_micros(until)) {
                assert_eq!(expected.pop_first(), Some((due.at.as_micros(), due.event.0)));
            }
            assert!(expected.first().is_none_or(|&(at, _)| at > until));
            now = until;
        }
        assert_eq!(list.len(), expected.len());
    }

    #[test]
    fn every_event_of_a_full_slot_is_shown_once_before_it_comes() {
        let mut list = EventList::default();
        for number in 0..100 {
            list.push(SimTime::from_micros(1_000), Number(number));
        }
        let (mut shown, mut come) = (0, 0);
        while let Some(due) = list.pop_until(SimTime::NEVER) {
            come += 1;
            if list.has_preview() {
                let mut numbers: Vec<u32> = list.preview().map(|event| event.0).collect();
                numbers.reverse();
                assert_eq!(numbers[0], due.event.0 + 1, "the very next ones");
                shown += numbers.len();
            }
        }
        assert_eq!((shown, come), (99, 100), "all but the one that opened the slot");
    }

    #[test]
    fn few_events_are_not_worth_showing() {
        let mut list = EventList::default();
        for number in 0..WORTH_SHOWING as u32 - 1 {
            list.push(SimTime::from_micros(1_000), Number(number));
        }
        while list.pop_until(SimTime::NEVER).is_some() {
            assert!(!list.has_preview());
        }
    }

    #[test]
    fn nothing_comes_before_its_time() {
        let mut list = EventList::default();
        list.push(SimTime::from_secs(30), Number(0));
        assert_eq!(list.pop_until(SimTime::from_secs(29)), None);
        assert!(list.pop_until(SimTime::from_secs(30)).is_some());
        assert_eq!(list.pop_until(SimTime::NEVER), None);
    }
}
