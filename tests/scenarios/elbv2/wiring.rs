//! Load balancers, groups and listeners come and go in order.

use api::elbv2 as shape;
use cloud::lab::Lab;

use super::{
    Web, create_balancer, create_group, create_listener, fixed_response, forward, group_input, path_rule,
};

/// Scenario S25 of the facts on Auto Scaling and load balancing.
#[test]
fn a_load_balancer_is_provisioned_for_a_while_and_then_active() {
    let mut lab = Lab::new();
    let made = create_balancer(&mut lab, "web", &[0, 1]);
    let arn = made.load_balancer_arn.clone().expect("it has one");
    assert!(
        arn.starts_with("arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/web/"),
        "{arn}"
    );
    let name = made.dns_name.expect("it has one");
    assert!(
        name.starts_with("web-") && name.ends_with(".us-east-2.elb.amazonaws.com"),
        "{name}"
    );
    let state = |lab: &Lab| {
        let shown = lab.look(shape::DescribeLoadBalancersInput::default());
        shown.load_balancers[0].state.clone().and_then(|state| state.code)
    };
    assert_eq!(state(&lab).as_deref(), Some("provisioning"));
    lab.pass_secs(149);
    assert_eq!(state(&lab).as_deref(), Some("provisioning"));
    lab.pass_secs(1);
    assert_eq!(state(&lab).as_deref(), Some("active"));
}

/// Scenario S25 of the facts on Auto Scaling and load balancing.
#[test]
fn load_balancers_listeners_rules_and_groups_come_and_go_in_order() {
    let mut lab = Lab::new();
    let subnets = lab.cloud().ec2.subnet_ids.clone();
    let balancer = |subnets: &[&String]| shape::CreateLoadBalancerInput {
        name: Some("web".to_owned()),
        subnets: subnets.iter().map(|subnet| (*subnet).clone()).collect(),
        ..Default::default()
    };
    let refused = |lab: &mut Lab, input: api::Call, expected: &str| {
        let api::Call::Write(call) = input else {
            panic!("it changes something")
        };
        let found = lab
            .submit(cloud::Input::Api(call))
            .expect_err(expected)
            .to_string();
        assert_eq!(found, expected);
    };
    let one_zone =
        "(ValidationError) At least two subnets in two different Availability Zones must be specified";
    refused(&mut lab, balancer(&[&subnets[0]]).into(), one_zone);
    let twice = "(InvalidConfigurationRequest) A load balancer cannot be attached to multiple subnets in the same \
        Availability Zone";
    refused(&mut lab, balancer(&[&subnets[0], &subnets[0]]).into(), twice);
    let made = lab.make(balancer(&[&subnets[0], &subnets[1]])).load_balancers[0].clone();
    let arn = made.load_balancer_arn.expect("it has one");
    assert_eq!(
        made.state.and_then(|state| state.code).as_deref(),
        Some("provisioning")
    );
    let input = group_input(&lab, "web");
    let group = create_group(&mut lab, input);
    let listener = create_listener(&mut lab, &arn, 80, forward(&group));
    let second = shape::CreateListenerInput {
        load_balancer_arn: Some(arn.clone()),
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        default_actions: fixed_response("503"),
        ..Default::default()
    };
    let taken =
        format!("(DuplicateListener) A listener already exists on this port for this load balancer '{arn}'");
    refused(&mut lab, second.into(), &taken);
    let rule = path_rule(&listener, 100, "/photo/*", forward(&group));
    lab.make(rule.clone());
    refused(
        &mut lab,
        rule.into(),
        "(PriorityInUse) Priority '100' is currently in use",
    );
    let delete_group = shape::DeleteTargetGroupInput {
        target_group_arn: Some(group.clone()),
    };
    let used = format!("(ResourceInUse) Target group '{group}' is currently in use by a listener or a rule");
    refused(&mut lab, delete_group.clone().into(), &used);
    let protect = |on: &str| shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(arn.clone()),
        attributes: vec![super::attribute("deletion_protection.enabled", on)],
    };
    lab.make(protect("true"));
    let delete = shape::DeleteLoadBalancerInput {
        load_balancer_arn: Some(arn.clone()),
    };
    let protected = format!(
        "(OperationNotPermitted) Load balancer '{arn}' cannot be deleted because deletion protection is enabled"
    );
    refused(&mut lab, delete.clone().into(), &protected);
    lab.make(protect("false"));
    lab.make(delete);
    assert_eq!(lab.cloud().elbv2.listeners().count(), 0, "they go with it");
    assert_eq!(lab.cloud().elbv2.groups().count(), 1, "it stays");
    lab.make(delete_group);
    assert_eq!(lab.cloud().elbv2.groups().count(), 0);
}

#[test]
fn the_same_call_again_gives_the_same_thing_and_another_one_is_refused() {
    let mut lab = Lab::new();
    let first = create_balancer(&mut lab, "web", &[0, 1]);
    let second = create_balancer(&mut lab, "web", &[0, 1]);
    assert_eq!(first.load_balancer_arn, second.load_balancer_arn);
    let subnets = [0, 2]
        .map(|zone| lab.cloud().ec2.subnet_ids[zone].clone())
        .to_vec();
    let other = shape::CreateLoadBalancerInput {
        name: Some("web".to_owned()),
        subnets,
        ..Default::default()
    };
    assert_eq!(
        lab.dare(other).expect_err("other zones").code,
        "DuplicateLoadBalancerName"
    );
    let input = group_input(&lab, "web");
    let first = create_group(&mut lab, input.clone());
    assert_eq!(create_group(&mut lab, input.clone()), first);
    let other = shape::CreateTargetGroupInput {
        port: Some(8_080),
        ..input
    };
    assert_eq!(
        lab.dare(other).expect_err("another port").code,
        "DuplicateTargetGroupName"
    );
}

#[test]
fn the_order_of_subnets_and_security_groups_is_no_setting() {
    let mut lab = Lab::new();
    let mut groups = ["one", "two"].map(|name| {
        let made = lab.make(api::ec2::CreateSecurityGroupInput {
            group_name: Some(name.to_owned()),
            description: Some(name.to_owned()),
            ..Default::default()
        });
        made.group_id.expect("it has an id")
    });
    let mut subnets = lab.cloud().ec2.subnet_ids[..2].to_vec();
    let mut create = |groups: &[String], subnets: &[String]| {
        let made = lab.make(shape::CreateLoadBalancerInput {
            name: Some("web".to_owned()),
            subnets: subnets.to_vec(),
            security_groups: groups.to_vec(),
            ..Default::default()
        });
        made.load_balancers[0].load_balancer_arn.clone()
    };
    let first = create(&groups, &subnets);
    groups.reverse();
    subnets.reverse();
    assert_eq!(create(&groups, &subnets), first);
}

#[test]
fn the_same_listener_again_is_the_one_that_is_there() {
    let mut web = Web::new();
    let (balancer, group) = (web.balancer.clone(), web.group.clone());
    let rule = path_rule(&web.listener, 10, "/photo/*", forward(&group));
    web.lab.make(rule);
    let seen = |web: &Web| {
        let rules = shape::DescribeRulesInput {
            listener_arn: Some(web.listener.clone()),
            ..Default::default()
        };
        let listeners = web.lab.look(shape::DescribeListenersInput {
            load_balancer_arn: Some(web.balancer.clone()),
            ..Default::default()
        });
        (listeners, web.lab.look(rules))
    };
    let before = seen(&web);
    let weighted = shape::Action {
        action_type: Some("forward".to_owned()),
        forward_config: Some(shape::ForwardConfig {
            target_groups: vec![shape::TargetGroupTuple {
                target_group_arn: Some(group.clone()),
                weight: None,
            }],
            ..Default::default()
        }),
        ..Default::default()
    };
    for same in [forward(&group), vec![weighted]] {
        let again = create_listener(&mut web.lab, &balancer, 80, same);
        assert_eq!(again, web.listener);
        assert_eq!(seen(&web), before, "nothing has changed, not even its rules");
    }
    let changed = fixed_response("503");
    web.lab.make(shape::ModifyListenerInput {
        listener_arn: Some(web.listener.clone()),
        default_actions: changed.clone(),
        ..Default::default()
    });
    assert_eq!(
        create_listener(&mut web.lab, &balancer, 80, changed),
        web.listener
    );
    let as_it_was = shape::CreateListenerInput {
        load_balancer_arn: Some(balancer),
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        default_actions: forward(&group),
        ..Default::default()
    };
    assert_eq!(
        web.lab.dare(as_it_was).expect_err("it does something else").code,
        "DuplicateListener"
    );
}

#[test]
fn a_target_group_has_awss_defaults() {
    let mut lab = Lab::new();
    let input = group_input(&lab, "web");
    create_group(&mut lab, input);
    let shown = lab.look(shape::DescribeTargetGroupsInput::default());
    let group = &shown.target_groups[0];
    let numbers = [
        group.health_check_interval_seconds,
        group.health_check_timeout_seconds,
        group.healthy_threshold_count,
        group.unhealthy_threshold_count,
    ];
    assert_eq!(numbers, [30, 5, 5, 2].map(Some));
    let words = [
        &group.health_check_path,
        &group.health_check_port,
        &group.target_type,
    ];
    assert_eq!(
        words.map(|word| word.as_deref().unwrap_or_default()),
        ["/", "traffic-port", "instance"]
    );
}

/// Scenario S25 of the facts on Auto Scaling and load balancing.
#[test]
fn deleting_a_load_balancer_takes_its_listeners_and_leaves_its_groups() {
    let mut web = Web::new();
    let group = shape::DeleteTargetGroupInput {
        target_group_arn: Some(web.group.clone()),
    };
    assert_eq!(
        web.lab.dare(group.clone()).expect_err("a listener uses it").code,
        "ResourceInUse"
    );
    let delete = shape::DeleteLoadBalancerInput {
        load_balancer_arn: Some(web.balancer.clone()),
    };
    web.lab.make(delete.clone());
    web.lab.make(delete);
    let listeners = shape::DescribeListenersInput {
        listener_arns: vec![web.listener.clone()],
        ..Default::default()
    };
    assert_eq!(
        web.lab.dare(listeners).expect_err("it went, too").code,
        "ListenerNotFound"
    );
    let shown = web.lab.look(shape::DescribeTargetGroupsInput::default());
    assert_eq!(shown.target_groups[0].load_balancer_arns, Vec::<String>::new());
    web.lab.make(group);
}

/// Scenario S25 of the facts on Auto Scaling and load balancing.
#[test]
fn deletion_protection_is_in_the_way() {
    let mut web = Web::new();
    web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![super::attribute("deletion_protection.enabled", "true")],
    });
    let delete = shape::DeleteLoadBalancerInput {
        load_balancer_arn: Some(web.balancer.clone()),
    };
    assert_eq!(
        web.lab.dare(delete).expect_err("it is protected").code,
        "OperationNotPermitted"
    );
    let shown = web.lab.look(shape::DescribeLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
    });
    let timeout = shown
        .attributes
        .iter()
        .find(|row| row.key.as_deref() == Some("idle_timeout.timeout_seconds"));
    assert_eq!(timeout.and_then(|row| row.value.as_deref()), Some("60"));
}

#[test]
fn a_target_group_belongs_to_one_load_balancer() {
    let mut web = Web::new();
    let other = create_balancer(&mut web.lab, "other", &[1, 2]);
    let listener = shape::CreateListenerInput {
        load_balancer_arn: other.load_balancer_arn,
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        default_actions: forward(&web.group),
        ..Default::default()
    };
    let refusal = web.lab.dare(listener).expect_err("it has one");
    assert_eq!(refusal.code, "TargetGroupAssociationLimit");
}

#[test]
fn a_load_balancer_and_its_addresses_are_on_the_bill() {
    use cloud::bill::prices::{APPLICATION_LOAD_BALANCER, PUBLIC_IPV4};
    let mut lab = Lab::new();
    let made = create_balancer(&mut lab, "web", &[0, 1, 2]);
    let rate = APPLICATION_LOAD_BALANCER.per_hour() + PUBLIC_IPV4.per_hour().times(3);
    assert_eq!(lab.cloud().hourly_rate().per_hour(), rate);
    lab.pass_secs(60);
    let hour = APPLICATION_LOAD_BALANCER.per_hour();
    assert!(
        lab.cloud().charged() > hour,
        "an hour that has begun counts whole"
    );
    lab.make(shape::DeleteLoadBalancerInput {
        load_balancer_arn: made.load_balancer_arn,
    });
    assert_eq!(lab.cloud().hourly_rate().per_hour().nano_dollars(), 0);
}

#[test]
fn tags_are_put_and_taken_away() {
    let mut web = Web::new();
    let tag = shape::Tag {
        key: Some("team".to_owned()),
        value: Some("web".to_owned()),
    };
    let arns = vec![web.balancer.clone(), web.group.clone(), web.listener.clone()];
    web.lab.make(shape::AddTagsInput {
        resource_arns: arns.clone(),
        tags: vec![tag.clone()],
    });
    let ask = shape::DescribeTagsInput {
        resource_arns: arns.clone(),
    };
    assert!(
        web.lab
            .look(ask.clone())
            .tag_descriptions
            .iter()
            .all(|of| of.tags == [tag.clone()])
    );
    web.lab.make(shape::RemoveTagsInput {
        resource_arns: arns,
        tag_keys: vec!["team".to_owned()],
    });
    assert!(
        web.lab
            .look(ask)
            .tag_descriptions
            .iter()
            .all(|of| of.tags.is_empty())
    );
}

#[test]
fn a_second_listener_is_on_another_port() {
    let mut web = Web::new();
    let input = group_input(&web.lab, "api");
    let api = create_group(&mut web.lab, input);
    create_listener(&mut web.lab, &web.balancer.clone(), 8_080, forward(&api));
    let shown = web.lab.look(shape::DescribeListenersInput {
        load_balancer_arn: Some(web.balancer.clone()),
        ..Default::default()
    });
    let ports: Vec<_> = shown
        .listeners
        .iter()
        .filter_map(|listener| listener.port)
        .collect();
    assert_eq!(ports, [80, 8_080]);
    let twice = shape::ModifyListenerInput {
        listener_arn: Some(web.listener.clone()),
        port: Some(8_080),
        ..Default::default()
    };
    assert_eq!(
        web.lab.dare(twice).expect_err("it is taken").code,
        "DuplicateListener"
    );
    web.lab.make(shape::DeleteListenerInput {
        listener_arn: Some(web.listener.clone()),
    });
}
