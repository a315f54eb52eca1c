//! Keys that work from everywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::Callback;

/// The key that opens the list of all forms.
pub const FIND: &str = "k";
/// The key that leads from a lesson to its sandbox, and back.
pub const CROSS_OVER: &str = ".";

/// This key with Ctrl, or Cmd, does something from everywhere; what has the key for itself keeps it.
pub fn shortcut(letter: &'static str, act: Callback<()>) -> Option<EventListener> {
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
            let is_ours = (key.ctrl_key() || key.meta_key())
                && !key.alt_key()
                && key.key().eq_ignore_ascii_case(letter);
            if is_ours && !key.default_prevented() {
                key.prevent_default();
                act.emit(());
            }
        },
    ))
}
