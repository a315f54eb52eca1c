//! Scaling activities: what groups did, and do.

use des::{SimDuration, SimTime};

use super::{AutoScaling, Event, GroupIndex, defaults};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// What an activity's description ends with while the instance drains.
pub(super) const DRAINING: &str = " - Waiting For ELB Connection Draining.";

/// The status of a launch for a scaling policy whose instance is in service and warms up.
const WARMING: &str = "WaitingForInstanceWarmup";

/// Something that a group did, or does.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// The fact that led to it.
    pub blame: FactId,
    /// Which group.
    pub group: GroupIndex,
    /// What.
    pub description: String,
    /// Why.
    pub cause: String,
    /// Since when.
    pub start: SimTime,
    /// Until when.
    pub end: Option<SimTime>,
    /// How far it is, in AWS's word.
    pub status: &'static str,
    /// What went wrong.
    pub message: Option<String>,
    /// How far it is, in percent.
    pub progress: u32,
    /// Where.
    pub zone: Option<ZoneIndex>,
}

impl Activity {
    /// Whether nothing but an instance's warm-up is waited for.
    pub(super) fn is_warming(&self) -> bool {
        self.status == WARMING
    }
}

impl AutoScaling {
    /// The newest activities with their numbers, oldest first.
    pub fn activities(&self) -> impl DoubleEndedIterator<Item = (u64, &Activity)> {
        let first = self.activities_begun - self.activities.len() as u64;
        let numbered = self.activities.iter().enumerate();
        numbered.map(move |(place, activity)| (first + place as u64, activity))
    }

    /// An activity, if it is still kept.
    #[must_use]
    pub fn activity(&self, number: u64) -> Option<&Activity> {
        let first = self.activities_begun - self.activities.len() as u64;
        self.activities.get(number.checked_sub(first)? as usize)
    }

    /// The same, to change.
    pub(crate) fn activity_mut(&mut self, number: u64) -> Option<&mut Activity> {
        let first = self.activities_begun - self.activities.len() as u64;
        self.activities.get_mut(number.checked_sub(first)? as usize)
    }

    /// Forgets activities beyond those kept, unless they are still going on.
    fn trim(&mut self) {
        let over = self.activities.front().is_some_and(|oldest| oldest.end.is_some());
        if over && self.activities.len() > defaults::ACTIVITIES_KEPT {
            self.activities.pop_front();
        }
    }
}

impl Cloud {
    /// A group begins to do something; the number of the activity.
    pub(super) fn begin_activity(
        &mut self,
        group: GroupIndex,
        description: String,
        cause: &str,
        zone: Option<ZoneIndex>,
    ) -> u64 {
        self.autoscaling.activities.push_back(Activity {
            blame: self.autoscaling.group(group).cause,
            group,
            description,
            cause: cause.to_owned(),
            start: self.now,
            end: None,
            status: "InProgress",
            message: None,
            progress: 0,
            zone,
        });
        self.autoscaling.activities_begun += 1;
        self.autoscaling.trim();
        self.autoscaling.activities_begun - 1
    }

    /// How far an activity is.
    pub(super) fn move_activity(&mut self, number: u64, status: &'static str, progress: u32) {
        let activity = self.autoscaling.activity_mut(number);
        if let Some(activity) = activity.filter(|activity| activity.end.is_none()) {
            (activity.status, activity.progress) = (status, progress);
            if let Some(plain) = activity.description.strip_suffix(DRAINING) {
                activity.description = plain.to_owned();
            }
        }
    }

    /// An activity is over, unless it was before.
    pub(super) fn end_activity(&mut self, number: u64, status: &'static str, message: Option<String>) {
        self.end_warmup(number);
        self.move_activity(number, status, 100);
        let now = self.now;
        let activity = self.autoscaling.activity_mut(number);
        if let Some(activity) = activity.filter(|activity| activity.end.is_none()) {
            (activity.end, activity.message) = (Some(now), message);
            self.notify_of_activity(number);
        }
    }

    /// A launch is done, and its activity goes on until the instance is warm. Who wants to know of launches is told now.
    pub(super) fn wait_for_warmup(&mut self, number: u64, warmup: SimDuration) {
        self.move_activity(number, WARMING, defaults::WARMING_PROGRESS);
        self.notify_of_activity(number);
        let due = Event::WarmedUp(number as u32);
        self.events.push(self.now + warmup, Any::AutoScaling(due));
    }

    /// The instance of a launch is warm, or goes elsewhere: whatever becomes of it, the launch has succeeded.
    pub(super) fn end_warmup(&mut self, number: u64) {
        let now = self.now;
        let activity = self.autoscaling.activity_mut(number);
        if let Some(activity) = activity.filter(|activity| activity.is_warming()) {
            (activity.status, activity.progress, activity.end) = ("Successful", 100, Some(now));
        }
    }

    /// Now, as sentences of activities write it.
    pub(super) fn sentence_time(&self) -> String {
        sentence_time(self.now)
    }
}

/// An instant, as sentences write it: `2026-11-02T10:00:00Z`.
pub(super) fn sentence_time(instant: SimTime) -> String {
    let text = api::Timestamp::of(instant).to_string();
    format!("{}Z", &text[..19])
}
