//! A token bucket in whole numbers: what a service lets through by the second, with a store for what was not used.

use des::SimTime;

/// Tokens come at a steady rate up to a cap; a request takes what it costs, or is turned away.
#[derive(Clone, Copy, Debug)]
pub struct TokenBucket {
    rate: u64,
    seconds: u64,
    /// In millionths of a token.
    level: u64,
    since: SimTime,
}

const MILLION: u64 = 1_000_000;

impl TokenBucket {
    /// `rate` tokens a second, at most those of `seconds`; the first second's are there at once.
    pub(crate) const fn new(rate: u64, seconds: u64, now: SimTime) -> Self {
        Self {
            rate,
            seconds,
            level: rate * MILLION,
            since: now,
        }
    }

    /// Tokens that come in a second.
    #[must_use]
    pub const fn rate(&self) -> u64 {
        self.rate
    }

    const fn cap(&self) -> u64 {
        self.rate * self.seconds * MILLION
    }

    /// Whole tokens that are there.
    #[must_use]
    pub fn tokens(&self, now: SimTime) -> u64 {
        self.level_at(now) / MILLION
    }

    fn level_at(&self, now: SimTime) -> u64 {
        let most = self.seconds * MILLION;
        let elapsed = now.since(self.since).as_micros().min(most);
        (self.level + self.rate * elapsed).min(self.cap())
    }

    /// Whether a request of this cost would be let through. One that costs more than the bucket holds takes all of it.
    #[must_use]
    pub fn has(&self, now: SimTime, cost: u64) -> bool {
        self.level_at(now) >= (cost * MILLION).min(self.cap())
    }

    /// Lets a request through and takes its cost, or does neither.
    pub(crate) fn take(&mut self, now: SimTime, cost: u64) -> bool {
        let level = self.level_at(now);
        let cost = (cost * MILLION).min(self.cap());
        let is_there = level >= cost;
        if is_there {
            (self.level, self.since) = (level - cost, now);
        }
        is_there
    }

    /// From now on another rate; what is there stays, up to the new cap.
    pub(crate) fn set(&mut self, now: SimTime, rate: u64, seconds: u64) {
        let level = self.level_at(now);
        (self.rate, self.seconds, self.since) = (rate, seconds, now);
        self.level = level.min(self.cap());
    }

    /// Everything that makes a difference.
    pub(crate) const fn state(&self) -> [u64; 4] {
        [self.rate, self.seconds, self.level, self.since.as_micros()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(millis: u64) -> SimTime {
        SimTime::from_micros(millis * 1_000)
    }

    #[test]
    fn it_fills_at_its_rate_up_to_its_cap() {
        let mut bucket = TokenBucket::new(2, 300, at(0));
        assert!(bucket.take(at(0), 2) && !bucket.take(at(0), 1));
        assert!(!bucket.take(at(499), 1) && bucket.take(at(500), 1));
        assert_eq!(bucket.tokens(at(10_000_000)), 600);
        assert!(
            bucket.take(at(10_000_000), 5_000),
            "a cost beyond the cap takes all"
        );
        assert_eq!(bucket.tokens(at(10_000_000)), 0);
        bucket.set(at(10_100_000), 1, 1);
        assert_eq!(bucket.tokens(at(10_100_000)), 1, "no more than the new cap");
    }
}
