//! Amazon EC2: instances, addresses and security groups in the account's default VPC.

mod address;
mod console;
mod credits;
pub mod defaults;
mod describe_instance;
mod describe_security_group;
mod door;
mod elastic;
mod find;
mod image;
mod instance;
mod instance_type;
mod launch;
mod launch_template;
mod lifecycle;
pub(crate) mod metrics;
pub(crate) mod operations;
mod permission;
mod placement;
mod profile;
mod reach;
mod recovery;
mod resource;
mod security_group;
mod status_check;
mod tag;
mod user_data;
mod vpc_endpoint;

use std::net::Ipv4Addr;

use des::{Seed, SimTime};

pub use address::{AddressIndex, AddressPool};
pub use credits::{CREDIT, CreditMode, Credits};
pub use door::HTTP_PORT;
pub use elastic::{Association, ElasticAddress, ElasticIndex};
pub use image::{AppStart, IMAGES, Image, Owner};
pub use instance::{Boot, Instance, InstanceIndex, InstanceState, StateReason};
pub use instance_type::{INSTANCE_TYPES, InstanceType, PRICES_OF};
pub use launch_template::{LaunchTemplate, LaunchTemplateIndex, TemplateVersion};
pub use profile::{PROFILE, ProfileAssociation, profile_arn};
pub use security_group::{
    InboundRule, Permission, Protocol, SecurityGroup, SecurityGroupIndex, Source, parse_cidr,
};
pub use status_check::{CheckStatus, StatusChecks};
pub use tag::Tags;
pub(crate) use tag::put as put_tags;
pub use vpc_endpoint::VpcEndpoint;

pub(crate) use launch::Launch;
pub(crate) use placement::{Capacity, check_capacity, holding, insufficient_capacity};

use crate::World;
use crate::app::Station;
use crate::ids::{IdOf, id};
use crate::region::{Region, ZoneIndex};
use crate::token::Tokens;

/// The account's EC2, in one Region.
#[derive(Clone, Debug)]
pub struct Ec2 {
    /// All instances ever launched, by [`InstanceIndex`].
    pub instances: Vec<Instance>,
    /// Those of them that are not terminated, oldest first.
    living: Vec<InstanceIndex>,
    /// Their queueing halves, by the same index.
    pub stations: Vec<Station>,
    /// Public addresses.
    pub addresses: AddressPool,
    /// All Elastic IP addresses ever allocated.
    pub(crate) all_elastic_addresses: Vec<ElasticAddress>,
    /// Associations of such addresses so far: numbers them.
    pub(crate) associations: u64,
    /// What new burstable instances do, by family.
    pub(crate) credit_defaults: [(&'static str, CreditMode); 4],
    /// When instances got launch credits within the last day.
    pub(crate) credited_starts: Vec<SimTime>,
    /// Launches that bore a client token.
    pub(crate) launches: Tokens<api::ec2::RunInstancesInput, Vec<InstanceIndex>>,
    /// Security groups, the default one first.
    pub security_groups: Vec<SecurityGroup>,
    /// All launch templates ever made.
    pub(crate) all_launch_templates: Vec<LaunchTemplate>,
    /// What zones have room for, where that was said.
    pub(crate) capacities: Vec<Capacity>,
    /// The default VPC.
    pub vpc_id: String,
    /// Its default subnets, by zone.
    pub subnet_ids: Vec<String>,
    /// What CloudWatch was last told of each instance.
    pub(crate) told: Vec<metrics::Told>,
    /// Tags of the images, in the order of [`IMAGES`].
    pub(crate) image_tags: Vec<Tags>,
    /// Tags of the default VPC.
    pub(crate) vpc_tags: Tags,
    /// Tags of the default subnets, by zone.
    pub(crate) subnet_tags: Vec<Tags>,
    /// All associations of instance profiles ever made.
    pub(crate) all_associations: Vec<ProfileAssociation>,
    /// Whether a launch that names no instance profile gets the directory's.
    pub(crate) default_profile: bool,
    /// All VPC endpoints ever made.
    pub(crate) all_endpoints: Vec<VpcEndpoint>,
    /// The VPC's main route table.
    pub route_table_id: String,
    /// Whether each zone's subnet gives its instances a public address.
    pub(crate) maps_public_ip: Vec<bool>,
    /// Running and pending vCPUs that the account may have.
    pub vcpu_quota: u32,
    /// Launches asked for so far: numbers reservations.
    pub(crate) reservations: u64,
    /// Security group rules made so far: numbers them.
    pub(crate) rules: u64,
}

impl Ec2 {
    pub(crate) fn new(world: &World, region: &Region) -> Self {
        let (seed, vcpu_quota) = (world.seed, world.vcpu_quota);
        let subnet = |zone: ZoneIndex| id(seed, IdOf::Subnet, zone.0.into());
        Self {
            instances: Vec::new(),
            living: Vec::new(),
            stations: Vec::new(),
            addresses: AddressPool::default(),
            all_elastic_addresses: Vec::new(),
            associations: 0,
            credit_defaults: credits::FAMILY_DEFAULTS,
            credited_starts: Vec::new(),
            launches: Tokens::default(),
            security_groups: vec![default_group(seed)],
            all_launch_templates: Vec::new(),
            told: Vec::new(),
            capacities: Vec::new(),
            vpc_id: id(seed, IdOf::Vpc, 0),
            subnet_ids: region.zone_indexes().map(subnet).collect(),
            image_tags: vec![Tags::new(); IMAGES.len()],
            vpc_tags: Tags::new(),
            subnet_tags: vec![Tags::new(); region.zones.len()],
            all_associations: Vec::new(),
            default_profile: world.default_instance_profile,
            all_endpoints: Vec::new(),
            route_table_id: id(seed, IdOf::RouteTable, 0),
            maps_public_ip: vec![true; region.zones.len()],
            vcpu_quota,
            reservations: 0,
            rules: 1,
        }
    }

    /// The instance with this id, if it was ever launched.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<InstanceIndex> {
        self.indexes()
            .find(|index| self.instances[index.index()].id == id)
    }

    /// Every instance ever launched, oldest first.
    pub fn indexes(&self) -> impl Iterator<Item = InstanceIndex> + use<> {
        (0..self.instances.len() as u32).map(InstanceIndex)
    }

    /// Every instance that is not terminated, oldest first: what is done every minute, or at every launch, is done with these,
    /// so that a long life costs no more than a short one.
    pub fn living(&self) -> impl Iterator<Item = InstanceIndex> + '_ {
        self.living.iter().copied()
    }

    /// A new instance, or one that has come into another state, is among the living or not.
    pub(crate) fn count_among_living(&mut self, index: InstanceIndex) {
        let lives = self.instances[index.index()].state != InstanceState::Terminated;
        match (self.living.binary_search(&index), lives) {
            (Err(place), true) => self.living.insert(place, index),
            (Ok(place), false) => drop(self.living.remove(place)),
            _ => {}
        }
    }

    /// The instances in `zone` that are not terminated, oldest first.
    #[must_use]
    pub fn in_zone(&self, zone: ZoneIndex) -> Vec<InstanceIndex> {
        let there = |index: &InstanceIndex| self.instances[index.index()].zone == zone;
        self.living().filter(there).collect()
    }

    /// vCPUs that count against the quota.
    #[must_use]
    pub fn vcpus_in_use(&self) -> u32 {
        let living = self.living().map(|index| &self.instances[index.index()]);
        let holding = living.filter(|instance| instance.state.holds_capacity());
        holding.map(|instance| instance.instance_type.vcpus).sum()
    }

    /// The zone of the default subnet with this id.
    #[must_use]
    pub fn zone_of_subnet(&self, id: &str) -> Option<ZoneIndex> {
        self.subnet_ids
            .iter()
            .position(|subnet| subnet == id)
            .map(|index| ZoneIndex(index as u8))
    }

    /// Addresses that the zone's default subnet can still give.
    #[must_use]
    pub fn subnet_addresses_left(&self, zone: ZoneIndex) -> u32 {
        defaults::SUBNET_ADDRESSES - self.in_zone(zone).len() as u32
    }
}

/// The block of a zone's default subnet: base and prefix length. Source: VPC User Guide, "Default VPC".
#[must_use]
pub const fn subnet_block(zone: ZoneIndex) -> (Ipv4Addr, u8) {
    (Ipv4Addr::new(172, 31, zone.0 * 16, 0), 20)
}

/// Inbound from its own members, nothing else. Source: VPC User Guide, "Default security groups".
fn default_group(seed: Seed) -> SecurityGroup {
    let own_members = Permission {
        protocol: Protocol::All,
        ports: (-1, -1),
        source: Source::Group(SecurityGroupIndex::DEFAULT),
    };
    SecurityGroup {
        id: id(seed, IdOf::SecurityGroup, 0),
        name: "default".to_owned(),
        description: "default VPC security group".to_owned(),
        inbound: vec![InboundRule {
            id: id(seed, IdOf::SecurityGroupRule, 0),
            permission: own_members,
            description: None,
        }],
        tags: Vec::new(),
        deleted: false,
    }
}
