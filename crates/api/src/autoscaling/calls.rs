//! Which operations Amazon EC2 Auto Scaling has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    AutoScaling

    /// A call that changes something.
    Write(WriteCall) {
        CreateAutoScalingGroup(CreateAutoScalingGroupInput);
        UpdateAutoScalingGroup(UpdateAutoScalingGroupInput);
        DeleteAutoScalingGroup(DeleteAutoScalingGroupInput);
        SetDesiredCapacity(SetDesiredCapacityInput);
        TerminateInstanceInAutoScalingGroup(TerminateInstanceInAutoScalingGroupInput)
            -> TerminateInstanceInAutoScalingGroupOutput;
        SetInstanceHealth(SetInstanceHealthInput);
        SetInstanceProtection(SetInstanceProtectionInput);
        SuspendProcesses(SuspendProcessesInput);
        ResumeProcesses(ResumeProcessesInput);
        AttachLoadBalancerTargetGroups(AttachLoadBalancerTargetGroupsInput);
        DetachLoadBalancerTargetGroups(DetachLoadBalancerTargetGroupsInput);
        PutScalingPolicy(PutScalingPolicyInput) -> PutScalingPolicyOutput;
        DeletePolicy(DeletePolicyInput);
        ExecutePolicy(ExecutePolicyInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        DescribeAutoScalingGroups(DescribeAutoScalingGroupsInput) -> DescribeAutoScalingGroupsOutput;
        DescribeAutoScalingInstances(DescribeAutoScalingInstancesInput) -> DescribeAutoScalingInstancesOutput;
        DescribeScalingActivities(DescribeScalingActivitiesInput) -> DescribeScalingActivitiesOutput;
        DescribeLoadBalancerTargetGroups(DescribeLoadBalancerTargetGroupsInput)
            -> DescribeLoadBalancerTargetGroupsOutput;
        DescribePolicies(DescribePoliciesInput) -> DescribePoliciesOutput;
    }
}
