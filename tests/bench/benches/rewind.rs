//! How long it takes to go back to any moment of two hours of the course's end state, and what the copies on the way cost.

#![allow(clippy::print_stdout)] // it is a report

use std::time::{Duration, Instant};

use cloud::{EventBudget, JournalEntry, Seed, Simulation, World};
use des::{SimDuration, SimTime};
use history::History;
use shell::{NoFiles, Shell};

const SCRIPT: &str = include_str!("../../../crates/fleetlab/examples/course.sh");
const TWO_HOURS_S: u64 = 2 * 3_600;
/// As the page lets it pass: a frame of it at a time.
const PIECE_S: u64 = 5;
/// Moments that are gone back to, spread over the run.
const MOMENTS: u64 = 97;

fn main() {
    let mut simulation = Simulation::new(World::new(Seed(1)));
    let mut shell = Shell::new();
    shell.start(SCRIPT);
    shell.run_to_end(&mut simulation, &mut NoFiles, &mut |_, now| {
        now < SimTime::from_secs(TWO_HOURS_S)
    });
    let journal: Vec<JournalEntry> = simulation.journal().iter().cloned().collect();
    let start = Instant::now();
    let (mut simulation, mut history) = live(&journal);
    let lived = start.elapsed();
    let events = simulation.cloud().events_happened() as f64 / 1e6;
    let mut taken: Vec<Duration> = (0..MOMENTS)
        .map(|moment| go_back(&mut history, &mut simulation, moment))
        .collect();
    taken.sort_unstable();
    let clone = clone_cost(&simulation);
    println!(
        "two hours, {events:.1} million events, lived in {:.0} ms; back to any moment: median {:.1} ms, longest {:.1} ms; {} copies of {:.2} ms each",
        ms(lived),
        ms(taken[taken.len() / 2]),
        ms(taken[taken.len() - 1]),
        history.copies(),
        ms(clone),
    );
}

/// Lives through the run as a page does: piece by piece, with what came in at its time.
fn live(journal: &[JournalEntry]) -> (Simulation, History) {
    let mut simulation = Simulation::new(World::new(Seed(1)));
    let mut history = History::begin(&simulation);
    for entry in journal {
        pass(&mut history, &mut simulation, entry.at);
        let answer = simulation.submit(entry.caller, entry.input.clone());
        assert!(answer.is_ok(), "it was accepted before");
        history.record(&simulation);
    }
    pass(&mut history, &mut simulation, SimTime::from_secs(TWO_HOURS_S));
    (simulation, history)
}

fn pass(history: &mut History, simulation: &mut Simulation, until: SimTime) {
    while simulation.now() < until {
        let piece = (simulation.now() + SimDuration::from_secs(PIECE_S)).min(until);
        history.advance_to(simulation, piece, EventBudget::UNLIMITED);
    }
}

/// Somewhere far from the moment before.
fn go_back(history: &mut History, simulation: &mut Simulation, moment: u64) -> Duration {
    let at = SimTime::from_secs((moment * 4_447) % TWO_HOURS_S);
    let start = Instant::now();
    history.go_to(simulation, at);
    start.elapsed()
}

fn clone_cost(simulation: &Simulation) -> Duration {
    const COPIES: u32 = 20;
    let start = Instant::now();
    let copies: Vec<Simulation> = (0..COPIES).map(|_| simulation.clone()).collect();
    let taken = start.elapsed() / COPIES;
    assert_eq!(copies.len(), COPIES as usize);
    taken
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
