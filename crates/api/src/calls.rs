//! Which operations there are: one line each.

use crate::operation::operations;
use crate::{ec2, sandbox};

operations! {
    /// A call that changes the account.
    Write WriteCall {
        ec2 {
            RunInstances(RunInstancesInput) -> RunInstancesOutput;
            StartInstances(StartInstancesInput) -> StartInstancesOutput;
            StopInstances(StopInstancesInput) -> StopInstancesOutput;
            RebootInstances(RebootInstancesInput);
            TerminateInstances(TerminateInstancesInput) -> TerminateInstancesOutput;
            ModifyInstanceAttribute(ModifyInstanceAttributeInput);
            CreateTags(CreateTagsInput);
            CreateSecurityGroup(CreateSecurityGroupInput) -> CreateSecurityGroupOutput;
            AuthorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressInput)
                -> AuthorizeSecurityGroupIngressOutput;
            RevokeSecurityGroupIngress(RevokeSecurityGroupIngressInput) -> RevokeSecurityGroupIngressOutput;
        }
    }

    /// A call that only looks at the account.
    Read ReadCall {
        ec2 {
            DescribeInstances(DescribeInstancesInput) -> DescribeInstancesOutput;
            DescribeInstanceStatus(DescribeInstanceStatusInput) -> DescribeInstanceStatusOutput;
            DescribeInstanceTypes(DescribeInstanceTypesInput) -> DescribeInstanceTypesOutput;
            DescribeRegions(DescribeRegionsInput) -> DescribeRegionsOutput;
            DescribeAvailabilityZones(DescribeAvailabilityZonesInput) -> DescribeAvailabilityZonesOutput;
            DescribeSubnets(DescribeSubnetsInput) -> DescribeSubnetsOutput;
            DescribeVpcs(DescribeVpcsInput) -> DescribeVpcsOutput;
            DescribeImages(DescribeImagesInput) -> DescribeImagesOutput;
            DescribeTags(DescribeTagsInput) -> DescribeTagsOutput;
            DescribeSecurityGroups(DescribeSecurityGroupsInput) -> DescribeSecurityGroupsOutput;
        }
    }

    /// A call that changes the world around the account: visitors and faults.
    World WorldCall {
        sandbox {
            Traffic(TrafficInput);
            Clients(ClientsInput);
            Fault(FaultInput) -> FaultOutput;
            EndFault(EndFaultInput);
            Request(RequestInput) -> RequestOutput;
        }
    }
}
