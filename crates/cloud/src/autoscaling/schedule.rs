//! Scheduled actions: a group has other bounds, or another desired capacity, from a time of the clock on.
//!
//! Source: Auto Scaling User Guide, "Scheduled scaling for Amazon EC2 Auto Scaling". Simplified: an action runs at its very
//! second, where AWS may be up to two minutes late.

use api::Timestamp;
use des::{SimTime, Ticket};

use super::cron::Cron;
use super::group::GroupIndex;
use super::time_zone::TimeZone;
use super::{Event, What};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact::{self, FactId};

/// A scheduled action, by the order in which they were defined. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScheduleIndex(pub(crate) u32);

impl ScheduleIndex {
    /// As an index into the list of scheduled actions.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A scheduled action.
#[derive(Clone, Debug, PartialEq)]
pub struct ScheduledAction {
    /// Of which group.
    pub group: GroupIndex,
    /// Its name.
    pub name: String,
    /// The digits in its ARN.
    pub number: String,
    /// When it runs.
    pub plan: Plan,
    /// What it makes of the group.
    pub sizes: Sizes,
    /// When it runs next.
    pub next: SimTime,
    /// The fact that gave it its plan.
    pub cause: FactId,
    pub(crate) deleted: bool,
}

/// When a scheduled action runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// When, or from when on.
    pub start: Option<Timestamp>,
    /// From when on it no longer runs.
    pub end: Option<Timestamp>,
    /// When it recurs, as it was written and as it is understood.
    pub recurrence: Option<(String, Cron)>,
    /// Whose clock the recurrence is read by, if that was said.
    pub zone: Option<&'static TimeZone>,
}

/// What a scheduled action makes of a group; what is not said stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The least instances.
    pub min: Option<u32>,
    /// The most instances.
    pub max: Option<u32>,
    /// As many as it should have.
    pub desired: Option<u32>,
}

impl Plan {
    /// The first time after `now`, or not before it if `now` itself will do; none if there is none any more.
    #[must_use]
    pub fn next(&self, now: Timestamp, itself: bool) -> Option<Timestamp> {
        let Some((_, cron)) = &self.recurrence else {
            return self.start.filter(|start| *start > now || itself && *start == now);
        };
        let from = self.start.filter(|start| *start > now);
        // The clock knows whole minutes: what comes after the second before comes at or after this one.
        let after = match from {
            Some(start) => (start.as_micros() - 1).div_euclid(1_000_000),
            None => now.as_micros().div_euclid(1_000_000),
        };
        let next = cron.next_after(self.zone.unwrap_or(TimeZone::UTC), after)?;
        let next = Timestamp::from_secs(next);
        self.end.is_none_or(|end| next < end).then_some(next)
    }
}

impl Sizes {
    /// Bounds and desired capacity of a group after it: bounds that leave the desired capacity outside drag it along.
    ///
    /// # Errors
    /// In words, if they do not go together.
    pub fn applied(self, min: u32, max: u32, desired: u32) -> Result<(u32, u32, u32), String> {
        let (min, max) = (self.min.unwrap_or(min), self.max.unwrap_or(max));
        if min > max {
            return Err(format!(
                "Max bound, {max}, must be greater than or equal to min bound, {min}"
            ));
        }
        let desired = self.desired.unwrap_or(desired.clamp(min, max));
        if !(min..=max).contains(&desired) {
            return Err(format!(
                "Desired capacity:{desired} must be between the specified min size:{min} and max size:{max}"
            ));
        }
        Ok((min, max, desired))
    }
}

impl Cloud {
    /// Awaits the next time at which any action runs: one event, however many actions there are.
    pub(super) fn await_schedule(&mut self) {
        let next = self.autoscaling.scheduled().map(|(_, action)| action.next).min();
        self.autoscaling.schedule_wake = match next {
            Some(at) => self
                .events
                .push(at.max(self.now), Any::AutoScaling(Event::ScheduleDue)),
            None => Ticket::NONE,
        };
    }

    /// Actions are due: they run in the order in which they were defined.
    pub(super) fn schedule_due(&mut self, ticket: Ticket) {
        if self.autoscaling.schedule_wake != ticket {
            return;
        }
        let now = self.now;
        let due = self
            .autoscaling
            .scheduled()
            .filter(|(_, action)| action.next <= now);
        for index in due.map(|(index, _)| index).collect::<Vec<_>>() {
            let action = &self.autoscaling.schedule[index.index()];
            // While the process is suspended, what is due is passed over for good.
            if self.autoscaling.all_groups[action.group.index()].does("ScheduledActions") {
                self.run_scheduled(index);
            }
            let action = &mut self.autoscaling.schedule[index.index()];
            let next = match action.plan.recurrence {
                Some(_) => action.plan.next(Timestamp::of(now), false),
                None => None,
            };
            match next {
                Some(next) => action.next = next.to_sim_time(),
                None => action.deleted = true,
            }
        }
        self.await_schedule();
    }

    fn run_scheduled(&mut self, index: ScheduleIndex) {
        let action = &self.autoscaling.schedule[index.index()];
        let (group, sizes) = (action.group, action.sizes);
        let what = What::ScheduledActionRan { group, action: index };
        let cause = self
            .facts
            .note(self.now, action.cause, fact::What::AutoScaling(what));
        let state = &self.autoscaling.all_groups[group.index()];
        let before = state.desired;
        match sizes.applied(state.spec.min, state.spec.max, before) {
            Ok((min, max, desired)) => {
                let spec = &mut self.autoscaling.all_groups[group.index()].spec;
                (spec.min, spec.max) = (min, max);
                let why = format!(
                    "a scheduled action update of AutoScalingGroup constraints to min: {min}, max: {max}, desired: \
                     {desired}"
                );
                if desired != before {
                    self.set_desired(group, desired, &why, cause);
                }
            }
            Err(message) => self.note_unfit(index, &message),
        }
    }

    /// An action that does not go with the group's sizes does nothing but leave a trace. Our choice.
    fn note_unfit(&mut self, index: ScheduleIndex, message: &str) {
        let action = &self.autoscaling.schedule[index.index()];
        let (group, name) = (action.group, action.name.clone());
        let at = self.sentence_time();
        let why = format!("At {at} a scheduled action {name} was due.");
        let activity = self.begin_activity(group, format!("Executing scheduled action: {name}"), &why, None);
        self.end_activity(activity, "Failed", Some(message.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a time")
    }

    #[test]
    fn start_and_end_bound_a_recurrence() {
        let plan = Plan {
            start: Some(at("2026-11-04T09:00:00Z")),
            end: Some(at("2026-11-06T09:00:00Z")),
            recurrence: Cron::parse("0 9 * * *").map(|cron| ("0 9 * * *".to_owned(), cron)),
            zone: None,
        };
        let mut now = at("2026-11-02T10:00:00Z");
        let mut days = Vec::new();
        while let Some(next) = plan.next(now, false) {
            days.push(next.to_civil().day);
            now = next;
        }
        assert_eq!(days, [4, 5], "the start counts, the end does not");
    }

    #[test]
    fn sizes_drag_the_desired_capacity_along() {
        let sizes = |min, max, desired| Sizes { min, max, desired }.applied(1, 5, 3);
        assert_eq!(sizes(Some(4), None, None), Ok((4, 5, 4)));
        assert_eq!(sizes(None, Some(2), None), Ok((1, 2, 2)));
        assert_eq!(sizes(None, None, Some(5)), Ok((1, 5, 5)));
        assert_eq!(sizes(Some(2), Some(9), Some(8)), Ok((2, 9, 8)));
        assert!(sizes(Some(6), None, None).is_err());
        assert!(sizes(None, None, Some(6)).is_err());
    }
}
