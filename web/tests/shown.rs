//! A part of the page in a document, and hands to use it with.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web::command::Command;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent,
    InputEventInit, KeyboardEvent, KeyboardEventInit,
};
use yew::html::BaseComponent;
use yew::prelude::*;

/// Turns of the event loop after which what has not come will not come.
const MOST_TURNS: usize = 500;

/// A part of the page, and what it has asked for.
pub(crate) struct Shown<C: BaseComponent, T: 'static = Command> {
    root: Element,
    page: Option<AppHandle<C>>,
    send: Callback<T>,
    sent: Rc<RefCell<Vec<T>>>,
}

impl<C: BaseComponent, T> Shown<C, T> {
    /// Puts it into the document; `props` get what takes its wishes.
    pub(crate) async fn new(props: impl FnOnce(Callback<T>) -> C::Properties) -> Self {
        draw_in_one_go();
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let sent = Rc::new(RefCell::new(Vec::new()));
        let seen = sent.clone();
        let send = Callback::from(move |wish| seen.borrow_mut().push(wish));
        let renderer = yew::Renderer::<C>::with_root_and_props(root.clone(), props(send.clone()));
        let page = Some(renderer.render());
        turn().await;
        Self {
            root,
            page,
            send,
            sent,
        }
    }

    /// Shows something else in the same place.
    pub(crate) async fn change(&mut self, props: impl FnOnce(Callback<T>) -> C::Properties) {
        let props = props(self.send.clone());
        self.page.as_mut().expect("it is shown").update(props);
        turn().await;
    }

    /// What was asked for since this was asked last.
    pub(crate) fn sent(&self) -> Vec<T> {
        self.sent.take()
    }

    /// The first that is found so.
    pub(crate) fn find(&self, what: &str) -> Element {
        let found = self.root.query_selector(what).unwrap();
        found.unwrap_or_else(|| panic!("no {what} in {}", self.root.inner_html()))
    }

    pub(crate) fn count(&self, what: &str) -> u32 {
        self.root.query_selector_all(what).unwrap().length()
    }

    pub(crate) fn text(&self, what: &str) -> String {
        self.find(what).text_content().unwrap()
    }

    /// The texts of all that are found so.
    pub(crate) fn texts(&self, what: &str) -> Vec<String> {
        let found = self.root.query_selector_all(what).unwrap();
        let text = |index| found.get(index).and_then(|node| node.text_content());
        (0..found.length()).filter_map(text).collect()
    }

    /// The first of those whose text begins so.
    pub(crate) fn named(&self, what: &str, text: &str) -> Element {
        let found = self.root.query_selector_all(what).unwrap();
        let mut all = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok());
        let named = all.find(|one| one.text_content().unwrap_or_default().trim().starts_with(text));
        named.unwrap_or_else(|| panic!("no {what} that says {text} in {}", self.root.inner_html()))
    }

    pub(crate) fn attribute(&self, what: &str, name: &str) -> Option<String> {
        self.find(what).get_attribute(name)
    }

    /// What stands in a field.
    pub(crate) fn value(&self, what: &str) -> String {
        let field = self.find(what);
        let lines = field
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::value);
        lines.unwrap_or_else(|| field.unchecked_ref::<HtmlInputElement>().value())
    }

    /// Turns of the event loop until there is one, as after something was fetched.
    pub(crate) async fn wait_for(&self, what: &str) {
        for _ in 0..MOST_TURNS {
            if self.count(what) > 0 {
                return;
            }
            turn().await;
        }
        self.find(what);
    }

    pub(crate) async fn click(&self, what: &str) {
        click(&self.find(what)).await;
    }

    pub(crate) fn focus(&self, what: &str) {
        self.find(what).unchecked_into::<HtmlElement>().focus().unwrap();
    }

    /// Presses a key, such as `Escape` or `Control+c`; true if the page took it from the browser.
    pub(crate) async fn press(&self, what: &str, key: &str) -> bool {
        press_at(&self.find(what), key).await
    }

    /// Puts `text` into a field, as if it had been typed.
    pub(crate) async fn type_in(&self, what: &str, text: &str) {
        let field = self.find(what);
        match field.dyn_ref::<HtmlTextAreaElement>() {
            Some(field) => field.set_value(text),
            None => field.unchecked_ref::<HtmlInputElement>().set_value(text),
        }
        let init = InputEventInit::new();
        init.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
        self.dispatch(what, &event).await;
    }

    pub(crate) async fn dispatch(&self, what: &str, event: &Event) {
        self.find(what).dispatch_event(event).unwrap();
        turn().await;
    }
}

/// Presses a key where `target` is, as [`Shown::press`] does.
pub(crate) async fn press_at(target: &Element, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    let key = held(key, "Control+", |held| init.set_ctrl_key(held));
    let key = held(key, "Shift+", |held| init.set_shift_key(held));
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
    turn().await;
    event.default_prevented()
}

impl<C: BaseComponent, T> Drop for Shown<C, T> {
    fn drop(&mut self) {
        if let Some(page) = self.page.take() {
            page.destroy();
        }
        self.root.remove();
    }
}

/// A key without what is held with it.
fn held<'a>(key: &'a str, modifier: &str, note: impl FnOnce(bool)) -> &'a str {
    let rest = key.strip_prefix(modifier);
    note(rest.is_some());
    rest.unwrap_or(key)
}

pub(crate) async fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
    turn().await;
}

/// Yew breaks off when it has drawn for some time by this clock; one that stands lets every turn end with all that is to be
/// drawn, however slow the machine is.
fn draw_in_one_go() {
    js_sys::eval("Date.now = () => 0").unwrap();
}

/// One turn of the event loop, in which the page draws what has changed.
pub(crate) async fn turn() {
    yew::platform::time::sleep(Duration::ZERO).await;
}

/// An event that rises through the document.
pub(crate) fn bubbling(kind: &str) -> Event {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    Event::new_with_event_init_dict(kind, &init).unwrap()
}

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Puts an address into the browser, which tells nobody of it.
pub(crate) fn be_at(hash: &str) {
    let go = js_sys::Function::new_with_args("hash", "history.replaceState(null, '', hash)");
    go.call1(&wasm_bindgen::JsValue::NULL, &hash.into()).unwrap();
}

/// What has the focus.
pub(crate) fn active() -> Element {
    document().active_element().unwrap()
}

/// A part that is a function rather than a component.
#[derive(Properties)]
pub(crate) struct Drawn {
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}

impl Drawn {
    pub(crate) fn by(draw: impl Fn() -> Html + 'static) -> Self {
        Self { draw: Rc::new(draw) }
    }
}

#[component]
pub(crate) fn Part(props: &Drawn) -> Html {
    (props.draw)()
}
