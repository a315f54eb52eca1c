//! Amazon EC2 Auto Scaling: groups, policies, activities.

pub mod defaults;
mod event;
mod fact;
pub(crate) mod metrics;
pub(crate) mod operations;
mod signal;

pub(crate) use event::Event;
pub use fact::What;
pub use signal::AlarmSignal;

use des::Digest;

/// The account's Amazon EC2 Auto Scaling.
#[derive(Clone, Debug, Default)]
pub struct AutoScaling {}

impl AutoScaling {
    /// Everything of it that makes a difference. Changed by calls and few events: its text never forgets a field.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.extend(format!("{self:?}").bytes().map(u64::from));
    }
}
