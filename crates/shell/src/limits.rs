//! How much a script may ask for. All are our choice; the length of a script is [`cli::MAX_INPUT`], how deep commands
//! lie within commands is the lexer's.

use des::SimDuration;

/// Bytes that one command may print.
pub const OUTPUT: usize = 4 * 1024 * 1024;

/// Bytes of all variables together.
pub const VARIABLES: usize = 1024 * 1024;

/// Calls that one command may make to put its pages together.
pub const PAGES: usize = 10_000;

/// Model time that one command may wait.
pub const WAIT: SimDuration = SimDuration::from_secs(366 * 86_400);

/// Model time that passes at least between two looks of `sandbox wait --until`.
pub const EVERY: SimDuration = SimDuration::from_secs(1);

/// Looks that one `sandbox wait --until` may take.
pub const LOOKS: u64 = 100_000;
