//! Why an alarm is in its state, in AWS's words and as JSON.
//!
//! Source: texts of reasons in published mails and in the examples of AWS's command line.

use api::Timestamp;
use des::SimTime;

use super::alarm::AlarmSpec;
use super::evaluate::{AlarmState, Missing};
use super::watch::{Sample, Seen};

impl Seen {
    pub(super) fn reason(&self, spec: &AlarmSpec, state: AlarmState) -> String {
        let n = spec.evaluation_periods;
        let real: Vec<(u64, Sample)> = self.real().take(n).collect();
        if state == AlarmState::InsufficientData {
            let (s, were) = if n == 1 { ("", "was") } else { ("s", "were") };
            return format!("Insufficient Data: {n} datapoint{s} {were} unknown.");
        }
        let filled = match spec.missing {
            Missing::Breaching => Some("Breaching"),
            Missing::NotBreaching => Some("NonBreaching"),
            Missing::Missing | Missing::Ignore => None,
        };
        match filled {
            Some(filled) if real.len() < n => missing_sentence(real.len(), n, filled),
            _ => crossed(spec, &real, state),
        }
    }

    /// `StateReasonData`.
    pub(super) fn reason_data(&self, spec: &AlarmSpec, now: SimTime) -> String {
        let n = spec.evaluation_periods;
        let real: Vec<(u64, Sample)> = self.real().take(n).collect();
        let start = real
            .last()
            .map_or_else(String::new, |(at, _)| format!(r#""startDate":"{}","#, date(*at)));
        let recent: Vec<String> = real
            .iter()
            .rev()
            .map(|(_, sample)| double(sample.value))
            .collect();
        let evaluated = |(at, sample): &(u64, Sample)| {
            let (count, value) = (double(sample.count), double(sample.value));
            format!(
                r#"{{"timestamp":"{}","sampleCount":{count},"value":{value}}}"#,
                date(*at)
            )
        };
        // Fewer where there are many, so that it stays below AWS's 4,000 characters.
        let evaluated: Vec<String> = real.iter().take(20).map(evaluated).collect();
        let statistic = if spec.statistic.is_empty() {
            String::new()
        } else {
            format!(r#""statistic":"{}","#, spec.statistic)
        };
        format!(
            r#"{{"version":"1.0","queryDate":"{}",{start}{statistic}"period":{},"recentDatapoints":[{}],"threshold":{},"evaluatedDatapoints":[{}]}}"#,
            date(now.as_secs()),
            spec.period_s,
            recent.join(","),
            double(spec.threshold),
            evaluated.join(","),
        )
    }
}

fn missing_sentence(real: usize, n: usize, filled: &str) -> String {
    let received = match real {
        0 => "no datapoints were".to_owned(),
        1 => "1 datapoint was".to_owned(),
        more => format!("{more} datapoints were"),
    };
    let missing = n - real;
    let (periods, points, were) = (
        if n == 1 { "period" } else { "periods" },
        if missing == 1 { "datapoint" } else { "datapoints" },
        if missing == 1 { "was" } else { "were" },
    );
    format!(
        "Threshold Crossed: {received} received for {n} {periods} and {missing} missing {points} {were} treated as [{filled}]."
    )
}

fn crossed(spec: &AlarmSpec, real: &[(u64, Sample)], state: AlarmState) -> String {
    let n = real.len();
    let telling = |(_, sample): &&(u64, Sample)| {
        spec.comparison.breaches(sample.value, spec.threshold) == state.is_alarm()
    };
    let told: Vec<&(u64, Sample)> = real.iter().filter(telling).collect();
    let were = if told.len() == 1 { "was" } else { "were" };
    let listed: Vec<String> = told
        .iter()
        .map(|(at, sample)| format!("{} ({})", double(sample.value), short_time(*at)))
        .collect();
    let (not, least, way) = if state.is_alarm() {
        ("", spec.datapoints_to_alarm, "OK -> ALARM")
    } else {
        (
            " not",
            spec.evaluation_periods - spec.datapoints_to_alarm + 1,
            "ALARM -> OK",
        )
    };
    let least_s = if least == 1 { "" } else { "s" };
    format!(
        "Threshold Crossed: {} out of the last {n} datapoints [{}] {were}{not} {} the threshold ({}) (minimum {least} \
         datapoint{least_s} for {way} transition).",
        told.len(),
        listed.join(", "),
        spec.comparison.words(),
        double(spec.threshold),
    )
}

/// `02/11/26 10:05:00`, as reasons write times.
fn short_time(seconds: u64) -> String {
    let text = Timestamp::of(SimTime::from_secs(seconds)).to_string();
    let (year, month, day, clock) = (&text[2..4], &text[5..7], &text[8..10], &text[11..19]);
    format!("{day}/{month}/{year} {clock}")
}

/// `2026-11-02T10:05:00.000+0000`, as CloudWatch writes times in JSON.
pub(super) fn date(seconds: u64) -> String {
    let text = Timestamp::of(SimTime::from_secs(seconds)).to_string();
    format!("{}.000+0000", &text[..19])
}

/// `Monday 02 November, 2026 10:05:00 UTC`, as reasons of composite alarms write times.
pub(super) fn long_time(at: SimTime) -> String {
    const DAYS: [&str; 7] = [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let instant = Timestamp::of(at);
    // The first of January 1970 was a Thursday.
    let day = instant.as_micros().div_euclid(86_400_000_000) + 4;
    let civil = instant.to_civil();
    format!(
        "{} {:02} {}, {} {:02}:{:02}:{:02} UTC",
        DAYS[day.rem_euclid(7) as usize],
        civil.day,
        MONTHS[(civil.month - 1) as usize],
        civil.year,
        civil.hour,
        civil.minute,
        civil.second,
    )
}

/// A number as AWS writes it: a whole one with its `.0`.
pub(super) fn double(number: f64) -> String {
    let text = number.to_string();
    if text.contains('.') {
        text
    } else {
        format!("{text}.0")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_told_with_what_stood_in_for_them() {
        assert_eq!(
            missing_sentence(0, 3, "Breaching"),
            "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as \
             [Breaching]."
        );
        assert_eq!(
            missing_sentence(1, 3, "Breaching"),
            "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as \
             [Breaching]."
        );
    }

    #[test]
    fn times_are_written_as_aws_does() {
        assert_eq!(short_time(300), "02/11/26 10:05:00");
        assert_eq!(date(300), "2026-11-02T10:05:00.000+0000");
        assert_eq!(
            long_time(SimTime::from_secs(300)),
            "Monday 02 November, 2026 10:05:00 UTC"
        );
        assert_eq!([double(70.0), double(99.5)], ["70.0", "99.5"]);
    }
}
