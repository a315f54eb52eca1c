//! `sandbox bill` and `sandbox availability`: what the account costs, and how much one can rely on it.

use api::sandbox::{AvailabilityOutput, AvailabilityStage, BillLine, BillOutput};

use crate::Cloud;
use crate::app::Dependency;
use crate::availability::{Component, SinglePoint, Stage};
use crate::bill::{Cost, Item, Line};

pub(super) fn bill(cloud: &Cloud) -> BillOutput {
    let rate = cloud.projected_rate();
    BillOutput {
        charged: Some(cloud.charged().dollars()),
        per_hour: Some(rate.per_hour().dollars()),
        per_month: Some(rate.per_month().dollars()),
        lines: cloud.costs().iter().flat_map(|cost| lines(cloud, cost)).collect(),
    }
}

fn lines(cloud: &Cloud, cost: &Cost) -> impl Iterator<Item = BillLine> {
    let name = cloud.resource_name(cost.resource);
    cost.lines.iter().map(move |line| bill_line(name, line))
}

fn bill_line(resource: &str, line: &Line) -> BillLine {
    BillLine {
        resource: (!resource.is_empty()).then(|| resource.to_owned()),
        item: Some(kind(line.item).to_owned()),
        quantity: Some(line.quantity.amount()),
        unit: Some(line.quantity.unit.name().to_owned()),
        price: Some(line.price.to_string()),
        charged: Some(line.charged.dollars()),
        per_hour: Some(line.per_hour().per_hour().dollars()),
    }
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
        Item::ReadCapacity(_) => "read-capacity",
        Item::WriteCapacity(_) => "write-capacity",
        Item::ReadRequests(_) => "read-requests",
        Item::WriteRequests(_) => "write-requests",
        Item::TableStorage(_) => "table-storage",
        Item::BucketStorage(_) => "bucket-storage",
        Item::BucketReads(_) => "bucket-reads",
        Item::BucketWrites(_) => "bucket-writes",
        Item::FaultAction(..) => "fault-action",
        Item::CustomMetrics => "custom-metrics",
    }
}

pub(super) fn availability(cloud: &Cloud) -> AvailabilityOutput {
    let (design, measured) = (cloud.design(), cloud.measured());
    let zone = |&zone| cloud.region.zone(zone).name.to_owned();
    AvailabilityOutput {
        designed: Some(design.whole.0),
        measured_requests: measured.requests.map(|share| share.0),
        measured_time: measured.time.map(|share| share.0),
        zones: design.zones.iter().map(zone).collect(),
        single_point_of_failure: design.single_point.and_then(|point| single_point(cloud, point)),
        stages: cloud.chain().iter().map(|one| stage(cloud, one)).collect(),
    }
}

fn single_point(cloud: &Cloud, point: SinglePoint) -> Option<String> {
    match point {
        SinglePoint::Nothing => None,
        SinglePoint::Instance(index) => Some(cloud.ec2.instances[index.index()].id.clone()),
        SinglePoint::Zone(zone) => Some(cloud.region.zone(zone).name.to_owned()),
    }
}

fn stage(cloud: &Cloud, stage: &Stage) -> AvailabilityStage {
    AvailabilityStage {
        parts: stage
            .parts
            .iter()
            .map(|part| name(cloud, part.component))
            .collect(),
        designed: Some(stage.by_design.0),
        measured: stage.measured.map(|share| share.0),
    }
}

fn name(cloud: &Cloud, component: Component) -> String {
    match component {
        Component::LoadBalancer(index) => cloud.elbv2.balancer(index).name.clone(),
        Component::Instance(index) => cloud.ec2.instances[index.index()].id.clone(),
        Component::Dependency(dependency) => service(dependency).to_owned(),
    }
}

const fn service(dependency: Dependency) -> &'static str {
    match dependency {
        Dependency::DynamoDb => "dynamodb",
        Dependency::S3 => "s3",
    }
}
