//! From what a template says of its targets to the resources that are meant.

use api::fis::{Target, TargetFilter};
use api::{Map, Shape, Value, entries};
use des::Stream;

use super::{ExperimentIndex, catalog};
use crate::Cloud;
use crate::autoscaling::GroupIndex;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::region::ZoneIndex;

const CHOICE: Stream = Stream::named("fis/choice");

/// A resource that an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    Instance(InstanceIndex),
    /// The default subnet of a zone.
    Subnet(ZoneIndex),
    Group(GroupIndex),
    /// A role of the account. Our choice: every call from outside is made by it.
    Role,
}

/// How many of the resources found are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Selection {
    All,
    Count(usize),
    Percent(usize),
}

impl Selection {
    pub(super) fn read(text: &str) -> Option<Self> {
        let number = |prefix: &str| -> Option<usize> {
            let number = text.strip_prefix(prefix)?.strip_suffix(')')?.parse().ok()?;
            (number > 0).then_some(number)
        };
        if text == "ALL" {
            return Some(Self::All);
        }
        number("COUNT(").map(Self::Count).or_else(|| {
            let percent = number("PERCENT(").filter(|percent| *percent <= 100);
            percent.map(Self::Percent)
        })
    }

    /// How many of `n`; a share is rounded down.
    const fn of(self, n: usize) -> usize {
        match self {
            Self::All => n,
            Self::Count(count) => count,
            Self::Percent(percent) => n * percent / 100,
        }
    }
}

/// A resource that may be meant, as AWS describes it.
struct Candidate {
    resource: Resource,
    arn: String,
    tags: Vec<(String, String)>,
    zone: Option<ZoneIndex>,
    shape: Option<Box<dyn Shape>>,
}

impl Cloud {
    /// The resources that a target of an experiment means now; the `place` of the target in the template keys the draw.
    pub(super) fn resolve_target(
        &self,
        experiment: ExperimentIndex,
        place: usize,
        target: &Target,
    ) -> Vec<Resource> {
        let fits = |candidate: &Candidate| self.is_meant(target, candidate);
        let mut found: Vec<(u64, Resource)> = self
            .candidates(target)
            .into_iter()
            .filter(fits)
            .enumerate()
            .map(|(at, candidate)| {
                let key = (place as u64) << 32 | at as u64;
                (
                    self.seed.draw(CHOICE, experiment.0.into(), key).bits(),
                    candidate.resource,
                )
            })
            .collect();
        let selection = Selection::read(target.selection_mode.as_deref().unwrap_or_default());
        let n = selection.map_or(0, |selection| selection.of(found.len()));
        if n < found.len() {
            found.sort_unstable_by_key(|&(draw, _)| draw);
            found.truncate(n);
        }
        found.into_iter().map(|(_, resource)| resource).collect()
    }

    fn candidates(&self, target: &Target) -> Vec<Candidate> {
        match target.resource_type.as_deref().unwrap_or_default() {
            catalog::INSTANCE => self.instance_candidates(),
            catalog::SUBNET => self
                .region
                .zone_indexes()
                .map(|zone| self.subnet_candidate(zone))
                .collect(),
            catalog::GROUP => self.group_candidates(),
            _ => target
                .resource_arns
                .iter()
                .map(|arn| role_candidate(arn))
                .collect(),
        }
    }

    fn instance_candidates(&self) -> Vec<Candidate> {
        let there =
            |index: &InstanceIndex| self.ec2.instances[index.index()].state != InstanceState::Terminated;
        let candidate = |index: InstanceIndex| {
            let instance = &self.ec2.instances[index.index()];
            Candidate {
                resource: Resource::Instance(index),
                arn: self.arn("instance", &instance.id),
                tags: instance.tags.clone(),
                zone: Some(instance.zone),
                shape: Some(Box::new(self.describe_instance(index))),
            }
        };
        self.ec2.indexes().filter(there).map(candidate).collect()
    }

    fn subnet_candidate(&self, zone: ZoneIndex) -> Candidate {
        Candidate {
            resource: Resource::Subnet(zone),
            arn: self.arn("subnet", &self.ec2.subnet_ids[zone.index()]),
            tags: self.ec2.subnet_tags[zone.index()].clone(),
            zone: Some(zone),
            shape: Some(Box::new(crate::ec2::operations::describe_subnets::subnet(
                self, zone,
            ))),
        }
    }

    fn group_candidates(&self) -> Vec<Candidate> {
        let candidate = |(index, group)| {
            let shape = crate::autoscaling::operations::describe_group::describe_group(self, index, group);
            let tags = group.spec.tags.iter();
            Candidate {
                resource: Resource::Group(index),
                arn: shape.group_arn.clone().unwrap_or_default(),
                tags: tags.map(|(key, value, _)| (key.clone(), value.clone())).collect(),
                zone: None,
                shape: Some(Box::new(shape)),
            }
        };
        self.autoscaling.groups().map(candidate).collect()
    }

    fn is_meant(&self, target: &Target, candidate: &Candidate) -> bool {
        if !target.resource_arns.is_empty() {
            return target.resource_arns.contains(&candidate.arn);
        }
        let passes = |filter: &TargetFilter| {
            let shape = candidate.shape.as_deref();
            shape.is_some_and(|shape| lets_through(filter, shape))
        };
        has_tags(&candidate.tags, &target.resource_tags)
            && target.filters.iter().all(passes)
            && self.is_in_place(&target.parameters, candidate.zone)
    }

    fn is_in_place(&self, parameters: &Map<String>, zone: Option<ZoneIndex>) -> bool {
        let in_zone = parameters.get("availabilityZoneIdentifier").is_none_or(|name| {
            let zone = zone.map(|zone| self.region.zone(zone));
            zone.is_some_and(|zone| zone.name == name || zone.id == name)
        });
        in_zone && parameters.get("vpc").is_none_or(|vpc| *vpc == self.ec2.vpc_id)
    }
}

fn role_candidate(arn: &str) -> Candidate {
    Candidate {
        resource: Resource::Role,
        arn: arn.to_owned(),
        tags: Vec::new(),
        zone: None,
        shape: None,
    }
}

fn has_tags(tags: &[(String, String)], wanted: &Map<String>) -> bool {
    wanted.0.iter().all(|pair| tags.contains(pair))
}

/// Any value at the path is one of the filter's. A path that leads nowhere lets nothing through.
fn lets_through(filter: &TargetFilter, shape: &dyn Shape) -> bool {
    let path = filter.path.as_deref().unwrap_or_default();
    let mut found = false;
    walk(Value::Shape(shape), path, &mut |text| {
        found |= filter.values.contains(&text)
    });
    found
}

fn walk(value: Value<'_>, path: &str, found: &mut dyn FnMut(String)) {
    match value {
        Value::List(list) => entries(list).for_each(|entry| walk(entry, path, found)),
        Value::Shape(shape) if !path.is_empty() => {
            let (name, rest) = path.split_once('.').unwrap_or((path, ""));
            let index = shape.info().members.iter().position(|member| member.name == name);
            if let Some(inner) = index.and_then(|index| shape.value(index)) {
                walk(inner, rest, found);
            }
        }
        leaf if path.is_empty() => {
            if let Some(text) = crate::filter::text(leaf) {
                found(text);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_targets_is_rounded_down() {
        for (mode, of_five) in [
            ("ALL", Some(5)),
            ("COUNT(2)", Some(2)),
            ("PERCENT(50)", Some(2)),
            ("PERCENT(10)", Some(0)),
            ("PERCENT(101)", None),
            ("COUNT(0)", None),
            ("COUNT(2", None),
            ("all", None),
        ] {
            assert_eq!(Selection::read(mode).map(|mode| mode.of(5)), of_five, "{mode}");
        }
    }
}
