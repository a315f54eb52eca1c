//! What became of a request, kept for the newest hundred thousand.

use des::SimTime;

use crate::app::{CALLS_MAX, Route};
use crate::ec2::InstanceIndex;
use crate::elbv2::NodeIndex;
use crate::fact::FactId;
use crate::workload::flight::{Flight, Hop};
use crate::workload::{OfficeIndex, Outcome};

/// How many finished requests are kept whole; what is older lives on in the aggregates, and in replay.
pub const RECORDS_KEPT: usize = 100_000;

/// A request's name: the office it came from, the ordinal of the visit there, the page of the visit, and the attempt.
/// All of its draws are keyed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub u64);

impl RequestId {
    pub(crate) const fn new(office: OfficeIndex, visit: u64) -> Self {
        Self(((office.0 as u64) << 56) | ((visit & ((1 << 40) - 1)) << 16))
    }

    /// The same page, once more.
    pub(crate) const fn next_attempt(self) -> Self {
        Self(self.0 + 1)
    }

    /// The next page of the same visit; the 256th page is the first again.
    pub(crate) const fn next_page(self) -> Self {
        let page = (self.page() as u64 + 1) & 0xff;
        Self((self.0 & !0xffff) | (page << 8))
    }

    /// The visit, with its office.
    #[must_use]
    pub const fn visit(self) -> u64 {
        self.0 >> 16
    }

    /// The page within the visit, from 0.
    #[must_use]
    pub const fn page(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// The attempt at the page, from 0.
    #[must_use]
    pub const fn attempt(self) -> u8 {
        self.0 as u8
    }

    /// As it is shown: `Columbus-17`, with page and attempt if they are not the first.
    #[must_use]
    pub fn text(self) -> String {
        let visit = self.visit() & ((1 << 40) - 1);
        let mut text = format!("{}-{}", self.office().office().name, visit + 1);
        if self.page_and_attempt() > 0 {
            text.push_str(&format!(".{}.{}", self.page() + 1, self.attempt() + 1));
        }
        text
    }

    /// The page and attempt, as one number.
    pub(crate) const fn page_and_attempt(self) -> u64 {
        self.0 & 0xffff
    }

    /// The office.
    #[must_use]
    pub const fn office(self) -> OfficeIndex {
        OfficeIndex((self.0 >> 56) as u8)
    }
}

/// A finished request. Times are in microseconds after `sent`; zero where the request never got that far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which visit, page and attempt.
    pub id: RequestId,
    /// When its client sent it.
    pub sent: SimTime,
    /// The fact that made it fail; none if it was served or simply had to wait too long.
    pub blame: FactId,
    /// The instance that had its address, or was the last to have it, when it was sent; or the target that a node chose.
    pub aimed: InstanceIndex,
    /// The load balancer's node that it was sent to; `NodeIndex::NONE` if it was sent to an instance.
    pub node: NodeIndex,
    /// The instance that received it; `InstanceIndex::NONE` if none did.
    pub target: InstanceIndex,
    /// The instance received it.
    pub arrived: u32,
    /// A worker took it.
    pub started: u32,
    /// The dependency calls.
    pub hops: [Hop; CALLS_MAX],
    /// The answer left the instance.
    pub answered: u32,
    /// The client had its answer, or gave up.
    pub ended: u32,
    /// What it asked for.
    pub route: Route,
    /// How it ended.
    pub outcome: Outcome,
}

impl Record {
    /// What became of a request that is under way, as far as it has come: as if it ended now.
    #[must_use]
    pub fn so_far(flight: &Flight, node: Option<NodeIndex>, now: SimTime) -> Self {
        let node = node.unwrap_or(NodeIndex::NONE);
        Self::of(flight, node, flight.outcome, flight.age(now))
    }

    pub(crate) fn of(flight: &Flight, node: NodeIndex, outcome: Outcome, ended: u32) -> Self {
        let Flight {
            id,
            sent,
            blame,
            aimed,
            target,
            arrived,
            started,
            hops,
            answered,
            route,
            ..
        } = *flight;
        let blame = if outcome.is_served() { FactId::NONE } else { blame };
        Self {
            id,
            sent,
            blame,
            aimed,
            node,
            target,
            arrived,
            started,
            hops,
            answered,
            ended,
            route,
            outcome,
        }
    }

    /// The node where it failed: the one that answered for itself, or that answered nothing.
    #[must_use]
    pub fn failed_at_node(&self) -> Option<NodeIndex> {
        let by_node = self.outcome.is_of_node() || self.aimed.some().is_none();
        self.node.some().filter(|_| by_node && !self.outcome.is_served())
    }

    /// Whether its client went while the load balancer waited for the target's answer: 460 in the access log.
    #[must_use]
    pub fn left_node_waiting(&self) -> bool {
        let sent_on = self.node.some().is_some() && self.aimed.some().is_some();
        self.outcome == Outcome::TimedOut && sent_on && self.answered == 0
    }

    /// When it ended.
    #[must_use]
    pub fn ended_at(&self) -> SimTime {
        self.sent + des::SimDuration::from_micros(self.ended.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_office_visit_page_and_attempt() {
        let id = RequestId::new(OfficeIndex(2), 77)
            .next_page()
            .next_page()
            .next_attempt();
        assert_eq!((id.office(), id.page(), id.attempt()), (OfficeIndex(2), 2, 1));
        assert_eq!(id.visit() & 0xff_ffff, 77);
        assert_eq!(id.next_page().attempt(), 0);
    }

    #[test]
    fn a_record_is_small() {
        assert!(size_of::<Record>() <= 72, "{}", size_of::<Record>());
    }
}
