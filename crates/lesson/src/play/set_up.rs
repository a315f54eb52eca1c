//! Plays a lesson's set-up on a new account, in the lesson's own name.

use cloud::region::RegionCode;
use cloud::{Advance, Caller, EventBudget, Seed, Simulation, World};
use des::{SimDuration, SimTime};
use shell::{Account, Shell};

use super::Trouble;
use super::script::{Came, Script};
use crate::format::Lesson;
use crate::phrases;
use crate::resolve::fill_line;

/// Longest model time that a set-up may take.
pub const SET_UP_TIME: SimDuration = SimDuration::from_mins(24 * 60);
/// Most that may happen in a set-up. The course's largest has a hundredth of it.
pub const SET_UP_EVENTS: u64 = 20_000_000;

/// A lesson's account as the learner finds it.
pub struct SetUp {
    /// The account.
    pub simulation: Simulation,
    /// A shell that knows the variables which the set-up has set.
    pub shell: Shell,
}

/// The lesson's account as the learner finds it.
///
/// # Errors
/// The first set-up line that fails, and why.
pub fn set_up(lesson: &Lesson) -> Result<SetUp, Trouble> {
    let mut simulation = Simulation::new(World {
        region: RegionCode::named(&lesson.world.region).unwrap_or_default(),
        ..World::new(Seed(lesson.world.seed))
    });
    simulation.advance_to(SimTime::ZERO + lesson.world.start, EventBudget::UNLIMITED);
    let mut script = Script::new(Shell::new(), "/world/setup", &lesson.world.setup);
    let mut files = lesson.files.clone();
    let last = simulation.now() + SET_UP_TIME;
    let fill =
        |line: &str, seen: &Simulation| fill_line(line, seen).map_err(|missing| phrases::not_now(&missing));
    loop {
        script.prepare(&fill, &simulation)?;
        let mut account = Account {
            simulation: &mut simulation,
            caller: Caller::Lesson,
            files: &mut files,
        };
        match script.step(&mut account)? {
            Came::Ran(_) => {}
            Came::Waits(until) if until <= last => pass(&mut simulation, until, &script)?,
            Came::Waits(_) => return Err(script.trouble("the set-up would take more than 24 hours")),
            Came::Done if script.is_done() => break,
            Came::Done => {}
        }
    }
    Ok(SetUp {
        simulation,
        shell: script.shell().heir(0),
    })
}

fn pass(simulation: &mut Simulation, until: SimTime, script: &Script) -> Result<(), Trouble> {
    let left = SET_UP_EVENTS.saturating_sub(simulation.cloud().events_happened());
    match simulation.advance_to(until, EventBudget(left)) {
        Advance::Reached => Ok(()),
        Advance::Paused => Err(script.trouble("too much would happen in the set-up")),
    }
}
