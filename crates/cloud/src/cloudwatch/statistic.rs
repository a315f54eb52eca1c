//! What can be asked of values: statistics, percentiles, trimmed means.
//!
//! Source: CloudWatch User Guide, "CloudWatch statistics definitions". Simplified: trimmed forms are written with one number.

use super::sketch::Sketch;

/// Values, summed up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistics {
    /// How many.
    pub count: f64,
    /// Their sum.
    pub sum: f64,
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
}

impl Statistics {
    /// Of one value.
    #[must_use]
    pub const fn of(value: f64) -> Self {
        Self {
            count: 1.0,
            sum: value,
            min: value,
            max: value,
        }
    }

    /// Of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            sum: self.sum + other.sum,
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// Of the same values so many times.
    #[must_use]
    pub fn times(self, times: f64) -> Self {
        Self {
            count: self.count * times,
            sum: self.sum * times,
            ..self
        }
    }

    /// One of them, by AWS's name.
    #[must_use]
    pub fn get(&self, statistic: &str) -> f64 {
        match statistic {
            "SampleCount" => self.count,
            "Sum" => self.sum,
            "Minimum" => self.min,
            "Maximum" => self.max,
            _ => self.sum / self.count,
        }
    }
}

/// A statistic that needs to know which values there were.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extended {
    /// `p99`
    Percentile(f64),
    /// `tm90`: the mean of all but the greatest.
    TrimmedMean(f64),
    /// `wm90`: the mean with the greatest brought down to the percentile.
    WinsorizedMean(f64),
    /// `tc90`: how many are left of all but the greatest.
    TrimmedCount(f64),
    /// `ts90`: the sum of all but the greatest.
    TrimmedSum(f64),
    /// `IQM`: the mean of the middle half.
    InterquartileMean,
}

impl Extended {
    /// The statistic with AWS's name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("iqm") {
            return Some(Self::InterquartileMean);
        }
        let split = name.find(|letter: char| letter.is_ascii_digit())?;
        let (kind, number) = name.split_at_checked(split)?;
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let percent = number
            .parse()
            .ok()
            .filter(|percent| *percent <= 100.0 && plain && decimals <= 10)?;
        match kind.to_ascii_lowercase().as_str() {
            "p" => Some(Self::Percentile(percent)),
            "tm" => Some(Self::TrimmedMean(percent)),
            "wm" => Some(Self::WinsorizedMean(percent)),
            "tc" => Some(Self::TrimmedCount(percent)),
            "ts" => Some(Self::TrimmedSum(percent)),
            _ => None,
        }
    }

    /// Its value; none if there are no values.
    #[must_use]
    pub fn of(self, sketch: &Sketch) -> Option<f64> {
        let mean = |(count, sum): (f64, f64)| (count > 0.0).then(|| sum / count);
        match self {
            Self::Percentile(percent) => sketch.percentile(percent),
            Self::TrimmedMean(percent) => mean(sketch.between(0.0, percent)),
            Self::WinsorizedMean(percent) => {
                let (count, sum) = sketch.between(0.0, percent);
                let above = (sketch.count() - count) * sketch.percentile(percent)?;
                mean((sketch.count(), sum + above))
            }
            Self::TrimmedCount(percent) => Some(sketch.between(0.0, percent).0),
            Self::TrimmedSum(percent) => Some(sketch.between(0.0, percent).1),
            Self::InterquartileMean => mean(sketch.between(25.0, 75.0)),
        }
    }

    /// The fewest samples of which it says something. Source: CloudWatch User Guide, "Percentile-based alarms and low data
    /// samples": 10 / (1 - percentile) above the median, 10 / percentile below.
    #[must_use]
    pub fn samples_needed(self) -> f64 {
        match self {
            Self::Percentile(percent) if (50.0..100.0).contains(&percent) => 1_000.0 / (100.0 - percent),
            Self::Percentile(percent) if percent > 0.0 && percent < 50.0 => 1_000.0 / percent,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extended_statistics_are_read_by_name() {
        assert_eq!(Extended::named("p99.9"), Some(Extended::Percentile(99.9)));
        assert_eq!(Extended::named("tm90"), Some(Extended::TrimmedMean(90.0)));
        assert_eq!(Extended::named("IQM"), Some(Extended::InterquartileMean));
        for name in ["p101", "p", "x5", "p-1", "99", "p1e1", "p1.12345678901"] {
            assert_eq!(Extended::named(name), None, "{name}");
        }
        assert_eq!(Extended::Percentile(90.0).samples_needed(), 100.0);
        assert_eq!(Extended::Percentile(5.0).samples_needed(), 200.0);
    }

    #[test]
    fn trimmed_means_leave_out_the_greatest() {
        let mut sketch = Sketch::default();
        [1.0, 2.0, 3.0, 4.0, 100.0]
            .into_iter()
            .for_each(|value| sketch.add(value, 1.0));
        let values = ["tm80", "tc80", "ts80", "wm80", "p80"].map(|name| Extended::named(name)?.of(&sketch));
        assert_eq!(values, [2.5, 4.0, 10.0, 2.8, 4.0].map(Some));
    }
}
