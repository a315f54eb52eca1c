//! From the values in an alarm's range to its state: a pure decision.
//!
//! Source: CloudWatch User Guide, "Using Amazon CloudWatch alarms" (missing data, evaluation range). Where the guide leaves
//! the result of too few breaching values open, our choice is to keep the state. A breaching value anywhere in the range
//! counts by its age, so that an alarm by the minute can ring upon a value of five minutes, which is five old when it comes.

/// The state of an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmState {
    /// The metric is within its threshold.
    Ok,
    /// The metric is beyond its threshold.
    Alarm,
    /// There is too little to say.
    InsufficientData,
}

impl AlarmState {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Alarm => "ALARM",
            Self::InsufficientData => "INSUFFICIENT_DATA",
        }
    }

    /// Whether it is ALARM.
    #[must_use]
    pub fn is_alarm(self) -> bool {
        self == Self::Alarm
    }

    /// The state with AWS's word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::Ok, Self::Alarm, Self::InsufficientData]
            .into_iter()
            .find(|state| state.name() == word)
    }
}

/// What stands in for values that are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing: too few make the alarm say so.
    Missing,
    /// Nothing: too few leave it as it is.
    Ignore,
    /// A value beyond the threshold.
    Breaching,
    /// A value within the threshold.
    NotBreaching,
}

impl Missing {
    /// The treatment with AWS's word; `missing` for any other.
    #[must_use]
    pub fn named(word: &str) -> Self {
        match word {
            "ignore" => Self::Ignore,
            "breaching" => Self::Breaching,
            "notBreaching" => Self::NotBreaching,
            _ => Self::Missing,
        }
    }
}

/// What an alarm's state becomes. `range` holds the periods that it looks at, oldest first: whether each breaches, or none
/// if its value is missing. Of the newest `n` that are there, `m` must breach. None keeps the state.
#[must_use]
pub fn evaluate(range: &[Option<bool>], n: usize, m: usize, missing: Missing) -> Option<AlarmState> {
    let real: Vec<bool> = range.iter().flatten().copied().collect();
    let alarm_if = |breaching: usize| {
        Some(if breaching >= m {
            AlarmState::Alarm
        } else {
            AlarmState::Ok
        })
    };
    if real.len() >= n {
        return alarm_if(breaching(&real[real.len() - n..]));
    }
    let fills = n - real.len();
    match missing {
        Missing::Breaching => alarm_if(breaching(&real) + fills),
        Missing::NotBreaching => alarm_if(breaching(&real)),
        Missing::Missing if real.is_empty() => Some(AlarmState::InsufficientData),
        Missing::Ignore if real.is_empty() => None,
        Missing::Missing | Missing::Ignore => with_some(range, &real, m, missing),
    }
}

fn breaching(values: &[bool]) -> usize {
    values.iter().filter(|breaches| **breaches).count()
}

/// There are some values, but too few, and nothing stands in for the others.
fn with_some(range: &[Option<bool>], real: &[bool], m: usize, missing: Missing) -> Option<AlarmState> {
    if breaching(real) >= m {
        return Some(AlarmState::Alarm);
    }
    if real.contains(&false) {
        return Some(AlarmState::Ok);
    }
    let oldest = range.iter().position(|value| *value == Some(true));
    let age = oldest.map_or(0, |place| range.len() - place);
    (missing == Missing::Missing && age >= m).then_some(AlarmState::Alarm)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `0` is fine, `X` breaches, `-` is missing; the state for each treatment.
    fn check(points: &str, m: usize, expected: [&str; 4]) {
        let range: Vec<Option<bool>> = points
            .split(' ')
            .map(|point| match point {
                "-" => None,
                point => Some(point == "X"),
            })
            .collect();
        let treatments = [
            Missing::Missing,
            Missing::Ignore,
            Missing::Breaching,
            Missing::NotBreaching,
        ];
        let found =
            treatments.map(|missing| evaluate(&range, 3, m, missing).map_or("keep", AlarmState::name));
        assert_eq!(found, expected, "{points} with M = {m}");
    }

    /// Scenario 19 of the facts on EC2 and CloudWatch.
    #[test]
    fn the_published_tables_hold() {
        const NO: &str = "INSUFFICIENT_DATA";
        check("0 - X - X", 3, ["OK"; 4]);
        check("0 - - - -", 3, ["OK"; 4]);
        check("- - - - -", 3, [NO, "keep", "ALARM", "OK"]);
        check("0 X X - X", 3, ["ALARM"; 4]);
        check("- - X - -", 3, ["ALARM", "keep", "ALARM", "OK"]);
        check("0 - X - X", 2, ["ALARM"; 4]);
        check("0 0 X 0 X", 2, ["ALARM"; 4]);
        check("0 - X - -", 2, ["OK", "OK", "ALARM", "OK"]);
        check("- - - - 0", 2, ["OK", "OK", "ALARM", "OK"]);
        check("- - - X -", 2, ["ALARM", "keep", "ALARM", "OK"]);
    }

    #[test]
    fn a_lone_breach_that_is_old_enough_is_an_alarm() {
        check("X - - - -", 3, ["ALARM", "keep", "ALARM", "OK"]);
        check("- X - - -", 3, ["ALARM", "keep", "ALARM", "OK"]);
    }

    #[test]
    fn a_first_breach_alone_is_no_alarm_yet() {
        check("- - - - X", 3, ["keep", "keep", "ALARM", "OK"]);
        check("- - - X -", 3, ["keep", "keep", "ALARM", "OK"]);
    }
}
