use api::WorldCall;
use api::ec2::RebootInstancesInput;
use api::sandbox::{FaultInput, TrafficInput};
use cloud::Caller;
use cloud::lab::Lab;
use des::SimDuration;

use super::*;

/// Two instances under traffic, in two.
struct Pair {
    b: Simulation,
    history: History,
    twin: Twin,
}

impl Pair {
    fn part() -> Self {
        let mut lab = Lab::new();
        lab.serving(2);
        lab.traffic(40.0);
        lab.pass_secs(20);
        let mut history = History::begin(&lab.simulation);
        Self {
            twin: Twin::part(&mut history, &lab.simulation),
            history,
            b: lab.simulation,
        }
    }

    fn pass(&mut self, seconds: u64) {
        let until = self.b.now() + SimDuration::from_secs(seconds);
        self.history
            .advance_to(&mut self.b, until, EventBudget::UNLIMITED);
        self.twin.follow(&mut self.history, &self.b);
        assert_eq!(self.twin.simulation().now(), self.b.now());
    }

    fn submit(&mut self, input: Input) {
        self.b.submit(Caller::Learner, input).unwrap();
        self.history.record(&self.b);
        self.twin.follow(&mut self.history, &self.b);
    }

    fn world(&mut self, input: impl Into<WorldCall>) {
        self.submit(Input::World(input.into()));
    }

    fn traffic(&mut self, rate: f64) {
        self.world(TrafficInput {
            rate: Some(rate),
            ..TrafficInput::default()
        });
    }

    fn crash(&mut self, instance: usize) {
        self.world(FaultInput {
            kind: Some("instance-crash".to_owned()),
            instance_id: Some(self.id(instance)),
            ..FaultInput::default()
        });
    }

    /// What changes B alone.
    fn reboot(&mut self, instance: usize) {
        let instance_ids = vec![self.id(instance)];
        let input = RebootInstancesInput {
            instance_ids,
            ..RebootInstancesInput::default()
        };
        self.submit(Input::Api(input.into()));
    }

    fn id(&self, instance: usize) -> String {
        self.b.cloud().ec2.instances[instance].id.clone()
    }

    fn go_to(&mut self, seconds: u64) {
        let at = self.twin.parted() + SimDuration::from_secs(seconds);
        self.history.go_to(&mut self.b, at);
        self.twin.follow(&mut self.history, &self.b);
    }

    fn digests(&self) -> [u64; 2] {
        [self.twin.simulation(), &self.b].map(|simulation| simulation.cloud().digest())
    }
}

#[test]
fn without_a_change_nothing_differs_whatever_the_world_does() {
    let mut pair = Pair::part();
    pair.pass(30);
    pair.traffic(120.0);
    pair.pass(30);
    pair.crash(1);
    pair.pass(120);
    assert!(!pair.twin.differs(&pair.b));
    let [a, b] = pair.twin.outcome(&pair.b);
    assert_eq!(a, b);
    assert!(b.failed > 0 && b.served > 1_000 && b.p99_us.is_some(), "{b:?}");
    assert_eq!(pair.twin.changes(&pair.b).count(), 0);
}

#[test]
fn a_change_is_of_b_alone_and_the_same_people_come_to_both() {
    let mut pair = Pair::part();
    pair.pass(10);
    pair.reboot(0);
    pair.pass(120);
    assert!(pair.twin.differs(&pair.b));
    let changes: Vec<_> = pair
        .twin
        .changes(&pair.b)
        .map(|entry| entry.input.operation().name)
        .collect();
    assert_eq!(changes, ["RebootInstances"]);
    let [a, b] = pair.twin.outcome(&pair.b);
    assert_eq!(a.failed, 0);
    assert!(b.failed > 0 && b.unserved <= SimDuration::from_secs(120));
    let visits = [pair.twin.simulation(), &pair.b].map(|simulation| simulation.cloud().workload.visits());
    assert_eq!(
        visits[0], visits[1],
        "who fails tries again, but nobody else comes"
    );
}

#[test]
fn both_go_back_and_come_again() {
    let mut pair = Pair::part();
    let mut seen = vec![pair.digests()];
    for step in 1..=6 {
        pair.pass(15);
        match step {
            2 => pair.reboot(0),
            4 => pair.crash(1),
            _ => {}
        }
        pair.pass(15);
        seen.push(pair.digests());
    }
    for index in [3, 0, 5, 1, 6, 2] {
        pair.go_to(index as u64 * 30);
        assert_eq!(pair.digests(), seen[index], "{index}");
    }
    for digests in &seen[3..] {
        pair.pass(30);
        assert_eq!(pair.digests(), *digests);
    }
    assert!(!pair.history.is_past(&pair.b));
}

#[test]
fn a_is_a_way_that_can_be_kept() {
    let mut pair = Pair::part();
    pair.reboot(0);
    pair.pass(60);
    let [a, b] = pair.digests();
    let (way_of_a, way_of_b) = (pair.twin.way(), pair.history.current());
    assert!(pair.history.switch(&mut pair.b, way_of_a));
    assert_eq!(pair.b.cloud().digest(), a);
    assert!(pair.history.switch(&mut pair.b, way_of_b));
    assert_eq!(pair.b.cloud().digest(), b);
}

#[test]
fn a_run_parts_in_two_in_the_past_as_well() {
    let mut lab = Lab::new();
    lab.serving(1);
    lab.traffic(10.0);
    let mut history = History::begin(&lab.simulation);
    let mut b = lab.simulation;
    let start = b.now();
    history.advance_to(&mut b, start + SimDuration::from_mins(5), EventBudget::UNLIMITED);
    history.go_to(&mut b, start + SimDuration::from_mins(2));
    let mut twin = Twin::part(&mut history, &b);
    history.advance_to(&mut b, start + SimDuration::from_mins(3), EventBudget::UNLIMITED);
    twin.follow(&mut history, &b);
    assert!(!twin.differs(&b));
    assert_eq!(
        history.branches().count(),
        3,
        "the first one has all that is known"
    );
}
