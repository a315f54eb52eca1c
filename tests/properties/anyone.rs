//! Whatever is called, with whatever members: it is done, or refused and nothing has changed; nothing ever panics.

use api::{Access, Call};
use cloud::lab::Lab;
use cloud::{Input, Seed, World};
use tests::anyone::Anyone;

/// Random runs.
const RUNS: u64 = 12;
/// Calls of each operation in all runs together, at least; of 60 random ones some are accepted.
const CALLS: u64 = 5;

fn input(call: Call) -> Input {
    match call {
        Call::Write(call) => Input::Api(call),
        Call::World(call) => Input::World(call),
        Call::Read(call) => unreachable!("{call:?} changes nothing"),
    }
}

#[test]
fn any_call_is_done_or_refused_without_a_trace() {
    let (mut done, mut refused) = (0, 0);
    for seed in 0..RUNS {
        let mut lab = Lab::of(World::new(Seed(seed)));
        let mut anyone = Anyone::new(seed);
        lab.serving(2);
        lab.traffic(5.0);
        for round in 0..CALLS {
            anyone.look_around(&lab.simulation);
            for operation in api::all_operations().filter(|operation| operation.access != Access::Read) {
                let call = input(anyone.call_of(operation));
                let (before, entries) = (lab.cloud().digest(), lab.simulation.journal().end());
                match lab.submit(call.clone()) {
                    Ok(answer) => {
                        done += 1;
                        anyone.remember(&answer);
                    }
                    Err(_) => {
                        refused += 1;
                        assert_eq!(
                            lab.cloud().digest(),
                            before,
                            "seed {seed}, round {round}: {call:?}"
                        );
                        assert_eq!(lab.simulation.journal().end(), entries, "seed {seed}: {call:?}");
                    }
                }
                lab.pass_secs(anyone.below(20));
            }
        }
    }
    assert!(
        done > refused / 20 && refused > 0,
        "{done} done, {refused} refused"
    );
}

#[test]
fn any_question_is_answered_or_refused() {
    let mut lab = Lab::new();
    lab.serving(2);
    let mut anyone = Anyone::new(77);
    anyone.look_around(&lab.simulation);
    for operation in api::all_operations().filter(|operation| operation.access == Access::Read) {
        for _ in 0..200 {
            let Call::Read(call) = anyone.call_of(operation) else {
                panic!("{} reads", operation.name);
            };
            let _answered_or_not = lab.simulation.read(&call);
        }
    }
}
