//! First in, first out queues threaded through the flights themselves, so that queueing allocates nothing.

use crate::workload::{FlightIndex, Flights};

/// A queue of flights, linked by their `next` field. A flight is in one queue at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fifo {
    head: FlightIndex,
    tail: FlightIndex,
    len: u32,
}

impl Default for Fifo {
    fn default() -> Self {
        Self {
            head: FlightIndex::NONE,
            tail: FlightIndex::NONE,
            len: 0,
        }
    }
}

impl Fifo {
    pub(crate) const fn len(&self) -> u32 {
        self.len
    }

    pub(crate) fn push(&mut self, flights: &mut Flights, flight: FlightIndex) {
        flights[flight].next = FlightIndex::NONE;
        match self.tail.some() {
            Some(tail) => flights[tail].next = flight,
            None => self.head = flight,
        }
        self.tail = flight;
        self.len += 1;
    }

    pub(crate) fn pop(&mut self, flights: &mut Flights) -> Option<FlightIndex> {
        let flight = self.head.some()?;
        self.head = flights[flight].next;
        if self.head.some().is_none() {
            self.tail = FlightIndex::NONE;
        }
        self.len -= 1;
        Some(flight)
    }
}
