//! From the account as it stands to the pictures of it.

mod links;
mod meter;
mod picture;
mod readout;
mod requests;
mod series;

pub use meter::Meter;
pub use picture::picture;
pub use requests::Live;
