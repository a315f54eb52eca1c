//! The keys that take back and do again.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

use crate::past::TimeInput;

/// What is written in has these keys for itself.
const WRITTEN: &str =
    "textarea, input:not([type=range]):not([type=radio]):not([type=checkbox]), select, [contenteditable]";

/// Ctrl+Z and Ctrl+Shift+Z, or Cmd, from everywhere but where something is written.
pub fn time_keys(send: Callback<TimeInput>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &document,
        "keydown",
        options,
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if let Some(input) = meant(key).filter(|_| !is_written(key)) {
                key.prevent_default();
                send.emit(input);
            }
        },
    ))
}

fn meant(key: &KeyboardEvent) -> Option<TimeInput> {
    let ours = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.default_prevented();
    let z = ours && key.key().eq_ignore_ascii_case("z");
    match key.shift_key() {
        true => z.then_some(TimeInput::Redo),
        false => z.then_some(TimeInput::Undo),
    }
}

fn is_written(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(WRITTEN).ok().flatten().is_some())
}
