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
        LaunchInstances(LaunchInstancesInput) -> LaunchInstancesOutput;
        TerminateInstanceInAutoScalingGroup(TerminateInstanceInAutoScalingGroupInput)
            -> TerminateInstanceInAutoScalingGroupOutput;
        SetInstanceHealth(SetInstanceHealthInput);
        SetInstanceProtection(SetInstanceProtectionInput);
        SuspendProcesses(SuspendProcessesInput);
        ResumeProcesses(ResumeProcessesInput);
        AttachLoadBalancerTargetGroups(AttachLoadBalancerTargetGroupsInput);
        DetachLoadBalancerTargetGroups(DetachLoadBalancerTargetGroupsInput);
        AttachTrafficSources(AttachTrafficSourcesInput);
        DetachTrafficSources(DetachTrafficSourcesInput);
        AttachInstances(AttachInstancesInput);
        DetachInstances(DetachInstancesInput) -> DetachInstancesOutput;
        EnterStandby(EnterStandbyInput) -> EnterStandbyOutput;
        ExitStandby(ExitStandbyInput) -> ExitStandbyOutput;
        PutLifecycleHook(PutLifecycleHookInput);
        DeleteLifecycleHook(DeleteLifecycleHookInput);
        CompleteLifecycleAction(CompleteLifecycleActionInput);
        RecordLifecycleActionHeartbeat(RecordLifecycleActionHeartbeatInput);
        StartInstanceRefresh(StartInstanceRefreshInput) -> StartInstanceRefreshOutput;
        CancelInstanceRefresh(CancelInstanceRefreshInput) -> CancelInstanceRefreshOutput;
        RollbackInstanceRefresh(RollbackInstanceRefreshInput) -> RollbackInstanceRefreshOutput;
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
        DescribeTrafficSources(DescribeTrafficSourcesInput) -> DescribeTrafficSourcesOutput;
        DescribeLifecycleHooks(DescribeLifecycleHooksInput) -> DescribeLifecycleHooksOutput;
        DescribeLifecycleHookTypes(DescribeLifecycleHookTypesInput) -> DescribeLifecycleHookTypesOutput;
        DescribeInstanceRefreshes(DescribeInstanceRefreshesInput) -> DescribeInstanceRefreshesOutput;
        DescribeScalingProcessTypes(DescribeScalingProcessTypesInput) -> DescribeScalingProcessTypesOutput;
        DescribeTerminationPolicyTypes(DescribeTerminationPolicyTypesInput) -> DescribeTerminationPolicyTypesOutput;
        DescribeAccountLimits(DescribeAccountLimitsInput) -> DescribeAccountLimitsOutput;
        DescribePolicies(DescribePoliciesInput) -> DescribePoliciesOutput;
        DescribeScheduledActions(DescribeScheduledActionsInput) -> DescribeScheduledActionsOutput;
        DescribeNotificationConfigurations(DescribeNotificationConfigurationsInput)
            -> DescribeNotificationConfigurationsOutput;
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput;
        DescribeAdjustmentTypes(DescribeAdjustmentTypesInput) -> DescribeAdjustmentTypesOutput;
        DescribeAutoScalingNotificationTypes(DescribeAutoScalingNotificationTypesInput)
            -> DescribeAutoScalingNotificationTypesOutput;
        DescribeMetricCollectionTypes(DescribeMetricCollectionTypesInput) -> DescribeMetricCollectionTypesOutput;
    }
}
