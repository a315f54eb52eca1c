//! Which services there are.

use crate::operation::services;
use crate::{autoscaling, cloudwatch, dynamodb, ec2, elbv2, s3api, sandbox, sns};

services! {
    /// A call that changes the account.
    Write WriteCall {
        Ec2 ec2;
        Elbv2 elbv2;
        AutoScaling autoscaling;
        CloudWatch cloudwatch;
        Sns sns;
        DynamoDb dynamodb;
        S3 s3api;
    }

    /// A call that only looks at the account.
    Read ReadCall {
        Ec2 ec2;
        Elbv2 elbv2;
        AutoScaling autoscaling;
        CloudWatch cloudwatch;
        Sns sns;
        DynamoDb dynamodb;
        S3 s3api;
    }

    /// A call that changes the world around the account: visitors and faults.
    World WorldCall {
        Sandbox sandbox;
    }

    => {
        Ec2 ec2;
        Elbv2 elbv2;
        AutoScaling autoscaling;
        CloudWatch cloudwatch;
        Sns sns;
        DynamoDb dynamodb;
        S3 s3api;
        Sandbox sandbox;
    }
}
