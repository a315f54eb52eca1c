//! English: here what is said at the edges of the page, beside it a file for each part.

mod bill;
mod charts;
mod course;
mod dial;
mod fleet;
mod forms;
mod happening;
mod holdings;
mod inspector;
mod lesson;
mod measured;
mod numbers;
mod pair;
mod past;
mod places;
mod request;
mod rest;
mod rules;
mod sandbox;
mod settings;
mod stage;
mod story;
mod terminal;
mod time;
mod twin;

use self::numbers::{clock, delay, percent, rate};
use super::{ErrorWords, HeadWords, Numbers, PageWords, PlayerText, StartWords, Text};

/// What every page says.
pub(super) const ENGLISH: Text = Text {
    page: PAGE,
    start: START,
    stage: stage::STAGE,
    number: Numbers {
        percent,
        rate,
        clock,
        delay,
    },
};

/// What lessons and the sandbox say besides.
pub(super) const ENGLISH_PLAYER: PlayerText = PlayerText {
    head: HEAD,
    lesson: lesson::LESSON,
    readout: measured::READOUT,
    legend: measured::LEGEND,
    time: time::TIME,
    charts: charts::CHARTS,
    story: story::STORY,
    dial: dial::DIAL,
    why: rules::WHY,
    inspector: inspector::INSPECTOR,
    request: request::REQUEST,
    sandbox: sandbox::SANDBOX,
    fleet: fleet::FLEET,
    pair: pair::PAIR,
    past: past::PAST,
    place: places::PLACES,
    bill: bill::BILL,
    holding: holdings::HOLDINGS,
    terminal: terminal::TERMINAL,
    form: forms::FORMS,
    twin: twin::TWIN,
    error: ERROR,
    course: course::COURSE,
    progress: course::PROGRESS,
    play: course::PLAY,
    check: course::CHECK,
    curve: course::CURVE,
    tour: course::TOUR,
    settings: settings::SETTINGS,
};

const PAGE: PageWords = PageWords {
    home: "Fleetlab, to the start page",
    switch_theme: "Switch between light and dark",
    loading: "It is on its way.",
    player_lost: "A part of the page could not be fetched. Reload the page to try again.",
};

const START: StartWords = StartWords {
    title: "A cloud you can break",
    promise: "One AWS account, simulated in this page, under live traffic. Fail an instance, watch every employee fail with it, and build what survives.",
    start_lesson: "Start lesson 1",
    go_on: |lesson, step| format!("Go on: lesson {lesson}, step {step}"),
    go_on_course: "Go on with the course",
    see_course: "See the course",
    open_sandbox: "Open the sandbox",
    small_print: "No account, no bill, no server: it runs in your browser. Behind these words it runs already.",
};

const HEAD: HeadWords = HeadWords {
    lesson: |number| format!("Lesson {number}"),
    sandbox: "Sandbox",
    open_sandbox: "Open the sandbox with this account (Ctrl+.)",
    course: "Course",
    open_course: "To the course: all lessons and how far you are",
    back_to_lesson: "Back to the lesson",
    back_to_lesson_long: "Back to the lesson, as you left it (Ctrl+.)",
    charts: "Charts",
    show_charts: "Charts below the picture",
    as_text: "As text",
    show_as_text: "The picture as text",
};

const ERROR: ErrorWords = ErrorWords {
    title: "This lesson cannot be read",
    intro: "Nothing else is wrong: other lessons and the sandbox work. Whoever wrote the lesson can mend it here:",
    file: "File",
    place: "Place",
    code: "Kind",
    reason: "What is wrong",
    fix: "How to mend it",
    to_start: "To the start page",
    to_sandbox: "Open the sandbox",
    mend_set_up: "Mend the line, or one before it.",
    whole_file: "the whole file",
    check_address: "Check the name of the lesson's folder in the address, and that the folder was published with the page.",
    status: |status| format!("The server answered {status} instead of the file."),
    no_network: "The file could not be fetched.",
    link_title: "This link leads to no run",
};
