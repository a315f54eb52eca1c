//! Which calls a step takes. Asked before the door, never inside the account: a lesson narrows, AWS refuses.

mod limits;

use cloud::Input;

use crate::observed::Observed;
use crate::phrases;
use crate::prose::plain;
use crate::runner::Runner;

/// Why a call is not taken now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// In a sentence for the learner.
    pub reason: String,
}

impl Runner {
    /// Whether the step reached takes this call. Reads need not be asked for: looking is free.
    ///
    /// # Errors
    /// The lesson's own reason, or what the step takes.
    pub fn allows_input(&self, input: &Input, seen: &dyn Observed) -> Result<(), Refusal> {
        self.allows(&input.operation().action())?;
        limits::check(&self.lesson.allowed(self.reached()).limits, input.shape(), seen)
    }

    /// Whether the step reached takes calls of this operation (as `ec2:RunInstances`).
    ///
    /// # Errors
    /// The lesson's own reason, or which calls the step takes.
    pub fn allows(&self, operation: &str) -> Result<(), Refusal> {
        let step = self.reached();
        let allowed = &self.lesson.allowed(step).actions;
        if allowed.iter().any(|name| name == operation) {
            return Ok(());
        }
        let own = plain(self.lesson.prose.blocks(&format!("{}.refusal", step.id)));
        let reason = if own.is_empty() {
            phrases::refusal(operation, allowed)
        } else {
            own
        };
        Err(Refusal { reason })
    }
}
