//! Tells `crash.js`, outside this program, what is needed to replay the run if the program breaks.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A new run begins.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn begin(seed: &str, place: &str);

    /// A command was submitted.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn note(line: &str);

    /// The model stands at this time.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn at(now: &str);
}
