//! What is charged for.

use des::SimDuration;

use super::meter::WHOLE_HOURS;
use super::{Counting, LEAST_RUN, Unit};
use crate::cloudwatch::AlarmIndex;
use crate::ec2::{ElasticIndex, InstanceIndex};
use crate::elbv2::{BalancerIndex, NodeIndex};

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
    /// What is counted.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Instance(_) => Unit::InstanceHours,
            Self::RootVolume(_) => Unit::GbMonths,
            Self::PublicAddress(_) | Self::ElasticAddress(_) | Self::NodeAddress(_) => Unit::AddressHours,
            Self::SurplusCredits(_) => Unit::VcpuHours,
            Self::DetailedMonitoring(_) => Unit::MetricMonths,
            Self::Alarm(_) => Unit::AlarmMonths,
            Self::LoadBalancer(_) => Unit::BalancerHours,
            Self::CapacityUnits(_) => Unit::LcuHours,
        }
    }

    /// How its time is counted, where it is charged for by time.
    pub(super) const fn counting(self) -> Counting {
        match self {
            Self::Instance(_) | Self::RootVolume(_) => Counting::Seconds { least: LEAST_RUN },
            Self::PublicAddress(_)
            | Self::ElasticAddress(_)
            | Self::DetailedMonitoring(_)
            | Self::Alarm(_)
            | Self::NodeAddress(_)
            | Self::CapacityUnits(_)
            | Self::SurplusCredits(_) => Counting::Seconds {
                least: SimDuration::ZERO,
            },
            Self::LoadBalancer(_) => WHOLE_HOURS,
        }
    }
}
