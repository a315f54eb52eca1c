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
        DescribeInstances(DescribeInstancesInput) -> DescribeInstancesOutput;
        DescribeInstanceStatus(DescribeInstanceStatusInput) -> DescribeInstanceStatusOutput;
        DescribeInstanceTypes(DescribeInstanceTypesInput) -> DescribeInstanceTypesOutput;
        DescribeInstanceTypeOfferings(DescribeInstanceTypeOfferingsInput)
            -> DescribeInstanceTypeOfferingsOutput;
        DescribeRegions(DescribeRegionsInput) -> DescribeRegionsOutput;
        DescribeAvailabilityZones(DescribeAvailabilityZonesInput) -> DescribeAvailabilityZonesOutput;
        DescribeSubnets(DescribeSubnetsInput) -> DescribeSubnetsOutput;
        DescribeVpcs(DescribeVpcsInput) -> DescribeVpcsOutput;
        DescribeImages(DescribeImagesInput) -> DescribeImagesOutput;
        DescribeTags(DescribeTagsInput) -> DescribeTagsOutput;
        DescribeLaunchTemplates(DescribeLaunchTemplatesInput) -> DescribeLaunchTemplatesOutput;
        DescribeLaunchTemplateVersions(DescribeLaunchTemplateVersionsInput) -> DescribeLaunchTemplateVersionsOutput;
        DescribeSecurityGroups(DescribeSecurityGroupsInput) -> DescribeSecurityGroupsOutput;
        DescribeSecurityGroupRules(DescribeSecurityGroupRulesInput) -> DescribeSecurityGroupRulesOutput;
        DescribeInstanceAttribute(DescribeInstanceAttributeInput) -> DescribeInstanceAttributeOutput;
        DescribeInstanceCreditSpecifications(DescribeInstanceCreditSpecificationsInput)
            -> DescribeInstanceCreditSpecificationsOutput;
        GetDefaultCreditSpecification(GetDefaultCreditSpecificationInput) -> GetDefaultCreditSpecificationOutput;
        DescribeAddresses(DescribeAddressesInput) -> DescribeAddressesOutput;
        DescribeNetworkInterfaces(DescribeNetworkInterfacesInput) -> DescribeNetworkInterfacesOutput;
        DescribeVolumes(DescribeVolumesInput) -> DescribeVolumesOutput;
        GetConsoleOutput(GetConsoleOutputInput) -> GetConsoleOutputOutput;
        DescribeAccountAttributes(DescribeAccountAttributesInput) -> DescribeAccountAttributesOutput;
        DescribeIamInstanceProfileAssociations(DescribeIamInstanceProfileAssociationsInput)
            -> DescribeIamInstanceProfileAssociationsOutput;
        DescribeVpcEndpoints(DescribeVpcEndpointsInput) -> DescribeVpcEndpointsOutput;
        DescribeRouteTables(DescribeRouteTablesInput) -> DescribeRouteTablesOutput;
        DescribePrefixLists(DescribePrefixListsInput) -> DescribePrefixListsOutput;
    }
}
