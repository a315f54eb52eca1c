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
    Ok(match call {
        WriteCall::RunInstances(input) => Output::RunInstances(ec2::run_instances(cloud, input)?),
        WriteCall::StartInstances(input) => Output::StartInstances(ec2::start_instances(cloud, input)?),
        WriteCall::StopInstances(input) => Output::StopInstances(ec2::stop_instances(cloud, input)?),
        WriteCall::TerminateInstances(input) => {
            Output::TerminateInstances(ec2::terminate_instances(cloud, input)?)
        }
        WriteCall::RebootInstances(input) => {
            ec2::reboot_instances(cloud, input)?;
            Output::None
        }
        WriteCall::ModifyInstanceAttribute(input) => {
            ec2::modify_instance_attribute(cloud, input)?;
            Output::None
        }
        WriteCall::CreateTags(input) => {
            ec2::create_tags(cloud, input)?;
            Output::None
        }
        WriteCall::CreateSecurityGroup(input) => {
            Output::CreateSecurityGroup(ec2::create_security_group(cloud, input)?)
        }
        WriteCall::AuthorizeSecurityGroupIngress(input) => {
            Output::AuthorizeSecurityGroupIngress(ec2::authorize_security_group_ingress(cloud, input)?)
        }
        WriteCall::RevokeSecurityGroupIngress(input) => {
            Output::RevokeSecurityGroupIngress(ec2::revoke_security_group_ingress(cloud, input)?)
        }
    })
}

fn world(cloud: &mut Cloud, call: &WorldCall) -> Result<Output, ApiError> {
    Ok(match call {
        WorldCall::Traffic(input) => {
            sandbox::traffic(cloud, input)?;
            Output::None
        }
        WorldCall::Clients(input) => {
            sandbox::clients(cloud, input)?;
            Output::None
        }
        WorldCall::Fault(input) => Output::Fault(sandbox::fault(cloud, input)?),
        WorldCall::EndFault(input) => {
            sandbox::end_fault(cloud, input)?;
            Output::None
        }
        WorldCall::Request(input) => Output::Request(sandbox::request(cloud, input)),
    })
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &ReadCall) -> Result<Output, ApiError> {
    Ok(match call {
        ReadCall::DescribeInstances(input) => {
            Output::DescribeInstances(ec2::describe_instances(cloud, input)?)
        }
        ReadCall::DescribeInstanceStatus(input) => {
            Output::DescribeInstanceStatus(ec2::describe_instance_status(cloud, input)?)
        }
        ReadCall::DescribeInstanceTypes(input) => {
            Output::DescribeInstanceTypes(ec2::describe_instance_types(input)?)
        }
        ReadCall::DescribeRegions(input) => Output::DescribeRegions(ec2::describe_regions(input)?),
        ReadCall::DescribeAvailabilityZones(input) => {
            Output::DescribeAvailabilityZones(ec2::describe_availability_zones(cloud, input)?)
        }
        ReadCall::DescribeSubnets(input) => Output::DescribeSubnets(ec2::describe_subnets(cloud, input)?),
        ReadCall::DescribeVpcs(input) => Output::DescribeVpcs(ec2::describe_vpcs(cloud, input)?),
        ReadCall::DescribeImages(input) => Output::DescribeImages(ec2::describe_images(cloud, input)?),
        ReadCall::DescribeTags(input) => Output::DescribeTags(ec2::describe_tags(cloud, input)?),
        ReadCall::DescribeSecurityGroups(input) => {
            Output::DescribeSecurityGroups(ec2::describe_security_groups(cloud, input)?)
        }
    })
}
