//! A run saved as scripts and run again is the same run.

use api::{Access, Call};
use cloud::lab::Lab;
use cloud::{Input, Seed, Simulation, World};
use des::SimDuration;
use shell::{NoFiles, Shell, Step, replay};
use tests::anyone::Anyone;

/// Random runs.
const RUNS: u64 = 6;
/// The longest script that a shell takes, in bytes.
const LONGEST: usize = 64 * 1024;

/// What comes of the scripts of a run, in a new account of the same world.
fn again(simulation: &Simulation) -> (Simulation, usize) {
    let (mut shell, mut other) = (Shell::new(), Simulation::new(*simulation.world()));
    let scripts = replay::scripts(simulation);
    for script in &scripts {
        assert!(script.len() <= LONGEST, "{}", script.len());
        shell.start(script);
    }
    shell.run_to_end(&mut other, &mut NoFiles, &mut |step, now| {
        if let Step::Ran(ran) = &step {
            assert_eq!((ran.exit, ran.stderr.as_str()), (0, ""), "{now}: {}", ran.command);
        }
        true
    });
    (other, scripts.len())
}

#[test]
fn whatever_was_done_is_done_again_at_its_time() {
    let mut parts = 0;
    for seed in 0..RUNS {
        let mut lab = Lab::of(World::new(Seed(seed)));
        let mut anyone = Anyone::new(seed);
        lab.serving(2);
        lab.traffic(20.0);
        for _ in 0..3 {
            anyone.look_around(&lab.simulation);
            for operation in api::all_operations().filter(|operation| operation.access != Access::Read) {
                let input = match anyone.call_of(operation) {
                    Call::Write(call) => Input::Api(call),
                    Call::World(call) => Input::World(call),
                    Call::Read(_) => continue,
                };
                if let Ok(answer) = lab.submit(input) {
                    anyone.remember(&answer);
                }
                lab.pass(SimDuration::from_micros(anyone.below(3_000_000)));
            }
        }
        let (other, count) = again(&lab.simulation);
        assert_eq!(other.now(), lab.cloud().now(), "seed {seed}");
        assert_eq!(other.cloud().digest(), lab.cloud().digest(), "seed {seed}");
        parts += count;
    }
    assert!(parts >= RUNS as usize);
}

#[test]
fn a_long_session_is_saved_in_parts() {
    let mut lab = Lab::new();
    for number in 0..3_000 {
        lab.traffic(f64::from(number % 7));
        lab.pass_secs(1);
    }
    let (other, parts) = again(&lab.simulation);
    assert!(parts > 1, "{parts}");
    assert_eq!(other.cloud().digest(), lab.cloud().digest());
}
