//! Model time as the time of a day.

use des::SimTime;

/// The world begins at ten o'clock, UTC.
const START_S: u64 = 10 * 3_600;

/// Hours, minutes, seconds, tenths of a second.
pub(super) struct TimeOfDay(pub u64, pub u64, pub u64, pub u64);

pub(super) fn time_of_day(at: SimTime) -> TimeOfDay {
    let seconds = START_S + at.as_secs();
    TimeOfDay(
        seconds / 3_600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        at.as_micros() / 100_000 % 10,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_round() {
        let TimeOfDay(hour, minute, second, tenth) = time_of_day(SimTime::from_micros(50_461_400_000));
        assert_eq!((hour, minute, second, tenth), (0, 1, 1, 4));
    }
}
