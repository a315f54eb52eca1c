//! AWS Fault Injection Service as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2020-12-01, as shipped with botocore 1.44.5.

mod action;
mod calls;
mod experiment;
mod tag;
mod template;

pub use action::*;
pub use calls::*;
pub use experiment::*;
pub use tag::*;
pub use template::*;

use crate::{Service, Wording};

/// AWS Fault Injection Service.
pub const SERVICE: Service = Service {
    name: "fis",
    doc: "AWS Fault Injection Service: experiments that break things on purpose.",
    reference: Some("https://docs.aws.amazon.com/fis/latest/APIReference/API_{}.html"),
    wording: Wording::Constraints("ValidationException"),
    operations: || calls::OPERATIONS,
};
