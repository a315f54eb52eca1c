//! How much an expression may ask for. All are our choice: AWS's command line stops only where Python does.

/// Characters of an expression.
pub const LENGTH: usize = 16_384;

/// How deep expressions may lie within one another; Python's own stack holds about three hundred.
pub const DEPTH: usize = 200;

/// Parts of an expression: names, literals, brackets, operators. It bounds how much deeper than its input an answer can
/// become on the way.
pub const PARTS: usize = 1_000;

/// How deep a literal or an answer may be nested.
pub const JSON_DEPTH: usize = 256;

/// Values and characters that one evaluation may look at or make: within a second, wherever it runs.
pub const STEPS: u64 = 10_000_000;
