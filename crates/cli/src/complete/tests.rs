use super::*;
use crate::Host;

/// What could stand at the end, each as a whole word.
fn texts(text: &str) -> Vec<String> {
    complete(text)
        .choices
        .into_iter()
        .map(|choice| choice.text)
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(texts(text), expected, "{text}");
}

#[test]
fn services_operations_and_waiters_are_known() {
    check("", &["aws", "sandbox", "echo"]);
    check("aws el", &["elbv2"]);
    check("aws ec2 start-", &["start-instances"]);
    check("aws elbv2 wait target-in", &["target-in-service"]);
    check("aws s3 c", &["cp"]);
    check("sandbox tr", &["traffic"]);
    check("X=$(aws autoscaling set-d", &["set-desired-capacity"]);
    check(
        "sandbox wait --until 'aws ec2 describe-vpc",
        &["describe-vpcs", "describe-vpc-endpoints"],
    );
    check("# aws ", &[]);
    assert!(texts("aws ec2 ").contains(&"help".to_owned()));
}

#[test]
fn options_come_with_those_that_must_be_first_and_not_twice() {
    let found = complete("aws elbv2 create-target-group ");
    assert_eq!(
        (found.choices[0].text.as_str(), found.choices[0].note.as_str()),
        ("--name", "required")
    );
    check("aws ec2 run-instances --instance-t", &["--instance-type"]);
    assert!(!texts("aws ec2 stop-instances --force --instance-ids i-1 --").contains(&"--force".to_owned()));
    assert!(texts("aws ec2 stop-instances --force --").contains(&"--query".to_owned()));
    assert!(!texts("sandbox now --").contains(&"--region".to_owned()));
}

#[test]
fn counted_values_are_known_wherever_they_stand() {
    check("aws ec2 describe-vpcs --output ya", &["yaml", "yaml-stream"]);
    check("aws elbv2 create-target-group --protocol HT", &["HTTP"]);
    check("sandbox fault inst", &["instance-crash", "instance-slow"]);
    check("sandbox traffic --rate 5 --profile fl", &["flash-crowd"]);
    check("aws elbv2 create-listener --default-actions Ty", &["Type="]);
    check(
        "aws elbv2 create-listener --default-actions Type=forw",
        &["Type=forward"],
    );
    let keys = texts("aws elbv2 create-listener --default-actions Type=forward,");
    assert!(
        keys.contains(&"Type=forward,TargetGroupArn=".to_owned()),
        "{keys:?}"
    );
    assert!(!keys.iter().any(|key| key.ends_with(",Type=")), "{keys:?}");
}

#[test]
fn what_names_something_of_the_account_is_told_as_such() {
    let live = |text: &str| {
        let found = complete(text);
        let commands: Vec<&str> = found.live.iter().map(|live| live.command).collect();
        (commands.join(" | "), found.before, found.word)
    };
    let told =
        |command: &str, before: &str, word: &str| (command.to_owned(), before.to_owned(), word.to_owned());
    assert_eq!(
        live("aws ec2 stop-instances --instance-ids i-0"),
        told("aws ec2 describe-instances", "", "i-0")
    );
    assert_eq!(
        live("aws ec2 stop-instances --instance-ids i-0 i-"),
        told("aws ec2 describe-instances", "", "i-")
    );
    assert_eq!(
        live("aws elbv2 register-targets --targets Id=i-"),
        told("aws ec2 describe-instances", "Id=", "i-")
    );
    assert_eq!(
        live("aws autoscaling update-auto-scaling-group --vpc-zone-identifier subnet-1,sub"),
        told("aws ec2 describe-subnets", "subnet-1,", "sub")
    );
    assert_eq!(
        live("aws ec2 authorize-security-group-ingress --source-group sg"),
        told("aws ec2 describe-security-groups", "", "sg")
    );
    assert_eq!(live("aws ec2 stop-instances "), told("", "", ""));
}

#[test]
fn a_word_that_begins_like_none_is_taken_for_the_nearest() {
    check("aws ec2 rnu-instances", &["run-instances"]);
    check("aws ec2 run-instances --instnce-type", &["--instance-type"]);
    check("aws ec2 zzzzzzzz", &[]);
}

#[test]
fn a_choice_is_written_as_a_shell_reads_it() {
    let mut found = complete("aws ec2 describe-subnets --subnet-ids \"sub");
    found.choices = vec![Choice::word("subnet-1")];
    assert_eq!(
        (found.start, found.written(&found.choices[0])),
        (38, "\"subnet-1\" ".to_owned())
    );
    let found = complete("sandbox wait --until 'aws ec2 describe-v");
    assert_eq!(found.written(&found.choices[0]), "describe-vpcs ");
    let found = complete("aws elbv2 create-listener --default-actions T");
    assert_eq!(found.written(&found.choices[0]), "Type=");
    let odd = Choice::word("a b");
    assert_eq!(complete("aws ").written(&odd), "'a b' ");
}

#[test]
fn what_all_choices_share_is_found() {
    let shared = |text: &str| complete(text).shared().map(|choice| choice.text);
    assert_eq!(
        shared("aws ec2 describe-instance-t"),
        Some("describe-instance-type".to_owned())
    );
    assert_eq!(
        shared("aws ec2 terminate"),
        Some("terminate-instances".to_owned())
    );
    assert_eq!(shared("aws zzzz"), None);
    assert_eq!(shared("sandbox fault instance"), Some("instance-".to_owned()));
}

#[test]
fn a_misspelt_word_is_mended_where_it_stands() {
    let mended = |text: &str| correct(text, &Host::default()).map(|found| found.text);
    let check = |text: &str, meant: &str| assert_eq!(mended(text).as_deref(), Some(meant), "{text}");
    check("aws ec2 rnu-instances", "aws ec2 run-instances");
    check("# x\naws  ecc2 describe-vpcs", "# x\naws  ec2 describe-vpcs");
    check(
        "aws ec2 describe-vpcs --vpc-idz $V",
        "aws ec2 describe-vpcs --vpc-ids $V",
    );
    check(
        "aws ec2 describe-vpcs --vpc-idz=a",
        "aws ec2 describe-vpcs --vpc-ids=a",
    );
    check(
        "aws ec2 describe-vpcs --output tabel",
        "aws ec2 describe-vpcs --output table",
    );
    check("awz ec2 describe-vpcs", "aws ec2 describe-vpcs");
    for text in [
        "aws ec2 describe-vpcs",
        "aws ec2",
        "",
        "A=1",
        "aws ec2 zzzzzzzzz",
        "aws ec2 describe-vpcs 'x",
    ] {
        assert_eq!(mended(text), None, "{text}");
    }
}

#[test]
fn whatever_is_being_written_is_read_without_a_fall() {
    let script = "A=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text) \\\n aws elbv2 create-listener --default-actions Type=forward,TargetGroupArn=ärn # x\nsandbox wait --until \"aws ec2 describe-instances\" --equals 1";
    for (at, _) in script.char_indices() {
        let found = complete(&script[..at]);
        assert!(found.start <= at, "{at}");
        assert!(script.is_char_boundary(found.start), "{at}");
    }
}

/// What names something that no command lists as a whole.
const UNLISTED: [&str; 3] = ["fault-id", "prefix-list-ids", "role-arn"];

/// What a new member names has to be told, or that no command lists it.
#[test]
fn every_id_and_arn_of_a_request_is_listed_or_known_not_to_be() {
    let mut unknown = Vec::new();
    for operation in api::all_operations() {
        for (name, target) in crate::options::of(operation) {
            let names = ["-id", "-ids", "-arn", "-arns"]
                .iter()
                .any(|end| name.ends_with(end));
            let said =
                matches!(target, crate::options::Target::Member(_)) && !UNLISTED.contains(&name.as_str());
            if names && said && live::of(operation, &name).is_empty() {
                unknown.push(format!("{}: {} --{name}", operation.service.name, operation.name));
            }
        }
    }
    let tags = |line: &String| line.ends_with("--resource-arn");
    unknown.retain(|line| !(tags(line) && (line.starts_with("fis") || line.starts_with("dynamodb"))));
    assert_eq!(unknown, Vec::<String>::new());
}
