//! The parts of the page in a document: what a learner finds there by eye and by ear, and what is asked for when it is used.
#![cfg(target_arch = "wasm32")]

mod browser;
mod pictures;
mod run;
mod shown;

mod announcer;
mod app;
mod charts;
mod command_line;
mod course;
mod curve;
mod dial;
mod edges;
mod fleet;
mod forms;
mod ground;
mod handed_on;
mod head;
mod inspector;
mod keys;
mod legend;
mod lesson;
mod pair;
mod pipeline;
mod player;
mod readout;
mod records;
mod request;
mod run_page;
mod sandbox;
mod settings;
mod stage;
mod terminal;
mod time;
mod time_bar;
mod time_panel;
mod tour;
mod track;
mod twin;
mod why;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
