//! The few numbers above the stage.

/// What the employees met with in the last [`Readout::WINDOW_S`] seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Readout {
    /// Share of the finished requests that were served, in percent; none before any finished.
    pub served_percent: Option<f64>,
    /// Arrivals in the last second.
    pub per_second: f64,
    /// Requests that failed in the window.
    pub failed: u64,
    /// Half of the served requests were faster than this, in milliseconds.
    pub p50_ms: Option<f64>,
    /// One served request in twenty was slower than this, in milliseconds.
    pub p95_ms: Option<f64>,
    /// Requests under way now.
    pub in_flight: u64,
}

impl Readout {
    /// The length of the window, in seconds.
    pub const WINDOW_S: u64 = 60;
}
