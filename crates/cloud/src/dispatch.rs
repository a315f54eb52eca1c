//! The one match from a call to the service that answers it.

use api::{ApiError, Output, ReadCall, WorldCall, WriteCall};

use crate::journal::Input;
use crate::{Cloud, arc_zonal_shift, autoscaling, cloudwatch, dynamodb, ec2, elbv2, fis, s3, sandbox, sns};

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
        WriteCall::Fis(call) => fis::operations::write(cloud, call),
        WriteCall::ArcZonalShift(call) => arc_zonal_shift::operations::write(cloud, call),
        WriteCall::DynamoDb(call) => dynamodb::operations::write(cloud, call),
        WriteCall::S3(call) => s3::operations::write(cloud, call),
    }
}

/// An operation that can be called by the type of its input, past the matches over all of them: a program that makes but
/// a few calls carries only their handlers.
pub trait Handled: api::Input + Into<Input> {
    /// Carries it out, and leaves out what it would answer.
    #[doc(hidden)]
    fn carry_out(&self, cloud: &mut Cloud) -> Result<(), ApiError>;
}

/// Makes operations [`Handled`]: the kind of call, then each input with its handler.
macro_rules! handled {
    ($kind:ident { $($input:ty => $handler:path,)* }) => {
        $(
            impl $crate::dispatch::Handled for $input {
                fn carry_out(&self, cloud: &mut $crate::Cloud) -> Result<(), api::ApiError> {
                    $handler(cloud, self).map(drop)
                }
            }

            impl From<$input> for $crate::journal::Input {
                fn from(input: $input) -> Self {
                    Self::$kind(input.into())
                }
            }
        )*
    };
}
pub(crate) use handled;

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &ReadCall) -> Result<Output, ApiError> {
    match call {
        ReadCall::Ec2(call) => ec2::operations::read(cloud, call),
        ReadCall::Elbv2(call) => elbv2::operations::read(cloud, call),
        ReadCall::AutoScaling(call) => autoscaling::operations::read(cloud, call),
        ReadCall::CloudWatch(call) => cloudwatch::operations::read(cloud, call),
        ReadCall::Sns(call) => sns::operations::read(cloud, call),
        ReadCall::Fis(call) => fis::operations::read(cloud, call),
        ReadCall::ArcZonalShift(call) => arc_zonal_shift::operations::read(cloud, call),
        ReadCall::DynamoDb(call) => dynamodb::operations::read(cloud, call),
        ReadCall::S3(call) => s3::operations::read(cloud, call),
        ReadCall::Sandbox(call) => sandbox::read(cloud, call),
    }
}
