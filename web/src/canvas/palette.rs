//! The colours of the present theme, read from the style sheet: there is one list of colours, and it is there.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

use super::stamp::{Colours, Pixel};

/// The tokens of the colours, in the order of [`Colours`].
const TOKENS: [&str; 6] = ["--served", "--slow", "--fail", "--wait", "--you", "--card"];

/// Reads the colours of dots; none if the page has no style.
#[must_use]
pub fn read(root: &Element) -> Option<Colours> {
    let style = web_sys::window()?.get_computed_style(root).ok()??;
    let [served, slow, failed, waiting, own, ground] = pixels(&style)?;
    Some(Colours {
        served,
        slow,
        failed,
        waiting,
        own,
        ground,
    })
}

/// Paints one pixel of each colour and looks at them: a canvas understands every way to write a colour.
fn pixels(style: &CssStyleDeclaration) -> Option<[Pixel; TOKENS.len()]> {
    let canvas = strip()?;
    for (index, token) in TOKENS.iter().enumerate() {
        canvas.set_fill_style_str(style.get_property_value(token).ok()?.trim());
        canvas.fill_rect(index as f64, 0.0, 1.0, 1.0);
    }
    let seen = canvas
        .get_image_data(0.0, 0.0, TOKENS.len() as f64, 1.0)
        .ok()?
        .data();
    let (pixels, _) = seen.0.as_chunks();
    pixels.try_into().ok()
}

fn strip() -> Option<CanvasRenderingContext2d> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(TOKENS.len() as u32);
    canvas.set_height(1);
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
