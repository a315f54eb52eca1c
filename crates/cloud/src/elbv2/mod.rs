//! Elastic Load Balancing: load balancers, listeners and rules, target groups.

pub mod defaults;
mod event;
mod fact;
pub(crate) mod operations;

pub(crate) use event::Event;
pub use fact::What;

use des::Digest;

/// The account's Elastic Load Balancing.
#[derive(Clone, Debug, Default)]
pub struct Elbv2 {}

impl Elbv2 {
    /// Everything of it that makes a difference. Changed by calls and few events: its text never forgets a field.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.extend(format!("{self:?}").bytes().map(u64::from));
    }
}
