//! What stands beside the course keeps the shape that `lessons/README.md` gives to starters and repairs.

use std::fs;

use lesson::format::Fade;
use lesson::{Course, Lesson, Texts, Vocabulary};

fn read(path: &str) -> String {
    fs::read_to_string(format!("../../lessons/{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn course() -> Course {
    Course::read("course.json", &read("course.json"), &read("course.en.md")).expect("the course")
}

fn lesson(folder: &str) -> Lesson {
    let [json, prose] = ["lesson.json", "en.md"].map(|file| read(&format!("{folder}/{file}")));
    let glossary = read("glossary.en.md");
    let report = Texts::new(&format!("{folder}/lesson.json"), &json, &prose)
        .with_glossary(&glossary)
        .examine();
    assert!(report.errors.is_empty(), "{folder}: {:?}", report.errors);
    report.lesson.expect("it is read")
}

fn kinds(lesson: &Lesson) -> Vec<&'static str> {
    lesson.steps.iter().map(|step| step.body.kind().word()).collect()
}

#[test]
fn every_folder_is_listed_and_is_its_own_id() {
    let Course {
        lessons,
        starters,
        repairs,
        ..
    } = course();
    let listed: Vec<&String> = [&lessons, &starters, &repairs].into_iter().flatten().collect();
    for entry in fs::read_dir("../../lessons").expect("the lessons") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a plain name");
        assert!(!entry.path().is_dir() || listed.contains(&&name), "{name}");
    }
    for folder in starters.iter().chain(&repairs) {
        assert_eq!(&lesson(folder).id, folder);
    }
}

#[test]
fn a_starter_asks_for_nothing() {
    for folder in course().starters {
        let lesson = lesson(&folder);
        assert_eq!(kinds(&lesson), ["read"], "{folder}");
        assert!(lesson.steps[0].goals.is_empty(), "{folder}");
    }
}

#[test]
fn a_repair_is_done_alone_and_answers_wrong_ways() {
    for folder in course().repairs {
        let lesson = lesson(&folder);
        assert_eq!(kinds(&lesson), ["build", "debrief"], "{folder}");
        let repair = &lesson.steps[0];
        assert_eq!(repair.fade, Some(Fade::Independent), "{folder}");
        assert!(repair.pace.pause && repair.hints, "{folder}");
        assert!(repair.decoys.len() >= 2, "{folder}");
    }
}
