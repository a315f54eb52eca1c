//! The picture of an account with load balancers, groups and alarms: nothing that it holds is left out.

use std::collections::BTreeSet;

use api::cloudwatch::PutMetricAlarmInput;
use api::elbv2 as shape;
use api::sandbox::ClientsInput;
use cloud::ec2::InstanceIndex;
use cloud::lab::Lab;
use cloud::workload::Outcome;

use super::{Live, Meter, newest_failed_at, picture, request_blame, request_detail};
use crate::detail::Detail;
use crate::fleet::{AlarmState, Deed, Health, Thing};
use crate::flight::{Ending, Flight, Place};
use crate::request::{Happened, RequestDetail, RequestRef, Stands};
use crate::scene::Requests;
use crate::{Picture, Slots};

/// A load balancer `web` in zones a and b, its target group `web` with an instance in each, and employees who know it.
struct Web {
    lab: Lab,
    balancer: String,
    group: String,
    instances: Vec<InstanceIndex>,
}

impl Web {
    fn new() -> Self {
        let mut lab = Lab::new();
        let subnets = lab.cloud().ec2.subnet_ids[..2].to_vec();
        let made = lab.make(shape::CreateLoadBalancerInput {
            name: Some("web".to_owned()),
            subnets,
            ..Default::default()
        });
        let balancer = made.load_balancers[0].load_balancer_arn.clone().expect("an ARN");
        let group = lab.make(shape::CreateTargetGroupInput {
            name: Some("web".to_owned()),
            protocol: Some("HTTP".to_owned()),
            port: Some(80),
            vpc_id: Some(lab.cloud().ec2.vpc_id.clone()),
            ..Default::default()
        });
        let group = group.target_groups[0].target_group_arn.clone().expect("an ARN");
        let mut instances = lab.launch(1, 'a');
        instances.extend(lab.launch(1, 'b'));
        lab.pass_secs(30);
        let mut web = Self {
            lab,
            balancer,
            group,
            instances,
        };
        web.listen();
        web.register();
        web
    }

    fn listen(&mut self) {
        self.lab.make(shape::CreateListenerInput {
            load_balancer_arn: Some(self.balancer.clone()),
            protocol: Some("HTTP".to_owned()),
            port: Some(80),
            default_actions: vec![shape::Action {
                action_type: Some("forward".to_owned()),
                target_group_arn: Some(self.group.clone()),
                ..Default::default()
            }],
            ..Default::default()
        });
    }

    fn targets(&self) -> Vec<shape::TargetDescription> {
        let ids = self.instances.iter().map(|&instance| self.lab.id(instance));
        ids.map(|id| shape::TargetDescription {
            id: Some(id),
            ..Default::default()
        })
        .collect()
    }

    fn register(&mut self) {
        let targets = self.targets();
        self.lab.make(shape::RegisterTargetsInput {
            target_group_arn: Some(self.group.clone()),
            targets,
        });
    }

    /// Employees know the load balancer, and time enough has passed for everything to be well.
    fn busy() -> Self {
        let mut web = Self::new();
        web.lab.pass_secs(240);
        let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("it was made");
        let endpoint = vec![balancer.dns_name.clone()];
        web.lab.make(ClientsInput { endpoint });
        web.lab.traffic(40.0);
        web.lab.pass_secs(10);
        web
    }

    fn picture(&self) -> Picture {
        picture(self.lab.cloud(), &mut Slots::default(), &Meter::default())
    }

    fn beliefs(&self) -> Vec<Health> {
        let picture = self.picture();
        let first =
            |(_, instance): (_, &crate::Instance)| instance.beliefs.first().map(|belief| belief.health);
        picture.instances().filter_map(first).collect()
    }

    /// A request that ended lately and satisfies a condition.
    fn ended(&self, wanted: impl Fn(&Flight) -> bool) -> Flight {
        let live = Live(self.lab.cloud());
        let flights = (1..=live.newest()).rev().filter_map(|id| live.flight(id));
        flights
            .into_iter()
            .find(|flight| wanted(flight))
            .expect("there was one")
    }
}

fn stations(flight: &Flight) -> Vec<Place> {
    let legs = flight.legs.as_slice();
    std::iter::once(legs[0].from)
        .chain(legs.iter().map(|leg| leg.to))
        .collect()
}

#[test]
fn a_load_balancer_stands_with_a_node_in_each_of_its_zones() {
    let web = Web::new();
    let picture = web.picture();
    let balancer = &picture.fleet.balancers[0];
    assert_eq!(
        (&*balancer.name, balancer.active, balancer.addressed),
        ("web", false, false)
    );
    let nodes: Vec<usize> = picture.zones.iter().map(|zone| zone.nodes.len()).collect();
    assert_eq!(nodes, [1, 1, 0]);
    assert!(picture.zones[2].is_empty() && !picture.zones[0].is_empty());
    let listener = &balancer.listeners[0];
    assert_eq!(
        (listener.port, listener.rules.len(), listener.rules[0].priority),
        (80, 1, None)
    );
    assert!(matches!(&listener.rules[0].deed, Deed::Forward(groups) if &*groups[0].0 == "web"));
}

#[test]
fn beliefs_go_from_initial_to_healthy_to_draining() {
    let mut web = Web::new();
    let mut seen = Vec::new();
    for _ in 0..240 {
        web.lab.pass_secs(1);
        seen.push(web.beliefs()[0]);
    }
    seen.dedup();
    assert_eq!(seen, [Health::Unused, Health::Initial, Health::Healthy]);
    assert_eq!(web.beliefs(), [Health::Healthy; 2]);
    let node = web.picture().zones[0].nodes[0].clone();
    assert_eq!((node.in_dns, node.healthy, node.registered), (true, 2, 2));
    let targets = web.targets();
    web.lab.make(shape::DeregisterTargetsInput {
        target_group_arn: Some(web.group.clone()),
        targets,
    });
    web.lab.pass_secs(60);
    assert_eq!(web.beliefs(), [Health::Draining; 2]);
    let picture = web.picture();
    let (_, instance) = picture.instances().next().expect("it is shown");
    let left = instance.beliefs[0]
        .until
        .map(|until| until.since(web.lab.cloud().now()));
    assert_eq!(left, Some(des::SimDuration::from_secs(240)));
}

#[test]
fn what_is_so_and_what_is_believed_may_differ() {
    let mut web = Web::busy();
    web.lab.fault("instance-crash", web.instances[0], None);
    web.lab.pass_secs(3);
    let condition = |web: &Web| web.picture().instance(0).map(|(_, instance)| instance.condition);
    assert_eq!(condition(&web), Some(crate::Condition::Crashed));
    assert_eq!(web.beliefs()[0], Health::Healthy, "no check has failed twice");
    web.lab.pass_secs(75);
    assert_eq!(web.beliefs()[0], Health::Unhealthy);
    let picture = web.picture();
    let (_, instance) = picture.instance(0).expect("it is shown");
    assert_eq!(instance.beliefs[0].reason.as_deref(), Some("Target.Timeout"));
}

#[test]
fn a_request_goes_through_a_node_and_comes_back_through_it() {
    let web = Web::busy();
    let way = stations(&web.ended(|flight| flight.ending == Some(Ending::Served)));
    assert!(
        matches!(way[..3], [Place::Office(_), Place::Node(_), Place::Instance(_)]),
        "{way:?}"
    );
    let [.., instance, node, office] = way[..] else {
        panic!("{way:?}")
    };
    assert_eq!((office, node, instance), (way[0], way[1], way[2]));
}

#[test]
fn what_a_node_answers_itself_fails_at_the_node() {
    let mut web = Web::busy();
    let targets = web.targets();
    web.lab.make(shape::DeregisterTargetsInput {
        target_group_arn: Some(web.group.clone()),
        targets,
    });
    web.lab.pass_secs(5);
    let failed = web.ended(|flight| flight.ending == Some(Ending::Failed));
    let way = stations(&failed);
    assert!(
        matches!(way[..], [Place::Office(_), Place::Node(_)]),
        "503: {way:?}"
    );
    let mut totals = Vec::new();
    Live(web.lab.cloud()).failed(&mut totals);
    let at_nodes: u64 = totals
        .iter()
        .filter(|(place, _)| matches!(place, Place::Node(_)))
        .map(|(_, failed)| failed)
        .sum();
    let all: u64 = totals.iter().map(|(_, failed)| failed).sum();
    assert!(at_nodes > 100 && at_nodes == all, "{totals:?}");
}

#[test]
fn a_connection_that_a_target_refuses_turns_back_at_the_node() {
    let mut web = Web::busy();
    web.lab.fault("app-crash", web.instances[0], None);
    web.lab.pass_secs(1);
    let way = stations(&web.ended(|flight| flight.ending == Some(Ending::Failed)));
    assert!(
        matches!(way[way.len() - 2..], [Place::Instance(0), Place::Node(_)]),
        "502: {way:?}"
    );
}

#[test]
fn wires_lead_from_each_office_to_each_node_and_on_to_each_target() {
    let web = Web::busy();
    let picture = web.picture();
    let count = |is_it: fn(&(Place, Place)) -> bool| {
        let ends = picture.links.iter().map(|link| (link.near, link.far));
        ends.filter(is_it).count()
    };
    assert_eq!(
        count(|ends| matches!(ends, (Place::Office(_), Place::Node(_)))),
        4 * 2
    );
    assert_eq!(
        count(|ends| matches!(ends, (Place::Node(_), Place::Instance(_)))),
        2 * 2
    );
    assert_eq!(
        count(|ends| matches!(ends, (Place::Office(_), Place::Instance(_)))),
        0
    );
    let carried: f64 = picture
        .links
        .iter()
        .filter(|link| matches!(link.far, Place::Node(_)))
        .map(|link| link.per_second)
        .sum();
    assert!((20.0..60.0).contains(&carried), "{carried}");
}

#[test]
fn the_picture_never_shows_less_than_the_account_holds() {
    let mut web = Web::busy();
    web.lab.make(PutMetricAlarmInput {
        alarm_name: Some("errors".to_owned()),
        namespace: Some("AWS/ApplicationELB".to_owned()),
        metric_name: Some("HTTPCode_ELB_5XX_Count".to_owned()),
        statistic: Some("Sum".to_owned()),
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(20.0),
        comparison_operator: Some("GreaterThanThreshold".to_owned()),
        ..Default::default()
    });
    grow(&mut web.lab);
    for _ in 0..40 {
        web.lab.pass_secs(7);
        assert_whole(&web.lab, &web.picture());
    }
    let alarm = &web.picture().fleet.alarms[0];
    assert_eq!((&*alarm.name, alarm.datapoints), ("errors", (1, 1)));
    assert!(
        matches!(alarm.state, AlarmState::InsufficientData | AlarmState::Ok),
        "{alarm:?}"
    );
}

/// An Auto Scaling group of four in all zones.
pub(super) fn grow(lab: &mut Lab) {
    let image = cloud::ec2::Image::named("employee-directory")
        .expect("it is there")
        .id;
    lab.ask(
        "CreateLaunchTemplate",
        &format!(r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {{"ImageId": "{image}", "InstanceType": "t3.micro"}}}}"#),
    );
    let subnets = lab.cloud().ec2.subnet_ids.join(",");
    let request = format!(
        r#"{{"AutoScalingGroupName": "app", "LaunchTemplate": {{"LaunchTemplateName": "web"}}, "MinSize": 2, "MaxSize": 8,
            "DesiredCapacity": 4, "VPCZoneIdentifier": "{subnets}"}}"#
    );
    lab.call("autoscaling", "CreateAutoScalingGroup", &request)
        .expect("a group");
}

/// Every instance that is not long gone, every load balancer, node, target, group, member and alarm is there once.
fn assert_whole(lab: &Lab, picture: &Picture) {
    let (cloud, fleet) = (lab.cloud(), &picture.fleet);
    let shown: BTreeSet<u32> = picture.instances().map(|(_, instance)| instance.index).collect();
    assert_eq!(shown.len(), picture.instances().count(), "each once");
    for index in cloud.ec2.indexes() {
        let gone = cloud.ec2.instances[index.index()].state == cloud::ec2::InstanceState::Terminated;
        assert!(
            gone || shown.contains(&(index.index() as u32)),
            "instance {}",
            index.index()
        );
    }
    let nodes: usize = picture.zones.iter().map(|zone| zone.nodes.len()).sum();
    let has = |balancer: &cloud::elbv2::LoadBalancer| balancer.nodes.len();
    assert_eq!(
        nodes,
        cloud
            .elbv2
            .balancers()
            .map(|(_, balancer)| has(balancer))
            .sum::<usize>()
    );
    assert_eq!(fleet.balancers.len(), cloud.elbv2.balancers().count());
    assert_eq!(fleet.target_groups.len(), cloud.elbv2.groups().count());
    for (shown, (_, group)) in fleet.target_groups.iter().zip(cloud.elbv2.groups()) {
        assert_eq!(shown.targets.len(), group.targets.len());
    }
    for (shown, (_, group)) in fleet.groups.iter().zip(cloud.autoscaling.groups()) {
        assert_eq!(
            (shown.members.len(), shown.desired),
            (group.members.len(), group.desired)
        );
    }
    let members = picture
        .instances()
        .filter(|(_, instance)| instance.member.is_some())
        .count();
    let all: usize = fleet.groups.iter().map(|group| group.members.len()).sum();
    assert_eq!(
        (members, fleet.groups.len()),
        (all, cloud.autoscaling.groups().count())
    );
    assert_eq!(fleet.alarms.len(), cloud.cloudwatch.alarms().count());
}

#[test]
fn a_group_shows_its_members_and_what_it_did() {
    let mut lab = Lab::new();
    grow(&mut lab);
    lab.pass_secs(5);
    let look = |lab: &Lab| picture(lab.cloud(), &mut Slots::default(), &Meter::default());
    let before = look(&lab);
    let group = &before.fleet.groups[0];
    assert_eq!(
        (group.min, group.desired, group.max, group.in_service),
        (2, 4, 8, 0)
    );
    assert_eq!(&*group.zones, [0, 1, 2]);
    lab.pass_secs(240);
    let after = look(&lab);
    let group = &after.fleet.groups[0];
    assert_eq!((group.in_service, group.members.len()), (4, 4));
    assert!(
        group.activities[0].cause.starts_with("At "),
        "{:?}",
        group.activities[0]
    );
    assert!(
        group.activities[0].start >= group.activities[3].start,
        "newest first"
    );
}

impl Web {
    fn detail(&self, request: RequestRef) -> RequestDetail {
        match request_detail(self.lab.cloud(), request) {
            Some(Detail::Request(detail)) => detail,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_way_of_a_request_is_told_in_order_from_its_client_and_back() {
    let web = Web::busy();
    let served = web.ended(|flight| flight.ending == Some(Ending::Served));
    let detail = web.detail(RequestRef::Sent(served.id));
    let what: Vec<Happened> = detail.way.iter().map(|moment| moment.what).collect();
    assert_eq!(
        what[..5],
        [
            Happened::Sent,
            Happened::AtNode,
            Happened::SentOn,
            Happened::Arrived,
            Happened::Taken
        ]
    );
    assert_eq!(what.last(), Some(&Happened::Ended(Outcome::Served)));
    assert!(detail.way.is_sorted_by_key(|moment| moment.after_us));
    assert_eq!(
        detail.way.last().map(|moment| moment.after_us),
        Some(detail.lasted_us)
    );
    assert_eq!(detail.way[1].thing, Some(Thing::Place(stations(&served)[1])));
}

#[test]
fn a_request_that_is_under_way_is_told_as_far_as_it_came() {
    let web = Web::busy();
    let live = Live(web.lab.cloud());
    let under_way = (1..=live.newest())
        .rev()
        .filter_map(|id| live.flight(id))
        .find(|flight| flight.ending.is_none());
    let detail = web.detail(RequestRef::Sent(under_way.expect("some are").id));
    assert!(matches!(detail.stands, Stands::UnderWay(_)));
    assert!(
        detail
            .way
            .iter()
            .all(|moment| moment.after_us <= detail.lasted_us)
    );
}

#[test]
fn the_newest_that_failed_at_a_place_is_found_with_what_it_failed_for() {
    let mut web = Web::busy();
    assert_eq!(newest_failed_at(web.lab.cloud(), Place::Node(0)), None);
    web.lab.fault("app-crash", web.instances[0], None);
    web.lab.pass_secs(1);
    let failed = web.ended(|flight| flight.ending == Some(Ending::Failed));
    let place = failed.legs.last().to;
    let found = newest_failed_at(web.lab.cloud(), place).expect("some failed there");
    assert_eq!(found, RequestRef::Sent(failed.id));
    assert!(matches!(
        web.detail(found).stands,
        Stands::Ended(Outcome::BadGateway)
    ));
    assert!(
        request_blame(web.lab.cloud(), found).is_some(),
        "the app has stopped"
    );
}
