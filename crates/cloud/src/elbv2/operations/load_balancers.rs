//! Load balancers: made, changed, deleted, described.

use api::ApiError;
use api::elbv2::{
    CreateLoadBalancerInput, CreateLoadBalancerOutput, DeleteLoadBalancerInput,
    DescribeLoadBalancerAttributesInput, DescribeLoadBalancerAttributesOutput, DescribeLoadBalancersInput,
    DescribeLoadBalancersOutput, ModifyLoadBalancerAttributesInput, ModifyLoadBalancerAttributesOutput,
    SetIpAddressTypeInput, SetIpAddressTypeOutput, SetSecurityGroupsInput, SetSecurityGroupsOutput,
    SetSubnetsInput, SetSubnetsOutput, SubnetMapping,
};

use super::page::page;
use super::tags::read_tags;
use super::validation;
use crate::Cloud;
use crate::bill::{Item, prices};
use crate::ec2::SecurityGroupIndex;
use crate::elbv2::name::{NumberOf, check_name};
use crate::elbv2::{
    Attributes, BalancerIndex, Event, LoadBalancer, Node, NodeCounts, NodeIndex, What, defaults,
};
use crate::event::Event as Any;
use crate::fact::{self, FactId};
use crate::region::ZoneIndex;

/// Makes a load balancer; it becomes active a while later. The same call again gives the same one.
pub(super) fn create(
    cloud: &mut Cloud,
    input: &CreateLoadBalancerInput,
) -> Result<CreateLoadBalancerOutput, ApiError> {
    let name = input.name.as_deref().unwrap_or_default();
    check_name(name, "The load balancer")?;
    let zones = read_zones(cloud, &input.subnets, &input.subnet_mappings)?;
    check_addresses(input.ip_address_type.as_deref())?;
    let groups = read_groups(cloud, &input.security_groups)?;
    let tags = read_tags(&input.tags)?;
    let internet_facing = input.scheme.as_deref() != Some("internal");
    if let Some(index) = existing(cloud, name, &zones, &groups, internet_facing)? {
        cloud.accept();
        return Ok(answer(cloud, index));
    }
    check_space(cloud, &zones, &[])?;
    if cloud.elbv2.balancers().count() >= defaults::LOAD_BALANCERS {
        let message = "The maximum number of load balancers has been reached";
        return Err(ApiError::new("TooManyLoadBalancers", message));
    }
    let cause = cloud.accept();
    let index = BalancerIndex(cloud.elbv2.all_balancers.len() as u32);
    let fact = cloud
        .facts
        .note(cloud.now, cause, fact::What::Elbv2(What::BalancerCreated(index)));
    let attributes = Attributes::of_balancer(internet_facing);
    let balancer = LoadBalancer {
        name: name.to_owned(),
        number: cloud.elb_number(NumberOf::Balancer, index.index() as u64),
        dns_name: cloud.elb_dns_name(name, internet_facing, index.index() as u64),
        created: cloud.now,
        active_since: None,
        internet_facing,
        groups,
        nodes: Vec::new(),
        idle_timeout: attributes.idle_timeout(),
        attributes,
        tags,
        cause: fact,
        shifted: None,
        answers: Vec::new(),
        micro_unit_minutes: 0,
        deleted: false,
    };
    cloud.elbv2.all_balancers.push(balancer);
    cloud.arm_metrics();
    cloud.set_zones(index, &zones);
    let rate = Some(prices::APPLICATION_LOAD_BALANCER);
    cloud.bill.set(Item::LoadBalancer(index), cloud.now, rate);
    let active = cloud.now + defaults::PROVISIONING;
    cloud.events.push(active, Any::Elbv2(Event::Provisioned(index)));
    Ok(answer(cloud, index))
}

fn answer(cloud: &Cloud, index: BalancerIndex) -> CreateLoadBalancerOutput {
    CreateLoadBalancerOutput {
        load_balancers: vec![cloud.describe_balancer(index)],
    }
}

/// The load balancer of this name, if it was made by the same call.
fn existing(
    cloud: &Cloud,
    name: &str,
    zones: &[ZoneIndex],
    groups: &[SecurityGroupIndex],
    internet_facing: bool,
) -> Result<Option<BalancerIndex>, ApiError> {
    let mut balancers = cloud.elbv2.balancers();
    let Some((index, balancer)) = balancers.find(|(_, balancer)| balancer.name == name) else {
        return Ok(None);
    };
    let same_groups =
        balancer.groups.len() == groups.len() && groups.iter().all(|group| balancer.groups.contains(group));
    let same = cloud.zones_of(index) == zones && same_groups && balancer.internet_facing == internet_facing;
    if same {
        return Ok(Some(index));
    }
    let message = format!("A load balancer with the same name '{name}' exists, but with different settings");
    Err(ApiError::new("DuplicateLoadBalancerName", message))
}

/// The subnets of the VPC have addresses of one kind.
fn check_addresses(kind: Option<&str>) -> Result<(), ApiError> {
    match kind {
        None | Some("ipv4") => Ok(()),
        Some(_) => {
            let message = "You must specify subnets with an associated IPv6 CIDR block.";
            Err(ApiError::new("InvalidSubnet", message))
        }
    }
}

/// The zones of subnets, which are named in one way or the other: at least two, each once.
fn read_zones(
    cloud: &Cloud,
    subnets: &[String],
    mappings: &[SubnetMapping],
) -> Result<Vec<ZoneIndex>, ApiError> {
    if !subnets.is_empty() && !mappings.is_empty() {
        return Err(validation("You cannot specify both subnets and subnet mappings"));
    }
    let mapped = mappings.iter().map(|mapping| mapping.subnet_id.as_deref());
    let named = subnets.iter().map(|subnet| Some(subnet.as_str()));
    let mut zones = Vec::with_capacity(subnets.len().max(mappings.len()));
    for subnet in named.chain(mapped).map(Option::unwrap_or_default) {
        let zone = cloud.ec2.zone_of_subnet(subnet).ok_or_else(|| {
            let message = format!("The subnet ID '{subnet}' does not exist");
            ApiError::new("SubnetNotFound", message)
        })?;
        if zones.contains(&zone) {
            let message =
                "A load balancer cannot be attached to multiple subnets in the same Availability Zone";
            return Err(ApiError::new("InvalidConfigurationRequest", message));
        }
        zones.push(zone);
    }
    zones.sort_unstable();
    if zones.len() < 2 {
        let message = "At least two subnets in two different Availability Zones must be specified";
        return Err(validation(message));
    }
    Ok(zones)
}

/// Whether the subnets of zones that are new to a load balancer have addresses left for its node.
fn check_space(cloud: &Cloud, zones: &[ZoneIndex], old: &[ZoneIndex]) -> Result<(), ApiError> {
    let full = |zone: &&ZoneIndex| cloud.ec2.subnet_addresses_left(**zone) < defaults::FREE_ADDRESSES;
    let Some(zone) = zones.iter().filter(|zone| !old.contains(zone)).find(full) else {
        return Ok(());
    };
    let message = format!(
        "Not enough IP space available in {}. ELB requires at least {} free IP addresses in each subnet.",
        cloud.ec2.subnet_ids[zone.index()],
        defaults::FREE_ADDRESSES
    );
    Err(ApiError::new("InvalidSubnet", message))
}

fn read_groups(cloud: &Cloud, ids: &[String]) -> Result<Vec<SecurityGroupIndex>, ApiError> {
    if ids.is_empty() {
        return Ok(vec![SecurityGroupIndex::DEFAULT]);
    }
    cloud
        .ec2
        .groups_with_ids(ids)
        .map_err(|error| ApiError::new("InvalidSecurityGroup", error.message))
}

/// Deletes a load balancer; one that is not there is as good as deleted.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteLoadBalancerInput) -> Result<(), ApiError> {
    let arn = input.load_balancer_arn.as_deref().unwrap_or_default();
    let index = match cloud.balancer_with_arn(arn) {
        Ok(index) => index,
        Err(error) if error.code == "LoadBalancerNotFound" => {
            cloud.accept();
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if cloud
        .elbv2
        .balancer(index)
        .attributes
        .is_on("deletion_protection.enabled")
    {
        let message =
            format!("Load balancer '{arn}' cannot be deleted because deletion protection is enabled");
        return Err(ApiError::new("OperationNotPermitted", message));
    }
    let cause = cloud.accept();
    cloud.delete_balancer(index, cause);
    Ok(())
}

/// Changes settings.
pub(super) fn modify(
    cloud: &mut Cloud,
    input: &ModifyLoadBalancerAttributesInput,
) -> Result<ModifyLoadBalancerAttributesOutput, ApiError> {
    let index = cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    let changed = cloud.elbv2.balancer(index).attributes.with(&input.attributes)?;
    let cause = cloud.accept();
    let balancer = &mut cloud.elbv2.all_balancers[index.index()];
    (balancer.idle_timeout, balancer.attributes) = (changed.idle_timeout(), changed);
    cloud.balancer_changed(index, cause);
    Ok(ModifyLoadBalancerAttributesOutput {
        attributes: cloud.elbv2.balancer(index).attributes.to_api(),
    })
}

/// Describes settings.
pub(super) fn describe_attributes(
    cloud: &Cloud,
    input: &DescribeLoadBalancerAttributesInput,
) -> Result<DescribeLoadBalancerAttributesOutput, ApiError> {
    let index = cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    Ok(DescribeLoadBalancerAttributesOutput {
        attributes: cloud.elbv2.balancer(index).attributes.to_api(),
    })
}

/// Gives a load balancer other zones; targets in zones that it leaves are unused from now on.
pub(super) fn set_subnets(cloud: &mut Cloud, input: &SetSubnetsInput) -> Result<SetSubnetsOutput, ApiError> {
    let index = cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    let zones = read_zones(cloud, &input.subnets, &input.subnet_mappings)?;
    check_addresses(input.ip_address_type.as_deref())?;
    check_space(cloud, &zones, &cloud.zones_of(index))?;
    let cause = cloud.accept();
    cloud.set_zones(index, &zones);
    let fact = cloud.balancer_changed(index, cause);
    cloud.renew_groups(index, fact);
    Ok(SetSubnetsOutput {
        availability_zones: cloud.describe_zones(&cloud.elbv2.balancer(index).nodes),
        ip_address_type: Some("ipv4".to_owned()),
    })
}

/// Gives a load balancer addresses of another kind, if its subnets had any.
pub(super) fn set_ip_address_type(
    cloud: &mut Cloud,
    input: &SetIpAddressTypeInput,
) -> Result<SetIpAddressTypeOutput, ApiError> {
    cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    check_addresses(input.ip_address_type.as_deref())?;
    cloud.accept();
    Ok(SetIpAddressTypeOutput {
        ip_address_type: input.ip_address_type.clone(),
    })
}

/// Gives a load balancer other security groups.
pub(super) fn set_security_groups(
    cloud: &mut Cloud,
    input: &SetSecurityGroupsInput,
) -> Result<SetSecurityGroupsOutput, ApiError> {
    let index = cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    let groups = read_groups(cloud, &input.security_groups)?;
    let cause = cloud.accept();
    cloud.elbv2.all_balancers[index.index()].groups = groups;
    cloud.balancer_changed(index, cause);
    cloud.elbv2_sees_groups();
    Ok(SetSecurityGroupsOutput {
        security_group_ids: cloud.group_ids(index),
    })
}

/// Describes load balancers, all or those named.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeLoadBalancersInput,
) -> Result<DescribeLoadBalancersOutput, ApiError> {
    let mut wanted = Vec::new();
    for arn in &input.load_balancer_arns {
        wanted.push(cloud.balancer_with_arn(arn)?);
    }
    wanted.extend(named(cloud, &input.names)?);
    let all = cloud.elbv2.balancers().map(|(index, _)| index);
    let shown = all.filter(|index| wanted.is_empty() || wanted.contains(index));
    let (shown, next_marker) = page(shown, input.marker.as_deref(), input.page_size)?;
    let shown = shown.into_iter().map(|index| cloud.describe_balancer(index));
    Ok(DescribeLoadBalancersOutput {
        load_balancers: shown.collect(),
        next_marker,
    })
}

fn named(cloud: &Cloud, names: &[String]) -> Result<Vec<BalancerIndex>, ApiError> {
    let find = |name: &String| {
        let mut balancers = cloud.elbv2.balancers();
        balancers.find(|(_, balancer)| balancer.name == *name)
    };
    let missing: Vec<&str> = names
        .iter()
        .filter(|name| find(name).is_none())
        .map(String::as_str)
        .collect();
    if missing.is_empty() {
        return Ok(names.iter().filter_map(find).map(|(index, _)| index).collect());
    }
    let message = format!("Load balancers '[{}]' not found", missing.join(", "));
    Err(ApiError::new("LoadBalancerNotFound", message))
}

impl Cloud {
    /// The enabled zones of a load balancer.
    pub(crate) fn zones_of(&self, index: BalancerIndex) -> Vec<ZoneIndex> {
        let nodes = self.elbv2.balancer(index).nodes.iter();
        nodes.map(|node| self.elbv2.nodes[node.index()].zone).collect()
    }

    /// One node in each of `zones`: those that are there stay.
    fn set_zones(&mut self, index: BalancerIndex, zones: &[ZoneIndex]) {
        let old = std::mem::take(&mut self.elbv2.all_balancers[index.index()].nodes);
        let mut nodes = Vec::with_capacity(zones.len());
        for &zone in zones {
            let known = old
                .iter()
                .find(|node| self.elbv2.nodes[node.index()].zone == zone);
            let node = known.copied().unwrap_or_else(|| self.new_node(index, zone));
            nodes.push(node);
        }
        for node in old.iter().filter(|node| !nodes.contains(node)) {
            self.retire_node(*node);
        }
        self.elbv2.all_balancers[index.index()].nodes = nodes;
    }

    fn new_node(&mut self, balancer: BalancerIndex, zone: ZoneIndex) -> NodeIndex {
        let index = NodeIndex(self.elbv2.nodes.len() as u32);
        let address = self.ec2.addresses.assign_to_node(index);
        self.elbv2.nodes.push(Node {
            balancer,
            zone,
            address,
            enabled: true,
            counts: NodeCounts::default(),
            failed: 0,
            told: NodeCounts::default(),
        });
        let internet_facing = self.elbv2.balancer(balancer).internet_facing;
        let rate = internet_facing.then_some(prices::PUBLIC_IPV4);
        self.bill.set(Item::NodeAddress(index), self.now, rate);
        index
    }

    fn retire_node(&mut self, node: NodeIndex) {
        let cause = self.elbv2.balancer(self.elbv2.nodes[node.index()].balancer).cause;
        let state = &mut self.elbv2.nodes[node.index()];
        state.enabled = false;
        self.ec2.addresses.release(state.address, cause);
        self.bill.set(Item::NodeAddress(node), self.now, None);
    }

    /// A load balancer has been provisioned.
    pub(crate) fn balancer_is_active(&mut self, index: BalancerIndex) {
        let balancer = self.elbv2.balancer(index);
        if balancer.deleted {
            return;
        }
        let what = fact::What::Elbv2(What::BalancerActive(index));
        let fact = self.facts.note(self.now, balancer.cause, what);
        let balancer = &mut self.elbv2.all_balancers[index.index()];
        balancer.active_since = Some(self.now);
        balancer.cause = fact;
        self.settle_groups(index, fact);
    }

    /// Something about a load balancer is different from now on.
    pub(crate) fn balancer_changed(&mut self, index: BalancerIndex, cause: FactId) -> FactId {
        let fact = self
            .facts
            .note(self.now, cause, fact::What::Elbv2(What::BalancerChanged(index)));
        self.elbv2.all_balancers[index.index()].cause = fact;
        fact
    }

    /// Its groups begin anew: other nodes check and choose.
    fn renew_groups(&mut self, index: BalancerIndex, cause: FactId) {
        let groups: Vec<_> = self
            .elbv2
            .groups()
            .filter(|(_, group)| group.balancer == Some(index))
            .collect();
        let groups: Vec<_> = groups.into_iter().map(|(index, _)| index).collect();
        for group in groups {
            self.renew_group(group, cause);
        }
        self.settle_groups(index, cause);
    }

    fn delete_balancer(&mut self, index: BalancerIndex, cause: FactId) {
        let fact = self
            .facts
            .note(self.now, cause, fact::What::Elbv2(What::BalancerDeleted(index)));
        let balancer = &mut self.elbv2.all_balancers[index.index()];
        (balancer.deleted, balancer.cause) = (true, fact);
        balancer.answers.clear();
        for node in balancer.nodes.clone() {
            self.retire_node(node);
        }
        for listener in &mut self.elbv2.all_listeners {
            listener.deleted |= listener.balancer == index;
        }
        self.settle_groups(index, fact);
        self.bill.set(Item::LoadBalancer(index), self.now, None);
    }
}
