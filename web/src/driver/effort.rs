//! How much of the model a frame may work through: as much as leaves the page time to answer whoever uses it.

/// The real time that the model may take of a frame, in milliseconds: most of one at sixty a second.
const AIM_MS: f64 = 11.0;

/// The bounds of the number of events in a frame.
const LEAST: f64 = 1_000.0;
const MOST: f64 = 40_000.0;

/// What is known of how fast the model runs here.
pub(super) struct Effort {
    events: f64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { events: MOST }
    }
}

impl Effort {
    /// Events that a frame may let happen. More would make a heavy scene stutter; it runs behind instead.
    pub(super) fn events(&self) -> u64 {
        self.events as u64
    }

    /// Learns from a frame whose model took so long; `behind` if it has had all the events that it might.
    pub(super) fn learn(&mut self, spent_ms: f64, behind: bool) {
        if behind || spent_ms > AIM_MS {
            let fitting = self.events * AIM_MS / spent_ms.max(1.0);
            // Half way there: one slow frame says little.
            self.events = f64::midpoint(self.events, fitting).clamp(LEAST, MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_machine_gets_fewer_events_until_they_fit() {
        let mut effort = Effort::default();
        for _ in 0..20 {
            let spent_ms = effort.events() as f64 / 500.0;
            effort.learn(spent_ms, true);
        }
        assert!((5_300..=5_700).contains(&effort.events()), "{}", effort.events());
    }

    #[test]
    fn what_fits_is_not_touched_and_what_was_taken_comes_back() {
        let mut effort = Effort::default();
        effort.learn(9.0, false);
        assert_eq!(effort.events(), 40_000);
        effort.learn(200.0, false);
        assert!(effort.events() < 25_000);
        for _ in 0..20 {
            effort.learn(3.0, true);
        }
        assert_eq!(effort.events(), 40_000);
    }
}
