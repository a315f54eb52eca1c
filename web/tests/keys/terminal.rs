//! Keys in the terminal.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{listed, unknown};
use crate::browser::Forgetful;
use crate::player::Played;

const LINE: &str = "#terminal-input";
const ASKS: &str = "aws ec2 describe-regions";

#[wasm_bindgen_test]
async fn each_does_what_the_list_says() {
    for keys in listed("In the terminal").await {
        let _kept = Forgetful::new().await;
        let played = Played::sandbox().await;
        played.click("[data-opens=terminal] button").await;
        match keys.as_str() {
            "Tab" => completes(&played).await,
            "Enter" => runs(&played).await,
            "↑ ↓" => bring_back(&played).await,
            "Ctrl C" => stops(&played).await,
            "Ctrl L" => forgets(&played).await,
            other => unknown(other),
        }
    }
}

async fn types(played: &Played, text: &str) {
    played.shown.type_in(LINE, text).await;
}

async fn press(played: &Played, key: &str) -> bool {
    let taken = played.shown.press(LINE, key).await;
    played.pass(2).await;
    taken
}

/// Runs something that answers at once.
async fn asked(played: &Played) {
    types(played, ASKS).await;
    assert!(press(played, "Enter").await);
    assert!(played.shown.text("[role=log]").contains("us-east-2"));
}

fn line(played: &Played) -> String {
    played.shown.value(LINE)
}

async fn completes(played: &Played) {
    types(played, "aws ec2 run-in").await;
    press(played, "Tab").await;
    assert_eq!(line(played), "aws ec2 run-instances ");
    types(played, "aws ec2 describe-").await;
    press(played, "Tab").await;
    press(played, "Tab").await;
    press(played, "Tab").await;
    assert_eq!(
        played.shown.text("[role=option][aria-selected=true]"),
        played.shown.text("[role=option]:nth-child(2)")
    );
}

async fn runs(played: &Played) {
    asked(played).await;
    assert_eq!(line(played), "");
    types(played, ASKS).await;
    assert!(!press(played, "Shift+Enter").await, "the browser begins a line");
    assert_eq!(line(played), ASKS);
}

async fn bring_back(played: &Played) {
    asked(played).await;
    press(played, "ArrowUp").await;
    assert_eq!(line(played), ASKS);
    press(played, "ArrowDown").await;
    assert_eq!(line(played), "");
}

async fn stops(played: &Played) {
    types(played, "sandbox wait 1m").await;
    press(played, "Enter").await;
    assert_eq!(played.shown.count(".terminal-waiting"), 1);
    types(played, "half a wo").await;
    assert!(press(played, "Control+c").await);
    assert_eq!(
        (line(played).as_str(), played.shown.count(".terminal-waiting")),
        ("", 0)
    );
}

async fn forgets(played: &Played) {
    asked(played).await;
    assert!(press(played, "Control+l").await);
    assert_eq!(played.shown.count("[role=log] .entry"), 0);
}
