//! The one match from a call to the service that answers it.

use api::{ApiError, Output, ReadCall, WorldCall, WriteCall};

use crate::journal::Input;
use crate::{Cloud, autoscaling, cloudwatch, ec2, elbv2, sandbox, sns};

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, input: &Input) -> Result<Output, ApiError> {
    match input {
        Input::Api(call) => account(cloud, call),
        Input::World(WorldCall::Sandbox(call)) => sandbox::write(cloud, call),
    }
}

fn account(cloud: &mut Cloud, call: &WriteCall) -> Result<Output, ApiError> {
    match call {
        WriteCall::Ec2(call) => ec2::operations::write(cloud, call),
        WriteCall::Elbv2(call) => elbv2::operations::write(cloud, call),
        WriteCall::AutoScaling(call) => autoscaling::operations::write(cloud, call),
        WriteCall::CloudWatch(call) => cloudwatch::operations::write(cloud, call),
        WriteCall::Sns(call) => sns::operations::write(cloud, call),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &ReadCall) -> Result<Output, ApiError> {
    match call {
        ReadCall::Ec2(call) => ec2::operations::read(cloud, call),
        ReadCall::Elbv2(call) => elbv2::operations::read(cloud, call),
        ReadCall::AutoScaling(call) => autoscaling::operations::read(cloud, call),
        ReadCall::CloudWatch(call) => cloudwatch::operations::read(cloud, call),
        ReadCall::Sns(call) => sns::operations::read(cloud, call),
    }
}
