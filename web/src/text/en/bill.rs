//! English for the bill and for availability.

use view::availability::{PartKind, SinglePoint};
use view::bill::{CostItem, CostLine, CostOfKind, Money, ResourceKind};

use super::numbers::{age, count};
use crate::text::BillWords;

pub(super) const BILL: BillWords = BillWords {
    open: "Bill",
    open_long: "Bill and availability",
    selected: "The account",
    title: "Bill and availability",
    bill: "Bill",
    so_far: "So far",
    per_hour: "Per hour",
    per_month: "Per month",
    money: |money: Money| money.to_string(),
    per_hour_note: "/h",
    note: "List prices; what is counted by use goes on as in the last hour; a month has 730 hours.",
    resources: "By resource, the dearest first",
    kind,
    of_kind: |kind: &CostOfKind| count(kind.resources.len() as u64),
    line,
    item,
    availability: "Availability",
    part: "What every request needs",
    designed: "By design",
    measured: "Measured",
    part_name,
    whole: "All together",
    not_measured: "–",
    share,
    downtime: |seconds| format!("By design, down {} in a month", age(seconds / 60 * 60)),
    requests: |percent| match percent {
        Some(percent) => format!("{} of the requests so far were served.", share(percent)),
        None => "No request has ended yet.".to_owned(),
    },
    single_point,
    summary: |costs| {
        format!(
            "{} so far, {} per hour, {} per month",
            costs.charged, costs.per_hour, costs.per_month
        )
    },
    summary_of_availability: |availability| {
        format!(
            "By design {} available. {} {}",
            share(availability.designed),
            availability.requests.map_or_else(String::new, |percent| format!(
                "{} of the requests so far were served.",
                share(percent)
            )),
            single_point(&availability.single_point)
        )
    },
};

fn kind(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Instances => "EC2 instances",
        ResourceKind::ElasticAddresses => "Elastic IP addresses",
        ResourceKind::LoadBalancers => "Load balancers",
        ResourceKind::Alarms => "Alarms",
        ResourceKind::CustomMetrics => "Metrics of your own",
        ResourceKind::Tables => "DynamoDB tables",
        ResourceKind::Buckets => "S3 buckets",
        ResourceKind::Experiments => "FIS experiments",
    }
}

fn item(item: CostItem) -> &'static str {
    match item {
        CostItem::Instance => "Running",
        CostItem::RootVolume => "Root volume",
        CostItem::PublicAddress | CostItem::NodeAddress => "Public IPv4 address",
        CostItem::ElasticAddress => "Elastic IP address",
        CostItem::SurplusCredits => "Surplus CPU credits",
        CostItem::DetailedMonitoring => "Detailed monitoring",
        CostItem::Alarm => "Alarm",
        CostItem::LoadBalancer => "Running",
        CostItem::CapacityUnits => "Capacity units (LCU)",
        CostItem::ReadCapacity => "Read capacity",
        CostItem::WriteCapacity => "Write capacity",
        CostItem::ReadRequests => "Reads",
        CostItem::WriteRequests => "Writes",
        CostItem::TableStorage | CostItem::BucketStorage => "Storage",
        CostItem::BucketReads => "Objects read",
        CostItem::BucketWrites => "Objects written",
        CostItem::FaultAction => "Action",
        CostItem::CustomMetrics => "Metrics",
    }
}

/// How much at which price.
fn line(line: &CostLine) -> String {
    format!("{} at {}", line.quantity, line.price)
}

fn part_name(part: PartKind) -> String {
    match part {
        PartKind::LoadBalancers(1) => "Load balancer".to_owned(),
        PartKind::LoadBalancers(balancers) => format!("1 of {balancers} load balancers"),
        PartKind::Servers(0) => "An instance that serves".to_owned(),
        PartKind::Servers(1) => "Instances in 1 zone".to_owned(),
        PartKind::Servers(zones) => format!("Instances in 1 of {zones} zones"),
        PartKind::DynamoDb => "DynamoDB".to_owned(),
        PartKind::S3 => "S3".to_owned(),
    }
}

/// A share with as many digits as nines need; never rounded up.
fn share(percent: f64) -> String {
    const STEP: f64 = 10_000.0;
    // What arithmetic made of a share may lie a trifle below it.
    let steps = (percent * STEP + 1e-6).floor() as u64;
    let (whole, rest) = (steps / STEP as u64, steps % STEP as u64);
    let decimals = format!("{rest:04}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() {
        format!("{whole} %")
    } else {
        format!("{whole}.{decimals} %")
    }
}

fn single_point(point: &SinglePoint) -> String {
    match point {
        SinglePoint::Nothing => "Nothing serves the employees.".to_owned(),
        SinglePoint::Instance(name) => format!("Every request needs this one instance: {name}."),
        SinglePoint::Zone(name) => format!("Every request needs this one zone: {name}."),
        SinglePoint::None => "No single instance or zone is needed by every request.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn nines_are_never_rounded_up() {
        assert_eq!(
            [99.9975, 99.99, 99.390_6, 100.0, 99.999_99].map(share),
            ["99.9975 %", "99.99 %", "99.3906 %", "100 %", "99.9999 %"]
        );
    }
}
