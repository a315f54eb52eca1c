//! What AWS has no call for: the employees and what breaks.

mod account;
mod capacity;
mod clients;
mod fault;
mod mail;
mod metrics;
mod now;
mod quota;
mod request;
mod timeline;
mod told;
mod traffic;

use api::sandbox::{ClientsInput, Read, TrafficInput, World};
use api::{ApiError, Output};
use des::{SimDuration, SimTime};

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

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::Now(input) => now::now(cloud, input).map(Output::from),
        Read::Metrics(input) => metrics::metrics(cloud, input).map(Output::from),
        Read::Timeline(input) => timeline::timeline(cloud, input).map(Output::from),
        Read::Bill(_) => Ok(account::bill(cloud).into()),
        Read::Why(input) => timeline::why(cloud, input).map(Output::from),
        Read::Availability(_) => Ok(account::availability(cloud).into()),
        Read::Mail(input) => mail::mail(cloud, input).map(Output::from),
    }
}

/// The instant `length` ago, or the beginning.
fn ago(cloud: &Cloud, length: SimDuration) -> SimTime {
    SimTime::from_micros(cloud.now.as_micros().saturating_sub(length.as_micros()))
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
