//! `DescribeRegions` and `DescribeAvailabilityZones`.

use super::Filter;
use crate::shape::shapes;

/// What a zone's state can be (`AvailabilityZoneState`).
pub const AVAILABILITY_ZONE_STATES: &[&str] = &[
    "available",
    "information",
    "impaired",
    "unavailable",
    "constrained",
];

shapes! {
    /// Describes the Regions of the account.
    pub struct DescribeRegionsInput {
        /// Which Regions.
        region_names: Vec<String> = "RegionNames",
        /// Whether to answer with Regions that are not switched on; here all are.
        all_regions: Option<bool> = "AllRegions" default("false"),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false"

    /// The Regions.
    pub struct DescribeRegionsOutput {
        /// One entry a Region.
        regions: Vec<Region> = "Regions" always,
    }

    /// A Region: a place in the world with several Availability Zones.
    pub struct Region {
        /// Whether it must be switched on first.
        opt_in_status: Option<String> = "OptInStatus",
        /// Such as `us-east-2`.
        region_name: Option<String> = "RegionName",
        /// Where EC2's API answers there.
        endpoint: Option<String> = "Endpoint",
    }

    /// Describes the Availability Zones of the Region.
    pub struct DescribeAvailabilityZonesInput {
        /// Which zones, by name.
        zone_names: Vec<String> = "ZoneNames",
        /// Which zones, by id.
        zone_ids: Vec<String> = "ZoneIds",
        /// Whether to answer with zones that are not switched on; here all are.
        all_availability_zones: Option<bool> = "AllAvailabilityZones" default("false"),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false"

    /// The zones.
    pub struct DescribeAvailabilityZonesOutput {
        /// One entry a zone.
        availability_zones: Vec<AvailabilityZone> = "AvailabilityZones" always,
    }

    /// An Availability Zone: data centers with power, cooling and network of their own.
    pub struct AvailabilityZone {
        /// Whether it must be switched on first.
        opt_in_status: Option<String> = "OptInStatus",
        /// What AWS has to say about it.
        messages: Vec<AvailabilityZoneMessage> = "Messages" always,
        /// The Region it is in.
        region_name: Option<String> = "RegionName",
        /// Its name in this account, such as `us-east-2a`.
        zone_name: Option<String> = "ZoneName",
        /// Its id in every account, such as `use2-az1`.
        zone_id: Option<String> = "ZoneId",
        /// The group it is switched on with.
        group_name: Option<String> = "GroupName",
        /// From where its addresses are announced.
        network_border_group: Option<String> = "NetworkBorderGroup",
        /// `availability-zone`.
        zone_type: Option<String> = "ZoneType",
        /// Whether it can be used; AWS keeps saying `available` in trouble.
        state: Option<String> = "State" one_of(AVAILABILITY_ZONE_STATES),
    }

    /// A word from AWS about a zone.
    pub struct AvailabilityZoneMessage {
        /// The word.
        message: Option<String> = "Message",
    }
}
