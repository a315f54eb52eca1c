//! Pictures to be shown.

mod fleet;

use std::rc::Rc;

use des::SimTime;
use view::fleet::Fleet;
use view::flight::Place;
use view::{
    Condition, Instance, Link, Office, Picture, Power, Region, Replica, Service, ServiceKind, Workers, Zone,
};

pub(crate) use self::fleet::of_a_fleet;

/// A Region with nothing in it.
pub(crate) fn empty() -> Picture {
    Picture {
        region: Region {
            name: "us-east-2".into(),
            location: "Ohio".into(),
        },
        offices: Rc::default(),
        zones: Rc::default(),
        services: Rc::default(),
        links: Rc::default(),
        fleet: Rc::new(Fleet::default()),
    }
}

/// Employees, the learner, and a zone for each list of instances.
pub(crate) fn of_zones(instances: &[&[u32]]) -> Picture {
    let zones: Rc<[Zone]> = instances
        .iter()
        .zip('a'..)
        .map(|(held, letter)| zone(letter, held))
        .collect();
    Picture {
        offices: [office("Berlin", false), office("You", true)].into(),
        services: [
            service(ServiceKind::DynamoDb, zones.len()),
            service(ServiceKind::S3, zones.len()),
        ]
        .into(),
        links: instances
            .concat()
            .into_iter()
            .map(|index| busy(index, 12.0, 0.0))
            .collect(),
        zones,
        ..empty()
    }
}

/// What flows from the employees to an instance.
pub(crate) fn busy(index: u32, per_second: f64, failed_per_second: f64) -> Link {
    Link {
        near: Place::Office(0),
        far: Place::Instance(index),
        per_second,
        failed_per_second,
    }
}

fn zone(letter: char, held: &[u32]) -> Zone {
    Zone {
        name: format!("us-east-2{letter}").into(),
        id: format!("use2-az{letter}").into(),
        power: Power::On,
        instances: held
            .iter()
            .zip(0..)
            .map(|(index, slot)| instance(*index, slot))
            .collect(),
        nodes: Rc::default(),
    }
}

fn instance(index: u32, slot: u16) -> Instance {
    Instance {
        index,
        id: format!("i-0{index}").into(),
        name: format!("directory-{index}").into(),
        instance_type: "t3.micro".into(),
        public_address: None,
        slot,
        condition: Condition::Serving,
        since: SimTime::ZERO,
        reason: None,
        workers: Workers { busy: 3, total: 8 },
        waiting: 2,
        cpu: Some(40),
        checks: None,
        addressed: true,
        beliefs: Rc::default(),
        member: None,
    }
}

fn office(name: &str, own: bool) -> Office {
    Office {
        name: name.into(),
        own,
        per_second: 12.0,
        sent: 3,
    }
}

fn service(kind: ServiceKind, zones: usize) -> Service {
    Service {
        kind,
        resource: "employees".into(),
        replicas: vec![Replica { lit: true }; zones].into(),
    }
}
