//! The lessons of the course load without a mistake and keep the style of the course.

use std::fs;

use lesson::{Code, Lesson, Play, Texts, Vocabulary, load};

const JSON: &str = include_str!("../../../lessons/01-one-instance/lesson.json");
const PROSE: &str = include_str!("../../../lessons/01-one-instance/en.md");

fn one_instance() -> Lesson {
    load("lessons/01-one-instance/lesson.json", JSON, PROSE).unwrap_or_else(|errors| {
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"));
    })
}

#[test]
fn the_first_lesson_loads() {
    assert_eq!(one_instance().id, "one-instance");
}

/// Most words that the text of one step may have.
const WORDS_IN_A_STEP: usize = 60;
/// Words that talk down, and signs that shout.
const NOT_OUR_VOICE: [&str; 7] = ["just", "simply", "obviously", "easy", "oops", "wrong!", "great!"];

/// Every string of every lesson's prose: the lesson and the key, and the text.
fn strings() -> Vec<(String, String)> {
    let lessons = fs::read_dir("../../lessons").expect("the lessons");
    let proses = lessons.filter_map(|entry| {
        let path = entry.expect("a readable folder").path().join("en.md");
        Some((path.display().to_string(), fs::read_to_string(path).ok()?))
    });
    proses.flat_map(|(path, prose)| sections(&path, &prose)).collect()
}

fn sections(path: &str, prose: &str) -> Vec<(String, String)> {
    let sections = prose.split("\n## ").skip(1);
    let of_key = |section: &str| {
        let (key, text) = section.split_once('\n').expect("a key and a text");
        (format!("{path} {key}"), text.to_owned())
    };
    sections.map(of_key).collect()
}

#[test]
fn no_step_says_more_than_sixty_words() {
    for (key, text) in strings().iter().filter(|(key, _)| is_text_of_a_step(key)) {
        let words = text
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
        assert!(words <= WORDS_IN_A_STEP, "{key} has {words} words");
    }
}

/// The notes are for teachers, and longer.
fn is_text_of_a_step(key: &str) -> bool {
    key.ends_with(".text") && !key.ends_with(" notes.text")
}

#[test]
fn the_voice_is_plain_and_without_blame() {
    for (key, text) in strings() {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '!');
        let found = words.find(|word| NOT_OUR_VOICE.contains(word) || word.ends_with('!'));
        assert_eq!(found, None, "{key}");
    }
}

#[test]
fn the_first_lesson_teaches_by_prediction_and_answers_wrong_ways() {
    let lesson = one_instance();
    let kinds: Vec<&str> = lesson.steps.iter().map(|step| step.body.kind().word()).collect();
    let plan = [
        "read", "judge", "predict", "act", "observe", "explain", "build", "explain", "debrief",
    ];
    assert_eq!(kinds, plan);
    let decoys: usize = lesson.steps.iter().map(|step| step.decoys.len()).sum();
    assert!(decoys >= 2);
    assert!((5..=10).contains(&lesson.meta.minutes));
}

const TUTORIAL: &str = include_str!("../../../lessons/README.md");

/// The first block of the tutorial in this language.
fn fenced(language: &str) -> &'static str {
    let (_, after) = TUTORIAL.split_once(&format!("```{language}\n")).expect(language);
    after.split_once("```").expect("the fence ends").0
}

#[test]
fn the_lesson_of_the_tutorial_loads() {
    assert_eq!(
        load("lesson.json", fenced("json"), fenced("markdown")).map(|lesson| lesson.id),
        Ok("hello-instance".to_owned())
    );
}

#[test]
fn the_tutorial_names_every_word_of_the_format() {
    fn assert_named<V: Vocabulary>() {
        for (word, _) in V::WORDS {
            let forms = [
                format!("`{word}`"),
                format!("{{{{{word}}}}}"),
                format!("{{{{{word}:"),
            ];
            assert!(forms.iter().any(|form| TUTORIAL.contains(form)), "{word}");
        }
    }
    assert_named::<lesson::format::Kind>();
    assert_named::<lesson::format::TargetKind>();
    assert_named::<lesson::format::CurveMetric>();
    assert_named::<lesson::format::Fade>();
    assert_named::<lesson::format::Status>();
    assert_named::<lesson::observed::Named>();
    assert_named::<lesson::Param>();
    assert_named::<lesson::check::Metric>();
    assert_named::<lesson::check::Op>();
    assert_named::<lesson::check::Cost>();
    assert_named::<lesson::observed::AppState>();
    assert_named::<lesson::Fact>();
}

const GERMAN: &str = include_str!("../../../lessons/01-one-instance/de.md");

#[test]
fn the_first_lesson_is_there_in_german_complete_and_fresh() {
    let report = Texts::new("lessons/01-one-instance/lesson.json", JSON, PROSE)
        .in_language("de", GERMAN, "")
        .examine();
    assert_eq!((report.errors, report.warnings), (vec![], vec![]));
    let lesson = report.lesson.expect("it is read");
    assert_eq!(lesson.language, "de");
    let mut play = Play::begin(lesson).expect("it is set up");
    assert_eq!(play.view().title, "Wohin geht jede Anfrage?");
    assert_eq!(
        play.view().goals[0].sentence,
        "3 deiner eigenen Anfragen sind beantwortet"
    );
    play.solve_until("compare").expect("it is solved");
    assert!(play.view().title.ends_with(" s lang bekam niemand eine Antwort"));
}

#[test]
fn what_is_not_translated_or_stale_is_listed_and_shown_in_english() {
    let german = GERMAN.replace("## judge.title", "## judge.titel");
    let english = PROSE.replace("Where does every request go?", "Where do all requests go?");
    let report = Texts::new("x/lesson.json", JSON, &english)
        .in_language("de", &german, "")
        .examine();
    let found: Vec<(Code, &str)> = report
        .warnings
        .iter()
        .map(|warning| (warning.code, warning.pointer.as_str()))
        .collect();
    let expected = [
        (Code::MissingTranslation, "judge.title"),
        (Code::StaleTranslation, "where.title"),
        (Code::UnusedProse, "judge.titel"),
    ];
    assert_eq!(found, expected);
    assert!(report.lesson.is_some());
}

#[test]
fn the_lesson_of_the_tutorial_can_be_played() {
    let lesson = load("lesson.json", fenced("json"), fenced("markdown")).expect("it loads");
    let decoy = lesson.steps[0].decoys[0].clone();
    let mut solved = Play::begin(lesson.clone()).expect("it is set up");
    assert_eq!(solved.solve(), Ok(()));
    let mut wrong = Play::begin(lesson).expect("it is set up");
    wrong.run("", &decoy.lines).expect("it plays");
    assert!(!wrong.runner().is_done() && wrong.view().replies.len() == 1);
}
