//! Places of the picture that a step may point at: by what they are and are called, never by where they stand.

use std::fmt;

use crate::vocabulary::{Vocabulary, vocabulary};

/// A place that is pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is.
    pub what: TargetKind,
    /// What it is called; empty where there is but one.
    pub name: String,
}

vocabulary! {
    /// What can be pointed at.
    pub TargetKind {
        /// The instance that serves the employees; with a name, the one with this tag `Name`.
        Instance = "instance",
        /// The youngest instance.
        NewInstance = "newInstance",
        /// The employees.
        Clients = "clients",
        /// The learner among them.
        You = "you",
        /// The table.
        DynamoDb = "dynamodb",
        /// The photos.
        S3 = "s3",
        /// An Availability Zone, by its name.
        Zone = "zone",
        /// A load balancer, by its name.
        LoadBalancer = "loadBalancer",
        /// A target group, by its name.
        TargetGroup = "targetGroup",
        /// An Auto Scaling group, by its name.
        Group = "group",
        /// An alarm, by its name.
        Alarm = "alarm",
    }
}

impl Target {
    /// Reads a selector such as `clients` or `zone:us-east-2a`; nothing if it is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (what, name) = text.split_once(':').unwrap_or((text, ""));
        let what = TargetKind::from_word(what)?;
        let is_named = text.contains(':');
        let fits = match what.naming() {
            Naming::Never => !is_named,
            Naming::May => !is_named || !name.is_empty(),
            Naming::Must => !name.is_empty(),
        };
        let is_plain = !name.chars().any(|letter| letter.is_control() || letter == '`');
        (fits && is_plain).then(|| Self {
            what,
            name: name.to_owned(),
        })
    }
}

/// As a lesson writes it.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what.word())?;
        if self.name.is_empty() {
            return Ok(());
        }
        write!(f, ":{}", self.name)
    }
}

/// Whether a name follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    Never,
    May,
    Must,
}

impl TargetKind {
    /// Whether a name follows.
    pub(crate) const fn naming(self) -> Naming {
        match self {
            Self::NewInstance | Self::Clients | Self::You | Self::DynamoDb | Self::S3 => Naming::Never,
            Self::Instance => Naming::May,
            Self::Zone | Self::LoadBalancer | Self::TargetGroup | Self::Group | Self::Alarm => Naming::Must,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_read_and_written_alike() {
        for text in [
            "clients",
            "instance",
            "instance:directory-1",
            "zone:us-east-2a",
            "alarm:cpu high",
        ] {
            let target = Target::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(target.to_string(), text);
        }
        for wrong in ["zone", "zone:", "clients:x", "moon", "instance:", ""] {
            assert_eq!(Target::parse(wrong), None, "{wrong}");
        }
    }
}
