//! What AWS has no call for: the employees and what breaks.

mod clients;
mod fault;
mod request;
mod traffic;

pub(crate) use clients::clients;
pub(crate) use fault::{end_fault, fault};
pub(crate) use request::request;
pub(crate) use traffic::traffic;

use api::ApiError;
use des::SimDuration;

fn invalid(message: String) -> ApiError {
    ApiError {
        code: "InvalidParameterValue",
        message,
    }
}

/// Reads a length of time that the declaration has already found well formed.
fn length(text: Option<&str>) -> Result<Option<SimDuration>, ApiError> {
    let read = |text: &str| {
        api::duration::parse(text).ok_or_else(|| {
            invalid(format!(
                "'{text}' is not a length of time. Write it as 90s, 10m or 1h30m."
            ))
        })
    };
    text.map(read).transpose()
}
