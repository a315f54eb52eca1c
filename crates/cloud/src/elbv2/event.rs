//! What can come next in Elastic Load Balancing.

use des::Ticket;

use super::probe::Probe;
use super::{BalancerIndex, TargetGroupIndex, TargetIndex};
use crate::Cloud;
use crate::event::Kind;
use crate::workload::FlightIndex;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A load balancer becomes active.
    Provisioned(BalancerIndex),
    /// A node checks a target.
    CheckDue(Probe),
    /// A check has waited long enough.
    CheckTimedOut(Probe),
    /// The deregistration delay of a target is over.
    DrainOver(TargetIndex),
    /// What DNS answers is looked at anew.
    DnsDue(BalancerIndex),
    /// A request comes from its node to its target.
    AtTarget(FlightIndex),
    /// A node has waited for a target long enough.
    GaveUp(FlightIndex),
    /// The nodes look at how the targets of a group behaved.
    WatchDue(TargetGroupIndex),
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::Provisioned(balancer) => (0, balancer.0),
            Self::CheckDue(probe) => (1, probe.to_bits()),
            Self::CheckTimedOut(probe) => (2, probe.to_bits()),
            Self::DrainOver(target) => (3, target.0),
            Self::DnsDue(balancer) => (4, balancer.0),
            Self::AtTarget(flight) => (5, flight.0),
            Self::GaveUp(flight) => (6, flight.0),
            Self::WatchDue(group) => (7, group.0),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::Provisioned(BalancerIndex(index)),
            1 => Self::CheckDue(Probe::from_bits(index)),
            2 => Self::CheckTimedOut(Probe::from_bits(index)),
            3 => Self::DrainOver(TargetIndex(index)),
            4 => Self::DnsDue(BalancerIndex(index)),
            5 => Self::AtTarget(FlightIndex(index)),
            6 => Self::GaveUp(FlightIndex(index)),
            7 => Self::WatchDue(TargetGroupIndex(index)),
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn elbv2_happens(&mut self, event: Event, ticket: Ticket) {
        match event {
            Event::Provisioned(balancer) => self.balancer_is_active(balancer),
            Event::CheckDue(probe) => self.check_due(probe, ticket),
            Event::CheckTimedOut(probe) => self.check_timed_out(probe, ticket),
            Event::DrainOver(target) => self.drain_over(target),
            Event::DnsDue(balancer) => {
                let cause = self.elbv2.balancer(balancer).cause;
                let cause = self.elbv2.zone_change.unwrap_or(cause);
                self.settle_dns(balancer, cause);
            }
            Event::AtTarget(flight) => self.at_target(flight, ticket),
            Event::GaveUp(flight) => self.node_gives_up(flight, ticket),
            Event::WatchDue(group) => self.watch_due(group, ticket),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_survives_packing() {
        let probe = Probe {
            target: TargetIndex(70_000),
            place: 5,
        };
        for event in [
            Event::Provisioned(BalancerIndex(3)),
            Event::CheckDue(probe),
            Event::CheckTimedOut(probe),
            Event::DrainOver(TargetIndex(9)),
            Event::DnsDue(BalancerIndex(0)),
            Event::AtTarget(FlightIndex(8)),
            Event::GaveUp(FlightIndex(8)),
            Event::WatchDue(TargetGroupIndex(4)),
        ] {
            let (kind, index) = event.pack();
            assert_eq!(Event::unpack(kind, index), event);
        }
    }
}
