//! What an account behind a load balancer promises, and where its single point of failure is.

use api::{arc_zonal_shift as arc, elbv2 as shape};
use cloud::availability::{Availability, Component, SinglePoint, Stage};
use cloud::region::ZoneIndex;

use super::Web;

fn percent(availability: Availability) -> String {
    format!("{:.4}", availability.0 * 100.0)
}

#[test]
fn two_zones_behind_a_load_balancer_promise_more_and_have_no_single_point_of_failure() {
    let mut web = Web::new();
    web.give_name();
    assert_eq!(web.lab.cloud().design().single_point, Some(SinglePoint::Nothing));
    let first = web.add(1, 'a')[0];
    web.lab.pass_secs(60);
    let alone = web.lab.cloud().design();
    assert_eq!(alone.single_point, Some(SinglePoint::Instance(first)));
    assert_eq!(alone.front, Some(Availability::LOAD_BALANCER));
    web.add(1, 'a');
    web.lab.pass_secs(60);
    let zone = web.lab.cloud().ec2.instances[first.index()].zone;
    assert_eq!(
        web.lab.cloud().design().single_point,
        Some(SinglePoint::Zone(zone))
    );
    web.add(1, 'b');
    web.lab.pass_secs(60);
    let design = web.lab.cloud().design();
    assert_eq!(design.single_point, None);
    assert_eq!(percent(design.servers), "99.9975");
    assert_eq!(percent(design.whole), "99.8775");
}

#[test]
fn an_instance_that_is_taken_out_no_longer_counts() {
    let mut web = Web::new();
    web.give_name();
    let (a, b) = (web.add(1, 'a')[0], web.add(1, 'b')[0]);
    web.lab.pass_secs(60);
    assert_eq!(web.lab.cloud().design().single_point, None);
    web.deregister(&[b]);
    assert_eq!(
        web.lab.cloud().design().single_point,
        Some(SinglePoint::Instance(a))
    );
}

#[test]
fn after_a_zonal_shift_the_other_zone_is_the_single_point_of_failure() {
    let mut web = Web::new();
    web.give_name();
    web.add(2, 'a');
    web.add(2, 'b');
    web.lab.pass_secs(60);
    assert_eq!(web.lab.cloud().design().single_point, None);
    web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![super::attribute("zonal_shift.config.enabled", "true")],
    });
    web.lab.make(arc::StartZonalShiftInput {
        away_from: Some("use2-az1".to_owned()),
        comment: Some("slow".to_owned()),
        expires_in: Some("1h".to_owned()),
        resource_identifier: Some(web.balancer.clone()),
    });
    let design = web.lab.cloud().design();
    assert_eq!(design.single_point, Some(SinglePoint::Zone(ZoneIndex(1))));
    assert_eq!(design.instances.len(), 2);
    web.lab.pass_secs(3_700);
    assert_eq!(web.lab.cloud().design().single_point, None);
}

fn percents(stages: &[Stage]) -> Vec<String> {
    stages.iter().map(|stage| percent(stage.by_design)).collect()
}

#[test]
fn each_component_has_its_promise_and_its_measure_and_together_they_are_the_product() {
    let mut web = Web::new();
    web.give_name();
    let (a, b) = (web.add(1, 'a')[0], web.add(1, 'b')[0]);
    web.seconds_until(a, "healthy");
    web.seconds_until(b, "healthy");
    let chain = web.lab.cloud().chain();
    assert_eq!(percents(&chain), ["99.9900", "99.9975", "99.9900", "99.9000"]);
    let whole = web.lab.cloud().design().whole;
    assert_eq!(
        percent(whole),
        percent(Availability::in_series(chain.iter().map(|stage| stage.by_design)))
    );
    web.lab.traffic(20.0);
    web.lab.pass_secs(600);
    web.lab.fault("app-hang", a, Some("300s"));
    web.lab.pass_secs(600);
    let chain = web.lab.cloud().chain();
    let measured = |stage: &Stage| stage.measured.expect("it was measured");
    assert_eq!(measured(&chain[0]), Availability(1.0), "no node was ever cut off");
    assert_eq!(measured(&chain[1]), Availability(1.0), "the other one was there");
    assert_eq!(chain[1].parts[0].component, Component::Instance(a));
    let parts: Vec<f64> = chain[1]
        .parts
        .iter()
        .filter_map(|part| Some(part.measured?.0))
        .collect();
    assert!(parts[0] < 0.9 && parts[1] == 1.0, "{parts:?}");
    assert_eq!(web.lab.cloud().measured_chain(), Some(Availability(1.0)));
    let requests = web.lab.cloud().measured();
    assert_eq!(
        requests.keeps(whole),
        Some(false),
        "those that were sent to the one that hung waited in vain"
    );
}

#[test]
fn a_load_balancer_is_down_only_while_no_node_can_be_reached() {
    let mut web = Web::new();
    web.give_name();
    web.add(1, 'b');
    let active = web
        .lab
        .cloud()
        .elbv2
        .balancers()
        .next()
        .expect("it was made")
        .1
        .active_since;
    let began = web.lab.simulation.now();
    web.lab.outage('a', Some("300s"));
    web.lab.pass_secs(100);
    web.lab.outage('b', Some("100s"));
    web.lab.pass_secs(800);
    let lived = web
        .lab
        .simulation
        .now()
        .since(active.expect("it is"))
        .as_secs_f64();
    let front = web.lab.cloud().chain()[0].measured.expect("it was measured").0;
    assert!(web.lab.simulation.now().since(began).as_secs() == 900);
    assert!((front - (1.0 - 100.0 / lived)).abs() < 1e-9, "{front} of {lived}");
}
