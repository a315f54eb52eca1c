//! One look at the account: what several checks ask at the same instant is asked once, and a command is read only the
//! first time that it is asked. Nothing else changes by it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use des::{SimDuration, SimTime};
use jmespath::{Expression, Json};
use shell::Question;

use crate::observed::{ClientSecond, Named, Observed, SeenInstance};

/// Commands and queries kept, of each kind: many more than a lesson has.
const MOST_KEPT: usize = 512;

/// Commands and queries that were read before; nothing for what cannot be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    questions: BTreeMap<String, Option<Question>>,
    queries: BTreeMap<String, Option<Expression>>,
}

/// The account at one instant, with the answers that it has given.
pub(crate) struct Glance<'a> {
    seen: &'a dyn Observed,
    memory: RefCell<&'a mut Memory>,
    answers: RefCell<BTreeMap<String, Option<Json>>>,
}

impl<'a> Glance<'a> {
    pub(crate) fn new(seen: &'a dyn Observed, memory: &'a mut Memory) -> Self {
        Self {
            seen,
            memory: RefCell::new(memory),
            answers: RefCell::default(),
        }
    }

    fn asked(&self, command: &str) -> Option<Json> {
        let read = || self.seen.question(command);
        let mut memory = self.memory.borrow_mut();
        let question = kept(&mut memory.questions, command, read)?;
        self.seen.answer(question)
    }
}

/// What was made of a text, now or before.
fn kept<'m, T>(
    known: &'m mut BTreeMap<String, Option<T>>,
    text: &str,
    make: impl FnOnce() -> Option<T>,
) -> Option<&'m T> {
    if !known.contains_key(text) {
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        known.insert(text.to_owned(), make());
    }
    known.get(text)?.as_ref()
}

impl Observed for Glance<'_> {
    fn now(&self) -> SimTime {
        self.seen.now()
    }

    fn client_second(&self, second: u64) -> ClientSecond {
        self.seen.client_second(second)
    }

    fn your_served_since(&self, from: SimTime) -> u64 {
        self.seen.your_served_since(from)
    }

    fn instances(&self) -> Vec<SeenInstance> {
        self.seen.instances()
    }

    fn endpoints(&self) -> Vec<String> {
        self.seen.endpoints()
    }

    fn deeds(&self) -> u64 {
        self.seen.deeds()
    }

    fn calls(&self, operation: &str) -> u64 {
        self.seen.calls(operation)
    }

    fn client_timeout(&self) -> SimDuration {
        self.seen.client_timeout()
    }

    fn latencies(&self, from: SimTime, each: &mut dyn FnMut(SimDuration)) {
        self.seen.latencies(from, each);
    }

    fn cost_per_hour(&self) -> f64 {
        self.seen.cost_per_hour()
    }

    fn charged(&self) -> f64 {
        self.seen.charged()
    }

    fn named(&self, what: Named, name: &str) -> Option<String> {
        self.seen.named(what, name)
    }

    fn question(&self, command: &str) -> Option<Question> {
        self.seen.question(command)
    }

    fn answer(&self, question: &Question) -> Option<Json> {
        self.seen.answer(question)
    }

    fn look(&self, command: &str) -> Option<Json> {
        if let Some(answer) = self.answers.borrow().get(command) {
            return answer.clone();
        }
        let answer = self.asked(command);
        self.answers
            .borrow_mut()
            .insert(command.to_owned(), answer.clone());
        answer
    }

    fn find(&self, command: &str, query: &str) -> Option<Json> {
        let answer = self.look(command)?;
        let compile = || Expression::compile(query).ok();
        let mut memory = self.memory.borrow_mut();
        kept(&mut memory.queries, query, compile)?.search(&answer).ok()
    }
}

#[cfg(test)]
mod tests {
    use cloud::{Seed, Simulation, World};

    use super::*;

    const ZONES: &str = "aws ec2 describe-subnets";

    #[test]
    fn what_is_asked_twice_is_answered_alike_and_read_once() {
        let account = Simulation::new(World::new(Seed(1)));
        let mut memory = Memory::default();
        for query in ["Subnets[0].AvailabilityZone", "length(Subnets)"] {
            let found = Glance::new(&account, &mut memory).find(ZONES, query);
            assert_eq!(found, account.find(ZONES, query));
            assert!(found.is_some());
        }
        assert_eq!((memory.questions.len(), memory.queries.len()), (1, 2));
    }

    #[test]
    fn what_cannot_be_read_finds_nothing() {
        let account = Simulation::new(World::new(Seed(1)));
        let mut memory = Memory::default();
        let glance = Glance::new(&account, &mut memory);
        assert_eq!(glance.look("aws ec2 describe-subnet"), None);
        assert_eq!(glance.look("aws ec2 create-default-vpc"), None);
        assert_eq!(glance.find(ZONES, "length("), None);
    }

    #[test]
    fn the_memory_is_bounded() {
        let account = Simulation::new(World::new(Seed(1)));
        let mut memory = Memory::default();
        for number in 0..2 * MOST_KEPT {
            Glance::new(&account, &mut memory).look(&format!("aws ec2 describe-subnets-{number}"));
        }
        assert!(memory.questions.len() <= MOST_KEPT);
    }
}
