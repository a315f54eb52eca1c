//! Lifecycle hooks: made, deleted, completed, described.

use api::ApiError;
use api::autoscaling::{
    CompleteLifecycleActionInput, DeleteLifecycleHookInput, DescribeLifecycleHooksInput,
    DescribeLifecycleHooksOutput, LifecycleHook, LifecycleHookSpecification, PutLifecycleHookInput,
    RecordLifecycleActionHeartbeatInput,
};

use super::{group, live_group, validation};
use crate::Cloud;
use crate::autoscaling::lifecycle_hook::{Hook, HookResult, Transition};
use crate::autoscaling::{Event, GroupIndex, LifecycleState, Member, defaults};
use crate::ec2::InstanceIndex;
use crate::event::Event as Any;

/// The hooks of a new group, by name.
pub(super) fn read_specifications(written: &[LifecycleHookSpecification]) -> Result<Vec<Hook>, ApiError> {
    let mut hooks: Vec<Hook> = Vec::with_capacity(written.len());
    for specification in written {
        let name = specification.name.clone().unwrap_or_default();
        check_name(&name)?;
        if hooks.iter().any(|hook| hook.name == name) {
            return Err(validation(format!("Duplicate lifecycle hook name: {name}")));
        }
        hooks.push(Hook {
            name,
            transition: read_transition(specification.transition.as_deref())?,
            heartbeat_s: specification
                .heartbeat
                .map_or(defaults::HEARTBEAT_S, |seconds| seconds as u64),
            default_result: HookResult::read(specification.default_result.as_deref()),
            metadata: specification.metadata.clone(),
        });
    }
    check_room(hooks.len())?;
    hooks.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(hooks)
}

fn read_transition(word: Option<&str>) -> Result<Transition, ApiError> {
    let missing = || validation("LifecycleTransition is required when a lifecycle hook is created.");
    word.and_then(Transition::named).ok_or_else(missing)
}

/// Whether a text could be a hook's name. Source: Auto Scaling API reference, `PutLifecycleHook`.
fn check_name(name: &str) -> Result<(), ApiError> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_/".contains(letter);
    if name.chars().all(allowed) {
        return Ok(());
    }
    Err(validation(format!(
        "1 validation error detected: Value '{name}' at 'lifecycleHookName' failed to satisfy constraint: Member must \
         satisfy regular expression pattern: [A-Za-z0-9\\-_\\/]+"
    )))
}

fn check_room(hooks: usize) -> Result<(), ApiError> {
    if hooks > defaults::HOOKS {
        let message = format!(
            "You have already used your allocation of {} lifecycle hooks for this Auto Scaling group",
            defaults::HOOKS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    Ok(())
}

/// What is left out of a hook that is there stays as it was. Actions that have begun keep their times.
pub(super) fn put(cloud: &mut Cloud, input: &PutLifecycleHookInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let name = input.hook_name.clone().unwrap_or_default();
    check_name(&name)?;
    let hooks = &cloud.autoscaling.group(index).hooks;
    let old = hooks.iter().find(|hook| hook.name == name);
    let transition = match (&input.transition, old) {
        (None, Some(old)) => old.transition,
        (word, _) => read_transition(word.as_deref())?,
    };
    let heartbeat_s = input.heartbeat.map(|seconds| seconds as u64);
    let result = input
        .default_result
        .as_deref()
        .map(|word| HookResult::read(Some(word)));
    let hook = Hook {
        name,
        transition,
        heartbeat_s: heartbeat_s
            .or(old.map(|old| old.heartbeat_s))
            .unwrap_or(defaults::HEARTBEAT_S),
        default_result: result
            .or(old.map(|old| old.default_result))
            .unwrap_or(HookResult::Abandon),
        metadata: input
            .metadata
            .clone()
            .or_else(|| old.and_then(|old| old.metadata.clone())),
    };
    check_room(hooks.len() + usize::from(old.is_none()))?;
    cloud.accept();
    let hooks = &mut cloud.autoscaling.group_mut(index).hooks;
    hooks.retain(|known| known.name != hook.name);
    hooks.push(hook);
    hooks.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(())
}

/// What it holds goes on: a launch is given up, an end goes through.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteLifecycleHookInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let name = input.hook_name.as_deref().unwrap_or_default();
    let hooks = &cloud.autoscaling.group(index).hooks;
    let hook = hooks.iter().find(|hook| hook.name == name);
    let hook = hook.ok_or_else(|| validation(format!("No Lifecycle Hook found with name: {name}")))?;
    let result = match hook.transition {
        Transition::Launching => HookResult::Abandon,
        Transition::Terminating => HookResult::Continue,
    };
    let held = |member: &&Member| member.actions.iter().any(|action| action.hook == name);
    let members = cloud.autoscaling.group(index).members.iter();
    let held: Vec<InstanceIndex> = members.filter(held).map(|member| member.instance).collect();
    let cause = cloud.accept();
    let hooks = &mut cloud.autoscaling.group_mut(index).hooks;
    hooks.retain(|known| known.name != name);
    for instance in held {
        if let Some((place, number)) = action_of(cloud, index, name, instance) {
            let how = "Lifecycle hook was deleted";
            cloud.complete(index, place, number, (result, how), cause);
        }
    }
    Ok(())
}

fn action_of(
    cloud: &Cloud,
    index: GroupIndex,
    hook: &str,
    instance: InstanceIndex,
) -> Option<(usize, usize)> {
    let members = &cloud.autoscaling.group(index).members;
    let place = members.iter().position(|member| member.instance == instance)?;
    let actions = &members[place].actions;
    let number = actions.iter().position(|action| action.hook == hook)?;
    Some((place, number))
}

/// The action that a call names by its token or by its instance.
fn active(
    cloud: &Cloud,
    index: GroupIndex,
    hook: Option<&str>,
    token: Option<&str>,
    instance: Option<&str>,
) -> Result<(usize, usize), ApiError> {
    let hook = hook.unwrap_or_default();
    let hooks = &cloud.autoscaling.group(index).hooks;
    if !hooks.iter().any(|known| known.name == hook) {
        return Err(validation(format!("No Lifecycle Hook found with name: {hook}")));
    }
    let members = cloud.autoscaling.group(index).members.iter().enumerate();
    let held = |member: &Member| {
        let id = &cloud.ec2.instances[member.instance.index()].id;
        let is_it = |action: &crate::autoscaling::lifecycle_hook::LifecycleAction| {
            action.hook == hook
                && match token {
                    Some(token) => action.token == token,
                    None => instance == Some(id),
                }
        };
        member.actions.iter().position(is_it)
    };
    let mut found = members.filter_map(|(place, member)| Some((place, held(member)?)));
    found.next().ok_or_else(|| match (token, instance) {
        (Some(token), _) => validation(format!("No active Lifecycle Action found with token {token}")),
        (None, Some(id)) => validation(format!("No active Lifecycle Action found with instance ID {id}")),
        (None, None) => validation("Valid requests must contain either LifecycleActionToken or InstanceId."),
    })
}

pub(super) fn complete(cloud: &mut Cloud, input: &CompleteLifecycleActionInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let (hook, token) = (input.hook_name.as_deref(), input.token.as_deref());
    let (place, number) = active(cloud, index, hook, token, input.instance_id.as_deref())?;
    let cause = cloud.accept();
    let result = HookResult::read(input.result.as_deref());
    let how = "Lifecycle Action Completed with ABANDON Result";
    cloud.complete(index, place, number, (result, how), cause);
    Ok(())
}

pub(super) fn beat(cloud: &mut Cloud, input: &RecordLifecycleActionHeartbeatInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let (hook, token) = (input.hook_name.as_deref(), input.token.as_deref());
    let (place, number) = active(cloud, index, hook, token, input.instance_id.as_deref())?;
    cloud.accept();
    let now = cloud.now;
    let member = &mut cloud.autoscaling.group_mut(index).members[place];
    debug_assert!(matches!(
        member.state,
        LifecycleState::PendingWait | LifecycleState::TerminatingWait
    ));
    member.actions[number].beat(now);
    let (due, instance) = (member.actions[number].deadline, member.instance);
    cloud.events.push(due, Any::AutoScaling(Event::HookDue(instance)));
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeLifecycleHooksInput,
) -> Result<DescribeLifecycleHooksOutput, ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let group = cloud.autoscaling.group(index);
    let wanted = |hook: &&Hook| input.hook_names.is_empty() || input.hook_names.contains(&hook.name);
    let shape = |hook: &Hook| LifecycleHook {
        hook_name: Some(hook.name.clone()),
        group_name: Some(group.spec.name.clone()),
        transition: Some(hook.transition.name().to_owned()),
        metadata: hook.metadata.clone(),
        heartbeat: Some(hook.heartbeat_s as i64),
        global_timeout: Some(hook.global_timeout_s() as i64),
        default_result: Some(hook.default_result.name().to_owned()),
    };
    Ok(DescribeLifecycleHooksOutput {
        hooks: group.hooks.iter().filter(wanted).map(shape).collect(),
    })
}
