//! Keys and settings: what can be chosen, in a dialog that takes the focus and gives it back.

use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::settings::{Props, SettingsDialog};
use web::settings::{Announce, Settings};
use yew::prelude::*;

use crate::browser::less_motion;
use crate::shown::{Drawn, Part, Shown, active, bubbling};

const DIALOG: &str = "dialog";

async fn dialog(settings: Settings) -> Shown<SettingsDialog> {
    Shown::new(|send| Props { settings, send }).await
}

#[wasm_bindgen_test]
async fn it_stands_in_front_of_the_page_and_is_named() {
    let shown = dialog(Settings::default()).await;
    assert!(shown.find(DIALOG).matches(":modal").unwrap());
    let name = shown.attribute(DIALOG, "aria-labelledby").unwrap();
    assert_eq!(shown.text(&format!("#{name}")), "Keys and settings");
    assert!(shown.find(DIALOG).contains(Some(&active())), "it has the focus");
}

#[wasm_bindgen_test]
async fn it_is_closed_by_button_and_by_escape() {
    let shown = dialog(Settings::default()).await;
    shown.click("header button").await;
    // What a browser makes of the Escape key.
    shown.dispatch(DIALOG, &bubbling("cancel")).await;
    assert_eq!(shown.sent(), [Command::ToggleSettings, Command::ToggleSettings]);
}

#[wasm_bindgen_test]
async fn the_focus_goes_back_to_where_it_was() {
    let page = |open: bool| {
        move |send: Callback<Command>| {
            Drawn::by(move || {
                let settings = Settings::default();
                html! { <><button id="opens" />if open { <SettingsDialog {settings} send={send.clone()} /> }</> }
            })
        }
    };
    let mut shown = Shown::<Part>::new(page(false)).await;
    shown.focus("#opens");
    shown.change(page(true)).await;
    assert!(shown.find(DIALOG).contains(Some(&active())));
    shown.change(page(false)).await;
    assert_eq!(active(), shown.find("#opens"));
}

#[wasm_bindgen_test]
async fn what_is_said_aloud_is_chosen_and_nothing_else_changes_with_it() {
    let still = Settings {
        announce: Announce::Everything,
        still: true,
    };
    let shown = dialog(still).await;
    assert_eq!(shown.count("[type=radio]:checked"), 1);
    assert_eq!(shown.text("label:has(:checked)"), "all that happens");
    shown.click("label:last-of-type [type=radio]").await;
    let nothing = Settings {
        announce: Announce::Nothing,
        still: true,
    };
    assert_eq!(shown.sent(), [Command::Set(nothing)]);
}

#[wasm_bindgen_test]
async fn dots_are_put_away_unless_the_system_has_done_so() {
    let shown = dialog(Settings::default()).await;
    shown.click("[type=checkbox]").await;
    let still = Settings {
        still: true,
        ..Settings::default()
    };
    assert_eq!(shown.sent(), [Command::Set(still)]);
    drop(shown);
    let _wish = less_motion();
    let shown = dialog(Settings::default()).await;
    assert!(
        shown
            .find("[type=checkbox]:checked")
            .matches(":disabled")
            .unwrap()
    );
    assert!(shown.text(DIALOG).contains("Your system asks for less motion"));
}

#[wasm_bindgen_test]
async fn every_key_is_listed_with_what_it_does() {
    let shown = dialog(Settings::default()).await;
    assert_eq!(shown.count("dl.keys dt"), shown.count("dl.keys dd"));
    assert!(shown.count("dl.keys kbd") > 10);
    assert!(shown.texts("dl.keys dd").iter().all(|does| !does.is_empty()));
}
