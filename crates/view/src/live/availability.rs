//! Availability of the account as it stands.

use cloud::Cloud;
use cloud::availability::{self, Availability as Share, Design};
use cloud::ec2::InstanceState;

use crate::availability::{Availability, Member, Part, PartKind, SinglePoint};

impl Availability {
    /// What `cloud` promises, and what the employees met.
    #[must_use]
    pub fn of(cloud: &Cloud) -> Self {
        let (design, measured) = (cloud.design(), cloud.measured());
        Self {
            parts: parts(cloud, &design).into(),
            designed: percent(design.whole),
            down_per_month_s: design.whole.downtime_per_month().as_secs(),
            requests: measured.requests.map(percent),
            time: measured.time.map(percent),
            single_point: single_point(cloud, &design),
        }
    }
}

fn percent(share: Share) -> f64 {
    share.0 * 100.0
}

fn parts(cloud: &Cloud, design: &Design) -> Vec<Part> {
    let front = design.front.map(|front| Part {
        kind: PartKind::LoadBalancers(design.balancers.len()),
        designed: percent(front),
        measured: None,
        members: balancers(cloud, design).collect(),
    });
    let servers = Part {
        kind: PartKind::Servers(design.zones.len()),
        designed: percent(design.servers),
        measured: cloud.measured().time.map(percent),
        members: zones(cloud, design).chain(instances(cloud)).collect(),
    };
    let service = |kind, share| Part {
        kind,
        designed: percent(share),
        measured: None,
        members: [].into(),
    };
    let services = [
        service(PartKind::DynamoDb, Share::DYNAMODB),
        service(PartKind::S3, Share::S3),
    ];
    front.into_iter().chain([servers]).chain(services).collect()
}

fn balancers(cloud: &Cloud, design: &Design) -> impl Iterator<Item = Member> {
    design.balancers.iter().map(|&index| Member {
        name: cloud.elbv2.balancer(index).name.as_str().into(),
        designed: Some(percent(Share::LOAD_BALANCER)),
        measured: None,
    })
}

fn zones(cloud: &Cloud, design: &Design) -> impl Iterator<Item = Member> {
    design.zones.iter().map(|&zone| Member {
        name: cloud.region.zone(zone).name.into(),
        designed: Some(percent(Share::INSTANCE)),
        measured: Some(percent(cloud.measured_zone(zone))),
    })
}

/// The instances that are there, with the time in which each took requests.
fn instances(cloud: &Cloud) -> impl Iterator<Item = Member> {
    let there = cloud
        .ec2
        .indexes()
        .filter(|index| cloud.ec2.instances[index.index()].state == InstanceState::Running);
    there.map(|index| {
        let instance = &cloud.ec2.instances[index.index()];
        Member {
            name: instance.tag("Name").unwrap_or(&instance.id).into(),
            designed: None,
            measured: cloud.ec2.stations[index.index()]
                .uptime
                .share(cloud.now())
                .map(percent),
        }
    })
}

fn single_point(cloud: &Cloud, design: &Design) -> SinglePoint {
    match design.single_point {
        None => SinglePoint::None,
        Some(availability::SinglePoint::Nothing) => SinglePoint::Nothing,
        Some(availability::SinglePoint::Instance(index)) => {
            let instance = &cloud.ec2.instances[index.index()];
            SinglePoint::Instance(instance.tag("Name").unwrap_or(&instance.id).into())
        }
        Some(availability::SinglePoint::Zone(zone)) => SinglePoint::Zone(cloud.region.zone(zone).name.into()),
    }
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn the_parts_multiply_to_the_whole_and_the_only_instance_is_named() {
        let mut lab = Lab::new();
        lab.serving(1);
        let told = Availability::of(lab.cloud());
        let product: f64 = told.parts.iter().map(|part| part.designed / 100.0).product();
        assert!((product * 100.0 - told.designed).abs() < 1e-9);
        assert!(matches!(told.single_point, SinglePoint::Instance(_)));
        assert_eq!(told.parts[0].kind, PartKind::Servers(1));
        assert_eq!(told.parts[0].members.len(), 2, "the zone, and the instance in it");
    }
}
