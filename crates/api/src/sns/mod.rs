//! Amazon SNS as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2010-03-31, as shipped with botocore 1.44.5.

mod attribute;
mod calls;
mod publish;
mod topic;

pub use attribute::*;
pub use calls::*;
pub use publish::*;
pub use topic::*;

use crate::{Service, Wording};

/// Amazon SNS.
pub const SERVICE: Service = Service {
    name: "sns",
    doc: "Amazon Simple Notification Service: topics that pass a message on to their subscribers.",
    reference: Some("https://docs.aws.amazon.com/sns/latest/api/API_{}.html"),
    wording: Wording::Constraints("InvalidParameter"),
    operations: || calls::OPERATIONS,
};
