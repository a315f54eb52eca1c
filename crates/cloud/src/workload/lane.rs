//! The ways between the offices and the Region: what enters first leaves first.

use std::collections::VecDeque;

use des::{SHOWN_AT_ONCE, SimTime};

use crate::workload::{FlightIndex, Flights, OFFICES, OfficeIndex};

/// A way that packets take between an office and the Region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// From the office.
    Out(OfficeIndex),
    /// To the office.
    Back(OfficeIndex),
}

/// All lanes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lanes {
    out: [Packets; OFFICES],
    back: [Packets; OFFICES],
}

/// The packets on one lane, in a queue of their own and not linked through the flights: the next to come are then known
/// without a look at any flight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packets {
    queue: VecDeque<(SimTime, FlightIndex)>,
    /// How many from the front are being fetched already.
    fetched: usize,
}

impl Lanes {
    pub(crate) fn packets_mut(&mut self, lane: Lane) -> &mut Packets {
        match lane {
            Lane::Out(office) => &mut self.out[office.0 as usize],
            Lane::Back(office) => &mut self.back[office.0 as usize],
        }
    }
}

impl Packets {
    /// Lets a packet in that leaves at `end`. Returns whether it is the only one.
    pub(crate) fn enter(&mut self, end: SimTime, flight: FlightIndex) -> bool {
        self.queue.push_back((end, flight));
        self.queue.len() == 1
    }

    /// Lets the first packet out.
    pub(crate) fn leave(&mut self) -> Option<FlightIndex> {
        let (_, flight) = self.queue.pop_front()?;
        self.fetched = self.fetched.saturating_sub(1);
        Some(flight)
    }

    /// When the first packet leaves.
    pub(crate) fn next_end(&self) -> Option<SimTime> {
        self.queue.front().map(|(end, _)| *end)
    }

    /// Fetches the flights of the packets that leave next from memory, once for each and several together.
    pub(crate) fn fetch(&mut self, flights: &Flights) {
        if self.fetched > 0 {
            return;
        }
        let next = self.queue.iter().take(SHOWN_AT_ONCE);
        self.fetched = next.len();
        std::hint::black_box(next.fold(0, |seen, (_, flight)| seen ^ flights.fetch(*flight)));
    }
}
