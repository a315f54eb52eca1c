//! Who talks to whom, and how much in the last second.

use cloud::Cloud;
use cloud::app::CALLS_MAX;
use cloud::ec2::{InstanceIndex, InstanceState};
use cloud::workload::{OfficeIndex, Record};
use des::SimDuration;

use crate::Link;
use crate::flight::Place;

/// Which requests count: those that ended this long ago or later.
const WINDOW: SimDuration = SimDuration::from_secs(1);
const SERVICES: u16 = 2;

/// The wires of the picture: from each office to each addressed instance, from each running instance to the services.
pub(super) fn links(cloud: &Cloud, shown: &[InstanceIndex], addressed: &[InstanceIndex]) -> Vec<Link> {
    let mut links: Vec<Link> = OfficeIndex::all()
        .flat_map(|office| {
            addressed
                .iter()
                .map(move |&to| wire(Place::Office(office.0.into()), place(to)))
        })
        .collect();
    let running = |index: &&InstanceIndex| cloud.ec2.instances[index.index()].state == InstanceState::Running;
    for &index in shown.iter().filter(running) {
        links.extend((0..SERVICES).map(|service| wire(place(index), Place::Service(service))));
    }
    count(cloud, &mut links);
    links
}

pub(super) fn place(index: InstanceIndex) -> Place {
    Place::Instance(index.index() as u32)
}

fn wire(near: Place, far: Place) -> Link {
    Link {
        near,
        far,
        per_second: 0.0,
        failed_per_second: 0.0,
    }
}

fn count(cloud: &Cloud, links: &mut [Link]) {
    let recent = cloud
        .records
        .iter()
        .rev()
        .take_while(|record| cloud.now().since(record.ended_at()) < WINDOW);
    for record in recent {
        for (near, far) in ways(cloud, record) {
            if let Some(link) = links.iter_mut().find(|link| link.near == near && link.far == far) {
                link.per_second += 1.0;
                link.failed_per_second += f64::from(u8::from(!record.outcome.is_served()));
            }
        }
    }
}

/// The wires that a request used.
fn ways(cloud: &Cloud, record: &Record) -> impl Iterator<Item = (Place, Place)> {
    let door = place(record.aimed);
    let first = (Place::Office(record.id.office().0.into()), door);
    let calls = cloud.app.route(record.route).calls;
    let asked = (0..CALLS_MAX).filter(|&call| record.hops[call].asked > 0);
    let services: Vec<_> = asked
        .filter_map(|call| calls[call].map(|c| (door, Place::Service(c.dependency as u16))))
        .collect();
    std::iter::once(first).chain(services)
}
