//! The laws that lengths of time are drawn from.

use crate::{Draw, SimDuration};

/// A law of durations with a closed mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Always the same.
    Constant(SimDuration),
    /// Memoryless: the law of the textbook queues.
    Exponential {
        /// Its mean.
        mean: SimDuration,
    },
    /// Never below a floor, with an exponential tail over it.
    Shifted {
        /// The least it can be.
        floor: SimDuration,
        /// The mean of what comes on top.
        tail: SimDuration,
    },
    /// Uniform between two bounds.
    Uniform {
        /// The least it can be.
        from: SimDuration,
        /// The most it can be, not below `from`.
        to: SimDuration,
    },
}

impl Law {
    /// One length, with one draw (a constant draws nothing).
    pub fn sample(self, draw: &mut Draw) -> SimDuration {
        match self {
            Self::Constant(length) => length,
            Self::Exponential { mean } => scaled(mean, draw.exponential()),
            Self::Shifted { floor, tail } => floor + scaled(tail, draw.exponential()),
            Self::Uniform { from, to } => from + scaled(to - from, draw.unit()),
        }
    }

    /// The mean.
    #[must_use]
    pub fn mean(self) -> SimDuration {
        match self {
            Self::Constant(length) => length,
            Self::Exponential { mean } => mean,
            Self::Shifted { floor, tail } => floor + tail,
            Self::Uniform { from, to } => SimDuration::from_micros(from.as_micros().midpoint(to.as_micros())),
        }
    }
}

fn scaled(length: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_secs_f64(length.as_secs_f64() * factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Seed, Stream};

    #[test]
    fn means_are_met() {
        let millis = SimDuration::from_millis;
        for law in [
            Law::Constant(millis(5)),
            Law::Exponential { mean: millis(5) },
            Law::Shifted {
                floor: millis(2),
                tail: millis(3),
            },
            Law::Uniform {
                from: millis(3),
                to: millis(7),
            },
        ] {
            let n = 50_000;
            let mut draw = Seed(3).draw(Stream::named("laws"), 0, 0);
            let total: u64 = (0..n).map(|_| law.sample(&mut draw).as_micros()).sum();
            assert_eq!(law.mean(), millis(5));
            assert!((total / n).abs_diff(5_000) < 70, "{law:?}: {}", total / n);
        }
    }
}
