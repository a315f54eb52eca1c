//! The frame loop: one callback, used again for every frame, and none scheduled while stopped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What the browser calls before a repaint.
type OnFrame = Closure<dyn FnMut(f64)>;

/// Calls back before every repaint, until it is stopped or dropped.
pub struct Frames {
    pending: Rc<Cell<Option<i32>>>,
    callback: Rc<RefCell<Option<OnFrame>>>,
}

impl Frames {
    /// A loop, not started, that calls `on_frame` with the time in milliseconds and goes on while it says true.
    pub fn new(mut on_frame: impl FnMut(f64) -> bool + 'static) -> Self {
        let pending = Rc::new(Cell::new(None));
        let callback = Rc::new(RefCell::new(None));
        let (next, again) = (pending.clone(), Rc::downgrade(&callback));
        let closure = Closure::new(move |time| {
            next.set(None);
            if on_frame(time) {
                next.set(
                    again
                        .upgrade()
                        .and_then(|callback| request(callback.borrow().as_ref())),
                );
            }
        });
        *callback.borrow_mut() = Some(closure);
        Self { pending, callback }
    }

    /// Starts, if it does not run.
    pub fn start(&self) {
        if self.pending.get().is_none() {
            self.pending.set(request(self.callback.borrow().as_ref()));
        }
    }

    /// Stops: no callback stays scheduled.
    pub fn stop(&self) {
        if let (Some(id), Some(window)) = (self.pending.take(), web_sys::window()) {
            // Cancelling what has run already is no error.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.stop();
    }
}

fn request(callback: Option<&OnFrame>) -> Option<i32> {
    web_sys::window()?
        .request_animation_frame(callback?.as_ref().unchecked_ref())
        .ok()
}
