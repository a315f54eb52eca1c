//! Each mistake in a lesson gets its own diagnostic: code, place and fix.

use lesson::{Code, LoadError, Report, Texts, Vocabulary, examine, load};
use serde_json::{Value, json};

const LESSON: &str = r#"{
  "formatVersion": 1, "id": "small",
  "meta": { "minutes": 5, "teaches": ["x"], "misconceptions": ["m"], "sources": ["https://docs.aws.amazon.com/"] },
  "world": { "region": "us-east-2", "seed": 1, "setup": ["sandbox traffic --rate 42", "sandbox wait 60s"] },
  "allow": { "actions": ["sandbox:Request"] },
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

/// What is found at first, be it a mistake or a warning.
fn first_finding(json: &str, prose: &str) -> Option<LoadError> {
    let Report { errors, warnings, .. } = examine("small/lesson.json", json, prose);
    errors.into_iter().chain(warnings).next()
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

/// What is changed, to what, and the first mistake that is then reported: its code and its place.
const TABLE: &str = r#"
/formatVersion = 2 -> format-version top
/formatVersion = "1" -> wrong-type here
/id = (nothing) -> missing-member top
/id = "Not An Id" -> bad-id here
/id = "double--hyphen" -> bad-id here
/meta/minuets = 5 -> unknown-member here
/meta/minutes = 0 -> out-of-range here
/meta/minutes = 2.5 -> wrong-type here
/meta/teaches = ["x", "x"] -> duplicate-id /meta/teaches/1
/meta/misconceptions = [] -> unknown-id /steps/0
/meta/misconceptions = ["m", "n"] -> unused-id /meta/misconceptions/1
/meta/sources/0 = "javascript:alert(1)" -> bad-link here
/meta/simplifies = ["y"] -> missing-prose /meta/simplifies/0
/world = (nothing) -> missing-member top
/world/region = "us-east-9" -> unknown-word here
/world/seed = -1 -> wrong-type here
/world/seed = 1152921504606846976 -> out-of-range here
/world/setup/0 = "rm -rf /" -> bad-line here
/world/setup/0 = "aws ec2 launch-everything" -> bad-line here
/world/setup/1 = "sandbox wait a while" -> bad-line here
/world/setup/0 = "sandbox clients --endpoint {{adress}}" -> bad-line here
/world/setup/0 = "sandbox clients --endpoint {{image:nope}}" -> unknown-reference here
/world/setup/0 = "sandbox clients --endpoint {{subnet:eu-west-1a}}" -> unknown-reference here
/allow/actions/0 = "ec2:LaunchRockets" -> unknown-operation here
/allow/actions/0 = "request" -> unknown-operation here
/allow = [] -> not-allowed /steps/1/solution/0
/steps = [] -> out-of-range here
/steps/3/id = "do" -> duplicate-id /steps/3
/steps/0/kind = "quess" -> unknown-word here
/steps/0/kind = "predcit" -> unknown-word here
/steps/0/choices = [{ "id": "yes" }] -> bad-question here
/steps/0/choices/1/right = true -> bad-question /steps/0/choices/1
/steps/0/choices/1/id = "yes" -> duplicate-id /steps/0/choices/1
/steps/0/number/measure = "outage" -> unknown-word here
/steps/0/number/min = 60 -> out-of-range /steps/0/number
/steps/0/speed = 0 -> out-of-range here
/steps/0/speed = "fast" -> wrong-type here
/steps/0/pause = 1 -> wrong-type here
/steps/0/spotlight = ["moon"] -> unknown-word /steps/0/spotlight/0
/steps/0/goal = [] -> unknown-member here
/steps/1/goals = (nothing) -> unknown-id /steps/1/decoys/0
/steps/1/solution = (nothing) -> incomplete-step /steps/1
/steps/1/hints = false -> incomplete-step /steps/1
/steps/1/acts/0/lines = ["sandbox wait 5s"] -> out-of-range /steps/1/acts/0
/steps/1/acts/0/lines = [] -> out-of-range /steps/1/acts/0
/steps/1/goals/1/id = "a" -> duplicate-id /steps/1/goals/1
/steps/1/goals/0/after = "b" -> unknown-id /steps/1/goals/0
/steps/1/goals/0/forAtleast = "5s" -> unknown-member here
/steps/1/goals/0/forAtLeast = "30" -> bad-duration here
/steps/1/goals/0/forAtLeast = "9d" -> bad-duration here
/steps/1/goals/0/check/metric = "happiness" -> unknown-word here
/steps/1/goals/0/check/metric = (nothing) -> missing-member /steps/1/goals/0/check
/steps/1/goals/0/check/op = "=>" -> unknown-word here
/steps/1/goals/0/check/value = 99 -> out-of-range /steps/1/goals/0/check
/steps/1/goals/0/check/value = -0.5 -> out-of-range here
/steps/1/goals/0/check/window = "2h" -> out-of-range here
/steps/1/goals/0/check/metric = "secondsWithoutService" -> out-of-range /steps/1/goals/0/check/window
/steps/1/goals/0/check/minRequests = 0 -> out-of-range here
/steps/1/goals/1/check/window = "5s" -> unknown-member here
/steps/1/goals/1/check/instances/state = "runing" -> unknown-word here
/steps/1/goals/1/check/instances/zone = "us-east-2z" -> unknown-reference /steps/1
/steps/1/goals/1/check/instances/colour = "red" -> unknown-member here
/steps/1/decoys/0/mustFail = ["c"] -> unknown-id /steps/1/decoys/0
/steps/1/decoys/0/mustFail = [] -> out-of-range /steps/1/decoys/0
/steps/1/decoys/0/matches = { "all": [] } -> out-of-range /steps/1/decoys/0/matches/all
/steps/2/compareTo = "do" -> unknown-id here
/steps/2/ownWords = true -> missing-prose /steps/2
/steps/3/items/0/answer = "c3" -> unknown-id here
/steps/3/choices = "c1" -> wrong-type here
/meta/status = "done" -> unknown-word here
/meta/questions = 2 -> missing-prose /meta/questions
/meta = (nothing) -> missing-member top
/modelVersion = 7 -> wrong-type here
/world/start = "yesterday" -> out-of-range here
/world/start = "2027-01-01T00:00:00Z" -> out-of-range here
/world/files = ["../secret"] -> unknown-file /world/files/0
/world/files = ["user-data.sh"] -> unknown-file /world/files/0
/world/setup/0 = "sandbox clients --endpoint $WEB" -> unknown-variable here
/world/setup/0 = "aws ec2 describe-instances --query 'a['" -> bad-line here
/world/setup/0 = "sandbox wait 5s\nsandbox wait 5s" -> bad-line here
/world/setup/0 = "aws ec2 run-instances --image-id {{image:employee-directory}} --user-data file://boot.sh" -> unknown-file here
/world/setup/0 = "echo {{param:dnsTtl}}" -> bad-line here
/allow = { "actions": ["sandbox:Request"], "limits": { "instances": 500 } } -> out-of-range /allow/limits/instances
/allow = { "actions": ["sandbox:Request"], "limits": { "instanceTypes": ["t3.mikro"] } } -> unknown-word /allow/limits/instanceTypes/0
/timeline = [{ "id": "e", "at": "5s", "lines": [] }] -> out-of-range /timeline/0
/timeline = [{ "id": "e", "lines": ["sandbox request"] }] -> missing-member /timeline/0
/timeline = [{ "id": "e", "at": "5s", "when": { "calls": "ec2:RunInstances", "op": ">", "value": 0 }, "lines": ["sandbox request"] }] -> missing-member /timeline/0
/timeline = [{ "id": "e", "in": "never", "at": "5s", "lines": ["sandbox request"] }] -> unknown-id /timeline/0
/timeline = [{ "id": "e", "at": "5s", "lines": ["sandbox request"], "announce": true }] -> missing-prose /timeline/0
/timeline = [{ "id": "e", "at": "soon", "lines": ["sandbox request"] }] -> bad-duration /timeline/0/at
/proof = { "seeds": 0 } -> out-of-range /proof/seeds
/proof = { "minPassRate": 2 } -> out-of-range /proof/minPassRate
/proof = { "speeds": [0] } -> out-of-range /proof/speeds/0
/steps/0/curve = { "metric": "servedShare", "over": "do", "to": "5m", "max": 1 } -> bad-question here
/steps/0/curve = { "metric": "servedShare", "over": "guess", "to": "5m", "max": 1, "shape": [{ "at": "0s", "min": 0.5 }] } -> unknown-id /steps/0/curve/over
/steps/0/curve = { "metric": "servedShare", "over": "do", "to": "1s", "max": 1, "shape": [{ "at": "0s", "min": 0.5 }] } -> out-of-range here
/steps/0/curve = { "metric": "servedShare", "over": "do", "to": "5m", "max": 1, "shape": [{ "at": "9m", "min": 0.5 }] } -> out-of-range here
/steps/0/curve = { "metric": "servedShare", "over": "do", "to": "5m", "max": 1, "shape": [{ "at": "0s" }] } -> missing-member /steps/0/curve/shape/0
/steps/0/curve = { "metric": "mood", "over": "do", "to": "5m", "max": 1, "shape": [{ "at": "0s", "min": 0 }] } -> unknown-word /steps/0/curve/metric
/steps/0/curve = { "metric": "servedShare", "over": "do", "to": "5m", "max": 1, "points": 50, "shape": [{ "at": "0s", "min": 0 }] } -> out-of-range /steps/0/curve/points
/steps/0/order = { "items": ["one"] } -> bad-question here
/steps/0/order = { "items": ["one", "two"], "shape": [{ "metric": "servedShare", "op": ">=", "value": 1 }] } -> bad-question here
/steps/0/spotlight = ["zone"] -> unknown-word /steps/0/spotlight/0
/steps/0/spotlight = ["zone:us-east-2z"] -> unknown-reference /steps/0/spotlight/0
/steps/0/spotlight = ["clients:all"] -> unknown-word /steps/0/spotlight/0
/steps/0/fade = "worked" -> incomplete-step /steps/0
/steps/0/variant = true -> missing-prose /steps/0
/steps/0/runUntil = 60 -> wrong-type here
/steps/1/fade = "halfway" -> unknown-word here
/steps/1/alternatives = [{ "id": "x" }] -> missing-member /steps/1/alternatives/0
/steps/1/alternatives = [{ "id": "x", "lines": ["aws ec2 reboot-instances --instance-ids i-1"] }] -> not-allowed /steps/1/alternatives/0/lines/0
/steps/1/solution/0 = "sandbox request; rm -rf /" -> bad-line here
/steps/1/score = ["c"] -> unknown-id /steps/1/score/0
/steps/1/score = ["b"] -> not-scored /steps/1/score/0
/steps/1/score = ["a", "a"] -> duplicate-id /steps/1/score/1
/steps/1/score = ["a"] -> missing-prose /steps/1/score/0
/steps/1/score = "a" -> wrong-type here
/steps/1/goals/0/guard = "yes" -> wrong-type here
/steps/1/goals/0/check = { "all": [], "any": [] } -> out-of-range here
/steps/1/goals/0/check = { "any": [] } -> out-of-range /steps/1/goals/0/check/any
/steps/1/goals/0/check/value = "much" -> wrong-type /steps/1/goals/0/check
/steps/1/goals/0/check/during = ["5s"] -> out-of-range here
/steps/1/goals/0/check/during = ["60s", "30s"] -> out-of-range here
/steps/1/goals/0/check/during = ["0s", "5s"] -> out-of-range here
/steps/1/goals/1/check/calls = "ec2:RunInstances" -> missing-member /steps/1/goals/1/check
/steps/1/goals/1/check/instances/type = "t9.huge" -> unknown-word here
/steps/1/goals/1/check/instances/healthy = "very" -> wrong-type here
/steps/1/goals/1/check/instances/image = "nope" -> unknown-reference /steps/1
/steps/1/goals/1/check = { "cost": "perYear", "op": "<=", "value": 1 } -> unknown-word /steps/1/goals/1/check/cost
/steps/1/goals/1/check = { "read": "aws ec2 describe-instances", "op": ">=", "value": true } -> wrong-type here
/steps/1/goals/1/check = { "read": "aws ec2 describe-instances", "query": "a[", "op": "==", "value": 1 } -> bad-query /steps/1/goals/1/check/query
/steps/1/goals/1/check = { "read": "sandbox request", "op": "==", "value": 1 } -> bad-query /steps/1/goals/1/check/read
/steps/1/goals/1/check = { "read": "aws ec2 describe-moon", "op": "==", "value": 1 } -> bad-line /steps/1/goals/1/check/read
/steps/1/goals/1/check = { "read": "aws ec2 describe-instances --instance-ids {{newInstance}}", "op": "==", "value": 1 } -> unknown-reference /steps/1/goals/1/check/read
/steps/1/goals/1/check = { "read": "aws ec2 describe-instances", "query": "length(Reservations)", "op": "==", "value": 1 } -> missing-prose /steps/1/goals/1
/steps/2/kind = "quiz" -> missing-member /steps/2
/steps/3/items/0/misconceptions = [{ "choice": "c9", "id": "m" }] -> unknown-id /steps/3/items/0/misconceptions/0/choice
"#;

#[test]
fn each_mistake_has_its_diagnostic() {
    for row in TABLE.lines().filter(|row| !row.is_empty()) {
        let (change, expected) = row.split_once(" -> ").expect(row);
        let (pointer, value) = change.split_once(" = ").expect(row);
        let (code, place) = expected.split_once(' ').expect(row);
        let place = match place {
            "here" => pointer,
            "top" => "",
            other => other,
        };
        let to = serde_json::from_str(value).unwrap_or_default();
        let found = first_finding(&changed(pointer, to), &prose());
        let first = found.unwrap_or_else(|| panic!("unnoticed: {row}"));
        assert_eq!(
            (first.code.word(), first.pointer.as_str()),
            (code, place),
            "{row}: {first}"
        );
        assert_eq!(first.file, "small/lesson.json");
        assert!(!first.fix.is_empty() && first.reason.ends_with('.'), "{first}");
    }
}

#[test]
fn there_are_many_kinds_of_mistakes() {
    assert!(TABLE.lines().count() > 100);
    let told = |code: &str| TABLE.contains(&format!(" -> {code} "));
    let elsewhere = [
        // Of whole files, of prose, of translations and of courses.
        "too-large",
        "not-json",
        "old-version",
        "unused-prose",
        "bad-prose",
        "missing-translation",
        "stale-translation",
        "bad-course",
    ];
    for (code, _) in Code::WORDS {
        assert!(told(code) || elsewhere.contains(code), "{code} is in no row");
    }
}

#[test]
fn an_older_version_is_brought_up_to_date() {
    let mut old: Value = serde_json::from_str(LESSON).expect("it is JSON");
    let Value::Object(meta) = old["meta"].take() else {
        panic!("it has a meta")
    };
    let members = old.as_object_mut().expect("an object");
    members.remove("meta");
    members.extend(meta);
    members.insert("formatVersion".to_owned(), 0.into());
    let report = examine("small/lesson.json", &old.to_string(), &prose());
    let new = load("small/lesson.json", LESSON, &prose()).expect("it loads");
    assert_eq!((report.errors, report.lesson), (vec![], Some(new)));
    assert_eq!(
        report.warnings.iter().map(|one| one.code).collect::<Vec<_>>(),
        [Code::OldVersion]
    );
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
    check("x".repeat(600_000), "", Code::TooLarge);
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
        [Code::MissingMember, Code::BadDuration, Code::UnknownWord,]
    );
}

/// A lesson whose set-up is these lines, as far as it plays.
fn set_up_trouble(lines: &[&str]) -> String {
    let text = changed("/world/setup", json!(lines));
    let lesson = load("x.json", &text, &prose()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let trouble = lesson::set_up(&lesson).err().expect("it is refused");
    assert!(trouble.pointer.starts_with("/world/setup/"), "{trouble}");
    trouble.reason
}

#[test]
fn a_set_up_without_end_is_refused_with_its_reason() {
    let long = ["sandbox wait 20h", "sandbox wait 20h"];
    assert_eq!(set_up_trouble(&long), "the set-up would take more than 24 hours");
    let mut bomb = vec!["A=0123456789012345678901234567890123456789"];
    bomb.extend(["A=$A$A$A$A$A$A$A$A"; 8]);
    assert!(set_up_trouble(&bomb).contains("more than"));
    let refused = ["aws ec2 terminate-instances --instance-ids i-0123456789abcdef0"];
    assert!(set_up_trouble(&refused).contains("InvalidInstanceID"));
    let nobody = ["aws ec2 terminate-instances --instance-ids {{instance:nobody}}"];
    assert!(set_up_trouble(&nobody).contains("nobody"));
}

#[test]
fn script_in_words_is_refused() {
    for bad in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://example.org/x.png)",
        "<iframe>",
    ] {
        let errors = mistakes_in(LESSON, &prose().replacen("words", bad, 1));
        assert!(
            errors
                .iter()
                .any(|error| matches!(error.code, Code::BadProse | Code::BadLink)),
            "{bad}"
        );
    }
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
    let many_strings: String = (0..20_000).map(|n| format!("## s{n}\n")).collect();
    assert_eq!(mistakes_in(LESSON, &many_strings).len(), 100);
    let many_members = LESSON.replacen(
        '{',
        &format!(
            "{{{}",
            (0..20_000).map(|n| format!("\"m{n}\":0,")).collect::<String>()
        ),
        1,
    );
    assert_eq!(examine("x", &many_members, &prose()).warnings.len(), 100);
    let long_list = changed(
        "/meta/teaches",
        (0..300).map(|n| json!(format!("t{n}"))).collect(),
    );
    assert_eq!(mistakes_in(&long_list, &prose())[0].code, Code::TooLarge);
}

/// A source of chance that is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("small")
    }
}

const SCRAPS: [&str; 26] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "**",
    "`",
    "{{",
    "}}",
    "](",
    "## ",
    "-1",
    "null",
    "é",
    "\\u0000",
    "1e999",
    "$(",
    "$A",
    "<!-- 12345678 -->",
    "\"any\":[",
    "99999999999999999999",
    "{{vpc}}",
    "file://",
    "'",
];

/// Bytes at random places are changed, or a value of the JSON is put in another's place.
fn damaged(text: &str, chance: &mut Chance) -> String {
    let mut text = text.to_owned();
    for _ in 0..=chance.below(3) {
        let at = chance.below(text.len());
        let end = (at + chance.below(12)).min(text.len());
        if text.is_char_boundary(at) && text.is_char_boundary(end) {
            text.replace_range(at..end, SCRAPS[chance.below(SCRAPS.len())]);
        }
    }
    text
}

fn every_pointer(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| every_pointer(item, &format!("{at}/{index}"), into)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| every_pointer(member, &format!("{at}/{name}"), into)),
        _ => {}
    }
}

fn swapped(json: &Value, pointers: &[String], chance: &mut Chance) -> String {
    let mut json = json.clone();
    for _ in 0..=chance.below(4) {
        let (from, to) = (chance.below(pointers.len()), chance.below(pointers.len()));
        let value = json.pointer(&pointers[from]).cloned();
        if let (Some(value), Some(place)) = (value, json.pointer_mut(&pointers[to])) {
            *place = value;
        }
    }
    json.to_string()
}

/// Whatever comes out of a damaged lesson, it is reported or it loads, and what loads plays its set-up or says why not.
fn damage(times: usize) {
    let (mut chance, good_prose) = (Chance(0x9e37_79b9_7f4a_7c15), prose());
    let json: Value = serde_json::from_str(LESSON).expect("it is JSON");
    let mut pointers = Vec::new();
    every_pointer(&json, "", &mut pointers);
    let mut loaded = 0;
    for time in 0..times {
        let (text, prose) = match time % 3 {
            0 => (damaged(LESSON, &mut chance), damaged(&good_prose, &mut chance)),
            1 => (damaged(LESSON, &mut chance), good_prose.clone()),
            _ => (swapped(&json, &pointers, &mut chance), good_prose.clone()),
        };
        let report = Texts::new("x.json", &text, &prose)
            .with_glossary(&prose)
            .in_language("de", &prose, "")
            .examine();
        assert!(report.lesson.is_some() == report.errors.is_empty());
        if let Some(lesson) = report.lesson.filter(|_| time % 50 == 0) {
            loaded += usize::from(lesson::set_up(&lesson).is_ok());
        }
    }
    assert!(loaded > 0);
}

#[test]
fn random_damage_never_panics() {
    damage(3_000);
}

/// cargo nextest run -p lesson --test mistakes --run-ignored only
#[test]
#[ignore = "takes minutes"]
fn much_random_damage_never_panics() {
    damage(200_000);
}
