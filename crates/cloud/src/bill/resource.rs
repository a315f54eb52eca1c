//! The bill by resource: what is paid for *this* load balancer, with all that belongs to it.

use std::collections::BTreeMap;

use super::{Item, Line, Money, Rate};
use crate::Cloud;
use crate::cloudwatch::AlarmIndex;
use crate::dynamodb::TableIndex;
use crate::ec2::{ElasticIndex, InstanceIndex};
use crate::elbv2::BalancerIndex;
use crate::fis::ExperimentIndex;
use crate::s3::BucketIndex;

/// Something that has a name and a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// An instance, with its volume, the address it was lent, its credits and its monitoring.
    Instance(InstanceIndex),
    /// An Elastic IP address.
    ElasticAddress(ElasticIndex),
    /// A load balancer, with the addresses of its nodes and its capacity units.
    LoadBalancer(BalancerIndex),
    /// An alarm.
    Alarm(AlarmIndex),
    /// The metrics of one's own, all of them.
    CustomMetrics,
    /// A table, with its capacity, requests and storage.
    Table(TableIndex),
    /// A bucket, with its requests and storage.
    Bucket(BucketIndex),
    /// An experiment, with its actions.
    Experiment(ExperimentIndex),
}

/// What a resource costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Which resource.
    pub resource: Resource,
    /// What is charged for it, a line each.
    pub lines: Vec<Line>,
}

impl Cost {
    /// Everything charged for it so far.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.lines.iter().map(|line| line.charged).sum()
    }

    /// What an hour of it costs as things are: what stands, and use as in the last hour. Of a month: [`Rate::per_month`].
    #[must_use]
    pub fn per_hour(&self) -> Rate {
        self.lines.iter().map(Line::per_hour).sum()
    }
}

impl Cloud {
    /// The resource that something is charged for.
    #[must_use]
    pub fn resource_of(&self, item: Item) -> Resource {
        match item {
            Item::Instance(index)
            | Item::RootVolume(index)
            | Item::PublicAddress(index)
            | Item::SurplusCredits(index)
            | Item::DetailedMonitoring(index) => Resource::Instance(index),
            Item::ElasticAddress(index) => Resource::ElasticAddress(index),
            Item::Alarm(index) => Resource::Alarm(index),
            Item::LoadBalancer(index) | Item::CapacityUnits(index) => Resource::LoadBalancer(index),
            Item::NodeAddress(node) => Resource::LoadBalancer(self.elbv2.nodes[node.index()].balancer),
            Item::ReadCapacity(index)
            | Item::WriteCapacity(index)
            | Item::ReadRequests(index)
            | Item::WriteRequests(index)
            | Item::TableStorage(index) => Resource::Table(index),
            Item::BucketStorage(index) | Item::BucketReads(index) | Item::BucketWrites(index) => {
                Resource::Bucket(index)
            }
            Item::FaultAction(index, _) => Resource::Experiment(index),
            Item::CustomMetrics => Resource::CustomMetrics,
        }
    }

    /// What every resource costs that was ever charged for.
    #[must_use]
    pub fn costs(&self) -> Vec<Cost> {
        let mut costs: BTreeMap<Resource, Vec<Line>> = BTreeMap::new();
        for line in self.bill.lines(self.now) {
            costs.entry(self.resource_of(line.item)).or_default().push(line);
        }
        let cost = |(resource, lines)| Cost { resource, lines };
        costs.into_iter().map(cost).collect()
    }

    /// What one resource costs.
    #[must_use]
    pub fn cost_of(&self, resource: Resource) -> Cost {
        let lines = self.bill.lines(self.now);
        let its = lines.filter(|line| self.resource_of(line.item) == resource);
        Cost {
            resource,
            lines: its.collect(),
        }
    }

    /// What a resource is called: its id, or its name if it has none. Of metrics of one's own: nothing.
    #[must_use]
    pub fn resource_name(&self, resource: Resource) -> &str {
        match resource {
            Resource::Instance(index) => &self.ec2.instances[index.index()].id,
            Resource::ElasticAddress(index) => &self.ec2.all_elastic_addresses[index.index()].allocation_id,
            Resource::LoadBalancer(index) => &self.elbv2.balancer(index).name,
            Resource::Alarm(index) => &self.cloudwatch.alarm(index).spec.name,
            Resource::CustomMetrics => "",
            Resource::Table(index) => &self.dynamodb.get(index).name,
            Resource::Bucket(index) => &self.s3.get(index).name,
            Resource::Experiment(index) => &self.fis.experiment(index).id,
        }
    }
}
