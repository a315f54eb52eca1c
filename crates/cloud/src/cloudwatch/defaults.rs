//! Timings and limits of Amazon CloudWatch, each with its unit and source.
