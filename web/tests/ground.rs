//! The living picture behind the start page: it runs while it is seen, and rests when it is not.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::ground::{Ground, Props};
use web::route::Address;

use crate::browser::{Frames, Hidden, less_motion};
use crate::run::take_notes;
use crate::shown::{Shown, turn};

/// The picture after two frames.
async fn seen() -> (Shown<Ground, ()>, Frames) {
    take_notes();
    let frames = Frames::new();
    let address = Address::parse("#/?seed=7&speed=1");
    let shown = Shown::new(|_| Props { address }).await;
    frames.pass(2).await;
    (shown, frames)
}

#[wasm_bindgen_test]
async fn it_runs_by_itself_and_cannot_be_used() {
    let (shown, frames) = seen().await;
    let before = shown.text(".stage");
    frames.pass(20).await;
    assert_ne!(
        shown.text(".stage"),
        before,
        "two seconds later it looks the same"
    );
    assert_eq!(frames.asked(), 1, "one loop");
    assert!(shown.find(".stage").has_attribute("inert"));
}

#[wasm_bindgen_test]
async fn it_rests_while_another_tab_is_in_front() {
    let (shown, frames) = seen().await;
    let hidden = Hidden::new();
    assert_eq!(frames.asked(), 0);
    let before = shown.text(".stage");
    frames.pass(20).await;
    assert_eq!(shown.text(".stage"), before);
    drop(hidden);
    assert_eq!(frames.asked(), 1, "it goes on when it is seen again");
}

#[wasm_bindgen_test]
async fn where_less_motion_is_wished_for_it_shows_counts_for_dots() {
    let (shown, frames) = seen().await;
    assert_eq!(shown.count(".flows"), 0);
    drop((shown, frames));
    let _wish = less_motion();
    let (shown, _frames) = seen().await;
    assert_eq!(shown.count(".flows"), 1);
}

#[wasm_bindgen_test]
async fn it_stops_for_good_when_the_page_is_left() {
    let (shown, frames) = seen().await;
    drop(shown);
    turn().await;
    assert_eq!(frames.asked(), 0);
}
