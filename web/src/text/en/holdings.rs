//! English for what the account holds and the picture has no place for.

use std::rc::Rc;

use view::ServiceKind;
use view::holding::{Holding, InboundRule, PolicyKind};

use super::numbers::{age, clock};
use crate::text::HoldingWords;
use crate::text::holding::Heading;

pub(super) const HOLDINGS: HoldingWords = HoldingWords {
    selected: "The account in its Region, selected",
    heading,
    entry,
    rule,
    private_address: "Private IPv4 address",
    security_groups: "Security groups",
    role: "Instance profile",
    has_role: "the directory's",
    credits: "CPU credits",
    credits_at: |credits, percent| match percent {
        100.. => credits.to_string(),
        _ => format!("{credits}, works at {percent} %"),
    },
};

fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Mails => "Mail that would have been sent, latest first",
        Heading::Topics => "SNS topics",
        Heading::Experiments => "FIS experiments",
        Heading::Shifts => "Zonal shifts",
        Heading::Policies => "Scaling policies",
        Heading::Scheduled => "Scheduled actions",
        Heading::Hooks => "Lifecycle hooks",
        Heading::SecurityGroups => "Security groups",
        Heading::LaunchTemplates => "Launch templates",
        Heading::ElasticAddresses => "Elastic IP addresses",
        Heading::Endpoints => "VPC endpoints",
        Heading::Quotas => "Quotas",
    }
}

/// The name of a thing, and what is said of it.
fn entry(holding: &Holding) -> (String, String) {
    match holding {
        Holding::Quota { used, quota } => ("vCPUs".to_owned(), format!("{used} of {quota} in use")),
        Holding::Mail { at, to, subject } => (subject.to_string(), format!("{} to {to}", clock(*at, 1.0))),
        Holding::Topic { name, readers } => (name.to_string(), topic(readers)),
        Holding::Experiment {
            id,
            description,
            status,
        } => (id.to_string(), format!("{status}. {description}")),
        Holding::Shift {
            resource,
            zone,
            expiry,
        } => (
            resource.to_string(),
            format!("away from {zone}, until {}", clock(*expiry, 1.0)),
        ),
        Holding::SecurityGroup { name, rules } if rules.is_empty() => {
            (name.to_string(), "lets nothing in".to_owned())
        }
        Holding::SecurityGroup { name, .. } => (name.to_string(), "lets in:".to_owned()),
        Holding::LaunchTemplate {
            name,
            versions,
            instance_type,
        } => (name.to_string(), template(*versions, instance_type.as_deref())),
        Holding::ElasticAddress { address, instance } => (
            address.to_string(),
            instance.as_deref().map_or_else(
                || "no instance has it".to_owned(),
                |name| format!("{name} has it"),
            ),
        ),
        Holding::Endpoint { id, service, routed } => (id.to_string(), endpoint(*service, *routed)),
        other => of_group(other),
    }
}

fn topic(readers: &[(Rc<str>, bool)]) -> String {
    if readers.is_empty() {
        return "nobody reads it".to_owned();
    }
    let reader = |(address, confirmed): &(Rc<str>, bool)| {
        let waits = if *confirmed { "" } else { " (not confirmed)" };
        format!("{address}{waits}")
    };
    let readers: Vec<String> = readers.iter().map(reader).collect();
    format!("read by {}", readers.join(", "))
}

fn template((default, latest): (u32, u32), instance_type: Option<&str>) -> String {
    let of = instance_type.map_or_else(String::new, |name| format!("{name}, "));
    format!("{of}version {default} holds, the newest is {latest}")
}

fn endpoint(service: ServiceKind, routed: bool) -> String {
    let name = match service {
        ServiceKind::DynamoDb => "DynamoDB",
        ServiceKind::S3 => "S3",
    };
    if routed {
        format!("leads to {name}")
    } else {
        format!("would lead to {name}; no route leads to it")
    }
}

fn of_group(holding: &Holding) -> (String, String) {
    match holding {
        Holding::Policy {
            group,
            name,
            kind,
            enabled,
        } => {
            let off = if *enabled { "" } else { ", off" };
            (name.to_string(), format!("of {group}: {}{off}", policy(kind)))
        }
        Holding::Scheduled {
            group,
            name,
            next,
            recurrence,
            sizes,
        } => {
            let next = next.map_or_else(
                || "does not run any more".to_owned(),
                |at| format!("next at {}", clock(at, 1.0)),
            );
            let recurs = recurrence
                .as_deref()
                .map_or_else(String::new, |written| format!(" ({written})"));
            let sizes = size(*sizes);
            (name.to_string(), format!("of {group}: {next}{recurs}: {sizes}"))
        }
        Holding::Hook {
            group,
            name,
            launching,
            heartbeat_s,
        } => {
            let holds = if *launching {
                "new instances"
            } else {
                "instances that go"
            };
            let length = age(*heartbeat_s);
            (
                name.to_string(),
                format!("of {group}: holds {holds} for at most {length}"),
            )
        }
        _ => (String::new(), String::new()),
    }
}

fn policy(kind: &PolicyKind) -> String {
    match kind {
        PolicyKind::Simple => "one adjustment, then a pause".to_owned(),
        PolicyKind::Step(1) => "1 step".to_owned(),
        PolicyKind::Step(steps) => format!("{steps} steps"),
        PolicyKind::Target(metric, value) => format!("holds {metric} at {value}"),
    }
}

fn size(sizes: [Option<u32>; 3]) -> String {
    let named = ["min", "desired", "max"].into_iter().zip(sizes);
    let said: Vec<String> = named
        .filter_map(|(name, size)| size.map(|size| format!("{name} {size}")))
        .collect();
    said.join(" · ")
}

fn rule(rule: &InboundRule) -> String {
    let ports = match rule.ports {
        (-1, _) => "everything".to_owned(),
        (first, last) if first == last => format!("{} {first}", rule.protocol),
        (first, last) => format!("{} {first} to {last}", rule.protocol),
    };
    format!("{ports} from {}", rule.source)
}
