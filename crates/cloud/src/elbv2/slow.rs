//! Slow start: a target that has just become healthy gets its full share only little by little.
//!
//! Source: Application Load Balancers guide, "Edit target group attributes" (slow start mode). Each node decides for itself.

use des::{SimDuration, SimTime};

/// A full share of a turn.
const FULL: u32 = 1 << 16;

/// How far the targets of a node have come; nothing is kept while none starts slowly.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ramps(Vec<Ramp>);

/// One target's way to its full share.
#[derive(Clone, Copy, Debug)]
struct Ramp {
    /// Since when; none if it has a full share.
    since: Option<SimTime>,
    period: SimDuration,
    /// What its turns have come to since it last took a request.
    credit: u32,
}

impl Ramps {
    /// One for each place: since when it starts slowly. If no place has a full share, all are alike (our choice).
    pub(crate) fn of(places: &[Option<SimTime>], period: Option<SimDuration>, now: SimTime) -> Self {
        let Some(period) = period else {
            return Self::default();
        };
        let ramp = |&since: &Option<SimTime>| Ramp {
            since,
            period,
            credit: 0,
        };
        let ramps: Vec<Ramp> = places.iter().map(ramp).collect();
        let full = ramps.iter().filter(|ramp| ramp.share(now) == FULL).count();
        if full == 0 || full == ramps.len() {
            return Self::default();
        }
        Self(ramps)
    }

    /// Whether a place whose turn it is takes the request: a target with a quarter of its share does so at every fourth turn.
    pub(crate) fn takes(&mut self, place: usize, now: SimTime) -> bool {
        let Some(ramp) = self.0.get_mut(place) else {
            return true;
        };
        ramp.credit += ramp.share(now);
        if ramp.credit < FULL {
            return false;
        }
        ramp.credit -= FULL;
        true
    }
}

impl Ramp {
    fn share(&self, now: SimTime) -> u32 {
        let Some(since) = self.since else { return FULL };
        let grown = now.since(since).as_micros() * u64::from(FULL) / self.period.as_micros();
        grown.min(FULL.into()) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a hundred turns in the second after `second`, how many each of two places takes; the second one starts slowly at 0.
    fn taken(second: u64) -> [usize; 2] {
        let at = SimTime::from_secs(second);
        let places = [None, Some(SimTime::ZERO)];
        let mut ramps = Ramps::of(&places, Some(SimDuration::from_secs(100)), at);
        [0, 1].map(|place| (0..100).filter(|_| ramps.takes(place, at)).count())
    }

    #[test]
    fn a_share_rises_in_a_straight_line() {
        for (second, share) in [
            (0, 0),
            (1, 0),
            (25, 25),
            (50, 50),
            (75, 75),
            (100, 100),
            (500, 100),
        ] {
            let [full, slow] = taken(second);
            assert_eq!(full, 100);
            assert!(slow.abs_diff(share) <= 1, "{slow} at {second} s");
        }
    }

    #[test]
    fn nobody_starts_slowly_alone() {
        let since = [Some(SimTime::ZERO); 3];
        let mut ramps = Ramps::of(&since, Some(SimDuration::from_secs(30)), SimTime::ZERO);
        assert!((0..3).all(|place| ramps.takes(place, SimTime::ZERO)));
    }
}
