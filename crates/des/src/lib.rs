//! A discrete-event kernel: model time, the list of coming events, keyed random draws, the laws drawn from, and append-only logs.
//!
//! It knows no AWS and no browser. Everything in it gives the same numbers natively and in WebAssembly.

mod time;

pub use time::{MICROS_PER_SECOND, SimDuration, SimTime};
