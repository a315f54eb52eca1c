//! One command to what it asks for.

use api::{Call, Operation, Service, Shape, Value, duration, kebab, nearest};
use des::SimDuration;

use crate::assign::assign;
use crate::error::{ParseError, Problem};
use crate::extras;
use crate::lex::{Command, Word, commands};
use crate::script::check_size;

/// What a line asks for.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub enum Line {
    /// A call.
    Call(Call),
    /// That this much model time passes.
    Wait(SimDuration),
}

/// Understands one command, which may go over several lines by `\`; `None` if there is but blank or comment.
///
/// # Errors
/// If it is no command, if there is more than one, or if it is longer than [`crate::MAX_INPUT`].
pub fn parse(text: &str) -> Result<Option<Line>, ParseError> {
    check_size(text)?;
    only_command(text).map_err(|error| error.of(&text.lines().collect::<Vec<_>>()))
}

fn only_command(text: &str) -> Result<Option<Line>, ParseError> {
    let mut commands = commands(text);
    let Some(first) = commands.next().transpose()? else {
        return Ok(None);
    };
    if let Some(second) = commands.next() {
        return Err(Problem::new("one command at a time").at(second?.words[0].span));
    }
    understand(&first).map(Some)
}

/// Understands the words of one command, of which there is at least one.
pub(crate) fn understand(command: &Command<'_>) -> Result<Line, ParseError> {
    let words = &command.words;
    let (service, at) = match words[0].text.as_str() {
        "aws" => (find_service(words.get(1), command)?, 2),
        "sandbox" => (&api::sandbox::SERVICE, 1),
        text => {
            let suggestion = nearest(text, ["aws", "sandbox"]);
            return Err(Problem::new("expected aws or sandbox")
                .suggesting(suggestion)
                .at(words[0].span));
        }
    };
    let name = words.get(at).ok_or_else(|| missing(command, "an operation"))?;
    if service.name == "sandbox" && name.text == "wait" {
        return wait(&words[at + 1..], command);
    }
    let operation = find_operation(service, name)?;
    let assignments = assign(operation, &words[at + 1..])?;
    let mut call = (operation.empty)();
    for assignment in &assignments {
        assignment.check_companions(operation, &assignments)?;
        assignment.apply(&mut call)?;
    }
    extras::complete(&mut call);
    match absent(call.input()) {
        absent if absent.is_empty() => Ok(Line::Call(call)),
        absent => {
            let reason = format!("the following arguments are required: {}", absent.join(", "));
            Err(Problem::new(reason).at(command.end()))
        }
    }
}

/// The options that must be given and are not.
fn absent(input: &dyn Shape) -> Vec<String> {
    let there = |index| match input.value(index) {
        Some(Value::List(list)) => !list.is_empty(),
        value => value.is_some(),
    };
    let members = input.info().members.iter().enumerate();
    let absent = members.filter(|(index, member)| member.required && !there(*index));
    absent
        .map(|(_, member)| format!("--{}", kebab(member.name)))
        .collect()
}

fn missing(command: &Command<'_>, what: &str) -> ParseError {
    Problem::new(format!("expected {what}")).at(command.end())
}

fn find_service(word: Option<&Word>, command: &Command<'_>) -> Result<&'static Service, ParseError> {
    let word = word.ok_or_else(|| missing(command, "a service, such as ec2"))?;
    let services = || {
        api::SERVICES
            .iter()
            .copied()
            .filter(|service| service.name != "sandbox")
    };
    services()
        .find(|service| service.name == word.text)
        .ok_or_else(|| {
            let suggestion = nearest(&word.text, services().map(|service| service.name));
            Problem::new(format!("there is no service {} here", word.text))
                .suggesting(suggestion)
                .at(word.span)
        })
}

fn find_operation(service: &Service, word: &Word) -> Result<&'static Operation, ParseError> {
    api::find_kebab(service.name, &word.text).ok_or_else(|| {
        let mut names: Vec<String> = api::operations_of(service.name)
            .map(|known| kebab(known.name))
            .collect();
        names.extend((service.name == "sandbox").then(|| "wait".to_owned()));
        let suggestion = nearest(&word.text, names.iter().map(String::as_str));
        let reason = format!("{} has no operation {} here", service.name, word.text);
        Problem::new(reason).suggesting(suggestion).at(word.span)
    })
}

fn wait(words: &[Word], command: &Command<'_>) -> Result<Line, ParseError> {
    const LENGTH: &str = "a length of time such as 90s, 10m or 1h30m";
    match words {
        [] => Err(missing(command, LENGTH)),
        [word] => match duration::parse(&word.text) {
            Some(length) => Ok(Line::Wait(length)),
            None => Err(Problem::new(format!("expected {LENGTH}")).at(word.span)),
        },
        [_, word, ..] => Err(Problem::new("unexpected word").at(word.span)),
    }
}
#[cfg(test)]
mod tests {
    use super::*;
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
        let filtered =
            r#"{"Filters":[{"Name":"tag:Name","Values":["a","b"]},{"Name":"vpc-id","Values":["v"]}]}"#;
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
            "line 1, column 4: expected a service, such as ec2\n    aws\n       ^",
        );
        check(
            "aws ec3 x",
            "line 1, column 5: there is no service ec3 here; did you mean ec2?\n    aws ec3 x\n        ^^^",
        );
        let known = "\n    aws ec2 describe-instnces";
        let mark = "\n            ^^^^^^^^^^^^^^^^^";
        let reason =
            "line 1, column 9: ec2 has no operation describe-instnces here; did you mean describe-instances?";
        check("aws ec2 describe-instnces", &format!("{reason}{known}{mark}"));
        check(
            "sandbox wait",
            "line 1, column 13: expected a length of time such as 90s, 10m or 1h30m\n    sandbox wait\n                ^",
        );
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
        assert_eq!(
            parse(&deep).expect_err("deep").reason,
            "not JSON: recursion limit exceeded at line 1 column 128"
        );
        let deep = format!(
            "aws ec2 run-instances --tag-specifications 'Tags={}'",
            "[".repeat(60_000)
        );
        assert!(parse(&deep).is_err());
    }
}
