//! Visits that keep their target, or their group.

use std::collections::BTreeMap;

use api::elbv2 as shape;
use cloud::ec2::InstanceIndex;

use super::Web;

/// Two healthy targets in each of zones a and b under traffic, with stickiness as `setup` makes it.
fn sticky(setup: impl FnOnce(&mut Web)) -> (Web, Vec<InstanceIndex>) {
    let mut web = Web::new();
    setup(&mut web);
    let mut targets = web.add(2, 'a');
    targets.extend(web.add(2, 'b'));
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.pass_secs(60);
    web.lab.traffic(50.0);
    web.lab.pass_secs(120);
    (web, targets)
}

/// The targets of each visit with more than one page, in turn, each named once while it stays.
fn ways(web: &Web) -> BTreeMap<u64, Vec<InstanceIndex>> {
    let mut ways: BTreeMap<u64, Vec<InstanceIndex>> = BTreeMap::new();
    let mut pages: BTreeMap<u64, u32> = BTreeMap::new();
    let records = web.lab.cloud().records.iter();
    for record in records.filter(|record| record.outcome.is_served()) {
        let way = ways.entry(record.id.visit()).or_default();
        *pages.entry(record.id.visit()).or_default() += 1;
        if way.last() != Some(&record.target) {
            way.push(record.target);
        }
    }
    ways.retain(|visit, _| pages[visit] > 1);
    ways
}

fn with_one_target(ways: &BTreeMap<u64, Vec<InstanceIndex>>) -> usize {
    ways.values().filter(|way| way.len() == 1).count()
}

#[test]
fn a_visit_keeps_its_target_whatever_others_join() {
    let kinds: [&[(&str, &str)]; 2] = [
        &[("stickiness.enabled", "true")],
        &[
            ("stickiness.type", "app_cookie"),
            ("stickiness.app_cookie.cookie_name", "session"),
            ("stickiness.enabled", "true"),
        ],
    ];
    for kind in kinds {
        let (mut web, _) = sticky(|web| {
            kind.iter()
                .for_each(|(key, value)| web.set_group_attribute(key, value))
        });
        let joined = web.add(3, 'a');
        web.seconds_until(joined[0], "healthy");
        web.lab.pass_secs(180);
        let ways = ways(&web);
        assert!(ways.len() > 500);
        assert_eq!(with_one_target(&ways), ways.len());
        assert!(
            ways.values().any(|way| joined.contains(&way[0])),
            "new visits go there"
        );
    }
}

#[test]
fn without_stickiness_a_visit_goes_from_target_to_target() {
    let (web, _) = sticky(|_| {});
    let ways = ways(&web);
    assert!(with_one_target(&ways) * 2 < ways.len());
}

#[test]
fn a_visit_whose_target_leaves_keeps_the_next_one() {
    let (mut web, targets) = sticky(|web| web.set_group_attribute("stickiness.enabled", "true"));
    web.deregister(&targets[..1]);
    web.lab.pass_secs(180);
    let ways = ways(&web);
    let moved: Vec<_> = ways.values().filter(|way| way.len() > 1).collect();
    assert!(!moved.is_empty());
    for way in moved {
        assert_eq!(
            (way[0], way.len()),
            (targets[0], 2),
            "only those of the lost target move, and once"
        );
    }
}

#[test]
fn a_cookie_that_ends_between_two_pages_keeps_nothing() {
    let (web, _) = sticky(|web| {
        web.set_group_attribute("stickiness.lb_cookie.duration_seconds", "1");
        web.set_group_attribute("stickiness.enabled", "true");
    });
    let ways = ways(&web);
    assert!(with_one_target(&ways) * 2 < ways.len());
}

/// A listener that forwards half to the group `web` and half to another one, each with one target; of the visits with more
/// than one page, how many saw one target only, and how many there are.
fn two_groups(stickiness: Option<shape::TargetGroupStickinessConfig>) -> (usize, usize) {
    let mut web = Web::new();
    let mut targets = web.add(1, 'a');
    let input = super::group_input(&web.lab, "green");
    let green = super::create_group(&mut web.lab, input);
    let groups = [web.group.clone(), green.clone()].map(|group| shape::TargetGroupTuple {
        target_group_arn: Some(group),
        weight: Some(50),
    });
    let action = shape::Action {
        action_type: Some("forward".to_owned()),
        forward_config: Some(shape::ForwardConfig {
            target_groups: groups.to_vec(),
            target_group_stickiness_config: stickiness,
        }),
        ..Default::default()
    };
    web.lab.make(shape::ModifyListenerInput {
        listener_arn: Some(web.listener.clone()),
        default_actions: vec![action],
        ..Default::default()
    });
    web.seconds_until(targets[0], "healthy");
    web.group = green;
    targets.extend(web.add(1, 'a'));
    web.seconds_until(targets[1], "healthy");
    web.give_name();
    web.lab.pass_secs(60);
    web.lab.traffic(50.0);
    web.lab.pass_secs(180);
    let shares = web.shares(&targets);
    assert!((shares[0] - 50.0).abs() < 5.0, "{shares:?}");
    let ways = ways(&web);
    (with_one_target(&ways), ways.len())
}

#[test]
fn a_visit_keeps_its_group_of_a_weighted_forward() {
    let (kept, all) = two_groups(Some(shape::TargetGroupStickinessConfig {
        enabled: Some(true),
        duration_seconds: Some(3_600),
    }));
    assert_eq!(kept, all);
    assert!(all > 500);
    let (kept, all) = two_groups(None);
    assert!(kept * 3 < all * 2, "{kept} of {all}");
}
