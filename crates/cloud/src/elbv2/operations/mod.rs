//! One file per family of operations of Elastic Load Balancing.
//!
//! Source: Elastic Load Balancing API Reference, version 2015-12-01; texts of refusals as seen on real AWS, where they were
//! published.

mod actions;
mod limits;
mod listeners;
mod load_balancers;
mod page;
mod rules;
mod tags;
mod target_groups;
mod targets;

use api::elbv2::{Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateLoadBalancer(input) => load_balancers::create(cloud, input).map(Output::from),
        Write::DeleteLoadBalancer(input) => load_balancers::delete(cloud, input).map(Output::from),
        Write::ModifyLoadBalancerAttributes(input) => load_balancers::modify(cloud, input).map(Output::from),
        Write::SetSubnets(input) => load_balancers::set_subnets(cloud, input).map(Output::from),
        Write::SetSecurityGroups(input) => {
            load_balancers::set_security_groups(cloud, input).map(Output::from)
        }
        Write::SetIpAddressType(input) => load_balancers::set_ip_address_type(cloud, input).map(Output::from),
        Write::CreateTargetGroup(input) => target_groups::create(cloud, input).map(Output::from),
        Write::ModifyTargetGroup(input) => target_groups::modify(cloud, input).map(Output::from),
        Write::DeleteTargetGroup(input) => target_groups::delete(cloud, input).map(Output::from),
        Write::ModifyTargetGroupAttributes(input) => {
            target_groups::modify_attributes(cloud, input).map(Output::from)
        }
        Write::RegisterTargets(input) => targets::register(cloud, input).map(Output::from),
        Write::DeregisterTargets(input) => targets::deregister(cloud, input).map(Output::from),
        Write::CreateListener(input) => listeners::create(cloud, input).map(Output::from),
        Write::ModifyListener(input) => listeners::modify(cloud, input).map(Output::from),
        Write::DeleteListener(input) => listeners::delete(cloud, input).map(Output::from),
        Write::CreateRule(input) => rules::create(cloud, input).map(Output::from),
        Write::ModifyRule(input) => rules::modify(cloud, input).map(Output::from),
        Write::DeleteRule(input) => rules::delete(cloud, input).map(Output::from),
        Write::SetRulePriorities(input) => rules::set_priorities(cloud, input).map(Output::from),
        Write::AddTags(input) => tags::add(cloud, input).map(Output::from),
        Write::RemoveTags(input) => tags::remove(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::DescribeLoadBalancers(input) => load_balancers::describe(cloud, input).map(Output::from),
        Read::DescribeLoadBalancerAttributes(input) => {
            load_balancers::describe_attributes(cloud, input).map(Output::from)
        }
        Read::DescribeTargetGroups(input) => target_groups::describe(cloud, input).map(Output::from),
        Read::DescribeTargetGroupAttributes(input) => {
            target_groups::describe_attributes(cloud, input).map(Output::from)
        }
        Read::DescribeTargetHealth(input) => targets::describe(cloud, input).map(Output::from),
        Read::DescribeListeners(input) => listeners::describe(cloud, input).map(Output::from),
        Read::DescribeRules(input) => rules::describe(cloud, input).map(Output::from),
        Read::DescribeTags(input) => tags::describe(cloud, input).map(Output::from),
        Read::DescribeAccountLimits(input) => limits::describe(input).map(Output::from),
    }
}

/// A refusal of a call whose members do not go together.
fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationError", message)
}
