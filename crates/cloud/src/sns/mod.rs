//! Amazon SNS: topics and their subscribers.

pub mod defaults;
pub(crate) mod operations;

use des::Digest;

/// The account's Amazon SNS.
#[derive(Clone, Debug, Default)]
pub struct Sns {}

impl Sns {
    /// Everything of it that makes a difference. Changed by calls and few events: its text never forgets a field.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.extend(format!("{self:?}").bytes().map(u64::from));
    }
}
