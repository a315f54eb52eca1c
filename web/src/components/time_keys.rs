//! The keys that take back and do again.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

use super::shortcut::{is_key, shortcuts};
use crate::past::TimeInput;

/// What is written in has these keys for itself.
const WRITTEN: &str =
    "textarea, input:not([type=range]):not([type=radio]):not([type=checkbox]), select, [contenteditable]";

/// Ctrl+Z and Ctrl+Shift+Z, or Cmd, from everywhere but where something is written.
pub fn time_keys(send: Callback<TimeInput>) -> Option<EventListener> {
    shortcuts(meant, send)
}

fn meant(key: &KeyboardEvent) -> Option<TimeInput> {
    let input = if key.shift_key() {
        TimeInput::Redo
    } else {
        TimeInput::Undo
    };
    (is_key(key, "z") && !is_written(key)).then_some(input)
}

fn is_written(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(WRITTEN).ok().flatten().is_some())
}
