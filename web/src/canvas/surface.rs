//! The buffer of pixels that dots are stamped into.

use super::stamp::{Pixel, Stamp};

/// Pixels of the whole canvas, and which part of them was touched.
#[derive(Debug, Default)]
pub struct Surface {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
    /// Touched since it was last wiped.
    inked: Bounds,
    /// Differs from what the canvas shows.
    stale: Bounds,
}

/// A box of pixels; empty if its end is not beyond its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Left edge, included.
    pub left: usize,
    /// Upper edge, included.
    pub top: usize,
    /// Right edge, excluded.
    pub right: usize,
    /// Lower edge, excluded.
    pub bottom: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            left: usize::MAX,
            top: usize::MAX,
            right: 0,
            bottom: 0,
        }
    }
}

impl Bounds {
    /// The least box that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// True if it holds no pixel.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }
}

impl Surface {
    /// Makes it `width` by `height` clear pixels.
    pub fn resize(&mut self, width: usize, height: usize) {
        *self = Self {
            width,
            height,
            pixels: vec![[0; 4]; width * height],
            ..Self::default()
        };
    }

    /// Clears what was stamped.
    pub fn wipe(&mut self) {
        let inked = std::mem::take(&mut self.inked);
        if inked.is_empty() {
            return;
        }
        for row in self
            .pixels
            .chunks_exact_mut(self.width)
            .take(inked.bottom)
            .skip(inked.top)
        {
            row[inked.left..inked.right].as_flattened_mut().fill(0);
        }
        self.stale = self.stale.with(inked);
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
        self.inked = self.inked.with(clip);
        self.stale = self.stale.with(clip);
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

    /// The part that the canvas does not show yet, from now on taken as shown.
    pub fn take_stale(&mut self) -> Option<Bounds> {
        let stale = std::mem::take(&mut self.stale);
        (!stale.is_empty()).then_some(stale)
    }

    /// All bytes, row by row.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.pixels.as_flattened()
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
            .bytes()
            .chunks_exact(4)
            .filter(|pixel| pixel[3] > 0)
            .count()
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
        assert!(surface.take_stale().is_some());
        surface.wipe();
        assert_eq!(inked(&surface), 0);
        assert_eq!(
            surface.take_stale(),
            Some(Bounds {
                left: 3,
                top: 3,
                right: 5,
                bottom: 5
            })
        );
        surface.wipe();
        assert_eq!(surface.take_stale(), None, "nothing moved, nothing to show");
    }

    #[test]
    fn soft_edges_do_not_eat_hard_insides() {
        let mut surface = Surface::default();
        surface.resize(4, 4);
        surface.stamp(&block(2, 255), 0, 0);
        surface.stamp(&block(2, 40), 1, 0);
        assert_eq!(surface.bytes()[4 + 3], 255);
        assert_eq!(surface.bytes()[8 + 3], 40);
    }
}
