//! `sandbox clients`: the addresses that the employees are given.

use api::ApiError;
use api::sandbox::ClientsInput;

use crate::Cloud;
use crate::ec2::AddressIndex;
use crate::fact::What;
use crate::workload::{Endpoint, resolve};

pub(crate) fn clients(cloud: &mut Cloud, input: &ClientsInput) -> Result<(), ApiError> {
    let endpoint = |text: &String| {
        let found = resolve(text, cloud.region).or_else(|| balancer(cloud, text));
        found.ok_or_else(|| {
            ApiError::invalid_parameter(format!(
                "'{text}' is not an address that employees can reach. Give the public IPv4 address or the public DNS name of an instance, or the DNS name of a load balancer."
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

/// The name of a load balancer.
fn balancer(cloud: &Cloud, text: &str) -> Option<Endpoint> {
    let mut balancers = cloud.elbv2.balancers();
    let (index, _) = balancers.find(|(_, balancer)| balancer.dns_name == text)?;
    Some(Endpoint {
        text: text.to_owned(),
        address: AddressIndex::NONE,
        balancer: Some(index),
    })
}
