//! Limits of zonal shifts, each with its unit and source.

use des::SimDuration;

/// The longest that a zonal shift may last from now on. Source: Amazon ARC guide, "Zonal shift".
pub const LONGEST: SimDuration = SimDuration::from_secs(72 * 3_600);
