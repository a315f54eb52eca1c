//! Limits and timings of AWS FIS. Source: FIS User Guide, "Quotas" and "Actions reference"; else our choice.

use des::SimDuration;

/// Templates in the account. Source: FIS User Guide, "Quotas".
pub const TEMPLATES: usize = 500;
/// Actions of a template. Source: FIS User Guide, "Quotas".
pub const ACTIONS: usize = 20;
/// Experiments that go on at once. Source: FIS User Guide, "Quotas".
pub const EXPERIMENTS: usize = 5;
/// Letters of an id behind its prefix.
pub const ID_LETTERS: usize = 14;
/// From asked for to initiating, and from there to running. Our choice.
pub const STEP: SimDuration = SimDuration::from_secs(1);
/// How often an action looks whether its instances have stopped. Our choice.
pub const LOOK: SimDuration = SimDuration::from_secs(1);
/// The shortest duration of an action. Source: FIS User Guide, "Actions reference".
pub const DURATION_MIN: SimDuration = SimDuration::from_mins(1);
/// The longest.
pub const DURATION_MAX: SimDuration = SimDuration::from_mins(12 * 60);
