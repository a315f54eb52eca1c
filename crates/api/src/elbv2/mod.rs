//! Elastic Load Balancing, version 2 as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2015-12-01 (`elbv2`), as shipped with botocore 1.44.5.

mod calls;
mod listener;
mod load_balancer;
mod rule;
mod tag;
mod target;
mod target_group;

pub use calls::*;
pub use listener::*;
pub use load_balancer::*;
pub use rule::*;
pub use tag::*;
pub use target::*;
pub use target_group::*;

use crate::{Service, Wording};

/// Elastic Load Balancing, version 2.
pub const SERVICE: Service = Service {
    name: "elbv2",
    doc: "Elastic Load Balancing: one address in front of many targets, and requests only for those that answer.",
    reference: Some("https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_{}.html"),
    wording: Wording::Constraints("ValidationError"),
    operations: || calls::OPERATIONS,
};
