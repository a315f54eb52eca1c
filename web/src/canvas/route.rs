//! The way of a wire: drawn once as an SVG path, sampled once for the dots.

use std::fmt::Write;

/// A point of the stage, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// Shorthand for a point.
pub const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A line of cubic curves.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    start: Point,
    curves: Vec<[Point; 3]>,
    /// Where it dives under something, as the place of the curve that is not drawn.
    dive: Option<usize>,
}

impl Route {
    /// A way that begins at `start` and goes nowhere yet.
    #[must_use]
    pub fn from(start: Point) -> Self {
        Self {
            start,
            curves: Vec::new(),
            dive: None,
        }
    }

    /// Goes on to `end` by a cubic curve with two handles.
    pub fn curve(mut self, first: Point, second: Point, end: Point) -> Self {
        self.curves.push([first, second, end]);
        self
    }

    /// Goes on to `end`, leaving and arriving level.
    pub fn sway(self, end: Point) -> Self {
        let from = self.end();
        let middle = f32::midpoint(from.x, end.x);
        self.curve(at(middle, from.y), at(middle, end.y), end)
    }

    /// Goes on to `end`, leaving and arriving upright.
    pub fn drop(self, end: Point) -> Self {
        let from = self.end();
        let middle = f32::midpoint(from.y, end.y);
        self.curve(at(from.x, middle), at(end.x, middle), end)
    }

    /// Goes on to `end` under something that stands between: it is not drawn, and takes no time.
    pub fn dive(mut self, end: Point) -> Self {
        self.dive = Some(self.curves.len());
        self.line(end)
    }

    /// Goes on straight to `end`.
    pub fn line(self, end: Point) -> Self {
        let from = self.end();
        let part = |share: f32| {
            at(
                from.x + (end.x - from.x) * share,
                from.y + (end.y - from.y) * share,
            )
        };
        self.curve(part(1.0 / 3.0), part(2.0 / 3.0), end)
    }

    /// Goes on to `end` around a corner.
    pub fn corner(self, corner: Point, end: Point) -> Self {
        let from = self.end();
        let towards = |point: Point| {
            at(
                point.x + (corner.x - point.x) * 0.55,
                point.y + (corner.y - point.y) * 0.55,
            )
        };
        self.curve(towards(from), towards(end), end)
    }

    fn end(&self) -> Point {
        self.curves.last().map_or(self.start, |curve| curve[2])
    }

    /// As the `d` of an SVG path.
    pub fn to_svg(&self) -> String {
        let mut path = String::from("M");
        write_point(&mut path, self.start);
        for (place, curve) in self.curves.iter().enumerate() {
            if self.dive == Some(place) {
                path.push('M');
                write_point(&mut path, curve[2]);
                continue;
            }
            path.push('C');
            curve.iter().for_each(|point| write_point(&mut path, *point));
        }
        path
    }

    /// Points at equal distances along the way.
    pub fn sample(&self) -> Polyline {
        let dive = self.dive.map(|place| place * FINE);
        Polyline::even(&self.fine_points(), dive)
    }

    fn fine_points(&self) -> Vec<Point> {
        let mut points = vec![self.start];
        let mut from = self.start;
        for &[first, second, end] in &self.curves {
            points
                .extend((1..=FINE).map(|step| bezier([from, first, second, end], step as f32 / FINE as f32)));
            from = end;
        }
        points
    }
}

/// Points of one curve before they are spread evenly.
const FINE: usize = 48;
/// Pieces of a polyline.
const PIECES: usize = 96;

/// A point in tenths of a pixel. The standard library's exact way of writing floats would cost the start page 6 kB.
fn write_point(path: &mut String, point: Point) {
    for value in [point.x, point.y] {
        let tenths = (value * 10.0).round() as i32;
        let sign = if tenths < 0 { "-" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(path, "{sign}{}.{} ", tenths.abs() / 10, tenths.abs() % 10);
    }
}

/// The nearest number from 0 to 1.
#[expect(
    clippy::manual_clamp,
    reason = "`f32::clamp` brings the writing of floats along, for its complaint"
)]
fn share(value: f32) -> f32 {
    value.max(0.0).min(1.0)
}

fn bezier([a, b, c, d]: [Point; 4], t: f32) -> Point {
    let u = 1.0 - t;
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let sum = |pick: fn(Point) -> f32| {
        weights[0] * pick(a) + weights[1] * pick(b) + weights[2] * pick(c) + weights[3] * pick(d)
    };
    at(sum(|point| point.x), sum(|point| point.y))
}

/// Points at equal distances.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    points: Vec<Point>,
}

impl Polyline {
    /// `dive`: after how many points it dives under something.
    fn even(fine: &[Point], dive: Option<usize>) -> Self {
        let ends = distances(fine, dive);
        let step = ends.last().copied().unwrap_or(0.0) / PIECES as f32;
        let mut piece = 1;
        let mut point_at = |distance: f32| {
            while piece + 1 < fine.len() && ends[piece] < distance {
                piece += 1;
            }
            between(
                fine[piece - 1],
                fine[piece],
                ends[piece - 1],
                ends[piece],
                distance,
            )
        };
        Self {
            points: (0..=PIECES).map(|index| point_at(step * index as f32)).collect(),
        }
    }

    /// The point at the share `along` of the way, moved `aside` pixels to the right of the way.
    pub fn at(&self, along: f32, aside: f32) -> Point {
        let exact = share(along) * PIECES as f32;
        let piece = (exact as usize).min(PIECES - 1);
        let (from, to) = (self.points[piece], self.points[piece + 1]);
        let share = exact - piece as f32;
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt().max(1e-3);
        at(
            from.x + dx * share - dy / length * aside,
            from.y + dy * share + dx / length * aside,
        )
    }
}

fn distances(points: &[Point], dive: Option<usize>) -> Vec<f32> {
    let mut total = 0.0;
    let mut last = points[0];
    points
        .iter()
        .enumerate()
        .map(|(place, &point)| {
            let (dx, dy) = (point.x - last.x, point.y - last.y);
            let hidden = dive.is_some_and(|dive| (dive + 1..=dive + FINE).contains(&place));
            total += if hidden { 0.0 } else { (dx * dx + dy * dy).sqrt() };
            last = point;
            total
        })
        .collect()
}

fn between(from: Point, to: Point, start: f32, end: f32, distance: f32) -> Point {
    let share = if end > start {
        share((distance - start) / (end - start))
    } else {
        0.0
    };
    at(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_way_is_sampled_evenly() {
        let line = Route::from(at(0.0, 10.0)).line(at(96.0, 10.0)).sample();
        for along in [0.0, 0.25, 0.5, 1.0] {
            let point = line.at(along, 0.0);
            assert!(
                (point.x - 96.0 * along).abs() < 0.1 && (point.y - 10.0).abs() < 0.01,
                "{point:?}"
            );
        }
    }

    #[test]
    fn what_dives_is_seen_before_and_after_only() {
        let route = Route::from(at(0.0, 0.0))
            .line(at(50.0, 0.0))
            .dive(at(90.0, 0.0))
            .line(at(140.0, 0.0));
        let line = route.sample();
        let hidden = (0..=96).filter(|step| (52.0..88.0).contains(&line.at(*step as f32 / 96.0, 0.0).x));
        assert!(hidden.count() <= 1);
        assert_eq!(route.to_svg().matches('M').count(), 2);
    }

    #[test]
    fn aside_is_to_the_right_of_the_way() {
        let line = Route::from(at(0.0, 0.0)).line(at(10.0, 0.0)).sample();
        assert!(
            (line.at(0.5, 4.0).y - 4.0).abs() < 0.01,
            "downwards on the screen"
        );
    }

    #[test]
    fn a_way_without_length_has_its_one_point() {
        let point = Route::from(at(3.0, 4.0)).line(at(3.0, 4.0)).sample().at(0.7, 0.0);
        assert!(
            (point.x - 3.0).abs() < 1e-4 && (point.y - 4.0).abs() < 1e-4,
            "{point:?}"
        );
    }

    #[test]
    fn paths_are_written_for_svg() {
        assert_eq!(
            Route::from(at(0.0, 0.0)).sway(at(10.0, 4.0)).to_svg(),
            "M0.0 0.0 C5.0 0.0 5.0 4.0 10.0 4.0 "
        );
    }
}
