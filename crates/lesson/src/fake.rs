//! A small account for tests: employees at a steady rate, instances by hand.

use std::collections::BTreeMap;

use des::{SimDuration, SimTime};

use crate::format::Lesson;
use crate::ledger::Ledger;
use crate::load::load;
use crate::observed::{AppState, ClientSecond, InstanceState, Named, Observed, SeenInstance};
use crate::runner::Runner;
use crate::vocabulary::Vocabulary;

/// Address of the instance that serves at the beginning.
pub(crate) const FIRST_ADDRESS: &str = "203.0.113.25";

/// The first lesson of the course.
pub(crate) fn lesson_one() -> Lesson {
    let json = include_str!("../../../lessons/01-one-instance/lesson.json");
    let prose = include_str!("../../../lessons/01-one-instance/en.md");
    load("lesson.json", json, prose).expect("the course loads")
}

/// An account as tests want it.
#[derive(Clone, Debug)]
pub(crate) struct Fake {
    now: SimTime,
    rate: u64,
    seconds: Vec<ClientSecond>,
    pub(crate) instances: Vec<SeenInstance>,
    pub(crate) endpoints: Vec<String>,
    pub(crate) calls: BTreeMap<String, u64>,
    /// When the learner's own requests were served.
    pub(crate) yours: Vec<SimTime>,
    /// How long every request takes that is served.
    pub(crate) latency: SimDuration,
}

impl Fake {
    /// One instance that answers, and `rate` requests in a second.
    pub(crate) fn serving(rate: u64) -> Self {
        let mut fake = Self {
            now: SimTime::ZERO,
            rate,
            seconds: Vec::new(),
            instances: Vec::new(),
            endpoints: vec![FIRST_ADDRESS.to_owned()],
            calls: BTreeMap::new(),
            yours: Vec::new(),
            latency: SimDuration::from_millis(40),
        };
        let first = fake.launch(FIRST_ADDRESS);
        fake.comes_up(&first);
        fake
    }

    /// Lets a second pass, then another, and shows each to the books.
    pub(crate) fn pass(&mut self, seconds: u64, ledger: &mut Ledger) {
        for _ in 0..seconds {
            self.tick();
            ledger.enter(self);
        }
    }

    /// Lets seconds pass and shows each to the runner.
    pub(crate) fn play(&mut self, seconds: u64, runner: &mut Runner) {
        for _ in 0..seconds {
            self.tick();
            runner.check(self);
        }
    }

    /// Lets one second pass.
    pub(crate) fn tick(&mut self) {
        let leads = |i: &SeenInstance| {
            self.endpoints
                .iter()
                .any(|e| i.public_address.as_ref() == Some(e))
        };
        let is_served = self
            .instances
            .iter()
            .any(|i| leads(i) && i.app == AppState::Answering);
        let rate = self.rate;
        let second = if is_served {
            ClientSecond {
                served: rate,
                sent: rate,
                ..ClientSecond::default()
            }
        } else {
            ClientSecond {
                timed_out: rate,
                sent: rate,
                ..ClientSecond::default()
            }
        };
        self.seconds.push(second);
        self.now += SimDuration::from_secs(1);
    }

    /// Every instance is terminated and loses its address.
    pub(crate) fn fail_everything(&mut self) {
        for instance in &mut self.instances {
            instance.state = InstanceState::Terminated;
            instance.app = AppState::Absent;
            instance.public_address = None;
        }
    }

    /// A new instance, running, its app starting. Returns its id.
    pub(crate) fn launch(&mut self, address: &str) -> String {
        let id = format!("i-{:017x}", self.instances.len() + 1);
        self.instances.push(SeenInstance {
            id: id.clone(),
            state: InstanceState::Running,
            app: AppState::Starting,
            image: "employee-directory".to_owned(),
            zone: "us-east-2a".to_owned(),
            instance_type: "t3.micro".to_owned(),
            name: None,
            is_healthy: false,
            public_address: Some(address.to_owned()),
            launched_at: self.now,
        });
        id
    }

    /// The app on an instance answers.
    pub(crate) fn comes_up(&mut self, id: &str) {
        for instance in self.instances.iter_mut().filter(|instance| instance.id == id) {
            instance.app = AppState::Answering;
        }
    }

    /// A new instance whose app answers already, and the employees are given its address.
    pub(crate) fn answer_everything_at(&mut self, address: &str) {
        let new = self.launch(address);
        self.comes_up(&new);
        self.point_at(address);
    }

    /// The employees are given this address.
    pub(crate) fn point_at(&mut self, address: &str) {
        self.endpoints = vec![address.to_owned()];
    }
}

impl Observed for Fake {
    fn now(&self) -> SimTime {
        self.now
    }

    fn client_second(&self, second: u64) -> ClientSecond {
        usize::try_from(second)
            .ok()
            .and_then(|index| self.seconds.get(index))
            .copied()
            .unwrap_or_default()
    }

    fn client_timeout(&self) -> SimDuration {
        SimDuration::from_secs(10)
    }

    fn your_served_since(&self, from: SimTime) -> u64 {
        self.yours
            .iter()
            .filter(|at| **at > from && **at <= self.now)
            .count() as u64
    }

    fn instances(&self) -> Vec<SeenInstance> {
        self.instances.clone()
    }

    fn endpoints(&self) -> Vec<String> {
        self.endpoints.clone()
    }

    fn deeds(&self) -> u64 {
        self.calls.values().sum()
    }

    fn calls(&self, operation: &str) -> u64 {
        self.calls.get(operation).copied().unwrap_or(0)
    }

    /// Every request that is served ends at the beginning of its second.
    fn latencies(&self, from: SimTime, each: &mut dyn FnMut(SimDuration)) {
        let second = from.as_micros().div_ceil(1_000_000);
        (second..self.now.as_secs()).for_each(|second| {
            (0..self.client_second(second).served).for_each(|_| each(self.latency));
        });
    }

    fn cost_per_hour(&self) -> f64 {
        0.01 * self.instances.len() as f64
    }

    fn charged(&self) -> f64 {
        self.cost_per_hour() * self.now.as_secs() as f64 / 3_600.0
    }

    fn named(&self, what: Named, name: &str) -> Option<String> {
        Some(format!("{}-of-{name}", what.word()))
    }

    fn question(&self, _command: &str) -> Option<shell::Question> {
        None
    }

    fn answer(&self, _question: &shell::Question) -> Option<jmespath::Json> {
        None
    }
}
