//! A curve that is drawn before the run, and what came of it.

use std::rc::Rc;

use des::SimDuration;

/// A curve to be drawn, or drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Which, for the answer.
    pub id: Rc<str>,
    /// What is asked.
    pub prompt: Rc<str>,
    /// What the numbers are.
    pub unit: Unit,
    /// How long a stretch of the run it covers.
    pub length: SimDuration,
    /// The smallest and the largest number.
    pub range: (f64, f64),
    /// The points, evenly spread over the length; one that is not set yet has no value.
    pub drawn: Rc<[Option<f64>]>,
    /// What the run has shown: shares of the length, from 0 to 1, and numbers. Empty before the run.
    pub measured: Rc<[(f64, f64)]>,
    /// True once it may not be changed any more.
    pub fixed: bool,
}

/// What the numbers of a curve are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share from 0 to 1, shown in percent.
    Share,
    /// In a second.
    PerSecond,
    /// Milliseconds.
    Milliseconds,
    /// How many.
    Count,
    /// US dollars in an hour.
    DollarsPerHour,
}

/// Where the two lines lie furthest apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// When, since the beginning of the curve.
    pub at: String,
    /// What was drawn there.
    pub drawn: String,
    /// What was measured there.
    pub measured: String,
    /// Whether the drawn line is the higher one.
    pub higher: bool,
}

/// Lines nearer than this share of the range are called close.
const CLOSE: f64 = 0.1;

impl Unit {
    /// A number as it is typed and shown, without its sign.
    #[must_use]
    pub fn shown(self, value: f64) -> f64 {
        let (scale, digits) = match self {
            Self::Share => (100.0, 1.0),
            Self::DollarsPerHour => (1.0, 1_000.0),
            Self::PerSecond | Self::Milliseconds | Self::Count => (1.0, 10.0),
        };
        (value * scale * digits).round() / digits
    }

    /// The number that is meant by what was typed.
    #[must_use]
    pub fn meant(self, typed: f64) -> f64 {
        match self {
            Self::Share => typed / 100.0,
            _ => typed,
        }
    }

    /// Stands behind a number.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Share => " %",
            Self::PerSecond => " /s",
            Self::Milliseconds => " ms",
            Self::Count => "",
            Self::DollarsPerHour => " $/h",
        }
    }

    /// A number with its sign.
    #[must_use]
    pub fn written(self, value: f64) -> String {
        format!("{}{}", self.shown(value), self.sign())
    }
}

impl Curve {
    /// How far along the length a point stands, from 0 to 1.
    #[must_use]
    pub fn share_at(&self, index: usize) -> f64 {
        let last = self.drawn.len().saturating_sub(1).max(1);
        index as f64 / last as f64
    }

    /// The time of a place along the length, since its beginning.
    #[must_use]
    pub fn time_at(&self, share: f64) -> String {
        let seconds = (self.length.as_secs_f64() * share).round() as u64;
        match (seconds / 60, seconds % 60) {
            (0, seconds) => format!("{seconds} s"),
            (minutes, 0) => format!("{minutes} min"),
            (minutes, seconds) => format!("{minutes} min {seconds} s"),
        }
    }

    /// The point that is nearest to a place along the length.
    #[must_use]
    pub fn nearest(&self, share: f64) -> usize {
        let last = self.drawn.len().saturating_sub(1);
        (share.clamp(0.0, 1.0) * last as f64).round() as usize
    }

    /// A number at a height from 0 (the lower edge) to 1, rounded to a twentieth of the range.
    #[must_use]
    pub fn value_at(&self, height: f64) -> f64 {
        const STEPS: f64 = 20.0;
        let (least, most) = self.range;
        least + (height.clamp(0.0, 1.0) * STEPS).round() / STEPS * (most - least)
    }

    /// How high a number stands, from 0 to 1.
    #[must_use]
    pub fn height(&self, value: f64) -> f64 {
        let (least, most) = self.range;
        ((value - least) / (most - least)).clamp(0.0, 1.0)
    }

    /// Whether every point has its value.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.drawn.iter().all(Option::is_some)
    }

    /// The drawn line at a place along the length; none where it is not drawn.
    #[must_use]
    pub fn drawn_at(&self, share: f64) -> Option<f64> {
        let last = self.drawn.len().checked_sub(1)?;
        let place = share.clamp(0.0, 1.0) * last as f64;
        let before = (place.floor() as usize).min(last);
        let after = (before + 1).min(last);
        let (low, high) = (self.drawn[before]?, self.drawn[after]?);
        Some(low + (high - low) * (place - before as f64))
    }

    /// Where the two lines lie furthest apart; none if they are close all the way, or not both there.
    #[must_use]
    pub fn difference(&self) -> Option<Difference> {
        let (least, most) = self.range;
        let gaps = self.measured.iter().filter_map(|&(share, measured)| {
            let drawn = self.drawn_at(share)?;
            Some((
                share,
                drawn,
                measured,
                (drawn - measured.clamp(least, most)).abs(),
            ))
        });
        let (share, drawn, measured, gap) = gaps.max_by(|a, b| a.3.total_cmp(&b.3))?;
        (gap > CLOSE * (most - least)).then(|| Difference {
            at: self.time_at(share),
            drawn: self.unit.written(drawn),
            measured: self.unit.written(measured),
            higher: drawn > measured,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(drawn: &[Option<f64>], measured: &[(f64, f64)]) -> Curve {
        Curve {
            id: "c".into(),
            prompt: "".into(),
            unit: Unit::Share,
            length: SimDuration::from_secs(120),
            range: (0.0, 1.0),
            drawn: drawn.into(),
            measured: measured.into(),
            fixed: false,
        }
    }

    #[test]
    fn the_widest_gap_is_told_with_its_time() {
        let drawn = curve(
            &[Some(1.0), Some(0.0), Some(1.0)],
            &[(0.0, 1.0), (0.25, 0.9), (1.0, 1.0)],
        );
        let found = drawn.difference().unwrap();
        assert_eq!(found.at, "30 s");
        assert_eq!((found.drawn.as_str(), found.measured.as_str()), ("50 %", "90 %"));
        assert!(!found.higher);
    }

    #[test]
    fn close_lines_and_unfinished_ones_have_no_gap() {
        assert_eq!(curve(&[Some(1.0), Some(1.0)], &[(0.5, 0.95)]).difference(), None);
        assert_eq!(curve(&[None, Some(1.0)], &[(0.5, 0.0)]).difference(), None);
        assert_eq!(curve(&[Some(1.0), Some(1.0)], &[]).difference(), None);
    }

    #[test]
    fn what_is_pointed_at_snaps_to_points_and_steps() {
        let drawn = curve(&[None; 5], &[]);
        assert_eq!(drawn.nearest(0.3), 1);
        assert_eq!(drawn.nearest(7.0), 4);
        assert_eq!(drawn.value_at(0.52), 0.5);
        assert_eq!(drawn.value_at(-1.0), 0.0);
        assert_eq!(drawn.time_at(0.75), "1 min 30 s");
    }
}
