//! Which services there are.

use crate::operation::services;
use crate::{arc_zonal_shift, autoscaling, cloudwatch, ec2, elbv2, fis, sandbox, sns};

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
        Sandbox sandbox;
    }
}
