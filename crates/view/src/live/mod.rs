//! From the account as it stands to the pictures of it.

mod availability;
mod bill;
mod capacity;
mod charts;
mod detail;
mod fleet;
mod holdings;
mod links;
mod meter;
mod picture;
mod readout;
mod request;
mod requests;
mod series;
mod tries;
mod troubles;

pub use capacity::Capacity;
pub use charts::{Wanted, board};
pub use detail::{service_detail, zone_detail};
pub use holdings::{group_holdings, holdings, instance_detail};
pub use meter::Meter;
pub use picture::{picture, picture_of_instances};
pub use request::{newest_failed_at, request_blame, request_detail};
pub use requests::Live;
pub use tries::Trying;

#[cfg(test)]
mod tests;

#[cfg(test)]
mod charts_tests;
