//! The sandbox is found again as it was left, and a run is handed on by a link.

use des::{SimDuration, SimTime};
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::driver::Run;
use web::past::TimeInput;
use web::progress::trail::fingerprint;
use web::progress::{Made, Move, keep};
use web::session::{NoLink, Session};

use crate::browser::Forgetful;
use crate::run::{pass, session};
use crate::run_page::{LESSON, Opened};
use crate::shown::turn;

/// The sandbox with its own account, once it can be played with.
async fn sandbox() -> Opened {
    Opened::of("#/sandbox").await
}

/// Instances in the picture.
fn instances(opened: &Opened) -> u32 {
    opened.shown.count(".house")
}

/// The clock of the time bar.
fn clock(opened: &Opened) -> String {
    opened.shown.text(".clock b")
}

async fn launch(opened: &Opened) {
    opened.shown.click("button[title^='aws ec2 run-instances']").await;
    opened.pass(2).await;
}

/// A link to what became of the sandbox after two minutes, an instance and another minute.
fn linked() -> (Session, String) {
    let mut session = session();
    session.submit(&Act::Launch(1));
    pass(&mut session, 60);
    let link = session.link().expect("two calls fit into a link");
    (session, link)
}

#[wasm_bindgen_test]
async fn who_comes_back_to_the_sandbox_finds_it_as_it_was_left() {
    let _kept = Forgetful::new().await;
    let opened = sandbox().await;
    launch(&opened).await;
    assert_eq!(instances(&opened), 2);
    let left = clock(&opened);
    drop(opened);
    turn().await;
    let again = sandbox().await;
    assert_eq!((instances(&again), clock(&again)), (2, left));
}

#[wasm_bindgen_test]
async fn the_account_of_a_lesson_in_which_a_command_was_typed_is_found_again() {
    let _kept = Forgetful::new().await;
    let lesson = Opened::played().await;
    lesson
        .shown
        .click("[aria-label='Terminal below the picture']")
        .await;
    lesson.pass(2).await;
    lesson.shown.type_in("#terminal-input", "sandbox request").await;
    lesson.shown.press("#terminal-input", "Enter").await;
    lesson.pass(30).await;
    drop(lesson);
    turn().await;
    let kept = keep::run("one-instance", fingerprint(&[LESSON.1])).expect("the lesson was kept");
    assert!(
        matches!(
            kept.moves[..],
            [Made {
                what: Move::Call(_),
                ..
            }]
        ),
        "{kept:?}"
    );
    let account = Opened::in_the_sandbox().await;
    account.pass(2).await;
    launch(&account).await;
    let there = instances(&account);
    drop(account);
    turn().await;
    let again = Opened::in_the_sandbox().await;
    again.pass(2).await;
    assert_eq!((instances(&again), there), (2, 2));
}

#[wasm_bindgen_test]
async fn who_begins_anew_finds_it_as_it_was_at_the_beginning() {
    let _kept = Forgetful::new().await;
    let opened = sandbox().await;
    launch(&opened).await;
    crate::shown::click(&opened.shown.named("button", "Begin anew")).await;
    let opened = opened.once_it_stands().await;
    opened.pass(2).await;
    assert_eq!(instances(&opened), 1);
    drop(opened);
    turn().await;
    assert_eq!(instances(&sandbox().await), 1);
}

#[wasm_bindgen_test]
async fn what_was_taken_back_is_not_brought_back() {
    let _kept = Forgetful::new().await;
    let (mut session, link) = linked();
    session.time_input(&TimeInput::Undo);
    let without = session.link().expect("no call fits into a link");
    assert_ne!(without, link);
    let opened = Opened::of(&without).await;
    assert_eq!(instances(&opened), 1);
}

#[wasm_bindgen_test]
async fn a_link_leads_to_the_same_moment_of_the_same_run() {
    let _kept = Forgetful::new().await;
    let (_, link) = linked();
    let opened = Opened::of(&link).await;
    assert_eq!((instances(&opened), clock(&opened)), (2, "10:04:00".to_owned()));
    // It says so only where as many events have happened.
    let told = opened.shown.text(".run-notice");
    assert!(told.starts_with("This run was handed on to you"), "{told}");
}

#[wasm_bindgen_test]
async fn a_link_of_the_past_leads_to_the_past() {
    let _kept = Forgetful::new().await;
    let (mut session, _) = linked();
    session.time_input(&TimeInput::GoTo(SimTime::from_secs(100)));
    let opened = Opened::of(&session.link().expect("no call fits into a link")).await;
    assert_eq!((instances(&opened), clock(&opened)), (1, "10:01:40".to_owned()));
}

#[wasm_bindgen_test]
async fn of_a_run_that_went_another_way_that_way_is_handed_on() {
    let _kept = Forgetful::new().await;
    let (mut session, _) = linked();
    session.time_input(&TimeInput::GoTo(SimTime::from_secs(100)));
    session.submit(&Act::Launch(0));
    session.submit(&Act::Launch(0));
    pass(&mut session, 30);
    let link = session.link().expect("two calls fit into a link");
    let opened = Opened::of(&link).await;
    assert_eq!((instances(&opened), clock(&opened)), (3, "10:02:10".to_owned()));
}

#[wasm_bindgen_test]
async fn a_run_that_was_handed_on_leaves_the_readers_own_alone() {
    let _kept = Forgetful::new().await;
    let own = sandbox().await;
    launch(&own).await;
    launch(&own).await;
    drop(own);
    turn().await;
    let (_, link) = linked();
    let shared = Opened::of(&link).await;
    launch(&shared).await;
    assert_eq!(instances(&shared), 3);
    drop(shared);
    turn().await;
    let shared = Opened::of(&link).await;
    assert_eq!(instances(&shared), 3, "what its reader made of it is kept");
    drop(shared);
    turn().await;
    assert_eq!(instances(&sandbox().await), 3);
}

#[wasm_bindgen_test]
async fn a_link_that_was_cut_says_so() {
    let (_, link) = linked();
    let opened = Opened::at(&link[..link.len() - 9], &[]).await;
    opened.shown.wait_for(".error-page").await;
    assert_eq!(opened.shown.text("h1"), "This link leads to no run");
    assert!(
        opened
            .shown
            .text("main")
            .contains("A part of the link is missing")
    );
}

#[wasm_bindgen_test]
fn a_run_of_thousands_of_calls_is_too_long_for_a_link() {
    let mut session = session();
    for call in 0..4_000 {
        session.submit(&Act::SendRequest);
        session.advance(SimDuration::from_micros(call * call % 10_007), 1_000);
    }
    assert!(matches!(session.link(), Err(NoLink::TooLong(8_000..))));
}
