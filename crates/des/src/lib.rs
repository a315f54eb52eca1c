//! A discrete-event kernel: model time, the list of coming events, keyed random draws, the laws drawn from, and append-only logs.
//!
//! It knows no AWS and no browser. Everything in it gives the same numbers natively and in WebAssembly.

mod area;
mod digest;
mod draw;
mod event_list;
mod heap;
mod law;
mod log;
mod time;

pub use area::{Area, mean_over};
pub use digest::Digest;
pub use draw::{Draw, Seed, Stream};
pub use event_list::{Due, EventList, Payload, SHOWN_AT_ONCE, Ticket};
pub use law::Law;
pub use log::Log;
pub use time::{MICROS_PER_SECOND, SimDuration, SimTime};
