//! The AWS contract as data: every operation is declared once, and everything else walks that declaration.
//!
//! * `shapes!` declares a request, an answer or a part of one: a plain typed struct and its table of members.
//! * `operations!` declares which operations there are: one line each.
//! * [`json`] reads and writes any shape; [`validate()`] checks any call against its declaration.
//!
//! There is no behaviour here: what a call does is decided in `cloud`, how it is typed in `cli`.

mod base64;
mod calls;
pub mod duration;
pub mod ec2;
mod error;
pub mod json;
mod member;
mod names;
mod operation;
pub mod sandbox;
mod shape;
mod suggest;
mod timestamp;
mod validate;

pub use base64::{decode as decode_base64, encode as encode_base64};
pub use calls::{OPERATIONS, Output, ReadCall, WorldCall, WriteCall};
pub use error::ApiError;
pub use member::{Bounds, Format, Kind, Member};
pub use names::kebab;
pub use operation::{Access, Call, Input, Operation, Service, find, find_kebab, operations_of, services};
pub use shape::{Element, Field, List, Lookup, Shape, ShapeInfo, Slot, Value, entries};
pub use suggest::nearest;
pub use timestamp::{Civil, Timestamp};
pub use validate::validate;
