//! JSON whose keys keep their order.

pub(crate) mod python;
pub(crate) mod read;
mod value;
pub(crate) mod write;

pub use python::{repr as python_repr, text as python_text, type_name as python_type};
pub use read::loads as parse;
pub(crate) use value::put;
pub use value::{Json, Pairs};
pub use write::{compact, format_double, pretty};
