//! English for load balancers, target groups, Auto Scaling groups and alarms.

use view::fleet::{
    Alarm, AlarmState, Balancer, Belief, Deed, Field, Group, Health, HealthCheck, Listener, Member, Node,
    Rule, TargetGroup,
};
use view::{Condition, Instance, Zone};

use super::numbers::age;
use crate::text::FleetWords;

pub(super) const FLEET: FleetWords = FleetWords {
    dns: "DNS",
    dns_summary,
    node: "node",
    in_dns: "DNS answers with this node.",
    not_in_dns: "not in DNS",
    node_summary,
    balancer_state: |balancer, age_s| {
        if balancer.active {
            String::new()
        } else {
            format!("provisioning, {}", age(age_s))
        }
    },
    balancer_long_state: |balancer, age_s| {
        let state = if balancer.active { "active" } else { "provisioning" };
        format!("{state} for {}", age(age_s))
    },
    balancer_summary,
    scheme: |internet_facing| {
        if internet_facing {
            "internet-facing"
        } else {
            "internal"
        }
    },
    employees_hold: |addressed| {
        if addressed {
            "use its name"
        } else {
            "do not know its name"
        }
    },
    no_listener: "It has no listener: it refuses every connection.",
    listener: |listener: &Listener| format!("HTTP on port {}", listener.port),
    rule,
    healthy_of: |healthy, all| match all {
        0 => "no targets".to_owned(),
        _ => format!("{healthy} of {all} healthy"),
    },
    target_group_summary,
    check: |check: &HealthCheck| {
        format!(
            "{} every {} s, {} s to answer",
            check.path, check.interval_s, check.timeout_s
        )
    },
    thresholds: |check: &HealthCheck| {
        format!(
            "{} failed in a row, or {} passed",
            check.unhealthy_threshold, check.healthy_threshold
        )
    },
    belief,
    belief_short,
    life: |member: &Member| format!("group: {}", member.state),
    member: |member: &Member| {
        let health = if member.healthy { "Healthy" } else { "Unhealthy" };
        format!("{}, {health}", member.state)
    },
    group_size: |group: &Group| {
        format!(
            "min {} · desired {} · max {}",
            group.min, group.desired, group.max
        )
    },
    group_summary,
    zone_counts,
    alarm_state,
    alarm_since: |alarm: &Alarm, age_s| format!("{} for {}", alarm_state(alarm.state), age(age_s)),
    alarm_summary: |alarm: &Alarm| format!("CloudWatch alarm {}: {}", alarm.name, alarm_state(alarm.state)),
    alarm_rule,
    more_alarms: |others| match others {
        1 => "1 more alarm".to_owned(),
        _ => format!("{others} more alarms"),
    },
    balancers_title: "Load balancers",
    target_groups_title: "Target groups",
    groups_title: "Auto Scaling groups",
    alarms_title: "Alarms",
    target: |name, belief, now_s| format!("{name}: {}", belief_with_reason(belief, now_s)),
};

fn dns_summary(names: &[&str], zones: &[Zone]) -> String {
    let nodes = zones.iter().flat_map(|zone| zone.nodes.iter());
    let (known, all) = nodes.fold((0, 0), |(known, all), node| {
        (known + usize::from(node.in_dns), all + 1)
    });
    format!(
        "DNS: employees ask for {}; it answers with {known} of {all} nodes",
        names.join(" and ")
    )
}

fn node_summary(node: &Node, balancer: &str, zone: &str) -> String {
    let of = if balancer.is_empty() {
        String::new()
    } else {
        format!(" of {balancer}")
    };
    let dns = if node.in_dns { "in DNS" } else { "not in DNS" };
    format!(
        "Node{of} in {zone}: {dns}, {} of {} targets healthy to it",
        node.healthy, node.registered
    )
}

fn balancer_summary(balancer: &Balancer, age_s: u64) -> String {
    let state = if balancer.active {
        "active".to_owned()
    } else {
        format!("provisioning for {}", age(age_s))
    };
    let ports: Vec<String> = balancer
        .listeners
        .iter()
        .map(|listener| listener.port.to_string())
        .collect();
    let ports = if ports.is_empty() {
        "no listener".to_owned()
    } else {
        format!("HTTP on port {}", ports.join(", "))
    };
    format!(
        "Load balancer {}: {state}, {ports}, name {}",
        balancer.name, balancer.dns_name
    )
}

fn rule(rule: &Rule) -> String {
    let deed = match &rule.deed {
        Deed::Redirect => "send the client elsewhere".to_owned(),
        Deed::Fixed(code) => format!("answer {code} itself"),
        Deed::Forward(groups) => match &groups[..] {
            [(only, _)] => format!("forward to {only}"),
            several => {
                let parts = several.iter().map(|(name, weight)| format!("{name} ({weight})"));
                format!("forward by weight to {}", parts.collect::<Vec<_>>().join(", "))
            }
        },
    };
    let Some(priority) = rule.priority else {
        return format!("Otherwise {deed}.");
    };
    let conditions = rule.conditions.iter().map(|(field, patterns)| {
        let field = match field {
            Field::Path => "the path is",
            Field::Host => "the host is",
            Field::Method => "the method is",
        };
        format!("{field} {patterns}")
    });
    let conditions: Vec<String> = conditions.collect();
    format!("{priority}: if {}, {deed}.", conditions.join(" and "))
}

fn target_group_summary(group: &TargetGroup) -> String {
    let used = if group.balancer.is_some() {
        ""
    } else {
        ", no load balancer forwards to it"
    };
    format!(
        "Target group {}: {} of {} targets healthy{used}",
        group.name,
        group.healthy(),
        group.targets.len()
    )
}

fn belief(belief: &Belief, now_s: u64) -> String {
    let age_s = now_s.saturating_sub(belief.since.as_secs());
    let Belief { against, needed, .. } = *belief;
    match (belief.health, against) {
        (Health::Initial, _) => format!("seen: initial, {}", age(age_s)),
        (Health::Healthy, 0) => "seen: healthy".to_owned(),
        (Health::Healthy, missed) => format!("seen: healthy, {missed} of {needed} missed"),
        (Health::Unhealthy, 0) => format!("seen: unhealthy, since {}", age(age_s)),
        (Health::Unhealthy, passed) => format!("seen: unhealthy, {passed} of {needed} passed"),
        (Health::Draining, _) => {
            let left_s = belief
                .until
                .map_or(0, |until| until.as_secs().saturating_sub(now_s));
            format!("draining, {} left", age(left_s))
        }
        (Health::Unused, _) => "seen: unused".to_owned(),
    }
}

/// In a word, and since when or how long still, where there is little room.
fn belief_short(belief: &Belief, now_s: u64) -> (&'static str, String) {
    let age_s = now_s.saturating_sub(belief.since.as_secs());
    let left_s = belief
        .until
        .map_or(0, |until| until.as_secs().saturating_sub(now_s));
    let short = |seconds: u64| match seconds {
        ..120 => format!(", {seconds} s"),
        _ => format!(", {} min", seconds / 60),
    };
    match belief.health {
        Health::Initial => ("initial", short(age_s)),
        Health::Healthy => ("healthy", String::new()),
        Health::Unhealthy => ("unhealthy", short(age_s)),
        Health::Draining => ("draining", short(left_s)),
        Health::Unused => ("unused", String::new()),
    }
}

fn belief_with_reason(what: &Belief, now_s: u64) -> String {
    let said = belief(what, now_s);
    match (&what.reason, &what.description) {
        (Some(code), Some(sentence)) => format!("{said} ({code}: {sentence})"),
        _ => said,
    }
}

fn group_summary(group: &Group) -> String {
    format!(
        "Auto Scaling group {}: {} in service, {} desired, at least {}, at most {}",
        group.name, group.in_service, group.desired, group.min, group.max
    )
}

/// What the zone's instances are, the good first: each with whether it is good.
fn zone_counts(zone: &Zone) -> Vec<(bool, String)> {
    let serves = |instance: &&Instance| instance.condition == Condition::Serving;
    let seen_badly = |instance: &&Instance| {
        let first = instance.beliefs.first();
        first.is_some_and(|belief| belief.health == Health::Unhealthy)
    };
    let starts = |instance: &&Instance| {
        matches!(
            instance.condition,
            Condition::Pending | Condition::OsStarting(_) | Condition::AppStarting(_)
        )
    };
    let count = |is_it: &dyn Fn(&&Instance) -> bool| zone.instances.iter().filter(is_it).count();
    let counts = [
        (true, count(&serves), "serve"),
        (true, count(&starts), "start"),
        (false, count(&seen_badly), "seen: unhealthy"),
    ];
    let shown = counts.into_iter().filter(|(_, count, _)| *count > 0);
    shown
        .map(|(good, count, words)| (good, format!("{count} {words}")))
        .collect()
}

fn alarm_state(state: AlarmState) -> &'static str {
    match state {
        AlarmState::Ok => "OK",
        AlarmState::Alarm => "in alarm",
        AlarmState::InsufficientData => "insufficient data",
    }
}

fn alarm_rule(alarm: &Alarm) -> String {
    let comparison = match alarm.comparison {
        "GreaterThanOrEqualToThreshold" => "at least",
        "GreaterThanThreshold" => "more than",
        "LessThanThreshold" => "less than",
        _ => "at most",
    };
    let (needed, of) = alarm.datapoints;
    format!(
        "{} of {} {comparison} {} in {needed} of {of} periods of {} s",
        alarm.statistic, alarm.metric, alarm.threshold, alarm.period_s
    )
}
