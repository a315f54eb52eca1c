//! `sandbox bill` and `sandbox availability`: what the account costs, and how much one can rely on it.

use std::collections::BTreeMap;

use api::sandbox::{AvailabilityOutput, BillLine, BillOutput};

use crate::Cloud;
use crate::bill::{Item, Money};

pub(super) fn bill(cloud: &Cloud) -> BillOutput {
    BillOutput {
        charged: Some(cloud.charged().dollars()),
        hourly_rate: Some(cloud.hourly_rate().per_hour().dollars()),
        lines: lines(cloud),
    }
}

fn lines(cloud: &Cloud) -> Vec<BillLine> {
    let mut sums: BTreeMap<&str, (i64, Money, Money)> = BTreeMap::new();
    for line in cloud.bill.lines(cloud.now) {
        let sum = sums.entry(kind(line.item)).or_default();
        *sum = (
            sum.0 + 1,
            [sum.1, line.charged].into_iter().sum(),
            [sum.2, line.rate.per_hour()].into_iter().sum(),
        );
    }
    sums.into_iter()
        .map(|(item, (count, charged, rate))| BillLine {
            item: Some(item.to_owned()),
            count: Some(count),
            charged: Some(charged.dollars()),
            hourly_rate: Some(rate.dollars()),
        })
        .collect()
}

const fn kind(item: Item) -> &'static str {
    match item {
        Item::Instance(_) => "instance",
        Item::RootVolume(_) => "root-volume",
        Item::PublicAddress(_) => "public-address",
        Item::ElasticAddress(_) => "elastic-address",
        Item::SurplusCredits(_) => "surplus-credits",
        Item::DetailedMonitoring(_) => "detailed-monitoring",
        Item::Alarm(_) => "alarm",
        Item::LoadBalancer(_) => "load-balancer",
        Item::CapacityUnits(_) => "capacity-units",
        Item::NodeAddress(_) => "node-address",
    }
}

pub(super) fn availability(cloud: &Cloud) -> AvailabilityOutput {
    let (design, measured) = (cloud.design(), cloud.measured());
    let zone = |&zone| cloud.region.zone(zone).name.to_owned();
    AvailabilityOutput {
        designed: Some(design.whole.0),
        zones: design.zones.iter().map(zone).collect(),
        measured_requests: measured.requests.map(|share| share.0),
        measured_time: measured.time.map(|share| share.0),
    }
}
