//! JSON files of lessons as texts: where a value stands, and how a file is laid out.

mod layout;
mod pointer;
mod tree;

pub(crate) use layout::formatted;
pub(crate) use pointer::{line_and_column, span};
pub(crate) use tree::Node;
