//! Keys on the time track, and on the charts, whose cursor stands in time as well.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{listed, unknown};
use crate::player::Played;
use crate::shown::click;

const TRACK: &str = ".track";
const CURSOR: &str = ".chart-strip [role=slider]";

#[wasm_bindgen_test]
async fn each_key_of_the_track_does_what_the_list_says() {
    for keys in listed("On the time track").await {
        let played = after_a_launch().await;
        match keys.as_str() {
            "← →" => go_a_little(&played).await,
            "Page Up" => go_from_mark_to_mark(&played).await,
            "Home" => go_to_the_ends(&played).await,
            other => unknown(other),
        }
    }
}

#[wasm_bindgen_test]
async fn each_key_of_the_charts_does_what_the_list_says() {
    for keys in listed("On the charts").await {
        let played = Played::with_charts().await;
        played.pass(150).await;
        played.click(".play").await;
        match keys.as_str() {
            "← →" => move_the_cursor(&played).await,
            "Page Up" => move_it_far(&played).await,
            "Home" => move_it_to_the_ends(&played).await,
            "Esc" => takes_the_cursor_away(&played).await,
            other => unknown(other),
        }
    }
}

/// Some seconds after the learner has launched an instance, with time stopped.
async fn after_a_launch() -> Played {
    let played = Played::sandbox().await;
    played.pass(50).await;
    click(&played.shown.named(".lesson button", "Launch in zone b")).await;
    played.pass(50).await;
    played.click(".play").await;
    played
}

/// The second that a key leads to on the track.
async fn led(played: &Played, key: &str) -> u64 {
    assert!(played.shown.press(TRACK, key).await, "{key} is the page's");
    played.pass(2).await;
    second(played, "aria-valuenow")
}

fn second(played: &Played, name: &str) -> u64 {
    played.shown.attribute(TRACK, name).unwrap().parse().unwrap()
}

async fn go_a_little(played: &Played) {
    let now = second(played, "aria-valuenow");
    let back = led(played, "ArrowLeft").await;
    assert!(back < now, "{back} before {now}");
    assert_eq!(led(played, "ArrowRight").await, now);
}

async fn go_from_mark_to_mark(played: &Played) {
    let now = second(played, "aria-valuenow");
    let mark = led(played, "PageDown").await;
    assert!(mark < now, "{mark} before {now}");
    let begun = led(played, "Home").await;
    let first = led(played, "PageUp").await;
    assert!(begun < first && first <= mark, "{begun}, {first}, {mark}");
}

async fn go_to_the_ends(played: &Played) {
    let [begun, end] = ["aria-valuemin", "aria-valuemax"].map(|name| second(played, name));
    assert_eq!(led(played, "Home").await, begun);
    assert_eq!(led(played, "End").await, end);
}

/// Where keys lead the cursor, one after another.
async fn moved<const N: usize>(played: &Played, keys: [&str; N]) -> [u64; N] {
    let mut seconds = [0; N];
    for (second, key) in seconds.iter_mut().zip(keys) {
        assert!(played.shown.press(CURSOR, key).await, "{key} is the page's");
        let now = played.shown.attribute(CURSOR, "aria-valuenow").unwrap();
        *second = now.parse().unwrap();
    }
    seconds
}

async fn move_the_cursor(played: &Played) {
    let [last, back, ahead] = moved(played, ["ArrowLeft", "ArrowLeft", "ArrowRight"]).await;
    assert_eq!((back + 1, ahead), (last, last), "one period back, and one ahead");
    let charts = played.shown.count(".charts .plot");
    assert!(charts > 1);
    assert_eq!(
        played.shown.count(".charts .plot .cursor"),
        charts,
        "in all charts"
    );
}

async fn move_it_far(played: &Played) {
    let [last, back, ahead] = moved(played, ["End", "PageDown", "PageUp"]).await;
    assert_eq!((back + 10, ahead), (last, last));
}

async fn move_it_to_the_ends(played: &Played) {
    let [first, last, before] = moved(played, ["Home", "End", "ArrowLeft"]).await;
    assert_eq!(first, 0, "where the charts begin");
    assert_eq!(before + 1, last);
    let [latest] = moved(played, ["PageUp"]).await;
    assert_eq!(latest, last, "there is nothing after it");
}

async fn takes_the_cursor_away(played: &Played) {
    played.shown.press(CURSOR, "ArrowLeft").await;
    assert!(played.shown.count(".charts .plot .cursor") > 0);
    played.shown.press(CURSOR, "Escape").await;
    assert_eq!(played.shown.count(".charts .plot .cursor"), 0);
}
