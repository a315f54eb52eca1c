//! Where a lesson from elsewhere is chosen: files from the disk, or an address.

use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use crate::components::error_page::{Fault, faults};
use crate::components::icon::{Icon, small_icon};
use crate::elsewhere::{chosen, hand_over};
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// The form; whoever chooses well is led to the lesson.
#[component]
pub fn Source() -> Html {
    let words = &player_text().play;
    let wrong = use_state(|| None::<Fault>);
    let over = use_state_eq(|| false);
    let take = {
        let wrong = wrong.clone();
        Callback::from(move |files: FileList| {
            let wrong = wrong.clone();
            yew::platform::spawn_local(async move {
                match chosen(files).await {
                    Ok(files) => {
                        let count = hand_over(files);
                        go(&format!(
                            "{}?files={count}",
                            Route::Course(CoursePage::Play).href()
                        ));
                    }
                    Err(fault) => wrong.set(Some(fault)),
                }
            });
        })
    };
    html! {
        <section class="source" aria-labelledby="source-title">
            <h2 id="source-title">{ words.title }</h2>
            <p>{ words.intro }</p>
            { drop_place(&take, &over) }
            { address_field() }
            <div role="alert">if let Some(fault) = &*wrong { { faults(std::slice::from_ref(fault)) } }</div>
        </section>
    }
}

fn drop_place(take: &Callback<FileList>, over: &UseStateHandle<bool>) -> Html {
    let words = &player_text().play;
    let set = |value: bool| {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        }
    };
    let ondrop = {
        let (take, over) = (take.clone(), over.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
                take.emit(files);
            }
        }
    };
    let onchange = take.clone();
    let onchange = move |event: Event| {
        if let Some(files) = event.target_unchecked_into::<HtmlInputElement>().files() {
            onchange.emit(files);
        }
    };
    html! {
        <div class={classes!("drop", over.then_some("over"))} ondragover={set(true)} ondragleave={set(false)} {ondrop}>
            <label class="button">
                { small_icon(Icon::Plus) }{ words.choose }
                <input class="unseen" type="file" multiple=true accept=".json,.md,.sh,.txt" {onchange} />
            </label>
            <span>{ words.drop }</span>
        </div>
    }
}

fn address_field() -> Html {
    let words = &player_text().play;
    let onsubmit = Callback::from(|event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_unchecked_into::<web_sys::Element>();
        let field = form.query_selector("input").ok().flatten();
        let address = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(address) = address
            .map(|field| field.value())
            .filter(|address| !address.trim().is_empty())
        {
            go(&address_of(address.trim()));
        }
    });
    html! {
        <form class="address" {onsubmit}>
            <label class="field">
                <span>{ words.address }</span>
                <input type="text" inputmode="url" autocomplete="off" spellcheck="false" placeholder={words.address_example} />
            </label>
            <button type="submit" class="button">{ words.fetch }</button>
        </form>
    }
}

/// The address that plays a lesson from an address.
fn address_of(lesson: &str) -> String {
    let escaped = String::from(js_sys::encode_uri_component(lesson));
    format!("{}?lesson={escaped}", Route::Course(CoursePage::Play).href())
}

fn go(href: &str) {
    if let Some(window) = web_sys::window() {
        // Only the fragment changes: this page stays.
        let _ = window.location().set_hash(href);
    }
}
