//! Regions and their Availability Zones, as far as an account can see them.

/// A Region that the model knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RegionCode {
    /// N. Virginia.
    UsEast1,
    /// Ohio: the course's Region.
    #[default]
    UsEast2,
    /// Oregon.
    UsWest2,
    /// Ireland.
    EuWest1,
}

/// A Region.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// Which.
    pub code: RegionCode,
    /// As in `--region`.
    pub name: &'static str,
    /// Where it is, as AWS names the place.
    pub place: &'static str,
    /// The domain of its public DNS names.
    pub public_domain: &'static str,
    /// The domain of its private DNS names.
    pub private_domain: &'static str,
    /// Its Availability Zones by letter, in order.
    pub zones: &'static [Zone],
}

/// An Availability Zone.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its name in this account.
    pub name: &'static str,
    /// Its id, which means the same place in every account.
    pub id: &'static str,
    /// Families of instance types that it does not offer.
    pub lacks: &'static [&'static str],
}

/// An Availability Zone, by its place in the Region's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ZoneIndex(pub u8);

impl ZoneIndex {
    /// As an index into lists by zone.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

const fn zone(name: &'static str, id: &'static str) -> Zone {
    zone_without(&[], name, id)
}

const fn zone_without(lacks: &'static [&'static str], name: &'static str, id: &'static str) -> Zone {
    Zone { name, id, lacks }
}

/// Source: AWS "Regions and Availability Zones", az-ids; what a zone lacks is from DescribeInstanceTypeOfferings. Which letter means which id in us-east-1, us-west-2 and
/// eu-west-1 is that of one real account; us-east-2 has one mapping for all.
static REGIONS: [Region; 4] = [
    Region {
        code: RegionCode::UsEast1,
        name: "us-east-1",
        place: "N. Virginia",
        public_domain: "compute-1.amazonaws.com",
        private_domain: "ec2.internal",
        zones: &[
            zone("us-east-1a", "use1-az2"),
            zone("us-east-1b", "use1-az4"),
            zone("us-east-1c", "use1-az6"),
            zone("us-east-1d", "use1-az1"),
            zone_without(
                &["t3", "t3a", "t4g", "m5", "m6i", "m7i", "m8i", "c7i"],
                "us-east-1e",
                "use1-az3",
            ),
            zone("us-east-1f", "use1-az5"),
        ],
    },
    Region {
        code: RegionCode::UsEast2,
        name: "us-east-2",
        place: "Ohio",
        public_domain: "us-east-2.compute.amazonaws.com",
        private_domain: "us-east-2.compute.internal",
        zones: &[
            zone("us-east-2a", "use2-az1"),
            zone("us-east-2b", "use2-az2"),
            zone("us-east-2c", "use2-az3"),
        ],
    },
    Region {
        code: RegionCode::UsWest2,
        name: "us-west-2",
        place: "Oregon",
        public_domain: "us-west-2.compute.amazonaws.com",
        private_domain: "us-west-2.compute.internal",
        zones: &[
            zone("us-west-2a", "usw2-az2"),
            zone("us-west-2b", "usw2-az1"),
            zone("us-west-2c", "usw2-az3"),
            zone_without(&["t2"], "us-west-2d", "usw2-az4"),
        ],
    },
    Region {
        code: RegionCode::EuWest1,
        name: "eu-west-1",
        place: "Ireland",
        public_domain: "eu-west-1.compute.amazonaws.com",
        private_domain: "eu-west-1.compute.internal",
        zones: &[
            zone("eu-west-1a", "euw1-az3"),
            zone("eu-west-1b", "euw1-az1"),
            zone("eu-west-1c", "euw1-az2"),
        ],
    },
];

impl RegionCode {
    /// The Region's facts.
    #[must_use]
    pub fn region(self) -> &'static Region {
        &REGIONS[self as usize]
    }

    /// The Region called `name`, if the model knows it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        REGIONS
            .iter()
            .find(|region| region.name == name)
            .map(|region| region.code)
    }

    /// All Regions of the model.
    pub fn all() -> impl Iterator<Item = &'static Region> {
        REGIONS.iter()
    }
}

impl Region {
    /// As AWS names it in mails: `US East (Ohio)`.
    #[must_use]
    pub fn long_name(&self) -> String {
        let area = match self.code {
            RegionCode::UsEast1 | RegionCode::UsEast2 => "US East",
            RegionCode::UsWest2 => "US West",
            RegionCode::EuWest1 => "EU",
        };
        format!("{area} ({})", self.place)
    }

    /// Its zones with their indexes.
    pub fn zone_indexes(&self) -> impl Iterator<Item = ZoneIndex> + use<> {
        (0..self.zones.len()).map(|index| ZoneIndex(index as u8))
    }

    /// The zone at `index`.
    #[must_use]
    pub fn zone(&self, index: ZoneIndex) -> &'static Zone {
        &self.zones[index.index()]
    }

    /// The zone with this name or id.
    #[must_use]
    pub fn zone_named(&self, name: &str) -> Option<ZoneIndex> {
        self.zone_indexes()
            .find(|&index| self.zone(index).name == name || self.zone(index).id == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_stands_at_the_place_of_its_code() {
        for region in RegionCode::all() {
            assert_eq!(region.code.region(), region);
            assert_eq!(RegionCode::named(region.name), Some(region.code));
            assert!(region.zones.iter().all(|zone| zone.name.starts_with(region.name)));
        }
    }
}
