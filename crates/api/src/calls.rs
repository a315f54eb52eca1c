//! Which services there are.

use crate::operation::services;
use crate::{arc_zonal_shift, autoscaling, cloudwatch, dynamodb, ec2, elbv2, fis, s3api, sandbox, sns};

services! {
    /// A call that changes the account.
    Write WriteCall {
        Ec2 ec2;
        Elbv2 elbv2;
        AutoScaling autoscaling;
        CloudWatch cloudwatch;
        Sns sns;
        Fis fis;
        ArcZonalShift arc_zonal_shift;
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
        Fis fis;
        ArcZonalShift arc_zonal_shift;
        DynamoDb dynamodb;
        S3 s3api;
        Sandbox sandbox;
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
        Fis fis;
        ArcZonalShift arc_zonal_shift;
        DynamoDb dynamodb;
        S3 s3api;
        Sandbox sandbox;
    }
}
