//! What stands where.

use std::rc::Rc;

use cloud::Cloud;
use cloud::app::Door;
use cloud::ec2::{self, Boot, CheckStatus, InstanceIndex, InstanceState};
use cloud::region::ZoneIndex;
use cloud::workload::{OfficeIndex, Phase, YOU};
use des::{SimDuration, SimTime};

use super::Meter;
use super::fleet::add_fleet;
use super::links::links;
use crate::{
    Checks, Condition, Instance, Office, Percent, Picture, Power, Region, Replica, Service, ServiceKind,
    Slots, Workers, Zone,
};

/// A terminated instance is shown this long after it is gone, and as long as employees still hold its address.
const GHOST: SimDuration = SimDuration::from_secs(30);

/// The account as it stands. `slots` keeps each instance in its place, `meter` knows its CPU.
#[must_use]
pub fn picture(cloud: &Cloud, slots: &mut Slots, meter: &Meter) -> Picture {
    let mut picture = picture_of_instances(cloud, slots, meter);
    add_fleet(&mut picture, cloud);
    picture
}

/// The same of an account that has nothing but instances, as the start page's: with less code behind it.
#[must_use]
pub fn picture_of_instances(cloud: &Cloud, slots: &mut Slots, meter: &Meter) -> Picture {
    let addressed = addressed(cloud);
    let shown: Vec<InstanceIndex> = cloud
        .ec2
        .indexes()
        .filter(|&index| is_shown(cloud, index, &addressed))
        .collect();
    slots.retain(|instance| shown.iter().any(|index| index.index() as u32 == instance));
    let unanswered = unanswered(cloud);
    let draw = Draw {
        unanswered: &unanswered,
        cloud,
        meter,
    };
    let zones: Vec<Zone> = cloud
        .region
        .zone_indexes()
        .map(|zone| draw.zone(zone, &shown, slots))
        .collect();
    Picture {
        region: Region {
            name: cloud.region.name.into(),
            location: cloud.region.place.into(),
        },
        offices: OfficeIndex::all().map(|office| draw.office(office)).collect(),
        services: [ServiceKind::DynamoDb, ServiceKind::S3]
            .into_iter()
            .map(|kind| draw.service(kind))
            .collect(),
        links: links(cloud, &shown, &addressed).into(),
        zones: zones.into(),
        fleet: Rc::default(),
    }
}

/// The instances that the employees' addresses belong to or last belonged to, each once.
fn addressed(cloud: &Cloud) -> Vec<InstanceIndex> {
    let mut owners = Vec::new();
    for endpoint in &cloud.workload.clients.endpoints {
        let owner = cloud.ec2.addresses.last_owner(endpoint.address).some();
        owners.extend(owner.filter(|owner| !owners.contains(owner)));
    }
    owners
}

/// For each instance, the requests aimed at it that nobody received and whose clients still wait.
fn unanswered(cloud: &Cloud) -> Vec<u32> {
    let mut counts = vec![0; cloud.ec2.instances.len()];
    let lost = cloud
        .workload
        .flights
        .iter()
        .filter(|flight| flight.phase == Phase::Lost);
    for aimed in lost.filter_map(|flight| flight.aimed.some()) {
        counts[aimed.index()] += 1;
    }
    counts
}

fn is_shown(cloud: &Cloud, index: InstanceIndex, addressed: &[InstanceIndex]) -> bool {
    let instance = &cloud.ec2.instances[index.index()];
    let gone = instance.state == InstanceState::Terminated && cloud.now().since(instance.state_since) > GHOST;
    !gone || addressed.contains(&index)
}

struct Draw<'a> {
    cloud: &'a Cloud,
    meter: &'a Meter,
    /// Requests that nobody received, by the instance they were aimed at.
    unanswered: &'a [u32],
}

impl Draw<'_> {
    fn zone(&self, index: ZoneIndex, shown: &[InstanceIndex], slots: &mut Slots) -> Zone {
        let zone = self.cloud.region.zone(index);
        let here = shown
            .iter()
            .filter(|instance| self.cloud.ec2.instances[instance.index()].zone == index);
        let mut instances: Vec<Instance> = Vec::new();
        for &instance in here {
            let slot = slots.give(instance.index() as u32, index.0.into());
            let at = instances.partition_point(|other| other.slot < slot);
            instances.insert(at, self.instance(instance, slot));
        }
        Zone {
            name: zone.name.into(),
            id: zone.id.into(),
            power: self.cloud.dark_since(index).map_or(Power::On, Power::OffSince),
            instances: instances.into(),
            nodes: Rc::default(),
        }
    }

    fn office(&self, index: OfficeIndex) -> Office {
        let second = self.cloud.now().as_secs();
        let last = self.cloud.truth.seconds_between(second.saturating_sub(1), second);
        Office {
            name: index.office().name.into(),
            own: index == YOU,
            per_second: last.map(|span| f64::from(span.sent[usize::from(index.0)])).sum(),
            sent: self.cloud.truth.sent_by_office[usize::from(index.0)],
        }
    }

    fn service(&self, kind: ServiceKind) -> Service {
        let resource = match kind {
            ServiceKind::DynamoDb => "Employees",
            ServiceKind::S3 => "photos",
        };
        let lit = |zone: ZoneIndex| Replica {
            lit: self.cloud.dark_since(zone).is_none(),
        };
        Service {
            kind,
            resource: resource.into(),
            replicas: self.cloud.region.zone_indexes().map(lit).collect(),
        }
    }

    fn instance(&self, index: InstanceIndex, slot: u16) -> Instance {
        let instance = &self.cloud.ec2.instances[index.index()];
        let station = &self.cloud.ec2.stations[index.index()];
        let (condition, since) = self.condition(index, instance);
        let works = matches!(condition, Condition::Serving | Condition::Hung);
        Instance {
            index: index.index() as u32,
            id: instance.id.as_str().into(),
            name: instance.tag("Name").unwrap_or(&instance.id).into(),
            instance_type: instance.instance_type.name.into(),
            public_address: instance.public_ip().map(|ip| ip.to_string().into()),
            slot,
            condition,
            since,
            reason: self.reason(index),
            workers: Workers {
                busy: station.busy_workers(),
                total: station.workers,
            },
            waiting: station.waiting() + self.unanswered[index.index()],
            cpu: self.meter.cpu(index).filter(|_| works),
            checks: self.checks(index),
            addressed: self.is_addressed(index, instance),
            beliefs: Rc::default(),
            member: None,
        }
    }

    /// Whether employees hold the public address that it has; of one that has none, the one that it had.
    fn is_addressed(&self, index: InstanceIndex, instance: &ec2::Instance) -> bool {
        let (clients, addresses) = (&self.cloud.workload.clients, &self.cloud.ec2.addresses);
        clients.endpoints.iter().any(|held| {
            let is_current = instance.public_address.is_none_or(|own| own == held.address);
            is_current && addresses.last_owner(held.address) == index
        })
    }

    fn condition(&self, index: InstanceIndex, instance: &ec2::Instance) -> (Condition, SimTime) {
        let dark = self.cloud.dark_since(instance.zone);
        let running = instance.state == InstanceState::Running;
        let condition = match instance.state {
            InstanceState::Pending => Condition::Pending,
            InstanceState::Stopping => Condition::Stopping,
            InstanceState::Stopped => Condition::Stopped,
            InstanceState::ShuttingDown => Condition::ShuttingDown,
            InstanceState::Terminated => Condition::Terminated,
            InstanceState::Running if dark.is_some() => Condition::NoPower,
            InstanceState::Running => self.software(index, instance),
        };
        let since = dark.filter(|_| running).unwrap_or(if running {
            instance.boot_since
        } else {
            instance.state_since
        });
        (condition, since)
    }

    fn software(&self, index: InstanceIndex, instance: &ec2::Instance) -> Condition {
        if instance.crashed_since.is_some() {
            return Condition::Crashed;
        }
        let progress = progress(self.cloud.now(), instance.boot_since, instance.boot_until);
        match instance.boot {
            Boot::Off | Boot::Rebooting => Condition::OsStarting(0),
            Boot::OsStarting => Condition::OsStarting(progress),
            Boot::RunningUserData | Boot::AppStarting => Condition::AppStarting(progress),
            Boot::NoApp => Condition::AppDown,
            Boot::AppUp if self.cloud.ec2.stations[index.index()].door == Door::Hung => Condition::Hung,
            Boot::AppUp => Condition::Serving,
        }
    }

    /// What EC2 says about the last change of state.
    fn reason(&self, index: InstanceIndex) -> Option<Rc<str>> {
        let reason = self.cloud.state_transition_reason(index);
        (!reason.is_empty()).then(|| reason.into())
    }

    fn checks(&self, index: InstanceIndex) -> Option<Checks> {
        let checks = self.cloud.status_checks(index);
        let (passed, total) = checks.passed();
        let known = checks.system != CheckStatus::Initializing;
        let running = checks.system != CheckStatus::NotApplicable;
        running.then_some(Checks {
            passed: known.then_some(passed as u8),
            total: total as u8,
        })
    }
}

/// How much of the time from `since` to `until` has passed.
fn progress(now: SimTime, since: SimTime, until: SimTime) -> Percent {
    let (done, whole) = (now.since(since).as_micros(), until.since(since).as_micros());
    (done * 100).checked_div(whole).unwrap_or(0).min(100) as Percent
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn an_instance_that_got_another_address_is_not_the_one_that_employees_know() {
        let mut lab = Lab::new();
        let only = lab.launch(1, 'a')[0];
        lab.pass_secs(60);
        let is_addressed = |lab: &Lab| {
            let picture = picture(lab.cloud(), &mut Slots::default(), &Meter::default());
            picture
                .instance(only.index() as u32)
                .is_some_and(|(_, instance)| instance.addressed)
        };
        assert!(!is_addressed(&lab));
        lab.give_clients(&[only]);
        assert!(is_addressed(&lab));
        lab.stop(only);
        lab.pass_secs(300);
        assert!(is_addressed(&lab), "they still ask for the address that it had");
        lab.start(only);
        lab.pass_secs(60);
        assert!(!is_addressed(&lab));
        lab.give_clients(&[only]);
        assert!(is_addressed(&lab));
    }
}
