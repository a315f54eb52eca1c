//! Load balancers, listeners, rules, target groups and targets in the words of the API.

use api::Timestamp;
use api::elbv2 as shape;

use super::{BalancerIndex, ListenerIndex, NodeIndex, Target, TargetGroupIndex, TargetIndex, defaults};
use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState};

impl Cloud {
    pub(super) fn describe_balancer(&self, index: BalancerIndex) -> shape::LoadBalancer {
        let balancer = self.elbv2.balancer(index);
        let text = |text: &str| Some(text.to_owned());
        let scheme = if balancer.internet_facing {
            "internet-facing"
        } else {
            "internal"
        };
        shape::LoadBalancer {
            load_balancer_arn: Some(self.balancer_arn(balancer)),
            dns_name: Some(balancer.dns_name.clone()),
            canonical_hosted_zone_id: text(defaults::HOSTED_ZONE),
            created_time: Some(Timestamp::of(balancer.created)),
            load_balancer_name: Some(balancer.name.clone()),
            scheme: text(scheme),
            vpc_id: Some(self.ec2.vpc_id.clone()),
            state: Some(shape::LoadBalancerState {
                code: text(balancer.state()),
            }),
            balancer_type: text("application"),
            availability_zones: self.describe_zones(&balancer.nodes),
            security_groups: self.group_ids(index),
            ip_address_type: text("ipv4"),
        }
    }

    pub(super) fn group_ids(&self, index: BalancerIndex) -> Vec<String> {
        let groups = self.elbv2.balancer(index).groups.iter();
        groups
            .map(|group| self.ec2.security_groups[group.index()].id.clone())
            .collect()
    }

    pub(super) fn describe_zones(&self, nodes: &[NodeIndex]) -> Vec<shape::AvailabilityZone> {
        let zone = |node: &NodeIndex| {
            let zone = self.elbv2.nodes[node.index()].zone;
            shape::AvailabilityZone {
                zone_name: Some(self.region.zone(zone).name.to_owned()),
                subnet_id: Some(self.ec2.subnet_ids[zone.index()].clone()),
            }
        };
        nodes.iter().map(zone).collect()
    }

    pub(super) fn describe_listener(&self, index: ListenerIndex) -> shape::Listener {
        let listener = &self.elbv2.all_listeners[index.index()];
        shape::Listener {
            listener_arn: Some(self.listener_arn(index)),
            load_balancer_arn: Some(self.balancer_arn(self.elbv2.balancer(listener.balancer))),
            port: Some(listener.port.into()),
            protocol: Some("HTTP".to_owned()),
            default_actions: listener.default.written.clone(),
        }
    }

    /// A rule by its place; the default one behind the last.
    pub(super) fn describe_listener_rule(&self, index: ListenerIndex, place: usize) -> shape::Rule {
        let listener = &self.elbv2.all_listeners[index.index()];
        match listener.rules.get(place) {
            Some(rule) => shape::Rule {
                rule_arn: Some(self.rule_arn(index, &rule.number)),
                priority: Some(rule.priority.to_string()),
                conditions: rule.written.clone(),
                actions: rule.action.written.clone(),
                is_default: Some(false),
            },
            None => shape::Rule {
                rule_arn: Some(self.rule_arn(index, &listener.default_rule_number())),
                priority: Some("default".to_owned()),
                conditions: Vec::new(),
                actions: listener.default.written.clone(),
                is_default: Some(true),
            },
        }
    }

    pub(super) fn describe_group(&self, index: TargetGroupIndex) -> shape::TargetGroup {
        let group = self.elbv2.group(index);
        let text = |text: &str| Some(text.to_owned());
        let balancer = group
            .balancer
            .map(|balancer| self.balancer_arn(self.elbv2.balancer(balancer)));
        shape::TargetGroup {
            target_group_arn: Some(self.target_group_arn(group)),
            target_group_name: Some(group.name.clone()),
            protocol: text("HTTP"),
            port: Some(group.port.into()),
            vpc_id: Some(self.ec2.vpc_id.clone()),
            health_check_protocol: text("HTTP"),
            health_check_port: Some(
                group
                    .check
                    .port
                    .map_or("traffic-port".to_owned(), |port| port.to_string()),
            ),
            health_check_enabled: Some(true),
            health_check_interval_seconds: Some(group.check.interval_s.into()),
            health_check_timeout_seconds: Some(group.check.timeout_s.into()),
            healthy_threshold_count: Some(group.check.healthy_threshold.into()),
            unhealthy_threshold_count: Some(group.check.unhealthy_threshold.into()),
            health_check_path: Some(group.check.path.clone()),
            matcher: Some(shape::Matcher {
                http_code: Some(group.check.matcher.clone()),
            }),
            load_balancer_arns: balancer.into_iter().collect(),
            target_type: text("instance"),
            protocol_version: text("HTTP1"),
            ip_address_type: text("ipv4"),
        }
    }

    /// What is wrong with a target, in a sentence: of one in an invalid state it says in which.
    fn described(
        &self,
        instance: InstanceIndex,
        reason: Option<&str>,
        plain: Option<String>,
    ) -> Option<String> {
        let gone = matches!(
            self.ec2.instances[instance.index()].state,
            InstanceState::ShuttingDown | InstanceState::Terminated
        );
        match reason {
            Some("Target.InvalidState") if gone => Some("Target is in the terminated state".to_owned()),
            _ => plain,
        }
    }

    /// A target as `DescribeTargetHealth` shows it; none if it is no longer registered.
    pub(super) fn describe_target(&self, index: TargetIndex) -> Option<shape::TargetHealthDescription> {
        let target = self.elbv2.target(index);
        let health = target.health(self.now)?;
        let check = &self.elbv2.group(target.group).check;
        Some(shape::TargetHealthDescription {
            target: Some(shape::TargetDescription {
                id: Some(self.ec2.instances[target.instance.index()].id.clone()),
                port: Some(target.port.into()),
            }),
            health_check_port: Some(check.port.unwrap_or(target.port).to_string()),
            target_health: Some(shape::TargetHealth {
                state: Some(health.state.name().to_owned()),
                reason: health.reason.map(str::to_owned),
                description: self.described(target.instance, health.reason, health.description),
            }),
            anomaly_detection: None,
            administrative_override: self.override_of(index).map(administrative_override),
        })
    }
}

impl Target {
    /// Whether it fails more than its peers, and whether it gets less because of that.
    pub(super) fn describe_anomaly(&self) -> shape::AnomalyDetection {
        let word =
            |yes: bool, word: &str, otherwise: &str| Some(if yes { word } else { otherwise }.to_owned());
        shape::AnomalyDetection {
            result: word(self.is_anomalous(), "anomalous", "normal"),
            mitigation_in_effect: word(self.is_mitigated(), "yes", "no"),
        }
    }
}

fn administrative_override(of: super::shift::Override) -> shape::AdministrativeOverride {
    let (state, reason, description) = of.shown();
    shape::AdministrativeOverride {
        state: Some(state.to_owned()),
        reason: Some(reason.to_owned()),
        description: Some(description.to_owned()),
    }
}
