//! English for the picture.

use view::{Checks, Condition, Instance, Picture, Power, Service, ServiceKind, Workers, Zone};

use super::numbers::{age, count, rate};
use crate::text::StageWords;

pub(super) const STAGE: StageWords = StageWords {
    name: "The picture of the account. Arrow keys move inside.",
    employees: "Employees",
    office: |name, per_second| format!("Employees in {name}, {} requests per second", rate(per_second)),
    per_second: " per second",
    per_s: " /s",
    send_one: "Send one request",
    sent: |sent| format!("{} sent", count(sent)),
    region: |name| format!("Region {name}"),
    region_summary,
    zone: "Availability Zone ",
    nothing_here: "nothing of yours is here",
    no_power_for: |seconds| format!("no power for {}", age(seconds)),
    zone_summary,
    state,
    checks,
    more,
    public_address: "public address",
    no_public_address: "no public address",
    no_data: "no data",
    waiting: |waiting| match waiting {
        0 => "nobody waits".to_owned(),
        1 => "1 waits".to_owned(),
        _ => format!("{} wait", count(u64::from(waiting))),
    },
    failed: |failed| format!("{} failed", count(failed)),
    service: service_name,
    service_summary,
    copy: "copy",
    flow: |per_second, failed| {
        if failed > 0.0 {
            format!("{} /s, {} ✕", rate(per_second), rate(failed))
        } else {
            format!("{} /s", rate(per_second))
        }
    },
};

pub(super) fn region_summary(picture: &Picture) -> String {
    let count = picture.instances().count();
    let what = if count == 1 {
        "1 instance".to_owned()
    } else {
        format!("{count} instances")
    };
    format!(
        "Region {}, {}: {what} in {} Availability Zones",
        picture.region.name,
        picture.region.location,
        picture.zones.len()
    )
}

fn zone_summary(zone: &Zone) -> String {
    let power = match zone.power {
        Power::On => "",
        Power::OffSince(_) => ", no power",
    };
    let what = match zone.instances.len() {
        0 => "nothing of yours is here".to_owned(),
        1 => "1 instance".to_owned(),
        many => format!("{many} instances"),
    };
    format!("Availability Zone {}{power}: {what}", zone.name)
}

pub(super) fn state(instance: &Instance, age_s: u64) -> String {
    match instance.condition {
        Condition::Pending => format!("pending, {}", age(age_s)),
        Condition::OsStarting(_) => format!("system starts, {}", age(age_s)),
        Condition::AppStarting(_) => format!("app starts, {}", age(age_s)),
        Condition::Serving if is_in_service(instance) => "in service".to_owned(),
        Condition::Serving => "running".to_owned(),
        Condition::Hung => format!("hangs for {}", age(age_s)),
        Condition::AppDown => "app is down".to_owned(),
        Condition::Crashed => "running, answers nothing".to_owned(),
        Condition::NoPower => "no power".to_owned(),
        Condition::Stopping => "stopping".to_owned(),
        Condition::Stopped => "stopped".to_owned(),
        Condition::ShuttingDown => "shutting down".to_owned(),
        Condition::Terminated => "terminated".to_owned(),
    }
}

/// True if a load balancer sends it requests.
fn is_in_service(instance: &Instance) -> bool {
    let mut beliefs = instance.beliefs.iter();
    beliefs.any(|belief| belief.health == view::fleet::Health::Healthy)
}

pub(super) fn checks(instance: &Instance) -> String {
    match instance.checks {
        Some(Checks {
            passed: Some(passed),
            total,
        }) => format!(", {passed} of {total} checks passed"),
        Some(Checks { passed: None, .. }) => ", checks initializing".to_owned(),
        None => String::new(),
    }
}

/// What the picture shows of an instance without words.
pub(super) fn more(instance: &Instance) -> String {
    let Workers { busy, total } = instance.workers;
    let mut more = String::new();
    if matches!(instance.condition, Condition::Serving | Condition::Hung) {
        more += &format!(", {busy} of {total} workers busy, {} waiting", instance.waiting);
    }
    if instance.addressed {
        more += ", the employees use its address";
    }
    more
}

fn service_name(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::DynamoDb => "DynamoDB",
        ServiceKind::S3 => "S3",
    }
}

fn service_summary(service: &Service, zones: &[Zone]) -> String {
    let (name, zones) = (service_name(service.kind), zones.len());
    let answering = service.replicas.iter().filter(|replica| replica.lit).count();
    let copies = if answering == zones {
        "all answer".to_owned()
    } else {
        format!("{answering} answer")
    };
    format!(
        "{name}, {}: a copy in each of {zones} zones, {copies}",
        service.resource
    )
}
