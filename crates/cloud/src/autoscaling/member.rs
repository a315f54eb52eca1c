//! Instances of groups, and where each is in its life there.
//!
//! ```text
//!  launch:   Pending ─▶ Pending:Wait ─▶ Pending:Proceed ─▶ InService          (no hook: Pending ─▶ InService)
//!  end:      InService ─▶ Terminating ─▶ Terminating:Wait ─▶ Terminating:Proceed ─▶ gone
//!  standby:  InService ─▶ EnteringStandby ─▶ Standby ─▶ Pending ─▶ InService
//!  detach:   InService or Standby ─▶ Detaching ─▶ on its own
//! ```
//!
//! Source: Auto Scaling User Guide, "Amazon EC2 Auto Scaling instance lifecycle".

use des::{SimDuration, SimTime};

use super::lifecycle_hook::LifecycleAction;
use crate::ec2::{InstanceIndex, LaunchTemplateIndex};
use crate::fact::FactId;

/// An instance of a group.
#[derive(Clone, Debug)]
pub struct Member {
    /// Which.
    pub instance: InstanceIndex,
    /// Where it is in its life in the group.
    pub state: LifecycleState,
    /// What the group believes of it.
    pub healthy: bool,
    /// Why it is believed to be unhealthy.
    pub illness: Option<Illness>,
    /// Whether scale-in passes it over.
    pub protected: bool,
    /// Since when it belongs to the group.
    pub joined: SimTime,
    /// When it came into service.
    pub in_service: Option<SimTime>,
    /// The template and version that it was launched from; none if it was attached.
    pub template: Option<(LaunchTemplateIndex, u32)>,
    /// The instance that goes once this one is in service.
    pub successor_of: Option<(InstanceIndex, Reason)>,
    /// Lifecycle hooks that hold it.
    pub actions: Vec<LifecycleAction>,
    /// The fact that brought it where it is.
    pub cause: FactId,
    /// How long it warms up in service, if a scaling policy called for it: its launch is not over before.
    pub(crate) warmup: Option<SimDuration>,
    /// The activity that is about it.
    pub(crate) activity: u64,
    /// When its draining is over, while it leaves its target groups.
    pub(crate) drained: SimTime,
    /// When it leaves a state that only lasts.
    pub(crate) until: SimTime,
}

impl Member {
    /// One that comes to a group now.
    pub(crate) const fn new(instance: InstanceIndex, now: SimTime, activity: u64, cause: FactId) -> Self {
        Self {
            instance,
            state: LifecycleState::Pending,
            healthy: true,
            illness: None,
            protected: false,
            joined: now,
            in_service: None,
            template: None,
            successor_of: None,
            actions: Vec::new(),
            cause,
            warmup: None,
            activity,
            drained: SimTime::ZERO,
            until: SimTime::NEVER,
        }
    }
}

/// Where an instance is in its life in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifecycleState {
    /// It starts.
    Pending,
    /// A launch hook holds it.
    PendingWait,
    /// Its launch hooks are done.
    PendingProceed,
    /// It counts.
    InService,
    /// It ends: first it drains.
    Terminating,
    /// A termination hook holds it.
    TerminatingWait,
    /// Its termination hooks are done.
    TerminatingProceed,
    /// It leaves the group and runs on.
    Detaching,
    /// It leaves its target groups for a while.
    EnteringStandby,
    /// It is out of service and unchecked.
    Standby,
}

impl LifecycleState {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::PendingWait => "Pending:Wait",
            Self::PendingProceed => "Pending:Proceed",
            Self::InService => "InService",
            Self::Terminating => "Terminating",
            Self::TerminatingWait => "Terminating:Wait",
            Self::TerminatingProceed => "Terminating:Proceed",
            Self::Detaching => "Detaching",
            Self::EnteringStandby => "EnteringStandby",
            Self::Standby => "Standby",
        }
    }

    /// On its way into service.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Pending | Self::PendingWait | Self::PendingProceed)
    }

    /// On its way to its end.
    #[must_use]
    pub const fn is_terminating(self) -> bool {
        matches!(
            self,
            Self::Terminating | Self::TerminatingWait | Self::TerminatingProceed
        )
    }

    /// In service or on its way there: it counts towards what the group should have.
    #[must_use]
    pub const fn is_active(self) -> bool {
        self.is_pending() || matches!(self, Self::InService)
    }
}

/// Why an instance is believed to be unhealthy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Illness {
    /// EC2 does not run it.
    NotRunning,
    /// A status check of EC2 is impaired.
    StatusCheck,
    /// A volume of it is impaired.
    Volume,
    /// A load balancer found it unhealthy.
    LoadBalancer,
    /// Somebody said so.
    User,
}

impl Illness {
    /// Whether it is replaced at once, whatever else goes on.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::NotRunning | Self::User)
    }
}

/// Why an instance is replaced by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is unhealthy.
    Unhealthy(Illness),
    /// Its zone has too many.
    Rebalance,
    /// It has been in service for as long as it may be.
    Lifetime,
    /// An instance refresh came to it.
    Refresh,
}

impl Reason {
    /// What an activity says of the instance that goes. Those of health and refresh as seen on real AWS; the others are our
    /// choice.
    #[must_use]
    pub const fn of_leaving(self) -> &'static str {
        match self {
            Self::Unhealthy(Illness::NotRunning) => {
                "an instance was taken out of service in response to an EC2 health check indicating it has been \
                 terminated or stopped."
            }
            Self::Unhealthy(Illness::StatusCheck) => {
                "an instance was taken out of service in response to an EC2 instance status check failure."
            }
            Self::Unhealthy(Illness::Volume) => {
                "an instance was taken out of service in response to an EBS volume health check failure."
            }
            Self::Unhealthy(Illness::LoadBalancer) => {
                "an instance was taken out of service in response to an ELB system health check failure."
            }
            Self::Unhealthy(Illness::User) => {
                "an instance was taken out of service in response to a user health-check."
            }
            Self::Rebalance => "an instance was taken out of service to aid in balancing the group's zones.",
            Self::Lifetime => {
                "an instance was taken out of service in response to it exceeding its maximum instance lifetime."
            }
            Self::Refresh => "an instance was taken out of service in response to an instance refresh.",
        }
    }

    /// What an activity says of the instance that comes.
    #[must_use]
    pub const fn of_coming(self) -> &'static str {
        match self {
            Self::Unhealthy(_) => {
                "an instance was launched in response to an unhealthy instance needing to be replaced."
            }
            Self::Rebalance => "an instance was launched to aid in balancing the group's zones.",
            Self::Lifetime => {
                "an instance was launched in response to an instance exceeding its maximum instance lifetime."
            }
            Self::Refresh => "an instance was launched in response to an instance refresh.",
        }
    }
}
