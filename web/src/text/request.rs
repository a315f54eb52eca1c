//! What is said of one request.

use cloud::app::Route;
use cloud::workload::Phase;
use view::request::{Moment, RequestDetail};

use super::Fixed;

words! {
    /// A closer look at a request.
    RequestWords {
        selected: Fixed,
        asks_for: Fixed,
        route: fn(Route) -> Fixed,
        sent: Fixed,
        lasted: Fixed,
        phase: fn(Phase) -> String,
        ended: fn(&RequestDetail) -> String,
        way: Fixed,
        after: fn(u64) -> String,
        moment: fn(&Moment) -> String,
        dot: Fixed,
    }
}
