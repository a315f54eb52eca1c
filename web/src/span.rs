//! The stretch of time that the track and the charts show.

use des::{SimDuration, SimTime};

/// A stretch of time, shown from edge to edge by the track and by the charts above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its left edge.
    pub start: SimTime,
    /// Its length.
    pub length: SimDuration,
}

/// Lengths on offer, in minutes.
const MINUTES: [u64; 4] = [5, 15, 60, 240];
/// The least real time, in seconds, that the shown stretch lasts.
const LEAST_REAL_S: f64 = 60.0;
/// How many labels a stretch has.
const LABELS: u64 = 5;

impl Span {
    /// The stretch to show at `now`, when model time runs at `speed`. It moves in steps of a fifth, so that marks mostly
    /// stand still.
    #[must_use]
    pub fn around(now: SimTime, speed: f64) -> Self {
        let lasts = |minutes: u64| (minutes * 60) as f64 / speed >= LEAST_REAL_S;
        let minutes = MINUTES
            .into_iter()
            .find(|&minutes| lasts(minutes))
            .unwrap_or(MINUTES[MINUTES.len() - 1]);
        let length = SimDuration::from_mins(minutes);
        let step = length.as_secs() / LABELS;
        let start = (now.as_secs() / step).saturating_sub(LABELS - 2) * step;
        Self {
            start: SimTime::from_secs(start),
            length,
        }
    }

    /// The stretch to show at `now` of a run that has come to `end`: where the end is, as long as `now` is there too, so that
    /// nothing moves while somebody goes back in it.
    #[must_use]
    pub fn with(now: SimTime, end: SimTime, speed: f64) -> Self {
        let at_end = Self::around(end, speed);
        if now >= at_end.start {
            return at_end;
        }
        Self::around(now, speed)
    }

    /// Where an instant stands, in percent of the width; below 0 and above 100 it is not shown.
    #[must_use]
    pub fn percent(&self, at: SimTime) -> f64 {
        let seconds = at.as_secs_f64() - self.start.as_secs_f64();
        seconds * 100.0 / self.length.as_secs_f64()
    }

    /// Round instants to write below it.
    pub fn labels(&self) -> impl Iterator<Item = SimTime> {
        let step = self.length.as_secs() / LABELS;
        (0..LABELS).map(move |index| self.start + SimDuration::from_secs(index * step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_is_always_shown_and_never_at_the_very_end() {
        for second in (0..7_200).step_by(13) {
            let now = SimTime::from_secs(second);
            let percent = Span::around(now, 1.0).percent(now);
            assert!((0.0..=80.0).contains(&percent), "{second} s at {percent} %");
        }
    }

    #[test]
    fn fast_time_shows_a_longer_stretch() {
        assert_eq!(Span::around(SimTime::ZERO, 1.0).length, SimDuration::from_mins(5));
        assert_eq!(
            Span::around(SimTime::ZERO, 10.0).length,
            SimDuration::from_mins(15)
        );
        assert_eq!(
            Span::around(SimTime::ZERO, 300.0).length,
            SimDuration::from_mins(240)
        );
    }
}
