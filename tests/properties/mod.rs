//! What must hold whatever anyone does: random inputs, good and bad, over many seeds. A failure prints its seed.

mod anyone;
mod causes;
mod month;
mod pictures;
mod replayed;

use cloud::lab::Lab;
use cloud::workload::YOU;
use cloud::{Advance, EventBudget, Seed, Simulation, World};
use des::SimTime;
use tests::chance::Chance;

/// Random runs per property.
const RUNS: u64 = 24;
/// Random inputs per run.
const INPUTS: usize = 60;

/// Plays a random run; `see` looks at the lab after every input and wait.
fn play(seed: u64, mut see: impl FnMut(&mut Lab)) -> Lab {
    let mut lab = Lab::of(World::new(Seed(seed)));
    let mut chance = Chance::new(seed);
    lab.serving(2);
    lab.traffic(80.0);
    for _ in 0..INPUTS {
        let input = chance.input(lab.cloud());
        let _refused_or_not = lab.submit(input);
        see(&mut lab);
        lab.pass(chance.wait());
        see(&mut lab);
    }
    lab
}

#[test]
fn no_request_is_lost() {
    for seed in 0..RUNS {
        let lab = play(seed, |lab| {
            let cloud = lab.cloud();
            let accounted = cloud.truth.ended_total() + u64::from(cloud.workload.flights.in_flight());
            assert_eq!(cloud.truth.sent, accounted, "seed {seed} at {}", cloud.now());
        });
        assert!(
            lab.cloud().truth.ended_total() > 1_000,
            "seed {seed}: too little happened to mean anything"
        );
    }
}

#[test]
fn every_way_of_counting_counts_the_same() {
    for seed in 0..RUNS {
        let lab = play(seed, |_| {});
        let truth = &lab.cloud().truth;
        let seconds: u64 = truth
            .seconds_between(0, u64::MAX)
            .map(|span| u64::from(span.counts.total()))
            .sum();
        let minutes: Vec<_> = truth
            .minutes
            .iter()
            .copied()
            .chain([truth.open_minute()])
            .collect();
        let by_minute: u64 = minutes
            .iter()
            .map(|minute| u64::from(minute.span.counts.total()))
            .sum();
        let routes = minutes.iter().flat_map(|minute| minute.by_route);
        let by_route: u64 = routes.map(|counts| u64::from(counts.total())).sum();
        assert_eq!(
            [seconds, by_minute, by_route],
            [truth.ended_total(); 3],
            "seed {seed}"
        );
    }
}

#[test]
fn the_journal_replays_to_the_same_state() {
    for seed in 0..RUNS {
        let lab = play(seed, |_| {});
        let mut replayed = Simulation::replay(*lab.simulation.world(), lab.simulation.journal().iter());
        replayed.advance_to(lab.simulation.now(), EventBudget::UNLIMITED);
        assert_eq!(replayed.cloud().digest(), lab.cloud().digest(), "seed {seed}");
    }
}

#[test]
fn one_big_step_equals_many_small_ones() {
    for seed in 0..RUNS {
        let lab = play(seed, |_| {});
        let mut chance = Chance::new(seed + 1_000);
        let mut small = Simulation::new(*lab.simulation.world());
        for entry in lab.simulation.journal().iter() {
            crawl(&mut small, entry.at, &mut chance);
            small
                .submit(entry.caller, entry.input.clone())
                .expect("it was accepted before");
        }
        crawl(&mut small, lab.simulation.now(), &mut chance);
        assert_eq!(small.cloud().digest(), lab.cloud().digest(), "seed {seed}");
    }
}

/// Advances by small steps and small budgets.
fn crawl(simulation: &mut Simulation, until: SimTime, chance: &mut Chance) {
    while simulation.now() < until {
        let step = (simulation.now() + chance.wait()).min(until);
        while simulation.advance_to(step, EventBudget(chance.below(40))) == Advance::Paused {}
    }
}

#[test]
fn a_refused_input_changes_nothing() {
    let mut refused = 0;
    for seed in 0..RUNS / 4 {
        let mut chance = Chance::new(seed + 2_000);
        play(seed, |lab| {
            let (before, entries) = (lab.cloud().digest(), lab.simulation.journal().end());
            let mut trial = lab.clone();
            let input = chance.input(lab.cloud());
            if trial.submit(input.clone()).is_err() {
                refused += 1;
                assert_eq!(trial.cloud().digest(), before, "seed {seed}: {input:?}");
                assert_eq!(trial.simulation.journal().end(), entries, "seed {seed}");
            }
        });
    }
    assert!(refused > 100, "only {refused} refusals");
}

#[test]
fn a_clone_lives_the_same_life() {
    for seed in 0..RUNS {
        let mut lab = play(seed, |_| {});
        let mut twin = lab.clone();
        lab.pass_secs(120);
        twin.pass_secs(120);
        assert_eq!(twin.cloud().digest(), lab.cloud().digest(), "seed {seed}");
    }
}

#[test]
fn twins_meet_the_same_visitors() {
    let lab = play(1, |_| {});
    let (mut one, mut more) = (lab.clone(), lab);
    one.traffic(50.0);
    more.traffic(50.0);
    more.launch(2, 'b');
    one.pass_secs(60);
    more.pass_secs(60);
    let visits = |lab: &Lab| {
        let first = |record: &&cloud::workload::Record| record.id.page() == 0 && record.id.attempt() == 0;
        let mut seen: Vec<_> = lab
            .cloud()
            .records
            .iter()
            .filter(first)
            .map(|r| (r.id, r.sent, r.route))
            .collect();
        seen.sort_unstable();
        seen
    };
    assert_eq!(visits(&one), visits(&more));
}

#[test]
fn every_failure_has_a_cause_that_leads_to_an_input() {
    let mut failures = 0;
    for seed in 0..RUNS {
        let lab = play(seed, |_| {});
        let cloud = lab.cloud();
        for record in cloud.records.iter().filter(|record| !record.outcome.is_served()) {
            let Some(blame) = record.blame.some() else {
                continue;
            };
            let (_, root) = cloud.facts.chain(blame).last().expect("the fact exists");
            assert!(
                matches!(root.what, cloud::fact::What::Input(_)),
                "seed {seed}: {root:?}"
            );
            assert!(
                root.at <= record.ended_at(),
                "seed {seed}: a cause comes before its effect"
            );
            failures += 1;
        }
    }
    assert!(failures > 1_000, "only {failures} failures with a cause");
}

#[test]
fn the_learners_own_requests_are_sent_once() {
    let lab = play(3, |_| {});
    let yours: Vec<_> = lab
        .cloud()
        .records
        .iter()
        .filter(|record| record.id.office() == YOU)
        .collect();
    assert!(
        yours
            .iter()
            .all(|record| record.id.page() == 0 && record.id.attempt() == 0)
    );
}
