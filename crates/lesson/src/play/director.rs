//! Lets model time pass in a lesson: stops for every check, shows the account to the runner, and plays what the world
//! does by itself. The page, the checker and the tests all use this one.

use cloud::{Advance, Caller, EventBudget, Simulation};
use des::SimTime;
use shell::{Account, Shell, Transcript};

use super::learner::Learner;
use super::script::{Came, Script};
use super::set_up::{SetUp, set_up};
use super::solution::Walk;
use super::trouble::Trouble;
use crate::files::LessonFiles;
use crate::format::{Lesson, Step};
use crate::runner::{News, Runner};

/// Families of the words that shells make up: those of the set-up, of the buttons, of the terminal, and from here on one
/// for each event of the timeline.
const ACTS: u16 = 1;
const TERMINAL: u16 = 2;
const EVENTS: u16 = 16;

/// A lesson while it is played, without its account.
#[derive(Clone)]
pub struct Director {
    runner: Runner,
    files: LessonFiles,
    /// What the set-up has set; every other shell begins with it.
    shell: Shell,
    /// What buttons do, one after another.
    acts: Shell,
    /// Events of the timeline that have begun and are not through.
    scripts: Vec<Script>,
    troubles: Vec<Trouble>,
    /// The solution that is being walked through.
    pub(super) walk: Option<Walk>,
}

impl Director {
    /// The lesson and its account at its beginning.
    ///
    /// # Errors
    /// The first set-up line that fails, and why.
    pub fn begin(lesson: Lesson) -> Result<(Simulation, Self), Trouble> {
        let account = set_up(&lesson)?;
        Ok(Self::of(lesson, account))
    }

    /// The lesson at its beginning, with its account set up.
    #[must_use]
    pub fn of(lesson: Lesson, account: SetUp) -> (Simulation, Self) {
        let SetUp { simulation, shell } = account;
        let director = Self {
            files: lesson.files.clone(),
            acts: shell.heir(ACTS),
            runner: Runner::begin(lesson, &simulation),
            shell,
            scripts: Vec::new(),
            troubles: Vec::new(),
            walk: None,
        };
        (simulation, director)
    }

    /// The lesson and how far the learner has come.
    #[must_use]
    pub const fn runner(&self) -> &Runner {
        &self.runner
    }

    /// The same, to answer, predict and go on.
    pub const fn runner_mut(&mut self) -> &mut Runner {
        &mut self.runner
    }

    /// The shell that every other begins with.
    pub(super) const fn shell(&self) -> &Shell {
        &self.shell
    }

    /// A shell for the learner's terminal: it knows the variables of the set-up.
    #[must_use]
    pub fn terminal(&self) -> Shell {
        self.shell.heir(TERMINAL)
    }

    /// What surrounds a shell of the learner.
    pub const fn surroundings<'a>(&'a mut self, simulation: &'a mut Simulation) -> Learner<'a> {
        Learner {
            simulation,
            runner: &self.runner,
            files: &mut self.files,
        }
    }

    /// Lines of the timeline that failed so far. A lesson that was proven has none.
    #[must_use]
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// Lets model time pass up to `until`, or as far as `budget` allows; `told` hears of what comes to light, at once.
    pub fn advance_to(
        &mut self,
        simulation: &mut Simulation,
        until: SimTime,
        budget: EventBudget,
        told: &mut dyn FnMut(News, &Runner, &Simulation),
    ) -> Advance {
        let EventBudget(mut left) = budget;
        loop {
            let next = self
                .play_scripts(simulation)
                .min(self.runner.next_check(simulation.now()));
            if simulation.now() >= until {
                return Advance::Reached;
            }
            let before = simulation.cloud().events_happened();
            if simulation.advance_to(until.min(next), EventBudget(left)) == Advance::Paused {
                return Advance::Paused;
            }
            // A budget that is used up between two checks still lets the next one come.
            left = left
                .saturating_sub(simulation.cloud().events_happened() - before)
                .max(1);
            self.look(simulation, told);
        }
    }

    /// Shows the account to the runner, if it is time.
    pub fn look(&mut self, simulation: &mut Simulation, told: &mut dyn FnMut(News, &Runner, &Simulation)) {
        for news in self.runner.check(simulation) {
            if let News::EventBegins(id) = &news {
                self.begin_event(id);
            }
            told(news, &self.runner, simulation);
        }
        self.play_scripts(simulation);
    }

    /// Does what the button `id` of the step that is shown says, in the learner's name. Nothing if there is no such button.
    ///
    /// # Errors
    /// The first line that fails, and why.
    pub fn act(&mut self, simulation: &mut Simulation, id: &str) -> Result<Vec<Transcript>, Trouble> {
        let index = self.runner.progress().shown;
        let step: &Step = self.runner.step();
        let Some(place) = step.acts.iter().position(|act| act.id == id) else {
            return Ok(Vec::new());
        };
        let pointer = format!("/steps/{index}/acts/{place}/lines");
        let mut script = Script::new(std::mem::take(&mut self.acts), &pointer, &step.acts[place].lines);
        let ran = self.run_at_once(simulation, &mut script);
        self.acts = script.into_shell(simulation.now());
        ran
    }

    /// Runs lines that do not wait.
    fn run_at_once(
        &mut self,
        simulation: &mut Simulation,
        script: &mut Script,
    ) -> Result<Vec<Transcript>, Trouble> {
        let mut transcripts = Vec::new();
        while !script.is_done() {
            match self.step_of_learner(simulation, script)? {
                Came::Ran(transcript) => transcripts.push(transcript),
                Came::Waits(_) => return Err(script.trouble("a button does not wait")),
                Came::Done => {}
            }
        }
        Ok(transcripts)
    }

    /// Lets a script of the learner go on.
    pub(super) fn step_of_learner(
        &mut self,
        simulation: &mut Simulation,
        script: &mut Script,
    ) -> Result<Came, Trouble> {
        script.prepare(&|line, seen| self.runner.fill_line(line, seen), simulation)?;
        script.step(&mut self.surroundings(simulation))
    }

    fn begin_event(&mut self, id: &str) {
        let timeline = &self.runner.lesson().timeline;
        let Some(place) = timeline.iter().position(|event| event.id == id) else {
            return;
        };
        let family = EVENTS + u16::try_from(place).unwrap_or(u16::MAX - EVENTS);
        let pointer = format!("/timeline/{place}/lines");
        let script = Script::new(self.shell.heir(family), &pointer, &timeline[place].lines);
        self.scripts.push(script);
    }

    /// Lets all that the world does by itself go as far as it goes now; says when the next of it goes on.
    fn play_scripts(&mut self, simulation: &mut Simulation) -> SimTime {
        let mut next = SimTime::NEVER;
        for mut script in std::mem::take(&mut self.scripts) {
            match self.play(&mut script, simulation) {
                Ok(Some(until)) => {
                    next = next.min(until);
                    self.scripts.push(script);
                }
                Ok(None) => {}
                Err(trouble) => self.troubles.push(trouble),
            }
        }
        next
    }

    /// Lets one script go as far as it goes now; says when it goes on, if it does.
    fn play(&mut self, script: &mut Script, simulation: &mut Simulation) -> Result<Option<SimTime>, Trouble> {
        while !script.is_done() {
            script.prepare(&|line, seen| self.runner.fill_line(line, seen), simulation)?;
            let mut account = Account {
                simulation: &mut *simulation,
                caller: Caller::Lesson,
                files: &mut self.files,
            };
            if let Came::Waits(until) = script.step(&mut account)? {
                return Ok(Some(until));
            }
        }
        Ok(None)
    }
}
