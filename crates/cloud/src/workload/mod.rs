//! The employees and their requests.

mod arrivals;
mod clients;
mod fetch;
mod flight;
mod journey;
mod lane;
mod numbers;
mod office;
mod outcome;
mod record;
mod traffic;
mod truth;
mod visit;

use des::Seed;

use crate::fact::FactId;

pub use clients::{Clients, Endpoint, resolve};
pub use flight::{Flight, FlightIndex, Flights, Hop, Phase};
pub use numbers::{NUMBERS_KEPT, Numbers, Whereabouts};
pub use office::{ALL_OFFICES, OFFICES, Office, OfficeIndex, YOU};
pub use outcome::Outcome;
pub use record::{RECORDS_KEPT, Record, RequestId};
pub use traffic::{Profile, Traffic};
pub use truth::{
    Counts, LastMinute, MINUTES_KEPT, Minute, Percentiles, SECONDS_KEPT, SLOW, Span, TARGET_ROWS_KEPT,
    TargetMinute, Truth,
};

pub(crate) use arrivals::Arrivals;
pub(crate) use lane::Lane;
use lane::Lanes;
pub(crate) use visit::{PauseIndex, Pauses};

/// Everything about employees and their requests that is not yet history.
#[derive(Clone, Debug)]
pub struct Workload {
    /// How much they send.
    pub traffic: Traffic,
    /// Where they send it.
    pub clients: Clients,
    /// The requests in flight.
    pub flights: Flights,
    /// Which request has which number.
    pub numbers: Numbers,
    /// Failed requests that were aimed at no instance, by office.
    pub failed_at_office: [u64; OFFICES],
    /// The newest fact about what the employees do: why there are requests at all.
    pub(crate) cause: FactId,
    pub(crate) arrivals: [Arrivals; OFFICES],
    pub(crate) lanes: Lanes,
    pub(crate) pauses: Pauses,
    pub(crate) timeout_armed: bool,
}

impl Workload {
    pub(crate) fn new(seed: Seed) -> Self {
        Self {
            traffic: Traffic::NONE,
            clients: Clients::default(),
            flights: Flights::default(),
            numbers: Numbers::default(),
            failed_at_office: [0; OFFICES],
            cause: FactId::NONE,
            arrivals: std::array::from_fn(|office| Arrivals::new(OfficeIndex(office as u8), seed)),
            lanes: Lanes::default(),
            pauses: Pauses::default(),
            timeout_armed: false,
        }
    }

    /// Visits that have begun, from all offices.
    #[must_use]
    pub fn visits(&self) -> u64 {
        self.arrivals.iter().map(|arrivals| arrivals.visits).sum()
    }
}
