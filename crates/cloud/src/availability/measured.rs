//! Availability as measured in this run.

use des::{Area, SimDuration, SimTime};

use super::Availability;
use crate::Cloud;
use crate::app::{Dependency, Door};
use crate::ec2::InstanceIndex;
use crate::fault::{FaultKind, Scope};
use crate::region::ZoneIndex;

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
        let dark = self.time_without(&[zone], SimTime::ZERO, |kind| match kind {
            FaultKind::AzOutage(zone) => Some(zone),
            _ => None,
        });
        let all = self.now.as_micros().max(1) as f64;
        Availability(1.0 - dark.as_micros() as f64 / all)
    }

    /// How long the internet has reached none of some zones since a moment.
    pub(super) fn time_cut_off(&self, zones: &[ZoneIndex], since: SimTime) -> SimDuration {
        self.time_without(zones, since, |kind| match kind {
            FaultKind::AzOutage(zone) | FaultKind::Disconnected(zone, Scope::All) => Some(zone),
            _ => None,
        })
    }

    /// How long all of some zones were struck at once since a moment, by the faults that `strikes` a zone.
    fn time_without(
        &self,
        zones: &[ZoneIndex],
        since: SimTime,
        strikes: fn(FaultKind) -> Option<ZoneIndex>,
    ) -> SimDuration {
        let mut edges: Vec<(SimTime, ZoneIndex, bool)> = Vec::new();
        for fault in &self.faults {
            if let Some(zone) = strikes(fault.kind).filter(|zone| zones.contains(zone)) {
                let ended = fault.ended.unwrap_or(self.now);
                edges.push((fault.began.max(since), zone, true));
                edges.push((ended.max(since), zone, false));
            }
        }
        edges.sort_by_key(|&(at, ..)| at);
        let (mut struck, mut all) = (Vec::new(), Area::default());
        for (at, zone, begins) in edges {
            if begins {
                struck.push(zone);
            } else if let Some(place) = struck.iter().position(|known| *known == zone) {
                struck.swap_remove(place);
            }
            all.set(at, zones.iter().all(|zone| struck.contains(zone)).into());
        }
        SimDuration::from_micros(all.up_to(self.now))
    }

    /// The share of the app's calls that DynamoDB or S3 itself did not fail; none if there were none. Throttling and a
    /// table that is not there are the account's own doing. Source: the services' agreements, which count errors of 500.
    #[must_use]
    pub fn measured_dependency(&self, dependency: Dependency) -> Option<Availability> {
        let state = &self.dependencies[dependency as usize];
        let good = state.calls - state.failed;
        (state.calls > 0).then(|| Availability(good as f64 / state.calls as f64))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

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
