//! Where the focus goes when what had it is gone: to the panel that it was in, or else back to the picture.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusEvent, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::Callback;

/// The panels that buttons come and go in.
const PANELS: [&str; 2] = [".inspector", ".lesson"];
/// What takes the focus, in this order, if the panel is gone too.
const HEIRS: [&str; 3] = [
    ".inspector-text",
    ".stage [data-stop][tabindex=\"0\"]",
    ".lesson-text",
];

/// Knows what had the focus last.
#[derive(Clone, Default)]
pub struct Refocus {
    last: Rc<RefCell<Option<Last>>>,
}

struct Last {
    element: Element,
    panel: Option<&'static str>,
}

impl Refocus {
    /// To be told of every focus.
    pub fn onfocusin(&self) -> Callback<FocusEvent> {
        let last = self.last.clone();
        Callback::from(move |event: FocusEvent| {
            let element = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            *last.borrow_mut() = element.map(|element| Last {
                panel: PANELS.into_iter().find(|panel| is_within(&element, panel)),
                element,
            });
        })
    }

    /// To be called after every change of the page: what had the focus may have gone with it.
    pub fn mend(&self) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else {
            return;
        };
        let lost = self
            .last
            .borrow_mut()
            .take_if(|last| !last.element.is_connected());
        if let Some(last) = lost.filter(|_| is_nowhere(&document)) {
            let own = last.panel.map(|panel| format!("{panel} > [tabindex=\"0\"]"));
            let heirs = own.iter().map(String::as_str).chain(HEIRS);
            // The first that takes it.
            let _ = heirs.into_iter().any(|heir| focus(&document, heir));
        }
    }
}

fn is_within(element: &Element, panel: &str) -> bool {
    element.closest(panel).ok().flatten().is_some()
}

fn is_nowhere(document: &Document) -> bool {
    document
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY")
}

/// A page that somebody was led to takes the focus to its title, once.
pub fn arrive() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let was_led = document.query_selector("[data-moved]").ok().flatten();
    if let Some(body) = was_led.filter(|_| is_nowhere(&document)) {
        let _ = body.remove_attribute("data-moved");
        focus(&document, TITLE);
    }
}

const TITLE: &str = ".crumb";

/// What has the focus in a panel that scrolls stays in sight when the panel gets smaller.
pub fn keep_in_sight() {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    if let Some(active) = active.filter(|active| is_within(active, SCROLLING)) {
        bring(&active);
    }
}

/// Scrolls no further than is needed to see the first thing that is found so.
pub fn bring_in_sight(document: &Document, what: &str) {
    if let Some(element) = document.query_selector(what).ok().flatten() {
        bring(&element);
    }
}

fn bring(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

const SCROLLING: &str = ".lesson-text > *, .inspector-text > *";

/// Moves the focus to the first thing that is found so; true if it went there.
pub fn focus(document: &Document, what: &str) -> bool {
    let found = document.query_selector(what).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.set_scroll_top(0);
    element.focus().is_ok() && document.active_element().is_some_and(|active| active == *element)
}
