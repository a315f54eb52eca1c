//! Files that stand beside the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

use crate::text::player_text as words;

/// The text of a file, by its address relative to the page.
///
/// # Errors
/// Why there is none, in a sentence.
pub(crate) async fn text(address: &str) -> Result<String, String> {
    fetch(address).await.map_err(|error| match error {
        Failed::Status(status) => (words().error.status)(status),
        Failed::Network => words().error.no_network.to_owned(),
    })
}

/// Hands a text over as a file, as far as the browser lets us.
pub(crate) fn save(name: &str, text: &str) {
    let address = format!("data:text/plain;charset=utf-8,{}", percent_encoded(text));
    let document = web_sys::window().and_then(|window| window.document());
    let Some(Ok(link)) = document.map(|document| document.create_element("a")) else {
        return;
    };
    let named = link
        .set_attribute("download", name)
        .and_then(|()| link.set_attribute("href", &address));
    if let (Ok(()), Some(link)) = (named, link.dyn_ref::<HtmlElement>()) {
        link.click();
    }
}

/// A text as it stands in an address.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => encoded.push(byte.into()),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

enum Failed {
    Status(u16),
    Network,
}

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Self::Network
    }
}

async fn fetch(address: &str) -> Result<String, Failed> {
    let window = web_sys::window().ok_or(Failed::Network)?;
    let response: Response = JsFuture::from(window.fetch_with_str(address))
        .await?
        .unchecked_into();
    if !response.ok() {
        return Err(Failed::Status(response.status()));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(Failed::Network)
}
