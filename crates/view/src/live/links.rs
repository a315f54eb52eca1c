//! Who talks to whom, and how much in the last second.

use cloud::Cloud;
use cloud::app::CALLS_MAX;
use cloud::ec2::{InstanceIndex, InstanceState};
use cloud::elbv2::{BalancerIndex, NodeIndex};
use cloud::workload::{OfficeIndex, Record};
use des::SimDuration;

use super::fleet::{is_addressed, seen_by};
use crate::Link;
use crate::flight::Place;

/// Which requests count: those that ended this long ago or later.
const WINDOW: SimDuration = SimDuration::from_secs(1);
const SERVICES: u16 = 2;

/// The wires of the picture, in the order of their ends: from each office to each addressed instance and node, from each
/// node to its targets, from each running instance to the services.
pub(super) fn links(cloud: &Cloud, shown: &[InstanceIndex], addressed: &[InstanceIndex]) -> Vec<Link> {
    let mut links = Vec::new();
    for office in OfficeIndex::all() {
        addressed
            .iter()
            .for_each(|&to| add(&mut links, desk(office), place(to)));
    }
    for (balancer, state) in cloud.elbv2.balancers() {
        state
            .nodes
            .iter()
            .for_each(|&index| add_node(cloud, balancer, index, &mut links));
    }
    let running = |index: &&InstanceIndex| cloud.ec2.instances[index.index()].state == InstanceState::Running;
    for &index in shown.iter().filter(running) {
        (0..SERVICES).for_each(|service| add(&mut links, place(index), Place::Service(service)));
    }
    count(cloud, &mut links);
    links
}

fn add_node(cloud: &Cloud, balancer: BalancerIndex, index: NodeIndex, links: &mut Vec<Link>) {
    let node = node_place(index);
    if is_addressed(cloud, balancer) {
        OfficeIndex::all().for_each(|office| add(links, desk(office), node));
    }
    for target in seen_by(cloud, balancer, cloud.elbv2.nodes[index.index()].zone) {
        add(links, node, place(target.instance));
    }
}

/// Puts a wire in its place, once.
fn add(links: &mut Vec<Link>, near: Place, far: Place) {
    if let Err(at) = find(links, near, far) {
        let link = Link {
            near,
            far,
            per_second: 0.0,
            failed_per_second: 0.0,
        };
        links.insert(at, link);
    }
}

/// Where a wire is, or where it belongs.
fn find(links: &[Link], near: Place, far: Place) -> Result<usize, usize> {
    links.binary_search_by_key(&(near, far), |link| (link.near, link.far))
}

pub(super) fn place(index: InstanceIndex) -> Place {
    Place::Instance(index.index() as u32)
}

pub(super) fn node_place(index: NodeIndex) -> Place {
    Place::Node(index.index() as u32)
}

pub(super) fn desk(office: OfficeIndex) -> Place {
    Place::Office(office.0.into())
}

fn count(cloud: &Cloud, links: &mut [Link]) {
    let recent = cloud
        .records
        .iter()
        .rev()
        .take_while(|record| cloud.now().since(record.ended_at()) < WINDOW);
    for record in recent {
        for (near, far) in ways(cloud, record) {
            if let Ok(found) = find(links, near, far) {
                links[found].per_second += 1.0;
                links[found].failed_per_second += f64::from(u8::from(!record.outcome.is_served()));
            }
        }
    }
}

/// The wires that a request used.
fn ways(cloud: &Cloud, record: &Record) -> impl Iterator<Item = (Place, Place)> {
    let (office, door) = (desk(record.id.office()), place(record.aimed));
    let (first, second) = match record.node.some().map(node_place) {
        Some(node) => ((office, node), record.aimed.some().map(|_| (node, door))),
        None => ((office, door), None),
    };
    let calls = cloud.app.route(record.route).calls;
    let asked = (0..CALLS_MAX).filter(|&call| record.hops[call].asked > 0);
    let services: Vec<_> = asked
        .filter_map(|call| calls[call].map(|c| (door, Place::Service(c.dependency as u16))))
        .collect();
    std::iter::once(first).chain(second).chain(services)
}
