//! The employee directory: what it costs to answer a request, and an instance that runs it.

mod bucket;
mod dependency;
pub(crate) mod fifo;
mod model;
mod monitor;
mod station;

pub use bucket::TokenBucket;
pub use dependency::{Added, Cost, DependencyState, Reach, SDK_BACKOFF, SDK_TIMEOUT};
pub(crate) use dependency::{Charged, Reply};
pub use model::{AppModel, CALLS_MAX, Dependency, DependencyCall, Route, RouteModel};
pub use station::{Door, Station};
