//! What AWS has no call for: the employees and what breaks.

mod capacity;
mod clients;
mod fault;
mod quota;
mod request;
mod traffic;

use api::sandbox::{ClientsInput, TrafficInput, World};
use api::{ApiError, Output};
use des::SimDuration;

use self::capacity::capacity;
use self::clients::clients;
use self::fault::{end_fault, fault};
use self::quota::quota;
use self::request::request;
use self::traffic::traffic;
use crate::Cloud;
use crate::dispatch::handled;

handled! {
    World {
        TrafficInput => traffic,
        ClientsInput => clients,
    }
}

/// Carries out a call that changes the world around the account.
pub(crate) fn write(cloud: &mut Cloud, call: &World) -> Result<Output, ApiError> {
    match call {
        World::Traffic(input) => traffic(cloud, input).map(Output::from),
        World::Clients(input) => clients(cloud, input).map(Output::from),
        World::Fault(input) => fault(cloud, input).map(Output::from),
        World::EndFault(input) => end_fault(cloud, input).map(Output::from),
        World::Capacity(input) => capacity(cloud, input).map(Output::from),
        World::Quota(input) => quota(cloud, input).map(Output::from),
        World::Request(input) => Ok(request(cloud, input).into()),
    }
}

/// Reads a length of time that the declaration has already found well formed.
fn length(text: Option<&str>) -> Result<Option<SimDuration>, ApiError> {
    let read = |text: &str| {
        api::duration::parse(text).ok_or_else(|| {
            ApiError::invalid_parameter(format!(
                "'{text}' is not a length of time. Write it as 90s, 10m or 1h30m."
            ))
        })
    };
    text.map(read).transpose()
}
