//! Timings and limits of Amazon EC2 Auto Scaling, each with its unit and source.
