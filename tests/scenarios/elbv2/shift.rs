//! Zonal shifts: traffic leaves a zone for a while.

use api::arc_zonal_shift as arc;
use api::elbv2 as shape;
use cloud::ec2::InstanceIndex;

use super::Web;

/// One healthy target in each of two zones, zonal shift enabled, and the name given to the employees.
fn two_zones() -> (Web, [InstanceIndex; 2]) {
    let mut web = Web::new();
    let targets = [web.add(1, 'a')[0], web.add(1, 'b')[0]];
    for target in targets {
        web.seconds_until(target, "healthy");
    }
    web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![super::attribute("zonal_shift.config.enabled", "true")],
    });
    web.give_name();
    (web, targets)
}

fn start(web: &mut Web, expires_in: &str) -> String {
    let started = web.lab.make(arc::StartZonalShiftInput {
        away_from: Some("use2-az1".to_owned()),
        comment: Some("slow".to_owned()),
        expires_in: Some(expires_in.to_owned()),
        resource_identifier: Some(web.balancer.clone()),
    });
    assert_eq!(started.status.as_deref(), Some("ACTIVE"));
    started.zonal_shift_id.expect("it has an id")
}

fn statuses(web: &Web) -> Vec<String> {
    let shown = web.lab.look(arc::ListZonalShiftsInput::default());
    shown.items.into_iter().filter_map(|shift| shift.status).collect()
}

fn overrides(web: &Web) -> Vec<String> {
    let shown = web.lab.look(shape::DescribeTargetHealthInput {
        target_group_arn: Some(web.group.clone()),
        ..Default::default()
    });
    let each = shown.descriptions.into_iter();
    each.filter_map(|one| one.administrative_override?.state)
        .collect()
}

fn in_dns(web: &Web) -> usize {
    let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("there is one");
    balancer.in_dns().len()
}

#[test]
fn a_shifted_zone_leaves_dns_and_gets_no_request_from_any_node() {
    let (mut web, targets) = two_zones();
    start(&mut web, "1h");
    assert_eq!(overrides(&web), ["zonal_shift_active", "no_override"]);
    assert_eq!(in_dns(&web), 1);
    let first = web.lab.cloud().records.end();
    web.lab.traffic(20.0);
    web.lab.pass_secs(120);
    let records = &web.lab.cloud().records;
    let served = (first..records.end()).filter_map(|number| records.get(number));
    let served: Vec<_> = served.filter(|record| record.outcome.is_served()).collect();
    assert!(served.len() > 1_000);
    assert!(served.iter().all(|record| record.target == targets[1]));
}

#[test]
fn a_zonal_shift_ends_at_its_expiry_which_can_be_moved() {
    let (mut web, _) = two_zones();
    let id = start(&mut web, "1m");
    web.lab.pass_secs(30);
    web.lab.make(arc::UpdateZonalShiftInput {
        expires_in: Some("2m".to_owned()),
        zonal_shift_id: Some(id),
        ..Default::default()
    });
    web.lab.pass_secs(119);
    assert_eq!((statuses(&web), in_dns(&web)), (vec!["ACTIVE".to_owned()], 1));
    web.lab.pass_secs(1);
    assert_eq!((statuses(&web), in_dns(&web)), (vec!["EXPIRED".to_owned()], 2));
    assert_eq!(overrides(&web), ["no_override", "no_override"]);
}

#[test]
fn a_cancelled_zonal_shift_gives_the_zone_back_at_once() {
    let (mut web, _) = two_zones();
    let id = start(&mut web, "2h");
    let managed = web.lab.look(arc::GetManagedResourceInput {
        resource_identifier: Some(web.balancer.clone()),
    });
    assert_eq!(managed.zonal_shifts[0].zonal_shift_id.as_ref(), Some(&id));
    let cancelled = web.lab.make(arc::CancelZonalShiftInput {
        zonal_shift_id: Some(id),
    });
    assert_eq!(cancelled.status.as_deref(), Some("CANCELED"));
    assert_eq!(in_dns(&web), 2);
    let all = web.lab.look(arc::ListManagedResourcesInput::default());
    assert_eq!(all.items[0].availability_zones, ["use2-az1", "use2-az2"]);
    assert!(all.items[0].zonal_shifts.is_empty());
}

#[test]
fn with_cross_zone_off_a_zonal_shift_is_left_to_dns() {
    let (mut web, _) = two_zones();
    web.set_group_attribute("load_balancing.cross_zone.enabled", "false");
    start(&mut web, "1h");
    assert_eq!(overrides(&web), ["zonal_shift_delegated_to_dns", "no_override"]);
    assert_eq!(in_dns(&web), 1);
}
