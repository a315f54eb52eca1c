//! Status checks: what EC2 itself can tell of an instance. They never look at the app.

use des::SimTime;

use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState, defaults};

/// One check. Source: EC2 API Reference, SummaryStatus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckStatus {
    /// Passed.
    Ok,
    /// Failed, since then.
    Impaired(SimTime),
    /// No result yet.
    Initializing,
    /// The instance does not run.
    NotApplicable,
}

impl CheckStatus {
    /// AWS's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Impaired(_) => "impaired",
            Self::Initializing => "initializing",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// The checks of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusChecks {
    /// The host, its power and its network.
    pub system: CheckStatus,
    /// The instance's operating system and network.
    pub instance: CheckStatus,
    /// Its EBS volumes; only types on the Nitro System have this check.
    pub attached_ebs: Option<CheckStatus>,
}

impl StatusChecks {
    /// The checks there are.
    pub fn all(&self) -> impl Iterator<Item = CheckStatus> {
        [Some(self.system), Some(self.instance), self.attached_ebs]
            .into_iter()
            .flatten()
    }

    /// How many have passed, of how many.
    #[must_use]
    pub fn passed(&self) -> (usize, usize) {
        (
            self.all().filter(|check| *check == CheckStatus::Ok).count(),
            self.all().count(),
        )
    }
}

impl Cloud {
    /// The status checks of an instance, as EC2 reports them now: a trouble is seen at the next full minute after it began.
    #[must_use]
    pub fn status_checks(&self, index: InstanceIndex) -> StatusChecks {
        let instance = &self.ec2.instances[index.index()];
        let nitro = instance.instance_type.is_nitro();
        let all = |check: CheckStatus| StatusChecks {
            system: check,
            instance: check,
            attached_ebs: nitro.then_some(check),
        };
        if instance.state != InstanceState::Running {
            return all(CheckStatus::NotApplicable);
        }
        if let Some(seen) = self.seen(self.dark_since(instance.zone)) {
            return all(CheckStatus::Impaired(seen));
        }
        if let Some(seen) = self.seen(instance.host_failed_since) {
            return all(CheckStatus::Impaired(seen));
        }
        if self.now.since(instance.state_since) < defaults::STATUS_INITIALIZING {
            return all(CheckStatus::Initializing);
        }
        let own = self
            .seen(instance.crashed_since)
            .map_or(CheckStatus::Ok, CheckStatus::Impaired);
        StatusChecks {
            instance: own,
            ..all(CheckStatus::Ok)
        }
    }

    fn seen(&self, since: Option<SimTime>) -> Option<SimTime> {
        let seen = since?.next_multiple_of(defaults::STATUS_CHECK_PERIOD);
        (seen <= self.now).then_some(seen)
    }
}
