//! The one match from a call to the operation that answers it.

use api::{ApiError, Output, ReadCall, WorldCall, WriteCall};

use crate::Cloud;
use crate::ec2::operations as ec2;
use crate::journal::Input;
use crate::sandbox;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, input: &Input) -> Result<Output, ApiError> {
    match input {
        Input::Api(call) => account(cloud, call),
        Input::World(call) => world(cloud, call),
    }
}

fn account(cloud: &mut Cloud, call: &WriteCall) -> Result<Output, ApiError> {
    match call {
        WriteCall::RunInstances(input) => ec2::run_instances(cloud, input).map(Output::RunInstances),
        WriteCall::StartInstances(input) => ec2::start_instances(cloud, input).map(Output::StartInstances),
        WriteCall::StopInstances(input) => ec2::stop_instances(cloud, input).map(Output::StopInstances),
        WriteCall::RebootInstances(input) => done(ec2::reboot_instances(cloud, input)),
        WriteCall::TerminateInstances(input) => {
            ec2::terminate_instances(cloud, input).map(Output::TerminateInstances)
        }
        WriteCall::ModifyInstanceAttribute(input) => done(ec2::modify_instance_attribute(cloud, input)),
        WriteCall::CreateTags(input) => done(ec2::create_tags(cloud, input)),
        WriteCall::CreateSecurityGroup(input) => {
            ec2::create_security_group(cloud, input).map(Output::CreateSecurityGroup)
        }
        WriteCall::AuthorizeSecurityGroupIngress(input) => {
            ec2::authorize_security_group_ingress(cloud, input).map(Output::AuthorizeSecurityGroupIngress)
        }
        WriteCall::RevokeSecurityGroupIngress(input) => {
            ec2::revoke_security_group_ingress(cloud, input).map(Output::RevokeSecurityGroupIngress)
        }
    }
}

fn world(cloud: &mut Cloud, call: &WorldCall) -> Result<Output, ApiError> {
    match call {
        WorldCall::Traffic(input) => done(sandbox::traffic(cloud, input)),
        WorldCall::Clients(input) => done(sandbox::clients(cloud, input)),
        WorldCall::Fault(input) => sandbox::fault(cloud, input).map(Output::Fault),
        WorldCall::EndFault(input) => done(sandbox::end_fault(cloud, input)),
        WorldCall::Request(input) => Ok(Output::Request(sandbox::request(cloud, input))),
    }
}

/// An operation that can be called by its type, past the match over all of them: a program that makes but a few calls
/// carries only their handlers.
pub trait Operation: api::Input + Into<Input> {
    /// Carries it out, and leaves out what it would answer.
    #[doc(hidden)]
    fn carry_out(&self, cloud: &mut Cloud) -> Result<(), ApiError>;
}

macro_rules! by_type {
    ($($call:ident { $($input:ty => $handler:path,)* })*) => {
        $($(
            impl Operation for $input {
                fn carry_out(&self, cloud: &mut Cloud) -> Result<(), ApiError> {
                    $handler(cloud, self).map(drop)
                }
            }

            impl From<$input> for Input {
                fn from(input: $input) -> Self {
                    Self::$call(input.into())
                }
            }
        )*)*
    };
}

by_type! {
    Api {
        api::ec2::RunInstancesInput => ec2::run_instances,
        api::ec2::CreateTagsInput => ec2::create_tags,
        api::ec2::CreateSecurityGroupInput => ec2::create_security_group,
        api::ec2::AuthorizeSecurityGroupIngressInput => ec2::authorize_security_group_ingress,
    }
    World {
        api::sandbox::TrafficInput => sandbox::traffic,
        api::sandbox::ClientsInput => sandbox::clients,
    }
}

/// Of an operation that answers nothing.
fn done(result: Result<(), ApiError>) -> Result<Output, ApiError> {
    result.map(|()| Output::None)
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &ReadCall) -> Result<Output, ApiError> {
    match call {
        ReadCall::DescribeInstances(input) => {
            ec2::describe_instances(cloud, input).map(Output::DescribeInstances)
        }
        ReadCall::DescribeInstanceStatus(input) => {
            ec2::describe_instance_status(cloud, input).map(Output::DescribeInstanceStatus)
        }
        ReadCall::DescribeInstanceTypes(input) => {
            ec2::describe_instance_types(input).map(Output::DescribeInstanceTypes)
        }
        ReadCall::DescribeRegions(input) => ec2::describe_regions(input).map(Output::DescribeRegions),
        ReadCall::DescribeAvailabilityZones(input) => {
            ec2::describe_availability_zones(cloud, input).map(Output::DescribeAvailabilityZones)
        }
        ReadCall::DescribeSubnets(input) => ec2::describe_subnets(cloud, input).map(Output::DescribeSubnets),
        ReadCall::DescribeVpcs(input) => ec2::describe_vpcs(cloud, input).map(Output::DescribeVpcs),
        ReadCall::DescribeImages(input) => ec2::describe_images(cloud, input).map(Output::DescribeImages),
        ReadCall::DescribeTags(input) => ec2::describe_tags(cloud, input).map(Output::DescribeTags),
        ReadCall::DescribeSecurityGroups(input) => {
            ec2::describe_security_groups(cloud, input).map(Output::DescribeSecurityGroups)
        }
    }
}
