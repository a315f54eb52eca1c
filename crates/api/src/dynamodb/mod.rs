//! Amazon DynamoDB as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model, version 2012-08-10, as shipped with botocore 1.44.5.

mod calls;
mod item;
mod search;
mod table;
mod tag;
mod value;

pub use calls::*;
pub use item::*;
pub use search::*;
pub use table::*;
pub use tag::*;
pub use value::*;

use crate::{Service, Wording};

/// Amazon DynamoDB.
pub const SERVICE: Service = Service {
    name: "dynamodb",
    doc: "Amazon DynamoDB: tables of items, each found by its key.",
    reference: Some("https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_{}.html"),
    wording: Wording::Constraints("ValidationException"),
    operations: || calls::OPERATIONS,
};

/// How much a call may tell of the capacity it used (`ReturnConsumedCapacity`).
const CAPACITY: &[&str] = &["INDEXES", "TOTAL", "NONE"];
/// What a page may hold (`Select`).
const SELECT: &[&str] = &["ALL_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"];
