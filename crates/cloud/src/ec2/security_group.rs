//! Security groups, as far as inbound TCP rules: allow rules only, everything else is dropped in silence.

use std::net::Ipv4Addr;

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

/// Where a rule lets traffic come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A block of addresses: base and prefix length.
    Cidr(Ipv4Addr, u8),
    /// Members of a security group.
    Group(SecurityGroupIndex),
}

/// An inbound rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboundRule {
    /// The rule's id, `sgr-…`.
    pub id: String,
    /// `tcp`, or `-1` for everything.
    pub protocol: &'static str,
    /// First and last port; none for all.
    pub ports: Option<(u16, u16)>,
    /// From where.
    pub source: Source,
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
}

impl SecurityGroup {
    /// Whether clients on the internet may connect to `port`. Simplified: the employees count as the whole internet, so
    /// only a rule for `0.0.0.0/0` lets them in.
    #[must_use]
    pub fn lets_internet_reach(&self, port: u16) -> bool {
        self.inbound.iter().any(|rule| {
            let covers = rule.ports.is_none_or(|(from, to)| (from..=to).contains(&port));
            covers && rule.source == Source::Cidr(Ipv4Addr::UNSPECIFIED, 0)
        })
    }
}

/// Reads `a.b.c.d/n`. The host bits must be zero, as AWS asks.
#[must_use]
pub fn parse_cidr(text: &str) -> Option<Source> {
    let (base, length) = text.split_once('/')?;
    let (base, length): (Ipv4Addr, u8) = (base.parse().ok()?, length.parse().ok()?);
    let host_bits = u32::MAX.checked_shr(length.into()).unwrap_or(0);
    (length <= 32 && u32::from(base) & host_bits == 0).then_some(Source::Cidr(base, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cidr_has_no_host_bits() {
        assert_eq!(
            parse_cidr("0.0.0.0/0"),
            Some(Source::Cidr(Ipv4Addr::UNSPECIFIED, 0))
        );
        assert_eq!(
            parse_cidr("203.0.113.25/32"),
            Some(Source::Cidr(Ipv4Addr::new(203, 0, 113, 25), 32))
        );
        for bad in ["10.0.0.1/8", "10.0.0.0/33", "10.0.0.0", "x/0"] {
            assert_eq!(parse_cidr(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_an_open_rule_for_the_port_lets_the_internet_in() {
        let rule = |ports, source| InboundRule {
            id: String::new(),
            protocol: "tcp",
            ports,
            source,
        };
        let group = |inbound| SecurityGroup {
            id: String::new(),
            name: String::new(),
            description: String::new(),
            inbound,
            tags: Vec::new(),
        };
        let open = parse_cidr("0.0.0.0/0").unwrap();
        assert!(group(vec![rule(Some((80, 80)), open.clone())]).lets_internet_reach(80));
        assert!(!group(vec![rule(Some((443, 443)), open)]).lets_internet_reach(80));
        assert!(!group(vec![rule(None, Source::Group(SecurityGroupIndex::DEFAULT))]).lets_internet_reach(80));
        assert!(!group(Vec::new()).lets_internet_reach(80));
    }
}
