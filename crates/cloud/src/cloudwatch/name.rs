//! Full names of metrics, and how they are found without making one.

use std::borrow::Cow;
use std::cmp::Ordering;

use des::Digest;

/// A metric's full name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct MetricName {
    /// Such as `AWS/EC2`.
    pub namespace: String,
    /// Such as `CPUUtilization`.
    pub name: String,
    /// Names and values, sorted by name.
    pub dimensions: Vec<(String, String)>,
}

impl MetricName {
    /// A name from its parts; dimensions may come in any order.
    #[must_use]
    pub fn new(namespace: &str, name: &str, dimensions: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let mut dimensions: Vec<(String, String)> = dimensions.iter().map(owned).collect();
        dimensions.sort();
        Self {
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            dimensions,
        }
    }

    /// The value of a dimension, if it has it.
    #[must_use]
    pub fn dimension(&self, name: &str) -> Option<&str> {
        let found = self.dimensions.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A number of it, for digests.
    pub(super) fn key(&self) -> u64 {
        let mut key = Digest::default();
        let dimensions = self.dimensions.iter().flat_map(|(name, value)| [name, value]);
        for text in [&self.namespace, &self.name].into_iter().chain(dimensions) {
            key.add(text.len() as u64);
            key.extend(text.bytes().map(u64::from));
        }
        key.value()
    }

    /// How it stands to a name that is only borrowed.
    pub(super) fn compare(&self, other: &Parts<'_>) -> Ordering {
        let own = self
            .dimensions
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        (self.namespace.as_str(), self.name.as_str())
            .cmp(&(other.namespace, other.name))
            .then_with(|| own.cmp(other.dimensions.iter().copied()))
    }
}

/// A metric's name in pieces that belong to someone else: what is told every minute makes no texts anew.
pub(super) struct Parts<'a> {
    namespace: &'a str,
    name: &'a str,
    dimensions: Cow<'a, [(&'a str, &'a str)]>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(namespace: &'a str, name: &'a str, dimensions: &'a [(&'a str, &'a str)]) -> Self {
        let mut dimensions = Cow::Borrowed(dimensions);
        if !dimensions.is_sorted() {
            dimensions.to_mut().sort_unstable();
        }
        Self {
            namespace,
            name,
            dimensions,
        }
    }

    pub(super) fn to_name(&self) -> MetricName {
        MetricName::new(self.namespace, self.name, &self.dimensions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_may_come_in_any_order() {
        let name = MetricName::new("N", "m", &[("b", "2"), ("a", "1")]);
        assert_eq!(name, MetricName::new("N", "m", &[("a", "1"), ("b", "2")]));
        assert_eq!(name.dimension("b"), Some("2"));
        let parts = [("b", "2"), ("a", "1")];
        assert_eq!(name.compare(&Parts::new("N", "m", &parts)), Ordering::Equal);
        assert_eq!(name.compare(&Parts::new("N", "n", &[])), Ordering::Less);
    }
}
