//! The list of coming events, in the order (time, sequence): first in, first out among equal times.
//!
//! ```text
//!  now        open slot ends        open bucket ends             16.8 s later
//!   │ near: 4-ary heap │ slots of 256 µs, unsorted │ wheel: 1,024 buckets of 16 ms, unsorted │ far: heap
//! ```
//!
//! A small heap is a fast heap, and one slot's worth is small however many instances there are; what comes later waits in a
//! slot or a bucket for the price of a push. The order of events does not depend on where they wait.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::marker::PhantomData;

use crate::SimTime;
use crate::heap::Heap;

/// log2 of a slot's width in microseconds: 256 µs.
const SLOT_BITS: u32 = 8;
/// log2 of the slots in a bucket, whose width is 16.384 ms: their marks fit one word.
const SLOTS_BITS: u32 = 6;
const SLOTS: usize = 1 << SLOTS_BITS;
/// Buckets in the wheel; a power of two. Together they span 16.8 s.
const BUCKETS: usize = 1024;
const SEQUENCE_BITS: u32 = 40;
const PAYLOAD_BITS: u32 = 40;

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
    near: Heap,
    /// The top of `near` was taken and its place is a gap: most events schedule another one, which then goes there and
    /// saves a pop.
    taken: bool,
    /// The slot (time shifted by [`SLOT_BITS`]) up to which everything is in `near`.
    open: u64,
    /// The later slots of the open bucket.
    slots: Vec<Vec<u128>>,
    in_slots: usize,
    /// A bit for each slot that holds anything.
    marks: u64,
    wheel: Vec<Vec<u128>>,
    in_wheel: usize,
    far: BinaryHeap<Reverse<u128>>,
    next_sequence: u64,
    payload: PhantomData<E>,
}

impl<E: Payload> Default for EventList<E> {
    fn default() -> Self {
        Self {
            near: Heap::default(),
            taken: false,
            open: 0,
            slots: vec![Vec::new(); SLOTS],
            in_slots: 0,
            marks: 0,
            wheel: vec![Vec::new(); BUCKETS],
            in_wheel: 0,
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
    pub fn push(&mut self, at: SimTime, event: E) -> Ticket {
        let (word, ticket) = self.pack(at, event);
        if self.taken && slot_of(word) <= self.open {
            self.taken = false;
            self.near.replace_first(word);
        } else {
            self.insert(word);
        }
        ticket
    }

    /// When the first event comes, if any waits.
    pub fn next_at(&mut self) -> Option<SimTime> {
        self.close_gap();
        if self.near.first().is_none() {
            self.open_next_slot();
        }
        self.near.first().map(time_of)
    }

    /// Takes off the first event, if it comes no later than `until`.
    pub fn pop_until(&mut self, until: SimTime) -> Option<Due<E>> {
        if self.next_at()? > until {
            return None;
        }
        self.taken = true;
        self.near.first().map(unpack)
    }

    /// How many events wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.near.len() + self.in_slots + self.in_wheel + self.far.len() - usize::from(self.taken)
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

    fn close_gap(&mut self) {
        if self.taken {
            self.taken = false;
            self.near.pop();
        }
    }

    #[inline]
    fn insert(&mut self, word: u128) {
        let (slot, open) = (slot_of(word), self.open);
        if slot <= open {
            self.near.push(word);
        } else if bucket_of(slot) == bucket_of(open) {
            self.put_in_slot(slot, word);
        } else if bucket_of(slot) - bucket_of(open) < BUCKETS as u64 {
            self.wheel[index_of(bucket_of(slot))].push(word);
            self.in_wheel += 1;
        } else {
            self.far.push(Reverse(word));
        }
    }

    #[inline]
    fn put_in_slot(&mut self, slot: u64, word: u128) {
        let place = slot as usize % SLOTS;
        self.slots[place].push(word);
        self.in_slots += 1;
        self.marks |= 1 << place;
    }

    /// Moves the next slot that holds anything into the heap.
    #[inline(never)]
    fn open_next_slot(&mut self) {
        if self.marks == 0 {
            self.open_next_bucket();
        }
        if self.marks == 0 {
            return;
        }
        let place = self.marks.trailing_zeros();
        self.marks &= self.marks - 1;
        self.open = (bucket_of(self.open) << SLOTS_BITS) + u64::from(place);
        let words = &mut self.slots[place as usize];
        self.in_slots -= words.len();
        words.drain(..).for_each(|word| self.near.push(word));
    }

    /// Spreads the next bucket that holds anything over the slots.
    #[cold]
    fn open_next_bucket(&mut self) {
        let Some(bucket) = self.next_bucket() else { return };
        self.open = bucket << SLOTS_BITS;
        let mut words = std::mem::take(&mut self.wheel[index_of(bucket)]);
        self.in_wheel -= words.len();
        for word in words.drain(..) {
            self.put_in_slot(slot_of(word), word);
        }
        self.wheel[index_of(bucket)] = words; // keeps its room for the next round
        while let Some(Reverse(word)) = self.far.peek().copied() {
            match bucket_of(slot_of(word)) - bucket {
                0 => self.put_in_slot(slot_of(word), word),
                1..BUCKETS_U64 => self.insert(word),
                _ => break,
            }
            self.far.pop();
        }
    }

    fn next_bucket(&self) -> Option<u64> {
        let far = self.far.peek().map(|Reverse(word)| bucket_of(slot_of(*word)));
        if self.in_wheel == 0 {
            return far;
        }
        // Everything in the wheel comes before everything in `far`.
        let open = bucket_of(self.open);
        (open + 1..open + BUCKETS_U64).find(|&bucket| !self.wheel[index_of(bucket)].is_empty())
    }
}

const BUCKETS_U64: u64 = BUCKETS as u64;

const fn slot_of(word: u128) -> u64 {
    (word >> (SEQUENCE_BITS + PAYLOAD_BITS + SLOT_BITS)) as u64
}

const fn bucket_of(slot: u64) -> u64 {
    slot >> SLOTS_BITS
}

const fn time_of(word: u128) -> SimTime {
    SimTime::from_micros((word >> (SEQUENCE_BITS + PAYLOAD_BITS)) as u64)
}

const fn index_of(bucket: u64) -> usize {
    (bucket % BUCKETS as u64) as usize
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
    fn near_wheel_and_far_give_one_order() {
        let mut list = EventList::default();
        let mut draw = Seed(1).draw(crate::Stream::named("test"), 0, 0);
        let times: Vec<u64> = (0..5_000)
            .map(|n| draw.below(if n % 7 == 0 { 90_000_000 } else { 60_000 }))
            .collect();
        for (number, &at) in (0..).zip(&times) {
            list.push(SimTime::from_micros(at), Number(number));
        }
        let mut expected: Vec<(u64, u32)> = times.into_iter().zip(0..).collect();
        expected.sort_unstable();
        assert_eq!(drain(&mut list), expected);
        assert!(list.is_empty());
    }

    #[test]
    fn what_is_pushed_into_the_gap_of_a_taken_event_keeps_the_order() {
        for later in [1, 10_000, 100_000_000] {
            let mut list = EventList::default();
            list.push(SimTime::ZERO, Number(0));
            list.push(SimTime::from_micros(9_000), Number(1));
            assert!(list.pop_until(SimTime::ZERO).is_some());
            assert_eq!(list.len(), 1);
            list.push(SimTime::from_micros(later), Number(2));
            assert_eq!(list.len(), 2);
            let mut expected = vec![(9_000, 1), (later, 2)];
            expected.sort_unstable();
            assert_eq!(drain(&mut list), expected);
        }
    }

    #[test]
    fn nothing_comes_before_its_time() {
        let mut list = EventList::default();
        list.push(SimTime::from_secs(30), Number(0));
        assert_eq!(list.pop_until(SimTime::from_secs(29)), None);
        assert_eq!(list.next_at(), Some(SimTime::from_secs(30)));
        assert!(list.pop_until(SimTime::from_secs(30)).is_some());
        assert_eq!(list.next_at(), None);
    }
}
