//! The options that AWS's command line has of its own: they stand for members that are longer to type.
//!
//! Source: awscli 1.46.3, customizations of `ec2` and `cloudwatch`; which complaints are the command line's own, as in
//! version 2.

use api::ec2::{InstanceNetworkInterfaceSpecification, IpPermission, IpRange, UserIdGroupPair, Write};
use api::{Call, WriteCall};

use crate::error::{Fault, Problem};
use crate::fill::not_modelled;
use crate::metric_extras::METRIC;

/// An option that is no member.
#[derive(Debug)]
pub(crate) struct Extra {
    /// The operations that have it.
    pub(crate) operations: &'static [&'static str],
    /// Its name.
    pub(crate) option: &'static str,
    /// How many words it takes, at least and at most.
    pub(crate) arity: (usize, usize),
    /// The members that have no option of their own because of it.
    pub(crate) hides: &'static [&'static str],
    /// The options that cannot be given beside it.
    pub(crate) excludes: &'static [&'static str],
    /// What is said if one is, with `{}` for its own name.
    pub(crate) clash: &'static str,
    /// Puts its words into the call.
    pub(crate) set: Set,
    /// The value that says what the call says, if it can.
    pub(crate) get: fn(&Call) -> Option<String>,
}

/// Puts words into a call.
pub(crate) type Set = fn(&mut Call, &[&str]) -> Result<(), Problem>;

const RULES: &[&str] = &["AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"];

static EXTRAS: &[Extra] = &[
    Extra {
        hides: &["MinCount", "MaxCount"],
        get: count,
        ..extra(&["RunInstances"], "count", (1, 1), set_count)
    },
    interface("secondary-private-ip-addresses", (0, usize::MAX), secondary),
    interface("secondary-private-ip-address-count", (1, 1), secondary),
    interface("associate-public-ip-address", (0, 0), |call, _| {
        set_public(call, true)
    }),
    interface("no-associate-public-ip-address", (0, 0), |call, _| {
        set_public(call, false)
    }),
    of_rule("protocol", set_protocol),
    of_rule("port", set_port),
    of_rule("cidr", set_cidr),
    of_rule("source-group", set_source_group),
    of_rule("group-owner", set_group_owner),
];

/// An option that goes with every other one.
pub(crate) const fn extra(
    operations: &'static [&'static str],
    option: &'static str,
    arity: (usize, usize),
    set: Set,
) -> Extra {
    Extra {
        operations,
        option,
        arity,
        hides: &[],
        excludes: &[],
        clash: "",
        set,
        get: |_| None,
    }
}

/// An option of the one network interface that such options make.
const fn interface(option: &'static str, arity: (usize, usize), set: Set) -> Extra {
    Extra {
        excludes: &["network-interfaces"],
        clash: "Mixing the --network-interfaces option with the simple, scalar options is not supported.",
        ..extra(&["RunInstances"], option, arity, set)
    }
}

/// An option of the one rule that such options make.
const fn of_rule(option: &'static str, set: Set) -> Extra {
    Extra {
        excludes: &["ip-permissions"],
        clash: "The --{} option is not compatible with the --ip-permissions option ",
        ..extra(RULES, option, (1, 1), set)
    }
}

/// The extra options of the operation called `name`.
pub(crate) fn of(name: &str) -> impl Iterator<Item = &'static Extra> {
    EXTRAS
        .iter()
        .chain(METRIC)
        .filter(move |extra| extra.operations.contains(&name))
}

/// The option that says that the truth called `name` does not hold.
pub(crate) fn negated(name: &str) -> String {
    match name {
        "disable-api-termination" => "enable-api-termination".to_owned(),
        _ => format!("no-{name}"),
    }
}

/// Fills in what AWS's command line fills in when nothing is said, and puts what belongs to the network interface there.
pub(crate) fn complete(call: &mut Call) {
    let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call else {
        return;
    };
    input.min_count.get_or_insert(1);
    input.max_count.get_or_insert(1);
    let Some(interface) = input.network_interfaces.first_mut() else {
        return;
    };
    if interface.associate_public_ip_address.is_some() {
        if let Some(subnet) = input.subnet_id.take() {
            interface.subnet_id = Some(subnet);
        }
        if !input.security_group_ids.is_empty() {
            interface.groups = std::mem::take(&mut input.security_group_ids);
        }
    }
}

/// A word that the command line itself does not take.
pub(crate) fn refused(reason: &str) -> Problem {
    Problem::new(Fault::Value, reason)
}

/// `n` or `min:max`.
fn set_count(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    let (least, most) = words[0].split_once(':').unwrap_or((words[0], words[0]));
    let (Ok(least), Ok(most)) = (least.parse(), most.parse()) else {
        return Err(refused(
            "count parameter should be of form min[:max] (e.g. 1 or 1:10)",
        ));
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

fn secondary(_: &mut Call, _: &[&str]) -> Result<(), Problem> {
    Err(not_modelled("secondary private addresses", None))
}

fn set_public(call: &mut Call, public: bool) -> Result<(), Problem> {
    if let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call {
        let interfaces = &mut input.network_interfaces;
        let interface = match interfaces.first_mut() {
            Some(interface) => interface,
            None => interfaces.push_mut(InstanceNetworkInterfaceSpecification {
                device_index: Some(0),
                ..InstanceNetworkInterfaceSpecification::default()
            }),
        };
        interface.associate_public_ip_address = Some(public);
    }
    Ok(())
}

fn set_protocol(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    let text = words[0];
    match text.parse() {
        Ok(number) if !(-1..=255).contains::<i64>(&number) => {
            return Err(refused(
                "protocol numbers must be in the range 0-255 or -1 to specify all protocols",
            ));
        }
        Err(_) if !["tcp", "udp", "icmp", "all"].contains(&text) => {
            return Err(refused(
                "protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number.",
            ));
        }
        _ => {}
    }
    rule(call, |rule| {
        rule.ip_protocol = Some(if text == "all" { "-1" } else { text }.to_owned())
    });
    Ok(())
}

/// `80`, `8000-8080`, `all` or `-1`.
fn set_port(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    let (from, to) = match words[0] {
        "all" | "-1" => ("-1", "-1"),
        text => text.split_once('-').unwrap_or((text, text)),
    };
    let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else {
        return Err(refused(
            "port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)",
        ));
    };
    rule(call, |rule| {
        (rule.from_port, rule.to_port) = (Some(from), Some(to))
    });
    Ok(())
}

fn set_cidr(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    rule(call, |rule| {
        rule.ip_ranges = vec![IpRange {
            cidr_ip: Some(words[0].to_owned()),
            ..IpRange::default()
        }]
    });
    Ok(())
}

fn set_source_group(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    source(call, |source| {
        let place = if words[0].starts_with("sg-") {
            &mut source.group_id
        } else {
            &mut source.group_name
        };
        *place = Some(words[0].to_owned());
    });
    Ok(())
}

fn set_group_owner(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    source(call, |source| source.user_id = Some(words[0].to_owned()));
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
