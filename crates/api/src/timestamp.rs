//! An instant as AWS writes it: a date and time in UTC.

use std::fmt;

use des::SimTime;

const MICROS_PER_SECOND: i64 = 1_000_000;
const SECONDS_PER_DAY: i64 = 86_400;

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// A date and time of day in UTC, in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Such as 2026; may be negative.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 59.
    pub second: i64,
    /// 0 to 999,999.
    pub micros: i64,
}

impl Timestamp {
    /// When the world begins: 2026-11-02T10:00:00Z, a Monday.
    pub const WORLD_START: Self = Self::from_secs(1_793_613_600);

    /// The instant `micros` microseconds after 1970 began.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// The instant `seconds` seconds after 1970 began.
    #[must_use]
    pub const fn from_secs(seconds: i64) -> Self {
        Self(seconds.saturating_mul(MICROS_PER_SECOND))
    }

    /// The instant `time` of a world that begins at [`Timestamp::WORLD_START`].
    #[must_use]
    pub fn of(time: SimTime) -> Self {
        let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
        Self(Self::WORLD_START.0.saturating_add(micros))
    }

    /// Microseconds since 1970 began.
    #[must_use]
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// The model time of this instant; the beginning of the world for what was before it.
    #[must_use]
    pub fn to_sim_time(self) -> SimTime {
        let micros = self.0.saturating_sub(Self::WORLD_START.0);
        SimTime::from_micros(u64::try_from(micros).unwrap_or(0))
    }

    /// The instant of a date and time of day. Fields past their range carry over.
    #[must_use]
    pub const fn from_civil(civil: Civil) -> Self {
        let days = days_since_1970(civil.year, civil.month, civil.day);
        let seconds = days * SECONDS_PER_DAY + civil.hour * 3_600 + civil.minute * 60 + civil.second;
        Self(
            seconds
                .saturating_mul(MICROS_PER_SECOND)
                .saturating_add(civil.micros),
        )
    }

    /// The date and time of day.
    #[must_use]
    pub const fn to_civil(self) -> Civil {
        let seconds = self.0.div_euclid(MICROS_PER_SECOND);
        let (days, second) = (
            seconds.div_euclid(SECONDS_PER_DAY),
            seconds.rem_euclid(SECONDS_PER_DAY),
        );
        let (year, month, day) = date_of(days);
        Civil {
            year,
            month,
            day,
            hour: second / 3_600,
            minute: second / 60 % 60,
            second: second % 60,
            micros: self.0.rem_euclid(MICROS_PER_SECOND),
        }
    }

    /// Reads ISO 8601 (`2026-11-02T10:00:00Z`, `2026-11-02T11:00:00.25+01:00`, `2026-11-02`; UTC if nothing else
    /// is said) or seconds since 1970. `None` if it is neither, or not in the years 1 to 9999.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        parse_seconds(text).or_else(|| parse_iso(text))
    }
}

/// As AWS's command line prints it: `2026-11-02T10:00:00+00:00`, with six digits of a fraction if there is one.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil {
            year,
            month,
            day,
            hour,
            minute,
            second,
            micros,
        } = self.to_civil();
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if micros > 0 {
            write!(f, ".{micros:06}")?;
        }
        f.write_str("+00:00")
    }
}

/// Counts from a March that begins a 400-year cycle, so that a leap day is the last of its year.
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    cycle * DAYS_PER_CYCLE + day_of_cycle - DAYS_FROM_YEAR_0_TO_1970
}

const fn date_of(days_since_1970: i64) -> (i64, i64, i64) {
    let days = days_since_1970 + DAYS_FROM_YEAR_0_TO_1970;
    let (cycle, day) = (days.div_euclid(DAYS_PER_CYCLE), days.rem_euclid(DAYS_PER_CYCLE));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = cycle * 400 + year + if month <= 2 { 1 } else { 0 };
    (year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1)
}

/// Days in 400 years.
const DAYS_PER_CYCLE: i64 = 146_097;
/// Days from 1 March of the year 0 to 1 January 1970.
const DAYS_FROM_YEAR_0_TO_1970: i64 = 719_468;

fn parse_seconds(text: &str) -> Option<Timestamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let micros = number(whole, 1..=12)? * MICROS_PER_SECOND + parse_fraction(fraction)?;
    (whole.len() > 4).then_some(Timestamp(micros))
}

fn parse_iso(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_at_checked(10)?;
    let [year, month, day] = numbers(date, '-')?;
    let (clock, offset_minutes) = match time.strip_prefix(['T', ' ']) {
        Some(time) => split_offset(time)?,
        None if time.is_empty() => ("00:00:00", 0),
        None => return None,
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hour, minute, second] = numbers(clock, ':')?;
    let civil = Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
        micros: parse_fraction(fraction)?,
    };
    let instant = Timestamp::from_civil(civil);
    let exists = year >= 1 && instant.to_civil() == civil;
    exists.then_some(Timestamp(instant.0 - offset_minutes * 60 * MICROS_PER_SECOND))
}

/// The time of day, and by how many minutes its clock is ahead of UTC.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix('Z') {
        return Some((clock, 0));
    }
    let Some(at) = time.rfind(['+', '-']) else {
        return Some((time, 0));
    };
    let (hours, minutes) = time[at + 1..].split_once(':')?;
    let minutes = number(hours, 2..=2)? * 60 + number(minutes, 2..=2)?;
    Some((
        &time[..at],
        if time[at..].starts_with('-') {
            -minutes
        } else {
            minutes
        },
    ))
}

fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut next = || number(parts.next()?, 2..=4);
    let numbers = [next()?, next()?, next()?];
    parts.next().is_none().then_some(numbers)
}

/// One to six digits behind the point, in millionths; more are cut off.
fn parse_fraction(digits: &str) -> Option<i64> {
    number(digits, 1..=12)?;
    number(&format!("{digits:0<6}")[..6], 6..=6)
}

fn number(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<i64> {
    let plain = length.contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_begins_on_the_second_of_november() {
        assert_eq!(
            Timestamp::of(SimTime::ZERO).to_string(),
            "2026-11-02T10:00:00+00:00"
        );
        assert_eq!(
            Timestamp::of(SimTime::from_micros(1_500_000)).to_string(),
            "2026-11-02T10:00:01.500000+00:00"
        );
        assert_eq!(
            Timestamp::of(SimTime::from_secs(90)).to_sim_time(),
            SimTime::from_secs(90)
        );
        assert_eq!(Timestamp::from_secs(0).to_sim_time(), SimTime::ZERO);
    }

    #[test]
    fn every_day_of_eight_centuries_has_its_date() {
        let (mut year, mut month, mut day) = (1600, 1, 1);
        let start = days_since_1970(1600, 1, 1);
        for days in start..start + 2 * DAYS_PER_CYCLE {
            assert_eq!(date_of(days), (year, month, day));
            assert_eq!(days_since_1970(year, month, day), days);
            (year, month, day) = next_day(year, month, day);
        }
    }

    fn next_day(year: i64, month: i64, day: i64) -> (i64, i64, i64) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        match (month, day) {
            (12, 31) => (year + 1, 1, 1),
            (_, day) if day == length => (year, month + 1, 1),
            _ => (year, month, day + 1),
        }
    }

    #[test]
    fn instants_are_read_in_every_spelling() {
        let check = |text: &str, printed: &str| {
            assert_eq!(
                Timestamp::parse(text).map(|at| at.to_string()).as_deref(),
                Some(printed),
                "{text}"
            );
        };
        check("2026-11-02T10:00:00Z", "2026-11-02T10:00:00+00:00");
        check("2026-11-02T10:00:00", "2026-11-02T10:00:00+00:00");
        check("2026-11-02 10:00:00", "2026-11-02T10:00:00+00:00");
        check("2026-11-02T11:30:00.25+01:30", "2026-11-02T10:00:00.250000+00:00");
        check("2026-11-02T05:00:00-05:00", "2026-11-02T10:00:00+00:00");
        check("2026-11-02", "2026-11-02T00:00:00+00:00");
        check("2024-02-29", "2024-02-29T00:00:00+00:00");
        check("1793613600", "2026-11-02T10:00:00+00:00");
        check("1793613600.0000019", "2026-11-02T10:00:00.000001+00:00");
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "now",
            "2026",
            "2026-11",
            "2026-13-01",
            "2026-02-30",
            "2026-11-02T",
            "2026-11-02T10",
            "2026-11-02T24:00:00",
            "2026-11-02T10:00:00+",
            "2026-11-02T10:00:00+1",
            "2026-11-02T10:00:00.Z",
            "0000-01-01",
            "-1793613600",
            "2026-11-0é",
            "99999999999999999999",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
