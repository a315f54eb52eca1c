//! What load balancers tell CloudWatch.
//!
//! Source: Application Load Balancers guide, "CloudWatch metrics for your Application Load Balancer". Simplified: of the
//! response time only the mean is kept, and what has no dimension of a zone is the sum over zones.

use super::{Health, NodeCounts, NodeIndex, ScopeCounts, TargetGroup, TargetPhase};
use crate::Cloud;
use crate::cloudwatch::Statistics;
use crate::cloudwatch::publish::Publisher;

const NAMESPACE: &str = "AWS/ApplicationELB";

/// Every load balancer and target group tells its minute.
pub(crate) fn publish(cloud: &mut Cloud, out: &mut Publisher<'_>) {
    let balancers: Vec<_> = cloud.elbv2.balancers().map(|(index, _)| index).collect();
    for index in balancers {
        let dimension = cloud.elbv2.balancer(index).dimension();
        let nodes = cloud.elbv2.balancer(index).nodes.clone();
        tell_nodes(cloud, &dimension, &nodes, out);
        let groups: Vec<_> = cloud
            .elbv2
            .groups()
            .filter(|(_, group)| group.balancer == Some(index))
            .collect();
        let groups: Vec<_> = groups.into_iter().map(|(index, _)| index).collect();
        for group in groups {
            tell_hosts(cloud, cloud.elbv2.group(group), &dimension, out);
            tell_group(&mut cloud.elbv2.all_groups[group.index()], &dimension, out);
        }
    }
}

fn tell_nodes(cloud: &mut Cloud, balancer: &str, nodes: &[NodeIndex], out: &mut Publisher<'_>) {
    let mut all = NodeCounts::default();
    for node in nodes {
        let node = &mut cloud.elbv2.nodes[node.index()];
        all = all.plus(node.counts.minus(node.told));
        node.told = node.counts;
    }
    let own_5xx = all.bad_gateway + all.unavailable + all.gateway_timeout;
    let counts = [
        ("RequestCount", all.requests),
        ("HTTPCode_ELB_5XX_Count", own_5xx),
        ("HTTPCode_ELB_502_Count", all.bad_gateway),
        ("HTTPCode_ELB_503_Count", all.unavailable),
        ("HTTPCode_ELB_504_Count", all.gateway_timeout),
    ];
    for (name, count) in counts
        .into_iter()
        .filter(|(name, count)| *count > 0 || *name == "RequestCount")
    {
        out.put(
            NAMESPACE,
            name,
            &[("LoadBalancer", balancer)],
            "Count",
            Statistics::of(count as f64),
        );
    }
}

fn tell_group(group: &mut TargetGroup, balancer: &str, out: &mut Publisher<'_>) {
    let mut all = ScopeCounts::default();
    for scope in &mut group.scopes {
        all = all.plus(scope.counts.minus(scope.told));
        scope.told = scope.counts;
    }
    let name = group.dimension();
    let dimensions = [("LoadBalancer", balancer), ("TargetGroup", name.as_str())];
    let mut put = |name: &str, unit: &'static str, values: Statistics| {
        out.put(NAMESPACE, name, &dimensions, unit, values)
    };
    put("RequestCount", "Count", Statistics::of(all.requests as f64));
    let answered: u64 = all.answers.iter().sum();
    for (name, count) in ["2XX", "3XX", "4XX", "5XX"]
        .into_iter()
        .zip(all.answers)
        .filter(|(_, count)| *count > 0)
    {
        put(
            &format!("HTTPCode_Target_{name}_Count"),
            "Count",
            Statistics::of(count as f64),
        );
    }
    if all.connection_errors > 0 {
        put(
            "TargetConnectionErrorCount",
            "Count",
            Statistics::of(all.connection_errors as f64),
        );
    }
    if answered > 0 {
        let seconds = all.response_micros as f64 / 1e6;
        let mean = seconds / answered as f64;
        let values = Statistics {
            count: answered as f64,
            sum: seconds,
            min: mean,
            max: mean,
        };
        put("TargetResponseTime", "Seconds", values);
    }
    let healthy = group.scopes.iter().map(|scope| scope.healthy).max().unwrap_or(0);
    if healthy > 0 {
        let each = all.requests as f64 / healthy as f64;
        put("RequestCountPerTarget", "Count", Statistics::of(each));
    }
}

fn tell_hosts(cloud: &Cloud, group: &TargetGroup, balancer: &str, out: &mut Publisher<'_>) {
    let in_use: Vec<_> = group
        .targets
        .iter()
        .map(|index| cloud.elbv2.target(*index))
        .filter(|target| target.phase == TargetPhase::InUse)
        .collect();
    if in_use.is_empty() {
        return;
    }
    let name = group.dimension();
    let dimensions = [("LoadBalancer", balancer), ("TargetGroup", name.as_str())];
    for (metric, wanted) in [
        ("HealthyHostCount", Health::Healthy),
        ("UnHealthyHostCount", Health::Unhealthy),
    ] {
        let seen_by = |place: usize| {
            let believes = |target: &&&super::Target| {
                target
                    .beliefs
                    .get(place)
                    .is_some_and(|belief| belief.health == wanted)
            };
            in_use.iter().filter(believes).count() as f64
        };
        let counts = (0..group.scopes.len()).map(|place| Statistics::of(seen_by(place)));
        if let Some(values) = counts.reduce(Statistics::with) {
            out.put(NAMESPACE, metric, &dimensions, "Count", values);
        }
    }
}

impl NodeCounts {
    fn plus(self, other: Self) -> Self {
        self.combined(other, |a, b| a + b)
    }

    fn minus(self, other: Self) -> Self {
        self.combined(other, |a, b| a - b)
    }

    fn combined(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            requests: with(self.requests, other.requests),
            bad_gateway: with(self.bad_gateway, other.bad_gateway),
            unavailable: with(self.unavailable, other.unavailable),
            gateway_timeout: with(self.gateway_timeout, other.gateway_timeout),
            client_gone: with(self.client_gone, other.client_gone),
            fixed_or_redirect: with(self.fixed_or_redirect, other.fixed_or_redirect),
        }
    }
}

impl ScopeCounts {
    fn plus(self, other: Self) -> Self {
        self.combined(other, |a, b| a + b)
    }

    fn minus(self, other: Self) -> Self {
        self.combined(other, |a, b| a - b)
    }

    fn combined(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            requests: with(self.requests, other.requests),
            fail_open: with(self.fail_open, other.fail_open),
            answers: std::array::from_fn(|place| with(self.answers[place], other.answers[place])),
            connection_errors: with(self.connection_errors, other.connection_errors),
            response_micros: with(self.response_micros, other.response_micros),
        }
    }
}
