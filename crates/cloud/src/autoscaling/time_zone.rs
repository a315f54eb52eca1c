//! Clocks of the world: the commonest zones of the IANA database, with the rules of daylight saving that hold at present.
//!
//! Source: IANA time zone database, release 2025b, read for the years from 2026 on. Simplified: a table of our own, without
//! history.

use api::{Civil, Timestamp};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// A clock: how far it is from UTC, and when it is put forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone {
    /// As IANA calls it.
    pub name: &'static str,
    /// Seconds ahead of UTC in standard time.
    standard: i64,
    daylight: Option<Daylight>,
}

/// When clocks stand an hour further on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Daylight {
    /// Second Sunday of March to first of November, at two.
    America,
    /// Last Sunday of March to last of October, at one in UTC.
    Europe,
    /// First Sunday of October to first of April, at two in standard time.
    Australia,
    /// Last Sunday of September to first of April, at two in standard time.
    NewZealand,
}

const fn zone(name: &'static str, hours: i64, minutes: i64, daylight: Option<Daylight>) -> TimeZone {
    TimeZone {
        name,
        standard: hours * HOUR + minutes * MINUTE,
        daylight,
    }
}

const US: Option<Daylight> = Some(Daylight::America);
const EU: Option<Daylight> = Some(Daylight::Europe);
const AU: Option<Daylight> = Some(Daylight::Australia);
const NZ: Option<Daylight> = Some(Daylight::NewZealand);

/// The zones that are modelled.
pub const ZONES: &[TimeZone] = &[
    zone("UTC", 0, 0, None),
    zone("Etc/UTC", 0, 0, None),
    zone("Etc/GMT", 0, 0, None),
    zone("GMT", 0, 0, None),
    zone("US/Eastern", -5, 0, US),
    zone("US/Central", -6, 0, US),
    zone("US/Mountain", -7, 0, US),
    zone("US/Pacific", -8, 0, US),
    zone("America/New_York", -5, 0, US),
    zone("America/Toronto", -5, 0, US),
    zone("America/Chicago", -6, 0, US),
    zone("America/Denver", -7, 0, US),
    zone("America/Phoenix", -7, 0, None),
    zone("America/Los_Angeles", -8, 0, US),
    zone("America/Vancouver", -8, 0, US),
    zone("America/Anchorage", -9, 0, US),
    zone("Pacific/Honolulu", -10, 0, None),
    zone("America/Mexico_City", -6, 0, None),
    zone("America/Bogota", -5, 0, None),
    zone("America/Lima", -5, 0, None),
    zone("America/Sao_Paulo", -3, 0, None),
    zone("America/Argentina/Buenos_Aires", -3, 0, None),
    zone("Europe/London", 0, 0, EU),
    zone("Europe/Dublin", 0, 0, EU),
    zone("Europe/Lisbon", 0, 0, EU),
    zone("Europe/Paris", 1, 0, EU),
    zone("Europe/Berlin", 1, 0, EU),
    zone("Europe/Madrid", 1, 0, EU),
    zone("Europe/Rome", 1, 0, EU),
    zone("Europe/Amsterdam", 1, 0, EU),
    zone("Europe/Brussels", 1, 0, EU),
    zone("Europe/Vienna", 1, 0, EU),
    zone("Europe/Zurich", 1, 0, EU),
    zone("Europe/Stockholm", 1, 0, EU),
    zone("Europe/Oslo", 1, 0, EU),
    zone("Europe/Copenhagen", 1, 0, EU),
    zone("Europe/Warsaw", 1, 0, EU),
    zone("Europe/Prague", 1, 0, EU),
    zone("Europe/Athens", 2, 0, EU),
    zone("Europe/Helsinki", 2, 0, EU),
    zone("Europe/Kiev", 2, 0, EU),
    zone("Europe/Istanbul", 3, 0, None),
    zone("Europe/Moscow", 3, 0, None),
    zone("Africa/Lagos", 1, 0, None),
    zone("Africa/Johannesburg", 2, 0, None),
    zone("Africa/Nairobi", 3, 0, None),
    zone("Asia/Dubai", 4, 0, None),
    zone("Asia/Karachi", 5, 0, None),
    zone("Asia/Kolkata", 5, 30, None),
    zone("Asia/Calcutta", 5, 30, None),
    zone("Asia/Dhaka", 6, 0, None),
    zone("Asia/Bangkok", 7, 0, None),
    zone("Asia/Jakarta", 7, 0, None),
    zone("Asia/Ho_Chi_Minh", 7, 0, None),
    zone("Asia/Shanghai", 8, 0, None),
    zone("Asia/Hong_Kong", 8, 0, None),
    zone("Asia/Singapore", 8, 0, None),
    zone("Asia/Manila", 8, 0, None),
    zone("Asia/Taipei", 8, 0, None),
    zone("Asia/Seoul", 9, 0, None),
    zone("Asia/Tokyo", 9, 0, None),
    zone("Australia/Perth", 8, 0, None),
    zone("Australia/Brisbane", 10, 0, None),
    zone("Australia/Adelaide", 9, 30, AU),
    zone("Australia/Sydney", 10, 0, AU),
    zone("Australia/Melbourne", 10, 0, AU),
    zone("Pacific/Auckland", 12, 0, NZ),
];

impl TimeZone {
    /// The clock of Greenwich.
    pub const UTC: &'static Self = &ZONES[0];

    /// The zone that IANA calls so, if it is modelled.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ZONES.iter().find(|zone| zone.name == name)
    }

    /// What the clock shows `seconds` after 1970 began, as seconds after its own 1970 began.
    #[must_use]
    pub fn local(&self, seconds: i64) -> i64 {
        seconds + self.offset(seconds)
    }

    /// When the clock shows this: what it shows twice is meant the first time; what it leaves out is the moment at which it
    /// is put forward. Our choice.
    #[must_use]
    pub fn instant(&self, local: i64) -> i64 {
        let (forward, standard) = (local - self.standard - HOUR, local - self.standard);
        if self.is_daylight(forward) {
            return forward;
        }
        if !self.is_daylight(standard) {
            return standard;
        }
        self.changes(year_of(standard))
            .map_or(standard, |(put_forward, _)| put_forward)
    }

    fn offset(&self, seconds: i64) -> i64 {
        self.standard + if self.is_daylight(seconds) { HOUR } else { 0 }
    }

    fn is_daylight(&self, seconds: i64) -> bool {
        match self.changes(year_of(seconds)) {
            None => false,
            Some((forward, back)) if forward < back => (forward..back).contains(&seconds),
            Some((forward, back)) => !(back..forward).contains(&seconds),
        }
    }

    /// When the clock is put forward in a year, and when back.
    fn changes(&self, year: i64) -> Option<(i64, i64)> {
        let clock = |midnight: i64, hour: i64| midnight + hour * HOUR - self.standard;
        Some(match self.daylight? {
            Daylight::America => (clock(sunday(year, 3, 8), 2), clock(sunday(year, 11, 1), 1)),
            Daylight::Europe => (sunday(year, 3, 25) + HOUR, sunday(year, 10, 25) + HOUR),
            Daylight::Australia => (clock(sunday(year, 10, 1), 2), clock(sunday(year, 4, 1), 2)),
            Daylight::NewZealand => (clock(sunday(year, 9, 24), 2), clock(sunday(year, 4, 1), 2)),
        })
    }
}

/// Midnight of the first Sunday on or after a day.
fn sunday(year: i64, month: i64, day: i64) -> i64 {
    let midnight = midnight(year, month, day);
    midnight + (7 - weekday(midnight)) % 7 * DAY
}

/// The beginning of a day, in seconds since 1970.
fn midnight(year: i64, month: i64, day: i64) -> i64 {
    let civil = Civil {
        year,
        month,
        day,
        hour: 0,
        minute: 0,
        second: 0,
        micros: 0,
    };
    Timestamp::from_civil(civil).as_micros() / 1_000_000
}

/// The day of the week, from Sunday, 0.
pub(super) fn weekday(seconds: i64) -> i64 {
    (seconds.div_euclid(DAY) + 4).rem_euclid(7)
}

fn year_of(seconds: i64) -> i64 {
    Timestamp::from_secs(seconds).to_civil().year
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> i64 {
        Timestamp::parse(text).expect("a time").as_micros() / 1_000_000
    }

    fn shows(zone: &str, utc: &str) -> String {
        let zone = TimeZone::named(zone).expect("it is modelled");
        let local = Timestamp::from_secs(zone.local(seconds(utc))).to_string();
        local[..16].to_owned()
    }

    #[test]
    fn clocks_are_put_forward_and_back() {
        let cases = [
            ("America/New_York", "2027-03-14T06:59:00Z", "2027-03-14T01:59"),
            ("America/New_York", "2027-03-14T07:00:00Z", "2027-03-14T03:00"),
            ("America/New_York", "2027-11-07T05:59:00Z", "2027-11-07T01:59"),
            ("America/New_York", "2027-11-07T06:00:00Z", "2027-11-07T01:00"),
            ("America/Los_Angeles", "2027-03-14T10:00:00Z", "2027-03-14T03:00"),
            ("Europe/Berlin", "2027-03-28T00:59:00Z", "2027-03-28T01:59"),
            ("Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-28T03:00"),
            ("Europe/Berlin", "2027-10-31T01:00:00Z", "2027-10-31T02:00"),
            ("Europe/London", "2027-07-01T12:00:00Z", "2027-07-01T13:00"),
            ("Australia/Sydney", "2026-12-01T00:00:00Z", "2026-12-01T11:00"),
            ("Australia/Sydney", "2027-04-03T15:59:00Z", "2027-04-04T02:59"),
            ("Australia/Sydney", "2027-04-03T16:00:00Z", "2027-04-04T02:00"),
            ("Australia/Sydney", "2027-10-02T16:00:00Z", "2027-10-03T03:00"),
            ("Pacific/Auckland", "2027-01-01T00:00:00Z", "2027-01-01T13:00"),
            ("Asia/Kolkata", "2026-11-02T10:00:00Z", "2026-11-02T15:30"),
            ("America/Sao_Paulo", "2027-01-01T12:00:00Z", "2027-01-01T09:00"),
            ("Asia/Tokyo", "2026-11-02T20:00:00Z", "2026-11-03T05:00"),
        ];
        for (zone, utc, local) in cases {
            assert_eq!(shows(zone, utc), local, "{zone} at {utc}");
        }
    }

    #[test]
    fn every_time_of_a_clock_has_its_instant() {
        let cases = [
            ("America/New_York", "2027-03-14T02:30:00Z", "2027-03-14T07:00:00Z"),
            ("America/New_York", "2027-11-07T01:30:00Z", "2027-11-07T05:30:00Z"),
            ("America/New_York", "2027-01-01T09:00:00Z", "2027-01-01T14:00:00Z"),
            ("Europe/Paris", "2027-06-01T09:00:00Z", "2027-06-01T07:00:00Z"),
            ("Australia/Sydney", "2027-10-03T02:15:00Z", "2027-10-02T16:00:00Z"),
            ("Asia/Singapore", "2027-06-01T09:00:00Z", "2027-06-01T01:00:00Z"),
        ];
        for (zone, local, utc) in cases {
            let found = TimeZone::named(zone)
                .expect("it is modelled")
                .instant(seconds(local));
            assert_eq!(found, seconds(utc), "{zone} at {local}");
        }
    }
}
