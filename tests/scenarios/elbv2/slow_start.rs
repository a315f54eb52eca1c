//! Slow start.

use cloud::ec2::InstanceIndex;

use super::{Web, attribute};

const DURATION: &str = "slow_start.duration_seconds";

/// Requests that each instance served among those sent from one second to another, from now.
fn served(web: &mut Web, instances: &[InstanceIndex], seconds: u64) -> Vec<usize> {
    let from = web.lab.cloud().records.iter().count();
    web.lab.pass_secs(seconds);
    let records: Vec<_> = web.lab.cloud().records.iter().skip(from).collect();
    let of = |index: &InstanceIndex| records.iter().filter(|record| record.target == *index).count();
    instances.iter().map(of).collect()
}

fn all_healthy(web: &mut Web, targets: &[InstanceIndex]) {
    for target in targets {
        web.seconds_until(*target, "healthy");
    }
    web.lab.pass_secs(30); // every node has checked
}

#[test]
fn a_new_target_gets_a_share_that_rises_over_the_period() {
    let mut web = Web::new();
    web.set_group_attribute(DURATION, "300");
    let mut targets = web.add(2, 'a');
    all_healthy(&mut web, &targets);
    web.give_name();
    web.lab.traffic(60.0);
    web.lab.pass_secs(60);
    let first = served(&mut web, &targets, 60);
    assert!(
        first[0].abs_diff(first[1]) < 60,
        "the first ones do not start slowly: {first:?}"
    );
    targets.extend(web.add(1, 'b'));
    web.seconds_until(targets[2], "healthy");
    let shares: Vec<f64> = (0..6)
        .map(|_| {
            let counts = served(&mut web, &targets, 60);
            counts[2] as f64 * 2.0 / (counts[0] + counts[1]) as f64
        })
        .collect();
    for (minute, share) in shares.iter().enumerate() {
        let expected = ((minute as f64 + 0.5) / 5.0).min(1.0);
        assert!((share - expected).abs() < 0.12, "minute {minute}: {shares:?}");
    }
}

#[test]
fn a_target_that_was_healthy_before_is_not_slowed() {
    let mut web = Web::new();
    let targets = web.add(1, 'a');
    all_healthy(&mut web, &targets);
    let later = web.add(1, 'b');
    all_healthy(&mut web, &later);
    let both = [targets[0], later[0]];
    web.set_group_attribute(DURATION, "900");
    web.give_name();
    web.lab.traffic(40.0);
    web.lab.pass_secs(20);
    let counts = served(&mut web, &both, 60);
    assert!(counts[0].abs_diff(counts[1]) < counts[0] / 10, "{counts:?}");
}

#[test]
fn a_target_that_becomes_healthy_again_starts_slowly_again() {
    let mut web = Web::new();
    let targets = web.add(2, 'a');
    web.set_group_attribute(DURATION, "900");
    all_healthy(&mut web, &targets);
    web.give_name();
    web.lab.traffic(40.0);
    web.lab.fault("app-crash", targets[1], Some("60s"));
    web.lab.pass_secs(30);
    web.lab.pass_secs(60);
    web.seconds_until(targets[1], "healthy");
    web.lab.pass_secs(30);
    let counts = served(&mut web, &targets, 60);
    assert!(counts[1] * 4 < counts[0] && counts[1] > 0, "{counts:?}");
    web.lab.make(api::elbv2::ModifyTargetGroupAttributesInput {
        target_group_arn: Some(web.group.clone()),
        attributes: vec![attribute(DURATION, "0")],
    });
    let counts = served(&mut web, &targets, 60);
    assert!(
        counts[0].abs_diff(counts[1]) < counts[0] / 10,
        "without it at once: {counts:?}"
    );
}
