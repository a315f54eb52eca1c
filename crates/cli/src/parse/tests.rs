//! Command lines and what becomes of them.

use des::SimDuration;

use super::*;
use crate::Piece;
use crate::output::Format;
use api::json;

/// `request` is the input as JSON.
fn check(text: &str, action: &str, request: &str) {
    let line = parse(text).unwrap_or_else(|error| panic!("{error}"));
    let Some(Line::Call(call)) = line else {
        panic!("{text}: no call")
    };
    assert_eq!(call.operation().action(), action, "{text}");
    assert_eq!(json::compact(api::Value::Shape(call.input())), request, "{text}");
}

#[test]
fn options_are_the_members_in_kebab_case() {
    check("aws ec2 describe-regions", "ec2:DescribeRegions", "{}");
    let stop = r#"{"InstanceIds":["i-1","i-2"]}"#;
    check(
        "aws ec2 stop-instances --instance-ids i-1 i-2",
        "ec2:StopInstances",
        stop,
    );
    check(
        "aws ec2 stop-instances --instance-ids '[\"i-1\", \"i-2\"]'",
        "ec2:StopInstances",
        stop,
    );
    let one = r#"{"InstanceIds":["i-1"]}"#;
    check(
        "aws ec2 stop-instances --instance-ids=i-1",
        "ec2:StopInstances",
        one,
    );
    check(
        "aws ec2 stop-instances --instance-id i-1",
        "ec2:StopInstances",
        one,
    );
    check(
        "aws ec2 stop-instances --instance-ids i-2 --instance-ids i-1",
        "ec2:StopInstances",
        one,
    );
    let all = r#"{"IncludeAllInstances":true}"#;
    check(
        "aws ec2 describe-instance-status --include-all-instances",
        "ec2:DescribeInstanceStatus",
        all,
    );
    let not_all = r#"{"IncludeAllInstances":false}"#;
    check(
        "aws ec2 describe-instance-status --no-include-all-instances",
        "ec2:DescribeInstanceStatus",
        not_all,
    );
}

#[test]
fn structures_are_shorthand_or_json() {
    let filtered = r#"{"Filters":[{"Name":"tag:Name","Values":["a","b"]},{"Name":"vpc-id","Values":["v"]}]}"#;
    check(
        "aws ec2 describe-subnets --filters Name=tag:Name,Values=a,b Name=vpc-id,Values=v",
        "ec2:DescribeSubnets",
        filtered,
    );
    let json = r#"'[{"Name":"tag:Name","Values":["a","b"]},{"Name":"vpc-id","Values":["v"]}]'"#;
    check(
        &format!("aws ec2 describe-subnets --filters {json}"),
        "ec2:DescribeSubnets",
        filtered,
    );
    let each = r#"'{"Name":"tag:Name","Values":["a","b"]}' '{"Name":"vpc-id","Values":["v"]}'"#;
    check(
        &format!("aws ec2 describe-subnets --filters {each}"),
        "ec2:DescribeSubnets",
        filtered,
    );
    let resized = r#"{"InstanceId":"i-1","InstanceType":{"Value":"t3.small"}}"#;
    for value in ["t3.small", "Value=t3.small", r#"'{"Value": "t3.small"}'"#] {
        let text = format!("aws ec2 modify-instance-attribute --instance-id i-1 --instance-type {value}");
        check(&text, "ec2:ModifyInstanceAttribute", resized);
    }
    let protected = r#"{"InstanceId":"i-1","DisableApiTermination":{"Value":true}}"#;
    for option in [
        "--disable-api-termination",
        "--disable-api-termination Value=true",
    ] {
        let text = format!("aws ec2 modify-instance-attribute {option} --instance-id i-1");
        check(&text, "ec2:ModifyInstanceAttribute", protected);
    }
    let free = r#"{"InstanceId":"i-1","DisableApiTermination":{"Value":false}}"#;
    let text = "aws ec2 modify-instance-attribute --instance-id i-1 --no-disable-api-termination";
    check(text, "ec2:ModifyInstanceAttribute", free);
}

#[test]
fn run_instances_counts_as_the_command_line_does() {
    let run = |options: &str, request: &str| {
        check(
            &format!("aws ec2 run-instances {options}"),
            "ec2:RunInstances",
            request,
        )
    };
    run("", r#"{"MaxCount":1,"MinCount":1}"#);
    run("--count 3", r#"{"MaxCount":3,"MinCount":3}"#);
    run(
        "--count 2:5 --no-dry-run",
        r#"{"MaxCount":5,"MinCount":2,"DryRun":false}"#,
    );
    run(
        "--user-data '#!/bin/sh' --instance-initiated-shutdown-behavior stop",
        r#"{"MaxCount":1,"MinCount":1,"UserData":"IyEvYmluL3No"}"#,
    );
}

#[test]
fn a_rule_can_be_said_in_short() {
    let allow = |options: &str, rule: &str| {
        let text = format!("aws ec2 authorize-security-group-ingress --group-id sg-1 {options}");
        let request = format!(r#"{{"GroupId":"sg-1","IpPermissions":[{rule}]}}"#);
        check(&text, "ec2:AuthorizeSecurityGroupIngress", &request);
    };
    let web = r#"{"IpProtocol":"tcp","FromPort":80,"ToPort":80,"UserIdGroupPairs":[],"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}"#;
    allow("--protocol tcp --port 80 --cidr 0.0.0.0/0", web);
    allow(
        "--ip-permissions IpProtocol=tcp,FromPort=80,ToPort=80,IpRanges=[{CidrIp=0.0.0.0/0}]",
        web,
    );
    let group = r#"{"IpProtocol":"-1","FromPort":-1,"ToPort":-1,"UserIdGroupPairs":[{"UserId":"1","GroupId":"sg-2"}],"IpRanges":[]}"#;
    allow(
        "--protocol all --port all --source-group sg-2 --group-owner 1",
        group,
    );
}

#[test]
fn the_sandbox_has_the_same_shape() {
    check(
        "sandbox traffic --rate 120",
        "sandbox:Traffic",
        r#"{"Rate":120.0}"#,
    );
    let clients = r#"{"Endpoint":["a.example","10.0.0.1"]}"#;
    check(
        "sandbox clients --endpoint a.example,10.0.0.1",
        "sandbox:Clients",
        clients,
    );
    check(
        "sandbox clients --endpoint a.example 10.0.0.1",
        "sandbox:Clients",
        clients,
    );
    let outage = r#"{"Kind":"az-outage","Zone":"us-east-2a","For":"10m"}"#;
    check(
        "sandbox fault az-outage --zone us-east-2a --for 10m",
        "sandbox:Fault",
        outage,
    );
    check(
        "sandbox fault --zone us-east-2a --for 10m --kind az-outage",
        "sandbox:Fault",
        outage,
    );
    check("sandbox now --offset -10m", "sandbox:Now", r#"{"Offset":"-10m"}"#);
    assert_eq!(
        parse("sandbox wait 90s"),
        Ok(Some(Line::Wait(SimDuration::from_secs(90))))
    );
    assert_eq!(parse("  # nothing"), Ok(None));
}

#[test]
fn an_error_points_at_its_word() {
    let check = |text: &str, shown: &str| {
        assert_eq!(parse(text).expect_err(text).to_string(), shown);
    };
    check(
        "awss ec2",
        "line 1, column 1: expected aws or sandbox; did you mean aws?\n    awss ec2\n    ^^^^",
    );
    check(
        "aws",
        "line 1, column 4: the following arguments are required: command\n    aws\n       ^",
    );
    check(
        "aws ec3 x",
        "line 1, column 5: argument command: Found invalid choice 'ec3'; did you mean ec2?\n    aws ec3 x\n        ^^^",
    );
    let known = "\n    aws ec2 describe-instnces";
    let mark = "\n            ^^^^^^^^^^^^^^^^^";
    let reason = "line 1, column 9: argument operation: Found invalid choice 'describe-instnces'; \
                  did you mean describe-instances?";
    check("aws ec2 describe-instnces", &format!("{reason}{known}{mark}"));
}

#[test]
fn an_error_is_printed_as_aws_does() {
    let check = |text: &str, shown: &str, exit: u8| {
        let error = parse(text).expect_err(text);
        assert_eq!((error.printed().as_str(), error.fault.exit()), (shown, exit));
    };
    let usage = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n\
                 To see help text, you can run:\n\n  aws help\n  aws <command> help\n  \
                 aws <command> <subcommand> help\n";
    let invalid = "\naws: [ERROR]: An error occurred (ParamValidation): ";
    check(
        "aws ec2 stop-instances",
        &format!("{invalid}the following arguments are required: --instance-ids\n\n{usage}"),
        252,
    );
    check(
        "aws ec2 stop-instnces",
        &format!(
            "{invalid}argument operation: Found invalid choice 'stop-instnces'\n\n\
             Maybe you meant:\n\n  * stop-instances\n\n{usage}"
        ),
        252,
    );
    check(
        "aws ec2 describe-regions x",
        &format!("\n{usage}\n\naws: [ERROR]: Unknown options: x\n"),
        252,
    );
    check(
        "aws ec2 describe-regions --filters Name",
        &format!(
            "{invalid}Error parsing parameter '--filters': Expected: '=', received: 'EOF' for input:\nName\n    ^\n"
        ),
        252,
    );
    check(
        "aws ec2 describe-regions --profile mine",
        "\naws: [ERROR]: The config profile (mine) could not be found\n",
        255,
    );
    let refused = api::ApiError::instance_not_found("i-1");
    let operation = api::find("ec2", "StopInstances").expect("known");
    assert_eq!(
        crate::refusal(operation, &refused),
        "\naws: [ERROR]: An error occurred (InvalidInstanceID.NotFound) when calling the StopInstances operation: \
         The instance ID 'i-1' does not exist\n"
    );
}

#[test]
fn without_a_shell_no_option_is_dropped_in_silence() {
    for option in ["--query 'Vpcs[0]'", "--output text", "--max-items 2"] {
        let error = parse(&format!("aws ec2 describe-vpcs {option}")).expect_err("nothing prints here");
        assert!(
            error.reason.contains("only a terminal and a script know --"),
            "{}",
            error.reason
        );
    }
    assert!(parse("aws ec2 describe-vpcs --output json").is_ok());
}

#[test]
fn globals_stand_anywhere_and_are_carried() {
    let found = |text: &str| {
        let host = Host {
            region: Some("us-east-2"),
            ..Host::default()
        };
        read(text, &host).expect("reads").expect("a command").globals
    };
    let globals = found(
        "aws --region us-east-2 ec2 --output text describe-vpcs --query 'Vpcs[0].VpcId' --no-cli-pager",
    );
    assert_eq!(
        (globals.output, globals.query.as_deref()),
        (Some(Format::Text), Some("Vpcs[0].VpcId"))
    );
    assert!(found("aws ec2 describe-vpcs --no-paginate --out=table").no_paginate);
    assert_eq!(
        found("sandbox traffic --rate 1 --profile steady --output yaml").output,
        Some(Format::Yaml)
    );
    let error = parse("aws ec2 describe-vpcs --output xml").expect_err("no format");
    assert_eq!(error.reason, "argument --output: Found invalid choice 'xml'");
    let error = parse("aws ec2 describe-vpcs --debug").expect_err("no log");
    assert_eq!((error.fault, error.fault.exit()), (Fault::NotModelled, 252));
}

#[test]
fn files_are_read_where_the_host_has_them() {
    let host = Host {
        file: &|name| match name {
            "setup.sh" => Some(b"#!/bin/sh".to_vec()),
            "tags.json" => Some(br#"[{"Key": "a", "Value": "b"}]"#.to_vec()),
            "run.json" => {
                Some(br#"{"ImageId": "ami-1", "UserData": "x", "MinCount": 2, "MaxCount": 2}"#.to_vec())
            }
            _ => None,
        },
        ..Host::default()
    };
    let request = |text: &str| {
        let found = read(text, &host)
            .unwrap_or_else(|error| panic!("{error}"))
            .expect("a command");
        let Action::Call { call, .. } = found.action else {
            panic!("{text}: no call")
        };
        json::compact(api::Value::Shape(call.input()))
    };
    let encoded = r#"{"MaxCount":1,"MinCount":1,"UserData":"IyEvYmluL3No"}"#;
    assert_eq!(
        request("aws ec2 run-instances --user-data file://setup.sh"),
        encoded
    );
    assert_eq!(
        request("aws ec2 run-instances --user-data fileb://setup.sh"),
        encoded
    );
    assert_eq!(
        request("aws ec2 create-tags --resources i-1 --tags file://tags.json"),
        r#"{"Resources":["i-1"],"Tags":[{"Key":"a","Value":"b"}]}"#
    );
    assert_eq!(
        request("aws ec2 run-instances --cli-input-json file://run.json --image-id ami-2 --count 3"),
        r#"{"ImageId":"ami-2","MaxCount":3,"MinCount":3,"UserData":"eA=="}"#
    );
    assert_eq!(
        request("aws s3api put-object --bucket b --key k --body setup.sh"),
        r#"{"Body":"IyEvYmluL3No","Bucket":"b","Key":"k"}"#
    );
}

#[test]
fn a_token_is_made_up_where_the_host_can() {
    let host = Host {
        token: Some(&|| "one".to_owned()),
        ..Host::default()
    };
    let text = "aws fis start-experiment --experiment-template-id EXT1";
    let found = read(text, &host).expect("reads").expect("a command");
    let Action::Call { call, .. } = found.action else {
        panic!("no call")
    };
    let request = r#"{"clientToken":"one","experimentTemplateId":"EXT1"}"#;
    assert_eq!(json::compact(api::Value::Shape(call.input())), request);
    let missing = "the following arguments are required: --client-token";
    assert_eq!(parse(text).expect_err("no token").reason, missing);
}

#[test]
fn a_public_address_makes_a_network_interface() {
    check(
        "aws ec2 run-instances --no-associate-public-ip-address --subnet-id s --security-group-ids g",
        "ec2:RunInstances",
        r#"{"MaxCount":1,"MinCount":1,"NetworkInterfaces":[{"AssociatePublicIpAddress":false,"DeviceIndex":0,"Groups":["g"],"SubnetId":"s"}]}"#,
    );
}

#[test]
fn one_value_of_a_metric_can_be_said_in_short() {
    let datum = r#"{"Namespace":"n","MetricData":[{"MetricName":"m","Dimensions":[{"Name":"a","Value":"b"}],"Value":1.5,"Unit":"Count"}]}"#;
    check(
        "aws cloudwatch put-metric-data --namespace n --metric-name m --value 1.5 --dimensions a=b --unit Count",
        "cloudwatch:PutMetricData",
        datum,
    );
}

#[test]
fn waiters_skeletons_and_help_are_for_a_terminal() {
    let action = |text: &str| {
        read(text, &Host::default())
            .expect("reads")
            .expect("a command")
            .action
    };
    let Action::Poll(poll) = action("aws ec2 wait instance-running --instance-ids i-1") else {
        panic!("no waiter")
    };
    assert_eq!((poll.waiter.delay, poll.waiter.attempts), (15, 40));
    assert_eq!(poll.call.operation().name, "DescribeInstances");
    assert!(matches!(
        action("aws ec2 stop-instances --generate-cli-skeleton"),
        Action::Skeleton(_)
    ));
    assert!(matches!(
        action("aws ec2 stop-instances --instance-ids i --generate-cli-skeleton output"),
        Action::Skeleton(_)
    ));
    assert_eq!(
        action("aws ec2 stop-instances help"),
        Action::Help(vec!["ec2".to_owned(), "stop-instances".to_owned()])
    );
    assert!(parse("aws ec2 wait instance-running --instance-ids i-1").is_err());
    let error = read("aws ec2 wait instance-runing", &Host::default()).expect_err("misspelt");
    assert_eq!(error.suggestion.as_deref(), Some("instance-running"));
}

#[test]
fn too_much_is_refused() {
    let long = format!("aws ec2 stop-instances --instance-ids {}", "i ".repeat(40_000));
    assert_eq!(
        parse(&long).expect_err("long").reason,
        "more than 65536 bytes at once"
    );
    assert_eq!(
        parse("sandbox wait 1s\nsandbox wait 1s").expect_err("two").line,
        2
    );
    let deep = format!("aws ec2 run-instances --placement '{}'", "[".repeat(60_000));
    assert!(parse(&deep).is_err());
    let deep = format!(
        "aws ec2 run-instances --placement '{{\"a\":{}'",
        "[".repeat(60_000)
    );
    assert!(
        parse(&deep)
            .expect_err("deep")
            .reason
            .contains("Invalid JSON: recursion limit exceeded")
    );
    let deep = format!(
        "aws ec2 run-instances --tag-specifications 'Tags={}'",
        "[".repeat(60_000)
    );
    assert!(parse(&deep).is_err());
}

#[test]
fn a_script_hands_what_one_command_prints_to_the_next() {
    let script = "\
        SG=$(aws ec2 create-security-group --group-name web --description 'HTTP for all' \\\n\
             --query GroupId --output text) # one line\n\
        aws ec2 authorize-security-group-ingress --group-id \"$SG\" --protocol tcp --port 80 --cidr 0.0.0.0/0\n";
    let found: Vec<Statement> = crate::statements(script)
        .collect::<Result<_, _>>()
        .expect("parses");
    let mut inner = Vec::new();
    let (name, template) = &found[0].sets[0];
    let value = template.value(&mut |piece| {
        if let Piece::Output { command, .. } = piece {
            inner = command.expand(&mut |_| String::new()).expect("short");
        }
        "sg-1\n".to_owned()
    });
    let made = understand(&inner, &Host::default()).expect("a command");
    assert_eq!(
        (made.globals.query.as_deref(), made.globals.output),
        (Some("GroupId"), Some(Format::Text))
    );
    assert_eq!((name.as_str(), value.as_deref()), ("SG", Ok("sg-1")));
    let words = found[1].expand(&mut |_| "sg-1".to_owned()).expect("short");
    let rule = understand(&words, &Host::default()).expect("a command");
    let Action::Call { call, .. } = rule.action else {
        panic!("no call")
    };
    let request = r#"{"GroupId":"sg-1","IpPermissions":[{"IpProtocol":"tcp","FromPort":80,"ToPort":80,"UserIdGroupPairs":[],"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]}"#;
    assert_eq!(json::compact(api::Value::Shape(call.input())), request);
}
