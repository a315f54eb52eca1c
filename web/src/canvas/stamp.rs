//! The shapes of dots as small pictures, drawn once for each theme and each screen.

use std::ops::Range;

use view::scene::Glyph;

/// A pixel: red, green, blue, opacity.
pub type Pixel = [u8; 4];

/// The colours of dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colours {
    /// On its way, and served.
    pub served: Pixel,
    /// Slow.
    pub slow: Pixel,
    /// Failed.
    pub failed: Pixel,
    /// Waiting.
    pub waiting: Pixel,
    /// The learner's own.
    pub own: Pixel,
    /// What lies inside rings and around crosses.
    pub ground: Pixel,
}

/// A small square picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// Its side, in pixels.
    pub side: usize,
    /// Row by row.
    pub pixels: Vec<Pixel>,
    /// The columns of each row that hold ink: most of a stamp is clear.
    pub inked: Vec<Range<usize>>,
}

impl Stamp {
    /// A square picture of `side` by `side` pixels.
    #[must_use]
    pub fn of(side: usize, pixels: Vec<Pixel>) -> Self {
        let inked = pixels.chunks_exact(side).map(inked).collect();
        Self { side, pixels, inked }
    }
}

/// From the first pixel of a row that is not clear to behind the last.
fn inked(row: &[Pixel]) -> Range<usize> {
    let has_ink = |pixel: &Pixel| pixel[3] > 0;
    let end = row.iter().rposition(has_ink).map_or(0, |last| last + 1);
    row.iter().position(has_ink).unwrap_or(0)..end
}

/// Every shape at every place within a pixel.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamps {
    side: usize,
    stamps: Vec<Stamp>,
}

/// Places within a pixel that a dot can have, along each axis: slow dots glide.
const PHASES: usize = 4;
/// Looks into each pixel along each axis.
const LOOKS: usize = 4;
const GLYPHS: [Glyph; 5] = [
    Glyph::Going,
    Glyph::Served,
    Glyph::Slow,
    Glyph::Failed,
    Glyph::Waiting,
];

impl Stamps {
    /// Draws all shapes with dots of `radius` CSS pixels, at `scale` screen pixels a CSS pixel.
    #[must_use]
    pub fn draw(colours: &Colours, radius: f32, scale: f32) -> Self {
        let side = ((radius + 5.5) * 2.0 * scale).ceil() as usize + 1;
        let mut stamps = Vec::with_capacity(GLYPHS.len() * 2 * PHASES * PHASES);
        for glyph in GLYPHS {
            for own in [false, true] {
                let shape = Shape {
                    glyph,
                    own,
                    radius,
                    colours,
                };
                let phases = (0..PHASES * PHASES).map(|phase| (phase % PHASES, phase / PHASES));
                stamps.extend(
                    phases.map(|(x, y)| stamp(&shape, side, scale, centre(side, x), centre(side, y))),
                );
            }
        }
        Self { side, stamps }
    }

    /// The picture of a shape whose middle is at (`x`, `y`) screen pixels, and where its upper left pixel goes.
    #[must_use]
    pub fn of(&self, glyph: Glyph, own: bool, x: f32, y: f32) -> (&Stamp, i32, i32) {
        let ((x, x_phase), (y, y_phase)) = (split(x), split(y));
        let kind = GLYPHS.iter().position(|&known| known == glyph).unwrap_or(0) * 2 + usize::from(own);
        let half = (self.side / 2) as i32;
        (
            &self.stamps[kind * PHASES * PHASES + y_phase * PHASES + x_phase],
            x - half,
            y - half,
        )
    }
}

/// The whole pixel and the place within it.
fn split(place: f32) -> (i32, usize) {
    let whole = place.floor();
    (whole as i32, ((place - whole) * PHASES as f32) as usize % PHASES)
}

fn centre(side: usize, phase: usize) -> f32 {
    (side / 2) as f32 + (phase as f32 + 0.5) / PHASES as f32
}

fn stamp(shape: &Shape, side: usize, scale: f32, x: f32, y: f32) -> Stamp {
    let look = |pixel: usize, part: usize| pixel as f32 + (part as f32 + 0.5) / LOOKS as f32;
    let pixel = |index: usize| {
        let looks = (0..LOOKS * LOOKS).map(|part| {
            let dx = look(index % side, part % LOOKS) - x;
            let dy = look(index / side, part / LOOKS) - y;
            shape.colour_at(dx / scale, dy / scale)
        });
        mix(looks)
    };
    Stamp::of(side, (0..side * side).map(pixel).collect())
}

/// The mean of what was seen in one pixel.
fn mix(looks: impl Iterator<Item = Option<Pixel>>) -> Pixel {
    let (mut sum, mut seen) = ([0u32; 3], 0u32);
    for pixel in looks.flatten() {
        seen += 1;
        for (sum, part) in sum.iter_mut().zip(pixel) {
            *sum += u32::from(part);
        }
    }
    let part = |sum: u32| (sum / seen.max(1)) as u8;
    let opacity = seen * 255 / (LOOKS * LOOKS) as u32;
    [part(sum[0]), part(sum[1]), part(sum[2]), opacity as u8]
}

struct Shape<'a> {
    glyph: Glyph,
    own: bool,
    radius: f32,
    colours: &'a Colours,
}

impl Shape<'_> {
    /// The colour at a place, in CSS pixels from the middle.
    fn colour_at(&self, x: f32, y: f32) -> Option<Pixel> {
        let distance = (x * x + y * y).sqrt();
        if self.own && (distance - self.radius - 3.2).abs() < 0.8 {
            return Some(self.colours.own);
        }
        self.body_at(x, y, distance)
    }

    fn body_at(&self, x: f32, y: f32, distance: f32) -> Option<Pixel> {
        let colours = self.colours;
        let plain = |colour| if self.own { colours.own } else { colour };
        let r = self.radius;
        match self.glyph {
            Glyph::Going if distance < r * 0.8 - 1.0 => {
                Some(if self.own { colours.own } else { colours.ground })
            }
            Glyph::Going => (distance < r * 0.8 + 1.0).then(|| plain(colours.served)),
            Glyph::Served => (distance < r).then(|| plain(colours.served)),
            Glyph::Slow => diamond(x, y, r * 1.35, colours.ground, plain(colours.slow)),
            Glyph::Failed => cross(x, y, r * 1.05, colours),
            Glyph::Waiting => {
                let off = (distance - r * 0.85).abs();
                let halo = (off < 1.9).then_some(colours.ground);
                (off < 1.0).then(|| plain(colours.waiting)).or(halo)
            }
        }
    }
}

fn diamond(x: f32, y: f32, reach: f32, edge: Pixel, fill: Pixel) -> Option<Pixel> {
    let distance = x.abs() + y.abs();
    if distance < reach {
        Some(fill)
    } else {
        (distance < reach + 1.2).then_some(edge)
    }
}

/// A cross with a halo, so that it stands out from dots and dark ground.
fn cross(x: f32, y: f32, reach: f32, colours: &Colours) -> Option<Pixel> {
    let (x, y) = (x.abs(), y.abs());
    // Folded into one quarter, both arms are the diagonal; beyond its end the distance is to the end.
    let along = f32::midpoint(x, y).min(reach);
    let distance = ((x - along) * (x - along) + (y - along) * (y - along)).sqrt();
    if distance < 1.3 {
        Some(colours.failed)
    } else {
        (distance < 2.6).then_some(colours.ground)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: Colours = Colours {
        served: [0, 0, 255, 255],
        slow: [200, 100, 0, 255],
        failed: [255, 0, 0, 255],
        waiting: [60, 60, 60, 255],
        own: [128, 0, 128, 255],
        ground: [255, 255, 255, 255],
    };

    fn middle(glyph: Glyph, own: bool) -> Pixel {
        let stamps = Stamps::draw(&COLOURS, 4.0, 2.0);
        let (stamp, left, top) = stamps.of(glyph, own, 50.0, 50.0);
        stamp.pixels[(50 - top) as usize * stamp.side + (50 - left) as usize]
    }

    #[test]
    fn shapes_differ_in_more_than_colour() {
        assert_eq!(middle(Glyph::Served, false), COLOURS.served, "filled");
        assert_eq!(middle(Glyph::Going, false), COLOURS.ground, "a ring");
        assert_eq!(middle(Glyph::Waiting, false)[3], 0, "an open ring");
        assert_eq!(middle(Glyph::Failed, false), COLOURS.failed);
        assert_eq!(middle(Glyph::Going, true), COLOURS.own);
    }

    #[test]
    fn a_shape_fits_its_stamp() {
        let stamps = Stamps::draw(&COLOURS, 4.0, 1.0);
        for stamp in &stamps.stamps {
            let edge = |index: &usize| index.is_multiple_of(stamp.side) || *index < stamp.side;
            let touches = (0..stamp.pixels.len())
                .filter(edge)
                .any(|index| stamp.pixels[index][3] > 0);
            assert!(!touches);
        }
    }

    #[test]
    fn a_row_is_inked_from_its_first_to_its_last_pixel() {
        let (ink, clear) = ([0, 0, 0, 9], [9, 9, 9, 0]);
        let stamp = Stamp::of(3, vec![clear, ink, clear, ink, clear, ink, clear, clear, clear]);
        assert_eq!(stamp.inked, [1..2, 0..3, 0..0]);
    }

    #[test]
    fn places_within_a_pixel_are_told_apart() {
        assert_eq!((split(3.0), split(3.3), split(-0.25)), ((3, 0), (3, 1), (-1, 3)));
    }
}
