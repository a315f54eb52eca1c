//! Reads the rules that calls about security groups spell out.
//!
//! Source: EC2 API Reference, IpPermission; texts as seen on real AWS.

use api::ApiError;
use api::ec2::{IpPermission, IpRange, UserIdGroupPair};

use crate::ec2::{Ec2, Permission, Protocol, SecurityGroupIndex, Source, defaults, parse_cidr};

/// A rule that a call asks for, or asks to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AskedRule {
    pub(crate) permission: Permission,
    pub(crate) description: Option<String>,
}

/// The one rule that a call gives in short, if it does.
pub(crate) fn in_short(
    protocol: &Option<String>,
    ports: (Option<i64>, Option<i64>),
    cidr: &Option<String>,
) -> Option<IpPermission> {
    let given = protocol.is_some() || ports.0.is_some() || ports.1.is_some() || cidr.is_some();
    let range = |cidr: &String| IpRange {
        cidr_ip: Some(cidr.clone()),
        ..IpRange::default()
    };
    given.then(|| IpPermission {
        ip_protocol: protocol.clone(),
        from_port: ports.0,
        to_port: ports.1,
        ip_ranges: cidr.iter().map(range).collect(),
        ..IpPermission::default()
    })
}

/// The rules of a call, one for each source.
///
/// # Errors
/// In AWS's words, for the first rule that is none, or that stands there twice.
pub(crate) fn asked_rules(
    ec2: &Ec2,
    short: Option<IpPermission>,
    permissions: &[IpPermission],
) -> Result<Vec<AskedRule>, ApiError> {
    if short.is_some() && !permissions.is_empty() {
        let message = "The parameter 'ipPermissions' may not be used in combination with 'ipProtocol'";
        return Err(ApiError::invalid_parameter_combination(message));
    }
    let mut rules: Vec<AskedRule> = Vec::new();
    for permission in short.iter().chain(permissions) {
        for rule in rules_of(ec2, permission)? {
            if rules.iter().any(|known| known.permission == rule.permission) {
                return Err(invalid("The same permission must not appear multiple times"));
            }
            rules.push(rule);
        }
    }
    Ok(rules)
}

fn rules_of(ec2: &Ec2, permission: &IpPermission) -> Result<Vec<AskedRule>, ApiError> {
    let protocol = protocol(permission.ip_protocol.as_deref())?;
    let ports = ports(protocol, permission.from_port, permission.to_port)?;
    if permission.ip_ranges.is_empty() && permission.user_id_group_pairs.is_empty() {
        return Err(ApiError::missing_parameter("CidrIp"));
    }
    let blocks = permission
        .ip_ranges
        .iter()
        .map(|range| Ok((block(range)?, &range.description)));
    let groups = permission
        .user_id_group_pairs
        .iter()
        .map(|pair| Ok((Source::Group(group(ec2, pair)?), &pair.description)));
    let rule = |(source, description): (Source, &Option<String>)| {
        let permission = Permission {
            protocol,
            ports,
            source,
        };
        check_text(description.as_deref().unwrap_or_default(), "rule")?;
        Ok(AskedRule {
            permission,
            description: description.clone(),
        })
    };
    blocks.chain(groups).map(|source| source.and_then(rule)).collect()
}

fn protocol(name: Option<&str>) -> Result<Protocol, ApiError> {
    let name = name.ok_or_else(|| ApiError::missing_parameter("IpProtocol"))?;
    Protocol::named(name).ok_or_else(|| {
        invalid(format!(
            "Invalid value '{name}' for IP protocol. Unknown protocol."
        ))
    })
}

fn ports(protocol: Protocol, from: Option<i64>, to: Option<i64>) -> Result<(i32, i32), ApiError> {
    let narrow = |port: i64| i32::try_from(port).expect("the declaration bounds it");
    match (protocol, from.map(narrow), to.map(narrow)) {
        (Protocol::All, ..) => Ok((-1, -1)),
        (Protocol::Tcp | Protocol::Udp, Some(from), Some(to)) => port_range(from, to),
        (Protocol::Icmp, Some(kind), Some(code)) => icmp_type_and_code(kind, code),
        (Protocol::Tcp | Protocol::Udp, ..) => Err(both_ports_needed("TCP/UDP")),
        (Protocol::Icmp, ..) => Err(both_ports_needed("ICMP")),
    }
}

fn both_ports_needed(with: &str) -> ApiError {
    invalid(format!(
        "Invalid value 'Must specify both from and to ports with {with}.' for portRange."
    ))
}

fn port_range(from: i32, to: i32) -> Result<(i32, i32), ApiError> {
    match (from, to) {
        (-1, _) | (_, -1) => Err(ApiError::new(
            "InvalidPermission.Malformed",
            "TCP/UDP port (-1) out of range",
        )),
        _ if from > to => Err(invalid(format!("Invalid TCP/UDP port range ({from}:{to})"))),
        range => Ok(range),
    }
}

fn icmp_type_and_code(kind: i32, code: i32) -> Result<(i32, i32), ApiError> {
    match (kind, code) {
        (256.., _) => Err(invalid(format!("ICMP type ({kind}) out of range"))),
        (_, 256..) => Err(invalid(format!("ICMP code ({code}) out of range"))),
        both => Ok(both),
    }
}

fn block(range: &IpRange) -> Result<Source, ApiError> {
    let text = range.cidr_ip.as_deref().unwrap_or_default();
    parse_cidr(text).ok_or_else(|| invalid(format!("CIDR block {text} is malformed")))
}

fn group(ec2: &Ec2, pair: &UserIdGroupPair) -> Result<SecurityGroupIndex, ApiError> {
    let account = pair.user_id.as_deref().unwrap_or(defaults::ACCOUNT_ID);
    match (pair.group_id.as_deref(), pair.group_name.as_deref()) {
        (Some(id), _) if account != defaults::ACCOUNT_ID => Err(ApiError::security_group_not_found(id)),
        (Some(id), _) => ec2.group_with_id(id),
        (None, Some(name)) => ec2.group_named(name),
        (None, None) => Err(ApiError::new("MissingParameter", "Source group ID missing.")),
    }
}

/// Whether a description of a `what` has only the characters that AWS allows.
///
/// # Errors
/// `InvalidParameterValue`.
pub(crate) fn check_text(text: &str, what: &str) -> Result<(), ApiError> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(letter);
    if text.chars().all(allowed) {
        return Ok(());
    }
    Err(invalid(format!(
        "Invalid {what} description. Valid descriptions are strings less than 256 characters from the following set:  \
         a-zA-Z0-9. _-:/()#,@[]+=&;{{}}!$*"
    )))
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("InvalidParameterValue", message)
}
