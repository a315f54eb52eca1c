//! The places where employees sit.

use des::SimDuration;

use crate::region::RegionCode;

/// An office, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeIndex(pub u8);

/// A place that requests come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its name; the last one is the learner.
    pub name: &'static str,
    /// How many of a hundred of the employees' requests come from here.
    pub share_percent: u32,
}

/// How many offices there are.
pub const OFFICES: usize = 4;

/// The learner's own seat: it sends only what the learner sends.
pub const YOU: OfficeIndex = OfficeIndex(3);

/// All offices. The places and shares are our choice.
pub const ALL_OFFICES: [Office; OFFICES] = [
    Office {
        name: "Columbus",
        share_percent: 43,
    },
    Office {
        name: "Dublin",
        share_percent: 21,
    },
    Office {
        name: "Pune",
        share_percent: 36,
    },
    Office {
        name: "You",
        share_percent: 0,
    },
];

impl OfficeIndex {
    /// Every office, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..OFFICES).map(|index| Self(index as u8))
    }

    /// The office.
    #[must_use]
    pub const fn office(self) -> &'static Office {
        &ALL_OFFICES[self.0 as usize]
    }

    /// Time for a packet from here to the Region, or back. Our choice: about half of what published tables of round
    /// trips between such places show. Simplified: no jitter, and a connection costs no extra round trip.
    #[must_use]
    pub const fn one_way(self, region: RegionCode) -> SimDuration {
        let millis = match region {
            RegionCode::UsEast1 => [7, 38, 100, 20],
            RegionCode::UsEast2 => [6, 44, 108, 22],
            RegionCode::UsWest2 => [30, 65, 115, 36],
            RegionCode::EuWest1 => [45, 4, 66, 24],
        };
        SimDuration::from_millis(millis[self.0 as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_add_up() {
        assert_eq!(
            ALL_OFFICES.iter().map(|office| office.share_percent).sum::<u32>(),
            100
        );
    }
}
