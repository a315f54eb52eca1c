//! How long 24 simulated hours of the course's end state take: the example script of `fleetlab`, then its group under
//! its traffic until a day has passed.

#![allow(clippy::print_stdout)] // it is a report

use std::time::Instant;

use cloud::{EventBudget, Seed, Simulation, World};
use des::{SimDuration, SimTime};
use shell::{NoFiles, Shell, Step};

const SCRIPT: &str = include_str!("../../../crates/fleetlab/examples/course.sh");
const DAY: SimDuration = SimDuration::from_mins(24 * 60);

fn main() {
    let start = Instant::now();
    let (mut simulation, mut shell) = (Simulation::new(World::new(Seed(1))), Shell::new());
    shell.start(SCRIPT);
    let mut commands = 0;
    shell.run_to_end(&mut simulation, &mut NoFiles, &mut |step, _| {
        commands += usize::from(matches!(step, Step::Ran(_)));
        true
    });
    simulation.advance_to(SimTime::ZERO + DAY, EventBudget::UNLIMITED);
    let requests = simulation.cloud().truth.sent as f64 / 1e6;
    println!(
        "24 hours of the course's end state, {commands} commands, {requests:.1} million requests: {:.2} s",
        start.elapsed().as_secs_f64()
    );
}
