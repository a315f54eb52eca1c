//! The addresses that the employees were given.

use std::net::Ipv4Addr;

use crate::ec2::{AddressIndex, AddressPool};
use crate::elbv2::BalancerIndex;
use crate::fact::FactId;
use crate::region::Region;
use crate::workload::RequestId;

/// One address, as it was given and as it resolves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// An IPv4 address, or the public DNS name of an instance or a load balancer.
    pub text: String,
    /// The address it stands for; none if DNS says it anew for every client.
    pub address: AddressIndex,
    /// The load balancer whose name it is.
    pub balancer: Option<BalancerIndex>,
}

/// What every employee knows.
#[derive(Clone, Debug)]
pub struct Clients {
    /// None, one or several; an employee takes one by the visit, and the next one with every retry.
    pub endpoints: Vec<Endpoint>,
    pub(crate) blame: FactId,
}

impl Default for Clients {
    fn default() -> Self {
        Self {
            endpoints: Vec::new(),
            blame: FactId::NONE,
        }
    }
}

impl Clients {
    /// The endpoint that a client uses for this attempt.
    pub(crate) fn endpoint_for(&self, id: RequestId) -> Option<&Endpoint> {
        let n = self.endpoints.len() as u64;
        let turn = (id.visit() + u64::from(id.attempt())).checked_rem(n)?;
        Some(&self.endpoints[turn as usize])
    }
}

/// Reads an address as a client would resolve it: a public IPv4 address of the model's pool, or the public DNS name that
/// an instance with that address has or had.
#[must_use]
pub fn resolve(text: &str, region: &Region) -> Option<Endpoint> {
    let ip = text.parse().ok().or_else(|| ip_of_public_name(text, region))?;
    let address = AddressPool::index_of(ip)?;
    Some(Endpoint {
        text: text.to_owned(),
        address,
        balancer: None,
    })
}

fn ip_of_public_name(name: &str, region: &Region) -> Option<Ipv4Addr> {
    let host = name
        .strip_prefix("ec2-")?
        .strip_suffix(region.public_domain)?
        .strip_suffix('.')?;
    host.replace('-', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::RegionCode;

    #[test]
    fn a_name_and_its_address_are_the_same_place() {
        let region = RegionCode::UsEast2.region();
        let by_ip = resolve("203.0.113.25", region).unwrap();
        let by_name = resolve("ec2-203-0-113-25.us-east-2.compute.amazonaws.com", region).unwrap();
        assert_eq!(by_ip.address, by_name.address);
        assert_eq!(resolve("ec2-203-0-113-25.compute-1.amazonaws.com", region), None);
        assert_eq!(resolve("172.31.0.4", region), None, "private");
        assert_eq!(resolve("directory", region), None);
    }
}
