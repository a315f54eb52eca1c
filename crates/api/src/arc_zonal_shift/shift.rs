//! Zonal shifts, and the load balancers and Auto Scaling groups that can be shifted.

use crate::Timestamp;
use crate::shape::shapes;

/// What a zonal shift can be.
pub const STATUSES: &[&str] = &["ACTIVE", "EXPIRED", "CANCELED"];

shapes! {
    /// Takes the traffic of a load balancer, or the launches of an Auto Scaling group, away from a zone.
    pub struct StartZonalShiftInput {
        /// The zone that is left, by its id: `use2-az1`.
        away_from: Option<String> = "awayFrom" required length(0..=20),
        /// Why.
        comment: Option<String> = "comment" required length(0..=128),
        /// For how long, in minutes or hours: `30m`, `2h`; at most 72 hours.
        expires_in: Option<String> = "expiresIn" required length(2..=5),
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier" required length(8..=1_024),
    }

    /// Changes how long a zonal shift lasts from now on, or what is said about it.
    pub struct UpdateZonalShiftInput {
        /// Why.
        comment: Option<String> = "comment" length(0..=128),
        /// For how long from now on.
        expires_in: Option<String> = "expiresIn" length(2..=5),
        /// Which.
        zonal_shift_id: Option<String> = "zonalShiftId" required length(6..=36),
    }

    /// Ends a zonal shift.
    pub struct CancelZonalShiftInput {
        /// Which.
        zonal_shift_id: Option<String> = "zonalShiftId" required length(6..=36),
    }

    /// The zonal shift.
    pub struct StartZonalShiftOutput {
        /// The zone that is left, by its id.
        away_from: Option<String> = "awayFrom",
        /// What was said about it.
        comment: Option<String> = "comment",
        /// When it ends by itself.
        expiry_time: Option<Timestamp> = "expiryTime",
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// `ACTIVE`, `EXPIRED` or `CANCELED`.
        status: Option<String> = "status",
        /// Its id.
        zonal_shift_id: Option<String> = "zonalShiftId",
    }

    /// The zonal shift.
    pub struct UpdateZonalShiftOutput {
        /// The zone that is left, by its id.
        away_from: Option<String> = "awayFrom",
        /// What was said about it.
        comment: Option<String> = "comment",
        /// When it ends by itself.
        expiry_time: Option<Timestamp> = "expiryTime",
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// `ACTIVE`, `EXPIRED` or `CANCELED`.
        status: Option<String> = "status",
        /// Its id.
        zonal_shift_id: Option<String> = "zonalShiftId",
    }

    /// The zonal shift.
    pub struct CancelZonalShiftOutput {
        /// The zone that is left, by its id.
        away_from: Option<String> = "awayFrom",
        /// What was said about it.
        comment: Option<String> = "comment",
        /// When it ends by itself.
        expiry_time: Option<Timestamp> = "expiryTime",
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// `ACTIVE`, `EXPIRED` or `CANCELED`.
        status: Option<String> = "status",
        /// Its id.
        zonal_shift_id: Option<String> = "zonalShiftId",
    }

    /// Lists zonal shifts.
    pub struct ListZonalShiftsInput {
        /// Those of this load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier" length(8..=1_024),
        /// Those that are this.
        status: Option<String> = "status" one_of(STATUSES),
    }
    without "maxResults nextToken"

    /// The zonal shifts.
    pub struct ListZonalShiftsOutput {
        /// In the order in which they began.
        items: Vec<ZonalShiftSummary> = "items" always,
    }

    /// A zonal shift.
    pub struct ZonalShiftSummary {
        /// The zone that is left, by its id.
        away_from: Option<String> = "awayFrom",
        /// What was said about it.
        comment: Option<String> = "comment",
        /// When it ends by itself.
        expiry_time: Option<Timestamp> = "expiryTime",
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// `ACTIVE`, `EXPIRED` or `CANCELED`.
        status: Option<String> = "status",
        /// Its id.
        zonal_shift_id: Option<String> = "zonalShiftId",
    }

    /// Describes a load balancer or group that can be shifted.
    pub struct GetManagedResourceInput {
        /// Which, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier" required length(8..=1_024),
    }

    /// The load balancer or group.
    pub struct GetManagedResourceOutput {
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// Its name.
        name: Option<String> = "name",
        /// The zonal shift that is active.
        zonal_shifts: Vec<ZonalShiftInResource> = "zonalShifts" always,
    }

    /// Lists the load balancers and groups that can be shifted.
    pub struct ListManagedResourcesInput {}
    without "maxResults nextToken"

    /// The load balancers and groups.
    pub struct ListManagedResourcesOutput {
        /// In the order in which they were made.
        items: Vec<ManagedResourceSummary> = "items" always,
    }

    /// A load balancer or group that can be shifted.
    pub struct ManagedResourceSummary {
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// Its zones, by id.
        availability_zones: Vec<String> = "availabilityZones" always,
        /// Its name.
        name: Option<String> = "name",
        /// The zonal shift that is active.
        zonal_shifts: Vec<ZonalShiftInResource> = "zonalShifts" always,
    }

    /// A zonal shift, as a load balancer or group has it.
    pub struct ZonalShiftInResource {
        /// `APPLIED`.
        applied_status: Option<String> = "appliedStatus",
        /// The zone that is left, by its id.
        away_from: Option<String> = "awayFrom",
        /// What was said about it.
        comment: Option<String> = "comment",
        /// When it ends by itself.
        expiry_time: Option<Timestamp> = "expiryTime",
        /// The load balancer or group, by ARN.
        resource_identifier: Option<String> = "resourceIdentifier",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// Its id.
        zonal_shift_id: Option<String> = "zonalShiftId",
    }
}
