//! Security groups: allow rules only, for what comes in; everything else is dropped in silence.
//!
//! Source: EC2 User Guide, "Security groups". Simplified: outbound, every group allows everything, as a new one does.

use std::fmt;
use std::net::Ipv4Addr;

use crate::Cloud;
use crate::ec2::{Ec2, InstanceIndex, InstanceState};
use crate::fact::{FactId, What};

/// A security group, by its place in the account's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecurityGroupIndex(pub(crate) u32);

impl SecurityGroupIndex {
    /// The default group of the default VPC.
    pub const DEFAULT: Self = Self(0);

    /// As an index into the account's list.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Everything, whatever the port.
    All,
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
    /// ICMP: a rule's ports are a type and a code.
    Icmp,
}

impl Protocol {
    /// The protocol that callers write as a name or as IANA's number; `None` for those the model has not.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "-1" | "all" => Some(Self::All),
            "tcp" | "6" => Some(Self::Tcp),
            "udp" | "17" => Some(Self::Udp),
            "icmp" | "1" => Some(Self::Icmp),
            _ => None,
        }
    }

    /// As the API gives it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "-1",
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Icmp => "icmp",
        }
    }
}

/// Where a rule lets traffic come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A block of addresses: base and prefix length.
    Cidr(Ipv4Addr, u8),
    /// Members of a security group.
    Group(SecurityGroupIndex),
}

impl Source {
    /// Everyone.
    pub const ANYWHERE: Self = Self::Cidr(Ipv4Addr::UNSPECIFIED, 0);

    /// The block, as `a.b.c.d/n`, unless the source is a group.
    #[must_use]
    pub fn cidr(self) -> Option<String> {
        match self {
            Self::Cidr(base, length) => Some(format!("{base}/{length}")),
            Self::Group(_) => None,
        }
    }

    /// The group, unless the source is a block.
    #[must_use]
    pub const fn group(self) -> Option<SecurityGroupIndex> {
        match self {
            Self::Cidr(..) => None,
            Self::Group(group) => Some(group),
        }
    }
}

/// What a rule lets in: two rules of one group never let in the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// What it is about.
    pub protocol: Protocol,
    /// First and last port, or ICMP type and code; -1 for any.
    pub ports: (i32, i32),
    /// From where.
    pub source: Source,
}

impl Permission {
    /// Everyone may connect to a TCP port.
    pub(crate) fn everyone_to(port: u16) -> Self {
        Self {
            protocol: Protocol::Tcp,
            ports: (port.into(), port.into()),
            source: Source::ANYWHERE,
        }
    }

    /// Whether it is about a TCP port, wherever the traffic comes from.
    #[must_use]
    pub fn is_about(&self, port: u16) -> bool {
        match self.protocol {
            Protocol::All => true,
            Protocol::Tcp => (self.ports.0..=self.ports.1).contains(&port.into()),
            Protocol::Udp | Protocol::Icmp => false,
        }
    }

    /// Whether it lets everyone connect to a TCP port.
    fn lets_everyone_reach(&self, port: u16) -> bool {
        self.is_about(port) && self.source == Source::ANYWHERE
    }
}

/// An inbound rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboundRule {
    /// The rule's id, `sgr-…`.
    pub id: String,
    /// What it lets in.
    pub permission: Permission,
    /// What it is for.
    pub description: Option<String>,
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityGroup {
    /// `sg-…`.
    pub id: String,
    /// Its name, unique in the VPC.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its inbound rules. Outbound, everything is allowed.
    pub inbound: Vec<InboundRule>,
    /// Its tags.
    pub tags: Vec<(String, String)>,
    /// Whether it was deleted; its place is kept.
    pub(crate) deleted: bool,
}

impl SecurityGroup {
    /// Whether it was not deleted.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !self.deleted
    }

    /// Whether clients on the internet may connect to `port`. Simplified: the employees count as the whole internet, so
    /// only a rule for `0.0.0.0/0` lets them in.
    #[must_use]
    pub fn lets_internet_reach(&self, port: u16) -> bool {
        self.inbound
            .iter()
            .any(|rule| rule.permission.lets_everyone_reach(port))
    }
}

impl Ec2 {
    /// The instances in a security group that are not terminated, oldest first.
    #[must_use]
    pub fn members(&self, group: SecurityGroupIndex) -> Vec<InstanceIndex> {
        let is_member = |index: &InstanceIndex| {
            let instance = &self.instances[index.index()];
            instance.state != InstanceState::Terminated && instance.groups.contains(&group)
        };
        self.indexes().filter(is_member).collect()
    }
}

impl Cloud {
    /// The rules of a group are others now: its members' doors follow.
    pub(crate) fn rules_changed(&mut self, group: SecurityGroupIndex, cause: FactId) {
        let fact = self
            .facts
            .note(self.now, cause, What::SecurityGroupChanged(group.0));
        for index in self.ec2.members(group) {
            self.settle_door(index, fact);
        }
        (self.services.security_groups)(self);
    }
}

/// Reads `a.b.c.d/n`. Host bits are cleared, as AWS does: `100.68.0.18/18` is `100.68.0.0/18`.
#[must_use]
pub fn parse_cidr(text: &str) -> Option<Source> {
    let (base, length) = text.split_once('/')?;
    let (base, length): (Ipv4Addr, u8) = (base.parse().ok()?, length.parse().ok()?);
    let host_bits = u32::MAX.checked_shr(length.into()).unwrap_or(0);
    (length <= 32).then(|| Source::Cidr(Ipv4Addr::from(u32::from(base) & !host_bits), length))
}

/// As refusals spell it: `peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW`.
pub(crate) struct Spelled<'a>(pub(crate) &'a Ec2, pub(crate) Permission);

impl fmt::Display for Spelled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(ec2, permission) = self;
        let (from, to) = permission.ports;
        match permission.source {
            Source::Cidr(base, length) => write!(f, "peer: {base}/{length}, ")?,
            Source::Group(group) => write!(f, "peer: {}, ", ec2.security_groups[group.index()].id)?,
        }
        match permission.protocol {
            Protocol::All => write!(f, "ALL, ALLOW"),
            Protocol::Tcp => write!(f, "TCP, from port: {from}, to port: {to}, ALLOW"),
            Protocol::Udp => write!(f, "UDP, from port: {from}, to port: {to}, ALLOW"),
            Protocol::Icmp => write!(f, "ICMP, type: {}, code: {}, ALLOW", or_all(from), or_all(to)),
        }
    }
}

fn or_all(number: i32) -> String {
    if number < 0 {
        "ALL".to_owned()
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cidr_loses_its_host_bits() {
        let check = |text: &str, block: Option<&str>| {
            assert_eq!(
                parse_cidr(text).and_then(Source::cidr).as_deref(),
                block,
                "{text}"
            );
        };
        check("0.0.0.0/0", Some("0.0.0.0/0"));
        check("203.0.113.25/32", Some("203.0.113.25/32"));
        check("100.68.0.18/18", Some("100.68.0.0/18"));
        check("10.0.0.0/33", None);
        check("10.0.0.0", None);
        check("10.0.0/8", None);
        check("x/0", None);
    }

    #[test]
    fn only_an_open_rule_for_the_port_lets_the_internet_in() {
        let rule = |protocol, ports, source| Permission {
            protocol,
            ports,
            source,
        };
        let open = Source::ANYWHERE;
        assert!(rule(Protocol::Tcp, (80, 80), open).lets_everyone_reach(80));
        assert!(rule(Protocol::Tcp, (0, 65_535), open).lets_everyone_reach(80));
        assert!(rule(Protocol::All, (-1, -1), open).lets_everyone_reach(80));
        let group = Source::Group(SecurityGroupIndex::DEFAULT);
        for shut in [
            rule(Protocol::Tcp, (443, 443), open),
            rule(Protocol::Udp, (80, 80), open),
            rule(Protocol::Icmp, (-1, -1), open),
            rule(Protocol::All, (-1, -1), group),
            rule(
                Protocol::All,
                (-1, -1),
                parse_cidr("10.0.0.0/8").expect("well formed"),
            ),
        ] {
            assert!(!shut.lets_everyone_reach(80), "{shut:?}");
        }
    }
}
