//! Which parts of a surface were touched: a mark for each tile, so that what lies between the wires is neither cleared nor
//! shown again.

/// Side of a tile in pixels: a wire with its dots is a few tiles wide, and a frame shows a few dozen runs of them.
const SIDE: usize = 32;
/// Most tiles in a row; what lies further right shares the last mark.
const COLUMNS: usize = 128;

/// A box of pixels.
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

impl Bounds {
    /// True if it holds no pixel.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }
}

/// Marks over a surface.
#[derive(Debug, Default)]
pub struct Tiles {
    width: usize,
    height: usize,
    rows: Vec<u128>,
}

impl Tiles {
    /// None of a surface of `width` by `height` pixels.
    #[must_use]
    pub fn over(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            rows: vec![0; height.div_ceil(SIDE)],
        }
    }

    /// Marks what a box lies on, which must hold a pixel and lie on the surface.
    pub fn touch(&mut self, part: Bounds) {
        let (first, last) = (column(part.left), column(part.right - 1));
        let marks = (u128::MAX << first) & (u128::MAX >> (COLUMNS - 1 - last));
        for row in &mut self.rows[part.top / SIDE..=(part.bottom - 1) / SIDE] {
            *row |= marks;
        }
    }

    /// Marks what the other has marked.
    pub fn add(&mut self, other: &Self) {
        for (row, more) in self.rows.iter_mut().zip(&other.rows) {
            *row |= more;
        }
    }

    /// Gives every run of marked tiles and takes its marks away.
    pub fn take(&mut self, mut run: impl FnMut(Bounds)) {
        let (width, height) = (self.width, self.height);
        for (place, marks) in self.rows.iter_mut().enumerate() {
            let (top, bottom) = (place * SIDE, height.min((place + 1) * SIDE));
            let mut marks = std::mem::take(marks);
            while marks != 0 {
                let first = marks.trailing_zeros() as usize;
                let end = first + (!(marks >> first)).trailing_zeros() as usize;
                let right = if end == COLUMNS { width } else { width.min(end * SIDE) };
                run(Bounds {
                    left: first * SIDE,
                    top,
                    right,
                    bottom,
                });
                marks &= u128::MAX.checked_shl(end as u32).unwrap_or(0);
            }
        }
    }
}

fn column(x: usize) -> usize {
    (x / SIDE).min(COLUMNS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(left: usize, top: usize, right: usize, bottom: usize) -> Bounds {
        Bounds {
            left,
            top,
            right,
            bottom,
        }
    }

    fn taken(tiles: &mut Tiles) -> Vec<Bounds> {
        let mut runs = Vec::new();
        tiles.take(|run| runs.push(run));
        runs
    }

    #[test]
    fn neighbours_are_one_run_and_others_are_not() {
        let mut tiles = Tiles::over(200, 70);
        tiles.touch(bounds(5, 5, 10, 10));
        tiles.touch(bounds(30, 5, 40, 10));
        tiles.touch(bounds(150, 60, 200, 70));
        assert_eq!(
            taken(&mut tiles),
            [
                bounds(0, 0, 64, 32),
                bounds(128, 32, 200, 64),
                bounds(128, 64, 200, 70)
            ]
        );
        assert_eq!(taken(&mut tiles), []);
    }

    #[test]
    fn whatever_is_touched_lies_in_a_run() {
        let mut tiles = Tiles::over(5_000, 40);
        for part in [bounds(4_999, 39, 5_000, 40), bounds(4_064, 0, 4_100, 1)] {
            tiles.touch(part);
            let runs = taken(&mut tiles);
            assert!(
                runs.iter().any(|run| run.left <= part.left
                    && run.right >= part.right
                    && run.top <= part.top
                    && run.bottom >= part.bottom),
                "{runs:?}"
            );
        }
    }
}
