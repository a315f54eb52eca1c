//! Settings, limits, and long answers.

use std::collections::BTreeMap;

use api::elbv2 as shape;
use cloud::lab::Lab;

use super::{Web, attribute, create_balancer, create_group, group_input};

fn of_balancer(lab: &Lab, arn: &str) -> BTreeMap<String, String> {
    let shown = lab.look(shape::DescribeLoadBalancerAttributesInput {
        load_balancer_arn: Some(arn.to_owned()),
    });
    let pair = |row: shape::Attribute| (row.key.unwrap_or_default(), row.value.unwrap_or_default());
    shown.attributes.into_iter().map(pair).collect()
}

#[test]
fn a_load_balancer_shows_all_settings_that_aws_has() {
    let mut web = Web::new();
    let settings = of_balancer(&web.lab, &web.balancer);
    let defaults = [
        ("access_logs.s3.enabled", "false"),
        ("client_keep_alive.seconds", "3600"),
        ("deletion_protection.enabled", "false"),
        ("idle_timeout.timeout_seconds", "60"),
        ("ipv6.deny_all_igw_traffic", "false"),
        ("load_balancing.cross_zone.enabled", "true"),
        ("routing.http.desync_mitigation_mode", "defensive"),
        ("routing.http.drop_invalid_header_fields.enabled", "false"),
        ("routing.http.preserve_host_header.enabled", "false"),
        ("routing.http.xff_client_port.enabled", "false"),
        ("routing.http.xff_header_processing.mode", "append"),
        ("routing.http2.enabled", "true"),
        ("waf.fail_open.enabled", "false"),
        ("zonal_shift.config.enabled", "false"),
    ];
    for (key, default) in defaults {
        assert_eq!(settings.get(key).map(String::as_str), Some(default), "{key}");
    }
    let written: Vec<_> = defaults
        .iter()
        .map(|(key, default)| attribute(key, default))
        .collect();
    let answer = web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: written,
    });
    assert_eq!(answer.attributes.len(), settings.len());
    assert_eq!(
        of_balancer(&web.lab, &web.balancer),
        settings,
        "what stands there may be said"
    );
}

#[test]
fn an_internal_load_balancer_denies_the_internet_gateway_by_default() {
    let mut lab = Lab::new();
    let made = lab.make(shape::CreateLoadBalancerInput {
        name: Some("inner".to_owned()),
        subnets: lab.cloud().ec2.subnet_ids[..2].to_vec(),
        scheme: Some("internal".to_owned()),
        ..Default::default()
    });
    let arn = made.load_balancers[0]
        .load_balancer_arn
        .clone()
        .expect("it has one");
    assert_eq!(of_balancer(&lab, &arn)["ipv6.deny_all_igw_traffic"], "true");
}

#[test]
fn subnets_can_be_named_in_two_ways() {
    let mut lab = Lab::new();
    let subnets = lab.cloud().ec2.subnet_ids.clone();
    let mapping = |subnet: &String| shape::SubnetMapping {
        subnet_id: Some(subnet.clone()),
    };
    let made = lab.make(shape::CreateLoadBalancerInput {
        name: Some("web".to_owned()),
        subnet_mappings: subnets[..2].iter().map(mapping).collect(),
        ip_address_type: Some("ipv4".to_owned()),
        ..Default::default()
    });
    let again = create_balancer(&mut lab, "web", &[0, 1]);
    assert_eq!(made.load_balancers[0].load_balancer_arn, again.load_balancer_arn);
    let moved = lab.make(shape::SetSubnetsInput {
        load_balancer_arn: again.load_balancer_arn.clone(),
        subnet_mappings: subnets[1..].iter().map(mapping).collect(),
        ..Default::default()
    });
    let found: Vec<_> = moved
        .availability_zones
        .into_iter()
        .filter_map(|zone| zone.subnet_id)
        .collect();
    assert_eq!(found, subnets[1..]);
    let kind = lab.make(shape::SetIpAddressTypeInput {
        load_balancer_arn: again.load_balancer_arn,
        ip_address_type: Some("ipv4".to_owned()),
    });
    assert_eq!(kind.ip_address_type.as_deref(), Some("ipv4"));
    let shown = lab.look(shape::DescribeLoadBalancersInput::default());
    assert_eq!(shown.load_balancers[0].ip_address_type, kind.ip_address_type);
}

fn limits(lab: &Lab) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut marker = None;
    loop {
        let page = lab.look(shape::DescribeAccountLimitsInput {
            marker,
            page_size: Some(4),
        });
        assert!(page.limits.len() <= 4);
        let pair = |limit: shape::Limit| (limit.name.unwrap_or_default(), limit.max.unwrap_or_default());
        found.extend(page.limits.into_iter().map(pair));
        marker = page.next_marker;
        if marker.is_none() {
            return found;
        }
    }
}

#[test]
fn the_account_names_its_limits() {
    let found = limits(&Lab::new());
    let expected = [
        ("application-load-balancers", "50"),
        ("condition-values-per-alb-rule", "5"),
        ("condition-wildcards-per-alb-rule", "6"),
        ("listeners-per-application-load-balancer", "50"),
        ("rules-per-application-load-balancer", "100"),
        ("target-groups", "3000"),
        ("target-groups-per-action-on-application-load-balancer", "5"),
        ("target-groups-per-application-load-balancer", "100"),
        ("targets-per-application-load-balancer", "1000"),
    ];
    let expected = expected.map(|(name, max)| (name.to_owned(), max.to_owned()));
    assert_eq!(found, BTreeMap::from(expected));
}

fn rule(listener: &str, priority: i64, groups: &[String]) -> shape::CreateRuleInput {
    let tuple = |group: &String| shape::TargetGroupTuple {
        target_group_arn: Some(group.clone()),
        weight: Some(1),
    };
    let actions = vec![shape::Action {
        action_type: Some("forward".to_owned()),
        forward_config: Some(shape::ForwardConfig {
            target_groups: groups.iter().map(tuple).collect(),
            ..Default::default()
        }),
        ..Default::default()
    }];
    super::path_rule(listener, priority, &format!("/{priority}"), actions)
}

#[test]
fn a_load_balancer_has_a_hundred_target_groups_at_most_and_they_are_shown_page_by_page() {
    let mut web = Web::new();
    let mut groups = vec![web.group.clone()];
    for number in 1..101 {
        let input = group_input(&web.lab, &format!("g{number}"));
        groups.push(create_group(&mut web.lab, input));
    }
    for (priority, five) in (1..).zip(groups[..100].chunks(5)) {
        web.lab.make(rule(&web.listener, priority, five));
    }
    let refusal = web.lab.dare(rule(&web.listener, 21, &groups[100..]));
    let refusal = refusal.expect_err("one too many");
    assert_eq!(refusal.code, "TooManyUniqueTargetGroupsPerLoadBalancer");
    web.lab.make(rule(&web.listener, 21, &groups[99..100]));
    let mut seen = Vec::new();
    let mut marker = None;
    for expected in [60, 41] {
        let page = web.lab.look(shape::DescribeTargetGroupsInput {
            marker,
            page_size: Some(60),
            ..Default::default()
        });
        assert_eq!(page.target_groups.len(), expected);
        seen.extend(
            page.target_groups
                .into_iter()
                .filter_map(|group| group.target_group_arn),
        );
        marker = page.next_marker;
    }
    assert_eq!((seen, marker), (groups, None));
    let page = web.lab.look(shape::DescribeRulesInput {
        listener_arn: Some(web.listener.clone()),
        marker: Some("20".to_owned()),
        page_size: Some(1),
        ..Default::default()
    });
    let last = page.rules[0].priority.clone();
    assert_eq!(
        (last.as_deref(), page.next_marker.as_deref()),
        (Some("21"), Some("21"))
    );
}

#[test]
fn a_load_balancer_has_a_thousand_targets_at_most() {
    let mut web = Web::new();
    let instance = web.lab.launch(1, 'a');
    web.lab.pass_secs(60);
    let input = group_input(&web.lab, "other");
    let other = create_group(&mut web.lab, input);
    web.lab.make(rule(&web.listener, 1, std::slice::from_ref(&other)));
    let id = web.lab.id(instance[0]);
    let ports = |group: &str, ports: std::ops::Range<i64>| shape::RegisterTargetsInput {
        target_group_arn: Some(group.to_owned()),
        targets: ports
            .map(|port| shape::TargetDescription {
                id: Some(id.clone()),
                port: Some(port),
            })
            .collect(),
    };
    let group = web.group.clone();
    web.lab.make(ports(&group, 1..601));
    let refusal = web.lab.dare(ports(&other, 1..402)).expect_err("1,001 of both");
    assert_eq!(refusal.code, "TooManyTargets");
    web.lab.make(ports(&other, 1..401));
}
