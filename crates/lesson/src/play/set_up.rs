//! Plays a lesson's set-up on a new account, in the lesson's own name.

use cloud::region::RegionCode;
use cloud::{Advance, Caller, EventBudget, Seed, Simulation, World};
use des::{SimDuration, SimTime};
use shell::{Account, Shell};

use super::Trouble;
use super::script::{Came, Script};
use crate::files::LessonFiles;
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

/// A set-up while it is played: piece by piece, so that whoever shows it does not freeze.
pub struct SettingUp {
    simulation: Simulation,
    script: Script,
    files: LessonFiles,
    /// When the set-up must be through.
    last: SimTime,
    /// Until when the script waits.
    until: SimTime,
}

/// The lesson's account as the learner finds it.
///
/// # Errors
/// The first set-up line that fails, and why.
pub fn set_up(lesson: &Lesson) -> Result<SetUp, Trouble> {
    let mut setting_up = SettingUp::begin(lesson);
    while !setting_up.go_on(EventBudget::UNLIMITED)? {}
    Ok(setting_up.finish())
}

impl SettingUp {
    /// The account is there, and nothing has been done to it.
    #[must_use]
    pub fn begin(lesson: &Lesson) -> Self {
        let simulation = Simulation::new(World {
            region: RegionCode::named(&lesson.world.region).unwrap_or_default(),
            ..World::new(Seed(lesson.world.seed))
        });
        let begins = SimTime::ZERO + lesson.world.start;
        Self {
            simulation,
            script: Script::new(Shell::new(), "/world/setup", &lesson.world.setup),
            files: lesson.files.clone(),
            last: begins + SET_UP_TIME,
            until: begins,
        }
    }

    /// Lets as much happen as `budget` allows; true once all lines are through.
    ///
    /// # Errors
    /// The first line that fails, and why.
    pub fn go_on(&mut self, budget: EventBudget) -> Result<bool, Trouble> {
        let stop = self.simulation.cloud().events_happened().saturating_add(budget.0);
        loop {
            if !self.pass(stop)? {
                return Ok(false);
            }
            match self.step()? {
                Came::Ran(_) => {}
                Came::Waits(until) if until <= self.last => self.until = until,
                Came::Waits(_) => {
                    return Err(self.script.trouble("the set-up would take more than 24 hours"));
                }
                Came::Done if self.script.is_done() => return Ok(true),
                Came::Done => {}
            }
        }
    }

    /// The account and what its lines have set; to be asked for once all are through.
    #[must_use]
    pub fn finish(self) -> SetUp {
        SetUp {
            simulation: self.simulation,
            shell: self.script.shell().heir(0),
        }
    }

    /// How many lines are through, of how many.
    #[must_use]
    pub fn lines(&self) -> (usize, usize) {
        self.script.lines_through()
    }

    /// Lets time pass until the script goes on; false if so much has happened that it is enough for now.
    fn pass(&mut self, stop: u64) -> Result<bool, Trouble> {
        let happened = self.simulation.cloud().events_happened();
        let left = stop.min(SET_UP_EVENTS).saturating_sub(happened);
        if self.simulation.advance_to(self.until, EventBudget(left)) == Advance::Reached {
            return Ok(true);
        }
        if self.simulation.cloud().events_happened() >= SET_UP_EVENTS {
            return Err(self.script.trouble("too much would happen in the set-up"));
        }
        Ok(false)
    }

    fn step(&mut self) -> Result<Came, Trouble> {
        let fill = |line: &str, seen: &Simulation| {
            fill_line(line, seen).map_err(|missing| phrases::not_now(&missing))
        };
        self.script.prepare(&fill, &self.simulation)?;
        let mut account = Account {
            simulation: &mut self.simulation,
            caller: Caller::Lesson,
            files: &mut self.files,
        };
        self.script.step(&mut account)
    }
}
