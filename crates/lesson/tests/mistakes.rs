//! Each mistake in a lesson gets its own diagnostic: code, place and fix.

use lesson::{Code, LoadError, load};
use serde_json::{Value, json};

const LESSON: &str = r#"{
  "formatVersion": 1, "id": "small", "minutes": 5, "teaches": ["x"], "misconceptions": ["m"],
  "sources": ["https://docs.aws.amazon.com/"],
  "world": { "region": "us-east-2", "seed": 1, "setup": ["sandbox traffic --rate 42", "sandbox wait 60s"] },
  "allow": ["sandbox:Request"],
  "steps": [
    { "id": "guess", "kind": "predict", "number": { "measure": "outageSeconds", "max": 60 },
      "choices": [{ "id": "yes", "right": true }, { "id": "no", "misconception": "m" }] },
    { "id": "do", "kind": "build", "hints": true, "solution": ["sandbox request"],
      "acts": [{ "id": "send", "lines": ["sandbox request"] }],
      "goals": [
        { "id": "a", "check": { "metric": "servedShare", "op": ">=", "value": 0.9, "window": "10s" }, "forAtLeast": "30s" },
        { "id": "b", "after": "a", "check": { "instances": { "state": "running" }, "op": ">=", "value": 1 } }
      ],
      "decoys": [{ "id": "d", "misconception": "m", "mustFail": ["b"], "lines": ["sandbox wait 5s"],
        "matches": { "all": [{ "calls": "ec2:RunInstances", "op": "<", "value": 1 }] } }] },
    { "id": "why", "kind": "explain", "compareTo": "guess", "choices": [{ "id": "p" }, { "id": "q" }] },
    { "id": "sort", "kind": "judge", "choices": ["c1", "c2"], "items": [{ "id": "i", "answer": "c1" }] }
  ]
}"#;

const KEYS: &str = "guess.title guess.text guess.question guess.number guess.choice.yes guess.choice.no guess.reply.yes \
    guess.reply.no do.title do.text do.act.send do.hint.look do.hint.where do.hint.do do.decoy.d why.title why.text \
    why.question why.choice.p why.choice.q why.reply.p why.reply.q sort.title sort.text sort.question sort.choice.c1 \
    sort.choice.c2 sort.item.i sort.reply.i.c1 sort.reply.i.c2";

fn prose() -> String {
    let strings = KEYS.split_whitespace().map(|key| format!("## {key}\nwords\n\n"));
    format!("# Small\n\n{}", strings.collect::<String>())
}

fn mistakes_in(json: &str, prose: &str) -> Vec<LoadError> {
    load("small/lesson.json", json, prose).err().unwrap_or_default()
}

/// The lesson with the value at `pointer` changed; a null takes the member out.
fn changed(pointer: &str, to: Value) -> String {
    let mut lesson: Value = serde_json::from_str(LESSON).expect("it is JSON");
    let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
    match lesson.pointer_mut(parent).expect("the parent is there") {
        Value::Object(members) if to.is_null() => drop(members.remove(member)),
        Value::Object(members) => drop(members.insert(member.to_owned(), to)),
        Value::Array(items) => items[member.parse::<usize>().expect("an index")] = to,
        _ => panic!("{parent} holds nothing"),
    }
    lesson.to_string()
}

#[test]
fn the_small_lesson_is_good() {
    assert_eq!(mistakes_in(LESSON, &prose()), []);
}

/// Where something is changed, to what, and the first mistake that is then reported: its place and code.
fn table() -> Vec<(&'static str, Value, &'static str, Code)> {
    vec![
        ("/formatVersion", json!(2), "", Code::FormatVersion),
        ("/formatVersion", json!("1"), "/formatVersion", Code::WrongType),
        ("/id", Value::Null, "", Code::MissingMember),
        ("/id", json!("Not An Id"), "/id", Code::BadId),
        ("/id", json!("double--hyphen"), "/id", Code::BadId),
        ("/minuets", json!(5), "/minuets", Code::UnknownMember),
        ("/minutes", json!(0), "/minutes", Code::OutOfRange),
        ("/minutes", json!(2.5), "/minutes", Code::WrongType),
        ("/teaches", json!(["x", "x"]), "/teaches/1", Code::DuplicateId),
        ("/misconceptions", json!([]), "/steps/0", Code::UnknownId),
        (
            "/misconceptions",
            json!(["m", "n"]),
            "/misconceptions/1",
            Code::UnusedId,
        ),
        (
            "/sources/0",
            json!("javascript:alert(1)"),
            "/sources/0",
            Code::BadLink,
        ),
        ("/simplifies", json!(["y"]), "/simplifies", Code::MissingProse),
        ("/world", Value::Null, "", Code::MissingMember),
        (
            "/world/region",
            json!("us-east-9"),
            "/world/region",
            Code::UnknownWord,
        ),
        ("/world/seed", json!(-1), "/world/seed", Code::WrongType),
        ("/world/seed", json!(1_u64 << 60), "/world/seed", Code::OutOfRange),
        (
            "/world/setup/0",
            json!("rm -rf /"),
            "/world/setup/0",
            Code::BadLine,
        ),
        (
            "/world/setup/0",
            json!("aws ec2 launch-everything"),
            "/world/setup/0",
            Code::BadLine,
        ),
        (
            "/world/setup/1",
            json!("sandbox wait a while"),
            "/world/setup/1",
            Code::BadLine,
        ),
        (
            "/world/setup/0",
            json!("sandbox clients --endpoint {{adress}}"),
            "/world/setup/0",
            Code::BadLine,
        ),
        (
            "/world/setup/0",
            json!("sandbox clients --endpoint {{image:nope}}"),
            "/world/setup",
            Code::UnknownReference,
        ),
        (
            "/world/setup/0",
            json!("sandbox clients --endpoint {{subnet:eu-west-1a}}"),
            "/world/setup",
            Code::UnknownReference,
        ),
        (
            "/allow/0",
            json!("ec2:LaunchRockets"),
            "/allow/0",
            Code::UnknownOperation,
        ),
        ("/allow/0", json!("request"), "/allow/0", Code::UnknownOperation),
        ("/allow", json!([]), "/steps/1", Code::NotAllowed),
        ("/steps", json!([]), "/steps", Code::OutOfRange),
        ("/steps/3/id", json!("do"), "/steps/3", Code::DuplicateId),
        (
            "/steps/0/kind",
            json!("quess"),
            "/steps/0/kind",
            Code::UnknownWord,
        ),
        (
            "/steps/0/kind",
            json!("predcit"),
            "/steps/0/kind",
            Code::UnknownWord,
        ),
        (
            "/steps/0/choices",
            json!([{ "id": "yes" }]),
            "/steps/0/choices",
            Code::BadQuestion,
        ),
        (
            "/steps/0/choices/1/right",
            json!(true),
            "/steps/0/choices/1",
            Code::BadQuestion,
        ),
        (
            "/steps/0/choices/1/id",
            json!("yes"),
            "/steps/0/choices/1",
            Code::DuplicateId,
        ),
        (
            "/steps/0/number/measure",
            json!("outage"),
            "/steps/0/number/measure",
            Code::UnknownWord,
        ),
        (
            "/steps/0/number/min",
            json!(60),
            "/steps/0/number",
            Code::OutOfRange,
        ),
        ("/steps/0/speed", json!(0), "/steps/0/speed", Code::OutOfRange),
        ("/steps/0/speed", json!("fast"), "/steps/0/speed", Code::WrongType),
        ("/steps/0/pause", json!(1), "/steps/0/pause", Code::WrongType),
        (
            "/steps/0/spotlight",
            json!(["moon"]),
            "/steps/0/spotlight/0",
            Code::UnknownWord,
        ),
        ("/steps/0/goal", json!([]), "/steps/0/goal", Code::UnknownMember),
        (
            "/steps/1/goals",
            Value::Null,
            "/steps/1/decoys/0",
            Code::UnknownId,
        ),
        ("/steps/1/solution", Value::Null, "/steps/1", Code::IncompleteStep),
        ("/steps/1/hints", json!(false), "/steps/1", Code::IncompleteStep),
        (
            "/steps/1/acts/0/lines",
            json!(["sandbox wait 5s"]),
            "/steps/1/acts/0",
            Code::OutOfRange,
        ),
        (
            "/steps/1/acts/0/lines",
            json!([]),
            "/steps/1/acts/0",
            Code::OutOfRange,
        ),
        (
            "/steps/1/goals/1/id",
            json!("a"),
            "/steps/1/goals/1",
            Code::DuplicateId,
        ),
        (
            "/steps/1/goals/0/after",
            json!("b"),
            "/steps/1/goals/0",
            Code::UnknownId,
        ),
        (
            "/steps/1/goals/0/forAtleast",
            json!("5s"),
            "/steps/1/goals/0/forAtleast",
            Code::UnknownMember,
        ),
        (
            "/steps/1/goals/0/forAtLeast",
            json!("30"),
            "/steps/1/goals/0/forAtLeast",
            Code::BadDuration,
        ),
        (
            "/steps/1/goals/0/forAtLeast",
            json!("9d"),
            "/steps/1/goals/0/forAtLeast",
            Code::BadDuration,
        ),
        (
            "/steps/1/goals/0/check/metric",
            json!("happiness"),
            "/steps/1/goals/0/check/metric",
            Code::UnknownWord,
        ),
        (
            "/steps/1/goals/0/check/metric",
            Value::Null,
            "/steps/1/goals/0/check",
            Code::MissingMember,
        ),
        (
            "/steps/1/goals/0/check/op",
            json!("=>"),
            "/steps/1/goals/0/check/op",
            Code::UnknownWord,
        ),
        (
            "/steps/1/goals/0/check/value",
            json!(99),
            "/steps/1/goals/0/check",
            Code::OutOfRange,
        ),
        (
            "/steps/1/goals/0/check/value",
            json!(-0.5),
            "/steps/1/goals/0/check/value",
            Code::OutOfRange,
        ),
        (
            "/steps/1/goals/0/check/window",
            json!("2h"),
            "/steps/1/goals/0/check/window",
            Code::OutOfRange,
        ),
        (
            "/steps/1/goals/0/check/minRequests",
            json!(0),
            "/steps/1/goals/0/check/minRequests",
            Code::OutOfRange,
        ),
        (
            "/steps/1/goals/1/check/window",
            json!("5s"),
            "/steps/1/goals/1/check/window",
            Code::UnknownMember,
        ),
        (
            "/steps/1/goals/1/check/instances/state",
            json!("runing"),
            "/steps/1/goals/1/check/instances/state",
            Code::UnknownWord,
        ),
        (
            "/steps/1/goals/1/check/instances/zone",
            json!("us-east-2z"),
            "/steps/1",
            Code::UnknownReference,
        ),
        (
            "/steps/1/goals/1/check/instances/colour",
            json!("red"),
            "/steps/1/goals/1/check/instances/colour",
            Code::UnknownMember,
        ),
        (
            "/steps/1/decoys/0/mustFail",
            json!(["c"]),
            "/steps/1/decoys/0",
            Code::UnknownId,
        ),
        (
            "/steps/1/decoys/0/mustFail",
            json!([]),
            "/steps/1/decoys/0",
            Code::OutOfRange,
        ),
        (
            "/steps/1/decoys/0/matches",
            json!({ "all": [] }),
            "/steps/1/decoys/0/matches/all",
            Code::OutOfRange,
        ),
        (
            "/steps/2/compareTo",
            json!("do"),
            "/steps/2/compareTo",
            Code::UnknownId,
        ),
        ("/steps/2/ownWords", json!(true), "/steps/2", Code::MissingProse),
        (
            "/steps/3/items/0/answer",
            json!("c3"),
            "/steps/3/items/0/answer",
            Code::UnknownId,
        ),
        (
            "/steps/3/choices",
            json!("c1"),
            "/steps/3/choices",
            Code::WrongType,
        ),
    ]
}

#[test]
fn each_mistake_has_its_diagnostic() {
    for (pointer, to, place, code) in table() {
        let errors = mistakes_in(&changed(pointer, to.clone()), &prose());
        let first = errors
            .first()
            .unwrap_or_else(|| panic!("{pointer} = {to} goes unnoticed"));
        assert_eq!(
            (first.pointer.as_str(), first.code),
            (place, code),
            "{pointer} = {to}: {first}"
        );
        assert_eq!(first.file, "small/lesson.json");
        assert!(!first.fix.is_empty() && first.reason.ends_with('.'), "{first}");
    }
}

#[test]
fn mistakes_in_the_prose_name_their_line() {
    let check = |text: String, place: &str, code: Code| {
        let errors = mistakes_in(LESSON, &text);
        let first = errors.first().expect("it is noticed");
        let found = (first.file.as_str(), first.pointer.as_str(), first.code);
        assert_eq!(found, ("small/en.md", place, code), "{first}");
    };
    let good = prose();
    check(format!("{good}## extra\nwords\n"), "line 93", Code::UnusedProse);
    check(
        good.replacen("words", "<b>words</b>", 1),
        "line 4",
        Code::BadProse,
    );
    check(
        good.replacen("words", "[x](javascript:y)", 1),
        "line 4",
        Code::BadLink,
    );
    check(good.replacen("words", "one\n\ntwo", 1), "line 3", Code::BadProse);
    check(
        good.replacen("words", "{{outage}}", 1),
        "line 3",
        Code::UnknownReference,
    );
    check(good.replacen("words", "", 1), "line 3", Code::BadProse);
    check(format!("stray\n{good}"), "line 1", Code::BadProse);
    check("x".repeat(300_000), "", Code::TooLarge);
}

#[test]
fn a_missing_string_is_reported_where_it_is_needed_with_the_nearest_key() {
    let errors = mistakes_in(LESSON, &prose().replace("## do.hint.where", "## do.hint.were"));
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.pointer.as_str(), error.code))
        .collect();
    assert_eq!(
        found,
        [("/steps/1", Code::MissingProse), ("line 39", Code::UnusedProse)]
    );
    assert!(errors[0].fix.contains("do.hint.were"), "{}", errors[0].fix);
}

#[test]
fn many_mistakes_are_reported_at_once() {
    let lesson = LESSON
        .replace("\"minutes\"", "\"minuets\"")
        .replace("\"running\"", "\"runing\"")
        .replace("30s", "30");
    let codes: Vec<Code> = mistakes_in(&lesson, &prose())
        .iter()
        .map(|error| error.code)
        .collect();
    assert_eq!(
        codes,
        [
            Code::MissingMember,
            Code::BadDuration,
            Code::UnknownWord,
            Code::UnknownMember
        ]
    );
}

#[test]
fn hostile_files_are_refused_and_do_no_harm() {
    let deep = "[".repeat(100_000);
    let nested = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let huge = format!("[{}]", "1,".repeat(500_000));
    for (json, code) in [
        (deep.as_str(), Code::NotJson),
        (nested.as_str(), Code::TooLarge),
        (huge.as_str(), Code::TooLarge),
        ("{", Code::NotJson),
        ("", Code::NotJson),
    ] {
        let errors = mistakes_in(json, &prose());
        assert_eq!(errors.iter().map(|error| error.code).collect::<Vec<_>>(), [code]);
    }
    let long_list = changed("/teaches", (0..300).map(|n| json!(format!("t{n}"))).collect());
    assert_eq!(mistakes_in(&long_list, &prose())[0].code, Code::TooLarge);
}

/// Bytes of both files at random places are changed: whatever comes out, it is reported or it loads.
#[test]
fn random_damage_never_panics() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    let scraps = [
        "{", "}", "[", "]", "\"", ":", ",", "**", "`", "{{", "}}", "](", "## ", "-1", "null", "é", "\\u0000",
        "1e999",
    ];
    for _ in 0..3_000 {
        let (mut json, mut prose) = (LESSON.to_owned(), prose());
        for text in [&mut json, &mut prose] {
            let at = random(text.len());
            let end = (at + random(12)).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, scraps[random(scraps.len())]);
            }
        }
        let _ = load("x.json", &json, &prose);
    }
}
