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
        DescribeAutoScalingGroups(DescribeAutoScalingGroupsInput)
            -> DescribeAutoScalingGroupsOutput paged "NextToken MaxRecords NextToken AutoScalingGroups";
        DescribeAutoScalingInstances(DescribeAutoScalingInstancesInput)
            -> DescribeAutoScalingInstancesOutput paged "NextToken MaxRecords NextToken AutoScalingInstances";
        DescribeScalingActivities(DescribeScalingActivitiesInput)
            -> DescribeScalingActivitiesOutput paged "NextToken MaxRecords NextToken Activities";
        DescribeLoadBalancerTargetGroups(DescribeLoadBalancerTargetGroupsInput)
            -> DescribeLoadBalancerTargetGroupsOutput paged "NextToken MaxRecords NextToken LoadBalancerTargetGroups";
        DescribeTrafficSources(DescribeTrafficSourcesInput) -> DescribeTrafficSourcesOutput;
        DescribeLifecycleHooks(DescribeLifecycleHooksInput) -> DescribeLifecycleHooksOutput;
        DescribeLifecycleHookTypes(DescribeLifecycleHookTypesInput) -> DescribeLifecycleHookTypesOutput;
        DescribeInstanceRefreshes(DescribeInstanceRefreshesInput) -> DescribeInstanceRefreshesOutput;
        DescribeScalingProcessTypes(DescribeScalingProcessTypesInput) -> DescribeScalingProcessTypesOutput;
        DescribeTerminationPolicyTypes(DescribeTerminationPolicyTypesInput) -> DescribeTerminationPolicyTypesOutput;
        DescribeAccountLimits(DescribeAccountLimitsInput) -> DescribeAccountLimitsOutput;
        DescribePolicies(DescribePoliciesInput)
            -> DescribePoliciesOutput paged "NextToken MaxRecords NextToken ScalingPolicies";
        DescribeScheduledActions(DescribeScheduledActionsInput)
            -> DescribeScheduledActionsOutput paged "NextToken MaxRecords NextToken ScheduledUpdateGroupActions";
        DescribeNotificationConfigurations(DescribeNotificationConfigurationsInput)
            -> DescribeNotificationConfigurationsOutput
            paged "NextToken MaxRecords NextToken NotificationConfigurations";
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput paged "NextToken MaxRecords NextToken Tags";
        DescribeAdjustmentTypes(DescribeAdjustmentTypesInput) -> DescribeAdjustmentTypesOutput;
        DescribeAutoScalingNotificationTypes(DescribeAutoScalingNotificationTypesInput)
            -> DescribeAutoScalingNotificationTypesOutput;
        DescribeMetricCollectionTypes(DescribeMetricCollectionTypesInput) -> DescribeMetricCollectionTypesOutput;
    }
}
