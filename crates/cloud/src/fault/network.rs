//! What of a zone's network does not work: kept by zone, so that a request asks one word when all is well.

use des::{SimDuration, SimTime, Stream};

use super::{Fault, FaultKind};
use crate::Cloud;
use crate::fact::FactId;
use crate::region::ZoneIndex;
use crate::workload::{FlightIndex, RequestId};

const LOSS: Stream = Stream::named("fault/loss");
/// The most zones that a Region has.
const ZONES: usize = 8;

/// A share of what passes into or out of a zone is lost, and the rest is slow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grey {
    /// Of a thousand requests and answers, how many are lost.
    pub lost_permille: u32,
    /// How long the ways inside the Region take, in thousandths of their time.
    pub slow_permille: u32,
}

/// What `aws:network:disrupt-connectivity` denies. Source: FIS User Guide, "Network actions".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything into and out of the subnet.
    All,
    /// What comes from and goes to other zones of the VPC.
    AvailabilityZone,
}

/// A zone's network.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ZoneNetwork {
    /// It has no power: since when, and the fact.
    pub(super) dark: Option<(SimTime, FactId)>,
    /// Nothing passes into or out of its subnet.
    pub(super) cut: Option<(SimTime, FactId)>,
    /// Nothing passes between its subnet and other zones.
    apart: Option<(SimTime, FactId)>,
    /// A share is lost or slow.
    grey: Option<(Grey, FactId)>,
}

/// The network, by zone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    zones: [ZoneNetwork; ZONES],
    /// Whether anything but power is wrong anywhere.
    troubled: bool,
}

impl Network {
    pub(crate) const fn zone(&self, zone: ZoneIndex) -> &ZoneNetwork {
        &self.zones[zone.index()]
    }
}

impl Cloud {
    /// Works out anew what the faults that are on make of the network.
    pub(super) fn settle_network(&mut self) {
        let mut network = Network::default();
        for fault in self.active_faults() {
            network.suffer(fault);
        }
        self.network = network;
    }

    /// Why a client from the internet does not get through to a zone, if it does not. The request is one packet each way:
    /// what is lost is not sent again before the client's own retry (simplified).
    #[inline]
    pub(crate) fn lost_on_the_way(&self, zone: ZoneIndex, id: RequestId) -> Option<FactId> {
        if !self.network.troubled {
            return None;
        }
        let state = self.network.zone(zone);
        state
            .cut
            .map(|(_, blame)| blame)
            .or_else(|| self.drops(state, id.visit(), id.page_and_attempt()))
    }

    /// Why a load balancer's node in one zone does not get through to a target in another, if it does not.
    #[inline]
    pub(crate) fn lost_between(&self, zones: [ZoneIndex; 2], key: (u64, u64)) -> Option<FactId> {
        if !self.network.troubled || zones[0] == zones[1] {
            return None;
        }
        let [one, other] = zones.map(|zone| self.network.zone(zone));
        let denied = |state: &ZoneNetwork| state.cut.or(state.apart).map(|(_, blame)| blame);
        let drops = |state, side: u64| self.drops(state, key.0, key.1 | side << 62);
        denied(one)
            .or_else(|| denied(other))
            .or_else(|| drops(one, 1))
            .or_else(|| drops(other, 2))
    }

    /// Why something between two zones may not get through, if anything is wrong there.
    pub(crate) fn trouble_between(&self, zones: [ZoneIndex; 2]) -> Option<FactId> {
        let trouble = |zone: ZoneIndex| {
            let state = self.network.zone(zone);
            let cut = state.cut.or(state.apart).map(|(_, blame)| blame);
            cut.or(state.grey.map(|(_, blame)| blame))
        };
        let [one, other] = zones;
        let apart = one != other && self.network.troubled;
        apart.then(|| trouble(one).or_else(|| trouble(other))).flatten()
    }

    /// A way inside the Region from or to a zone, as long as it takes now.
    #[inline]
    pub(crate) fn stretched(&self, length: SimDuration, zone: ZoneIndex) -> SimDuration {
        if !self.network.troubled {
            return length;
        }
        match self.network.zone(zone).grey {
            None => length,
            Some((grey, _)) => {
                SimDuration::from_micros(length.as_micros() * u64::from(grey.slow_permille) / 1_000)
            }
        }
    }

    /// Why an answer from an instance in a zone does not leave it, if it does not.
    #[inline]
    pub(crate) fn answer_is_cut(&self, index: FlightIndex) -> Option<FactId> {
        let flight = &self.workload.flights[index];
        if !self.network.troubled || flight.via.node.some().is_some() {
            return None;
        }
        let station = &self.ec2.stations[flight.target.some()?.index()];
        self.network.zone(station.zone).cut.map(|(_, blame)| blame)
    }

    fn drops(&self, state: &ZoneNetwork, first: u64, second: u64) -> Option<FactId> {
        let (grey, blame) = state.grey?;
        let drawn = self.seed.draw(LOSS, first, second).below(1_000);
        (drawn < u64::from(grey.lost_permille)).then_some(blame)
    }
}

impl Network {
    fn suffer(&mut self, fault: &Fault) {
        let earlier = |known: &mut Option<(SimTime, FactId)>| {
            known.get_or_insert((fault.began, fault.cause));
        };
        match fault.kind {
            FaultKind::AzOutage(zone) => return earlier(&mut self.zones[zone.index()].dark),
            FaultKind::Disconnected(zone, Scope::All) => earlier(&mut self.zones[zone.index()].cut),
            FaultKind::Disconnected(zone, Scope::AvailabilityZone) => {
                earlier(&mut self.zones[zone.index()].apart);
            }
            FaultKind::AzGrey(zone, grey) => self.zones[zone.index()].add(grey, fault.cause),
            _ => return,
        }
        self.troubled = true;
    }
}

impl ZoneNetwork {
    /// Of two troubles the worse counts, for loss and for slowness.
    fn add(&mut self, grey: Grey, cause: FactId) {
        let (worst, blame) = self.grey.unwrap_or((grey, cause));
        let blame = if grey.lost_permille > worst.lost_permille {
            cause
        } else {
            blame
        };
        let both = Grey {
            lost_permille: grey.lost_permille.max(worst.lost_permille),
            slow_permille: grey.slow_permille.max(worst.slow_permille),
        };
        self.grey = Some((both, blame));
    }
}
