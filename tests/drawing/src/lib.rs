//! The page's painter alone on a canvas, with any number of dots that all move in every frame: `cargo xtask bench`.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use view::flight::Place;
use view::scene::{Glyph, Spot, Sprite};
use wasm_bindgen::prelude::wasm_bindgen;
use web::canvas::wiring::{Measured, Rect};
use web::canvas::{Painter, Wiring};
use web_sys::HtmlCanvasElement;

const OFFICES: u16 = 4;
const INSTANCES: u32 = 8;
/// How far a dot goes in a frame, as a share of its wire: it crosses in 400 ms at 60 frames per second.
const STEP: f32 = 1.0 / 24.0;
/// Spreads dots over a wire evenly, whatever their number: the fractional part of the golden ratio.
const SPREAD: f32 = 0.618_034;
/// Answers of all kinds, as on the page.
const GLYPHS: [Glyph; 4] = [Glyph::Going, Glyph::Served, Glyph::Slow, Glyph::Failed];

/// Dots on the wires between four offices and eight instances, over the whole canvas.
#[wasm_bindgen]
pub struct Dots {
    painter: Painter,
    sprites: Vec<Sprite>,
}

#[wasm_bindgen]
impl Dots {
    /// `count` dots on a canvas of `width` by `height` CSS pixels.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: &HtmlCanvasElement, width: f32, height: f32, count: u32) -> Self {
        let mut painter = Painter::default();
        painter.mount(canvas);
        painter.lay_out(width.into(), height.into(), Rc::new(wiring(width, height)));
        let sprites = (0..count)
            .zip(links().cycle())
            .map(|(index, link)| sprite(index, link))
            .collect();
        Self { painter, sprites }
    }

    /// Moves every dot and paints.
    pub fn frame(&mut self) {
        self.sprites.iter_mut().for_each(go_on);
        self.painter.paint(&self.sprites);
    }
}

fn links() -> impl Iterator<Item = (Place, Place)> + Clone {
    (0..OFFICES).flat_map(|office| (0..INSTANCES).map(move |to| (Place::Office(office), Place::Instance(to))))
}

/// Offices at the left, instances at the right, so that the wires fill the canvas.
fn wiring(width: f32, height: f32) -> Wiring {
    let column = |x: f32, index: f32, count: f32| Rect {
        x,
        y: height * index / count,
        width: width / 16.0,
        height: height / count - 8.0,
    };
    let offices = (0..OFFICES).map(|at| (Place::Office(at), column(0.0, at.into(), OFFICES.into())));
    let right = width - width / 16.0;
    let instances =
        (0..INSTANCES).map(|at| (Place::Instance(at), column(right, at as f32, INSTANCES as f32)));
    let measured = Measured {
        places: offices.chain(instances).collect(),
        ..Measured::default()
    };
    Wiring::lay(&measured, links())
}

fn sprite(index: u32, (near, far): (Place, Place)) -> Sprite {
    let along = (index as f32 * SPREAD).fract();
    let spot = Spot::Wire {
        near,
        far,
        along,
        outward: index.is_multiple_of(2),
    };
    Sprite {
        spot,
        glyph: GLYPHS[index as usize % GLYPHS.len()],
        ringed: false,
        request: Some(index.into()),
    }
}

fn go_on(sprite: &mut Sprite) {
    if let Spot::Wire { along, .. } = &mut sprite.spot {
        *along = (*along + STEP).fract();
    }
}
