//! What a test holds in its hand in place of the browser: frames, timers, files, media, the tab. Each is put back when it is
//! let go of.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::shown::{bubbling, document, turn};

/// Something that stands in for a member of an object.
pub(crate) struct StandIn {
    object: JsValue,
    name: &'static str,
    before: Option<JsValue>,
}

impl StandIn {
    fn put(object: &JsValue, name: &'static str, value: &JsValue) -> Self {
        let own = Object::has_own(object.unchecked_ref::<Object>(), &name.into());
        let before = own.then(|| Reflect::get(object, &name.into()).unwrap());
        define(object, name, value);
        Self {
            object: object.clone(),
            name,
            before,
        }
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        match &self.before {
            Some(value) => define(&self.object, self.name, value),
            None => {
                let object = self.object.unchecked_ref::<Object>();
                Reflect::delete_property(object, &self.name.into()).unwrap();
            }
        }
    }
}

/// Also where the browser lets nobody write.
fn define(object: &JsValue, name: &str, value: &JsValue) {
    let descriptor = Object::new();
    for (key, set) in [
        ("value", value),
        ("configurable", &JsValue::TRUE),
        ("writable", &JsValue::TRUE),
    ] {
        Reflect::set(&descriptor, &key.into(), set).unwrap();
    }
    Reflect::define_property(object.unchecked_ref::<Object>(), &name.into(), &descriptor).unwrap();
}

fn window() -> JsValue {
    web_sys::window().unwrap().into()
}

/// Calls of the browser that wait to be called back.
pub(crate) struct Waiting {
    calls: Array,
    _stand_ins: Vec<StandIn>,
}

impl Waiting {
    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.taken().length() as usize
    }

    /// Calls all of them back, with `value`; those that come of it wait in turn.
    pub(crate) fn call(&self, value: f64) {
        for call in self.taken().iter() {
            let index = self.calls.index_of(&call, 0);
            self.calls.set(index as u32, JsValue::NULL);
            call.unchecked_into::<Function>()
                .call1(&JsValue::NULL, &value.into())
                .unwrap();
        }
    }

    fn taken(&self) -> Array {
        self.calls.filter(&mut |call, _, _| call.is_function())
    }

    /// `ask` and `cancel` of the window, which number calls from 1; short times are left to the browser.
    fn of(ask: &'static str, cancel: &'static str) -> Self {
        const ASK: &str =
            "if (after < 1000) return before.call(window, call, after); return calls.push(call);";
        const CANCEL: &str = "if (number > 0 && number <= calls.length) calls[number - 1] = null; else before.call(window, number);";
        let (calls, window) = (Array::new(), window());
        let bound = |body: &str, names: &str, name: &str| {
            let make = Function::new_with_args("calls, before", &format!("return ({names}) => {{ {body} }}"));
            let before = Reflect::get(&window, &name.into()).unwrap();
            make.call2(&JsValue::NULL, &calls, &before).unwrap()
        };
        let stand_ins = vec![
            StandIn::put(&window, ask, &bound(ASK, "call, after", ask)),
            StandIn::put(&window, cancel, &bound(CANCEL, "number", cancel)),
        ];
        Self {
            calls,
            _stand_ins: stand_ins,
        }
    }
}

/// Frames that come when they are let.
pub(crate) struct Frames {
    asked: Waiting,
    time_ms: Cell<f64>,
}

impl Frames {
    /// The real time between two of them, in milliseconds.
    const EVERY_MS: f64 = 100.0;

    pub(crate) fn new() -> Self {
        Self {
            asked: Waiting::of("requestAnimationFrame", "cancelAnimationFrame"),
            time_ms: Cell::new(1_000.0),
        }
    }

    /// How many the page waits for.
    pub(crate) fn asked(&self) -> usize {
        self.asked.count()
    }

    /// Lets so many come, one after another.
    pub(crate) async fn pass(&self, count: usize) {
        for _ in 0..count {
            self.time_ms.set(self.time_ms.get() + Self::EVERY_MS);
            self.asked.call(self.time_ms.get());
            turn().await;
        }
    }
}

/// Timers of a second or more.
pub(crate) fn timers() -> Waiting {
    Waiting::of("setTimeout", "clearTimeout")
}

/// Files beside the page, by the ends of their addresses; all others are missing.
pub(crate) struct Files {
    _stand_in: StandIn,
    _answer: Closure<dyn FnMut(String) -> Promise>,
}

impl Files {
    pub(crate) fn new(files: &'static [(&'static str, &'static str)]) -> Self {
        let answer = Closure::<dyn FnMut(String) -> Promise>::new(move |address: String| {
            let found = files.iter().find(|(name, _)| address.ends_with(name));
            let make = Function::new_with_args("text, status", "return new Response(text, { status })");
            let (text, status) = found.map_or(("", 404), |(_, text)| (*text, 200));
            let response = make.call2(&JsValue::NULL, &text.into(), &status.into()).unwrap();
            Promise::resolve(&response)
        });
        Self {
            _stand_in: StandIn::put(&window(), "fetch", answer.as_ref()),
            _answer: answer,
        }
    }
}

/// A clipboard, and what was put on it.
pub(crate) struct Clipboard {
    texts: Array,
    _stand_in: StandIn,
}

impl Clipboard {
    pub(crate) fn new() -> Self {
        let texts = Array::new();
        let make = Function::new_with_args(
            "texts",
            "return { writeText: async text => { texts.push(text); } }",
        );
        let clipboard = make.call1(&JsValue::NULL, &texts).unwrap();
        let navigator = Reflect::get(&window(), &"navigator".into()).unwrap();
        Self {
            texts,
            _stand_in: StandIn::put(&navigator, "clipboard", &clipboard),
        }
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.texts.iter().filter_map(|text| text.as_string()).collect()
    }
}

/// Files that the page hands over, by name and address; none of them reaches the disk.
pub(crate) struct Saved {
    files: Array,
    _stand_in: StandIn,
}

impl Saved {
    pub(crate) fn new() -> Self {
        let files = Array::new();
        let make = Function::new_with_args(
            "files",
            "return function () { files.push(`${this.download} ${this.href}`); }",
        );
        let click = make.call1(&JsValue::NULL, &files).unwrap();
        let links = Reflect::get(&window(), &"HTMLAnchorElement".into()).unwrap();
        let links = Reflect::get(&links, &"prototype".into()).unwrap();
        Self {
            files,
            _stand_in: StandIn::put(&links, "click", &click),
        }
    }

    /// Name and address of each.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let texts = self.files.iter().filter_map(|file| file.as_string());
        let parts = |text: String| {
            text.split_once(' ')
                .map(|(name, at)| (name.to_owned(), at.to_owned()))
        };
        texts.filter_map(parts).collect()
    }
}

/// Somebody who wishes for less motion.
pub(crate) fn less_motion() -> StandIn {
    let ask = Function::new_with_args(
        "query",
        "return Object.assign(new EventTarget(), { matches: query.includes('reduced-motion') })",
    );
    StandIn::put(&window(), "matchMedia", &ask)
}

/// Another tab is in front.
pub(crate) struct Hidden {
    stand_in: Option<StandIn>,
}

impl Hidden {
    pub(crate) fn new() -> Self {
        let stand_in = StandIn::put(&document().into(), "hidden", &JsValue::TRUE);
        tell_of_the_tab();
        Self {
            stand_in: Some(stand_in),
        }
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        self.stand_in = None;
        tell_of_the_tab();
    }
}

fn tell_of_the_tab() {
    document().dispatch_event(&bubbling("visibilitychange")).unwrap();
}

/// Forgets what this page has kept, now and afterwards.
pub(crate) struct Forgetful;

impl Forgetful {
    /// What was shown before keeps what it knows when it goes, which is in a turn after its test.
    pub(crate) async fn new() -> Self {
        turn().await;
        forget();
        Self
    }
}

impl Drop for Forgetful {
    fn drop(&mut self) {
        forget();
    }
}

fn forget() {
    let window = web_sys::window().unwrap();
    for storage in [window.local_storage(), window.session_storage()] {
        storage.unwrap().unwrap().clear().unwrap();
    }
}
