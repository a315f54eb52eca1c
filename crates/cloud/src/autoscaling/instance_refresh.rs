//! Instance refresh: a group's instances are replaced, a few at a time.
//!
//! Source: Auto Scaling User Guide, "Use an instance refresh to update instances in an Auto Scaling group".

use api::autoscaling::{LaunchTemplateSpecification, RefreshPreferences};
use des::SimTime;

use crate::fact::FactId;

/// A refresh.
#[derive(Clone, Debug)]
pub struct Refresh {
    /// Its id.
    pub id: String,
    /// How far it is.
    pub status: RefreshStatus,
    /// Why it waits or ended.
    pub reason: Option<String>,
    /// Since when.
    pub start: SimTime,
    /// Until when.
    pub end: Option<SimTime>,
    /// How it goes about it, all defaults filled in but the most.
    pub preferences: RefreshPreferences,
    /// What the new instances are launched from; the group's template if none.
    pub desired: Option<LaunchTemplateSpecification>,
    /// How many instances it replaces.
    pub total: u32,
    /// How many of them are not replaced yet.
    pub left: u32,
    /// If it rolls back: why, since when, and from where.
    pub rollback: Option<Rollback>,
    /// From here on instances are new.
    pub(crate) since: SimTime,
    /// Checkpoints that it has passed.
    pub(crate) passed: usize,
    /// Until when it pauses.
    pub(crate) pause_until: SimTime,
    /// When it last came a step further.
    pub(crate) progressed: SimTime,
    /// The fact that it follows from.
    pub(crate) cause: FactId,
}

/// Why and from where a refresh rolls back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollback {
    /// Why.
    pub reason: String,
    /// Since when.
    pub start: SimTime,
    /// How many instances were replaced then, in percent.
    pub percent: u32,
    /// How many were not.
    pub left: u32,
}

/// How far a refresh is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshStatus {
    /// It was asked for.
    Pending,
    /// It replaces.
    InProgress,
    /// All are replaced; it waits whether they stay well.
    Baking,
    /// It stops.
    Cancelling,
    /// It replaces back.
    RollbackInProgress,
    /// It is done.
    Successful,
    /// It gave up.
    Failed,
    /// It was stopped.
    Cancelled,
    /// It has replaced back.
    RollbackSuccessful,
    /// It gave up replacing back.
    RollbackFailed,
}

impl RefreshStatus {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::InProgress => "InProgress",
            Self::Baking => "Baking",
            Self::Cancelling => "Cancelling",
            Self::RollbackInProgress => "RollbackInProgress",
            Self::Successful => "Successful",
            Self::Failed => "Failed",
            Self::Cancelled => "Cancelled",
            Self::RollbackSuccessful => "RollbackSuccessful",
            Self::RollbackFailed => "RollbackFailed",
        }
    }

    /// Whether it goes on.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(
            self,
            Self::Pending | Self::InProgress | Self::Baking | Self::Cancelling | Self::RollbackInProgress
        )
    }

    /// Whether it can be stopped or taken back.
    #[must_use]
    pub const fn can_be_stopped(self) -> bool {
        matches!(self, Self::Pending | Self::InProgress | Self::Baking)
    }
}

impl Refresh {
    /// How many instances are replaced, in percent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        match self.status {
            RefreshStatus::Pending => 0,
            _ if self.total == 0 => 100,
            _ => (self.total - self.left.min(self.total)) * 100 / self.total,
        }
    }

    /// What it has instances launched from, if it is not the group's own template.
    #[must_use]
    pub fn launches(&self) -> Option<&LaunchTemplateSpecification> {
        let forward = matches!(
            self.status,
            RefreshStatus::InProgress | RefreshStatus::Baking | RefreshStatus::Cancelling
        );
        self.desired.as_ref().filter(|_| forward)
    }

    /// The least healthy and the most instances, of so many that the group should have. At least one may go, or come first
    /// if the caller said the most.
    #[must_use]
    pub fn bounds(&self, desired: u32) -> Bounds {
        let least = self.preferences.min_healthy.unwrap_or_default() as u32;
        Bounds::new(
            desired,
            least,
            self.preferences.max_healthy.map(|most| most as u32),
        )
    }
}

/// How many instances must be healthy and how many there may be while others are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least healthy.
    pub least: u32,
    /// The most, if new ones come first.
    pub most: Option<u32>,
}

impl Bounds {
    /// From percentages of `desired`; without a greatest one, instances go and come together. One is always let through.
    #[must_use]
    pub fn new(desired: u32, least_percent: u32, most_percent: Option<u32>) -> Self {
        let share = desired * least_percent;
        let most = most_percent.map(|percent| (desired * percent / 100).max(desired + 1));
        // A range such as 90 to 100: those who may go, go; nobody comes first.
        let together = most_percent == Some(100) && least_percent < 100;
        Self {
            least: share.div_ceil(100).min(desired.saturating_sub(1)),
            most: most.filter(|_| !together),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_instance_can_always_be_replaced() {
        assert_eq!(Bounds::new(10, 90, None), Bounds { least: 9, most: None });
        assert_eq!(Bounds::new(2, 90, None), Bounds { least: 1, most: None });
        assert_eq!(Bounds::new(10, 50, None), Bounds { least: 5, most: None });
        assert_eq!(
            Bounds::new(4, 100, Some(100)),
            Bounds {
                least: 3,
                most: Some(5)
            }
        );
        assert_eq!(
            Bounds::new(4, 100, Some(150)),
            Bounds {
                least: 3,
                most: Some(6)
            }
        );
        assert_eq!(Bounds::new(4, 50, Some(100)), Bounds { least: 2, most: None });
    }
}
