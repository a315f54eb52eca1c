//! Puts what the scene says onto the canvas.

use std::rc::Rc;

use view::flight::Place;
use view::scene::{Spot, Sprite};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};

use super::route::{Point, at};
use super::stamp::Stamps;
use super::surface::{Bounds, Surface};
use super::wiring::Room;
use super::{Wiring, palette};

/// Half the distance between the tracks there and back, in CSS pixels.
const TRACK: f32 = 4.0;
/// The most pixels a buffer holds; larger screens get coarser dots.
const MOST_PIXELS: f64 = 9e6;
/// How far from a dot somebody may point who means it, in CSS pixels: a fingertip is wider than a dot.
const REACH: f32 = 16.0;
/// Radius of dots, in CSS pixels, on wide stages and on phones.
const RADIUS: (f32, f32) = (4.0, 3.2);

/// The canvas of one stage.
#[derive(Default)]
pub struct Painter {
    canvas: Option<CanvasRenderingContext2d>,
    surface: Surface,
    stamps: Option<Stamps>,
    wiring: Rc<Wiring>,
    scale: f32,
}

impl Painter {
    /// Takes a canvas to paint on.
    pub fn mount(&mut self, canvas: &HtmlCanvasElement) {
        let context = canvas.get_context("2d").ok().flatten();
        self.canvas = context.and_then(|context| context.dyn_into().ok());
        self.stamps = None;
    }

    /// Lets go of the canvas.
    pub fn unmount(&mut self) {
        *self = Self::default();
    }

    /// Takes over a new layout of `width` by `height` CSS pixels; true if the canvas has a new size and is blank.
    pub fn lay_out(&mut self, width: f64, height: f64, wiring: Rc<Wiring>) -> bool {
        self.wiring = wiring;
        let Some(canvas) = self.canvas.as_ref().and_then(CanvasRenderingContext2d::canvas) else {
            return false;
        };
        let scale = screen_scale(width, height);
        let size = ((width * scale).round() as u32, (height * scale).round() as u32);
        if self.surface.size() == (size.0 as usize, size.1 as usize) {
            return false;
        }
        canvas.set_width(size.0);
        canvas.set_height(size.1);
        self.surface.resize(size.0 as usize, size.1 as usize);
        self.scale = scale as f32;
        self.stamps = None;
        true
    }

    /// Reads the colours again, as after a change of theme.
    pub fn restyle(&mut self) {
        self.stamps = None;
    }

    /// Paints one moment.
    pub fn paint(&mut self, sprites: &[Sprite]) {
        self.surface.wipe();
        self.draw_stamps();
        if let Some(stamps) = &self.stamps {
            for sprite in sprites {
                if let Some(point) = place(&self.wiring, sprite.spot) {
                    let (stamp, left, top) = stamps.of(
                        sprite.glyph,
                        sprite.ringed,
                        point.x * self.scale,
                        point.y * self.scale,
                    );
                    self.surface.stamp(stamp, left, top);
                }
            }
        }
        self.show();
    }

    /// The one of `sprites` that is nearest to a point of the stage, if one is near enough to be meant.
    #[must_use]
    pub fn nearest<'s>(&self, sprites: &'s [Sprite], point: Point) -> Option<&'s Sprite> {
        let mut nearest = None;
        let mut least = REACH * REACH;
        for sprite in sprites {
            let Some(at) = place(&self.wiring, sprite.spot) else {
                continue;
            };
            let (dx, dy) = (at.x - point.x, at.y - point.y);
            let away = dx * dx + dy * dy;
            if away <= least {
                (nearest, least) = (Some(sprite), away);
            }
        }
        nearest
    }

    /// Clears the canvas.
    pub fn clear(&mut self) {
        self.surface.wipe();
        self.show();
    }

    fn draw_stamps(&mut self) {
        if self.stamps.is_some() || self.scale <= 0.0 {
            return;
        }
        let canvas = self.canvas.as_ref().and_then(CanvasRenderingContext2d::canvas);
        let colours = canvas.and_then(|canvas| palette::read(canvas.unchecked_ref::<Element>()));
        let radius = if self.wiring.is_upright() {
            RADIUS.1
        } else {
            RADIUS.0
        };
        self.stamps = colours.map(|colours| Stamps::draw(&colours, radius, self.scale));
    }

    fn show(&mut self) {
        let (Some(canvas), Some(stale)) = (&self.canvas, self.surface.take_stale()) else {
            return;
        };
        let (width, height) = self.surface.size();
        let image = ImageData::new_with_u8_clamped_array_and_sh(
            Clamped(self.surface.bytes()),
            width as u32,
            height as u32,
        );
        if let Ok(image) = image {
            put(canvas, &image, stale);
        }
    }
}

fn put(canvas: &CanvasRenderingContext2d, image: &ImageData, part: Bounds) {
    let (x, y) = (part.left as f64, part.top as f64);
    let (width, height) = ((part.right - part.left) as f64, (part.bottom - part.top) as f64);
    // Only a box outside of all numbers is refused, and this one lies on the canvas.
    let _ = canvas.put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
        image, 0.0, 0.0, x, y, width, height,
    );
}

fn screen_scale(width: f64, height: f64) -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let most = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
    ratio.max(1.0).min(most.min(2.0))
}

/// The place of a sprite on the stage, in CSS pixels.
fn place(wiring: &Wiring, spot: Spot) -> Option<Point> {
    match spot {
        Spot::Wire {
            near,
            far,
            along,
            outward,
        } => {
            let aside = if outward { -TRACK } else { TRACK };
            Some(wiring.wire(near, far)?.line.at(along, aside))
        }
        Spot::Row(place, order) => {
            let door = wiring.door(place)?;
            match room(wiring, place) {
                // Above its lane there is no room; the count beside the node tells of them.
                Room::Wide if wiring.is_upright() && matches!(place, Place::Node(_)) => None,
                Room::Wide => Some(row(door, order, wiring.is_upright())),
                Room::Narrow => beside(door, order, 1.0, wiring.is_upright()),
                Room::None => None,
            }
        }
        Spot::Heap(place, order) => {
            let door = wiring.door(place)?;
            match room(wiring, place) {
                Room::Wide => Some(heap(door, place, order, wiring.is_upright())),
                Room::Narrow => beside(door, order, -1.0, wiring.is_upright()),
                Room::None => (order == 0).then_some(door),
            }
        }
    }
}

/// The first of those who wait, or failed, close to a door: `side` is 1 below it and -1 above it, or left and right.
fn beside(door: Point, order: u8, side: f32, upright: bool) -> Option<Point> {
    let away = 18.0 + f32::from(order) * 11.0;
    let place = if upright {
        at(door.x - side * (away + 4.0), door.y)
    } else {
        at(door.x - 15.0, door.y + side * away)
    };
    (order < 2).then_some(place)
}

/// How much room there is at a place; only houses stand close together.
fn room(wiring: &Wiring, place: Place) -> Room {
    match place {
        Place::Instance(_) => wiring.room(),
        _ => Room::Wide,
    }
}

/// Those who wait stand in rows of six beside the door, below the wires.
fn row(door: Point, order: u8, upright: bool) -> Point {
    let (line, place) = (f32::from(order / 6) * 12.0, f32::from(order % 6) * 12.0);
    if upright {
        at(door.x + 14.0 + line, door.y + 24.0 + place)
    } else {
        at(door.x - 24.0 - place, door.y + 30.0 + line)
    }
}

/// Crosses lie before the door, in lines of four.
fn heap(door: Point, place: Place, order: u8, upright: bool) -> Point {
    let (line, place_in_line) = (f32::from(order / 4) * 12.0, f32::from(order % 4) * 12.0);
    match (place, upright) {
        (Place::Node(_), true) => at(door.x + 4.0 + place_in_line, door.y - 25.0),
        (_, true) => at(door.x + 24.0 + line, door.y - 16.0 - place_in_line),
        (Place::Office(_), false) => at(door.x + 24.0 + line, door.y - 18.0 + place_in_line),
        (_, false) => at(door.x - 24.0 - line, door.y - 18.0 + place_in_line),
    }
}
