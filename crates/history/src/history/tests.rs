use api::WorldCall;
use api::sandbox::{FaultInput, TrafficInput};
use cloud::lab::Lab;
use cloud::{Caller, EventBudget, Input, Simulation};
use des::{SimDuration, SimTime};

use super::*;
use crate::checkpoints::{MOST, ROOM};

/// A run and its history.
struct Past {
    simulation: Simulation,
    history: History,
}

impl Past {
    /// Two instances under traffic, a minute old.
    fn begin() -> Self {
        let mut lab = Lab::new();
        lab.serving(2);
        lab.traffic(40.0);
        Self {
            history: History::begin(&lab.simulation),
            simulation: lab.simulation,
        }
    }

    fn pass(&mut self, seconds: u64) {
        let until = self.simulation.now() + SimDuration::from_secs(seconds);
        let advance = self
            .history
            .advance_to(&mut self.simulation, until, EventBudget::UNLIMITED);
        assert_eq!(advance, Advance::Reached);
    }

    fn submit(&mut self, input: impl Into<WorldCall>) -> Option<BranchId> {
        let input = Input::World(input.into());
        self.simulation.submit(Caller::Learner, input).unwrap();
        self.history.record(&self.simulation)
    }

    fn traffic(&mut self, rate: f64) -> Option<BranchId> {
        let rate = Some(rate);
        self.submit(TrafficInput {
            rate,
            ..TrafficInput::default()
        })
    }

    fn crash(&mut self, instance: usize) -> Option<BranchId> {
        self.submit(FaultInput {
            kind: Some("instance-crash".to_owned()),
            instance_id: Some(self.simulation.cloud().ec2.instances[instance].id.clone()),
            ..FaultInput::default()
        })
    }

    fn go(&mut self, at: SimTime) -> u64 {
        self.history.go_to(&mut self.simulation, at);
        self.digest()
    }

    fn now(&self) -> SimTime {
        self.simulation.now()
    }

    fn digest(&self) -> u64 {
        self.simulation.cloud().digest()
    }

    fn is_past(&self) -> bool {
        self.history.is_past(&self.simulation)
    }
}

/// The run with inputs in it, and its digest every half minute.
fn lived() -> (Past, Vec<(SimTime, u64)>) {
    let mut past = Past::begin();
    let mut seen = vec![(past.now(), past.digest())];
    for step in 0..12 {
        past.pass(11);
        match step {
            2 => past.traffic(90.0),
            4 => past.crash(0),
            7 => past.traffic(10.0),
            _ => None,
        };
        past.pass(19);
        seen.push((past.now(), past.digest()));
    }
    (past, seen)
}

#[test]
fn every_moment_is_what_it_was_in_whatever_order_they_are_seen() {
    let (mut past, seen) = lived();
    let end = past.digest();
    for index in [3, 12, 0, 7, 6, 11, 1, 12, 5] {
        let (at, digest) = seen[index];
        assert_eq!(past.go(at), digest, "{at}");
        assert_eq!(past.is_past(), index != 12, "{at}");
    }
    assert_eq!(past.go(SimTime::NEVER), end);
    assert_eq!(past.history.branches().count(), 1, "looking changes nothing");
}

#[test]
fn what_set_the_account_up_can_be_seen_as_well() {
    let (mut past, _) = lived();
    past.go(SimTime::ZERO);
    assert_eq!(past.now(), SimTime::ZERO);
    assert_eq!(past.simulation.cloud().truth.sent, 0, "nobody has come yet");
    assert!(past.is_past());
}

#[test]
fn the_past_goes_on_as_it_did() {
    let (mut past, seen) = lived();
    past.go(seen[1].0);
    for (at, digest) in &seen[2..] {
        past.pass(30);
        assert_eq!((past.now(), past.digest()), (*at, *digest));
    }
    assert!(!past.is_past(), "it has arrived");
    past.pass(30);
    assert_eq!(past.history.end(), past.now(), "and goes on as a run");
}

#[test]
fn a_budget_stops_the_past_between_two_events_and_loses_nothing() {
    let (mut past, seen) = lived();
    past.go(seen[1].0);
    let mut pauses = 0;
    while past
        .history
        .advance_to(&mut past.simulation, seen[9].0, EventBudget(97))
        == Advance::Paused
    {
        pauses += 1;
    }
    assert!(pauses > 10, "{pauses}");
    assert_eq!(past.digest(), seen[9].1);
}

#[test]
fn what_is_done_in_the_past_parts_from_it_and_leaves_it_as_it_was() {
    let (mut past, seen) = lived();
    let first = past.history.current();
    past.go(seen[3].0);
    let parted = past.crash(1).expect("it is the past");
    assert_eq!(past.history.current(), parted);
    assert!(!past.is_past());
    past.pass(60);
    assert_ne!(past.digest(), seen[5].1);
    let own = past.digest();
    assert!(past.history.switch(&mut past.simulation, first));
    assert_eq!(past.digest(), seen[12].1);
    for index in [8, 3, 5] {
        assert_eq!(past.go(seen[index].0), seen[index].1);
    }
    assert!(past.history.switch(&mut past.simulation, parted));
    assert_eq!(past.digest(), own);
    let shown = past.history.branches().last().unwrap();
    assert_eq!(
        shown.parted,
        Some(Parted {
            from: first,
            at: seen[3].0
        })
    );
    assert_eq!((shown.end, shown.inputs), (seen[5].0, 2));
}

#[test]
fn at_the_end_nothing_parts() {
    let (mut past, _) = lived();
    past.go(SimTime::NEVER);
    assert_eq!(past.traffic(5.0), None);
    assert_eq!(past.history.branches().count(), 1);
}

#[test]
fn what_is_taken_back_has_never_been() {
    let (mut past, mut without) = (Past::begin(), Past::begin());
    without.pass(180);
    past.pass(30);
    past.crash(0);
    past.pass(150);
    let with = past.digest();
    assert!(past.history.undoable().is_some());
    let undone = past.history.undo(&mut past.simulation).unwrap();
    assert_eq!(undone.entry.input.operation().name, "Fault");
    assert_eq!(past.digest(), without.digest());
    assert_eq!(
        past.history.undo(&mut past.simulation),
        None,
        "what set it up stays"
    );
    assert_eq!(past.history.redo(&mut past.simulation), Some(undone));
    assert_eq!(past.digest(), with);
    assert_eq!(past.history.redo(&mut past.simulation), None);
}

#[test]
fn all_is_taken_back_and_done_again_in_turn() {
    let (mut past, seen) = lived();
    let mut digests = vec![past.digest()];
    while past.history.undo(&mut past.simulation).is_some() {
        digests.push(past.digest());
    }
    assert_eq!(digests.len(), 4);
    assert_eq!(past.now(), seen[12].0, "time stays");
    while past.history.redo(&mut past.simulation).is_some() {
        digests.pop();
        assert_eq!(Some(&past.digest()), digests.last());
    }
    assert_eq!(digests, [seen[12].1]);
    assert_eq!(past.go(seen[6].0), seen[6].1);
}

#[test]
fn time_may_pass_between_taking_back_and_doing_again() {
    let (mut past, seen) = lived();
    past.pass(30);
    let straight = past.digest();
    past.history.go_to(&mut past.simulation, SimTime::NEVER);
    let (mut other, _) = lived();
    other.history.undo(&mut other.simulation);
    other.pass(30);
    other.history.redo(&mut other.simulation);
    assert_eq!(other.digest(), straight);
    other.traffic(33.0);
    other.history.undo(&mut other.simulation);
    other.traffic(34.0);
    assert_eq!(other.history.redoable(), None, "another way was taken");
    assert!(seen[12].0 < other.now());
}

#[test]
fn taking_back_in_the_past_parts_from_it() {
    let (mut past, seen) = lived();
    past.go(seen[5].0);
    let undone = past.history.undo(&mut past.simulation).unwrap();
    assert!(undone.parted);
    assert_eq!(undone.entry.input.operation().name, "Fault");
    assert_eq!(past.now(), seen[5].0);
    assert!(past.history.switch(&mut past.simulation, BranchId(0)));
    assert_eq!(past.digest(), seen[12].1);
}

#[test]
fn a_fork_is_named_and_deleted_and_the_one_that_is_shown_is_not() {
    let (mut past, seen) = lived();
    let first = past.history.current();
    past.go(seen[4].0);
    let fork = past.history.fork(&past.simulation);
    assert_eq!(past.digest(), seen[4].1, "as yet there is no difference");
    past.history.rename(fork, "no crash");
    assert_eq!(past.history.branches().last().unwrap().name, "no crash");
    assert!(!past.history.delete(fork), "it is shown");
    assert!(past.history.delete(first));
    assert!(!past.history.switch(&mut past.simulation, first));
    past.pass(30);
    assert_eq!(past.go(seen[2].0), seen[2].1);
}

#[test]
fn copies_stay_few_however_long_the_run_and_however_often_it_parts() {
    let mut past = Past::begin();
    past.traffic(400.0);
    for _ in 0..60 {
        past.pass(60);
        assert!(past.history.copies() <= MOST, "{}", past.history.copies());
    }
    assert!(past.history.copies() > MOST / 2, "{}", past.history.copies());
    let end = past.now();
    for minute in 1..10 {
        past.go(SimTime::from_secs(end.as_secs() - 60 * minute));
        past.traffic(100.0).expect("it is the past");
        assert!(past.history.copies() <= MOST + 9 * usize::try_from(minute).unwrap());
    }
}

#[test]
fn copies_hold_no_more_than_there_is_room_for() {
    let mut past = Past::begin();
    past.traffic(160.0);
    for _ in 0..30 {
        past.pass(60);
        assert!(past.history.branch().checkpoints.bytes() <= ROOM);
    }
    assert!(
        past.history.branch().checkpoints.bytes() > ROOM / 100,
        "it is counted"
    );
}
