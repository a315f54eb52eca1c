//! Hands a text or a picture over as a file.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The media type of JSON.
pub const JSON: &str = "application/json";

/// Saves a text under a name, as far as the browser lets us.
pub fn save(name: &str, text: &str, media_type: &str) {
    let address = format!(
        "data:{media_type};charset=utf-8,{}",
        js_sys::encode_uri_component(text)
    );
    save_address(name, &address);
}

/// Saves what an address holds.
pub fn save_address(name: &str, address: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(Ok(link)) = document.map(|document| document.create_element("a")) else {
        return;
    };
    let named = link
        .set_attribute("download", name)
        .and_then(|()| link.set_attribute("href", address));
    if let (Ok(()), Some(link)) = (named, link.dyn_ref::<HtmlElement>()) {
        link.click();
    }
}
