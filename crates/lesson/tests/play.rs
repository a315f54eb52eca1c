//! Lessons played on the model: what the world does by itself, what the learner may, and what goals read.

use des::{SimDuration, SimTime};
use lesson::{Lesson, News, Play, Prediction, Texts, load};
use serde_json::{Value, json};

/// Every string that a lesson may ask for, so that tests need not write prose.
fn prose_for(lesson: &Value) -> String {
    let mut prose = "# T\n".to_owned();
    loop {
        let report = Texts::new("x.json", &lesson.to_string(), &prose).examine();
        let missing: Vec<String> = report
            .errors
            .iter()
            .filter(|error| error.code == lesson::Code::MissingProse)
            .filter_map(|error| error.reason.split('`').nth(1).map(str::to_owned))
            .collect();
        if missing.is_empty() {
            return prose;
        }
        missing.iter().for_each(|key| {
            prose += &format!(
                "\n## {key}\nwords {}\n",
                "{{value}}".repeat(usize::from(key.contains(".goal.")))
            )
        });
    }
}

fn lesson(steps: Value, timeline: Value) -> Lesson {
    let value = json!({
        "formatVersion": 1, "id": "t", "meta": { "minutes": 5, "teaches": ["x"] },
        "world": { "region": "us-east-2", "seed": 3, "setup": [
            "SG=$(aws ec2 create-security-group --group-name web --description web --query GroupId --output text)",
            "aws ec2 authorize-security-group-ingress --group-id $SG --protocol tcp --port 80 --cidr 0.0.0.0/0",
            "ID=$(aws ec2 run-instances --image-id {{image:employee-directory}} --instance-type t3.micro --iam-instance-profile Name=employee-directory-role --security-group-ids $SG --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=one}]' --query 'Instances[0].InstanceId' --output text)",
            "sandbox wait 60s",
            "sandbox clients --endpoint {{address:one}}",
            "sandbox traffic --rate 20",
            "sandbox wait 20s"
        ] },
        "timeline": timeline,
        "allow": {
            "actions": ["ec2:RunInstances", "ec2:RebootInstances", "ec2:CreateTags", "ec2:TerminateInstances"],
            "limits": { "instances": 2, "instanceTypes": ["t3.micro", "t3.small"] }
        },
        "steps": steps
    });
    load("x.json", &value.to_string(), &prose_for(&value)).unwrap_or_else(|errors| {
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    })
}

fn build(goals: Value) -> Value {
    json!([{ "id": "do", "kind": "build", "hints": true, "solution": ["sandbox wait 1s"], "goals": goals }])
}

fn begin(lesson: Lesson) -> Play {
    Play::begin(lesson).unwrap_or_else(|trouble| panic!("{trouble}"))
}

fn goal(check: Value) -> Value {
    build(json!([{ "id": "g", "check": check, "latch": false }]))
}

/// Whether a goal with this check is met after so many seconds.
fn met_after(check: Value, seconds: u64) -> bool {
    let mut play = begin(lesson(goal(check), json!([])));
    play.wait(SimDuration::from_secs(seconds));
    play.runner().is_done()
}

fn told(play: &Play, id: &str) -> Option<SimTime> {
    let event = News::EventBegins(id.to_owned());
    play.news
        .iter()
        .find(|(_, news)| *news == event)
        .map(|(at, _)| *at)
}

#[test]
fn the_world_does_what_the_timeline_says_at_its_times_and_on_its_conditions() {
    let timeline = json!([
        { "id": "crash", "at": "30s", "announce": true, "lines": ["sandbox fault instance-crash --instance-id $ID", "sandbox wait 5s", "echo over"] },
        { "id": "help", "in": "do", "when": { "metric": "secondsWithoutService", "op": ">=", "value": 10 },
          "lines": ["aws ec2 reboot-instances --instance-ids {{instance:one}}"] },
        { "id": "wrong", "at": "10s", "lines": ["aws ec2 terminate-instances --instance-ids i-0123456789abcdef0"] },
        { "id": "later", "in": "end", "at": "1s", "lines": ["sandbox request"] }
    ]);
    let steps = json!([
        { "id": "do", "kind": "observe", "solution": ["sandbox wait 1m"],
          "goals": [{ "id": "g", "check": { "metric": "failedRequests", "op": ">=", "value": 5 } }] },
        { "id": "end", "kind": "read" }
    ]);
    let lesson = lesson(steps, timeline);
    let play = |frame: SimDuration| {
        let mut play = begin(lesson.clone()).in_frames(frame);
        play.wait(SimDuration::from_secs(100));
        play
    };
    let slow = play(SimDuration::from_millis(7));
    let began = SimTime::ZERO + SimDuration::from_secs(80);
    assert_eq!(told(&slow, "crash"), Some(began + SimDuration::from_secs(30)));
    let help = told(&slow, "help").expect("nobody is served");
    assert!(help >= began + SimDuration::from_secs(40));
    assert_eq!((told(&slow, "later"), slow.director.troubles().len()), (None, 1));
    assert_eq!(slow.director.troubles()[0].pointer, "/timeline/2/lines/0");
    assert!(slow.runner().announcement("crash", &slow.simulation).is_some());
    assert_eq!(slow.runner().announcement("help", &slow.simulation), None);
    let fast = play(SimDuration::from_mins(10));
    assert_eq!(fast.news, slow.news);
    assert_eq!(fast.simulation.cloud().digest(), slow.simulation.cloud().digest());
}

#[test]
fn goals_read_calls_money_latency_and_stretches_of_time() {
    let running = "aws ec2 describe-instances --filters Name=instance-state-name,Values=running";
    let count = "length(Reservations[].Instances[])";
    assert!(met_after(
        json!({ "read": running, "query": count, "op": "==", "value": 1 }),
        2
    ));
    assert!(!met_after(
        json!({ "read": running, "query": count, "op": ">", "value": 1 }),
        2
    ));
    let named = "aws ec2 describe-instances --instance-ids {{instance:one}}";
    let kind = "Reservations[0].Instances[0].InstanceType";
    assert!(met_after(
        json!({ "read": named, "query": kind, "op": "==", "value": "t3.micro" }),
        2
    ));
    assert!(met_after(
        json!({ "read": named, "query": kind, "op": "!=", "value": "t3.small" }),
        2
    ));
    let nobody = "aws ec2 describe-instances --instance-ids {{instance:nobody}}";
    assert!(!met_after(
        json!({ "read": nobody, "query": kind, "op": "!=", "value": "x" }),
        2
    ));
    assert!(met_after(
        json!({ "cost": "perHour", "op": "<=", "value": 0.03 }),
        2
    ));
    assert!(!met_after(
        json!({ "cost": "perHour", "op": "<=", "value": 0.005 }),
        2
    ));
    let p99 = json!({ "metric": "latencyP99Ms", "op": "<=", "value": 900, "window": "10s" });
    assert!(!met_after(p99.clone(), 1) && met_after(p99, 20));
    let during =
        json!({ "metric": "servedShare", "op": ">=", "value": 0.9, "during": ["5s", "25s"], "window": "5s" });
    assert!(!met_after(during.clone(), 24) && met_after(during, 26));
    let either = json!({ "any": [
        { "instances": { "name": "two" }, "op": ">=", "value": 1 },
        { "all": [
            { "instances": { "name": "one", "type": "t3.micro", "healthy": false }, "op": ">=", "value": 1 },
            { "metric": "requestRate", "op": ">", "value": 5, "window": "10s" }
        ] }
    ] });
    assert!(met_after(either, 15));
}

#[test]
fn an_empty_board_meets_no_bound_from_above() {
    let quiet = json!({ "metric": "failedRequests", "op": "<=", "value": 5, "minRequests": 1_000_000 });
    assert!(!met_after(quiet, 30));
    assert!(met_after(
        json!({ "metric": "failedRequests", "op": "<=", "value": 5 }),
        30
    ));
}

#[test]
fn the_learner_goes_as_far_as_the_step_allows() {
    let goals = json!([{ "id": "g", "check": { "instances": {}, "op": ">=", "value": 2 } }]);
    let mut play = begin(lesson(build(goals), json!([])));
    let mut run = |line: &str| {
        let parsed = json!([{ "id": "do", "kind": "observe", "solution": [line],
            "goals": [{ "id": "g", "check": { "instances": {}, "op": ">=", "value": 2 } }] }]);
        let lines = lesson(parsed, json!([])).steps[0].solution.clone();
        play.run("/here", &lines).map_err(|trouble| trouble.reason)
    };
    let launch = "aws ec2 run-instances --image-id {{image:employee-directory}} --security-group-ids $SG";
    let refused = |run: &mut dyn FnMut(&str) -> Result<(), String>, line: &str| run(line).expect_err(line);
    let reason = refused(&mut run, &format!("{launch} --instance-type m5.large"));
    assert!(
        reason.contains("NotInThisStep") && reason.contains("t3.micro, t3.small"),
        "{reason}"
    );
    let reason = refused(&mut run, &format!("{launch} --instance-type t3.micro --count 2"));
    assert!(reason.contains("2 instances at most"), "{reason}");
    assert_eq!(run(&format!("{launch} --instance-type t3.micro")), Ok(()));
    let reason = refused(&mut run, &format!("{launch} --instance-type t3.micro"));
    assert!(reason.contains("2 instances at most"), "{reason}");
}

#[test]
fn a_button_knows_the_variables_of_the_set_up() {
    let steps = json!([{ "id": "do", "kind": "build", "hints": true, "solution": ["sandbox wait 1s"],
        "acts": [{ "id": "reboot", "lines": ["aws ec2 reboot-instances --instance-ids $ID"] },
                 { "id": "bad", "lines": ["aws ec2 reboot-instances --instance-ids {{instance:nobody}}"] }],
        "goals": [{ "id": "g", "check": { "calls": "ec2:RebootInstances", "op": ">=", "value": 1 } }] }]);
    let mut play = begin(lesson(steps, json!([])));
    play.act("reboot").expect("it is done");
    let trouble = play.act("bad").expect_err("nobody is there");
    assert_eq!(trouble.pointer, "/steps/0/acts/1/lines/0");
    play.wait(SimDuration::from_secs(1));
    assert!(play.runner().is_done());
}

#[test]
fn a_curve_is_taken_down_and_held_against_its_shape() {
    let steps = json!([
        { "id": "guess", "kind": "predict",
          "curve": { "metric": "servedShare", "over": "watch", "to": "60s", "max": 1, "points": 3,
                     "shape": [{ "at": "5s", "min": 0.9 }, { "at": "50s", "max": 0.1 }, { "at": "50s", "min": 0.9 }] },
          "order": { "items": ["crash", "silence", "repair"] } },
        { "id": "watch", "kind": "observe", "solution": ["sandbox wait 70s"],
          "goals": [{ "id": "g", "check": { "metric": "failedRequests", "op": ">=", "value": 5 } }] },
        { "id": "why", "kind": "explain", "compareTo": "guess", "choices": [{ "id": "a" }, { "id": "b" }] },
        { "id": "ask", "kind": "quiz", "questions": [{ "id": "q", "choices": [{ "id": "a", "right": true }, { "id": "b" }] }] }
    ]);
    let timeline = json!([{ "id": "crash", "in": "watch", "at": "10s", "lines": ["sandbox fault instance-crash --instance-id $ID"] }]);
    let mut play = begin(lesson(steps, timeline));
    let wrong = Prediction {
        curve: Some(vec![0.5, 2.0, 0.5]),
        order: Some(vec![]),
        certainty: 60,
        ..Prediction::default()
    };
    assert!(!play.runner_mut().predict(wrong));
    let order = ["silence", "crash", "repair"].map(str::to_owned).to_vec();
    let guess = Prediction {
        curve: Some(vec![1.0, 0.5, 0.0]),
        order: Some(order),
        certainty: 60,
        ..Prediction::default()
    };
    assert!(play.runner_mut().predict(guess) && play.next());
    play.solve_until("why").expect("it is solved");
    let misses: Vec<usize> = play
        .runner()
        .shape_misses(0)
        .iter()
        .map(|miss| miss.index)
        .collect();
    assert_eq!(misses, [2]);
    let comparison = play.view().comparison.expect("this step compares");
    let curve = comparison.curve.expect("a curve was drawn");
    assert_eq!(curve.curve.given, Some(vec![1.0, 0.5, 0.0]));
    assert!(curve.measured.len() > 50 && curve.measured.iter().all(|(at, _)| *at <= 60));
    let order = comparison.order.expect("an order was said");
    assert_eq!(order.reply.right, Some(false));
    play.solve().expect("the quiz is answered");
    assert_eq!(
        play.view().questions[0]
            .reply
            .as_ref()
            .and_then(|reply| reply.right),
        Some(true)
    );
}
