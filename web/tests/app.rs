//! The whole page: what an address leads to, and what is said while that is on its way.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;
use web::app::{App, PlayerPage, Props};
use web::route::Address;
use yew::prelude::*;

use crate::browser::{Files, Forgetful, Frames};
use crate::run::take_notes;
use crate::shown::{Shown, active, be_at, bubbling, document, turn};

/// The page at an address, which is left with it.
struct Visit {
    shown: Shown<App, ()>,
    fetched: Rc<Cell<u32>>,
    _frames: Frames,
    _kept: Forgetful,
}

impl Visit {
    async fn to(hash: &str, player: Option<PlayerPage>) -> Self {
        take_notes();
        let (_kept, _frames) = (Forgetful::new().await, Frames::new());
        be_at(hash);
        let fetched = Rc::new(Cell::new(0));
        let count = fetched.clone();
        let fetch = Callback::from(move |()| -> web::app::Fetched {
            count.set(count.get() + 1);
            Box::pin(async move { player })
        });
        let shown = Shown::new(|_| Props { fetch }).await;
        Self {
            shown,
            fetched,
            _frames,
            _kept,
        }
    }

    async fn goes_to(&self, hash: &str) {
        be_at(hash);
        web_sys::window()
            .unwrap()
            .dispatch_event(&bubbling("hashchange"))
            .unwrap();
        turn().await;
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        be_at("#");
        document().body().unwrap().remove_attribute("data-moved").unwrap();
    }
}

/// Stands for lessons and the sandbox.
fn player(address: &Address) -> Html {
    html! { <main><h1 class="crumb" tabindex="-1">{ address.route.href() }</h1></main> }
}

#[wasm_bindgen_test]
async fn the_start_page_offers_three_ways_in() {
    let visit = Visit::to("#/", Some(player)).await;
    let ways = ["#/lesson/01-one-instance", "#/course", "#/sandbox"];
    for way in ways {
        assert_eq!(visit.shown.count(&format!("main a[href='{way}']")), 1, "{way}");
    }
    assert_eq!(visit.fetched.get(), 0, "it has the browser for itself");
}

#[wasm_bindgen_test]
async fn another_address_fetches_the_rest_and_shows_it() {
    let visit = Visit::to("#/sandbox", Some(player)).await;
    assert_eq!(visit.shown.text("h1"), "#/sandbox");
    visit.goes_to("#/lesson/02-it-goes-down").await;
    assert_eq!(visit.shown.text("h1"), "#/lesson/02-it-goes-down");
    assert_eq!(visit.fetched.get(), 1);
}

#[wasm_bindgen_test]
async fn what_could_not_be_fetched_is_said_and_asked_for_again() {
    let visit = Visit::to("#/sandbox", None).await;
    assert!(visit.shown.text("[role=status]").contains("could not be fetched"));
    visit.goes_to("#/course").await;
    assert_eq!(visit.fetched.get(), 2);
}

#[wasm_bindgen_test]
async fn the_theme_is_switched_on_every_page_and_remembered() {
    let visit = Visit::to("#/sandbox", None).await;
    let theme = || document().document_element().unwrap().get_attribute("data-theme");
    let before = theme();
    visit.shown.click("header button").await;
    assert_ne!(theme(), before);
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    assert_eq!(storage.get_item("fleetlab.theme").unwrap(), theme());
    visit.shown.click("header button").await;
    assert_eq!(theme(), before);
}

#[wasm_bindgen_test]
async fn the_focus_of_somebody_who_is_led_to_a_page_goes_to_its_title() {
    fn arriving(address: &Address) -> Html {
        html! { <web::components::course::map::Map key={address.route.href()} /> }
    }
    let _files = Files::new(&[]);
    let visit = Visit::to("#/", Some(arriving)).await;
    visit.goes_to("#/course").await;
    visit.shown.wait_for("[role=alert]").await;
    turn().await;
    assert_eq!(active(), visit.shown.find("h1"));
}
