//! Amazon S3 as far as it is modelled, under the name of the command line's plain view of it. Members are in the order in
//! which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2006-03-01, as shipped with botocore 1.44.5.

mod bucket;
mod calls;
mod object;

pub use bucket::*;
pub use calls::*;
pub use object::*;

use crate::{Service, Wording};

/// Amazon S3.
pub const SERVICE: Service = Service {
    name: "s3api",
    doc: "Amazon Simple Storage Service: buckets of objects, each found by its key.",
    reference: Some("https://docs.aws.amazon.com/AmazonS3/latest/API/API_{}.html"),
    wording: Wording::Constraints("InvalidArgument"),
    operations: || calls::OPERATIONS,
};
