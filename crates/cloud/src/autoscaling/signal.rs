//! What an alarm tells a scaling policy.

use crate::Cloud;
use crate::cloudwatch::AlarmState;
use crate::fact::FactId;

/// What an alarm tells a scaling policy: on a change of its state, and every minute while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct AlarmSignal {
    /// The alarm's name.
    pub alarm_name: String,
    /// Its state.
    pub state: AlarmState,
    /// The newest value that it saw.
    pub metric: Option<f64>,
    /// Its threshold.
    pub threshold: f64,
}

impl Cloud {
    /// An alarm asks a scaling policy to act.
    ///
    /// # Errors
    /// The reason in words, for the alarm's history, if there is no such policy.
    pub(crate) fn policy_signalled(&mut self, arn: &str, _: &AlarmSignal, _: FactId) -> Result<(), String> {
        Err(format!("PolicyARN {arn} is not found"))
    }
}
