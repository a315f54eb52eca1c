//! The whole public surface for change: one door, one clock hand.

use api::{ApiError, Output, ReadCall};
use des::{Log, SimTime};

use crate::cloud::{Cloud, World};
use crate::dispatch::{self, Handled};
use crate::journal::{Caller, Input, JournalEntry};
use crate::services::Services;

/// How many events [`Simulation::advance_to`] may let happen before it pauses. It decides where to pause, never what
/// happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventBudget(pub u64);

impl EventBudget {
    /// As many as there are.
    pub const UNLIMITED: Self = Self(u64::MAX);
}

/// How far [`Simulation::advance_to`] came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// To the instant asked for.
    Reached,
    /// The budget was used up; the present is the instant of the last event.
    Paused,
}

/// One account under live traffic, and everything that ever came in from outside.
#[derive(Clone, Debug)]
pub struct Simulation {
    world: World,
    cloud: Cloud,
    journal: Log<JournalEntry>,
}

impl Simulation {
    /// A new world at time zero.
    #[must_use]
    pub fn new(world: World) -> Self {
        Self {
            world,
            cloud: Cloud::new(&world, &Services::ALL),
            journal: Log::default(),
        }
    }

    /// The run that `journal` describes, up to its last entry.
    ///
    /// # Panics
    /// If an entry is refused: a journal holds only what was accepted, so it is not a journal of this world.
    #[must_use]
    pub fn replay<'a>(world: World, journal: impl IntoIterator<Item = &'a JournalEntry>) -> Self {
        let mut simulation = Self::new(world);
        for entry in journal {
            simulation.advance_to(entry.at, EventBudget::UNLIMITED);
            let answer = simulation.submit(entry.caller, entry.input.clone());
            answer.expect("a journal holds only accepted inputs");
        }
        simulation
    }

    /// The door: the only way to change anything from outside.
    ///
    /// # Errors
    /// AWS's code and message if the input is refused. A refused input has changed nothing.
    pub fn submit(&mut self, caller: Caller, input: Input) -> Result<Output, ApiError> {
        api::validate(input.operation(), input.shape())?;
        if is_dry_run(input.shape()) {
            return Err(self.dry_run(&input));
        }
        let output = dispatch::write(&mut self.cloud, &input)?;
        self.enter(caller, input);
        Ok(output)
    }

    /// What would become of an input: AWS's refusal, or its word that there would be none.
    fn dry_run(&self, input: &Input) -> ApiError {
        let would = dispatch::write(&mut self.cloud.clone(), input);
        let message = "Request would have succeeded, but DryRun flag is set.";
        would.map_or_else(|refusal| refusal, |_| ApiError::new("DryRunOperation", message))
    }

    /// The same door for an operation that is known when the program is compiled.
    ///
    /// # Errors
    /// As [`Self::submit`]; it knows no dry run.
    pub fn call<O: Handled>(&mut self, caller: Caller, operation: O) -> Result<(), ApiError> {
        api::validate(O::OPERATION, &operation)?;
        operation.carry_out(&mut self.cloud)?;
        self.enter(caller, operation.into());
        Ok(())
    }

    /// Takes an input that was carried out into the journal.
    fn enter(&mut self, caller: Caller, input: Input) {
        self.cloud.accept();
        self.cloud.accepted = None;
        self.cloud.inputs += 1;
        self.journal.push(JournalEntry {
            at: self.cloud.now,
            caller,
            input,
        });
    }

    /// Answers a call that only looks.
    ///
    /// # Errors
    /// AWS's code and message if the call is refused.
    pub fn read(&self, call: &ReadCall) -> Result<Output, ApiError> {
        api::validate(call.operation(), call.input())?;
        dispatch::read(&self.cloud, call)
    }

    /// The clock hand: lets everything up to and including `until` happen, or as much as the budget allows. It pauses
    /// only between two instants, never within one, so that an input submitted at a pause replays at the same place.
    /// An `until` in the past does nothing.
    pub fn advance_to(&mut self, until: SimTime, budget: EventBudget) -> Advance {
        self.cloud.advance_to(until, budget)
    }

    /// The account and the world around it, to read.
    #[must_use]
    pub const fn cloud(&self) -> &Cloud {
        &self.cloud
    }

    /// The present.
    #[must_use]
    pub const fn now(&self) -> SimTime {
        self.cloud.now
    }

    /// What the world was made from.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// Every input that was accepted: with the world, enough to replay the run.
    #[must_use]
    pub const fn journal(&self) -> &Log<JournalEntry> {
        &self.journal
    }
}

/// Whether a call is only to say if it would be carried out.
fn is_dry_run(input: &dyn api::Shape) -> bool {
    let mut members = input.info().members.iter();
    let place = members.position(|member| member.name == "DryRun");
    let value = place.and_then(|place| input.value(place));
    matches!(value, Some(api::Value::Boolean(true)))
}

#[cfg(test)]
mod tests {
    use api::sandbox::TrafficInput;
    use des::Seed;

    use super::*;

    fn traffic(rate: f64) -> TrafficInput {
        TrafficInput {
            rate: Some(rate),
            ..TrafficInput::default()
        }
    }

    #[test]
    fn a_call_by_type_comes_to_the_same_as_one_submitted() {
        let world = World::new(Seed(1));
        let (mut typed, mut matched) = (Simulation::new(world), Simulation::new(world));
        typed.call(Caller::Lesson, traffic(42.0)).unwrap();
        matched.submit(Caller::Lesson, traffic(42.0).into()).unwrap();
        assert_eq!(typed.cloud().digest(), matched.cloud().digest());
        assert!(typed.journal().iter().eq(matched.journal().iter()));
    }

    #[test]
    fn a_refused_call_by_type_changes_nothing() {
        let mut simulation = Simulation::new(World::new(Seed(1)));
        let before = simulation.cloud().digest();
        let refusal = simulation.call(Caller::Learner, traffic(-0.5)).unwrap_err();
        assert!(refusal.message.contains("(-0.5)"), "{}", refusal.message);
        assert_eq!(simulation.cloud().digest(), before);
        assert_eq!(simulation.journal().iter().count(), 0);
    }
}
