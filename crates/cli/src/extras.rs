//! The options that AWS's command line has of its own: they stand for members that are longer to type.
//!
//! Source: awscli 1.46.3, customizations of `ec2`.

use api::ec2::Write;
use api::ec2::{IpPermission, IpRange, UserIdGroupPair};
use api::{Call, WriteCall};

use crate::error::Problem;

/// An option that is no member.
#[derive(Debug)]
pub(crate) struct Extra {
    /// The operations that have it.
    operations: &'static [&'static str],
    /// Its name.
    pub(crate) option: &'static str,
    /// The members that have no option of their own because of it.
    pub(crate) hides: &'static [&'static str],
    /// The members that cannot be given beside it.
    pub(crate) excludes: &'static [&'static str],
    /// Puts its value into the call.
    pub(crate) set: fn(&mut Call, &str) -> Result<(), Problem>,
    /// The value that says what the call says, if it can.
    pub(crate) get: fn(&Call) -> Option<String>,
}

const INGRESS: &[&str] = &["AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"];

static EXTRAS: &[Extra] = &[
    Extra {
        operations: &["RunInstances"],
        option: "count",
        hides: &["MinCount", "MaxCount"],
        excludes: &[],
        set: set_count,
        get: count,
    },
    ingress("protocol", set_protocol),
    ingress("port", set_port),
    ingress("cidr", set_cidr),
    ingress("source-group", set_source_group),
    ingress("group-owner", set_group_owner),
];

const fn ingress(option: &'static str, set: fn(&mut Call, &str) -> Result<(), Problem>) -> Extra {
    Extra {
        operations: INGRESS,
        option,
        hides: &[],
        excludes: &["IpPermissions"],
        set,
        get: |_| None,
    }
}

/// The extra options of the operation called `name`.
pub(crate) fn of(name: &str) -> impl Iterator<Item = &'static Extra> {
    EXTRAS
        .iter()
        .filter(move |extra| extra.operations.contains(&name))
}

/// The option that says that the truth called `name` does not hold.
pub(crate) fn negated(name: &str) -> String {
    match name {
        "disable-api-termination" => "enable-api-termination".to_owned(),
        _ => format!("no-{name}"),
    }
}

/// Fills in what AWS's command line fills in when nothing is said.
pub(crate) fn complete(call: &mut Call) {
    if let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call {
        input.min_count.get_or_insert(1);
        input.max_count.get_or_insert(1);
    }
}

/// `n` or `min:max`.
fn set_count(call: &mut Call, text: &str) -> Result<(), Problem> {
    let (least, most) = text.split_once(':').unwrap_or((text, text));
    let (Ok(least), Ok(most)) = (least.parse(), most.parse()) else {
        return Err(Problem::new("expected min[:max], such as 1 or 1:10"));
    };
    if let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call {
        (input.min_count, input.max_count) = (Some(least), Some(most));
    }
    Ok(())
}

fn count(call: &Call) -> Option<String> {
    let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call else {
        return None;
    };
    match (input.min_count?, input.max_count?) {
        (least, most) if least == most => Some(least.to_string()),
        (least, most) => Some(format!("{least}:{most}")),
    }
}

fn set_protocol(call: &mut Call, text: &str) -> Result<(), Problem> {
    let named = ["tcp", "udp", "icmp", "all"].contains(&text);
    if !named && !text.parse().is_ok_and(|number: i64| (-1..=255).contains(&number)) {
        return Err(Problem::new("expected tcp, udp, icmp, all or a protocol number"));
    }
    rule(call, |rule| {
        rule.ip_protocol = Some(if text == "all" { "-1" } else { text }.to_owned())
    });
    Ok(())
}

/// `80`, `8000-8080`, `all` or `-1`.
fn set_port(call: &mut Call, text: &str) -> Result<(), Problem> {
    let (from, to) = match text {
        "all" | "-1" => ("-1", "-1"),
        _ => text.split_once('-').unwrap_or((text, text)),
    };
    let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else {
        return Err(Problem::new("expected from[-to], such as 22 or 22-25"));
    };
    rule(call, |rule| {
        (rule.from_port, rule.to_port) = (Some(from), Some(to))
    });
    Ok(())
}

fn set_cidr(call: &mut Call, text: &str) -> Result<(), Problem> {
    rule(call, |rule| {
        rule.ip_ranges = vec![IpRange {
            cidr_ip: Some(text.to_owned()),
            ..IpRange::default()
        }]
    });
    Ok(())
}

fn set_source_group(call: &mut Call, text: &str) -> Result<(), Problem> {
    source(call, |source| {
        let place = if text.starts_with("sg-") {
            &mut source.group_id
        } else {
            &mut source.group_name
        };
        *place = Some(text.to_owned());
    });
    Ok(())
}

fn set_group_owner(call: &mut Call, text: &str) -> Result<(), Problem> {
    source(call, |source| source.user_id = Some(text.to_owned()));
    Ok(())
}

/// Changes the one rule that the options make together.
fn rule(call: &mut Call, change: impl FnOnce(&mut IpPermission)) {
    let rules = match call {
        Call::Write(WriteCall::Ec2(Write::AuthorizeSecurityGroupIngress(input))) => &mut input.ip_permissions,
        Call::Write(WriteCall::Ec2(Write::RevokeSecurityGroupIngress(input))) => &mut input.ip_permissions,
        _ => return,
    };
    match rules.first_mut() {
        Some(rule) => change(rule),
        None => change(rules.push_mut(IpPermission::default())),
    }
}

/// Changes the one source group of that rule.
fn source(call: &mut Call, change: impl FnOnce(&mut UserIdGroupPair)) {
    rule(call, |rule| match rule.user_id_group_pairs.first_mut() {
        Some(source) => change(source),
        None => change(rule.user_id_group_pairs.push_mut(UserIdGroupPair::default())),
    });
}
