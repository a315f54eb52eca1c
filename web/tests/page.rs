//! The parts of the page in a document: what a learner finds there by eye and by ear, and what is asked for when it is used.
#![cfg(target_arch = "wasm32")]

mod browser;
mod pictures;
mod run;
mod shown;

mod announcer;
mod app;
mod charts;
mod course;
mod curve;
mod dial;
mod forms;
mod ground;
mod lesson;
mod lesson_page;
mod pipeline;
mod player;
mod records;
mod request;
mod settings;
mod stage;
mod terminal;
mod time;
mod tour;
mod why;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
