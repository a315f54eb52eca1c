//! `sandbox clients`: the addresses that the employees are given.

use api::ApiError;
use api::sandbox::ClientsInput;

use super::invalid;
use crate::Cloud;
use crate::fact::What;
use crate::workload::{Endpoint, resolve};

pub(crate) fn clients(cloud: &mut Cloud, input: &ClientsInput) -> Result<(), ApiError> {
    let endpoint = |text: &String| {
        resolve(text, cloud.region).ok_or_else(|| {
            invalid(format!(
                "'{text}' is not an address that employees can reach. Give the public IPv4 address or the public DNS name of an instance."
            ))
        })
    };
    let endpoints: Vec<Endpoint> = input.endpoint.iter().map(endpoint).collect::<Result<_, _>>()?;
    let cause = cloud.accept();
    let fact = cloud.facts.note(cloud.now, cause, What::ClientsChanged);
    cloud.workload.clients.endpoints = endpoints;
    cloud.workload.clients.blame = fact;
    Ok(())
}
