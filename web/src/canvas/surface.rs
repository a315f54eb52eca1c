//! The buffer of pixels that dots are stamped into.

use super::stamp::{Pixel, Stamp};
use super::tiles::{Bounds, Tiles};

/// Pixels of the whole canvas, and which part of them was touched.
#[derive(Debug, Default)]
pub struct Surface {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
    /// Touched since it was last wiped.
    inked: Tiles,
    /// Differs from what the canvas shows.
    stale: Tiles,
}

impl Surface {
    /// Makes it `width` by `height` clear pixels.
    pub fn resize(&mut self, width: usize, height: usize) {
        *self = Self {
            width,
            height,
            pixels: vec![[0; 4]; width * height],
            inked: Tiles::over(width, height),
            stale: Tiles::over(width, height),
        };
    }

    /// Clears what was stamped.
    pub fn wipe(&mut self) {
        self.stale.add(&self.inked);
        let (pixels, width) = (&mut self.pixels, self.width);
        self.inked.take(|part| {
            for row in pixels.chunks_exact_mut(width).take(part.bottom).skip(part.top) {
                row[part.left..part.right].as_flattened_mut().fill(0);
            }
        });
    }

    /// Stamps a picture with its upper left pixel at (`left`, `top`). Where pictures overlap the more opaque pixel stays:
    /// the shapes have hard insides and thin soft edges, so that nothing needs to be blended.
    pub fn stamp(&mut self, stamp: &Stamp, left: i32, top: i32) {
        let Some(clip) = self.clip(stamp.side, left, top) else {
            return;
        };
        // What of the stamp lies on the surface, in the stamp's own rows and columns.
        let column = |edge: usize| (edge as i32 - left) as usize;
        let (first, last) = (column(clip.left), column(clip.right));
        for y in clip.top..clip.bottom {
            let row = (y as i32 - top) as usize;
            let inked = &stamp.inked[row];
            let (from, to) = (inked.start.max(first), inked.end.min(last));
            if from < to {
                let start = y * self.width + (left + from as i32) as usize;
                let ink = &stamp.pixels[row * stamp.side + from..row * stamp.side + to];
                lay(&mut self.pixels[start..start + ink.len()], ink);
            }
        }
        self.inked.touch(clip);
        self.stale.touch(clip);
    }

    fn clip(&self, side: usize, left: i32, top: i32) -> Option<Bounds> {
        let within = |place: i32, most: usize| place.clamp(0, most as i32) as usize;
        let clip = Bounds {
            left: within(left, self.width),
            top: within(top, self.height),
            right: within(left + side as i32, self.width),
            bottom: within(top + side as i32, self.height),
        };
        (!clip.is_empty()).then_some(clip)
    }

    /// Gives every part that the canvas does not show yet, from now on taken as shown.
    pub fn take_stale(&mut self, mut show: impl FnMut(Bounds, &[u8])) {
        let bytes = self.pixels.as_flattened();
        self.stale.take(|part| show(part, bytes));
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }
}

/// Lays a run of ink: the more opaque pixel stays. Without a branch, since at soft edges none could be foreseen; a clear
/// pixel of ink is all zeros and does no harm.
fn lay(line: &mut [Pixel], ink: &[Pixel]) {
    let opacity = |pixel: Pixel| u32::from_le_bytes(pixel) >> 24;
    for (pixel, ink) in line.iter_mut().zip(ink) {
        *pixel = if opacity(*ink) >= opacity(*pixel) {
            *ink
        } else {
            *pixel
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(side: usize, opacity: u8) -> Stamp {
        Stamp::of(side, vec![[1, 2, 3, opacity]; side * side])
    }

    fn inked(surface: &Surface) -> usize {
        surface
            .pixels
            .as_flattened()
            .chunks_exact(4)
            .filter(|pixel| pixel[3] > 0)
            .count()
    }

    fn stale(surface: &mut Surface) -> usize {
        let mut parts = 0;
        surface.take_stale(|_, _| parts += 1);
        parts
    }

    #[test]
    fn stamps_are_cut_at_the_edges() {
        let mut surface = Surface::default();
        surface.resize(10, 8);
        surface.stamp(&block(4, 255), -2, -3);
        surface.stamp(&block(4, 255), 8, 7);
        surface.stamp(&block(4, 255), 40, 40);
        assert_eq!(inked(&surface), 2 + 2);
    }

    #[test]
    fn wiping_clears_all_and_marks_it_stale() {
        let mut surface = Surface::default();
        surface.resize(10, 8);
        surface.stamp(&block(2, 255), 3, 3);
        assert_eq!(stale(&mut surface), 1);
        surface.wipe();
        assert_eq!(inked(&surface), 0);
        assert_eq!(stale(&mut surface), 1, "what was there is to be seen no longer");
        surface.wipe();
        assert_eq!(stale(&mut surface), 0, "nothing moved, nothing to show");
    }

    #[test]
    fn soft_edges_do_not_eat_hard_insides() {
        let mut surface = Surface::default();
        surface.resize(4, 4);
        surface.stamp(&block(2, 255), 0, 0);
        surface.stamp(&block(2, 40), 1, 0);
        assert_eq!(surface.pixels[1][3], 255);
        assert_eq!(surface.pixels[2][3], 40);
    }
}
