//! The shapes of a curve's drawing, in a box of 1000 by 100 with the time to the right and numbers upwards.

use std::fmt::Write;

use crate::curve::Curve;

/// How wide the box is.
pub const WIDTH: f64 = 1_000.0;
/// How high.
pub const HEIGHT: f64 = 100.0;

/// A place in the box.
fn place(curve: &Curve, share: f64, value: f64) -> (f64, f64) {
    (share * WIDTH, HEIGHT - curve.height(value) * HEIGHT)
}

/// Where the points stand that were set: their index and place.
pub fn points(curve: &Curve) -> Vec<(usize, (f64, f64))> {
    let set = curve.drawn.iter().enumerate();
    set.filter_map(|(index, value)| Some((index, place(curve, curve.share_at(index), (*value)?))))
        .collect()
}

/// The drawn line; broken where points are missing.
pub fn drawn(curve: &Curve) -> String {
    let places = curve.drawn.iter().enumerate();
    let places = places.map(|(index, value)| value.map(|value| place(curve, curve.share_at(index), value)));
    broken(places)
}

/// The measured line.
pub fn measured(curve: &Curve) -> String {
    broken(
        curve
            .measured
            .iter()
            .map(|&(share, value)| Some(place(curve, share, value))),
    )
}

/// What lies between the two lines; empty until both are there.
pub fn gap(curve: &Curve) -> String {
    if !curve.is_whole() || curve.measured.len() < 2 {
        return String::new();
    }
    let reach = curve.measured.last().map_or(0.0, |(share, _)| *share);
    let there = curve
        .measured
        .iter()
        .map(|&(share, value)| place(curve, share, value));
    let mut back: Vec<(f64, f64)> = points(curve)
        .into_iter()
        .map(|(_, place)| place)
        .filter(|(x, _)| *x <= reach * WIDTH)
        .collect();
    if let Some(value) = curve.drawn_at(reach) {
        back.push(place(curve, reach, value));
    }
    let around: Vec<(f64, f64)> = there.chain(back.into_iter().rev()).collect();
    let mut path = broken(around.into_iter().map(Some));
    path.push('Z');
    path
}

fn broken(places: impl Iterator<Item = Option<(f64, f64)>>) -> String {
    let mut path = String::new();
    let mut goes_on = false;
    for place in places {
        let Some((x, y)) = place else {
            goes_on = false;
            continue;
        };
        // Writing to a string cannot fail.
        let _ = write!(path, "{}{x:.1} {y:.1}", if goes_on { 'L' } else { 'M' });
        goes_on = true;
    }
    path
}

#[cfg(test)]
mod tests {
    use des::SimDuration;

    use super::*;
    use crate::curve::Unit;

    fn curve(drawn: &[Option<f64>], measured: &[(f64, f64)]) -> Curve {
        Curve {
            id: "c".into(),
            prompt: "".into(),
            unit: Unit::Share,
            length: SimDuration::from_secs(60),
            range: (0.0, 1.0),
            drawn: drawn.into(),
            measured: measured.into(),
            fixed: false,
        }
    }

    #[test]
    fn a_missing_point_breaks_the_line() {
        let line = drawn(&curve(&[Some(0.0), None, Some(1.0)], &[]));
        assert_eq!(line, "M0.0 100.0M1000.0 0.0");
    }

    #[test]
    fn the_gap_reaches_as_far_as_was_measured() {
        let both = curve(&[Some(1.0), Some(1.0), Some(1.0)], &[(0.0, 0.5), (0.5, 0.0)]);
        assert_eq!(gap(&both), "M0.0 50.0L500.0 100.0L500.0 0.0L500.0 0.0L0.0 0.0Z");
        assert_eq!(gap(&curve(&[Some(1.0), None], &[(0.0, 0.5), (0.5, 0.0)])), "");
    }
}
