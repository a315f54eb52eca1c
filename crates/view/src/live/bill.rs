//! The bill of the account as it stands.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use cloud::Cloud;
use cloud::bill::{Cost, Item, Line, Resource};

use crate::bill::{Bill, CostItem, CostLine, CostOfKind, CostOfResource, Costs, Money, ResourceKind};

impl Costs {
    /// What all of `cloud` costs.
    #[must_use]
    pub fn of(cloud: &Cloud) -> Self {
        let rate = cloud.projected_rate();
        Self {
            charged: cloud.charged(),
            per_hour: rate.per_hour(),
            per_month: rate.per_month(),
        }
    }

    fn sum(all: impl Iterator<Item = Self>) -> Self {
        all.fold(Self::default(), |sum, each| Self {
            charged: sum.charged + each.charged,
            per_hour: sum.per_hour + each.per_hour,
            per_month: sum.per_month + each.per_month,
        })
    }
}

impl Bill {
    /// The bill of `cloud`.
    #[must_use]
    pub fn of(cloud: &Cloud) -> Self {
        let mut kinds: BTreeMap<ResourceKind, Vec<CostOfResource>> = BTreeMap::new();
        for cost in cloud.costs() {
            kinds
                .entry(kind(cost.resource))
                .or_default()
                .push(of_resource(cloud, &cost));
        }
        let mut kinds: Vec<CostOfKind> = kinds.into_iter().map(of_kind).collect();
        kinds.sort_by_key(|kind| dearest(kind.costs));
        Self { kinds: kinds.into() }
    }
}

fn of_kind((kind, mut resources): (ResourceKind, Vec<CostOfResource>)) -> CostOfKind {
    resources.sort_by_key(|resource| dearest(resource.costs));
    CostOfKind {
        kind,
        costs: Costs::sum(resources.iter().map(|resource| resource.costs)),
        resources: resources.into(),
    }
}

fn dearest(costs: Costs) -> Reverse<(Money, Money)> {
    Reverse((costs.per_hour, costs.charged))
}

fn of_resource(cloud: &Cloud, cost: &Cost) -> CostOfResource {
    let rate = cost.per_hour();
    CostOfResource {
        name: name(cloud, cost.resource).into(),
        costs: Costs {
            charged: cost.charged(),
            per_hour: rate.per_hour(),
            per_month: rate.per_month(),
        },
        lines: cost.lines.iter().map(line).collect(),
    }
}

/// As people call it.
fn name(cloud: &Cloud, resource: Resource) -> &str {
    match resource {
        Resource::Instance(index) => {
            let instance = &cloud.ec2.instances[index.index()];
            instance.tag("Name").unwrap_or(&instance.id)
        }
        other => cloud.resource_name(other),
    }
}

fn kind(resource: Resource) -> ResourceKind {
    match resource {
        Resource::Instance(_) => ResourceKind::Instances,
        Resource::ElasticAddress(_) => ResourceKind::ElasticAddresses,
        Resource::LoadBalancer(_) => ResourceKind::LoadBalancers,
        Resource::Alarm(_) => ResourceKind::Alarms,
        Resource::CustomMetrics => ResourceKind::CustomMetrics,
        Resource::Table(_) => ResourceKind::Tables,
        Resource::Bucket(_) => ResourceKind::Buckets,
        Resource::Experiment(_) => ResourceKind::Experiments,
    }
}

fn line(line: &Line) -> CostLine {
    CostLine {
        item: item(line.item),
        charged: line.charged,
        quantity: line.quantity,
        price: line.price,
    }
}

fn item(item: Item) -> CostItem {
    match item {
        Item::Instance(_) => CostItem::Instance,
        Item::RootVolume(_) => CostItem::RootVolume,
        Item::PublicAddress(_) => CostItem::PublicAddress,
        Item::ElasticAddress(_) => CostItem::ElasticAddress,
        Item::SurplusCredits(_) => CostItem::SurplusCredits,
        Item::DetailedMonitoring(_) => CostItem::DetailedMonitoring,
        Item::Alarm(_) => CostItem::Alarm,
        Item::LoadBalancer(_) => CostItem::LoadBalancer,
        Item::CapacityUnits(_) => CostItem::CapacityUnits,
        Item::NodeAddress(_) => CostItem::NodeAddress,
        Item::ReadCapacity(_) => CostItem::ReadCapacity,
        Item::WriteCapacity(_) => CostItem::WriteCapacity,
        Item::ReadRequests(_) => CostItem::ReadRequests,
        Item::WriteRequests(_) => CostItem::WriteRequests,
        Item::TableStorage(_) => CostItem::TableStorage,
        Item::BucketStorage(_) => CostItem::BucketStorage,
        Item::BucketReads(_) => CostItem::BucketReads,
        Item::BucketWrites(_) => CostItem::BucketWrites,
        Item::FaultAction(..) => CostItem::FaultAction,
        Item::CustomMetrics => CostItem::CustomMetrics,
    }
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn the_parts_of_the_bill_come_to_the_whole() {
        let mut lab = Lab::new();
        lab.serving(3);
        lab.pass_secs(600);
        let (whole, bill) = (Costs::of(lab.cloud()), Bill::of(lab.cloud()));
        let of_kinds = Costs::sum(bill.kinds.iter().map(|kind| kind.costs));
        assert_eq!(of_kinds, whole);
        let of_lines: Money = bill
            .kinds
            .iter()
            .flat_map(|kind| kind.resources.iter())
            .flat_map(|resource| resource.lines.iter().map(|line| line.charged))
            .sum();
        assert_eq!(of_lines, whole.charged);
        assert_eq!(bill.kinds[0].kind, ResourceKind::Instances, "the dearest first");
        assert_eq!(bill.kinds[0].resources.len(), 3);
    }
}
