//! The one match from a call to the operation that answers it.

use api::{ApiError, Call, Output, ReadCall, WorldCall, WriteCall};

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
        WriteCall::CreateSecurityGroup(input) => {
            Output::CreateSecurityGroup(ec2::create_security_group(cloud, input)?)
        }
        WriteCall::AuthorizeSecurityGroupIngress(input) => {
            Output::AuthorizeSecurityGroupIngress(ec2::authorize_security_group_ingress(cloud, input)?)
        }
        WriteCall::RevokeSecurityGroupIngress(input) => {
            Output::RevokeSecurityGroupIngress(ec2::revoke_security_group_ingress(cloud, input)?)
        }
        _ => {
            return Err(ApiError {
                code: "UnsupportedOperation",
                message: String::new(),
            });
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
        ReadCall::DescribeSecurityGroups(input) => {
            Output::DescribeSecurityGroups(ec2::describe_security_groups(cloud, input)?)
        }
        _ => {
            return Err(ApiError {
                code: "UnsupportedOperation",
                message: Call::Read(call.clone()).operation().action(),
            });
        }
    })
}
