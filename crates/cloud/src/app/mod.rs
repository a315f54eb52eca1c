//! The employee directory: what it costs to answer a request, and an instance that runs it.

mod dependency;
pub(crate) mod fifo;
mod model;
mod station;

pub use dependency::DependencyState;
pub use model::{AppModel, CALLS_MAX, Dependency, DependencyCall, Route, RouteModel};
pub use station::{Door, Station};
