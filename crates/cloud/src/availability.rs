//! Availability: by design, from what AWS commits to and how the account is put together; and as measured in this run.

use std::collections::BTreeSet;

use des::{Area, SimDuration, SimTime};

use crate::Cloud;
use crate::app::Door;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::fault::FaultKind;
use crate::region::ZoneIndex;

/// A share of the time, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Availability(pub f64);

/// Minutes of the month that commitments are counted by. Source: AWS service level agreements, 30 days.
const MONTH: SimDuration = SimDuration::from_mins(30 * 24 * 60);

impl Availability {
    /// One EC2 instance. Source: Amazon Compute Service Level Agreement, instance level, 2022-05-25.
    pub const INSTANCE: Self = Self(0.995);
    /// A load balancer in two zones or more. Source: Elastic Load Balancing Service Level Agreement, 2022-07-25.
    pub const LOAD_BALANCER: Self = Self(0.9999);
    /// A table. Source: Amazon DynamoDB Service Level Agreement, standard.
    pub const DYNAMODB: Self = Self(0.9999);
    /// A bucket. Source: Amazon S3 Service Level Agreement, S3 Standard, 2023-11-28.
    pub const S3: Self = Self(0.999);

    /// Of things that are all needed, if they fail independently: the product.
    #[must_use]
    pub fn in_series(parts: impl IntoIterator<Item = Self>) -> Self {
        Self(parts.into_iter().map(|part| part.0).product())
    }

    /// Of things of which one is enough, if they fail independently: all must fail at once. Of none: never.
    #[must_use]
    pub fn redundant(parts: impl IntoIterator<Item = Self>) -> Self {
        Self(1.0 - parts.into_iter().map(|part| 1.0 - part.0).product::<f64>())
    }

    /// How long it is down in a month of 30 days.
    #[must_use]
    pub fn downtime_per_month(self) -> SimDuration {
        SimDuration::from_secs_f64((1.0 - self.0) * MONTH.as_secs_f64())
    }
}

/// What the directory is made of, and what that promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The zones in which something serves the employees. Instances of one zone share its fate: our choice is to count a
    /// zone once, however many there are.
    pub zones: Vec<ZoneIndex>,
    /// One of those zones being enough.
    pub servers: Availability,
    /// The servers, DynamoDB and S3, all needed.
    pub whole: Availability,
    /// The one resource whose loss takes the directory down, if there is one.
    pub single_point: Option<SinglePoint>,
}

/// A single point of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinglePoint {
    /// Nothing serves at all.
    Nothing,
    /// The only instance.
    Instance(InstanceIndex),
    /// The only zone with instances.
    Zone(ZoneIndex),
}

/// How long something was up since it first was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Uptime {
    up: Area,
    first: Option<SimTime>,
    ended: Option<SimTime>,
}

impl Uptime {
    /// From `now` on it is up, or down.
    pub(crate) fn set(&mut self, now: SimTime, is_up: bool) {
        self.up.set(now, is_up.into());
        if is_up {
            self.first.get_or_insert(now);
        }
    }

    /// Whether it is up.
    #[must_use]
    pub const fn is_up(&self) -> bool {
        self.up.count() > 0
    }

    /// It is gone for good and counts no longer.
    pub(crate) fn end(&mut self, now: SimTime) {
        self.set(now, false);
        self.ended.get_or_insert(now);
    }

    /// The share of the time in which it was up, from when it first was until `now` or its end; none if it never was.
    #[must_use]
    pub fn share(&self, now: SimTime) -> Option<Availability> {
        let length = self.ended.unwrap_or(now).since(self.first?);
        (length > SimDuration::ZERO)
            .then(|| Availability(self.up.up_to(now) as f64 / length.as_micros() as f64))
    }
}

/// What was measured so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Requests that were served, of those that have ended; none if none has.
    pub requests: Option<Availability>,
    /// Time in which at least one instance took requests, of the time since the first one did.
    pub time: Option<Availability>,
}

impl Cloud {
    /// What the account promises as it stands: its running instances that the employees have an address of.
    #[must_use]
    pub fn design(&self) -> Design {
        let servers = self.servers();
        let zones: BTreeSet<ZoneIndex> = servers
            .iter()
            .map(|index| self.ec2.instances[index.index()].zone)
            .collect();
        let redundant = Availability::redundant(zones.iter().map(|_| Availability::INSTANCE));
        Design {
            servers: redundant,
            whole: Availability::in_series([redundant, Availability::DYNAMODB, Availability::S3]),
            single_point: single_point(&servers, &zones),
            zones: zones.into_iter().collect(),
        }
    }

    fn servers(&self) -> Vec<InstanceIndex> {
        let endpoints = self.workload.clients.endpoints.iter();
        let mut owners: Vec<InstanceIndex> = endpoints
            .filter_map(|endpoint| self.ec2.addresses.owner(endpoint.address))
            .filter(|owner| self.ec2.instances[owner.index()].state == InstanceState::Running)
            .collect();
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// What the employees met so far.
    #[must_use]
    pub fn measured(&self) -> Measured {
        let ended = self.truth.ended_total();
        Measured {
            requests: (ended > 0).then(|| Availability(self.truth.served() as f64 / ended as f64)),
            time: self.uptime.share(self.now),
        }
    }

    /// Since the world began, the share of the time in which a zone had power.
    #[must_use]
    pub fn measured_zone(&self, zone: ZoneIndex) -> Availability {
        let outages = self
            .faults
            .iter()
            .filter(|fault| fault.kind == FaultKind::AzOutage(zone));
        let mut dark = Area::default();
        let mut edges: Vec<(SimTime, bool)> = outages
            .flat_map(|fault| [(fault.began, true), (fault.ended.unwrap_or(self.now), false)])
            .collect();
        edges.sort_unstable_by_key(|&(at, _)| at);
        let mut outages_on = 0_u32;
        for (at, begins) in edges {
            outages_on = if begins { outages_on + 1 } else { outages_on - 1 };
            dark.set(at, (outages_on > 0).into());
        }
        let all = self.now.as_micros().max(1) as f64;
        Availability(1.0 - dark.up_to(self.now) as f64 / all)
    }

    /// An instance began or stopped to take requests.
    pub(crate) fn note_uptime(&mut self, index: InstanceIndex) {
        let now = self.now;
        let station = &mut self.ec2.stations[index.index()];
        let was_open = station.uptime.is_up();
        let is_open = station.inner == Door::Open;
        station.uptime.set(now, is_open);
        self.open_doors = self.open_doors + u32::from(is_open) - u32::from(was_open);
        self.uptime.set(now, self.open_doors > 0);
    }
}

fn single_point(servers: &[InstanceIndex], zones: &BTreeSet<ZoneIndex>) -> Option<SinglePoint> {
    match (servers, zones.len()) {
        ([], _) => Some(SinglePoint::Nothing),
        ([only], _) => Some(SinglePoint::Instance(*only)),
        (_, 1) => zones.first().copied().map(SinglePoint::Zone),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

    fn percent(availability: Availability) -> String {
        format!("{:.4}", availability.0 * 100.0)
    }

    #[test]
    fn what_is_needed_multiplies_and_what_is_spare_multiplies_failures() {
        let (instance, two) = (Availability::INSTANCE, [Availability::INSTANCE; 2]);
        assert_eq!(percent(Availability::redundant(two)), "99.9975");
        assert_eq!(percent(Availability::redundant([instance; 3])), "100.0000");
        assert_eq!(percent(Availability::redundant([])), "0.0000");
        let alone = Availability::in_series([instance, Availability::DYNAMODB, Availability::S3]);
        assert_eq!(percent(alone), "99.3906");
        assert_eq!(alone.downtime_per_month().as_secs() / 60, 263);
        let behind_a_balancer = Availability::in_series([
            Availability::LOAD_BALANCER,
            Availability::redundant(two),
            Availability::DYNAMODB,
            Availability::S3,
        ]);
        assert_eq!(percent(behind_a_balancer), "99.8775");
        assert_eq!(behind_a_balancer.downtime_per_month().as_secs() / 60, 52);
    }

    #[test]
    fn the_nines_are_minutes_of_a_month() {
        let minutes = |share: f64| Availability(share).downtime_per_month().as_secs_f64() / 60.0;
        for (share, expected) in [(0.99, 432.0), (0.995, 216.0), (0.999, 43.2), (0.9999, 4.32)] {
            assert!((minutes(share) - expected).abs() < 1e-6);
        }
    }

    #[test]
    fn the_single_point_of_failure_is_what_there_is_one_of() {
        let mut lab = Lab::new();
        assert_eq!(lab.cloud().design().single_point, Some(SinglePoint::Nothing));
        let first = lab.serving(1);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, Some(SinglePoint::Instance(first[0])));
        assert_eq!(percent(design.whole), "99.3906");
        let second = lab.launch(1, 'a');
        lab.pass_secs(60);
        lab.give_clients(&[first[0], second[0]]);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, Some(SinglePoint::Zone(ZoneIndex(0))));
        assert_eq!(percent(design.servers), "99.5000", "one zone counts once");
        let third = lab.launch(1, 'b');
        lab.pass_secs(60);
        lab.give_clients(&[first[0], second[0], third[0]]);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, None);
        assert_eq!(percent(design.servers), "99.9975");
    }

    #[test]
    fn time_down_is_measured_from_the_first_moment_up() {
        let mut lab = Lab::new();
        let instance = lab.serving(1)[0];
        let up_at = lab.simulation.now();
        assert_eq!(lab.cloud().measured().time, Some(Availability(1.0)));
        lab.fault("app-hang", instance, Some("60s"));
        lab.pass_secs(60);
        lab.pass_secs(60);
        let whole = lab.cloud().measured().time.expect("it was up");
        let (station, now) = (&lab.cloud().ec2.stations[instance.index()], lab.simulation.now());
        assert_eq!(station.uptime.share(now), Some(whole), "it is all there is");
        let before = up_at.as_secs_f64();
        assert!(whole.0 > 60.0 / (120.0 + before) && whole.0 < 1.0);
    }

    #[test]
    fn overlapping_outages_of_a_zone_count_once() {
        let mut lab = Lab::new();
        lab.pass_secs(100);
        lab.outage('a', Some("200s"));
        lab.pass_secs(100);
        lab.outage('a', Some("200s"));
        lab.pass_secs(300);
        assert_eq!(lab.cloud().measured_zone(ZoneIndex(0)), Availability(0.4));
        assert_eq!(lab.cloud().measured_zone(ZoneIndex(1)), Availability(1.0));
    }
}
