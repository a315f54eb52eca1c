//! Texts by name: in the browser's storage, or, where that is refused, in memory for as long as the page is open.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

/// Stands before every name, so that other pages of the same host are left alone.
const PREFIX: &str = "fleetlab.";

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is kept under a name.
#[must_use]
pub fn read(name: &str) -> Option<String> {
    let kept = storage().and_then(|storage| storage.get_item(&full(name)).ok().flatten());
    kept.or_else(|| MEMORY.with_borrow(|memory| memory.get(name).cloned()))
}

/// Keeps a text under a name; false if it will be gone with the page, because the browser keeps nothing or is full.
pub fn write(name: &str, text: &str) -> bool {
    let kept = storage().is_some_and(|storage| storage.set_item(&full(name), text).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        if kept {
            memory.remove(name);
        } else {
            memory.insert(name.to_owned(), text.to_owned());
        }
    });
    kept
}

/// Forgets what is kept under a name.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed is not there either.
        let _ = storage.remove_item(&full(name));
    }
    MEMORY.with_borrow_mut(|memory| memory.remove(name));
}

/// Whether the browser keeps anything for this page: private windows and strict settings may refuse.
#[must_use]
pub fn keeps() -> bool {
    const TRIAL: &str = "trial";
    let keeps = storage().is_some_and(|storage| storage.set_item(&full(TRIAL), "").is_ok());
    if keeps {
        remove(TRIAL);
    }
    keeps
}

/// A name as the browser knows it.
#[must_use]
pub fn full(name: &str) -> String {
    [PREFIX, name].concat()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
