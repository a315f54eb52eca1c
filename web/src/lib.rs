//! The page: the only part that knows the browser, and that knows no rules of AWS.

pub mod act;
pub mod app;
mod blackbox;
pub mod canvas;
pub mod command;
pub mod components;
pub mod course;
pub mod curve;
mod docs;
pub mod driver;
pub mod elsewhere;
mod files;
pub mod forms;
pub mod here;
pub mod media;
pub mod pair;
pub mod panel;
pub mod past;
pub mod progress;
pub mod records;
pub mod route;
pub mod save;
pub mod session;
pub mod settings;
pub mod snapshot;
pub mod span;
pub mod story;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod why;

/// Puts the page into the element with the id `app`; `fetch` brings what the start page does without.
///
/// # Panics
/// If the document has no such element: it is in `index.html`.
pub fn mount(fetch: impl Fn() -> app::Fetched + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.get_element_by_id("app"));
    let root = root.expect("index.html has an element with the id app");
    let fetch = yew::Callback::from(move |()| fetch());
    yew::Renderer::<app::App>::with_root_and_props(root, app::Props { fetch }).render();
}
