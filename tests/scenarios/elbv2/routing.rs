//! Who gets requests.

use cloud::ec2::InstanceIndex;

use super::Web;

/// So many targets in zone a and in zone b, all healthy, under traffic for five minutes.
fn zones(in_a: u32, in_b: u32, setup: impl FnOnce(&mut Web)) -> (Web, Vec<InstanceIndex>) {
    let mut web = Web::new();
    setup(&mut web);
    let mut targets = Vec::new();
    for (n, zone) in [(in_a, 'a'), (in_b, 'b')] {
        if n > 0 {
            targets.extend(web.add(n, zone));
        }
    }
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.pass_secs(90);
    web.lab.traffic(100.0);
    web.lab.pass_secs(300);
    (web, targets)
}

fn two_and_eight(setup: impl FnOnce(&mut Web)) -> (Web, Vec<InstanceIndex>) {
    zones(2, 8, setup)
}

/// Requests of each node, and of each of its targets, by the newest records.
fn by_node(web: &Web, targets: &[InstanceIndex]) -> Vec<(usize, Vec<usize>)> {
    let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("there is one");
    let records: Vec<_> = web.lab.cloud().records.iter().collect();
    let of = |node| {
        let own = records.iter().filter(|record| record.node == node);
        let to = |target: &InstanceIndex| own.clone().filter(|record| record.aimed == *target).count();
        (own.clone().count(), targets.iter().map(to).collect())
    };
    balancer.nodes.iter().copied().map(of).collect()
}

/// One line of the arithmetic of zones: targets in zone a and in zone b, the group's cross-zone setting, and the percent of
/// all requests that each target in a and each in b gets, and those that nobody gets.
type Line = (u32, u32, &'static str, f64, f64, f64);

#[test]
fn the_share_of_a_target_follows_from_zones_and_targets() {
    let table: [Line; 8] = [
        (2, 8, "use_load_balancer_configuration", 10.0, 10.0, 0.0),
        (2, 8, "true", 10.0, 10.0, 0.0),
        (2, 8, "false", 25.0, 6.25, 0.0),
        (8, 2, "false", 6.25, 25.0, 0.0),
        (1, 3, "true", 25.0, 25.0, 0.0),
        (1, 3, "false", 50.0, 50.0 / 3.0, 0.0),
        (0, 4, "true", 0.0, 25.0, 0.0),
        (0, 4, "false", 0.0, 12.5, 50.0),
    ];
    for line @ (in_a, in_b, cross_zone, each_a, each_b, nobody) in table {
        let (web, targets) = zones(in_a, in_b, |web| {
            web.set_group_attribute("load_balancing.cross_zone.enabled", cross_zone);
            // no zone leaves DNS, so that each has half of the clients
            web.set_group_attribute(
                "target_group_health.dns_failover.minimum_healthy_targets.count",
                "off",
            );
        });
        let nodes = by_node(&web, &targets);
        let expected = |place: usize| if place < in_a as usize { each_a } else { each_b };
        let mut shares = vec![0.0; targets.len()];
        let mut unserved = 0.0;
        for (all, counts) in &nodes {
            let some: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
            let most = some.iter().max().unwrap_or(&0);
            // in turn, but for those that have not ended
            assert!(some.iter().all(|count| most - count <= 4), "{line:?}: {counts:?}");
            // each node has half of all requests, whatever the draw of DNS was
            for (share, count) in shares.iter_mut().zip(counts) {
                *share += 50.0 * *count as f64 / *all as f64;
            }
            unserved += 50.0 * (*all - counts.iter().sum::<usize>()) as f64 / *all as f64;
        }
        let all: usize = nodes.iter().map(|(all, _)| all).sum();
        // whom nobody serves asks for no second page
        let even = nobody > 0.0 || nodes.iter().all(|(own, _)| own * 100 > all * 45);
        assert!(even, "{line:?}: {nodes:?}");
        for (place, share) in shares.iter().enumerate() {
            assert!((share - expected(place)).abs() < 0.05, "{line:?}: {shares:?}");
        }
        assert!((unserved - nobody).abs() < 0.05, "{line:?}: {unserved}");
    }
}

#[test]
fn every_algorithm_uses_every_target() {
    for algorithm in ["least_outstanding_requests", "weighted_random"] {
        let (web, targets) =
            two_and_eight(|web| web.set_group_attribute("load_balancing.algorithm.type", algorithm));
        let shares = web.shares(&targets);
        assert!(
            shares.iter().all(|share| *share > 5.0 && *share < 15.0),
            "{algorithm}: {shares:?}"
        );
    }
}

#[test]
fn the_least_busy_target_gets_more_when_one_is_slow() {
    let run = |algorithm: &str| {
        let (mut web, targets) =
            two_and_eight(|web| web.set_group_attribute("load_balancing.algorithm.type", algorithm));
        web.lab.fault("instance-slow", targets[0], None);
        web.lab.pass_secs(300);
        web.shares(&targets)[0]
    };
    let (fair, clever) = (run("round_robin"), run("least_outstanding_requests"));
    assert!(clever < fair * 0.9, "{clever} against {fair}");
}

#[test]
fn an_unhealthy_target_gets_nothing_while_others_are_healthy() {
    let mut web = Web::new();
    let targets = web.add(2, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.traffic(20.0);
    web.lab.fault("app-crash", targets[0], None);
    web.seconds_until(targets[0], "unhealthy Target.FailedHealthChecks");
    web.lab.pass_secs(30);
    assert_eq!(
        web.outcomes(60).iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["served"]
    );
}

#[test]
fn when_all_are_unhealthy_all_get_requests() {
    let mut web = Web::new();
    let targets = web.add(2, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    for target in &targets {
        web.lab.fault("app-crash", *target, None);
    }
    web.lab.pass_secs(90);
    web.lab.traffic(20.0);
    web.lab.pass_secs(10);
    let outcomes = web.outcomes(60);
    assert_eq!(
        outcomes.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["bad-gateway"],
        "{outcomes:?}"
    );
}

#[test]
fn a_dark_zone_leaves_dns_and_the_other_one_serves() {
    let mut web = Web::new();
    let mut targets = web.add(2, 'a');
    targets.extend(web.add(2, 'b'));
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.traffic(20.0);
    web.lab.pass_secs(60);
    web.lab.outage('a', Some("10m"));
    let early = web.outcomes(60);
    assert!(
        early.iter().any(|(name, _)| *name == "timed-out"),
        "half of the clients know the dark node: {early:?}"
    );
    web.lab.pass_secs(90);
    let later = web.outcomes(120);
    assert_eq!(
        later.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["served"],
        "{later:?}"
    );
    web.lab.pass_secs(600);
    let after = web.outcomes(60);
    assert_eq!(
        after.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["served"],
        "{after:?}"
    );
}

#[test]
fn a_zone_with_too_few_healthy_targets_leaves_dns() {
    let half = "target_group_health.dns_failover.minimum_healthy_targets.percentage";
    let run = |cross_zone: &str| {
        let mut web = Web::new();
        web.set_group_attribute("load_balancing.cross_zone.enabled", cross_zone);
        web.set_group_attribute(half, "50");
        let mut targets = web.add(10, 'a');
        targets.extend(web.add(10, 'b'));
        for target in &targets {
            web.seconds_until(*target, "healthy");
        }
        for target in &targets[10..16] {
            web.lab.fault("app-crash", *target, None);
        }
        web.lab.pass_secs(90);
        let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("there is one");
        balancer.in_dns().len()
    };
    assert_eq!(run("false"), 1, "40 % of zone b are healthy");
    assert_eq!(run("true"), 2, "70 % of all are");
}

#[test]
fn rules_send_requests_elsewhere() {
    use api::elbv2 as shape;
    let mut web = Web::new();
    let plain = web.add(1, 'a');
    let input = super::group_input(&web.lab, "photos");
    let photos = super::create_group(&mut web.lab, input);
    let web_group = std::mem::replace(&mut web.group, photos.clone());
    let special = web.add(1, 'b');
    let rule = super::path_rule(&web.listener, 10, "/photo/*", super::forward(&photos));
    let rule = web.lab.make(rule);
    web.seconds_until(special[0], "healthy");
    web.group = web_group;
    web.seconds_until(plain[0], "healthy");
    web.give_name();
    web.lab.traffic(20.0);
    web.lab.pass_secs(120);
    for record in web
        .lab
        .cloud()
        .records
        .iter()
        .filter(|record| record.outcome.is_served())
    {
        let expected = if record.route == cloud::app::Route::Photo {
            special[0]
        } else {
            plain[0]
        };
        assert_eq!(record.target, expected);
    }
    let arn = rule.rules[0].rule_arn.clone();
    let shown = web.lab.look(shape::DescribeRulesInput {
        listener_arn: Some(web.listener.clone()),
        ..Default::default()
    });
    let priorities: Vec<_> = shown
        .rules
        .iter()
        .filter_map(|rule| rule.priority.clone())
        .collect();
    assert_eq!(priorities, ["10", "default"]);
    web.lab.make(shape::SetRulePrioritiesInput {
        rule_priorities: vec![shape::RulePriorityPair {
            rule_arn: arn.clone(),
            priority: Some(20),
        }],
    });
    web.lab.make(shape::ModifyRuleInput {
        rule_arn: arn.clone(),
        actions: super::fixed_response("503"),
        ..Default::default()
    });
    let outcomes = web.outcomes(60);
    let names: Vec<_> = outcomes.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["served", "unavailable"], "{outcomes:?}");
    web.lab.make(shape::DeleteRuleInput { rule_arn: arn });
    web.lab.pass_secs(10);
    let outcomes = web.outcomes(60);
    assert_eq!(
        outcomes.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["served"],
        "{outcomes:?}"
    );
}

/// Ten targets in each zone, six of zone b's crashed; what became of requests under an unhealthy-state minimum.
fn ten_and_ten(minimum: (&str, &str), cross_zone: &str) -> Vec<&'static str> {
    let unit = minimum.0;
    let routing = format!("target_group_health.unhealthy_state_routing.minimum_healthy_targets.{unit}");
    let mut web = Web::new();
    web.set_group_attribute("load_balancing.cross_zone.enabled", cross_zone);
    web.set_group_attribute(
        "target_group_health.dns_failover.minimum_healthy_targets.count",
        "off",
    );
    web.set_group_attribute(&routing, minimum.1);
    let mut targets = web.add(10, 'a');
    targets.extend(web.add(10, 'b'));
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    for target in &targets[10..16] {
        web.lab.fault("app-crash", *target, None);
    }
    web.lab.pass_secs(90);
    web.lab.traffic(20.0);
    web.lab.pass_secs(20);
    web.outcomes(60).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_node_with_too_few_healthy_targets_in_its_scope_sends_to_all_of_it() {
    let table: [(&str, &str, &str, &[&str]); 6] = [
        ("percentage", "50", "false", &["served", "bad-gateway"]),
        ("percentage", "40", "false", &["served"]),
        ("percentage", "50", "true", &["served"]),
        ("count", "5", "false", &["served", "bad-gateway"]),
        ("count", "4", "false", &["served"]),
        ("count", "15", "true", &["served", "bad-gateway"]),
    ];
    for (unit, minimum, cross_zone, expected) in table {
        let mut found = ten_and_ten((unit, minimum), cross_zone);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{unit} {minimum}, cross-zone {cross_zone}");
    }
}
