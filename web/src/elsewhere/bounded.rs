//! Fetching with an end: so many bytes, so many seconds, and nothing of the learner's goes along.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestInit, Response,
};

/// How long a file may take, in milliseconds.
const PATIENCE_MS: u32 = 15_000;

/// Why there is no file.
pub(super) enum Failed {
    /// It is longer than it may be.
    TooLarge,
    /// It did not arrive in time.
    TooSlow,
    /// The server answered this instead.
    Status(u16),
    /// Nothing answers, or it may not be read.
    Refused,
}

/// The bytes behind an address, `most` at the most: counted as they arrive, whatever the server says of their number.
pub(super) async fn get(address: &str, most: usize) -> Result<Vec<u8>, Failed> {
    let stop = AbortController::new().map_err(|_| Failed::Refused)?;
    let late = Rc::new(Cell::new(false));
    let watch = {
        let (stop, late) = (stop.clone(), late.clone());
        Timeout::new(PATIENCE_MS, move || {
            late.set(true);
            stop.abort();
        })
    };
    let found = read(address, most, &stop).await;
    watch.cancel();
    found.map_err(|failed| if late.get() { Failed::TooSlow } else { failed })
}

async fn read(address: &str, most: usize, stop: &AbortController) -> Result<Vec<u8>, Failed> {
    let response = ask(address, stop).await.map_err(|_| Failed::Refused)?;
    if !response.ok() {
        return Err(Failed::Status(response.status()));
    }
    let Some(body) = response.body() else {
        return Ok(Vec::new());
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while let Some(piece) = next(&reader).await.map_err(|_| Failed::Refused)? {
        bytes.extend(piece.to_vec());
        if bytes.len() > most {
            stop.abort();
            return Err(Failed::TooLarge);
        }
    }
    Ok(bytes)
}

async fn ask(address: &str, stop: &AbortController) -> Result<Response, JsValue> {
    let how = RequestInit::new();
    how.set_credentials(RequestCredentials::Omit);
    how.set_referrer_policy(ReferrerPolicy::NoReferrer);
    how.set_signal(Some(&stop.signal()));
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(address, &how)).await?;
    Ok(answer.unchecked_into())
}

/// The next bytes; none at the end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let piece = JsFuture::from(reader.read()).await?;
    let is_done = Reflect::get(&piece, &"done".into())?.is_truthy();
    let value = Reflect::get(&piece, &"value".into())?;
    Ok((!is_done).then(|| value.unchecked_into()))
}
