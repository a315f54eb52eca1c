//! A lesson from its files: on its way, set up, played and left; or told what is wrong with it.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::run_page::{Props, RunPage, Source};
use web::progress::keep;
use web::route::{Address, Route};

use crate::browser::{Files, Forgetful, Frames};
use crate::run::take_notes;
use crate::shown::{Shown, active, click, turn};

pub(crate) const LESSON: (&str, &str) = (
    "01-one-instance/lesson.json",
    include_str!("../../lessons/01-one-instance/lesson.json"),
);
const WORDS: (&str, &str) = (
    "01-one-instance/en.md",
    include_str!("../../lessons/01-one-instance/en.md"),
);
const FILES: &[(&str, &str)] = &[LESSON, WORDS];
/// More frames than any lesson is set up in.
const MOST_FRAMES: usize = 500;

/// A lesson, or its account in the sandbox.
pub(crate) struct Opened {
    pub(crate) shown: Shown<RunPage, ()>,
    frames: Frames,
    _files: Files,
}

/// The lesson, unless the address is of the sandbox's own account.
fn source(address: &Address) -> Option<Source> {
    let own = address.route == Route::Sandbox && address.parameter("from").is_none();
    (!own).then(|| Source::Folder("01-one-instance".to_owned()))
}

impl Opened {
    async fn new(files: &'static [(&'static str, &'static str)]) -> Self {
        Self::at("#/lesson/01-one-instance?tour=off", files).await
    }

    pub(crate) async fn at(address: &str, files: &'static [(&'static str, &'static str)]) -> Self {
        take_notes();
        let (_files, frames) = (Files::new(files), Frames::new());
        let address = Address::parse(address);
        let shown = Shown::new(|_| Props {
            source: source(&address),
            sandbox: address.parameter("from").is_some(),
            address,
        })
        .await;
        Self {
            shown,
            frames,
            _files,
        }
    }

    /// The lesson, once it can be played.
    pub(crate) async fn played() -> Self {
        Self::new(FILES).await.once_it_stands().await
    }

    /// The lesson's account in the sandbox, once it can be played with.
    pub(crate) async fn in_the_sandbox() -> Self {
        let opened = Self::at("#/sandbox?from=01-one-instance", FILES).await;
        opened.once_it_stands().await
    }

    /// What an address leads to, once it can be played.
    pub(crate) async fn of(address: &str) -> Self {
        let opened = Self::at(address, FILES).await.once_it_stands().await;
        opened.pass(2).await;
        opened
    }

    /// So many frames.
    pub(crate) async fn pass(&self, frames: usize) {
        self.frames.pass(frames).await;
    }

    pub(crate) async fn once_it_stands(self) -> Self {
        for _ in 0..MOST_FRAMES {
            if self.shown.count(".lesson-text") > 0 {
                break;
            }
            self.frames.pass(1).await;
        }
        self
    }

    fn heading(&self) -> String {
        self.shown.text(".lesson-heading")
    }

    /// Does what the first step asks for.
    async fn does_the_first_step(&self) {
        for _ in 0..3 {
            self.shown.click(".acts button").await;
        }
        // Two seconds of the model: goals are looked at when a second is full.
        self.frames.pass(200).await;
    }

    async fn next(&self) {
        click(&self.shown.named(".lesson-foot button", "Next")).await;
        self.frames.pass(1).await;
    }
}

#[wasm_bindgen_test]
async fn it_says_that_it_is_on_its_way_until_it_can_be_played() {
    let _kept = Forgetful::new().await;
    let opened = Opened::new(FILES).await;
    assert_eq!(opened.shown.text("[role=status]"), "It is on its way.");
    assert_eq!(opened.shown.count(".lesson-text"), 0);
    drop(opened);
    let opened = Opened::played().await;
    assert!(opened.shown.text("h1").starts_with("Lesson 1"));
    assert!(opened.shown.text(".lesson").contains("Step 1 of"));
    assert_eq!(opened.shown.count(".house"), 1);
}

#[wasm_bindgen_test]
async fn a_step_opens_the_next_once_its_goals_are_met_and_the_focus_goes_there() {
    let _kept = Forgetful::new().await;
    let opened = Opened::played().await;
    let first = opened.heading();
    opened.next().await;
    assert_eq!(opened.heading(), first, "its goals are open");
    opened.does_the_first_step().await;
    assert_eq!(opened.shown.count(".goal.met"), 1);
    opened.next().await;
    assert_ne!(opened.heading(), first);
    assert_eq!(active(), opened.shown.find(".lesson-text"));
    assert_eq!(opened.frames.asked(), 0, "the step asks for time to stand still");
}

#[wasm_bindgen_test]
async fn who_comes_back_finds_the_step_that_was_left() {
    let _kept = Forgetful::new().await;
    let opened = Opened::played().await;
    opened.does_the_first_step().await;
    opened.next().await;
    let left = opened.heading();
    drop(opened);
    turn().await;
    assert_eq!(keep::course().headway("one-instance").step, 2);
    let again = Opened::played().await;
    assert_eq!(again.heading(), left);
}

#[wasm_bindgen_test]
async fn a_lesson_that_is_not_there_says_which_file_is_missing_and_what_to_do() {
    let opened = Opened::new(&[WORDS]).await;
    opened.shown.wait_for(".fault").await;
    let said = opened.shown.texts(".fault dd");
    assert_eq!(said[0], "lessons/01-one-instance/lesson.json");
    assert!(said.iter().all(|one| !one.is_empty()), "{said:?}");
    assert_eq!(opened.shown.count("main a[href='#/course']"), 1);
}

#[wasm_bindgen_test]
async fn a_lesson_that_cannot_be_read_tells_every_mistake_with_its_place() {
    let opened = Opened::new(&[
        (
            "01-one-instance/lesson.json",
            r#"{ "formatVersion": 1, "steps": 3 }"#,
        ),
        WORDS,
    ])
    .await;
    opened.shown.wait_for(".fault").await;
    assert!(opened.shown.count(".fault") > 1);
    assert!(
        opened
            .shown
            .texts(".fault dd code")
            .contains(&"/steps".to_owned()),
        "{}",
        opened.shown.text("main")
    );
}
