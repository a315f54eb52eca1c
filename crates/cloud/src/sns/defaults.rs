//! Timings and limits of Amazon SNS, each with its unit and source.
