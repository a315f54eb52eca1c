//! A fleet: a load balancer over two zones, its target group, an Auto Scaling group, and alarms.

use std::rc::Rc;

use des::SimTime;
use view::fleet::{
    Activity, Alarm, AlarmState, Balancer, Belief, Deed, Field, Fleet, Group, Health, HealthCheck, Listener,
    Member, Node, Rule, Target, TargetGroup,
};
use view::trouble::{Trouble, TroubleKind, TroublePlace};
use view::{Instance, Picture, Zone};

use super::of_zones;

/// When all of it began to be as it is.
const SINCE: SimTime = SimTime::from_secs(30);

/// Instance 1 serves in the first zone. Instance 2, in the second, hangs and is seen to; its node is not in DNS. The group
/// wants a third, and one of the two alarms rings.
pub(crate) fn of_a_fleet() -> Picture {
    let picture = of_zones(&[&[1], &[2], &[]]);
    let mut zones = picture.zones.to_vec();
    settle(&mut zones[0], node(0, true), healthy());
    settle(&mut zones[1], node(1, false), unhealthy());
    Picture {
        zones: zones.into(),
        fleet: Rc::new(fleet()),
        ..picture
    }
}

/// Puts a node into a zone, and its instance into both groups.
fn settle(zone: &mut Zone, node: Node, belief: Belief) {
    let instance = Instance {
        member: Some(member(zone.instances[0].index)),
        beliefs: [belief].into(),
        ..zone.instances[0].clone()
    };
    zone.instances = [instance].into();
    zone.nodes = [node].into();
}

fn fleet() -> Fleet {
    Fleet {
        balancers: [balancer()].into(),
        target_groups: [target_group()].into(),
        groups: [group()].into(),
        alarms: [
            alarm(0, "calm", AlarmState::Ok),
            alarm(1, "busy", AlarmState::Alarm),
        ]
        .into(),
        troubles: [hangs()].into(),
    }
}

fn node(index: u32, in_dns: bool) -> Node {
    Node {
        index,
        balancer: 0,
        address: format!("10.0.{index}.9").into(),
        in_dns,
        healthy: 1,
        registered: 2,
        failed: 5,
    }
}

fn balancer() -> Balancer {
    Balancer {
        index: 0,
        name: "front".into(),
        dns_name: "front-1.elb.amazonaws.com".into(),
        active: true,
        since: SINCE,
        internet_facing: true,
        addressed: true,
        listeners: [Listener {
            port: 80,
            rules: [rule(Some(10), Deed::Fixed(503)), rule(None, forward())].into(),
        }]
        .into(),
    }
}

fn rule(priority: Option<u32>, deed: Deed) -> Rule {
    let conditions = priority.map(|_| (Field::Path, "/closed".into()));
    Rule {
        priority,
        conditions: conditions.into_iter().collect(),
        deed,
    }
}

fn forward() -> Deed {
    Deed::Forward([("app".into(), 1)].into())
}

fn target_group() -> TargetGroup {
    let target = |instance, belief| Target {
        instance,
        port: 80,
        belief,
    };
    TargetGroup {
        index: 0,
        name: "app".into(),
        balancer: Some(0),
        port: 80,
        check: HealthCheck {
            path: "/health".into(),
            interval_s: 10,
            timeout_s: 5,
            healthy_threshold: 2,
            unhealthy_threshold: 3,
        },
        targets: [target(1, healthy()), target(2, unhealthy())].into(),
    }
}

fn healthy() -> Belief {
    Belief {
        group: 0,
        health: Health::Healthy,
        reason: None,
        description: None,
        since: SINCE,
        against: 0,
        needed: 3,
        until: None,
    }
}

fn unhealthy() -> Belief {
    Belief {
        health: Health::Unhealthy,
        reason: Some("Target.Timeout".into()),
        description: Some("Request timed out".into()),
        ..healthy()
    }
}

fn group() -> Group {
    Group {
        index: 0,
        name: "app-asg".into(),
        min: 1,
        desired: 3,
        max: 4,
        zones: [0, 1].into(),
        in_service: 2,
        members: [member(1), member(2)].into(),
        activities: [activity()].into(),
        refresh: None,
        suspended: ["AZRebalance".into()].into(),
    }
}

fn member(instance: u32) -> Member {
    Member {
        instance,
        group: 0,
        state: "InService",
        in_service: true,
        healthy: true,
    }
}

fn activity() -> Activity {
    Activity {
        start: SINCE,
        description: "Launching a new EC2 instance".into(),
        cause: "the desired capacity went from 2 to 3".into(),
        status: "Failed",
        message: Some("There is no room in this zone.".into()),
        blame: Some(7),
    }
}

fn alarm(index: u32, name: &str, state: AlarmState) -> Alarm {
    Alarm {
        index,
        name: name.into(),
        state,
        since: SINCE,
        reason: format!("why it is {name}").into(),
        metric: "CPUUtilization".into(),
        statistic: "Average".into(),
        comparison: "GreaterThanThreshold",
        threshold: 70.0,
        period_s: 60,
        datapoints: (2, 3),
    }
}

fn hangs() -> Trouble {
    Trouble {
        number: 4,
        place: TroublePlace::Instance(2),
        kind: TroubleKind::Hang,
        since: SINCE,
        until: None,
    }
}
