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
        PutScheduledUpdateGroupAction(PutScheduledUpdateGroupActionInput);
        BatchPutScheduledUpdateGroupAction(BatchPutScheduledUpdateGroupActionInput)
            -> BatchPutScheduledUpdateGroupActionOutput;
        DeleteScheduledAction(DeleteScheduledActionInput);
        BatchDeleteScheduledAction(BatchDeleteScheduledActionInput) -> BatchDeleteScheduledActionOutput;
        EnableMetricsCollection(EnableMetricsCollectionInput);
        DisableMetricsCollection(DisableMetricsCollectionInput);
        PutNotificationConfiguration(PutNotificationConfigurationInput);
        DeleteNotificationConfiguration(DeleteNotificationConfigurationInput);
        CreateOrUpdateTags(CreateOrUpdateTagsInput);
        DeleteTags(DeleteTagsInput);
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
        DescribeScheduledActions(DescribeScheduledActionsInput) -> DescribeScheduledActionsOutput;
        DescribeNotificationConfigurations(DescribeNotificationConfigurationsInput)
            -> DescribeNotificationConfigurationsOutput;
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput;
        DescribeAccountLimits(DescribeAccountLimitsInput) -> DescribeAccountLimitsOutput;
        DescribeAdjustmentTypes(DescribeAdjustmentTypesInput) -> DescribeAdjustmentTypesOutput;
        DescribeAutoScalingNotificationTypes(DescribeAutoScalingNotificationTypesInput)
            -> DescribeAutoScalingNotificationTypesOutput;
        DescribeLifecycleHookTypes(DescribeLifecycleHookTypesInput) -> DescribeLifecycleHookTypesOutput;
        DescribeMetricCollectionTypes(DescribeMetricCollectionTypesInput) -> DescribeMetricCollectionTypesOutput;
        DescribeScalingProcessTypes(DescribeScalingProcessTypesInput) -> DescribeScalingProcessTypesOutput;
        DescribeTerminationPolicyTypes(DescribeTerminationPolicyTypesInput) -> DescribeTerminationPolicyTypesOutput;
    }
}
