//! How much of something was used, and what one of it costs.

use std::fmt;

use super::money::{HOURS_PER_MONTH, Money, Rate};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours in which an instance ran.
    InstanceHours,
    /// Gigabytes for a month.
    GbMonths,
    /// Hours of a public IPv4 address.
    AddressHours,
    /// Hours of a vCPU.
    VcpuHours,
    /// Metrics for a month.
    MetricMonths,
    /// Alarms for a month, or metrics that one looks at.
    AlarmMonths,
    /// Hours of a load balancer.
    BalancerHours,
    /// Load balancer capacity units for an hour.
    LcuHours,
    /// Read capacity units for an hour.
    ReadUnitHours,
    /// Write capacity units for an hour.
    WriteUnitHours,
    /// Read request units.
    ReadUnits,
    /// Write request units.
    WriteUnits,
    /// Requests.
    Requests,
    /// Minutes of an action.
    ActionMinutes,
}

/// The time that a unit is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Minute,
    Hour,
    Month,
}

impl Unit {
    /// Its name, of many.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InstanceHours => "instance-hours",
            Self::GbMonths => "GB-months",
            Self::AddressHours => "address-hours",
            Self::VcpuHours => "vCPU-hours",
            Self::MetricMonths => "metric-months",
            Self::AlarmMonths => "alarm-months",
            Self::BalancerHours => "load-balancer-hours",
            Self::LcuHours => "LCU-hours",
            Self::ReadUnitHours => "RCU-hours",
            Self::WriteUnitHours => "WCU-hours",
            Self::ReadUnits => "read request units",
            Self::WriteUnits => "write request units",
            Self::Requests => "requests",
            Self::ActionMinutes => "action-minutes",
        }
    }

    const fn length(self) -> Length {
        match self {
            Self::GbMonths | Self::MetricMonths | Self::AlarmMonths => Length::Month,
            Self::ActionMinutes => Length::Minute,
            _ => Length::Hour,
        }
    }

    /// Of so many things at once, for so long in all.
    pub(super) const fn of_thing_micros(self, thing_micros: u64) -> Quantity {
        let seconds = match self.length() {
            Length::Minute => 60,
            Length::Hour => 3_600,
            Length::Month => 3_600 * HOURS_PER_MONTH,
        };
        let micro_units = thing_micros / seconds;
        Quantity {
            micro_units,
            unit: self,
        }
    }

    /// The price of one where `things` of them cost `rate`. Prices are in whole millionths of a dollar; a rate may be a
    /// billionth an hour less than its price.
    pub(super) const fn price(self, rate: Rate, things: u64) -> Price {
        let things = if things == 0 { 1 } else { things };
        let (hours, parts) = match self.length() {
            Length::Minute => (1, 60),
            Length::Hour => (1, 1),
            Length::Month => (HOURS_PER_MONTH, 1),
        };
        let nanos = rate.per_hour().nano_dollars() * hours / (parts * things);
        Price::each(Money::from_micro_dollars(nanos.div_ceil(1_000)))
    }
}

/// How much was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// In millionths of the unit.
    pub micro_units: u64,
    /// What is counted.
    pub unit: Unit,
}

impl Quantity {
    /// For display and arithmetic.
    #[must_use]
    pub fn amount(self) -> f64 {
        self.micro_units as f64 / 1e6
    }
}

/// `12.5 instance-hours`, `0.000206 GB-months`: to a hundredth from one on, below that to the last digit.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (step, digits) = if self.micro_units < 1_000_000 {
            (1, 6)
        } else {
            (10_000, 2)
        };
        let steps = (self.micro_units + step / 2) / step;
        let one = 10_u64.pow(digits);
        let decimals = format!("{:0width$}", steps % one, width = digits as usize);
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{}{point}{decimals} {}", steps / one, self.unit.name())
    }
}

/// What something costs by number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Price {
    /// So much …
    pub money: Money,
    /// … for so many.
    pub per: u64,
}

impl Price {
    /// For each one.
    #[must_use]
    pub const fn each(money: Money) -> Self {
        Self { money, per: 1 }
    }

    /// So many millionths of a dollar for so many.
    #[must_use]
    pub const fn micro_dollars(micros: u64, per: u64) -> Self {
        let money = Money::from_micro_dollars(micros);
        Self { money, per }
    }

    /// Of millionths of a unit, rounded down.
    #[must_use]
    pub fn of(self, micro_units: u64) -> Money {
        let nanos = u128::from(self.money.nano_dollars()) * u128::from(micro_units);
        let nanos = nanos / (u128::from(self.per) * 1_000_000);
        Money::from_nano_dollars(u64::try_from(nanos).unwrap_or(u64::MAX))
    }
}

/// `$0.0104`, or `$0.005 per 1000`: as many decimals as it has.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nanos = self.money.nano_dollars();
        let decimals = format!("{:09}", nanos % 1_000_000_000);
        let decimals = decimals.trim_end_matches('0');
        write!(f, "${}.{decimals:0<2}", nanos / 1_000_000_000)?;
        if self.per > 1 {
            write!(f, " per {}", self.per)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_shown_as_a_bill_has_them() {
        let shown = |micro_units, unit| Quantity { micro_units, unit }.to_string();
        assert_eq!(shown(12_500_000, Unit::InstanceHours), "12.5 instance-hours");
        assert_eq!(shown(206, Unit::GbMonths), "0.000206 GB-months");
        assert_eq!(shown(730_000_000, Unit::LcuHours), "730 LCU-hours");
        assert_eq!(shown(0, Unit::AddressHours), "0 address-hours");
        assert_eq!(shown(1_996_000, Unit::AddressHours), "2 address-hours");
    }

    #[test]
    fn prices_have_the_decimals_that_they_need() {
        assert_eq!(Price::micro_dollars(10_400, 1).to_string(), "$0.0104");
        assert_eq!(Price::micro_dollars(130, 1).to_string(), "$0.00013");
        assert_eq!(Price::micro_dollars(5_000, 1_000).to_string(), "$0.005 per 1000");
        assert_eq!(Price::micro_dollars(100_000, 1).to_string(), "$0.10");
        assert_eq!(
            Price::micro_dollars(400, 1_000).of(17_000_000).nano_dollars(),
            6_800
        );
    }

    #[test]
    fn what_is_bought_by_the_month_is_counted_in_months() {
        const HOUR: u64 = 3_600_000_000;
        let quantity = Unit::GbMonths.of_thing_micros(8 * 365 * HOUR);
        assert_eq!(quantity.to_string(), "4 GB-months");
        let month = Rate::micro_dollars_per_month(640_000);
        assert_eq!(Unit::GbMonths.price(month, 8).to_string(), "$0.08");
        let hour = Rate::micro_dollars_per_hour(5_000);
        assert_eq!(Unit::AddressHours.price(hour, 1).to_string(), "$0.005");
    }
}
