//! What can become so in AWS FIS.

use super::{ExperimentIndex, Status};

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An experiment is as far as this.
    Experiment {
        /// Which experiment.
        experiment: ExperimentIndex,
        /// How far.
        status: Status,
    },
    /// An action of an experiment is as far as this.
    Action {
        /// Of which experiment.
        experiment: ExperimentIndex,
        /// Which, by its place in the template.
        action: u8,
        /// How far.
        status: Status,
    },
}
