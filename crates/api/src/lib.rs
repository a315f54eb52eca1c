//! The AWS contract as data: every operation is declared once, and everything else walks that declaration.
//!
//! * `shapes!` declares a request, an answer or a part of one: a plain typed struct and its table of members.
//! * `operations!` declares which operations a service has: one line each; `services!` which services there are.
//! * [`json`] reads and writes any shape; [`validate()`] checks any call against its declaration.
//!
//! There is no behaviour here: what a call does is decided in `cloud`, how it is typed in `cli`.

pub mod arc_zonal_shift;
pub mod autoscaling;
mod base64;
mod calls;
pub mod cloudwatch;
pub mod duration;
pub mod dynamodb;
pub mod ec2;
pub mod elbv2;
mod error;
pub mod fis;
pub mod json;
mod member;
mod names;
mod operation;
pub mod s3api;
pub mod sandbox;
mod shape;
pub mod sns;
mod suggest;
mod timestamp;
mod validate;
mod wording;

pub use base64::{decode as decode_base64, encode as encode_base64};
pub use calls::{Output, ReadCall, SERVICES, WorldCall, WriteCall, docs};
pub use error::ApiError;
pub use member::{Bounds, Format, Kind, Member};
pub use names::kebab;
pub use operation::{
    Access, Call, Input, Operation, OperationDocs, Pages, Service, all_operations, find, find_kebab,
    operations_of,
};
pub use shape::{
    Docs, Element, Field, List, Lookup, Map, Mapping, MemberDocs, Shape, ShapeDocs, ShapeInfo, Slot, Value,
    entries, pairs,
};
pub use suggest::nearest;
pub use timestamp::{Civil, Timestamp};
pub use validate::validate;
pub use wording::{Broken, Wording};
