//! The zonal shift of Amazon Application Recovery Controller as far as it is modelled. Members are in the order in which
//! AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2022-10-30 (`arc-zonal-shift`), as shipped with botocore 1.44.5.

mod calls;
mod shift;

pub use calls::*;
pub use shift::*;

use crate::{Service, Wording};

/// Zonal shift of Amazon Application Recovery Controller.
pub const SERVICE: Service = Service {
    name: "arc-zonal-shift",
    doc: "Zonal shift: takes traffic away from an Availability Zone for a while.",
    reference: Some("https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_{}.html"),
    wording: Wording::Constraints("ValidationException"),
    operations: || calls::OPERATIONS,
};
