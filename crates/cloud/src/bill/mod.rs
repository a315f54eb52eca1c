//! What the account costs: a running bill by resource, at dated list prices.
//!
//! Everything that is charged for has a [`Meter`]; whoever changes a resource sets its rate, whoever counts a use adds it. The bill is read from
//! the meters and changes nothing.

mod instance;
mod meter;
mod money;
pub mod prices;

use std::collections::BTreeMap;

use des::{Digest, SimDuration, SimTime};

pub use meter::{Counting, Meter};
pub use money::{HOURS_PER_MONTH, Money, Rate};

use crate::Cloud;
use crate::cloudwatch::AlarmIndex;
use crate::ec2::{ElasticIndex, InstanceIndex};
use crate::elbv2::{BalancerIndex, NodeIndex};

/// The least that is charged each time an instance starts to run. Source: EC2 User Guide, "Instance lifecycle".
pub const LEAST_RUN: SimDuration = SimDuration::from_secs(60);

/// Something that is charged for, by time or by use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The hours in which an instance runs.
    Instance(InstanceIndex),
    /// Its root volume, which is there until it is terminated.
    RootVolume(InstanceIndex),
    /// The public IPv4 address that it was given.
    PublicAddress(InstanceIndex),
    /// An Elastic IP address, whether an instance has it or not.
    ElasticAddress(ElasticIndex),
    /// CPU credits that it spent and did not earn within a day; charged by number, not by time.
    SurplusCredits(InstanceIndex),
    /// Its metrics every minute.
    DetailedMonitoring(InstanceIndex),
    /// An alarm.
    Alarm(AlarmIndex),
    /// A load balancer.
    LoadBalancer(BalancerIndex),
    /// The capacity units that a load balancer uses: charged when its minute is told.
    CapacityUnits(BalancerIndex),
    /// The public IPv4 address of a load balancer's node.
    NodeAddress(NodeIndex),
}

impl Item {
    /// How its time is counted.
    const fn counting(self) -> Counting {
        match self {
            Self::Instance(_) | Self::RootVolume(_) => Counting::Seconds { least: LEAST_RUN },
            Self::PublicAddress(_)
            | Self::ElasticAddress(_)
            | Self::DetailedMonitoring(_)
            | Self::Alarm(_)
            | Self::NodeAddress(_) => Counting::Seconds {
                least: SimDuration::ZERO,
            },
            Self::LoadBalancer(_) => Counting::Hours,
            Self::CapacityUnits(_) | Self::SurplusCredits(_) => Counting::Usage,
        }
    }
}

/// One line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is charged for.
    pub item: Item,
    /// Everything so far.
    pub charged: Money,
    /// What it charges now.
    pub rate: Rate,
}

/// All meters of the account.
#[derive(Clone, Debug, Default)]
pub struct Bill {
    meters: BTreeMap<Item, Meter>,
}

impl Bill {
    /// From `now` on `item` is charged at `rate`, or not at all.
    pub(crate) fn set(&mut self, item: Item, now: SimTime, rate: Option<Rate>) {
        match self.meters.get_mut(&item) {
            Some(meter) => meter.set(now, rate),
            None if rate.is_none() => {}
            None => {
                let mut meter = Meter::new(item.counting());
                meter.set(now, rate);
                self.meters.insert(item, meter);
            }
        }
    }

    /// Something was used that is not charged for by time.
    pub(crate) fn used(&mut self, item: Item, charge: Money) {
        let meter = self.meters.entry(item);
        meter.or_insert(Meter::new(item.counting())).add(charge);
    }

    /// The same, for something of which all that was used so far comes to `total`.
    pub(crate) fn used_up_to(&mut self, item: Item, total: Money) {
        let so_far = self.meters.get(&item).map_or(Money::ZERO, Meter::closed);
        if total > so_far {
            self.used(item, total.less(so_far));
        }
    }

    /// A line for everything that was ever charged for.
    pub fn lines(&self, now: SimTime) -> impl Iterator<Item = Line> {
        self.meters.iter().map(move |(&item, meter)| Line {
            item,
            charged: meter.charged(now),
            rate: meter.rate().unwrap_or_default(),
        })
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, now: SimTime, digest: &mut Digest) {
        digest.extend(
            self.lines(now)
                .flat_map(|line| [line.charged.nano_dollars(), line.rate.per_hour().nano_dollars()]),
        );
    }
}

impl Cloud {
    /// Everything charged so far.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.bill.lines(self.now).map(|line| line.charged).sum()
    }

    /// What the account costs per hour as it stands.
    #[must_use]
    pub fn hourly_rate(&self) -> Rate {
        self.bill.lines(self.now).map(|line| line.rate).sum()
    }
}
