//! Looking ahead, for speed alone: what the next events will need is read once beforehand, for several events together, so
//! that the processor waits for memory once and not for each in turn. Nothing is decided or changed by it. With 4,096
//! instances the flights are many times as large as the caches.

use std::hint::black_box;

use des::SHOWN_AT_ONCE;

use crate::app::Station;
use crate::event::Event;
use crate::workload::{FlightIndex, Workload};

impl Workload {
    /// Reads what `coming` will need.
    pub(crate) fn fetch(&self, coming: impl Iterator<Item = Event>, stations: &[Station]) {
        let mut flights = [FlightIndex::NONE; SHOWN_AT_ONCE];
        let mut places = flights.iter_mut();
        let mut seen = 0;
        for event in coming {
            match event {
                Event::CpuDone(flight) | Event::DependencyDone(flight) => {
                    seen ^= self.flights.fetch(flight);
                    if let Some(place) = places.next() {
                        *place = flight;
                    }
                }
                Event::PauseOver(pause) => seen ^= self.pauses.fetch(pause),
                _ => {}
            }
        }
        for flight in flights.into_iter().filter_map(FlightIndex::some) {
            if let Some(target) = self.flights[flight].target.some() {
                seen ^= stations[target.index()].fetch();
            }
        }
        black_box(seen);
    }
}
