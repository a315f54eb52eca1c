//! Which operations EC2 has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    Ec2

    /// A call that changes what EC2 has.
    Write(WriteCall) {
        RunInstances(RunInstancesInput) -> RunInstancesOutput;
        StartInstances(StartInstancesInput) -> StartInstancesOutput;
        StopInstances(StopInstancesInput) -> StopInstancesOutput;
        RebootInstances(RebootInstancesInput);
        TerminateInstances(TerminateInstancesInput) -> TerminateInstancesOutput;
        ModifyInstanceAttribute(ModifyInstanceAttributeInput);
        MonitorInstances(MonitorInstancesInput) -> MonitorInstancesOutput;
        UnmonitorInstances(UnmonitorInstancesInput) -> UnmonitorInstancesOutput;
        CreateLaunchTemplate(CreateLaunchTemplateInput) -> CreateLaunchTemplateOutput;
        CreateLaunchTemplateVersion(CreateLaunchTemplateVersionInput) -> CreateLaunchTemplateVersionOutput;
        ModifyLaunchTemplate(ModifyLaunchTemplateInput) -> ModifyLaunchTemplateOutput;
        DeleteLaunchTemplate(DeleteLaunchTemplateInput) -> DeleteLaunchTemplateOutput;
        DeleteLaunchTemplateVersions(DeleteLaunchTemplateVersionsInput) -> DeleteLaunchTemplateVersionsOutput;
        CreateTags(CreateTagsInput);
        DeleteTags(DeleteTagsInput);
        CreateSecurityGroup(CreateSecurityGroupInput) -> CreateSecurityGroupOutput;
        AuthorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressInput)
            -> AuthorizeSecurityGroupIngressOutput;
        RevokeSecurityGroupIngress(RevokeSecurityGroupIngressInput) -> RevokeSecurityGroupIngressOutput;
        DeleteSecurityGroup(DeleteSecurityGroupInput) -> DeleteSecurityGroupOutput;
        ModifyInstanceCreditSpecification(ModifyInstanceCreditSpecificationInput)
            -> ModifyInstanceCreditSpecificationOutput;
        ModifyDefaultCreditSpecification(ModifyDefaultCreditSpecificationInput)
            -> ModifyDefaultCreditSpecificationOutput;
        ModifyInstanceMaintenanceOptions(ModifyInstanceMaintenanceOptionsInput)
            -> ModifyInstanceMaintenanceOptionsOutput;
        AllocateAddress(AllocateAddressInput) -> AllocateAddressOutput;
        AssociateAddress(AssociateAddressInput) -> AssociateAddressOutput;
        DisassociateAddress(DisassociateAddressInput);
        ReleaseAddress(ReleaseAddressInput);
        AssociateIamInstanceProfile(AssociateIamInstanceProfileInput) -> AssociateIamInstanceProfileOutput;
        DisassociateIamInstanceProfile(DisassociateIamInstanceProfileInput)
            -> DisassociateIamInstanceProfileOutput;
        ReplaceIamInstanceProfileAssociation(ReplaceIamInstanceProfileAssociationInput)
            -> ReplaceIamInstanceProfileAssociationOutput;
        CreateVpcEndpoint(CreateVpcEndpointInput) -> CreateVpcEndpointOutput;
        ModifyVpcEndpoint(ModifyVpcEndpointInput) -> ModifyVpcEndpointOutput;
        DeleteVpcEndpoints(DeleteVpcEndpointsInput) -> DeleteVpcEndpointsOutput;
        ModifySubnetAttribute(ModifySubnetAttributeInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        DescribeInstances(DescribeInstancesInput)
            -> DescribeInstancesOutput paged "NextToken MaxResults NextToken Reservations";
        DescribeInstanceStatus(DescribeInstanceStatusInput)
            -> DescribeInstanceStatusOutput paged "NextToken MaxResults NextToken InstanceStatuses";
        DescribeInstanceTypes(DescribeInstanceTypesInput)
            -> DescribeInstanceTypesOutput paged "NextToken MaxResults NextToken InstanceTypes";
        DescribeInstanceTypeOfferings(DescribeInstanceTypeOfferingsInput)
            -> DescribeInstanceTypeOfferingsOutput paged "NextToken MaxResults NextToken InstanceTypeOfferings";
        DescribeRegions(DescribeRegionsInput) -> DescribeRegionsOutput;
        DescribeAvailabilityZones(DescribeAvailabilityZonesInput) -> DescribeAvailabilityZonesOutput;
        DescribeSubnets(DescribeSubnetsInput)
            -> DescribeSubnetsOutput paged "NextToken MaxResults NextToken Subnets";
        DescribeVpcs(DescribeVpcsInput) -> DescribeVpcsOutput paged "NextToken MaxResults NextToken Vpcs";
        DescribeImages(DescribeImagesInput) -> DescribeImagesOutput paged "NextToken MaxResults NextToken Images";
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput paged "NextToken MaxResults NextToken Tags";
        DescribeLaunchTemplates(DescribeLaunchTemplatesInput)
            -> DescribeLaunchTemplatesOutput paged "NextToken MaxResults NextToken LaunchTemplates";
        DescribeLaunchTemplateVersions(DescribeLaunchTemplateVersionsInput)
            -> DescribeLaunchTemplateVersionsOutput paged "NextToken MaxResults NextToken LaunchTemplateVersions";
        DescribeSecurityGroups(DescribeSecurityGroupsInput)
            -> DescribeSecurityGroupsOutput paged "NextToken MaxResults NextToken SecurityGroups";
        DescribeSecurityGroupRules(DescribeSecurityGroupRulesInput)
            -> DescribeSecurityGroupRulesOutput paged "NextToken MaxResults NextToken SecurityGroupRules";
        DescribeInstanceAttribute(DescribeInstanceAttributeInput) -> DescribeInstanceAttributeOutput;
        DescribeInstanceCreditSpecifications(DescribeInstanceCreditSpecificationsInput)
            -> DescribeInstanceCreditSpecificationsOutput
            paged "NextToken MaxResults NextToken InstanceCreditSpecifications";
        GetDefaultCreditSpecification(GetDefaultCreditSpecificationInput) -> GetDefaultCreditSpecificationOutput;
        DescribeAddresses(DescribeAddressesInput) -> DescribeAddressesOutput;
        DescribeNetworkInterfaces(DescribeNetworkInterfacesInput)
            -> DescribeNetworkInterfacesOutput paged "NextToken MaxResults NextToken NetworkInterfaces";
        DescribeVolumes(DescribeVolumesInput)
            -> DescribeVolumesOutput paged "NextToken MaxResults NextToken Volumes";
        GetConsoleOutput(GetConsoleOutputInput) -> GetConsoleOutputOutput;
        DescribeAccountAttributes(DescribeAccountAttributesInput) -> DescribeAccountAttributesOutput;
        DescribeIamInstanceProfileAssociations(DescribeIamInstanceProfileAssociationsInput)
            -> DescribeIamInstanceProfileAssociationsOutput
            paged "NextToken MaxResults NextToken IamInstanceProfileAssociations";
        DescribeVpcEndpoints(DescribeVpcEndpointsInput)
            -> DescribeVpcEndpointsOutput paged "NextToken MaxResults NextToken VpcEndpoints";
        DescribeRouteTables(DescribeRouteTablesInput)
            -> DescribeRouteTablesOutput paged "NextToken MaxResults NextToken RouteTables";
        DescribePrefixLists(DescribePrefixListsInput)
            -> DescribePrefixListsOutput paged "NextToken MaxResults NextToken PrefixLists";
    }
}
