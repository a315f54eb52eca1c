//! Any shape from JSON and to JSON, by the declaration alone.

mod error;
mod read;
mod value;
mod write;

pub use error::{JsonError, Reason};
pub use read::{MAX_DEPTH, parse, read, read_into};
pub use value::to_json;
pub use write::{compact, format_double, pretty};
