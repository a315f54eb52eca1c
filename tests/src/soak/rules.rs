//! What must hold at every moment, whatever anyone does.

use std::collections::{BTreeMap, BTreeSet};

use api::autoscaling::{AutoScalingGroup, DescribeAutoScalingGroupsInput, DescribeScalingActivitiesInput};
use api::elbv2::{DescribeTargetGroupsInput, DescribeTargetHealthInput};
use cloud::bill::Money;
use cloud::lab::Lab;

/// An activity that is older has ended: the longest wait of a lifecycle hook is two days.
const LONGEST_ACTIVITY_S: i64 = 3 * 86_400;
/// Activities are looked at only every so many looks: their list is long.
const ACTIVITIES_EVERY: u64 = 500;

/// What was seen before.
#[derive(Debug, Default)]
pub(super) struct Rules {
    charged: Money,
    looks: u64,
    /// The ids of all instances seen so far.
    ids: BTreeSet<String>,
}

impl Rules {
    /// Looks at everything.
    pub(super) fn look(&mut self, lab: &Lab) {
        no_request_is_lost(lab);
        self.the_bill_never_decreases(lab);
        let all = DescribeAutoScalingGroupsInput {
            max_records: Some(100),
            ..Default::default()
        };
        let groups = lab.look(all).groups;
        desired_is_within_bounds(lab, &groups);
        self.no_id_is_given_twice(lab);
        self.an_instance_has_one_place(lab, &groups);
        targets_stand_where_their_group_is_attached(lab);
        self.looks += 1;
        if self.looks.is_multiple_of(ACTIVITIES_EVERY) {
            every_activity_ends(lab);
        }
    }

    fn no_id_is_given_twice(&mut self, lab: &Lab) {
        for instance in &lab.cloud().ec2.instances[self.ids.len()..] {
            let new = self.ids.insert(instance.id.clone());
            assert!(new, "two instances are {} at {}", instance.id, at(lab));
        }
    }

    /// No instance is in two groups or twice in one, and none is there that EC2 does not know.
    fn an_instance_has_one_place(&self, lab: &Lab, groups: &[AutoScalingGroup]) {
        let mut places: BTreeMap<&str, &str> = BTreeMap::new();
        for group in groups {
            for member in &group.instances {
                let id = member.instance_id.as_deref().unwrap_or_default();
                let name = group.group_name.as_deref().unwrap_or_default();
                assert!(self.ids.contains(id), "{name} has {id}, which EC2 does not know");
                let before = places.insert(id, name);
                assert_eq!(before, None, "{id} is in {name} too at {}", at(lab));
            }
        }
    }

    fn the_bill_never_decreases(&mut self, lab: &Lab) {
        let charged = lab.cloud().charged();
        assert!(
            charged >= self.charged,
            "{charged} after {} at {}",
            self.charged,
            at(lab)
        );
        self.charged = charged;
    }
}

fn at(lab: &Lab) -> String {
    lab.simulation.now().to_string()
}

fn no_request_is_lost(lab: &Lab) {
    let cloud = lab.cloud();
    let known = cloud.truth.ended_total() + u64::from(cloud.workload.flights.in_flight());
    assert_eq!(cloud.truth.sent, known, "a request was lost at {}", at(lab));
}

fn desired_is_within_bounds(lab: &Lab, groups: &[AutoScalingGroup]) {
    for group in groups.iter().filter(|group| group.status.is_none()) {
        let bounds = group.min_size..=group.max_size;
        assert!(
            bounds.contains(&group.desired_capacity),
            "{group:?} at {}",
            at(lab)
        );
    }
}

/// A target group says that it belongs to a load balancer if and only if a target of it is checked by that load balancer's
/// nodes: no target is healthy or unhealthy for nobody, and none is named twice.
fn targets_stand_where_their_group_is_attached(lab: &Lab) {
    for group in lab.look(DescribeTargetGroupsInput::default()).target_groups {
        let health = lab.look(DescribeTargetHealthInput {
            target_group_arn: group.target_group_arn.clone(),
            ..Default::default()
        });
        let mut seen = BTreeSet::new();
        for one in &health.descriptions {
            let target = one.target.as_ref().expect("a target has a name");
            assert!(
                seen.insert((target.id.clone(), target.port)),
                "{target:?} is there twice at {}",
                at(lab)
            );
            let state = one
                .target_health
                .as_ref()
                .and_then(|health| health.state.as_deref());
            let checked = matches!(state, Some("healthy" | "unhealthy" | "initial"));
            assert!(
                !checked || !group.load_balancer_arns.is_empty(),
                "{one:?} is checked by nobody at {}",
                at(lab)
            );
        }
    }
}

fn every_activity_ends(lab: &Lab) {
    let now = api::Timestamp::of(lab.simulation.now()).as_micros();
    let activities = lab.look(DescribeScalingActivitiesInput::default()).activities;
    for activity in activities.iter().filter(|activity| activity.end_time.is_none()) {
        let began = activity.start_time.map_or(now, |start| start.as_micros());
        let age_s = (now - began) / 1_000_000;
        assert!(
            age_s < LONGEST_ACTIVITY_S,
            "{activity:?} never ends, at {}",
            at(lab)
        );
    }
}
