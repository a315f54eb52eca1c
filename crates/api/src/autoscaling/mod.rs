//! Amazon EC2 Auto Scaling as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2011-01-01, as shipped with botocore 1.44.5.

mod account;
mod activities;
mod calls;
mod group;
mod instance_refresh;
mod instances;
mod launch_instances;
mod lifecycle_hook;
mod load_balancing;
mod metric;
mod notification;
mod policy;
mod schedule;
mod tag;

pub use account::*;
pub use activities::*;
pub use calls::*;
pub use group::*;
pub use instance_refresh::*;
pub use instances::*;
pub use launch_instances::*;
pub use lifecycle_hook::*;
pub use load_balancing::*;
pub use metric::*;
pub use notification::*;
pub use policy::*;
pub use schedule::*;
pub use tag::*;

use crate::{Service, Wording};

/// Amazon EC2 Auto Scaling.
pub const SERVICE: Service = Service {
    name: "autoscaling",
    doc: "Amazon EC2 Auto Scaling: groups that keep as many instances as they should have, and change how many that is.",
    reference: Some("https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_{}.html"),
    wording: Wording::Constraints("ValidationError"),
    operations: || calls::OPERATIONS,
};
