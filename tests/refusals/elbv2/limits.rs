//! One more than there may be.

use super::{Account, check_in};

#[test]
fn load_balancers() {
    let mut account = Account::new();
    let request =
        |number: u32| format!(r#"{{"Name": "b{number}", "Subnets": ["{{subnet:a}}", "{{subnet:b}}"]}}"#);
    for number in 2..50 {
        account.must("CreateLoadBalancer", &request(number));
    }
    let refusal = "(TooManyLoadBalancers) The maximum number of load balancers has been reached";
    check_in(&mut account, "CreateLoadBalancer", &[(&request(50), refusal)]);
}

#[test]
fn target_groups() {
    let mut account = Account::new();
    let request = |number: u32| {
        format!(r#"{{"Name": "g{number}", "Protocol": "HTTP", "Port": 80, "VpcId": "{{vpc}}"}}"#)
    };
    for number in 1..3_000 {
        account.must("CreateTargetGroup", &request(number));
    }
    let refusal = "(TooManyTargetGroups) The maximum number of target groups has been reached";
    check_in(&mut account, "CreateTargetGroup", &[(&request(3_000), refusal)]);
}

#[test]
fn listeners_and_rules() {
    let mut account = Account::new();
    let action = r#"[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}]"#;
    let listener = |port: u32| {
        format!(
            r#"{{"LoadBalancerArn": "{{lb}}", "Protocol": "HTTP", "Port": {port}, "DefaultActions": {action}}}"#
        )
    };
    for port in 101..150 {
        account.must("CreateListener", &listener(port));
    }
    let refusal = "(TooManyListeners) The maximum number of listeners has been reached";
    check_in(&mut account, "CreateListener", &[(&listener(150), refusal)]);
    let rule = |priority: u32| {
        format!(
            r#"{{"ListenerArn": "{{listener}}", "Priority": {priority}, "Actions": {action},
                "Conditions": [{{"Field": "path-pattern", "Values": ["/a"]}}]}}"#
        )
    };
    for priority in 101..200 {
        account.must("CreateRule", &rule(priority));
    }
    let refusal = "(TooManyRules) The maximum number of rules has been reached";
    check_in(&mut account, "CreateRule", &[(&rule(200), refusal)]);
}

#[test]
fn tags() {
    let mut account = Account::new();
    let tags = |range: std::ops::Range<u32>| {
        let tags: Vec<String> = range.map(|number| format!(r#"{{"Key": "k{number}"}}"#)).collect();
        format!(r#"{{"ResourceArns": ["{{tg}}"], "Tags": [{}]}}"#, tags.join(","))
    };
    account.must("AddTags", &tags(0..50));
    let refusal = "(TooManyTags) The maximum number of tags for this resource has been reached";
    check_in(&mut account, "AddTags", &[(&tags(50..51), refusal)]);
}

#[test]
fn addresses_of_a_subnet() {
    let mut account = Account::new();
    account
        .lab
        .make(api::sandbox::QuotaInput { vcpus: Some(100_000) });
    let free = |account: &Account| {
        let ec2 = &account.lab.cloud().ec2;
        ec2.subnet_addresses_left(ec2.instances[0].zone)
    };
    while free(&account) > 7 {
        let n = (free(&account) - 7).min(500);
        account.lab.launch_type(n, 'a', "t3.nano");
    }
    let refusal = "(InvalidSubnet) Not enough IP space available in {subnet:a}. ELB requires at least 8 free IP addresses in \
        each subnet.";
    let request = r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#;
    check_in(&mut account, "CreateLoadBalancer", &[(request, refusal)]);
    account.must(
        "SetSubnets",
        r#"{"LoadBalancerArn": "{lb}", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
    );
}
