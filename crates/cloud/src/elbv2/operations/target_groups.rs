//! Target groups: made, changed, deleted, described.

use api::ApiError;
use api::elbv2::{
    CreateTargetGroupInput, CreateTargetGroupOutput, DeleteTargetGroupInput,
    DescribeTargetGroupAttributesInput, DescribeTargetGroupAttributesOutput, DescribeTargetGroupsInput,
    DescribeTargetGroupsOutput, Matcher, ModifyTargetGroupAttributesInput, ModifyTargetGroupAttributesOutput,
    ModifyTargetGroupInput, ModifyTargetGroupOutput,
};

use des::Ticket;

use super::page::page;
use super::tags::read_tags;
use super::validation;
use crate::Cloud;
use crate::elbv2::name::{NumberOf, check_name};
use crate::elbv2::{Attributes, HealthCheck, TargetGroup, TargetGroupIndex, defaults};
use crate::fact::FactId;

/// Makes a target group. The same call again gives the same one.
pub(super) fn create(
    cloud: &mut Cloud,
    input: &CreateTargetGroupInput,
) -> Result<CreateTargetGroupOutput, ApiError> {
    let name = input.name.as_deref().unwrap_or_default();
    check_name(name, "Target group")?;
    let port = check_wiring(cloud, input)?;
    let check = health_check(input)?;
    let tags = read_tags(&input.tags)?;
    let known = cloud.elbv2.groups().find(|(_, group)| group.name == name);
    let known = known.map(|(index, group)| (index, (group.port, &group.check) == (port, &check)));
    if let Some((index, same)) = known {
        if same {
            cloud.accept();
            return Ok(answer(cloud, index));
        }
        let message =
            format!("A target group with the same name '{name}' exists, but with different settings");
        return Err(ApiError::new("DuplicateTargetGroupName", message));
    }
    if cloud.elbv2.groups().count() >= defaults::TARGET_GROUPS {
        let message = "The maximum number of target groups has been reached";
        return Err(ApiError::new("TooManyTargetGroups", message));
    }
    let cause = cloud.accept();
    let index = TargetGroupIndex(cloud.elbv2.all_groups.len() as u32);
    cloud.elbv2.all_groups.push(TargetGroup {
        name: name.to_owned(),
        number: cloud.elb_number(NumberOf::Group, index.index() as u64),
        port,
        check,
        attributes: Attributes::of_group(),
        targets: Vec::new(),
        balancer: None,
        tags,
        cause,
        scopes: Vec::new(),
        watch: Ticket::NONE,
        deleted: false,
    });
    Ok(answer(cloud, index))
}

fn answer(cloud: &Cloud, index: TargetGroupIndex) -> CreateTargetGroupOutput {
    CreateTargetGroupOutput {
        target_groups: vec![cloud.describe_group(index)],
    }
}

/// Instances need a protocol, a port and a VPC.
fn check_wiring(cloud: &Cloud, input: &CreateTargetGroupInput) -> Result<u16, ApiError> {
    input
        .protocol
        .as_deref()
        .ok_or_else(|| validation("A protocol must be specified"))?;
    let port = input.port.ok_or_else(|| validation("A port must be specified"))?;
    match input.vpc_id.as_deref() {
        None => Err(validation("A VPC ID must be specified")),
        Some(id) if id != cloud.ec2.vpc_id => Err(validation(format!("The VPC ID '{id}' is not found"))),
        Some(_) => Ok(port as u16),
    }
}

fn health_check(input: &CreateTargetGroupInput) -> Result<HealthCheck, ApiError> {
    let number = |given: Option<i64>, default: u32| given.map_or(default, |given| given as u32);
    let check = HealthCheck {
        path: path(input.health_check_path.as_deref())?.unwrap_or_else(|| "/".to_owned()),
        port: port(input.health_check_port.as_deref())?.flatten(),
        interval_s: number(input.health_check_interval_seconds, defaults::CHECK_INTERVAL_S),
        timeout_s: number(input.health_check_timeout_seconds, defaults::CHECK_TIMEOUT_S),
        healthy_threshold: number(input.healthy_threshold_count, defaults::HEALTHY_THRESHOLD),
        unhealthy_threshold: number(input.unhealthy_threshold_count, defaults::UNHEALTHY_THRESHOLD),
        matcher: matcher(input.matcher.as_ref())?.unwrap_or_else(|| "200".to_owned()),
    };
    check_enabled(input.health_check_enabled)?;
    check_times(&check)?;
    Ok(check)
}

fn check_enabled(enabled: Option<bool>) -> Result<(), ApiError> {
    match enabled {
        Some(false) => Err(validation(
            "Health check enabled must be true for target groups with target type 'instance'",
        )),
        _ => Ok(()),
    }
}

fn check_times(check: &HealthCheck) -> Result<(), ApiError> {
    if check.timeout_s < check.interval_s {
        return Ok(());
    }
    Err(validation(
        "Health check interval must be greater than the timeout.",
    ))
}

fn path(path: Option<&str>) -> Result<Option<String>, ApiError> {
    match path {
        Some(path) if !path.starts_with('/') => Err(validation(format!(
            "Health check path '{path}' must begin with '/'"
        ))),
        path => Ok(path.map(str::to_owned)),
    }
}

/// The outer value is what was said, the inner one a port of its own.
fn port(port: Option<&str>) -> Result<Option<Option<u16>>, ApiError> {
    match port {
        None => Ok(None),
        Some("traffic-port") => Ok(Some(None)),
        Some(text) => match text.parse::<u16>() {
            Ok(port @ 1..) => Ok(Some(Some(port))),
            _ => Err(validation(format!(
                "Health check port '{text}' must be 'traffic-port' or from 1 to 65535"
            ))),
        },
    }
}

fn matcher(matcher: Option<&Matcher>) -> Result<Option<String>, ApiError> {
    let Some(text) = matcher.and_then(|matcher| matcher.http_code.as_deref()) else {
        return Ok(None);
    };
    let code = |text: &str| text.parse::<u16>().is_ok_and(|code| (200..=499).contains(&code));
    let part = |part: &str| match part.split_once('-') {
        Some((first, last)) => code(first) && code(last) && first <= last,
        None => code(part),
    };
    if text.split(',').all(part) {
        return Ok(Some(text.to_owned()));
    }
    Err(validation(format!(
        "Health check matcher HTTP code '{text}' must be within '200-499' inclusive"
    )))
}

pub(super) fn modify(
    cloud: &mut Cloud,
    input: &ModifyTargetGroupInput,
) -> Result<ModifyTargetGroupOutput, ApiError> {
    let index = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    let old = &cloud.elbv2.group(index).check;
    let number = |given: Option<i64>, old: u32| given.map_or(old, |given| given as u32);
    let check = HealthCheck {
        path: path(input.health_check_path.as_deref())?.unwrap_or_else(|| old.path.clone()),
        port: port(input.health_check_port.as_deref())?.unwrap_or(old.port),
        interval_s: number(input.health_check_interval_seconds, old.interval_s),
        timeout_s: number(input.health_check_timeout_seconds, old.timeout_s),
        healthy_threshold: number(input.healthy_threshold_count, old.healthy_threshold),
        unhealthy_threshold: number(input.unhealthy_threshold_count, old.unhealthy_threshold),
        matcher: matcher(input.matcher.as_ref())?.unwrap_or_else(|| old.matcher.clone()),
    };
    check_enabled(input.health_check_enabled)?;
    check_times(&check)?;
    cloud.accept();
    cloud.elbv2.all_groups[index.index()].check = check;
    Ok(ModifyTargetGroupOutput {
        target_groups: vec![cloud.describe_group(index)],
    })
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteTargetGroupInput) -> Result<(), ApiError> {
    let arn = input.target_group_arn.as_deref().unwrap_or_default();
    let index = match cloud.group_with_arn(arn) {
        Ok(index) => index,
        Err(error) if error.code == "TargetGroupNotFound" => {
            cloud.accept();
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if cloud
        .elbv2
        .listeners()
        .any(|(_, listener)| listener.groups().any(|group| group == index))
    {
        let message = format!("Target group '{arn}' is currently in use by a listener or a rule");
        return Err(ApiError::new("ResourceInUse", message));
    }
    let cause = cloud.accept();
    for target in cloud.elbv2.group(index).targets.clone() {
        cloud.drain(target, cause);
    }
    cloud.elbv2.all_groups[index.index()].deleted = true;
    Ok(())
}

pub(super) fn modify_attributes(
    cloud: &mut Cloud,
    input: &ModifyTargetGroupAttributesInput,
) -> Result<ModifyTargetGroupAttributesOutput, ApiError> {
    let index = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    let changed = cloud.elbv2.group(index).attributes.with(&input.attributes)?;
    check_together(&changed)?;
    check_minimums(&changed)?;
    let cause = cloud.accept();
    cloud.elbv2.all_groups[index.index()].attributes = changed;
    cloud.end_slow_start(index);
    cloud.settle_watch(index);
    cloud.refill(index, cause);
    Ok(ModifyTargetGroupAttributesOutput {
        attributes: cloud.elbv2.group(index).attributes.to_api(),
    })
}

/// What does not go together. Source: Application Load Balancers guide, "Edit target group attributes"; the texts are our
/// choice.
fn check_together(attributes: &Attributes) -> Result<(), ApiError> {
    let off = attributes.get("load_balancing.cross_zone.enabled") == "false";
    let nameless = attributes.get("stickiness.type") == "app_cookie"
        && attributes.get("stickiness.app_cookie.cookie_name").is_empty();
    let algorithm = attributes.get("load_balancing.algorithm.type");
    let random = algorithm == "weighted_random";
    let mitigates = attributes.get("load_balancing.algorithm.anomaly_mitigation") == "on";
    let slow = attributes.get("slow_start.duration_seconds") != "0";
    let message = if attributes.is_on("stickiness.enabled") && off {
        "You cannot enable stickiness while cross-zone load balancing is off".to_owned()
    } else if attributes.is_on("stickiness.enabled") && nameless {
        "You must specify the name of the application cookie to enable stickiness of the type 'app_cookie'"
            .to_owned()
    } else if slow && algorithm != "round_robin" {
        format!("You cannot enable slow start with the load balancing algorithm '{algorithm}'")
    } else if attributes.is_on("stickiness.enabled") && random {
        "You cannot enable stickiness with the load balancing algorithm 'weighted_random'".to_owned()
    } else if mitigates && !random {
        format!("You cannot enable anomaly mitigation with the load balancing algorithm '{algorithm}'")
    } else {
        return Ok(());
    };
    Err(ApiError::new("InvalidConfigurationRequest", message))
}

/// A zone leaves DNS no later than its node sends requests to all targets. Source: Application Load Balancers guide,
/// "Target group health"; the text is our choice.
fn check_minimums(attributes: &Attributes) -> Result<(), ApiError> {
    for unit in ["count", "percentage"] {
        let number = |of: &str| {
            attributes.number(&format!(
                "target_group_health.{of}.minimum_healthy_targets.{unit}"
            ))
        };
        let (dns, routing) = (number("dns_failover"), number("unhealthy_state_routing"));
        if dns.zip(routing).is_some_and(|(dns, routing)| dns < routing) {
            let message = format!(
                "The DNS failover minimum healthy target {unit} must be greater than or equal to the unhealthy state \
                 routing minimum healthy target {unit}"
            );
            return Err(ApiError::new("InvalidConfigurationRequest", message));
        }
    }
    Ok(())
}

pub(super) fn describe_attributes(
    cloud: &Cloud,
    input: &DescribeTargetGroupAttributesInput,
) -> Result<DescribeTargetGroupAttributesOutput, ApiError> {
    let index = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    Ok(DescribeTargetGroupAttributesOutput {
        attributes: cloud.elbv2.group(index).attributes.to_api(),
    })
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeTargetGroupsInput,
) -> Result<DescribeTargetGroupsOutput, ApiError> {
    let mut wanted = Vec::new();
    for arn in &input.target_group_arns {
        wanted.push(cloud.group_with_arn(arn)?);
    }
    for name in &input.names {
        let mut groups = cloud.elbv2.groups();
        let found = groups.find(|(_, group)| group.name == *name);
        let not_found = || ApiError::new("TargetGroupNotFound", "One or more target groups not found");
        wanted.push(found.ok_or_else(not_found)?.0);
    }
    let balancer = input
        .load_balancer_arn
        .as_deref()
        .map(|arn| cloud.balancer_with_arn(arn))
        .transpose()?;
    let all_wanted = wanted.is_empty();
    let shown = cloud.elbv2.groups().filter(|(index, group)| {
        (all_wanted || wanted.contains(index)) && (balancer.is_none() || group.balancer == balancer)
    });
    let (shown, next_marker) = page(shown, input.marker.as_deref(), input.page_size)?;
    let shown = shown.into_iter().map(|(index, _)| cloud.describe_group(index));
    Ok(DescribeTargetGroupsOutput {
        target_groups: shown.collect(),
        next_marker,
    })
}

impl Cloud {
    /// Without slow start, every target has its full share at once, and keeps it when slow start is enabled again.
    fn end_slow_start(&mut self, index: TargetGroupIndex) {
        if self.elbv2.group(index).slow_start().is_some() {
            return;
        }
        for target in &self.elbv2.all_groups[index.index()].targets {
            for belief in &mut self.elbv2.targets[target.index()].beliefs {
                belief.slow_since = None;
            }
        }
    }

    /// Other nodes check and choose from now on: everything that the old ones believed is forgotten.
    pub(super) fn renew_group(&mut self, index: TargetGroupIndex, cause: FactId) {
        self.elbv2.all_groups[index.index()].scopes.clear();
        for target in self.elbv2.group(index).targets.clone() {
            self.restart_target(target, cause);
        }
    }
}
