//! Amazon CloudWatch as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2010-08-01, as shipped with botocore 1.44.5.

mod alarm;
mod calls;
mod common;
mod composite;
mod data;
mod history;
mod metric;
mod tag;

pub use alarm::*;
pub use calls::*;
pub use common::*;
pub use composite::*;
pub use data::*;
pub use history::*;
pub use metric::*;
pub use tag::*;

use crate::{Service, Wording};

/// Amazon CloudWatch.
pub const SERVICE: Service = Service {
    name: "cloudwatch",
    doc: "Amazon CloudWatch: metrics of everything, and alarms upon them.",
    reference: Some("https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_{}.html"),
    wording: Wording::Constraints("ValidationError"),
    operations: || calls::OPERATIONS,
};
