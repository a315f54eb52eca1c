//! Timings and limits of Elastic Load Balancing, each with its unit and source.
