//! What load balancers tell CloudWatch.
//!
//! Source: Application Load Balancers guide, "CloudWatch metrics for your Application Load Balancer". A zone's metrics are
//! those of the node in it; hosts of a zone are those that are there, as all nodes see them. Our choices: one connection a
//! request, so that new and active connections are the same number; bytes are those of requests and of targets' answers;
//! what a rule answered counts in `HTTP_Fixed_Response_Count` and `HTTP_Redirect_Count`, redirects also in 3XX.

use super::minute::{ScopeMinute, micro_units};
use super::routing::{Scope, least_for_dns};
use super::shift::Override;
use super::{
    BalancerIndex, Belief, Health, NodeCounts, TargetGroup, TargetGroupIndex, TargetIndex, TargetPhase,
};
use crate::Cloud;
use crate::bill::{Item, prices};
use crate::cloudwatch::Statistics;
use crate::cloudwatch::publish::Publisher;
use crate::region::ZoneIndex;

const NAMESPACE: &str = "AWS/ApplicationELB";

type Dimension<'a> = (&'static str, &'a str);

/// Every load balancer and target group tells its minute.
pub(crate) fn publish(cloud: &mut Cloud, out: &mut Publisher<'_>) {
    let balancers: Vec<_> = cloud.elbv2.balancers().map(|(index, _)| index).collect();
    for index in balancers {
        let groups = cloud.elbv2.groups();
        let groups: Vec<_> = groups
            .filter(|(_, group)| group.balancer == Some(index))
            .map(|(index, _)| index)
            .collect();
        publish_one(cloud, index, &groups, out);
    }
}

fn publish_one(
    cloud: &mut Cloud,
    index: BalancerIndex,
    groups: &[TargetGroupIndex],
    out: &mut Publisher<'_>,
) {
    let name = cloud.elbv2.balancer(index).dimension();
    let zones = zones_of(cloud, index);
    let nodes = take_nodes(cloud, index);
    let mut scopes = vec![ScopeMinute::default(); nodes.len()];
    for &group in groups {
        let minutes = take_scopes(&mut cloud.elbv2.all_groups[group.index()]);
        tell_group(cloud, group, &name, &minutes, out);
        scopes
            .iter_mut()
            .zip(&minutes)
            .for_each(|(all, one)| all.add(one));
    }
    let (mut all_nodes, mut all_scopes) = (NodeCounts::default(), ScopeMinute::default());
    for ((zone, node), scope) in zones.iter().zip(nodes).zip(&scopes) {
        let zone = cloud.region.zone(*zone).name;
        tell_balancer(
            &[("AvailabilityZone", zone), ("LoadBalancer", &name)],
            node,
            scope,
            out,
        );
        all_nodes = all_nodes.plus(node);
        all_scopes.add(scope);
    }
    let own = [("LoadBalancer", name.as_str())];
    tell_balancer(&own, all_nodes, &all_scopes, out);
    tell_units(cloud, index, all_nodes, all_scopes.bytes(), &own, out);
}

fn zones_of(cloud: &Cloud, index: BalancerIndex) -> Vec<ZoneIndex> {
    let nodes = cloud.elbv2.balancer(index).nodes.iter();
    nodes.map(|node| cloud.elbv2.nodes[node.index()].zone).collect()
}

/// What each node did since it last told.
fn take_nodes(cloud: &mut Cloud, index: BalancerIndex) -> Vec<NodeCounts> {
    let nodes = cloud.elbv2.balancer(index).nodes.clone();
    let take = |node: super::NodeIndex| {
        let node = &mut cloud.elbv2.nodes[node.index()];
        let new = node.counts.minus(node.told);
        node.told = node.counts;
        new
    };
    nodes.into_iter().map(take).collect()
}

/// What each node did in a group since it last told.
fn take_scopes(group: &mut TargetGroup) -> Vec<ScopeMinute> {
    let scopes = group.scopes.iter_mut().map(|scope| {
        let counts = scope.counts.minus(scope.told);
        scope.told = scope.counts;
        let times = std::mem::take(&mut scope.times);
        ScopeMinute { counts, times }
    });
    scopes.collect()
}

/// Capacity units of the minute: told, and charged.
fn tell_units(
    cloud: &mut Cloud,
    index: BalancerIndex,
    nodes: NodeCounts,
    bytes: u64,
    own: &[Dimension<'_>],
    out: &mut Publisher<'_>,
) {
    let micros = micro_units(nodes, bytes);
    let balancer = &mut cloud.elbv2.all_balancers[index.index()];
    balancer.micro_unit_minutes += micros;
    let micro_unit_hours = balancer.micro_unit_minutes / 60;
    cloud
        .bill
        .used_up_to(Item::CapacityUnits(index), micro_unit_hours, prices::LCU);
    let units = Statistics::of(micros as f64 / 1e6);
    out.put(NAMESPACE, "ConsumedLCUs", own, "Count", units);
    count_some(out, own, "RuleEvaluations", nodes.rules);
}

fn count(out: &mut Publisher<'_>, dimensions: &[Dimension<'_>], name: &str, count: u64) {
    let values = Statistics::of(count as f64);
    out.put(NAMESPACE, name, dimensions, "Count", values);
}

/// Of metrics that are told only if there is something to tell.
fn count_some(out: &mut Publisher<'_>, dimensions: &[Dimension<'_>], name: &str, number: u64) {
    if number > 0 {
        count(out, dimensions, name, number);
    }
}

/// Of a load balancer, or its part in one zone.
fn tell_balancer(
    dimensions: &[Dimension<'_>],
    node: NodeCounts,
    scope: &ScopeMinute,
    out: &mut Publisher<'_>,
) {
    count(out, dimensions, "RequestCount", node.requests);
    for (name, number) in [
        ("HTTPCode_ELB_3XX_Count", node.redirects),
        ("HTTPCode_ELB_4XX_Count", node.client_gone),
        (
            "HTTPCode_ELB_5XX_Count",
            node.bad_gateway + node.unavailable + node.gateway_timeout,
        ),
        ("HTTPCode_ELB_502_Count", node.bad_gateway),
        ("HTTPCode_ELB_503_Count", node.unavailable),
        ("HTTPCode_ELB_504_Count", node.gateway_timeout),
        (
            "HTTP_Fixed_Response_Count",
            node.fixed_or_redirect - node.redirects,
        ),
        ("HTTP_Redirect_Count", node.redirects),
        ("NewConnectionCount", node.connections),
        ("ActiveConnectionCount", node.connections),
    ] {
        count_some(out, dimensions, name, number);
    }
    if scope.bytes() > 0 {
        let bytes = Statistics::of(scope.bytes() as f64);
        out.put(NAMESPACE, "ProcessedBytes", dimensions, "Bytes", bytes);
    }
    count_some(out, dimensions, "NonStickyRequestCount", scope.counts.non_sticky);
    tell_answers(dimensions, scope, out);
}

/// What targets answered, and how fast.
fn tell_answers(dimensions: &[Dimension<'_>], scope: &ScopeMinute, out: &mut Publisher<'_>) {
    let classes = [
        "HTTPCode_Target_2XX_Count",
        "HTTPCode_Target_3XX_Count",
        "HTTPCode_Target_4XX_Count",
        "HTTPCode_Target_5XX_Count",
    ];
    for (name, number) in classes.into_iter().zip(scope.counts.answers) {
        count_some(out, dimensions, name, number);
    }
    let errors = scope.counts.connection_errors;
    count_some(out, dimensions, "TargetConnectionErrorCount", errors);
    let times = scope.times.seconds();
    out.put_each(NAMESPACE, "TargetResponseTime", dimensions, "Seconds", &times);
}

fn tell_group(
    cloud: &Cloud,
    index: TargetGroupIndex,
    balancer: &str,
    minutes: &[ScopeMinute],
    out: &mut Publisher<'_>,
) {
    let group = cloud.elbv2.group(index);
    let name = group.dimension();
    let mut all = ScopeMinute::default();
    let mut states = Vec::new();
    let zones = group
        .balancer
        .map_or(Vec::new(), |balancer| zones_of(cloud, balancer));
    for ((zone, minute), scope) in zones.iter().zip(minutes).zip(&group.scopes) {
        let zone = ("AvailabilityZone", cloud.region.zone(*zone).name);
        let wide = [zone, ("TargetGroup", name.as_str())];
        let dimensions = [zone, ("LoadBalancer", balancer), wide[1]];
        tell_requests(&dimensions, minute, out);
        let each = per_target(minute.counts.requests, scope.healthy, scope.registered);
        tell_per_target([&wide[..], &dimensions[..]], each, out);
        if scope.registered > 0 {
            let state = state(group, scope);
            tell_states(&[state], &dimensions, out);
            states.push(state);
        }
        all.add(minute);
    }
    let own = [("TargetGroup", name.as_str())];
    let dimensions = [("LoadBalancer", balancer), own[0]];
    tell_requests(&dimensions, &all, out);
    let most = |of: fn(&Scope) -> usize| group.scopes.iter().map(of).max().unwrap_or(0);
    let (healthy, registered) = (most(|scope| scope.healthy), most(|scope| scope.registered));
    let each = per_target(all.counts.requests, healthy, registered);
    tell_per_target([&own[..], &dimensions[..]], each, out);
    tell_states(&states, &dimensions, out);
    tell_hosts(cloud, group, &dimensions, &zones, out);
}

/// Whether enough targets are healthy to a zone's node: that the zone stays in DNS, and that the healthy ones get all requests.
fn state(group: &TargetGroup, scope: &Scope) -> [bool; 2] {
    [
        scope.healthy >= least_for_dns(group, scope.registered),
        !scope.fail_open,
    ]
}

/// In how many zones enough targets are healthy, and in how many not.
fn tell_states(zones: &[[bool; 2]], dimensions: &[Dimension<'_>], out: &mut Publisher<'_>) {
    let names = [
        ["HealthyStateDNS", "UnhealthyStateDNS"],
        ["HealthyStateRouting", "UnhealthyStateRouting"],
    ];
    for (which, [enough, too_few]) in names.into_iter().enumerate().filter(|_| !zones.is_empty()) {
        let good = zones.iter().filter(|zone| zone[which]).count();
        count(out, dimensions, enough, good as u64);
        count(out, dimensions, too_few, (zones.len() - good) as u64);
    }
}

fn tell_requests(dimensions: &[Dimension<'_>], minute: &ScopeMinute, out: &mut Publisher<'_>) {
    count(out, dimensions, "RequestCount", minute.counts.requests);
    let astray = minute.counts.fail_open;
    count_some(out, dimensions, "UnhealthyRoutingRequestCount", astray);
    tell_answers(dimensions, minute, out);
}

/// Requests for each healthy target, or for each registered one if none is healthy.
fn per_target(requests: u64, healthy: usize, registered: usize) -> Option<f64> {
    let among = if healthy > 0 { healthy } else { registered };
    (among > 0).then(|| requests as f64 / among as f64)
}

fn tell_per_target(sets: [&[Dimension<'_>]; 2], each: Option<f64>, out: &mut Publisher<'_>) {
    for (dimensions, each) in sets.into_iter().zip([each; 2]) {
        if let Some(each) = each {
            let values = Statistics::of(each);
            out.put(NAMESPACE, "RequestCountPerTarget", dimensions, "Count", values);
        }
    }
}

/// Hosts of the group, and of each zone.
fn tell_hosts(
    cloud: &Cloud,
    group: &TargetGroup,
    own: &[Dimension<'_>; 2],
    zones: &[ZoneIndex],
    out: &mut Publisher<'_>,
) {
    let in_use = |index: &&TargetIndex| cloud.elbv2.target(**index).phase == TargetPhase::InUse;
    let all: Vec<TargetIndex> = group.targets.iter().filter(in_use).copied().collect();
    tell_hosts_of(cloud, group, &all, own, out);
    for zone in zones {
        let there = |index: &TargetIndex| {
            let instance = cloud.elbv2.target(*index).instance;
            cloud.ec2.instances[instance.index()].zone == *zone
        };
        let some: Vec<TargetIndex> = all.iter().copied().filter(there).collect();
        let zone = ("AvailabilityZone", cloud.region.zone(*zone).name);
        tell_hosts_of(cloud, group, &some, &[zone, own[0], own[1]], out);
    }
}

/// A metric of hosts, and which of a node's beliefs it counts.
type Counted = (&'static str, fn(&Belief) -> bool);

const BELIEFS: &[Counted] = &[
    ("HealthyHostCount", |belief| belief.health == Health::Healthy),
    ("UnHealthyHostCount", |belief| belief.health == Health::Unhealthy),
];
/// Of groups whose targets are compared. Our choice: AWS tells them of every group, and they are always 0 there.
const ANOMALIES: &[Counted] = &[
    ("AnomalousHostCount", Belief::is_anomalous),
    ("MitigatedHostCount", Belief::is_mitigated),
];

fn tell_hosts_of(
    cloud: &Cloud,
    group: &TargetGroup,
    hosts: &[TargetIndex],
    dimensions: &[Dimension<'_>],
    out: &mut Publisher<'_>,
) {
    if hosts.is_empty() {
        return;
    }
    let compared = if group.watches() { ANOMALIES } else { &[] };
    for &(metric, holds) in BELIEFS.iter().chain(compared) {
        let seen_by = |place: usize| {
            let believes = |index: &&TargetIndex| {
                let belief = cloud.elbv2.target(**index).beliefs.get(place);
                belief.is_some_and(holds)
            };
            Statistics::of(hosts.iter().filter(believes).count() as f64)
        };
        if let Some(values) = (0..group.scopes.len()).map(seen_by).reduce(Statistics::with) {
            out.put(NAMESPACE, metric, dimensions, "Count", values);
        }
    }
    let shifted = hosts.iter().filter(|index| {
        matches!(
            cloud.override_of(**index),
            Some(Override::Active | Override::ByDns)
        )
    });
    count_some(
        out,
        dimensions,
        "ActiveZonalShiftHostCount",
        shifted.count() as u64,
    );
}
