//! Who may knock: security groups, from the call to the door.

use cloud::app::Door;
use cloud::lab::Lab;

fn create(lab: &mut Lab, name: &str) -> String {
    let request = format!(r#"{{"GroupName": "{name}", "Description": "for a test"}}"#);
    lab.ask("CreateSecurityGroup", &request);
    lab.cloud()
        .ec2
        .security_groups
        .last()
        .expect("just made")
        .id
        .clone()
}

fn launch_in(lab: &mut Lab, group: &str) -> cloud::ec2::InstanceIndex {
    let request = format!(
        r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
            "SecurityGroupIds": ["{group}"]}}"#
    );
    lab.ask("RunInstances", &request);
    lab.pass_secs(60);
    lab.cloud().ec2.indexes().last().expect("just launched")
}

#[test]
fn a_new_group_lets_nobody_in_until_a_rule_does() {
    let mut lab = Lab::new();
    let group = create(&mut lab, "web");
    let instance = launch_in(&mut lab, &group);
    assert_eq!(lab.door(instance), Door::Silent);
    lab.open_port_80("web");
    assert_eq!(lab.door(instance), Door::Open);
    lab.shut_port_80("web");
    assert_eq!(lab.door(instance), Door::Silent);
}

/// Names belong to the default VPC; where a subnet is said, AWS takes ids alone.
#[test]
fn a_launch_into_a_subnet_takes_groups_by_id_not_by_name() {
    let mut lab = Lab::new();
    let group = create(&mut lab, "web");
    let subnet = lab.cloud().ec2.subnet_ids[0].clone();
    let request = |groups: &str| {
        format!(
            r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
                "SubnetId": "{subnet}", {groups}}}"#
        )
    };
    let by_name = lab.call("ec2", "RunInstances", &request(r#""SecurityGroups": ["web"]"#));
    let refusal = by_name.expect_err("a name beside a subnet").to_string();
    assert_eq!(
        refusal,
        "(InvalidParameterCombination) The parameter groupName cannot be used with the parameter subnet"
    );
    assert!(lab.cloud().ec2.instances.is_empty());
    lab.ask(
        "RunInstances",
        &request(&format!(r#""SecurityGroupIds": ["{group}"]"#)),
    );
    assert_eq!(lab.cloud().ec2.instances.len(), 1);
}

#[test]
fn a_rule_for_another_group_does_not_let_the_internet_in() {
    let mut lab = Lab::new();
    let group = create(&mut lab, "web");
    let instance = launch_in(&mut lab, &group);
    let rule = format!(
        r#"{{"GroupName": "web", "IpPermissions": [{{"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
            "UserIdGroupPairs": [{{"GroupId": "{group}"}}]}}]}}"#
    );
    lab.ask("AuthorizeSecurityGroupIngress", &rule);
    assert_eq!(lab.door(instance), Door::Silent);
}

#[test]
fn other_groups_change_the_door_of_a_running_instance() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let group = create(&mut lab, "closed");
    let change = |group: &str| format!(r#"{{"InstanceId": "{{id:0}}", "Groups": ["{group}"]}}"#);
    lab.ask("ModifyInstanceAttribute", &change(&group));
    assert_eq!(lab.door(instance), Door::Silent);
    assert_eq!(
        lab.describe_instances()[0].security_groups[0]
            .group_name
            .as_deref(),
        Some("closed")
    );
    let default = lab.cloud().ec2.security_groups[0].id.clone();
    lab.ask("ModifyInstanceAttribute", &change(&default));
    assert_eq!(lab.door(instance), Door::Open);
}

#[test]
fn a_group_is_described_as_aws_does() {
    let mut lab = Lab::new();
    let group = create(&mut lab, "web");
    let rules = r#"{"GroupName": "web", "IpPermissions": [
        {"IpProtocol": "TCP", "FromPort": 80, "ToPort": 80, "IpRanges": [
            {"CidrIp": "100.68.0.18/18", "Description": "an office"}, {"CidrIp": "0.0.0.0/0"}]},
        {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupName": "default"}]}]}"#;
    lab.ask("AuthorizeSecurityGroupIngress", rules);
    let answer = lab.ask("DescribeSecurityGroups", r#"{"GroupNames": ["web"]}"#);
    let ec2 = &lab.cloud().ec2;
    let answer = answer
        .replace(&group, "sg-web")
        .replace(&ec2.security_groups[0].id, "sg-default")
        .replace(&ec2.vpc_id, "vpc-1");
    let expected = concat!(
        r#"{"SecurityGroups":[{"GroupId":"sg-web","IpPermissionsEgress":[{"IpProtocol":"-1","UserIdGroupPairs":[],"#,
        r#""IpRanges":[{"CidrIp":"0.0.0.0/0"}]}],"VpcId":"vpc-1","#,
        r#""SecurityGroupArn":"arn:aws:ec2:us-east-2:123456789012:security-group/sg-web","OwnerId":"123456789012","#,
        r#""GroupName":"web","Description":"for a test","IpPermissions":["#,
        r#"{"IpProtocol":"tcp","FromPort":80,"ToPort":80,"UserIdGroupPairs":[],"#,
        r#""IpRanges":[{"Description":"an office","CidrIp":"100.68.0.0/18"},{"CidrIp":"0.0.0.0/0"}]},"#,
        r#"{"IpProtocol":"-1","UserIdGroupPairs":[{"UserId":"123456789012","GroupId":"sg-default"}],"IpRanges":[]}]}]}"#,
    );
    assert_eq!(answer, expected);
}

#[test]
fn a_rule_can_be_taken_back_by_its_id() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let rule = lab.cloud().ec2.security_groups[0].inbound[1].id.clone();
    let request = format!(r#"{{"GroupName": "default", "SecurityGroupRuleIds": ["{rule}"]}}"#);
    let answer = lab.ask("RevokeSecurityGroupIngress", &request);
    assert!(
        answer.starts_with(r#"{"Return":true,"RevokedSecurityGroupRules":[{"#),
        "{answer}"
    );
    assert_eq!(lab.door(instance), Door::Silent);
    assert!(
        lab.call("ec2", "RevokeSecurityGroupIngress", &request).is_err(),
        "it is gone"
    );
}

#[test]
fn sixty_rules_fit_into_a_group() {
    let mut lab = Lab::new();
    create(&mut lab, "web");
    let rule = |port: u32| {
        format!(
            r#"{{"GroupName": "web", "IpProtocol": "tcp", "FromPort": {port}, "ToPort": {port}, "CidrIp": "10.0.0.0/8"}}"#
        )
    };
    for port in 1..=60 {
        lab.ask("AuthorizeSecurityGroupIngress", &rule(port));
    }
    let refusal = lab
        .call("ec2", "AuthorizeSecurityGroupIngress", &rule(61))
        .expect_err("the group is full");
    assert_eq!(refusal.code, "RulesPerSecurityGroupLimitExceeded");
}
