//! Tells `crash.js`, outside this program, what is needed to replay the run if the program breaks.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A new run begins, in a Region; the browser keeps it under a name, or does not if that is empty.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn begin(seed: &str, region: &str, kept: &str);

    /// A command was submitted.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn note(line: &str);

    /// The model stands at this time.
    #[wasm_bindgen(js_namespace = fleetlab)]
    pub fn at(now: &str);
}
