//! The page: the only part that knows the browser, and that knows no rules of AWS.

pub mod act;
pub mod app;
pub mod canvas;
pub mod command;
pub mod components;
pub mod driver;
pub mod media;
pub mod panel;
pub mod route;
pub mod session;
pub mod snapshot;
pub mod text;
pub mod theme;

/// Puts the page into the document.
pub fn mount() {
    yew::Renderer::<app::App>::new().render();
}
