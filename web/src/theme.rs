//! Light or dark: the system's choice until the learner makes another.

use gloo::events::EventListener;
use web_sys::{Element, MediaQueryList, Window};
use yew::Callback;

const KEY: &str = "fleetlab.theme";
const DARK: &str = "(prefers-color-scheme: dark)";

/// Puts the theme that was chosen, or the system's, onto the page.
pub fn apply() {
    set(stored().unwrap_or_else(|| system().to_owned()).as_str());
}

/// Goes over to the other theme and remembers it.
pub fn switch() {
    let other = if current().as_deref() == Some("dark") {
        "light"
    } else {
        "dark"
    };
    set(other);
    if let Some(storage) = storage() {
        // Without storage the choice lasts as long as the page.
        let _ = storage.set_item(KEY, other);
    }
}

/// Calls back whenever the colours of the page change.
pub fn on_change(changed: Callback<()>) -> Vec<EventListener> {
    let own = changed.clone();
    let follow = move || {
        if stored().is_none() {
            set(system());
        }
        changed.emit(());
    };
    let queries = [DARK, "(forced-colors: active)"].into_iter().filter_map(query);
    let system = queries.map(|query| {
        let follow = follow.clone();
        EventListener::new(&query, "change", move |_| follow())
    });
    let switched = root().map(|root| EventListener::new(&root, CHANGED, move |_| own.emit(())));
    system.chain(switched).collect()
}

/// The event that tells of a new theme.
const CHANGED: &str = "themechange";

fn set(theme: &str) {
    let Some(root) = root() else {
        return;
    };
    // An attribute of this name is always valid.
    let _ = root.set_attribute("data-theme", theme);
    if let Ok(event) = web_sys::Event::new(CHANGED) {
        let _ = root.dispatch_event(&event);
    }
}

fn current() -> Option<String> {
    root()?.get_attribute("data-theme")
}

fn stored() -> Option<String> {
    storage()?
        .get_item(KEY)
        .ok()?
        .filter(|theme| theme == "dark" || theme == "light")
}

fn system() -> &'static str {
    if query(DARK).is_some_and(|query| query.matches()) {
        "dark"
    } else {
        "light"
    }
}

fn query(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().as_ref().map(Window::local_storage)?.ok()?
}
