//! What the lesser operations of EC2 show and do.

use cloud::ec2::INSTANCE_TYPES;
use cloud::ec2::InstanceState::{Running, Stopped};
use cloud::lab::{Lab, run_instances};
use cloud::region::RegionCode;
use cloud::{Seed, World};

use super::launch_with_user_data;

fn decoded(answer: &str, member: &str) -> String {
    let start = answer.find(&format!("\"{member}\":\"")).expect("it is there") + member.len() + 4;
    let text = answer[start..].split('"').next().expect("it ends");
    String::from_utf8(api::decode_base64(text).expect("base64")).expect("text")
}

#[test]
fn the_largest_size_of_a_family_is_the_end_of_growing() {
    let mut lab = Lab::new();
    lab.call("sandbox", "Quota", r#"{"Vcpus": 1000}"#)
        .expect("accepted");
    let instance = lab.serving(1)[0];
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let resize =
        |kind: &str| format!(r#"{{"InstanceId": "{{id:0}}", "InstanceType": {{"Value": "{kind}"}}}}"#);
    for (kind, vcpus) in [("t3.2xlarge", 8), ("m7i.48xlarge", 192), ("m8i.96xlarge", 384)] {
        lab.ask("ModifyInstanceAttribute", &resize(kind));
        lab.start(instance);
        lab.pass_secs(60);
        assert_eq!(lab.cloud().ec2.stations[instance.index()].vcpus, vcpus);
        lab.stop(instance);
        lab.wait_for(instance, Stopped);
    }
    let most = INSTANCE_TYPES.iter().map(|kind| kind.vcpus).max();
    assert_eq!(most, Some(384));
    let refusal = lab.call("ec2", "ModifyInstanceAttribute", &resize("m8i.192xlarge"));
    let refusal = refusal.expect_err("there is no larger one").to_string();
    assert_eq!(
        refusal,
        "(InvalidInstanceAttributeValue) Invalid value 'm8i.192xlarge' for InstanceType."
    );
}

#[test]
fn the_quota_can_be_raised_and_lowered_and_what_runs_goes_on() {
    let mut lab = Lab::new();
    lab.call("sandbox", "Quota", r#"{"Vcpus": 5}"#).expect("accepted");
    lab.launch(2, 'a');
    lab.pass_secs(60);
    let third = || run_instances("employee-directory", "t3.micro", 1, "us-east-2a");
    let refusal = lab.submit(third()).expect_err("four of five are taken");
    assert!(refusal.message.contains("vCPU limit of 5 allows"), "{refusal}");
    lab.call("sandbox", "Quota", r#"{"Vcpus": 6}"#).expect("accepted");
    lab.must(third());
    lab.call("sandbox", "Quota", r#"{"Vcpus": 1}"#).expect("accepted");
    lab.pass_secs(60);
    let running = lab
        .cloud()
        .ec2
        .instances
        .iter()
        .filter(|instance| instance.state == Running);
    assert_eq!(running.count(), 3);
    assert_eq!(lab.submit(third()).expect_err("one").code, "VcpuLimitExceeded");
}

#[test]
fn offerings_tell_which_zones_have_a_type() {
    let mut lab = Lab::of(World {
        region: RegionCode::UsEast1,
        ..World::new(Seed(1))
    });
    let request = |kind: &str| {
        format!(
            r#"{{"LocationType": "availability-zone-id", "Filters": [{{"Name": "instance-type", "Values": ["{kind}"]}}]}}"#
        )
    };
    let t3 = lab.ask("DescribeInstanceTypeOfferings", &request("t3.micro"));
    assert_eq!(t3.matches("use1-az").count(), 5, "{t3}");
    assert!(!t3.contains("use1-az3"), "{t3}");
    let t2 = lab.ask("DescribeInstanceTypeOfferings", &request("t2.micro"));
    assert!(
        t2.contains(r#""LocationType":"availability-zone-id","Location":"use1-az3""#),
        "{t2}"
    );
    let region = lab.ask("DescribeInstanceTypeOfferings", "{}");
    assert_eq!(
        region.matches(r#""Location":"us-east-1""#).count(),
        INSTANCE_TYPES.len()
    );
}

#[test]
fn an_attribute_is_shown_as_it_was_set() {
    let mut lab = Lab::new();
    launch_with_user_data(&mut lab);
    let ask = |lab: &mut Lab, name: &str| {
        let request = format!(r#"{{"InstanceId": "{{id:0}}", "Attribute": "{name}"}}"#);
        lab.ask("DescribeInstanceAttribute", &request)
    };
    assert!(ask(&mut lab, "instanceType").contains(r#""InstanceType":{"Value":"t3.micro"}"#));
    let shown = ask(&mut lab, "userData");
    let script = shown.replace(r#""UserData":{"Value":"#, r#""UserData":"#);
    assert_eq!(
        decoded(&script, "UserData"),
        "#!/bin/bash\nrun employee-directory\n"
    );
    assert!(ask(&mut lab, "groupSet").contains(r#""GroupName":"default""#));
    for name in ["disableApiTermination", "disableApiStop"] {
        assert!(ask(&mut lab, name).contains(r#"{"Value":false}"#), "{name}");
        let member = name.replacen('d', "D", 1);
        let protect = format!(r#"{{"InstanceId": "{{id:0}}", "{member}": {{"Value": true}}}}"#);
        lab.ask("ModifyInstanceAttribute", &protect);
        assert!(ask(&mut lab, name).contains(r#"{"Value":true}"#), "{name}");
    }
}

#[test]
fn an_instance_protected_from_stopping_runs_on() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let protect = |value| format!(r#"{{"InstanceId": "{{id:0}}", "DisableApiStop": {{"Value": {value}}}}}"#);
    lab.ask("ModifyInstanceAttribute", &protect(true));
    let stop = r#"{"InstanceIds": ["{id:0}"]}"#;
    let refusal = lab.call("ec2", "StopInstances", stop).expect_err("protected");
    let id = lab.id(instance);
    let message = format!(
        "(OperationNotPermitted) The instance '{id}' may not be stopped. Modify its 'disableApiStop' instance attribute \
         and try again."
    );
    assert_eq!(refusal.to_string(), message);
    assert_eq!(lab.instance(instance).state, Running);
    lab.ask("ModifyInstanceAttribute", &protect(false));
    lab.ask("StopInstances", stop);
    lab.wait_for(instance, Stopped);
}

#[test]
fn a_dry_run_says_what_would_become_of_a_call_and_does_nothing() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let before = (lab.cloud().digest(), lab.simulation.journal().end());
    let launch = r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
        "DryRun": true}"#;
    let would = "(DryRunOperation) Request would have succeeded, but DryRun flag is set.";
    let refusal = lab.call("ec2", "RunInstances", launch).expect_err("it is dry");
    assert_eq!(
        (refusal.to_string().as_str(), refusal.http_status()),
        (would, 412)
    );
    let by_id = r#"{"InstanceIds": ["{id:0}"], "DryRun": true}"#;
    for operation in [
        "StopInstances",
        "StartInstances",
        "RebootInstances",
        "TerminateInstances",
    ] {
        assert_eq!(
            lab.call("ec2", operation, by_id)
                .expect_err("it is dry")
                .to_string(),
            would
        );
    }
    let unknown = r#"{"InstanceIds": ["i-0123456789abcdef0"], "DryRun": true}"#;
    let refusal = lab.call("ec2", "StopInstances", unknown).expect_err("unknown");
    assert_eq!(refusal.code, "InvalidInstanceID.NotFound");
    assert_eq!((lab.cloud().digest(), lab.simulation.journal().end()), before);
    assert_eq!(lab.instance(instance).state, Running);
}

#[test]
fn the_same_launch_with_the_same_token_happens_once() {
    let mut lab = Lab::new();
    let request = |token: &str, count: u32| {
        format!(
            r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": {count},
                "MaxCount": {count}, "ClientToken": "{token}"}}"#
        )
    };
    let first = lab.ask("RunInstances", &request("monday", 2));
    let second = lab.ask("RunInstances", &request("monday", 2));
    assert_eq!(first, second);
    assert_eq!(lab.describe_instances().len(), 2);
    let refusal = lab
        .call("ec2", "RunInstances", &request("monday", 1))
        .expect_err("another launch");
    assert_eq!(refusal.code, "IdempotentParameterMismatch");
    lab.ask("RunInstances", &request("tuesday", 1));
    assert_eq!(lab.describe_instances().len(), 3);
}

#[test]
fn tags_are_deleted_by_key_by_value_or_all() {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    let tag = r#"{"Resources": ["{id:0}"], "Tags": [{"Key": "Name", "Value": "web"}, {"Key": "Team", "Value": "hr"},
        {"Key": "Old"}]}"#;
    lab.ask("CreateTags", tag);
    let delete = |lab: &mut Lab, tags: &str| {
        lab.ask("DeleteTags", &format!(r#"{{"Resources": ["{{id:0}}"]{tags}}}"#));
        let keys: Vec<String> = lab.cloud().ec2.instances[0]
            .tags
            .iter()
            .map(|(key, _)| key.clone())
            .collect();
        keys.join(" ")
    };
    assert_eq!(
        delete(&mut lab, r#", "Tags": [{"Key": "Name", "Value": "db"}]"#),
        "Name Team Old"
    );
    assert_eq!(
        delete(&mut lab, r#", "Tags": [{"Key": "Name", "Value": "web"}]"#),
        "Team Old"
    );
    assert_eq!(
        delete(&mut lab, r#", "Tags": [{"Key": "Team"}, {"Key": "Nothing"}]"#),
        "Old"
    );
    assert_eq!(delete(&mut lab, ""), "");
    assert_eq!(lab.ask("DescribeTags", "{}"), r#"{"Tags":[]}"#);
}

#[test]
fn a_security_group_goes_when_nothing_needs_it() {
    let mut lab = Lab::new();
    for name in ["web", "db"] {
        lab.ask(
            "CreateSecurityGroup",
            &format!(r#"{{"GroupName": "{name}", "Description": "a group"}}"#),
        );
    }
    lab.ask(
        "AuthorizeSecurityGroupIngress",
        r#"{"GroupName": "db", "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
            "UserIdGroupPairs": [{"GroupName": "web"}]}]}"#,
    );
    let delete = |lab: &mut Lab, name: &str| {
        let answer = lab.call(
            "ec2",
            "DeleteSecurityGroup",
            &format!(r#"{{"GroupName": "{name}"}}"#),
        );
        answer.map(drop).map_err(|refusal| refusal.code)
    };
    assert_eq!(
        delete(&mut lab, "web"),
        Err("DependencyViolation"),
        "the other one's rule names it"
    );
    assert_eq!(delete(&mut lab, "db"), Ok(()));
    lab.ask(
        "RunInstances",
        r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
            "SecurityGroups": ["web"]}"#,
    );
    assert_eq!(
        delete(&mut lab, "web"),
        Err("DependencyViolation"),
        "an instance is in it"
    );
    let instance = lab.cloud().ec2.indexes().next().expect("one");
    lab.terminate(instance);
    lab.pass_secs(40);
    assert_eq!(delete(&mut lab, "web"), Ok(()));
    assert_eq!(delete(&mut lab, "web"), Err("InvalidGroup.NotFound"));
    assert_eq!(
        lab.ask("DescribeSecurityGroups", "{}")
            .matches("GroupName")
            .count(),
        1
    );
    lab.ask(
        "CreateSecurityGroup",
        r#"{"GroupName": "web", "Description": "again"}"#,
    );
}

#[test]
fn rules_are_shown_one_by_one_with_the_one_about_what_leaves() {
    let mut lab = Lab::new();
    let answer = lab.ask("DescribeSecurityGroupRules", "{}");
    assert_eq!(answer.matches("SecurityGroupRuleId").count(), 3, "{answer}");
    assert_eq!(answer.matches(r#""IsEgress":true"#).count(), 1, "{answer}");
    let start = answer.find("sgr-").expect("an id");
    let id = &answer[start..start + 21];
    let one = lab.ask(
        "DescribeSecurityGroupRules",
        &format!(r#"{{"SecurityGroupRuleIds": ["{id}"]}}"#),
    );
    assert_eq!(one.matches("SecurityGroupRuleId").count(), 1, "{one}");
}

#[test]
fn interfaces_and_volumes_live_with_their_instances() {
    let mut lab = Lab::new();
    let instances = lab.serving(2);
    lab.stop(instances[1]);
    lab.wait_for(instances[1], Stopped);
    let interfaces = lab.ask("DescribeNetworkInterfaces", "{}");
    assert_eq!(
        interfaces.matches(r#""NetworkInterfaceId":"eni-0"#).count(),
        2,
        "{interfaces}"
    );
    assert_eq!(
        interfaces.matches(r#""IpOwnerId":"amazon""#).count(),
        1,
        "{interfaces}"
    );
    let ip = lab.instance(instances[0]).public_ip().expect("it has one");
    let by_ip = format!(r#"{{"Filters": [{{"Name": "association.public-ip", "Values": ["{ip}"]}}]}}"#);
    let found = lab.ask("DescribeNetworkInterfaces", &by_ip);
    assert!(
        found.contains(&lab.id(instances[0])) && !found.contains(&lab.id(instances[1])),
        "{found}"
    );
    let volumes = lab.ask("DescribeVolumes", "{}");
    assert_eq!(volumes.matches(r#""VolumeType":"gp3""#).count(), 2, "{volumes}");
    assert!(volumes.contains(r#""Size":8"#), "{volumes}");
    instances.iter().for_each(|index| lab.terminate(*index));
    lab.pass_secs(40);
    assert_eq!(lab.ask("DescribeVolumes", "{}"), r#"{"Volumes":[]}"#);
    assert_eq!(
        lab.ask("DescribeNetworkInterfaces", "{}"),
        r#"{"NetworkInterfaces":[]}"#
    );
}

#[test]
fn the_console_tells_how_far_the_boot_has_come() {
    let mut lab = Lab::new();
    let instance = launch_with_user_data(&mut lab);
    let console = |lab: &mut Lab| lab.ask("GetConsoleOutput", r#"{"InstanceId": "{id:0}"}"#);
    assert!(!console(&mut lab).contains("Output"), "nothing runs yet");
    lab.wait_for(instance, Running);
    lab.pass_secs(20);
    let text = decoded(&console(&mut lab), "Output");
    assert!(text.contains("ip-172-31-0-4 login:"), "{text}");
    assert!(
        text.contains("scripts-user") && !text.contains("finished"),
        "{text}"
    );
    lab.pass_secs(120);
    assert!(decoded(&console(&mut lab), "Output").ends_with("cloud-init: finished\n"));
    lab.fault("instance-crash", instance, None);
    assert!(decoded(&console(&mut lab), "Output").contains("Kernel panic"));
    lab.reboot(instance);
    lab.pass_secs(60);
    let text = decoded(&console(&mut lab), "Output");
    assert!(
        text.contains("login:") && !text.contains("cloud-init"),
        "user data runs once: {text}"
    );
}

#[test]
fn the_account_tells_its_default_network() {
    let mut lab = Lab::new();
    let vpc = lab.cloud().ec2.vpc_id.clone();
    let answer = lab.ask(
        "DescribeAccountAttributes",
        r#"{"AttributeNames": ["default-vpc"]}"#,
    );
    let expected = format!(
        r#"{{"AccountAttributes":[{{"AttributeName":"default-vpc","AttributeValues":[{{"AttributeValue":"{vpc}"}}]}}]}}"#
    );
    assert_eq!(answer, expected);
}
