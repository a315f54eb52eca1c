//! The colours of the present theme, read from the style sheet: there is one list of colours, and it is there.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element};

use super::stamp::{Colours, Pixel};

/// Reads the colours of dots; none if the page has no style.
pub fn read(root: &Element) -> Option<Colours> {
    let style = web_sys::window()?.get_computed_style(root).ok()??;
    let probe = probe()?;
    let colour = |name: &str| pixel(&probe, &style.get_property_value(name).ok()?);
    Some(Colours {
        served: colour("--served")?,
        slow: colour("--slow")?,
        failed: colour("--fail")?,
        waiting: colour("--wait")?,
        own: colour("--you")?,
        ground: colour("--card")?,
    })
}

/// A canvas of one pixel: painting a colour and looking at it understands every way to write one.
fn probe() -> Option<CanvasRenderingContext2d> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let canvas: web_sys::HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(1);
    canvas.set_height(1);
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn pixel(probe: &CanvasRenderingContext2d, colour: &str) -> Option<Pixel> {
    probe.set_fill_style_str(colour.trim());
    probe.fill_rect(0.0, 0.0, 1.0, 1.0);
    let seen = probe.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data();
    seen.0.as_slice().try_into().ok()
}
