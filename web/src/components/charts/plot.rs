//! Lines over time as paths in a box, for the page and for pictures alike.

use std::fmt::Write;

use des::SimTime;
use view::chart::{Chart, Line, Measure, Role, Sample, Shape};

use crate::span::Span;

/// The box that lines are drawn into, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// From its left edge to its right.
    pub span: Span,
    /// At its upper edge; its lower one is zero.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Frame {
    /// The box of the page, which stretches it to the width that there is.
    #[must_use]
    pub fn of(chart: &Chart, span: Span) -> Self {
        Self {
            span,
            top: top(chart),
            width: 1_000.0,
            height: 100.0,
        }
    }

    /// How far an instant is from the left edge.
    #[must_use]
    pub fn x(&self, at: SimTime) -> f64 {
        (self.span.percent(at) / 100.0).clamp(0.0, 1.0) * self.width
    }

    /// How far a value is from the upper edge.
    #[must_use]
    pub fn y(&self, value: f64) -> f64 {
        self.height - (value / self.top).clamp(0.0, 1.0) * self.height
    }

    fn shows(&self, sample: &Sample) -> bool {
        sample.to > self.span.start && self.span.percent(sample.from) < 100.0
    }
}

/// What the upper edge of a chart stands for.
#[must_use]
pub fn top(chart: &Chart) -> f64 {
    match chart.measure {
        Measure::Served | Measure::Cpu => 100.0,
        Measure::Capacity => nice_top(chart.most() + 1.0),
        // A threshold at the very edge could not be told from it.
        Measure::Metric => nice_top(chart.most() * 1.1),
        _ => nice_top(chart.most()),
    }
}

/// The least of 1, 2, 5, 10, 20, 50 … that is not below `most`; for small values of 0.01, 0.02, 0.05 …
fn nice_top(most: f64) -> f64 {
    let mut decade = if most < 1.0 && most > 0.0 { 0.001 } else { 1.0 };
    loop {
        let mut steps = [1.0, 2.0, 5.0].into_iter().map(|step| step * decade);
        if let Some(top) = steps.find(|&top| top >= most) {
            return top;
        }
        decade *= 10.0;
    }
}

/// A line as a path.
#[must_use]
pub fn path(line: &Line, frame: &Frame) -> String {
    let mut path = String::new();
    for piece in pieces(line, frame) {
        match line.shape {
            Shape::Line | Shape::Area => draw(&mut path, piece.iter().map(|sample| point(sample, frame))),
            Shape::Bars => piece.iter().for_each(|sample| bar(&mut path, sample, frame)),
            Shape::Steps | Shape::Levels => draw(&mut path, corners(piece, frame)),
        }
    }
    path
}

/// The ground below a line, if it is to be filled.
#[must_use]
pub fn ground(line: &Line, frame: &Frame) -> Option<String> {
    let mut path = String::new();
    for piece in pieces(line, frame) {
        match line.shape {
            Shape::Area => draw(&mut path, piece.iter().map(|sample| point(sample, frame))),
            Shape::Levels => draw(&mut path, corners(piece, frame)),
            _ => return None,
        }
        let first = piece.first()?;
        let start = if line.shape == Shape::Area {
            first.to
        } else {
            first.from
        };
        // Writing to a string cannot fail.
        let _ = write!(path, "V{}H{:.1}Z", frame.height, frame.x(start));
    }
    (!path.is_empty()).then_some(path)
}

/// Where instances are wanted and not in service, as shares of width and height: left, top, width, height.
#[must_use]
pub fn lacking(chart: &Chart, frame: &Frame) -> Vec<[f64; 4]> {
    let Some((desired, serving)) = chart.line(Role::Desired).zip(chart.line(Role::InService)) else {
        return Vec::new();
    };
    let pairs = desired.samples.iter().zip(serving.samples.iter());
    let shown = pairs.filter(|(wanted, there)| wanted.value > there.value && frame.shows(wanted));
    shown
        .map(|(wanted, there)| {
            let (left, upper) = (frame.x(wanted.from), frame.y(wanted.value));
            let (right, lower) = (frame.x(wanted.to), frame.y(there.value));
            [
                left / frame.width,
                upper / frame.height,
                (right - left) / frame.width,
                (lower - upper) / frame.height,
            ]
        })
        .collect()
}

/// The unbroken pieces of a line that are shown.
fn pieces<'a>(line: &'a Line, frame: &Frame) -> impl Iterator<Item = &'a [Sample]> {
    let first = line
        .samples
        .partition_point(|sample| sample.to <= frame.span.start);
    let count = line.samples[first..]
        .iter()
        .take_while(|sample| frame.shows(sample))
        .count();
    line.samples[first..first + count].chunk_by(|before, after| before.to == after.from)
}

fn point(sample: &Sample, frame: &Frame) -> (f64, f64) {
    (frame.x(sample.to), frame.y(sample.value))
}

fn corners(piece: &[Sample], frame: &Frame) -> impl Iterator<Item = (f64, f64)> {
    piece.iter().flat_map(|sample| {
        let y = frame.y(sample.value);
        [(frame.x(sample.from), y), (frame.x(sample.to), y)]
    })
}

/// A bar as long as its period: a datapoint is not an instant.
fn bar(path: &mut String, sample: &Sample, frame: &Frame) {
    let (from, to, y) = (frame.x(sample.from), frame.x(sample.to), frame.y(sample.value));
    let _ = write!(path, "M{from:.1} {y:.1}H{to:.1}");
}

fn draw(path: &mut String, points: impl Iterator<Item = (f64, f64)>) {
    let mut pen = 'M';
    for (x, y) in points {
        let _ = write!(path, "{pen}{x:.1} {y:.1}");
        if pen == 'M' {
            // A single point is a dot.
            let _ = write!(path, "L{x:.1} {y:.1}");
        }
        pen = 'L';
    }
}

#[cfg(test)]
mod tests {
    use des::SimDuration;

    use super::*;

    fn frame() -> Frame {
        Frame {
            span: Span {
                start: SimTime::ZERO,
                length: SimDuration::from_secs(100),
            },
            top: 10.0,
            width: 1_000.0,
            height: 100.0,
        }
    }

    fn line(shape: Shape, samples: &[(u64, u64, f64)]) -> Line {
        let sample = |&(from, to, value)| Sample {
            from: SimTime::from_secs(from),
            to: SimTime::from_secs(to),
            value,
        };
        Line {
            role: Role::All,
            shape,
            samples: samples.iter().map(sample).collect(),
        }
    }

    #[test]
    fn axes_end_at_round_numbers() {
        assert_eq!(
            [0.0, 0.03, 1.0, 42.0, 142.0, 501.0].map(nice_top),
            [1.0, 0.05, 1.0, 50.0, 200.0, 1000.0]
        );
    }

    #[test]
    fn missing_data_is_a_gap() {
        let line = line(Shape::Line, &[(0, 10, 0.0), (10, 20, 10.0), (30, 40, 5.0)]);
        assert_eq!(
            path(&line, &frame()),
            "M100.0 100.0L100.0 100.0L200.0 0.0M400.0 50.0L400.0 50.0"
        );
    }

    #[test]
    fn a_datapoint_is_as_long_as_its_period() {
        let line = line(Shape::Bars, &[(0, 60, 5.0), (60, 120, 10.0)]);
        assert_eq!(path(&line, &frame()), "M0.0 50.0H600.0M600.0 0.0H1000.0");
    }

    #[test]
    fn ground_is_filled_only_where_it_means_a_total() {
        let samples = [(0, 10, 5.0), (10, 20, 5.0)];
        let filled = ground(&line(Shape::Area, &samples), &frame());
        assert_eq!(
            filled.as_deref(),
            Some("M100.0 50.0L100.0 50.0L200.0 50.0V100H100.0Z")
        );
        assert_eq!(ground(&line(Shape::Line, &samples), &frame()), None);
    }

    #[test]
    fn what_is_not_shown_is_not_drawn() {
        let line = line(Shape::Line, &[(0, 50, 1.0), (150, 200, 2.0)]);
        assert_eq!(path(&line, &frame()), "M500.0 90.0L500.0 90.0");
    }
}
