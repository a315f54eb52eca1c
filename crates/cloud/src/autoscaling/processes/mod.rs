//! What a group does by itself: a file for each of AWS's processes, and for what they share.
//!
//! A group *acts* when something has changed or is due: it lets those go whose successor is there, replaces what must be
//! replaced at once, launches what is missing, terminates what is too much, moves instances between zones, and takes its
//! refresh a step further. Every half minute it looks at the health of its instances.

mod add_to_load_balancer;
mod az_rebalance;
mod detach;
mod health_check;
mod instance_refresh;
mod launch;
mod lifecycle;
mod lifecycle_hook;
mod replace;
mod replace_unhealthy;
mod standby;
mod terminate;

use std::cmp::Ordering;

use des::{SimDuration, SimTime, Ticket};

use super::{Event, GroupIndex, What};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact::{self, FactId};

impl Cloud {
    /// Lets a group act soon, unless it acts sooner.
    pub(super) fn wake_group(&mut self, index: GroupIndex, wait: SimDuration) {
        let at = self.now + wait;
        if self.autoscaling.group(index).wake.0 <= at {
            return;
        }
        let ticket = self.events.push(at, Any::AutoScaling(Event::Act(index)));
        self.autoscaling.group_mut(index).wake = (at, ticket);
    }

    /// A group should have another number of instances, and whoever says so sees to it.
    pub(super) fn resize(&mut self, index: GroupIndex, to: u32, cause: FactId) {
        let from = self.autoscaling.group(index).desired;
        let what = What::DesiredChanged {
            group: index,
            from,
            to,
        };
        let cause = match from == to {
            true => cause,
            false => self.facts.note(self.now, cause, fact::What::AutoScaling(what)),
        };
        let group = self.autoscaling.group_mut(index);
        (group.desired, group.cause) = (to, cause);
    }

    /// A group acts.
    pub(super) fn group_acts(&mut self, index: GroupIndex, ticket: Ticket) {
        let group = self.autoscaling.group_mut(index);
        if group.deleted || group.wake.1 != ticket {
            return;
        }
        group.wake = (SimTime::NEVER, Ticket::NONE);
        if group.deleting {
            return self.finish_deleting(index);
        }
        self.let_predecessors_go(index);
        if self.replace_urgent(index) {
            return; // what comes instead is launched a moment later
        }
        self.keep_size(index);
        self.refresh_step(index);
    }

    /// Launches what is missing or terminates what is too much; else looks whether the zones are in balance.
    fn keep_size(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group_mut(index);
        let (counted, desired) = (group.counted(), group.desired);
        if counted >= desired {
            group.owed.clear();
            group.launch_warmup = None;
        }
        if counted == desired {
            group.why.clear();
        }
        match counted.cmp(&desired) {
            Ordering::Less => self.launch_missing(index, desired - counted),
            Ordering::Greater => {
                self.scale_in(index, counted - desired);
                self.settle_cooldown(index);
            }
            Ordering::Equal => self.rebalance(index),
        }
    }

    fn finish_deleting(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group_mut(index);
        if group.members.is_empty() {
            group.deleted = true;
        }
    }
}
