//! How DynamoDB and S3 are, as far as the app notices.

use crate::fact::FactId;

/// How a dependency is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DependencyState {
    /// How long it takes to answer, in thousandths of its time: 1,000 is as it should be.
    pub slowness_permille: u32,
    /// The fact that made it slow.
    pub blame: FactId,
}

impl DependencyState {
    /// All is well.
    pub(crate) const WELL: Self = Self {
        slowness_permille: 1_000,
        blame: FactId::NONE,
    };
}
