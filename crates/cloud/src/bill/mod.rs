//! What the account costs: a running bill by resource, at dated list prices.
//!
//! Everything that is charged for has a [`Meter`]; whoever changes a resource sets its rate, whoever counts a use adds it. The bill is read from
//! the meters and changes nothing.

mod bucket;
mod instance;
mod item;
mod meter;
mod money;
pub mod prices;
mod quantity;
mod recent;
mod resource;
mod table;
mod usage;

use std::collections::BTreeMap;

use des::{Digest, SimDuration, SimTime};

pub use item::Item;
pub use meter::{Counting, Meter, Standing};
pub use money::{HOURS_PER_MONTH, Money, Rate};
pub use quantity::{Price, Quantity, Unit};
pub use resource::{Cost, Resource};

use self::usage::Usage;
use crate::Cloud;

/// The least that is charged each time an instance starts to run. Source: EC2 User Guide, "Instance lifecycle".
pub const LEAST_RUN: SimDuration = SimDuration::from_secs(60);

/// One line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is charged for.
    pub item: Item,
    /// Everything so far.
    pub charged: Money,
    /// What it charges now, as long as it stands; nothing for what is charged by use.
    pub rate: Rate,
    /// What was used in the last hour; nothing for what is charged by time.
    pub recent: Rate,
    /// How much was used so far.
    pub quantity: Quantity,
    /// What it costs now, or last did.
    pub price: Price,
}

impl Line {
    /// What an hour costs as things are: what stands, and use as in the last hour.
    #[must_use]
    pub fn per_hour(&self) -> Rate {
        self.rate + self.recent
    }
}

/// All meters of the account.
#[derive(Clone, Debug, Default)]
pub struct Bill {
    meters: BTreeMap<Item, Meter>,
    usages: BTreeMap<Item, Usage>,
}

impl Bill {
    /// From `now` on one of `item` is charged at `rate`, or not at all.
    pub(crate) fn set(&mut self, item: Item, now: SimTime, rate: Option<Rate>) {
        self.set_many(item, now, rate.map(Standing::one));
    }

    /// From `now` on `item` is charged for what stands of it, or not at all.
    pub(crate) fn set_many(&mut self, item: Item, now: SimTime, standing: Option<Standing>) {
        match self.meters.get_mut(&item) {
            Some(meter) => meter.set(now, standing),
            None if standing.is_none() => {}
            None => {
                let mut meter = Meter::new(item.counting());
                meter.set(now, standing);
                self.meters.insert(item, meter);
            }
        }
    }

    /// All that was used so far of something that is charged for by number comes to so many millionths of its unit.
    pub(crate) fn used_up_to(&mut self, item: Item, micro_units: u64, price: Price) {
        if micro_units > 0 {
            let charged = price.of(micro_units);
            self.usages
                .entry(item)
                .or_default()
                .up_to(micro_units, charged, price);
        }
    }

    /// The same of bytes that were stored for an hour each, at a price by the month. They may be so few that only the money
    /// is counted finely enough.
    pub(crate) fn stored_up_to(&mut self, item: Item, byte_hours: u64, price: Price) {
        const GB_MONTH: u64 = prices::GB_BYTES * HOURS_PER_MONTH;
        let micro_units = u128::from(byte_hours) * 1_000_000 / u128::from(GB_MONTH);
        let charged = price.money.scaled(byte_hours, GB_MONTH);
        if charged > Money::ZERO {
            self.usages.entry(item).or_default().up_to(
                u64::try_from(micro_units).unwrap_or(u64::MAX),
                charged,
                price,
            );
        }
    }

    /// The minute with this number has ended, the world's first being 1, and all that was used in it is known.
    pub(crate) fn minute_over(&mut self, minute: u64) {
        for usage in self.usages.values_mut() {
            usage.last_hour.minute_over(minute, usage.charged);
        }
    }

    /// A line for everything that was ever charged for: first what is charged by time, then what is charged by use.
    pub fn lines(&self, now: SimTime) -> impl Iterator<Item = Line> {
        let by_time = self
            .meters
            .iter()
            .map(move |(&item, meter)| of_meter(item, meter, now));
        by_time.chain(self.usages.iter().map(|(&item, usage)| of_usage(item, usage)))
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, now: SimTime, digest: &mut Digest) {
        for line in self.lines(now) {
            digest.extend(
                [line.charged, line.rate.per_hour(), line.recent.per_hour()].map(Money::nano_dollars),
            );
            digest.add(line.quantity.micro_units);
        }
    }
}

fn of_meter(item: Item, meter: &Meter, now: SimTime) -> Line {
    let standing = meter.last_standing();
    Line {
        item,
        charged: meter.charged(now),
        rate: meter.rate().unwrap_or_default(),
        recent: Rate::default(),
        quantity: item.unit().of_thing_micros(meter.counted(now)),
        price: item.unit().price(standing.rate, standing.things),
    }
}

const fn of_usage(item: Item, usage: &Usage) -> Line {
    Line {
        item,
        charged: usage.charged,
        rate: Rate::of_hour(Money::ZERO),
        recent: usage.last_hour.rate(),
        quantity: Quantity {
            micro_units: usage.micro_units,
            unit: item.unit(),
        },
        price: usage.price,
    }
}

impl Cloud {
    /// Everything charged so far.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.bill.lines(self.now).map(|line| line.charged).sum()
    }

    /// What the account costs per hour as it stands, whatever is used.
    #[must_use]
    pub fn hourly_rate(&self) -> Rate {
        self.bill.lines(self.now).map(|line| line.rate).sum()
    }

    /// What an hour costs as things are: what stands, and use as in the last hour.
    #[must_use]
    pub fn projected_rate(&self) -> Rate {
        self.bill.lines(self.now).map(|line| line.per_hour()).sum()
    }
}
