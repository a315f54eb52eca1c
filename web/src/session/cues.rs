//! From what a lesson points at to things of the picture.

use std::rc::Rc;

use lesson::format::{Target, TargetKind};
use lesson::view::StepView;
use view::Picture;
use view::fleet::Thing;
use view::flight::Place;

use crate::panel::Cue;

/// The things that the step points at, as far as the picture shows them.
pub(super) fn cues(step: &StepView, picture: &Picture) -> Rc<[Cue]> {
    let cue = |(target, text): &(Target, String)| {
        Some(Cue {
            thing: thing(target, picture)?,
            text: text.as_str().into(),
        })
    };
    step.spotlight.iter().filter_map(cue).collect()
}

fn thing(target: &Target, picture: &Picture) -> Option<Thing> {
    let (name, fleet) = (target.name.as_str(), &picture.fleet);
    match target.what {
        TargetKind::Zone => {
            let place = picture.zones.iter().position(|zone| &*zone.name == name)?;
            Some(Thing::Zone(u16::try_from(place).ok()?))
        }
        TargetKind::LoadBalancer => {
            let mut balancers = fleet.balancers.iter();
            balancers
                .find(|balancer| &*balancer.name == name)
                .map(|balancer| Thing::Balancer(balancer.index))
        }
        TargetKind::TargetGroup => {
            let mut groups = fleet.target_groups.iter();
            groups
                .find(|group| &*group.name == name)
                .map(|group| Thing::TargetGroup(group.index))
        }
        TargetKind::Group => {
            let mut groups = fleet.groups.iter();
            groups
                .find(|group| &*group.name == name)
                .map(|group| Thing::Group(group.index))
        }
        TargetKind::Alarm => fleet
            .alarms
            .iter()
            .any(|alarm| &*alarm.name == name)
            .then_some(Thing::Alarms),
        _ => place(target, picture).map(Thing::Place),
    }
}

fn place(target: &Target, picture: &Picture) -> Option<Place> {
    let name = target.name.as_str();
    match target.what {
        TargetKind::Instance if name.is_empty() => picture
            .instances()
            .find(|(_, i)| i.addressed)
            .map(|(_, i)| Place::Instance(i.index)),
        TargetKind::Instance => picture
            .instances()
            .filter(|(_, i)| &*i.name == name)
            .map(|(_, i)| Place::Instance(i.index))
            .last(),
        TargetKind::NewInstance => picture
            .instances()
            .map(|(_, i)| i.index)
            .max()
            .map(Place::Instance),
        TargetKind::Clients => Some(Place::Office(0)),
        TargetKind::You => picture
            .offices
            .iter()
            .position(|office| office.own)
            .map(|index| Place::Office(index as u16)),
        TargetKind::DynamoDb => Some(Place::Service(0)),
        TargetKind::S3 => Some(Place::Service(1)),
        TargetKind::Zone
        | TargetKind::LoadBalancer
        | TargetKind::TargetGroup
        | TargetKind::Group
        | TargetKind::Alarm => None,
    }
}
