//! Listeners: made, changed, deleted, described.

use api::ApiError;
use api::elbv2::{
    CreateListenerInput, CreateListenerOutput, DeleteListenerInput, DescribeListenersInput,
    DescribeListenersOutput, ModifyListenerInput, ModifyListenerOutput,
};

use super::page::page;
use super::tags::read_tags;
use super::{actions, validation};
use crate::Cloud;
use crate::elbv2::name::NumberOf;
use crate::elbv2::{Action, BalancerIndex, Listener, ListenerIndex, defaults};

/// Makes a listener. The same call again gives the same one.
pub(super) fn create(
    cloud: &mut Cloud,
    input: &CreateListenerInput,
) -> Result<CreateListenerOutput, ApiError> {
    let balancer = cloud.balancer_with_arn(input.load_balancer_arn.as_deref().unwrap_or_default())?;
    input
        .protocol
        .as_deref()
        .ok_or_else(|| validation("A listener protocol must be specified"))?;
    let port = input
        .port
        .ok_or_else(|| validation("A listener port must be specified"))? as u16;
    let default = actions::read(cloud, balancer, &input.default_actions)?;
    let tags = read_tags(&input.tags)?;
    if let Some(index) = existing(cloud, balancer, port, &default)? {
        cloud.accept();
        return Ok(answer(cloud, index));
    }
    if cloud.elbv2.listeners_of(balancer).count() >= defaults::LISTENERS {
        let message = "The maximum number of listeners has been reached";
        return Err(ApiError::new("TooManyListeners", message));
    }
    let cause = cloud.accept();
    let index = ListenerIndex(cloud.elbv2.all_listeners.len() as u32);
    cloud.elbv2.all_listeners.push(Listener {
        number: cloud.elb_number(NumberOf::Listener, index.index() as u64),
        balancer,
        port,
        default,
        rules: Vec::new(),
        tags,
        deleted: false,
        rules_made: 0,
    });
    let fact = cloud.balancer_changed(balancer, cause);
    cloud.settle_groups(balancer, fact);
    Ok(answer(cloud, index))
}

fn answer(cloud: &Cloud, index: ListenerIndex) -> CreateListenerOutput {
    CreateListenerOutput {
        listeners: vec![cloud.describe_listener(index)],
    }
}

/// The listener on this port, if it does what the new one should.
fn existing(
    cloud: &Cloud,
    balancer: BalancerIndex,
    port: u16,
    default: &Action,
) -> Result<Option<ListenerIndex>, ApiError> {
    let mut listeners = cloud.elbv2.listeners_of(balancer);
    match listeners.find(|(_, listener)| listener.port == port) {
        None => Ok(None),
        Some((index, listener)) if listener.default.written == default.written => Ok(Some(index)),
        Some(_) => Err(port_taken(cloud, balancer)),
    }
}

fn port_taken(cloud: &Cloud, balancer: BalancerIndex) -> ApiError {
    let arn = cloud.balancer_arn(cloud.elbv2.balancer(balancer));
    let message = format!("A listener already exists on this port for this load balancer '{arn}'");
    ApiError::new("DuplicateListener", message)
}

/// Whether a listener may have this port from now on.
fn check_port(
    cloud: &Cloud,
    balancer: BalancerIndex,
    index: ListenerIndex,
    port: u16,
) -> Result<(), ApiError> {
    let mut listeners = cloud.elbv2.listeners_of(balancer);
    match listeners.any(|(other, listener)| other != index && listener.port == port) {
        true => Err(port_taken(cloud, balancer)),
        false => Ok(()),
    }
}

pub(super) fn modify(
    cloud: &mut Cloud,
    input: &ModifyListenerInput,
) -> Result<ModifyListenerOutput, ApiError> {
    let index = cloud.listener_with_arn(input.listener_arn.as_deref().unwrap_or_default())?;
    let balancer = cloud.elbv2.all_listeners[index.index()].balancer;
    if let Some(port) = input.port {
        check_port(cloud, balancer, index, port as u16)?;
    }
    let given = !input.default_actions.is_empty();
    let default = given
        .then(|| actions::read(cloud, balancer, &input.default_actions))
        .transpose()?;
    let cause = cloud.accept();
    let listener = &mut cloud.elbv2.all_listeners[index.index()];
    listener.port = input.port.map_or(listener.port, |port| port as u16);
    if let Some(default) = default {
        listener.default = default;
    }
    let fact = cloud.balancer_changed(balancer, cause);
    cloud.settle_groups(balancer, fact);
    Ok(ModifyListenerOutput {
        listeners: vec![cloud.describe_listener(index)],
    })
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteListenerInput) -> Result<(), ApiError> {
    let index = cloud.listener_with_arn(input.listener_arn.as_deref().unwrap_or_default())?;
    let cause = cloud.accept();
    let listener = &mut cloud.elbv2.all_listeners[index.index()];
    listener.deleted = true;
    let balancer = listener.balancer;
    let fact = cloud.balancer_changed(balancer, cause);
    cloud.settle_groups(balancer, fact);
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeListenersInput,
) -> Result<DescribeListenersOutput, ApiError> {
    let indexes: Vec<ListenerIndex> = match (&input.load_balancer_arn, &input.listener_arns[..]) {
        (Some(arn), []) => {
            let balancer = cloud.balancer_with_arn(arn)?;
            cloud
                .elbv2
                .listeners_of(balancer)
                .map(|(index, _)| index)
                .collect()
        }
        (None, [_, ..]) => {
            let named = input.listener_arns.iter().map(|arn| cloud.listener_with_arn(arn));
            named.collect::<Result<_, _>>()?
        }
        _ => {
            return Err(validation(
                "You must specify either listener ARNs or a load balancer ARN",
            ));
        }
    };
    let (shown, next_marker) = page(indexes, input.marker.as_deref(), input.page_size)?;
    let shown = shown.into_iter().map(|index| cloud.describe_listener(index));
    Ok(DescribeListenersOutput {
        listeners: shown.collect(),
        next_marker,
    })
}
