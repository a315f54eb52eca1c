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
    keys(move |key| meant(key).filter(|_| is_with_ctrl(key)), act)
}

/// Esc while nothing has the focus: for a moment that is so when what had it is drawn anew, and the key came too early.
pub fn escape_from_nowhere(act: Callback<()>) -> Option<EventListener> {
    keys(
        move |key| (key.key() == "Escape" && has_nothing_the_focus()).then_some(()),
        act,
    )
}

/// What `meant` finds in a key that nobody has used is done.
fn keys<T: 'static>(
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
            let key = event
                .dyn_ref::<KeyboardEvent>()
                .filter(|key| !key.default_prevented());
            if let Some((key, meant)) = key.and_then(|key| Some((key, meant(key)?))) {
                key.prevent_default();
                act.emit(meant);
            }
        },
    ))
}

fn has_nothing_the_focus() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// Whether it is this letter, large or small.
pub fn is_key(key: &KeyboardEvent, letter: &str) -> bool {
    key.key().eq_ignore_ascii_case(letter)
}

fn is_with_ctrl(key: &KeyboardEvent) -> bool {
    (key.ctrl_key() || key.meta_key()) && !key.alt_key()
}
