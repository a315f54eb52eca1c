//! What stands in the way of launches.

use api::ApiError;
use des::Stream;

use super::FaultKind;
use crate::Cloud;
use crate::autoscaling::GroupIndex;
use crate::ec2::{InstanceType, insufficient_capacity};
use crate::fact::FactId;
use crate::region::ZoneIndex;

const CHANCE: Stream = Stream::named("fault/launch");

/// A zone has no room for more instances of a type, or of any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// In which zone.
    pub zone: ZoneIndex,
    /// Of which type, by AWS's name; none for all types.
    pub instance_type: Option<&'static str>,
}

/// Launches that AWS FIS lets fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaunchErrors {
    /// Those of a group; none for the calls of the account's roles.
    pub group: Option<GroupIndex>,
    /// In which zones: a bit each.
    pub zones: u8,
    /// How many of a hundred.
    pub percent: u8,
}

impl Cloud {
    /// Launches are let through again in the zones of an experiment.
    pub(super) fn end_launch_errors(&mut self, errors: LaunchErrors, cause: FactId) {
        for zone in self.region.zone_indexes() {
            if errors.zones >> zone.0 & 1 == 1 {
                self.autoscaling_sees_room(zone, cause);
            }
        }
    }

    /// Whether a fault leaves a zone without room for a type.
    pub(crate) fn is_short(&self, instance_type: &InstanceType, zone: ZoneIndex) -> bool {
        self.active_faults().any(|fault| match fault.kind {
            FaultKind::InsufficientCapacity(shortage) => {
                shortage.zone == zone
                    && shortage
                        .instance_type
                        .is_none_or(|name| name == instance_type.name)
            }
            _ => false,
        })
    }

    /// Whether AWS FIS lets a launch in a zone through: one of a group, or one that a call asks for. Which of them fail is
    /// drawn by the moment and the number of launches so far.
    ///
    /// # Errors
    /// `InsufficientInstanceCapacity`.
    pub(crate) fn check_injected_errors(
        &self,
        group: Option<GroupIndex>,
        instance_type: &InstanceType,
        zone: ZoneIndex,
    ) -> Result<(), ApiError> {
        let chance = || {
            self.seed
                .draw(CHANCE, self.now.as_micros(), self.ec2.reservations)
                .below(100)
        };
        let fails = self.active_faults().any(|fault| match fault.kind {
            FaultKind::LaunchErrors(errors) => {
                errors.group == group && errors.zones >> zone.0 & 1 == 1 && chance() < errors.percent.into()
            }
            _ => false,
        });
        if fails {
            return Err(insufficient_capacity(self, instance_type, zone));
        }
        Ok(())
    }
}
