//! Keys that work from everywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::Callback;

/// The key that opens the list of all forms.
pub const FIND: &str = "k";
/// The key that leads from a lesson to its sandbox, and back.
pub const CROSS_OVER: &str = ".";
/// The key that shows the keys and settings.
pub const KEYS: &str = "/";

/// This key with Ctrl, or Cmd, does something from everywhere; what has the key for itself keeps it.
pub fn shortcut(letter: &'static str, act: Callback<()>) -> Option<EventListener> {
    shortcuts(move |key| is_key(key, letter).then_some(()), act)
}

/// What `meant` finds in a key that is pressed with Ctrl, or Cmd, is done from everywhere; what has the key for itself keeps
/// it.
pub fn shortcuts<T: 'static>(
    meant: impl Fn(&KeyboardEvent) -> Option<T> + 'static,
    act: Callback<T>,
) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &document,
        "keydown",
        options,
        move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().filter(|key| is_free(key));
            if let Some((key, meant)) = key.and_then(|key| Some((key, meant(key)?))) {
                key.prevent_default();
                act.emit(meant);
            }
        },
    ))
}

/// Whether it is this letter, large or small.
pub fn is_key(key: &KeyboardEvent, letter: &str) -> bool {
    key.key().eq_ignore_ascii_case(letter)
}

fn is_free(key: &KeyboardEvent) -> bool {
    (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.default_prevented()
}
