//! Keys in the picture.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{listed, unknown};
use crate::player::Played;
use crate::shown::active;

const HOUSE: &str = ".house";
/// What the Tab key leads to.
const TAB_STOP: &str = ".stage [data-stop][tabindex='0']";

#[wasm_bindgen_test]
async fn each_does_what_the_list_says() {
    for keys in listed("In the picture").await {
        let played = Played::sandbox().await;
        match keys.as_str() {
            "Tab" => leads_in_and_out(&played).await,
            "← → ↑ ↓" => go_to_what_is_nearest(&played).await,
            "Home" => go_to_the_ends(&played).await,
            "Enter" => looks_closer(&played).await,
            "?" => shows_the_list(&played).await,
            other => unknown(other),
        }
    }
}

/// The picture is one stop, and leaves the key to the browser.
async fn leads_in_and_out(played: &Played) {
    assert_eq!(played.shown.count(TAB_STOP), 1);
    played.shown.focus(TAB_STOP);
    assert!(!played.shown.press(TAB_STOP, "Tab").await);
    assert!(!played.shown.press(TAB_STOP, "Shift+Tab").await);
}

/// Four things around a fifth, far from all else.
async fn go_to_what_is_nearest(played: &Played) {
    let places = [
        ("region", 4_000, 4_000),
        ("zone-0", 3_500, 4_000),
        ("zone-1", 4_500, 4_000),
        ("zone-2", 4_000, 3_500),
        ("instance-0", 4_000, 4_500),
    ];
    for (stop, left, top) in places {
        let style =
            format!("position:fixed;left:{left}px;top:{top}px;width:9px;height:9px;min-width:0;min-height:0");
        played
            .shown
            .find(&at(stop))
            .set_attribute("style", &style)
            .unwrap();
    }
    for (key, stop) in [
        ("ArrowLeft", "zone-0"),
        ("ArrowRight", "zone-1"),
        ("ArrowUp", "zone-2"),
        ("ArrowDown", "instance-0"),
    ] {
        played.shown.focus(&at("region"));
        assert!(played.shown.press(&at("region"), key).await);
        assert_eq!(
            active().get_attribute("data-stop").as_deref(),
            Some(stop),
            "{key}"
        );
    }
}

fn at(stop: &str) -> String {
    format!(".stage [data-stop={stop}]")
}

async fn go_to_the_ends(played: &Played) {
    played.shown.focus(TAB_STOP);
    for (key, stop) in [("End", "service-1"), ("Home", "office-0")] {
        assert!(played.shown.press(TAB_STOP, key).await);
        assert_eq!(active().get_attribute("data-stop").as_deref(), Some(stop));
    }
}

/// What a browser makes of the key on a button.
async fn looks_closer(played: &Played) {
    assert!(played.shown.find(HOUSE).matches("button").unwrap());
    assert!(!played.shown.press(HOUSE, "Enter").await);
    played.click(HOUSE).await;
    assert_eq!(played.shown.count(".inspector"), 1);
}

async fn shows_the_list(played: &Played) {
    played.shown.press(HOUSE, "?").await;
    assert_eq!(played.shown.count("dialog.settings[open]"), 1);
}
