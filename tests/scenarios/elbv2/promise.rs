//! What an account behind a load balancer promises, and where its single point of failure is.

use cloud::availability::{Availability, SinglePoint};

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
