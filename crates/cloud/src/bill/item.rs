//! What is charged for.

use des::SimDuration;

use super::meter::{WHOLE_HOURS, WHOLE_MINUTES};
use super::{Counting, LEAST_RUN, Unit};
use crate::cloudwatch::AlarmIndex;
use crate::dynamodb::TableIndex;
use crate::ec2::{ElasticIndex, InstanceIndex};
use crate::elbv2::{BalancerIndex, NodeIndex};
use crate::fis::ExperimentIndex;
use crate::s3::BucketIndex;

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
    /// Read capacity that a table was given, used or not.
    ReadCapacity(TableIndex),
    /// Write capacity that a table was given, used or not.
    WriteCapacity(TableIndex),
    /// Reads of a table that is paid for by the request.
    ReadRequests(TableIndex),
    /// Writes to a table that is paid for by the request.
    WriteRequests(TableIndex),
    /// What is stored in a table, as it is found every hour.
    TableStorage(TableIndex),
    /// What is stored in a bucket, as it is found every hour.
    BucketStorage(BucketIndex),
    /// Objects read from a bucket.
    BucketReads(BucketIndex),
    /// Objects written to a bucket.
    BucketWrites(BucketIndex),
    /// The minutes of an experiment's action, by its place; one that has begun counts whole.
    FaultAction(ExperimentIndex, u8),
    /// Metrics of one's own, for each hour in which they were told.
    CustomMetrics,
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
            Self::ReadCapacity(_) => Unit::ReadUnitHours,
            Self::WriteCapacity(_) => Unit::WriteUnitHours,
            Self::ReadRequests(_) => Unit::ReadUnits,
            Self::WriteRequests(_) => Unit::WriteUnits,
            Self::TableStorage(_) | Self::BucketStorage(_) => Unit::GbMonths,
            Self::BucketReads(_) | Self::BucketWrites(_) => Unit::Requests,
            Self::FaultAction(..) => Unit::ActionMinutes,
            Self::CustomMetrics => Unit::MetricMonths,
        }
    }

    /// How its time is counted, where it is charged for by time.
    pub(super) const fn counting(self) -> Counting {
        match self {
            Self::Instance(_) | Self::RootVolume(_) => Counting::Seconds { least: LEAST_RUN },
            Self::LoadBalancer(_) => WHOLE_HOURS,
            Self::FaultAction(..) => WHOLE_MINUTES,
            _ => Counting::Seconds {
                least: SimDuration::ZERO,
            },
        }
    }
}
