//! `fleetlab lesson` as it is typed: the program itself is run.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command came to.
struct Ran {
    exit: i32,
    out: String,
    err: String,
}

/// Runs `fleetlab lesson …` in a folder, with this on its standard input.
fn run_in(folder: &Path, words: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fleetlab"))
        .arg("lesson")
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    // A command that reads nothing may be gone already.
    _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Ran {
        exit: done.status.code().expect("an exit code"),
        out: text(done.stdout),
        err: text(done.stderr),
    }
}

fn run(folder: &Path, words: &[&str]) -> Ran {
    run_in(folder, words, "")
}

/// An empty folder for one test.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The repository's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with a first lesson in `a`, changed by `edit`.
fn first_lesson(name: &str, edit: impl Fn(String) -> String) -> PathBuf {
    let folder = scratch(name);
    assert_eq!(run(&folder, &["new", "a"]).exit, 0);
    let file = folder.join("a/lesson.json");
    let text = fs::read_to_string(&file).expect("a lesson");
    fs::write(&file, edit(text)).expect("written");
    folder
}

/// A proof on one seed and at one speed, as fast as it goes.
const QUICK: [&str; 5] = ["check", "--seeds", "1", "--speeds", "600"];

fn quick(folder: &Path, more: &[&str]) -> Ran {
    run(folder, &[&QUICK[..], more].concat())
}

/// The line of `out` that is a diagnostic with this code, as JSON.
fn found(ran: &Ran, code: &str) -> serde_json::Value {
    let line = ran
        .out
        .lines()
        .find(|line| line.contains(&format!(r#""code": "{code}""#)));
    let line = line.unwrap_or_else(|| panic!("no {code}: {}{}", ran.out, ran.err));
    serde_json::from_str(line).expect("JSON")
}

#[test]
fn a_new_lesson_is_proven_as_it_is() {
    let folder = scratch("new");
    let ran = run(&folder, &["new", "13-my-lesson", "--title", "What I teach"]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let ran = quick(&folder, &["--mutate", "--strict", "13-my-lesson"]);
    assert_eq!(
        (ran.exit, ran.out.as_str()),
        (0, "1 lesson: all proven.\n"),
        "{}",
        ran.err
    );
    assert_eq!(run(&folder, &["fmt", "--check", "13-my-lesson"]).exit, 0);
    let prose = fs::read_to_string(folder.join("13-my-lesson/en.md")).expect("prose");
    assert!(prose.starts_with("# What I teach\n"), "{prose}");
    let again = run(&folder, &["new", "13-my-lesson"]);
    assert_eq!(again.exit, 2);
    assert_eq!(again.err, "fleetlab: 13-my-lesson: there is a lesson already\n");
}

#[test]
fn the_course_is_proven() {
    let ran = quick(&root(), &["--mutate", "lessons"]);
    assert_eq!(ran.exit, 0, "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("error["), "{}", ran.out);
}

#[test]
fn a_mistake_is_shown_in_its_place() {
    let folder = first_lesson("mistake", |text| {
        text.replace(
            "\"running\", \"app\": \"absent\"",
            "\"runing\", \"app\": \"absent\"",
        )
    });
    let ran = quick(&folder, &["a"]);
    assert_eq!(ran.exit, 1);
    assert!(ran.out.starts_with("error[unknown-word]: "), "{}", ran.out);
    assert!(ran.out.contains(" --> a/lesson.json:"), "{}", ran.out);
    assert!(ran.out.contains("^^^^^^^^"), "{}", ran.out);
    assert!(
        ran.out.ends_with("1 lesson: 1 error, 0 warnings.\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_solution_that_does_not_solve_is_found() {
    let folder = first_lesson("unsolved", |text| {
        text.replace("\"value\": 0.99", "\"value\": 1.0")
            .replace("\"30s\"", "\"10m\"")
    });
    let json = found(&quick(&folder, &["--format", "json", "a"]), "goal-unmet");
    assert_eq!(json["pointer"], "/steps/0/goals/0");
    assert_eq!(json["severity"], "error");
    assert!(json["line"].as_u64().is_some_and(|line| line > 30), "{json}");
}

#[test]
fn a_solution_that_does_what_is_not_allowed_is_found() {
    let folder = first_lesson("not-allowed", |text| {
        text.replace("\"instances\": 3", "\"instances\": 0")
    });
    let json = found(&quick(&folder, &["--format", "json", "a"]), "line-fails");
    assert_eq!(json["pointer"], "/steps/0/solution/0");
}

#[test]
fn a_goal_that_nobody_need_do_anything_for_is_found() {
    let folder = first_lesson("nothing", |text| {
        text.replace(
            r#"{ "metric": "servedShare", "op": ">=", "value": 0.99, "window": "30s" }"#,
            r#"{ "metric": "failedRequests", "op": ">=", "value": 1 }"#,
        )
    });
    let ran = quick(&folder, &["--format", "json", "a"]);
    let json = found(&ran, "goal-for-nothing");
    assert_eq!(json["sentence"], "The goal `served` is met by doing nothing.");
    assert_eq!(found(&ran, "decoy-meets-goal")["pointer"], "/steps/0/goals/0");
}

#[test]
fn a_wrong_way_that_is_not_recognised_is_found() {
    let folder = first_lesson("unseen", |text| {
        text.replace("\"forAtLeast\": \"15s\"", "\"forAtLeast\": \"15m\"")
    });
    let json = found(&quick(&folder, &["--format", "json", "a"]), "decoy-unseen");
    assert_eq!(json["pointer"], "/steps/0/decoys/0/matches");
}

#[test]
fn a_line_that_nothing_would_miss_is_told_and_fails_only_if_strict() {
    let idle = |text: String| {
        text.replacen(
            "\"sandbox wait 45s\",",
            "\"sandbox wait 45s\", \"aws ec2 describe-instances\",",
            1,
        )
    };
    let folder = first_lesson("idle", idle);
    let ran = quick(&folder, &["--mutate", "--format", "json", "a"]);
    assert_eq!(ran.exit, 0);
    let json = found(&ran, "line-for-nothing");
    assert_eq!(
        (json["severity"].as_str(), json["pointer"].as_str()),
        (Some("warning"), Some("/steps/0/solution/2"))
    );
    assert_eq!(quick(&folder, &["--mutate", "--strict", "a"]).exit, 1);
}

#[test]
fn a_reference_that_nothing_fills_when_it_is_read_is_found() {
    let folder = first_lesson("reference", |text| text);
    let file = folder.join("a/en.md");
    let prose = fs::read_to_string(&file).expect("prose");
    fs::write(
        &file,
        prose.replace("there is no instance that", "{{newInstance}} is no instance that"),
    )
    .expect("written");
    let ran = quick(&folder, &["--format", "json", "a"]);
    let json = found(&ran, "reference-empty");
    assert_eq!(
        (json["file"].as_str(), json["line"].as_u64()),
        (Some("a/en.md"), Some(6)),
        "{json}"
    );
}

#[test]
fn files_are_laid_out_and_then_stay() {
    let folder = first_lesson("fmt", |text| text.replace("\n  ", "\n"));
    let ran = run(&folder, &["fmt", "--check", "a"]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, "a/lesson.json\n"));
    assert_eq!(run(&folder, &["fmt", "a"]).exit, 0);
    assert_eq!(run(&folder, &["fmt", "--check", "a"]).exit, 0);
    assert_eq!(run(&root(), &["fmt", "--check", "lessons"]).out, "");
}

#[test]
fn a_learners_script_is_played_and_its_goals_are_told() {
    let folder = first_lesson("run", |text| text);
    let script = "aws ec2 run-instances --image-id $(aws ec2 describe-images --filters Name=name,Values=employee-directory \
                  --query 'Images[0].ImageId' --output text) --instance-type t3.micro --count 1 \
                  --iam-instance-profile Name=employee-directory-role --security-groups web \
                  --query 'Instances[0].InstanceId' --output text\nsandbox wait 45s\n";
    let ran = run_in(&folder, &["run", "a"], script);
    assert_eq!(ran.exit, 1, "{}", ran.err);
    assert!(ran.out.starts_with("i-"), "{}", ran.out);
    assert!(ran.out.contains("step launch\n  open  "), "{}", ran.out);
    assert!(
        ran.out.contains("The script ended in the step launch.\n"),
        "{}",
        ran.out
    );
    let told = script.to_owned()
        + "sandbox clients --endpoint $(aws ec2 describe-instances --query \
           'Reservations[].Instances[].PublicIpAddress' --output text)\nsandbox wait 60s\n";
    let ran = run_in(&folder, &["run", "a"], &told);
    assert_eq!(ran.exit, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("  met   "), "{}", ran.out);
    let ran = run_in(&folder, &["run", "a", "--step", "launch"], &told);
    assert_eq!(ran.exit, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn what_is_not_there_is_a_mistake_of_whoever_typed() {
    let folder = scratch("usage");
    let ran = run(&folder, &["check", "nowhere"]);
    assert_eq!(
        (ran.exit, ran.err.as_str()),
        (
            2,
            "fleetlab: nowhere: there is no lesson.json and no course.json\n"
        )
    );
    assert_eq!(run(&folder, &["check"]).exit, 2);
    assert_eq!(run(&folder, &["check", "--speeds", "0", "."]).exit, 2);
    assert_eq!(run(&folder, &["new", "Not An Id"]).exit, 2);
    let steps = run(&root(), &["run", "lessons/01-one-instance", "--step", "no"]);
    assert_eq!(steps.exit, 2);
    assert!(
        steps.err.contains("the steps are where, judge, "),
        "{}",
        steps.err
    );
}

#[test]
fn what_a_lesson_of_a_course_needs_an_earlier_one_teaches() {
    let folder = first_lesson("course", |text| {
        text.replace("\"requires\": []", "\"requires\": [\"elasticity\"]")
    });
    let file = r#"{ "formatVersion": 1, "lessons": ["a", "b"] }"#;
    fs::write(folder.join("course.json"), file).expect("written");
    let words = "# A course\n\n## course.title\nA course\n";
    fs::write(folder.join("course.en.md"), words).expect("written");
    assert_eq!(run(&folder, &["new", "b"]).exit, 0);
    let ran = quick(&folder, &["--format", "json", "."]);
    let json = found(&ran, "bad-course");
    assert_eq!(
        (json["pointer"].as_str(), ran.exit),
        (Some("/meta/requires/0"), 1)
    );
}

#[test]
fn the_schema_that_is_printed_is_the_one_beside_the_lessons() {
    let ran = run(&root(), &["schema"]);
    let shipped = fs::read_to_string(root().join("lessons/lesson.schema.json")).expect("a schema");
    assert!(
        ran.exit == 0 && ran.out == shipped,
        "fleetlab lesson schema > lessons/lesson.schema.json"
    );
}

#[test]
fn new_strings_of_a_translation_get_the_hashes_of_their_sources() {
    let folder = first_lesson("stamp", |text| text);
    let german = folder.join("a/de.md");
    fs::write(&german, "# Eine Instanz\n\n## launch.title\nNiemand antwortet\n").expect("written");
    assert_eq!(run(&folder, &["fmt", "a"]).out, "a/de.md\n");
    let stamped = fs::read_to_string(&german).expect("a translation");
    assert!(stamped.contains("## launch.title <!-- "), "{stamped}");
    assert_eq!(run(&folder, &["fmt", "--check", "a"]).exit, 0);
}

#[test]
fn files_beside_a_lesson_are_read_by_its_scripts() {
    let folder = first_lesson("files", |text| {
        let reads = r#""files": ["tags.json"], "setup": ["aws sns create-topic --name news --tags file://tags.json","#;
        text.replace("\"setup\": [", reads)
    });
    let ran = quick(&folder, &["a"]);
    assert!(ran.out.contains("tags.json"), "it is missed: {}", ran.out);
    fs::write(
        folder.join("a/tags.json"),
        r#"[{"Key": "Team", "Value": "directory"}]"#,
    )
    .expect("written");
    let ran = quick(&folder, &["a"]);
    assert_eq!(ran.exit, 0, "{}", ran.out);
}

/// The new lesson, scored by its share of requests served: its JSON and its prose.
fn scored(folder: &Path) -> (String, String) {
    assert_eq!(run(folder, &["new", "13-scored"]).exit, 0);
    let read = |name: &str| fs::read_to_string(folder.join("13-scored").join(name)).expect("text");
    let json = read("lesson.json").replacen("\"hints\": true", "\"score\": [\"served\"], \"hints\": true", 1);
    let prose = format!("{}\n## launch.score.served\nAvailability\n", read("en.md"));
    fs::write(folder.join("13-scored/lesson.json"), &json).expect("written");
    fs::write(folder.join("13-scored/en.md"), &prose).expect("written");
    (json, prose)
}

#[test]
fn results_that_are_played_again_tell_time_hints_and_score() {
    let folder = scratch("scored");
    let (json, prose) = scored(&folder);
    let lesson = lesson::load("lesson.json", &json, &prose).expect("the new lesson is good");
    let mut play = lesson::Play::begin(lesson).expect("begins");
    play.runner_mut().take_hint();
    play.solve().expect("is solved");
    let results = lesson::Results::of(play.runner(), &play.simulation, &[]).to_json();
    fs::write(folder.join("results.json"), &results).expect("written");

    let ran = run(&folder, &["run", "13-scored", "--results", "results.json"]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("The verdicts hold: "), "{}", ran.out);
    assert!(
        ran.out.contains("\nstep launch: done after 1 min ") && ran.out.contains(" s, 1 hint\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("  score Availability: 100 %, needed at least 99 %; 0 % of what is allowed was used"),
        "{}",
        ran.out
    );

    let better = results.replace("\"measured\": 1.0", "\"measured\": 0.995");
    assert_ne!(better, results);
    fs::write(folder.join("results.json"), better).expect("written");
    let ran = run(&folder, &["run", "13-scored", "--results", "results.json"]);
    assert_eq!(ran.exit, 1);
    assert!(
        ran.out
            .starts_with("differs: in the step `launch`, `Availability`"),
        "{}",
        ran.out
    );
}
