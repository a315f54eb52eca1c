//! Lines over time, drawn into a box without labels of its own but its height.

use std::fmt::Write;

use yew::prelude::*;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    class: &'static str,
    fill: Fill,
    points: Vec<Option<(f64, f64)>>,
}

/// Whether the ground below a line is filled; only where it means a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Filled.
    Below,
    /// A line only.
    None,
}

impl Curve {
    /// A line through points given as shares of width and height; `None` is a gap.
    #[must_use]
    pub fn new(class: &'static str, fill: Fill, points: Vec<Option<(f64, f64)>>) -> Self {
        Self { class, fill, points }
    }
}

const WIDTH: f64 = 1_000.0;
const HEIGHT: f64 = 100.0;

/// A plot: its lines, what its upper edge means, the same in one sentence, and where now is in percent of the width.
pub fn plot(curves: &[Curve], top: &str, trend: String, now: f64) -> Html {
    html! {
        <div class="plot" role="img" aria-label={trend}>
            <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
                <path class="grid" d="M0 0H1000M0 50H1000M0 100H1000" />
                { for curves.iter().map(curve) }
            </svg>
            <span class="plot-top">{ top }</span>
            <span class="now" style={format!("left:{now:.2}%")} />
        </div>
    }
}

fn curve(curve: &Curve) -> Html {
    let line = path(&curve.points, false);
    html! {
        <>
            if curve.fill == Fill::Below { <path class={classes!("area", curve.class)} d={path(&curve.points, true)} /> }
            <path class={classes!("line", curve.class)} d={line} />
        </>
    }
}

/// The line, each unbroken piece of it closed along the ground if `closed`.
fn path(points: &[Option<(f64, f64)>], closed: bool) -> String {
    let mut path = String::new();
    for piece in points.split(Option::is_none) {
        let mut places = piece
            .iter()
            .flatten()
            .map(|&(x, y)| (x * WIDTH, HEIGHT - y.clamp(0.0, 1.0) * HEIGHT));
        let Some((first, level)) = places.next() else {
            continue;
        };
        let start = if closed { HEIGHT } else { level };
        // Writing to a string cannot fail.
        let _ = write!(path, "M{first:.1} {start:.1}L{first:.1} {level:.1}");
        let mut last = first;
        for (x, y) in places {
            let _ = write!(path, "L{x:.1} {y:.1}");
            last = x;
        }
        if closed {
            let _ = write!(path, "L{last:.1} {HEIGHT}Z");
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn missing_data_is_a_gap() {
        let points = [Some((0.0, 0.0)), Some((0.1, 1.0)), None, Some((0.5, 0.5))];
        assert_eq!(
            path(&points, false),
            "M0.0 100.0L0.0 100.0L100.0 0.0M500.0 50.0L500.0 50.0"
        );
    }

    #[test]
    fn areas_stand_on_the_ground() {
        assert_eq!(
            path(&[Some((0.0, 0.5)), Some((1.0, 0.5))], true),
            "M0.0 100.0L0.0 50.0L1000.0 50.0L1000.0 100Z"
        );
    }
}
