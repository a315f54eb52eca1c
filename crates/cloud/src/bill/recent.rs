//! What was charged in the last hour, minute by minute: the rate at which use is expected to go on.

use super::money::{Money, Rate};

const MINUTES: usize = 60;

/// The last hour of something that is charged for by use.
#[derive(Clone, Debug, Default)]
pub(super) struct LastHour {
    /// Everything charged when the last minute ended.
    before: Money,
    /// The same of each of the sixty minutes before; none if nothing was charged in them.
    minutes: Option<Box<[Money; MINUTES]>>,
    rate: Rate,
}

impl LastHour {
    /// The minute with this number has ended, the world's first being 1; `closed` is everything charged so far.
    pub(super) fn minute_over(&mut self, minute: u64, closed: Money) {
        if self.minutes.is_none() && closed == self.before {
            return;
        }
        let before = self.before;
        let minutes = self.minutes.get_or_insert_with(|| Box::new([before; MINUTES]));
        let slot = &mut minutes[minute as usize % MINUTES];
        let charged = closed.less(*slot);
        (*slot, self.before) = (closed, closed);
        let lived = minute.clamp(1, MINUTES as u64);
        self.rate = Rate::of_hour(charged.scaled(MINUTES as u64, lived));
        if charged == Money::ZERO {
            self.minutes = None;
        }
    }

    /// What the last hour cost; while the world is younger, what an hour like it would.
    pub(super) const fn rate(&self) -> Rate {
        self.rate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hour_counts_and_a_young_world_is_scaled_up() {
        let mut last = LastHour::default();
        let mut closed = Money::ZERO;
        let nanos = |last: &LastHour| last.rate().per_hour().nano_dollars();
        for minute in 1..=90 {
            closed += Money::from_nano_dollars(7);
            last.minute_over(minute, closed);
            assert_eq!(nanos(&last), 420, "minute {minute}");
        }
        for minute in 91..=149 {
            last.minute_over(minute, closed);
        }
        assert_eq!(nanos(&last), 7);
        last.minute_over(150, closed);
        assert_eq!((nanos(&last), last.minutes.is_none()), (0, true));
        last.minute_over(500, closed + Money::from_nano_dollars(3));
        assert_eq!(nanos(&last), 3);
    }
}
