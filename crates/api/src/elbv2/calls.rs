//! Which operations Elastic Load Balancing has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    Elbv2

    /// A call that changes something.
    Write(WriteCall) {
        CreateLoadBalancer(CreateLoadBalancerInput) -> CreateLoadBalancerOutput;
        DeleteLoadBalancer(DeleteLoadBalancerInput);
        ModifyLoadBalancerAttributes(ModifyLoadBalancerAttributesInput) -> ModifyLoadBalancerAttributesOutput;
        SetSubnets(SetSubnetsInput) -> SetSubnetsOutput;
        SetSecurityGroups(SetSecurityGroupsInput) -> SetSecurityGroupsOutput;
        SetIpAddressType(SetIpAddressTypeInput) -> SetIpAddressTypeOutput;
        CreateTargetGroup(CreateTargetGroupInput) -> CreateTargetGroupOutput;
        ModifyTargetGroup(ModifyTargetGroupInput) -> ModifyTargetGroupOutput;
        DeleteTargetGroup(DeleteTargetGroupInput);
        ModifyTargetGroupAttributes(ModifyTargetGroupAttributesInput) -> ModifyTargetGroupAttributesOutput;
        RegisterTargets(RegisterTargetsInput);
        DeregisterTargets(DeregisterTargetsInput);
        CreateListener(CreateListenerInput) -> CreateListenerOutput;
        ModifyListener(ModifyListenerInput) -> ModifyListenerOutput;
        DeleteListener(DeleteListenerInput);
        CreateRule(CreateRuleInput) -> CreateRuleOutput;
        ModifyRule(ModifyRuleInput) -> ModifyRuleOutput;
        DeleteRule(DeleteRuleInput);
        SetRulePriorities(SetRulePrioritiesInput) -> SetRulePrioritiesOutput;
        AddTags(AddTagsInput);
        RemoveTags(RemoveTagsInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        DescribeLoadBalancers(DescribeLoadBalancersInput)
            -> DescribeLoadBalancersOutput paged "Marker PageSize NextMarker LoadBalancers";
        DescribeLoadBalancerAttributes(DescribeLoadBalancerAttributesInput) -> DescribeLoadBalancerAttributesOutput;
        DescribeTargetGroups(DescribeTargetGroupsInput)
            -> DescribeTargetGroupsOutput paged "Marker PageSize NextMarker TargetGroups";
        DescribeTargetGroupAttributes(DescribeTargetGroupAttributesInput) -> DescribeTargetGroupAttributesOutput;
        DescribeTargetHealth(DescribeTargetHealthInput) -> DescribeTargetHealthOutput;
        DescribeListeners(DescribeListenersInput)
            -> DescribeListenersOutput paged "Marker PageSize NextMarker Listeners";
        DescribeRules(DescribeRulesInput) -> DescribeRulesOutput paged "Marker PageSize NextMarker Rules";
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput;
        DescribeAccountLimits(DescribeAccountLimitsInput)
            -> DescribeAccountLimitsOutput paged "Marker PageSize NextMarker Limits";
    }
}
