//! The example script, run and parsed as the command does.

use cloud::region::RegionCode;
use cloud::{Seed, Simulation, World};
use fleetlab::{Exec, Folder, Form, exec, parse};
use serde_json::Value;
use shell::{NoFiles, Shell, replay};

const SCRIPT: &str = include_str!("../examples/course.sh");

fn options(transcript: Option<Form>, keep_going: bool) -> Exec {
    Exec {
        seed: None,
        region: None,
        digest: false,
        lesson: None,
        transcript,
        keep_going,
        scripts: vec!["-".to_owned()],
    }
}

/// What a script writes to standard output and error, and its exit code.
fn run(options: &Exec, script: &str) -> (String, String, u8) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = exec(
        options,
        &[script.to_owned()],
        &mut Folder::here(),
        &mut out,
        &mut err,
    )
    .expect("writes");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (text(out), text(err), exit)
}

fn lines(text: &str) -> Vec<Value> {
    let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    text.lines().map(read).collect()
}

#[test]
fn the_courses_end_state_lives_through_a_crowd_and_an_outage() {
    let (out, err, exit) = run(&options(Some(Form::Json), false), SCRIPT);
    let ran = lines(&out);
    assert_eq!((exit, err.as_str()), (0, ""), "{:#}", ran.last().expect("a line"));
    let metrics: Vec<Value> = ran
        .iter()
        .filter(|one| {
            one["command"]
                .as_str()
                .is_some_and(|text| text.starts_with("sandbox metrics"))
        })
        .map(|one| serde_json::from_str(one["stdout"].as_str().expect("text")).expect("JSON"))
        .collect();
    let [calm, crowd] = &metrics[..] else {
        panic!("{metrics:?}")
    };
    assert_eq!(calm["SuccessShare"], 1.0, "{calm}");
    let number = |json: &Value, name: &str| json[name].as_f64().unwrap_or_else(|| panic!("{json}"));
    assert!((11_000.0..13_000.0).contains(&number(calm, "Requests")), "{calm}");
    assert!(number(crowd, "Requests") > 90_000.0, "{crowd}");
    assert!((0.5..1.0).contains(&number(crowd, "SuccessShare")), "{crowd}");
    let last = ran.last().expect("a line");
    assert!(
        last["at"]
            .as_str()
            .is_some_and(|at| at.starts_with("2026-11-02T1")),
        "{last}"
    );
}

#[test]
fn the_same_seed_gives_the_same_transcript_and_another_seed_another() {
    let json = options(Some(Form::Json), false);
    let first = run(&json, SCRIPT);
    assert_eq!(first, run(&json, SCRIPT));
    let other = run(
        &Exec {
            seed: Some(2),
            ..json
        },
        SCRIPT,
    );
    assert_ne!(first.0, other.0);
}

#[test]
fn a_script_ends_at_its_first_failure_or_goes_on() {
    let script = "echo a\naws ec2 describe-instances --instance-ids i-0123456789abcdef0\necho b\na | b\n";
    let (out, err, exit) = run(&options(None, false), script);
    assert_eq!((out.as_str(), exit), ("a\n", 254));
    assert!(
        err.starts_with("\naws: [ERROR]: An error occurred (InvalidInstanceID.NotFound)"),
        "{err}"
    );
    let (out, err, exit) = run(&options(None, true), script);
    assert_eq!((out.as_str(), exit), ("a\nb\n", 0));
    assert!(err.contains("(Syntax)"), "{err}");
}

#[test]
fn a_transcript_tells_of_every_command() {
    let (out, err, _) = run(
        &options(Some(Form::Json), true),
        "sandbox wait 90s\nA='\"x\"'\naws s3 lss\n",
    );
    let said = [
        r#"{"line": 1, "at": "2026-11-02T10:01:30+00:00", "command": "sandbox wait 90s", "stdout": "", "stderr": "", "exit": 0}"#,
        r#"{"line": 2, "at": "2026-11-02T10:01:30+00:00", "command": "A='\"x\"'", "stdout": "", "stderr": "", "exit": 0}"#,
    ];
    assert_eq!(out.lines().take(2).collect::<Vec<_>>(), said);
    assert_eq!((lines(&out)[2]["exit"].as_u64(), err.as_str()), (Some(252), ""));
    let (out, _, _) = run(&options(Some(Form::Text), false), "echo a\naws ec2 describe-vpc");
    assert!(
        out.starts_with("[2026-11-02T10:00:00+00:00] $ echo a\na\n[2026"),
        "{out}"
    );
    assert!(out.ends_with("exit 252\n"), "{out}");
}

/// What `parse` says of a script.
fn parsed(script: &str) -> Vec<String> {
    let mut out = Vec::new();
    parse(script, &NoFiles, &mut out).expect("writes");
    let text = String::from_utf8(out).expect("text");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_script_is_parsed_without_being_run() {
    let script = "# two\naws ec2 run-instances --image-id ami-1 --instance-type t3.micro \\\n  --count 2:5\naws ec2 wait instance-running --instance-ids i-1\nsandbox wait 90s\naws ec2 describe-vpcs --vpc-ids 'x\n";
    assert_eq!(
        parsed(script)[..3],
        [
            r#"{"line": 2, "service": "ec2", "operation": "RunInstances", "request": {"ImageId":"ami-1","InstanceType":"t3.micro","MaxCount":5,"MinCount":2}}"#,
            r#"{"line": 4, "service": "ec2", "operation": "DescribeInstances", "request": {"InstanceIds":["i-1"]}}"#,
            r#"{"line": 5, "service": "sandbox", "operation": "Wait", "request": {"Duration":"1m30s"}}"#,
        ]
    );
    let wrong: Value = serde_json::from_str(&parsed(script)[3]).expect("JSON");
    assert_eq!(wrong["line"], 6);
    assert!(
        wrong["error"]
            .as_str()
            .is_some_and(|text| text.contains("this quote is not closed")),
        "{wrong}"
    );
}

#[test]
fn what_only_a_run_would_know_stands_as_it_is_written() {
    let said = parsed(
        "N=web\nID=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)\naws ec2 create-security-group --group-name $N --description d --vpc-id $ID",
    );
    assert_eq!(
        said,
        [
            r#"{"line": 2, "service": "ec2", "operation": "DescribeVpcs", "request": {}}"#,
            r#"{"line": 3, "service": "ec2", "operation": "CreateSecurityGroup", "request": {"Description":"d","GroupName":"web","VpcId":"$ID"}}"#,
        ]
    );
}

#[test]
fn every_command_of_the_example_parses() {
    let said = parsed(SCRIPT);
    assert!(said.len() > 30, "{said:?}");
    assert!(said.iter().all(|line| !line.contains("\"error\"")), "{said:#?}");
}

#[test]
fn an_account_is_where_it_is_said_to_be_or_as_a_lesson_leaves_it() {
    let zone = "aws ec2 describe-availability-zones --query 'AvailabilityZones[0].ZoneName' --output text";
    let ireland = Exec {
        region: Some(RegionCode::EuWest1),
        ..options(None, false)
    };
    assert_eq!(run(&ireland, zone).0, "eu-west-1a\n");
    let running = "aws ec2 describe-instances --query 'length(Reservations[].Instances[])'";
    let first = Exec {
        lesson: Some("../../lessons/01-one-instance/lesson.json".to_owned()),
        ..options(None, false)
    };
    assert_eq!(run(&options(None, false), running).0, "0\n");
    let (out, err, exit) = run(&first, running);
    assert_eq!((out.as_str(), exit), ("1\n", 0), "{err}");
    let none = Exec {
        lesson: Some("none.json".to_owned()),
        ..options(None, false)
    };
    let (_, err, exit) = run(&none, running);
    assert!(exit == 255 && err.starts_with("fleetlab: none.json: "), "{err}");
}

#[test]
fn a_session_that_was_saved_ends_with_the_digest_it_tells() {
    let mut simulation = Simulation::new(World::new(Seed(1)));
    let mut live = Shell::new();
    live.start("sandbox traffic --rate 5\nsandbox wait 90s\nsandbox fault --kind az-outage --zone us-east-2a\nsandbox wait 30s");
    live.run_to_end(&mut simulation, &mut NoFiles, &mut |_, _| true);
    let again = Exec {
        digest: true,
        ..options(None, false)
    };
    let saved = replay::scripts(&simulation).concat();
    let (out, err, exit) = run(&again, &saved);
    let digest = simulation.cloud().digest().to_string();
    assert_eq!((out.lines().last(), exit), (Some(digest.as_str()), 0), "{err}");
    assert!(
        saved.contains(&format!("ends with the digest {digest}.")),
        "{saved}"
    );
}

#[test]
fn help_says_what_an_operation_does_and_takes() {
    let (out, _, _) = run(&options(None, false), "aws ec2 run-instances help");
    assert!(out.starts_with("aws ec2 run-instances\n\nLaunches"), "{out}");
    assert!(out.contains("\n  --image-id <string>\n"), "{out}");
}

/// Options to play the first lesson.
fn in_lesson(keep_going: bool) -> Exec {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../lessons/01-one-instance/lesson.json"
    );
    Exec {
        lesson: Some(file.to_owned()),
        ..options(None, keep_going)
    }
}

#[test]
fn a_lesson_narrows_a_script_wherever_the_call_stands_and_tells_its_goals() {
    let group = "aws ec2 create-security-group --group-name mine --description x";
    for script in [group.to_owned(), format!("X=$({group})")] {
        let (_, err, exit) = run(&in_lesson(false), &script);
        assert_eq!(exit, 254, "{err}");
        assert!(
            err.contains("(NotInThisStep) when calling the CreateSecurityGroup operation"),
            "{err}"
        );
        assert!(err.ends_with("The lesson is not done.\n"), "{err}");
    }
    let looked = format!("{group}\naws ec2 describe-security-groups --group-names mine");
    let (_, err, _) = run(&in_lesson(true), &looked);
    assert!(err.contains("InvalidGroup.NotFound"), "{err}");
}

#[test]
fn a_script_meets_the_goals_of_a_lesson() {
    let (_, err, exit) = run(&in_lesson(false), "sandbox request --count 3\nsandbox wait 30s\n");
    assert_eq!(exit, 0, "{err}");
    assert!(err.contains("\n  met: "), "{err}");
}

#[test]
fn scripts_run_one_after_the_other() {
    let scripts = ["A=1".to_owned(), "echo $A".to_owned()];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = exec(
        &options(None, false),
        &scripts,
        &mut Folder::here(),
        &mut out,
        &mut err,
    )
    .expect("writes");
    assert_eq!((exit, out.as_slice()), (0, b"1\n".as_slice()));
}

#[test]
fn a_lesson_is_entered_with_the_words_that_all_lessons_share() {
    let options = Exec {
        lesson: Some("../../lessons/repair-idle-zone/lesson.json".to_owned()),
        ..options(None, false)
    };
    let (out, err, _) = run(&options, "sandbox now");
    assert!(out.contains("\"Now\""), "{out}{err}");
    assert!(err.contains("not done"), "{out}{err}");
}
