//! When something recurs, as Unix cron writes it: minute, hour, day of the month, month, day of the week.
//!
//! Source: Auto Scaling User Guide, "Create scheduled actions", which points to crontab(5). Names such as `@daily` are not
//! taken: the guide asks for five fields.

use api::Timestamp;

use super::time_zone::{TimeZone, weekday};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// Days looked ahead: a February 29th comes at the latest eight years after the one before.
const DAYS_AHEAD: i64 = 8 * 366;
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const WEEKDAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// When something recurs. Each field holds a bit for each value that it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cron {
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// Both days of the month and of the week are said: either will do.
    either_day: bool,
}

impl Cron {
    /// Reads five fields; none if they are not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_ascii_whitespace().collect();
        let [minute, hour, day, month, of_week] = fields[..] else {
            return None;
        };
        let of_week_bits = field(of_week, 0, 7, WEEKDAYS)?;
        Some(Self {
            minutes: field(minute, 0, 59, &[])?,
            hours: field(hour, 0, 23, &[])?,
            days: field(day, 1, 31, &[])?,
            months: field(month, 1, 12, MONTHS)?,
            // Sunday is 0 and 7.
            weekdays: of_week_bits & 0x7f | of_week_bits >> 7,
            either_day: !day.starts_with('*') && !of_week.starts_with('*'),
        })
    }

    /// The first time after `after`, both in seconds since 1970; none if it never comes.
    #[must_use]
    pub fn next_after(&self, zone: &TimeZone, after: i64) -> Option<i64> {
        let local = zone.local(after);
        let today = local.div_euclid(DAY) * DAY;
        let days = (0..DAYS_AHEAD).map(|ahead| today + ahead * DAY);
        let mut times = days
            .filter(|day| self.has_day(*day))
            .flat_map(|day| self.times().map(move |time| day + time));
        times.find_map(|time| Some(zone.instant(time)).filter(|instant| *instant > after))
    }

    fn has_day(&self, seconds: i64) -> bool {
        let civil = Timestamp::from_secs(seconds).to_civil();
        let of_month = has(self.days, civil.day);
        let of_week = has(self.weekdays, weekday(seconds));
        let day = if self.either_day {
            of_month || of_week
        } else {
            of_month && of_week
        };
        day && has(self.months, civil.month)
    }

    /// Times of the day, in seconds.
    fn times(&self) -> impl Iterator<Item = i64> {
        let (hours, minutes) = (self.hours, self.minutes);
        let hours = (0..24).filter(move |hour| has(hours, *hour));
        hours.flat_map(move |hour| {
            let minutes = (0..60).filter(move |minute| has(minutes, *minute));
            minutes.map(move |minute| hour * HOUR + minute * MINUTE)
        })
    }
}

const fn has(bits: u64, value: i64) -> bool {
    bits >> value & 1 == 1
}

/// Entries parted by commas.
fn field(text: &str, least: u32, most: u32, names: &[&str]) -> Option<u64> {
    let mut entries = text.split(',').map(|entry| entry_bits(entry, least, most, names));
    entries.try_fold(0, |bits, entry| Some(bits | entry?))
}

/// `*`, a value or a range, with a step behind a slash if there is one.
fn entry_bits(text: &str, least: u32, most: u32, names: &[&str]) -> Option<u64> {
    let (range, step) = match text.split_once('/') {
        Some((range, step)) => (range, Some(whole(step)?)),
        None => (text, None),
    };
    let read = |text: &str| value(text, least, most, names);
    let (from, to) = match range.split_once('-') {
        _ if range == "*" => (least, most),
        Some((from, to)) => (read(from)?, read(to)?),
        // From a single value on, a step goes to the end.
        None => (read(range)?, if step.is_some() { most } else { read(range)? }),
    };
    let step = step.unwrap_or(1);
    if step == 0 || from > to {
        return None;
    }
    Some(
        (from..=to)
            .step_by(step as usize)
            .fold(0, |bits, value| bits | 1 << value),
    )
}

fn value(text: &str, least: u32, most: u32, names: &[&str]) -> Option<u32> {
    let named = names.iter().position(|name| name.eq_ignore_ascii_case(text));
    // Months count from one, days of the week from zero.
    let named = named.map(|place| place as u32 + least);
    named
        .or_else(|| whole(text))
        .filter(|value| (least..=most).contains(value))
}

/// A number of digits alone: no sign.
fn whole(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Monday.
    const START: &str = "2026-11-02T10:00:00Z";

    fn seconds(text: &str) -> i64 {
        Timestamp::parse(text).expect("a time").as_micros() / 1_000_000
    }

    /// The next two times, without seconds.
    fn next_two(text: &str, zone: &str, after: &str) -> [String; 2] {
        let cron = Cron::parse(text).unwrap_or_else(|| panic!("{text} is a recurrence"));
        let zone = TimeZone::named(zone).expect("it is modelled");
        let first = cron.next_after(zone, seconds(after)).expect("it comes");
        let second = cron.next_after(zone, first).expect("it comes again");
        [first, second].map(|at| Timestamp::from_secs(at).to_string()[..16].to_owned())
    }

    #[test]
    fn fields_lists_ranges_steps_and_names_are_understood() {
        let cases = [
            ("* * * * *", ["2026-11-02T10:01", "2026-11-02T10:02"]),
            ("*/30 * * * *", ["2026-11-02T10:30", "2026-11-02T11:00"]),
            ("5/20 10 * * *", ["2026-11-02T10:05", "2026-11-02T10:25"]),
            ("0 9 * * 1-5", ["2026-11-03T09:00", "2026-11-04T09:00"]),
            ("0 9 * * mon,FRI", ["2026-11-06T09:00", "2026-11-09T09:00"]),
            ("15,45 8-18/5 * * *", ["2026-11-02T13:15", "2026-11-02T13:45"]),
            ("0 0 1 1,6,12 *", ["2026-12-01T00:00", "2027-01-01T00:00"]),
            ("0 0 * feb-mar sun", ["2027-02-07T00:00", "2027-02-14T00:00"]),
            ("0 0 * * 7", ["2026-11-08T00:00", "2026-11-15T00:00"]),
            ("0 0 29 2 *", ["2028-02-29T00:00", "2032-02-29T00:00"]),
            ("0 0 13 * 5", ["2026-11-06T00:00", "2026-11-13T00:00"]),
            ("0 0 31 * *", ["2026-12-31T00:00", "2027-01-31T00:00"]),
        ];
        for (text, expected) in cases {
            assert_eq!(next_two(text, "UTC", START), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_recurrence_is_refused() {
        for text in [
            "",
            "*",
            "* * * *",
            "* * * * * *",
            "60 * * * *",
            "* 24 * * *",
            "* * 0 * *",
            "* * 32 * *",
            "* * * 13 *",
            "* * * * 8",
            "*/0 * * * *",
            "5-1 * * * *",
            "1,,2 * * * *",
            "-1 * * * *",
            "+1 * * * *",
            "@daily",
            "* * ? * *",
            "* * L * *",
            "a * * * *",
            "* jan * * *",
            "1-2-3 * * * *",
            "1/2/3 * * * *",
        ] {
            assert_eq!(Cron::parse(text), None, "{text}");
        }
        let never = Cron::parse("0 0 30 2 *").expect("its fields are right");
        assert_eq!(never.next_after(TimeZone::UTC, seconds(START)), None);
    }

    #[test]
    fn nine_o_clock_is_nine_o_clock_in_summer_and_winter() {
        let nine = |zone: &str, after: &str| next_two("0 9 * * *", zone, after);
        assert_eq!(
            nine("America/New_York", "2027-03-13T12:00:00Z"),
            ["2027-03-13T14:00", "2027-03-14T13:00"]
        );
        assert_eq!(
            nine("Europe/Berlin", "2027-10-30T00:00:00Z"),
            ["2027-10-30T07:00", "2027-10-31T08:00"]
        );
        assert_eq!(
            nine("Asia/Kolkata", START),
            ["2026-11-03T03:30", "2026-11-04T03:30"]
        );
    }

    #[test]
    fn a_time_that_the_clock_leaves_out_comes_at_the_jump_and_one_that_it_shows_twice_comes_once() {
        assert_eq!(
            next_two("30 2 * * *", "America/New_York", "2027-03-13T12:00:00Z"),
            ["2027-03-14T07:00", "2027-03-15T06:30"]
        );
        assert_eq!(
            next_two("30 1 * * *", "America/New_York", "2027-11-07T00:00:00Z"),
            ["2027-11-07T05:30", "2027-11-08T06:30"]
        );
        assert_eq!(
            next_two("30 * * * *", "America/New_York", "2027-11-07T05:00:00Z"),
            ["2027-11-07T05:30", "2027-11-07T07:30"]
        );
    }
}
