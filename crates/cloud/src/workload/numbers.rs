//! The newest requests by the order in which they were sent: where to look for each.

use des::Log;

use crate::workload::office::YOU;
use crate::workload::{FlightIndex, OfficeIndex};

/// How many of the newest requests can be found by number; a power of two.
pub const NUMBERS_KEPT: usize = 1 << 17;
/// How many of the learner's own requests are remembered by number.
const OWN_KEPT: usize = 1_000;

/// Where a request is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In flight, in this slot.
    InFlight(FlightIndex),
    /// Finished: the record with this number, if it is still kept.
    Ended(u64),
}

/// A ring over the newest requests; a number is 1 more than how many were sent before.
#[derive(Clone, Debug)]
pub struct Numbers {
    ring: Vec<Whereabouts>,
    newest: u64,
    /// The numbers of the learner's own requests, oldest first.
    pub own: Log<u64>,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            ring: Vec::new(),
            newest: 0,
            own: Log::bounded(OWN_KEPT),
        }
    }
}

impl Numbers {
    /// The number of the newest request; 0 before the first.
    #[must_use]
    pub const fn newest(&self) -> u64 {
        self.newest
    }

    /// Where the request with this number is, if it is one of the newest.
    #[must_use]
    pub fn find(&self, number: u64) -> Option<Whereabouts> {
        let known = number > 0 && number <= self.newest && self.newest - number < NUMBERS_KEPT as u64;
        known.then(|| self.ring[place(number)])
    }

    pub(crate) fn sent(&mut self, number: u64, flight: FlightIndex, office: OfficeIndex) {
        self.newest = number;
        let whereabouts = Whereabouts::InFlight(flight);
        match self.ring.get_mut(place(number)) {
            Some(entry) => *entry = whereabouts,
            None => self.ring.push(whereabouts),
        }
        if office == YOU {
            self.own.push(number);
        }
    }

    pub(crate) fn ended(&mut self, number: u64, record: u64) {
        if self.newest - number < NUMBERS_KEPT as u64 {
            self.ring[place(number)] = Whereabouts::Ended(record);
        }
    }
}

/// Numbers begin at 1 and fill the ring from its first place on.
const fn place(number: u64) -> usize {
    (number as usize - 1) % NUMBERS_KEPT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_requests_are_found_and_older_ones_are_not() {
        let mut numbers = Numbers::default();
        for number in 1..=NUMBERS_KEPT as u64 + 10 {
            numbers.sent(number, FlightIndex(number as u32), OfficeIndex(0));
        }
        numbers.ended(20, 7);
        numbers.ended(5, 8);
        assert_eq!(numbers.find(20), Some(Whereabouts::Ended(7)));
        assert_eq!(numbers.find(21), Some(Whereabouts::InFlight(FlightIndex(21))));
        for unknown in [0, 10, NUMBERS_KEPT as u64 + 11] {
            assert_eq!(numbers.find(unknown), None);
        }
        assert_eq!(numbers.own.len(), 0);
    }
}
