//! Load balancers, target groups, Auto Scaling groups and alarms, added to the picture of the instances.

use std::rc::Rc;

use cloud::Cloud;
use cloud::autoscaling::{GroupIndex, instance_refresh};
use cloud::cloudwatch;
use cloud::elbv2::{self, BalancerIndex, NodeIndex, TargetPhase, TargetState};
use cloud::fact::FactId;
use cloud::region::ZoneIndex;
use des::SimTime;

use super::troubles::troubles;
use crate::fleet::{
    Activity, Alarm, AlarmState, Balancer, Belief, Deed, Field, Fleet, Group, Health, HealthCheck, Listener,
    Member, Node, Refresh, Rule, Target, TargetGroup,
};
use crate::{Instance, Picture, Zone};

/// The newest activities of a group that are shown.
const ACTIVITIES: usize = 8;

/// Adds all that stands around the instances.
pub(super) fn add_fleet(picture: &mut Picture, cloud: &Cloud) {
    let fleet = Fleet {
        balancers: balancers(cloud).collect(),
        target_groups: target_groups(cloud).collect(),
        groups: groups(cloud).collect(),
        alarms: alarms(cloud).collect(),
        troubles: troubles(cloud).collect(),
    };
    if !fleet.is_empty() {
        picture.zones = zones(cloud, picture, &fleet);
        picture.fleet = Rc::new(fleet);
    }
}

/// The zones with their nodes, and the instances with what is believed of them.
fn zones(cloud: &Cloud, picture: &Picture, fleet: &Fleet) -> Rc<[Zone]> {
    let with = |(zone, index): (&Zone, ZoneIndex)| Zone {
        nodes: nodes(cloud, index).collect(),
        instances: zone
            .instances
            .iter()
            .map(|instance| with_beliefs(instance, fleet))
            .collect(),
        ..zone.clone()
    };
    picture
        .zones
        .iter()
        .zip(cloud.region.zone_indexes())
        .map(with)
        .collect()
}

fn with_beliefs(instance: &Instance, fleet: &Fleet) -> Instance {
    let targets = fleet.target_groups.iter().flat_map(|group| group.targets.iter());
    let mut beliefs: Vec<Belief> = targets
        .filter(|target| target.instance == instance.index)
        .map(|target| target.belief.clone())
        .collect();
    // What is shown first is the belief that sends requests, if there is one.
    beliefs.sort_by_key(|belief| belief.health == Health::Unused);
    let mut members = fleet.groups.iter().flat_map(|group| group.members.iter());
    Instance {
        beliefs: beliefs.into(),
        member: members.find(|member| member.instance == instance.index).cloned(),
        ..instance.clone()
    }
}

fn nodes(cloud: &Cloud, zone: ZoneIndex) -> impl Iterator<Item = Node> {
    cloud.elbv2.balancers().flat_map(move |(balancer, state)| {
        let here = state
            .nodes
            .iter()
            .enumerate()
            .filter(move |(_, node)| cloud.elbv2.nodes[node.index()].zone == zone);
        here.map(move |(place, &node)| draw_node(cloud, balancer, place, node))
    })
}

fn draw_node(cloud: &Cloud, balancer: BalancerIndex, place: usize, index: NodeIndex) -> Node {
    let node = &cloud.elbv2.nodes[index.index()];
    let seen: Vec<_> = seen_by(cloud, balancer, node.zone).collect();
    let is_healthy = |target: &&&elbv2::Target| {
        let belief = target.beliefs.get(place);
        belief.is_some_and(|belief| belief.health == elbv2::Health::Healthy)
    };
    Node {
        index: index.index() as u32,
        balancer: balancer.index() as u32,
        address: node.address.ip().to_string().into(),
        in_dns: cloud.elbv2.balancer(balancer).in_dns().contains(&index),
        healthy: seen.iter().filter(is_healthy).count() as u32,
        registered: seen.len() as u32,
        failed: node.failed,
    }
}

/// The targets that a load balancer's node in `zone` may send to.
pub(super) fn seen_by(
    cloud: &Cloud,
    balancer: BalancerIndex,
    zone: ZoneIndex,
) -> impl Iterator<Item = &elbv2::Target> {
    let groups = cloud
        .elbv2
        .groups()
        .map(|(_, group)| group)
        .filter(move |group| group.balancer == Some(balancer));
    let targets = groups.flat_map(|group| {
        let crosses = group.crosses_zones();
        group.targets.iter().map(move |&target| (crosses, target))
    });
    targets.filter_map(move |(crosses, target)| {
        let target = cloud.elbv2.target(target);
        let same_zone = cloud.ec2.instances[target.instance.index()].zone == zone;
        (target.phase == TargetPhase::InUse && (crosses || same_zone)).then_some(target)
    })
}

fn balancers(cloud: &Cloud) -> impl Iterator<Item = Balancer> {
    cloud.elbv2.balancers().map(|(index, balancer)| Balancer {
        index: index.index() as u32,
        name: balancer.name.as_str().into(),
        dns_name: balancer.dns_name.as_str().into(),
        active: balancer.active_since.is_some(),
        since: balancer.active_since.unwrap_or(balancer.created),
        internet_facing: balancer.internet_facing,
        addressed: is_addressed(cloud, index),
        listeners: listeners(cloud, index).collect(),
    })
}

/// Whether employees hold the name of a load balancer.
pub(super) fn is_addressed(cloud: &Cloud, index: BalancerIndex) -> bool {
    let mut endpoints = cloud.workload.clients.endpoints.iter();
    endpoints.any(|endpoint| endpoint.balancer == Some(index))
}

fn listeners(cloud: &Cloud, balancer: BalancerIndex) -> impl Iterator<Item = Listener> {
    cloud.elbv2.listeners_of(balancer).map(|(_, listener)| {
        let ruled = listener.rules.iter().map(|rule| Rule {
            priority: Some(rule.priority),
            conditions: rule.conditions.iter().map(condition).collect(),
            deed: deed(cloud, &rule.action.deed),
        });
        let default = Rule {
            priority: None,
            conditions: Rc::default(),
            deed: deed(cloud, &listener.default.deed),
        };
        Listener {
            port: listener.port,
            rules: ruled.chain([default]).collect(),
        }
    })
}

fn condition(condition: &elbv2::Condition) -> (Field, Rc<str>) {
    let (field, patterns) = match condition {
        elbv2::Condition::Path(patterns) => (Field::Path, patterns),
        elbv2::Condition::Host(patterns) => (Field::Host, patterns),
        elbv2::Condition::Method(patterns) => (Field::Method, patterns),
    };
    (field, patterns.join(", ").into())
}

fn deed(cloud: &Cloud, deed: &elbv2::Deed) -> Deed {
    match deed {
        elbv2::Deed::Redirect => Deed::Redirect,
        elbv2::Deed::Fixed(code) => Deed::Fixed(*code),
        elbv2::Deed::Forward(groups) => {
            let name = |index| cloud.elbv2.group(index).name.as_str().into();
            Deed::Forward(
                groups
                    .iter()
                    .map(|&(index, weight)| (name(index), weight))
                    .collect(),
            )
        }
    }
}

fn target_groups(cloud: &Cloud) -> impl Iterator<Item = TargetGroup> {
    cloud.elbv2.groups().map(|(index, group)| {
        let number = index.index() as u32;
        let targets = group.targets.iter().map(|&target| cloud.elbv2.target(target));
        TargetGroup {
            index: number,
            name: group.name.as_str().into(),
            balancer: group.balancer.map(|balancer| balancer.index() as u32),
            port: group.port,
            check: HealthCheck {
                path: group.check.path.as_str().into(),
                interval_s: group.check.interval_s,
                timeout_s: group.check.timeout_s,
                healthy_threshold: group.check.healthy_threshold,
                unhealthy_threshold: group.check.unhealthy_threshold,
            },
            targets: targets
                .filter_map(|target| draw_target(cloud, number, group, target))
                .collect(),
        }
    })
}

fn draw_target(
    cloud: &Cloud,
    group: u32,
    checked: &elbv2::TargetGroup,
    target: &elbv2::Target,
) -> Option<Target> {
    let health = target.health(cloud.now())?;
    let until = match target.phase {
        TargetPhase::Draining { until } => Some(until),
        _ => None,
    };
    let state = state_of(health.state);
    let needed = match state {
        Health::Unhealthy => checked.check.healthy_threshold,
        _ => checked.check.unhealthy_threshold,
    };
    Some(Target {
        instance: target.instance.index() as u32,
        port: target.port,
        belief: Belief {
            group,
            health: state,
            reason: health.reason.map(Into::into),
            description: health.description.map(Into::into),
            since: since(checked, target, state, until),
            against: against(target),
            needed,
            until,
        },
    })
}

/// The most checks in a row that tell a node otherwise.
fn against(target: &elbv2::Target) -> u32 {
    let seeing = target.beliefs.iter().filter(|belief| !belief.blind);
    seeing.map(|belief| belief.against).max().unwrap_or(0)
}

fn state_of(state: TargetState) -> Health {
    match state {
        TargetState::Initial => Health::Initial,
        TargetState::Healthy => Health::Healthy,
        TargetState::Unhealthy => Health::Unhealthy,
        TargetState::Unused => Health::Unused,
        TargetState::Draining => Health::Draining,
    }
}

/// When all nodes together came to this belief: healthy with the first of them, unhealthy with the last.
fn since(
    group: &elbv2::TargetGroup,
    target: &elbv2::Target,
    health: Health,
    until: Option<SimTime>,
) -> SimTime {
    let of = |wanted| {
        target
            .beliefs
            .iter()
            .filter(move |belief| belief.health == wanted && !belief.blind)
            .map(|belief| belief.since)
    };
    let known = match health {
        Health::Healthy => of(elbv2::Health::Healthy).min(),
        Health::Unhealthy => of(elbv2::Health::Unhealthy).max(),
        Health::Draining => until.map(|until| {
            let before = until
                .as_micros()
                .saturating_sub(group.deregistration_delay().as_micros());
            SimTime::from_micros(before)
        }),
        Health::Initial | Health::Unused => None,
    };
    known.unwrap_or(target.registered)
}

fn groups(cloud: &Cloud) -> impl Iterator<Item = Group> {
    cloud.autoscaling.groups().map(|(index, group)| {
        let number = index.index() as u32;
        let members: Rc<[Member]> = group
            .members
            .iter()
            .map(|member| Member {
                instance: member.instance.index() as u32,
                group: number,
                state: member.state.name(),
                in_service: member.state.name() == "InService",
                healthy: member.healthy,
            })
            .collect();
        Group {
            index: number,
            name: group.spec.name.as_str().into(),
            min: group.spec.min,
            desired: group.desired,
            max: group.spec.max,
            zones: group.spec.zones.iter().map(|zone| zone.index() as u16).collect(),
            in_service: members.iter().filter(|member| member.in_service).count() as u32,
            members,
            activities: activities(cloud, index).collect(),
            refresh: group.refreshes.last().map(refresh),
            suspended: group
                .suspended
                .iter()
                .map(|(process, _)| process.as_str().into())
                .collect(),
        }
    })
}

fn refresh(refresh: &instance_refresh::Refresh) -> Refresh {
    Refresh {
        status: refresh.status.name(),
        percent: refresh.percent(),
        reason: refresh.reason.as_deref().map(Into::into),
    }
}

fn activities(cloud: &Cloud, group: GroupIndex) -> impl Iterator<Item = Activity> {
    let all = cloud.autoscaling.activities().rev().map(|(_, activity)| activity);
    let own = all
        .filter(move |activity| activity.group == group)
        .take(ACTIVITIES);
    own.map(|activity| Activity {
        start: activity.start,
        description: activity.description.as_str().into(),
        cause: activity.cause.as_str().into(),
        status: activity.status,
        message: activity.message.as_deref().map(Into::into),
        blame: activity.blame.some().map(FactId::number),
    })
}

fn alarms(cloud: &Cloud) -> impl Iterator<Item = Alarm> {
    cloud.cloudwatch.alarms().map(|(index, alarm)| Alarm {
        index: index.index() as u32,
        name: alarm.spec.name.as_str().into(),
        state: match alarm.state {
            cloudwatch::AlarmState::Ok => AlarmState::Ok,
            cloudwatch::AlarmState::Alarm => AlarmState::Alarm,
            cloudwatch::AlarmState::InsufficientData => AlarmState::InsufficientData,
        },
        since: alarm.transitioned,
        reason: alarm.reason.as_str().into(),
        metric: alarm.spec.metric.name.as_str().into(),
        statistic: alarm.spec.statistic.as_str().into(),
        comparison: alarm.spec.comparison.name(),
        threshold: alarm.spec.threshold,
        period_s: alarm.spec.period_s,
        datapoints: (alarm.spec.datapoints_to_alarm, alarm.spec.evaluation_periods),
    })
}
