//! How long a simulated day of a twelve-instance fleet behind a load balancer takes, natively; `cargo xtask bench` sets the
//! wasm beside it.

#![allow(clippy::print_stdout)] // it is a report

use std::time::Instant;

/// The middle one is told.
const RUNS: usize = 3;

fn main() {
    let mut requests = 0.0;
    let mut seconds: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            requests = bench::day();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    let millions = requests / 1e6;
    println!(
        "A day of twelve instances, {millions:.1} million requests: {:.2} s",
        seconds[RUNS / 2]
    );
}
