//! What a listener or rule is to do: read from a call.

use api::ApiError;
use api::elbv2::{
    Action as ActionShape, FixedResponseConfig, ForwardConfig, RedirectConfig, TargetGroupStickinessConfig,
    TargetGroupTuple,
};
use des::SimDuration;

use super::validation;
use crate::Cloud;
use crate::elbv2::{Action, BalancerIndex, Deed, TargetGroupIndex, defaults};

/// Reads actions; the last one decides. A group belongs to one load balancer at most.
///
/// # Errors
/// `InvalidLoadBalancerAction`, `TargetGroupNotFound`, `TargetGroupAssociationLimit`, `TooManyTargetGroups`.
pub(super) fn read(
    cloud: &Cloud,
    balancer: BalancerIndex,
    actions: &[ActionShape],
) -> Result<Action, ApiError> {
    let invalid = |message: &str| ApiError::new("InvalidLoadBalancerAction", message);
    let [action] = actions else {
        return Err(invalid(
            "Exactly one forward, redirect or fixed-response action is required",
        ));
    };
    let deed = match action.action_type.as_deref().unwrap_or_default() {
        "forward" => forward(cloud, action)?,
        "redirect" => {
            let redirect = action.redirect_config.as_ref();
            check_redirect(redirect.ok_or_else(|| invalid("A redirect action requires a RedirectConfig"))?)?;
            Deed::Redirect
        }
        _ => {
            let fixed = action.fixed_response_config.as_ref();
            fixed_response(
                fixed.ok_or_else(|| invalid("A fixed-response action requires a FixedResponseConfig"))?,
            )?
        }
    };
    for group in deed.groups() {
        check_free(cloud, balancer, group)?;
    }
    check_room(cloud, balancer, &deed)?;
    let keeps_group = keeps_group(action)?;
    let written = written(cloud, action, &deed);
    Ok(Action {
        deed,
        keeps_group,
        written: vec![written],
    })
}

fn forward(cloud: &Cloud, action: &ActionShape) -> Result<Deed, ApiError> {
    let tuples: &[TargetGroupTuple] = action
        .forward_config
        .as_ref()
        .map_or(&[], |config| &config.target_groups);
    let mut groups: Vec<(TargetGroupIndex, u32)> = Vec::with_capacity(tuples.len());
    for tuple in tuples {
        let group = cloud.group_with_arn(tuple.target_group_arn.as_deref().unwrap_or_default())?;
        if groups.iter().any(|(known, _)| *known == group) {
            return Err(validation(
                "A target group can only be specified once in a forward action",
            ));
        }
        groups.push((group, tuple.weight.unwrap_or(1) as u32));
    }
    if let Some(arn) = action.target_group_arn.as_deref() {
        let group = cloud.group_with_arn(arn)?;
        match groups[..] {
            [] => groups.push((group, 1)),
            [(only, _)] if only == group => {}
            _ => {
                return Err(validation(
                    "You cannot specify both a target group ARN and a forward configuration that differs from it",
                ));
            }
        }
    }
    match groups.len() {
        0 => Err(validation(
            "A target group ARN must be specified for a forward action",
        )),
        n if n > defaults::GROUPS_PER_ACTION => {
            let message = format!(
                "A forward action can have at most {} target groups",
                defaults::GROUPS_PER_ACTION
            );
            Err(ApiError::new("TooManyTargetGroups", message))
        }
        _ => Ok(Deed::Forward(groups)),
    }
}

/// How long a visit keeps its group; zero if it does not.
fn keeps_group(action: &ActionShape) -> Result<SimDuration, ApiError> {
    let config = action.forward_config.as_ref();
    let sticky = config.and_then(|config| config.target_group_stickiness_config.as_ref());
    let Some(sticky) = sticky.filter(|sticky| sticky.enabled == Some(true)) else {
        return Ok(SimDuration::ZERO);
    };
    match sticky.duration_seconds {
        Some(seconds @ 1..=defaults::STICKINESS_MAX_S) => Ok(SimDuration::from_secs(seconds as u64)),
        _ => Err(validation(format!(
            "The target group stickiness duration must be from 1 to {} seconds",
            defaults::STICKINESS_MAX_S
        ))),
    }
}

/// A redirect must lead elsewhere. Texts as seen on real AWS.
fn check_redirect(redirect: &RedirectConfig) -> Result<(), ApiError> {
    let invalid = |message: &str| Err(ApiError::new("InvalidLoadBalancerAction", message));
    let stays =
        |part: &Option<String>, same: &[&str]| part.as_deref().is_none_or(|part| same.contains(&part));
    let path = redirect.path.as_deref().unwrap_or("/#{path}");
    if !path.starts_with('/') {
        return invalid(
            "The Path parameter must be a valid path, should start with a '/', and may contain up to one of each of these \
             placeholders: '#{path}', '#{host}', '#{port}'.",
        );
    }
    let same = stays(&redirect.protocol, &["#{protocol}", "HTTP"])
        && stays(&redirect.port, &["#{port}"])
        && stays(&redirect.host, &["#{host}"])
        && path.contains("#{path}");
    if same {
        return invalid("The redirect configuration is not valid because it creates a loop.");
    }
    Ok(())
}

fn fixed_response(config: &FixedResponseConfig) -> Result<Deed, ApiError> {
    let text = config.status_code.as_deref().unwrap_or_default();
    let code = text
        .parse::<u16>()
        .ok()
        .filter(|code| matches!(code, 200..=299 | 400..=599));
    let refused = || {
        validation(format!(
            "The fixed response code '{text}' must match 2XX, 4XX or 5XX"
        ))
    };
    code.map(Deed::Fixed).ok_or_else(refused)
}

fn check_free(cloud: &Cloud, balancer: BalancerIndex, group: TargetGroupIndex) -> Result<(), ApiError> {
    match cloud.elbv2.group(group).balancer {
        Some(other) if other != balancer => {
            let arn = cloud.target_group_arn(cloud.elbv2.group(group));
            let message = format!(
                "The following target groups cannot be associated with more than one load balancer: {arn}"
            );
            Err(ApiError::new("TargetGroupAssociationLimit", message))
        }
        _ => Ok(()),
    }
}

/// Whether a load balancer may have the groups that are new to it. Simplified: those that the call takes from it still count.
fn check_room(cloud: &Cloud, balancer: BalancerIndex, deed: &Deed) -> Result<(), ApiError> {
    let of_balancer = |index: TargetGroupIndex| cloud.elbv2.group(index).balancer == Some(balancer);
    let has = cloud
        .elbv2
        .groups()
        .filter(|(index, _)| of_balancer(*index))
        .count();
    let more = deed.groups().filter(|index| !of_balancer(*index)).count();
    if more == 0 || has + more <= defaults::GROUPS_PER_BALANCER {
        return Ok(());
    }
    let message = "The maximum number of unique target groups per load balancer has been reached";
    Err(ApiError::new("TooManyUniqueTargetGroupsPerLoadBalancer", message))
}

/// As AWS shows it again: one group both ways.
fn written(cloud: &Cloud, action: &ActionShape, deed: &Deed) -> ActionShape {
    let Deed::Forward(groups) = deed else {
        return action.clone();
    };
    let tuple = |&(group, weight): &(TargetGroupIndex, u32)| TargetGroupTuple {
        target_group_arn: Some(cloud.target_group_arn(cloud.elbv2.group(group))),
        weight: Some(weight.into()),
    };
    let tuples: Vec<TargetGroupTuple> = groups.iter().map(tuple).collect();
    let only = match &tuples[..] {
        [only] => only.target_group_arn.clone(),
        _ => None,
    };
    ActionShape {
        target_group_arn: only,
        forward_config: Some(ForwardConfig {
            target_groups: tuples,
            target_group_stickiness_config: Some(stickiness(action)),
        }),
        ..action.clone()
    }
}

/// Whether a visit keeps its group, as AWS shows it: off unless it was said.
fn stickiness(action: &ActionShape) -> TargetGroupStickinessConfig {
    let config = action.forward_config.as_ref();
    let given = config.and_then(|config| config.target_group_stickiness_config.clone());
    let mut shown = given.unwrap_or_default();
    shown.enabled = Some(shown.enabled.unwrap_or(false));
    shown
}
