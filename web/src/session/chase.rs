//! Time that passes until something happens: the next alarm, the next activity, the next failure, the next mark.

use cloud::fact::What;
use cloud::{Cloud, cloudwatch};
use des::{SimDuration, SimTime};

use super::Session;
use crate::past::Until;
use crate::text::player_text;

/// Model time that passes in a frame at most: five minutes take a second.
const A_FRAME: SimDuration = SimDuration::from_secs(5);
/// Model time after which it is given up.
const AT_MOST: SimDuration = SimDuration::from_mins(24 * 60);
/// Activities that are looked at: those of a large fleet that are under way.
const ACTIVITIES: usize = 64;

/// What is waited for, and what was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chase {
    what: Until,
    since: SimTime,
    facts: u64,
    failed: u64,
}

impl Chase {
    fn begin(what: Until, cloud: &Cloud) -> Self {
        Self {
            what,
            since: cloud.now(),
            facts: cloud.facts.count(),
            failed: failed(cloud),
        }
    }

    /// What is waited for.
    pub(super) fn what(&self) -> Until {
        self.what
    }

    fn is_met(&self, cloud: &Cloud) -> bool {
        match self.what {
            Until::Alarm => self.new_facts(cloud).any(is_alarm),
            Until::Activity => self.has_activity_ended(cloud),
            Until::Failure => failed(cloud) > self.failed,
            Until::Happening => false,
        }
    }

    fn new_facts<'a>(&self, cloud: &'a Cloud) -> impl Iterator<Item = What> + use<'a> {
        cloud.facts.from(self.facts).map(|(_, fact)| fact.what)
    }

    fn has_activity_ended(&self, cloud: &Cloud) -> bool {
        let newest = cloud.autoscaling.activities().rev().take(ACTIVITIES);
        let mut ends = newest.filter_map(|(_, activity)| activity.end);
        ends.any(|end| end > self.since)
    }
}

fn is_alarm(what: What) -> bool {
    matches!(what, What::CloudWatch(cloudwatch::What::AlarmState { .. }))
}

fn failed(cloud: &Cloud) -> u64 {
    cloud.truth.ended_total() - cloud.truth.served()
}

impl Session {
    /// Lets time pass until something happens, and stands still there.
    pub(super) fn chase(&mut self, what: Until) {
        self.chase = Some(Chase::begin(what, self.simulation.cloud()));
        self.go_on();
    }

    /// Goes on event by event, at most so many, and stands still where it is met or given up.
    pub(super) fn chase_on(&mut self, chase: Chase, events: u64) {
        let until = self.simulation.now() + A_FRAME;
        let marks = self.marks.count();
        for _ in 0..events {
            let before = self.simulation.cloud().facts.count();
            let arrived = self.pass(until.min(self.terminal.due()), 1);
            self.run_commands();
            if self.has_met(chase, before, marks) {
                return self.found(player_text().past.found);
            }
            if arrived {
                break;
            }
        }
        if self.simulation.now().since(chase.since) > AT_MOST {
            self.found(player_text().past.not_found);
        }
    }

    fn has_met(&mut self, chase: Chase, facts_before: u64, marks_before: usize) -> bool {
        if chase.what != Until::Happening {
            return chase.is_met(self.simulation.cloud());
        }
        if self.simulation.cloud().facts.count() == facts_before {
            return false;
        }
        self.has_mark(chase, marks_before)
    }

    /// Whether one of the marks is of what happened since: in the past they are all known already.
    fn has_mark(&mut self, chase: Chase, marks_before: usize) -> bool {
        let now = self.simulation.now();
        if self.is_past() {
            return self.marks.is_any_within(chase.since, now);
        }
        self.marks.catch_up(&self.simulation);
        self.marks.count() > marks_before
    }

    fn found(&mut self, tell: fn(Until, SimTime) -> String) {
        if let Some(chase) = self.chase.take() {
            self.tell_of_time(tell(chase.what, self.simulation.now()));
            self.rest();
        }
    }
}
