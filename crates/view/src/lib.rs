//! Plain pictures of one account for a page: what stands where, what is on its way, what was measured.
//!
//! Everything here owns its data and compares cheaply, so that a page redraws only what changed and the engine may one
//! day run in another thread. Words belong to the page; this crate holds names, numbers and states.

pub mod availability;
pub mod bill;
pub mod chart;
pub mod detail;
pub mod fleet;
pub mod flight;
pub mod frontier;
pub mod holding;
pub mod live;
mod picture;
mod readout;
pub mod request;
pub mod scene;
mod series;
mod slots;
mod timeline;
pub mod trouble;

pub use picture::{
    CardClass, Checks, Condition, Instance, Link, Office, Percent, Picture, Power, Region, Replica, Service,
    ServiceKind, Workers, Zone,
};
pub use readout::Readout;
pub use series::{Point, Series};
pub use slots::Slots;
pub use timeline::{Mark, MarkKind, Timeline};
