//! How English writes numbers.

use des::SimTime;

use crate::text::time_of_day::{TimeOfDay, time_of_day};

/// A share; never rounded up to the whole.
pub(super) fn percent(percent: f64) -> String {
    let tenths = (percent * 10.0).floor() as i64;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole} %"),
        (whole, tenth) => format!("{whole}.{tenth} %"),
    }
}

/// A rate: small ones with a tenth, large ones whole.
pub(super) fn rate(per_second: f64) -> String {
    if per_second >= 9.95 {
        return count(per_second.round() as u64);
    }
    let tenths = (per_second * 10.0).round() as u64;
    if tenths.is_multiple_of(10) {
        count(tenths / 10)
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// A count with its thousands apart.
pub(super) fn count(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A delay and its unit.
pub(super) fn delay(ms: f64) -> (String, &'static str) {
    match ms {
        _ if ms < 9.95 => (tenths(ms), "ms"),
        _ if ms < 999.5 => ((ms.round() as u64).to_string(), "ms"),
        _ => (tenths(ms / 1_000.0), "s"),
    }
}

fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as u64;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A delay in one piece.
pub(super) fn delay_words(ms: f64) -> String {
    let (value, unit) = delay(ms);
    format!("{value} {unit}")
}

/// A length of time.
pub(super) fn age(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes @ 1..60, 0) => format!("{minutes} min"),
        (minutes @ 1..60, seconds) => format!("{minutes} min {seconds} s"),
        (minutes, _) => format!("{} h {} min", minutes / 60, minutes % 60),
    }
}

/// A time of day.
pub(super) fn clock(at: SimTime, speed: f64) -> String {
    let TimeOfDay(hour, minute, second, tenth) = time_of_day(at);
    if speed < 1.0 {
        format!("{hour:02}:{minute:02}:{second:02}.{tenth}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_whole_only_if_it_is() {
        assert_eq!(
            [100.0, 99.99, 49.0, 0.04].map(percent),
            ["100 %", "99.9 %", "49 %", "0 %"]
        );
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(count),
            ["0", "999", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn rates_keep_a_tenth_while_it_matters() {
        assert_eq!(
            [0.0, 0.5, 9.0, 42.3, 1_240.0].map(rate),
            ["0", "0.5", "9", "42", "1,240"]
        );
    }

    #[test]
    fn delays_choose_their_unit() {
        assert_eq!(
            [4.2, 142.0, 1_400.0].map(delay_words),
            ["4.2 ms", "142 ms", "1.4 s"]
        );
    }

    #[test]
    fn ages_are_read_at_a_glance() {
        assert_eq!(
            [51, 120, 200, 7_260].map(age),
            ["51 s", "2 min", "3 min 20 s", "2 h 1 min"]
        );
    }
}
