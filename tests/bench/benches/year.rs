//! A year of one group under random faults and random calls, watched as in the tests: `cargo bench --bench year`. It takes
//! a few minutes.

#![allow(clippy::print_stdout)] // it is a report

use std::time::Instant;

use tests::soak::Soak;

const DAYS: u64 = 365;

fn main() {
    if std::env::args().any(|argument| argument == "--bench") {
        let start = Instant::now();
        let report = Soak::new(365).pass_days(DAYS);
        println!("A year in {:.0} s: {report:?}", start.elapsed().as_secs_f64());
    }
}
