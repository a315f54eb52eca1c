//! The kinds of what the account holds, in the order in which they are told.

use view::holding::Holding;

/// A kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called as it is told")]
pub enum Heading {
    Mails,
    Topics,
    Experiments,
    Shifts,
    Policies,
    Scheduled,
    Hooks,
    SecurityGroups,
    LaunchTemplates,
    ElasticAddresses,
    Endpoints,
    Quotas,
}

impl Heading {
    /// What changes soonest first.
    pub const ALL: [Self; 12] = [
        Self::Mails,
        Self::Topics,
        Self::Experiments,
        Self::Shifts,
        Self::Policies,
        Self::Scheduled,
        Self::Hooks,
        Self::SecurityGroups,
        Self::LaunchTemplates,
        Self::ElasticAddresses,
        Self::Endpoints,
        Self::Quotas,
    ];

    /// The kind of a thing.
    #[must_use]
    pub fn of(holding: &Holding) -> Self {
        match holding {
            Holding::Mail { .. } => Self::Mails,
            Holding::Topic { .. } => Self::Topics,
            Holding::Experiment { .. } => Self::Experiments,
            Holding::Shift { .. } => Self::Shifts,
            Holding::Policy { .. } => Self::Policies,
            Holding::Scheduled { .. } => Self::Scheduled,
            Holding::Hook { .. } => Self::Hooks,
            Holding::SecurityGroup { .. } => Self::SecurityGroups,
            Holding::LaunchTemplate { .. } => Self::LaunchTemplates,
            Holding::ElasticAddress { .. } => Self::ElasticAddresses,
            Holding::Endpoint { .. } => Self::Endpoints,
            Holding::Quota { .. } => Self::Quotas,
        }
    }
}
