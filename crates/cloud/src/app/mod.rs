//! The employee directory: what it costs to answer a request, and an instance that runs it.

pub(crate) mod fifo;
mod model;
mod station;

pub use model::{AppModel, CALLS_MAX, Dependency, DependencyCall, Route, RouteModel};
pub use station::{Door, Station};
