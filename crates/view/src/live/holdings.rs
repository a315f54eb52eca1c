//! What the account holds and the picture has no place for.

use std::rc::Rc;

use cloud::app::Dependency;
use cloud::arc_zonal_shift::{Resource, Status};
use cloud::autoscaling::lifecycle_hook::Transition;
use cloud::autoscaling::policies::PolicyKind as Does;
use cloud::autoscaling::{Group, GroupIndex};
use cloud::ec2::{InstanceIndex, SecurityGroup};
use cloud::{Cloud, fis};
use des::SimTime;

use crate::ServiceKind;
use crate::detail::Detail;
use crate::holding::{Holding, InboundRule, InstanceDetail, PolicyKind};

/// The newest mails that are shown.
const MAILS: usize = 10;
/// vCPU-nanoseconds of a CPU credit: one vCPU for a minute.
const CREDIT: u64 = 60_000_000_000;

/// Of the whole account.
#[must_use]
pub fn holdings(cloud: &Cloud) -> Detail {
    let quota = Holding::Quota {
        used: cloud.ec2.vcpus_in_use(),
        quota: cloud.ec2.vcpu_quota,
    };
    let all = std::iter::once(quota)
        .chain(mails(cloud))
        .chain(topics(cloud))
        .chain(experiments(cloud))
        .chain(shifts(cloud))
        .chain(
            cloud
                .autoscaling
                .groups()
                .flat_map(|(index, _)| of_group(cloud, index)),
        )
        .chain(security_groups(cloud))
        .chain(templates(cloud))
        .chain(elastic_addresses(cloud))
        .chain(endpoints(cloud));
    Detail::Holdings(all.collect())
}

/// Of the Auto Scaling group with this index in the account.
#[must_use]
pub fn group_holdings(cloud: &Cloud, index: u32) -> Option<Detail> {
    let mut groups = cloud.autoscaling.groups();
    let (index, _) = groups.find(|(known, _)| known.index() == index as usize)?;
    Some(Detail::Holdings(of_group(cloud, index).into()))
}

/// Of the instance with this index in the account.
#[must_use]
pub fn instance_detail(cloud: &Cloud, index: u32) -> Option<Detail> {
    let place = cloud.ec2.indexes().nth(index as usize)?;
    let instance = &cloud.ec2.instances[place.index()];
    let name = |group: &cloud::ec2::SecurityGroupIndex| {
        cloud.ec2.security_groups[group.index()].name.as_str().into()
    };
    let credits = || {
        (
            instance.credits.balance() / CREDIT,
            instance.credits.speed_permille / 10,
        )
    };
    Some(Detail::Instance(InstanceDetail {
        private_address: instance.private_ip.to_string().into(),
        security_groups: instance.groups.iter().map(name).collect(),
        has_role: cloud.ec2.profile_of(place).is_some(),
        credits: instance.instance_type.is_burstable().then(credits),
    }))
}

fn name(cloud: &Cloud, instance: InstanceIndex) -> &str {
    let instance = &cloud.ec2.instances[instance.index()];
    instance.tag("Name").unwrap_or(&instance.id)
}

fn mails(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud
        .sns
        .mails
        .iter()
        .rev()
        .take(MAILS)
        .map(|mail| Holding::Mail {
            at: mail.at,
            to: mail.to.as_str().into(),
            subject: mail.subject.as_str().into(),
        })
}

fn topics(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud.sns.topics().map(|(place, topic)| {
        let all = cloud.sns.subscriptions().map(|(_, one)| one);
        let own = all.filter(|one| one.topic == place);
        Holding::Topic {
            name: topic.name.as_str().into(),
            readers: own
                .map(|one| (one.endpoint.as_str().into(), one.confirmed))
                .collect(),
        }
    })
}

fn experiments(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud
        .fis
        .experiments
        .iter()
        .map(|experiment: &fis::Experiment| Holding::Experiment {
            id: experiment.id.as_str().into(),
            description: experiment.spec.description.as_str().into(),
            status: experiment.status.name(),
        })
}

fn shifts(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    let on = cloud.arc_zonal_shift.shifts.iter();
    on.filter(|shift| shift.status == Status::Active)
        .map(|shift| Holding::Shift {
            resource: match shift.resource {
                Resource::Balancer(balancer) => cloud.elbv2.balancer(balancer).name.as_str().into(),
                Resource::Group(group) => group_named(cloud, group)
                    .map_or("", |group| &group.spec.name)
                    .into(),
            },
            zone: cloud.region.zone(shift.away_from).name.into(),
            expiry: shift.expiry,
        })
}

fn group_named(cloud: &Cloud, index: GroupIndex) -> Option<&Group> {
    let mut groups = cloud.autoscaling.groups();
    groups.find(|(known, _)| *known == index).map(|(_, group)| group)
}

fn of_group(cloud: &Cloud, index: GroupIndex) -> Vec<Holding> {
    let Some(group) = group_named(cloud, index) else {
        return Vec::new();
    };
    let name: Rc<str> = group.spec.name.as_str().into();
    let own_policies = cloud.autoscaling.policies().map(|(_, policy)| policy);
    let policies = own_policies
        .filter(|policy| policy.group == index)
        .map(|policy| Holding::Policy {
            group: name.clone(),
            name: policy.name.as_str().into(),
            kind: does(&policy.kind),
            enabled: policy.enabled,
        });
    let own_actions = cloud.autoscaling.scheduled().map(|(_, action)| action);
    let actions = own_actions
        .filter(|action| action.group == index)
        .map(|action| Holding::Scheduled {
            group: name.clone(),
            name: action.name.as_str().into(),
            next: (action.next != SimTime::NEVER).then_some(action.next),
            recurrence: action
                .plan
                .recurrence
                .as_ref()
                .map(|(written, _)| written.as_str().into()),
            sizes: [action.sizes.min, action.sizes.desired, action.sizes.max],
        });
    let hooks = group.hooks.iter().map(|hook| Holding::Hook {
        group: name.clone(),
        name: hook.name.as_str().into(),
        launching: hook.transition == Transition::Launching,
        heartbeat_s: hook.heartbeat_s,
    });
    policies.chain(actions).chain(hooks).collect()
}

fn does(kind: &Does) -> PolicyKind {
    match kind {
        Does::Simple { .. } => PolicyKind::Simple,
        Does::Step { steps, .. } => PolicyKind::Step(steps.len()),
        Does::Target { target, metric, .. } => PolicyKind::Target(metric.0.name.as_str().into(), *target),
    }
}

fn security_groups(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    let there = cloud.ec2.security_groups.iter().filter(|group| group.is_there());
    there.map(|group: &SecurityGroup| {
        let rules = group.inbound.iter().map(|rule| &rule.permission);
        Holding::SecurityGroup {
            name: group.name.as_str().into(),
            rules: rules
                .map(|rule| InboundRule {
                    protocol: rule.protocol.name(),
                    ports: rule.ports,
                    source: match rule.source.group() {
                        Some(index) => cloud.ec2.security_groups[index.index()].name.as_str().into(),
                        None => rule.source.cidr().unwrap_or_default().into(),
                    },
                })
                .collect(),
        }
    })
}

fn templates(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud.ec2.launch_templates().map(|(_, template)| {
        let default = template.version("$Default");
        Holding::LaunchTemplate {
            name: template.name.as_str().into(),
            versions: (template.default_version, template.latest_version),
            instance_type: default.and_then(|version| version.data.instance_type.as_deref().map(Into::into)),
        }
    })
}

fn elastic_addresses(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud.ec2.elastic_addresses().map(|(_, elastic)| {
        let association = elastic.association.as_ref();
        Holding::ElasticAddress {
            address: elastic.address.ip().to_string().into(),
            instance: association.map(|association| name(cloud, association.instance).into()),
        }
    })
}

fn endpoints(cloud: &Cloud) -> impl Iterator<Item = Holding> {
    cloud.ec2.endpoints().map(|(_, endpoint)| Holding::Endpoint {
        id: endpoint.id.as_str().into(),
        service: match endpoint.dependency {
            Dependency::DynamoDb => ServiceKind::DynamoDb,
            Dependency::S3 => ServiceKind::S3,
        },
        routed: endpoint.routed,
    })
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn what_the_picture_has_no_place_for_is_listed() {
        let mut lab = Lab::new();
        lab.make(api::sns::CreateTopicInput {
            name: Some("alerts".to_owned()),
            ..Default::default()
        });
        lab.make(api::ec2::AllocateAddressInput::default());
        let Detail::Holdings(all) = holdings(lab.cloud()) else {
            panic!("holdings are holdings");
        };
        let has = |is_it: fn(&Holding) -> bool| all.iter().any(is_it);
        assert!(has(
            |one| matches!(one, Holding::Topic { name, .. } if &**name == "alerts")
        ));
        assert!(has(|one| matches!(
            one,
            Holding::ElasticAddress { instance: None, .. }
        )));
        assert!(has(
            |one| matches!(one, Holding::SecurityGroup { name, .. } if &**name == "default")
        ));
        assert!(has(
            |one| matches!(one, Holding::Quota { used: 0, quota } if *quota > 0)
        ));
    }
}
