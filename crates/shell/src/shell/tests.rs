use api::duration;
use cloud::{Seed, World};

use super::*;
use crate::account::NoFiles;

fn world() -> Simulation {
    Simulation::new(World::new(Seed(1)))
}

/// What became of every command of a script in a new world.
fn ran(script: &str) -> Vec<Transcript> {
    let (mut shell, mut transcripts) = (Shell::new(), Vec::new());
    shell.start(script);
    shell.run_to_end(&mut world(), &mut NoFiles, &mut |step, _| {
        if let Step::Ran(transcript) = step {
            transcripts.push(transcript);
        }
        true
    });
    transcripts
}

/// What the last command of a script printed.
fn last(script: &str) -> Transcript {
    ran(script).pop().expect("a command")
}

fn printed(script: &str) -> String {
    let all = ran(script);
    for transcript in &all {
        assert_eq!(transcript.exit, 0, "{transcript:?}");
    }
    all.last().expect("a command").stdout.clone()
}

/// How long after the world's beginning a command ended.
fn after(transcript: &Transcript) -> String {
    duration::format(transcript.at.to_sim_time().since(SimTime::ZERO))
}

const LAUNCH: &str = "ID=$(aws ec2 run-instances --image-id ami-0e1d2c3b4a5968701 --instance-type t3.micro \
                      --query 'Instances[0].InstanceId' --output text)\n";

#[test]
fn what_a_command_prints_goes_into_a_variable_and_on_into_the_next() {
    let script = format!(
        "{LAUNCH}aws ec2 describe-instances --instance-ids $ID --query 'Reservations[].Instances[].InstanceId' --output text\necho $ID"
    );
    let all = ran(&script);
    assert_eq!(all.len(), 3);
    assert!(all[1].stdout.starts_with("i-0"), "{all:?}");
    assert_eq!(all[1].stdout, all[2].stdout);
    assert_eq!((all[0].stdout.as_str(), all[0].exit, all[0].line), ("", 0, 1));
    assert_eq!((all[1].line, after(&all[1])), (2, "0s".to_owned()));
}

#[test]
fn variables_are_parted_or_not_as_in_a_shell() {
    assert_eq!(printed("A='x  y'\necho $A \"$A\" '$A' $NONE."), "x y x  y $A .\n");
    assert_eq!(printed("A=1\nA=2 echo $A"), "1\n");
    assert_eq!(printed("export A=1\necho ${A}2"), "12\n");
    assert_eq!(
        printed("echo \"$(echo a  b)\""),
        "a b
"
    );
}

#[test]
fn refusals_and_usage_errors_have_the_words_and_codes_of_aws() {
    let refused = last("aws ec2 describe-instances --instance-ids i-0123456789abcdef0");
    assert_eq!(
        (refused.stdout.as_str(), refused.stderr.as_str(), refused.exit),
        (
            "",
            "\naws: [ERROR]: An error occurred (InvalidInstanceID.NotFound) when calling the DescribeInstances operation: \
             The instance ID 'i-0123456789abcdef0' does not exist\n",
            254
        )
    );
    let missing = last("aws ec2 create-security-group --description d");
    assert!(
        missing
            .stderr
            .starts_with("\naws: [ERROR]: An error occurred (ParamValidation): the following arguments are required: --group-name"),
        "{missing:?}"
    );
    assert_eq!(missing.exit, 252);
    assert_eq!(last("aws ec2 describe-vpcs --region eu-west-1").exit, 253);
    assert_eq!(last("aws ec2 describe-vpcs --query 'Vpcs['").exit, 252);
    let query = last("aws ec2 describe-vpcs --query 'length(Nothing)'");
    assert_eq!((query.exit, query.stdout.as_str()), (255, ""));
    assert!(
        query.stderr.starts_with("\naws: [ERROR]: In function length()"),
        "{query:?}"
    );
    assert_eq!(last("a | b").exit, 252);
    assert_eq!(last("aws ec2 describe-vpc\necho $?").stdout, "252\n");
}

#[test]
fn a_command_within_that_fails_leaves_nothing_and_says_why() {
    let set = last("A=$(aws ec2 describe-instances --instance-ids i-0123456789abcdef0)");
    assert_eq!(set.exit, 254);
    assert!(set.stderr.contains("InvalidInstanceID.NotFound"), "{set:?}");
    let echoed = last("echo a$(aws ec2 describe-vpc)b");
    assert_eq!((echoed.exit, echoed.stdout.as_str()), (0, "ab\n"));
    assert!(echoed.stderr.contains("describe-vpcs"), "{echoed:?}");
}

#[test]
fn a_waiter_polls_every_15_seconds_of_model_time() {
    let script = format!(
        "{LAUNCH}aws ec2 wait instance-running --instance-ids $ID\naws ec2 describe-instances --instance-ids $ID --query 'Reservations[0].Instances[0].State.Name' --output text"
    );
    let all = ran(&script);
    let waited = all[1].at.to_sim_time().as_secs();
    assert!(waited > 0 && waited.is_multiple_of(15), "{waited}");
    assert_eq!((all[1].exit, all[2].stdout.as_str()), (0, "running\n"));
}

#[test]
fn a_waiter_gives_up_after_40_looks() {
    let script = format!(
        "{LAUNCH}aws ec2 wait instance-running --instance-ids $ID\naws ec2 wait instance-stopped --instance-ids $ID"
    );
    let all = ran(&script);
    let length = all[2].at.to_sim_time().since(all[1].at.to_sim_time());
    assert_eq!((all[2].exit, length), (255, SimDuration::from_secs(39 * 15)));
    assert_eq!(
        all[2].stderr,
        "\naws: [ERROR]: Waiter InstanceStopped failed: Max attempts exceeded\n"
    );
}

#[test]
fn time_passes_for_a_while_or_until_a_command_prints_something() {
    assert_eq!(after(&last("sandbox wait 90s")), "1m30s");
    let until = |rest: &str| {
        last(&format!(
            "{LAUNCH}sandbox wait --until \"aws ec2 describe-instances --instance-ids $ID --query 'Reservations[0].Instances[0].State.Name' --output text\" --equals {rest}"
        ))
    };
    let running = until("running");
    let waited = running.at.to_sim_time().as_secs();
    assert!(
        running.exit == 0 && waited > 0 && waited.is_multiple_of(5),
        "{running:?}"
    );
    let never = until("gone --for 1m --every 20s");
    assert_eq!((never.exit, after(&never)), (255, "1m".to_owned()));
    assert!(
        never
            .stderr
            .ends_with("to print 'gone'; at last it printed 'running'\n"),
        "{never:?}"
    );
}

#[test]
fn until_only_looks_and_has_an_end() {
    let refused = |script: &str, why: &str| {
        let ended = last(script);
        assert!(ended.stderr.contains(why), "{ended:?}");
        assert_eq!((ended.exit, after(&ended)), (252, String::from("0s")), "{script}");
    };
    refused(
        "sandbox wait --until 'sandbox traffic --rate 5' --equals x",
        "Traffic does more",
    );
    refused(
        "sandbox wait --until 'sandbox now' --equals x --every 1ms",
        "--every takes 1s or more",
    );
    refused(
        "sandbox wait --until 'sandbox now' --equals x --every 1s --for 300d",
        "more than 100000 looks",
    );
    refused("sandbox wait 400d", "at most");
    refused(
        "sandbox wait --until 'sandbox wait 1s' --equals x",
        "what waits cannot stand within",
    );
    refused("A=$(sandbox wait 1s)", "what waits cannot stand within");
}

#[test]
fn a_page_may_run_it_frame_by_frame_and_stop_it() {
    let (mut simulation, mut shell) = (world(), Shell::new());
    let step = |shell: &mut Shell, simulation: &mut Simulation| {
        shell.step(&mut Account {
            simulation,
            caller: Caller::Learner,
            files: &mut NoFiles,
        })
    };
    shell.start("sandbox wait 10s\nsandbox wait 10s\necho never");
    let until = SimTime::from_secs(10);
    assert_eq!(step(&mut shell, &mut simulation), Step::Waits { until });
    simulation.advance_to(SimTime::from_secs(4), EventBudget::UNLIMITED);
    assert_eq!(step(&mut shell, &mut simulation), Step::Waits { until });
    simulation.advance_to(until, EventBudget::UNLIMITED);
    assert!(matches!(step(&mut shell, &mut simulation), Step::Ran(ran) if ran.exit == 0 && ran.line == 1));
    assert!(matches!(step(&mut shell, &mut simulation), Step::Waits { .. }));
    let stopped = shell.interrupt(simulation.now()).expect("it waited");
    assert_eq!((stopped.exit, stopped.line, shell.is_done()), (130, 2, true));
    assert_eq!(step(&mut shell, &mut simulation), Step::Done);
    assert_eq!(shell.last_exit(), 130);
}

#[test]
fn output_is_as_the_command_line_formats_it() {
    assert_eq!(
        printed("aws ec2 describe-availability-zones --query 'AvailabilityZones[].ZoneName' --output text"),
        "us-east-2a\tus-east-2b\tus-east-2c\n"
    );
    assert_eq!(
        printed(
            "export AWS_DEFAULT_OUTPUT=text\naws ec2 describe-availability-zones --query 'length(AvailabilityZones)'"
        ),
        "3\n"
    );
    assert_eq!(
        printed("aws ec2 describe-subnets --max-items 1 --query 'length(Subnets)'"),
        "1\n"
    );
    assert_eq!(
        printed("sandbox now --query Now --output text"),
        "2026-11-02T10:00:00+00:00\n"
    );
    assert_eq!(printed("sandbox traffic --rate 5"), "");
}

#[test]
fn a_hostile_script_ends_with_a_clear_error() {
    let mut script = "A=xxxxxxxxxxxxxxxx\n".to_owned();
    for _ in 0..14 {
        script.push_str("A=$A$A\n");
    }
    let refused = last(&script);
    assert!(
        refused.stderr.contains("more than 65536 bytes at once"),
        "{refused:?}"
    );
    let mut many = "A=xxxxxxxxxxxxxxxx\n".to_owned() + &"A=$A$A\n".repeat(11);
    for name in 0..64 {
        many.push_str(&format!("V{name}=$A\n"));
    }
    let refused = last(&many);
    assert!(refused.stderr.contains("bytes of variables"), "{refused:?}");
    assert_eq!(last(&"echo a\n".repeat(10_000)).exit, 252);
}

#[test]
fn the_same_script_in_the_same_world_gives_the_same_transcript() {
    let script = format!(
        "{LAUNCH}aws ec2 wait instance-running --instance-ids $ID\nsandbox traffic --rate 20\nsandbox wait 5m\nsandbox metrics\nsandbox timeline"
    );
    assert_eq!(ran(&script), ran(&script));
}

#[test]
fn a_condition_changes_nothing_however_deep_it_hides() {
    let (mut shell, mut simulation) = (Shell::new(), world());
    shell.start("sandbox wait --until 'echo $(sandbox traffic --rate 5)' --equals x --for 0s");
    shell.run_to_end(&mut simulation, &mut NoFiles, &mut |_, _| true);
    assert_eq!((shell.last_exit(), simulation.journal().iter().count()), (255, 0));
}

#[test]
fn text_is_printed_page_by_page_as_aws_does() {
    let scan = "aws dynamodb scan --table-name Employees --page-size 2 --max-items 5 --query";
    assert_eq!(printed(&format!("{scan} 'length(Items)'")), "5\n");
    let length = "'Items && length(Items)' --output text";
    assert_eq!(printed(&format!("{scan} {length}")), "2\n2\n1\nNone\n");
    let subnets = printed("aws ec2 describe-subnets --max-items 1 --output text");
    let last = subnets.lines().last().expect("a line");
    assert!(
        subnets.starts_with("SUBNETS\t") && last.starts_with("NEXTTOKEN\teyJ"),
        "{subnets}"
    );
}

/// Files in memory.
#[derive(Default)]
struct Memory(Vec<(String, Vec<u8>)>);

impl Files for Memory {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, bytes)| bytes.clone())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.0.push((name.to_owned(), bytes.to_vec()));
        Ok(())
    }
}

#[test]
fn an_object_comes_from_a_file_and_goes_to_one_or_to_standard_output() {
    let (mut shell, mut files, mut printed) = (Shell::new(), Memory::default(), Vec::new());
    files.0.push(("ada.txt".to_owned(), b"Ada\n".to_vec()));
    shell.start(
        "B=$(aws s3api list-buckets --query 'Buckets[0].Name' --output text)
        aws s3 cp ada.txt s3://$B/staff/ --quiet
        aws s3 cp s3://$B/staff/ada.txt -
        aws s3api get-object --bucket $B --key staff/ada.txt copy.txt --query '[Body, ContentLength]' --output text
        aws s3api get-object --bucket $B --key none copy.txt",
    );
    shell.run_to_end(&mut world(), &mut files, &mut |step, _| {
        if let Step::Ran(ran) = step {
            printed.push((ran.stdout, ran.exit));
        }
        true
    });
    let text = |text: &str| (text.to_owned(), 0);
    assert_eq!(printed[1..4], [text(""), text("Ada\n"), text("None\t4\n")]);
    assert_eq!(printed[4].1, 254);
    assert_eq!(files.read("copy.txt").as_deref(), Some(b"Ada\n".as_slice()));
}

#[test]
fn an_heir_knows_the_variables_and_makes_up_words_of_its_own() {
    let (mut first, mut simulation) = (Shell::new(), world());
    let mut run = |shell: &mut Shell, script: &str| {
        let mut last = None;
        shell.start(script);
        shell.run_to_end(&mut simulation, &mut NoFiles, &mut |step, _| {
            last = Some(step);
            true
        });
        match last {
            Some(Step::Ran(transcript)) => transcript.stdout,
            other => panic!("{other:?}"),
        }
    };
    run(&mut first, LAUNCH);
    let mut heir = first.heir(7);
    assert_eq!(run(&mut heir, "echo $ID"), run(&mut first, "echo $ID"));
    // A launch with a word that was there before would give the instance that it gave then.
    let again = format!("{LAUNCH}echo $ID");
    assert_ne!(run(&mut heir, &again), run(&mut first, "echo $ID"));
}
