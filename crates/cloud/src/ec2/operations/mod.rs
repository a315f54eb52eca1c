//! One file per operation of EC2, or per family that shares its rules.
//!
//! A handler decides with `&Cloud`, then accepts, then acts: a refused call has changed nothing. What the declaration
//! says of an input (required members, ranges, enumerations) was checked before.

mod addresses;
mod authorize_security_group_ingress;
mod create_security_group;
mod create_tags;
mod credit_specifications;
mod delete_security_group;
mod delete_tags;
mod describe_account_attributes;
mod describe_addresses;
mod describe_availability_zones;
mod describe_images;
mod describe_instance_attribute;
mod describe_instance_status;
mod describe_instance_type_offerings;
mod describe_instance_types;
mod describe_instances;
mod describe_launch_templates;
mod describe_network_interfaces;
mod describe_regions;
mod describe_security_group_rules;
mod describe_security_groups;
pub(crate) mod describe_subnets;
mod describe_tags;
mod describe_volumes;
mod describe_vpcs;
mod get_console_output;
mod interface;
mod launch_templates;
mod modify_instance_attribute;
mod modify_instance_maintenance_options;
mod monitor_instances;
mod profiles;
mod revoke_security_group_ingress;
mod route_tables;
pub(crate) mod run_instances;
mod states;
mod vpc_endpoints;

use api::ec2::{
    AuthorizeSecurityGroupIngressInput, CreateSecurityGroupInput, CreateTagsInput, Read, RunInstancesInput,
    Write,
};
use api::{ApiError, Output};

use self::addresses::{allocate_address, associate_address, disassociate_address, release_address};
use self::authorize_security_group_ingress::authorize_security_group_ingress;
use self::create_security_group::create_security_group;
use self::create_tags::create_tags;
use self::credit_specifications::{
    describe_instance_credit_specifications, get_default_credit_specification,
    modify_default_credit_specification, modify_instance_credit_specification,
};
use self::delete_security_group::delete_security_group;
use self::delete_tags::delete_tags;
use self::describe_account_attributes::describe_account_attributes;
use self::describe_addresses::describe_addresses;
use self::describe_availability_zones::describe_availability_zones;
use self::describe_images::describe_images;
use self::describe_instance_attribute::describe_instance_attribute;
use self::describe_instance_status::describe_instance_status;
use self::describe_instance_type_offerings::describe_instance_type_offerings;
use self::describe_instance_types::describe_instance_types;
use self::describe_instances::describe_instances;
use self::describe_launch_templates::{describe_launch_template_versions, describe_launch_templates};
use self::describe_network_interfaces::describe_network_interfaces;
use self::describe_regions::describe_regions;
use self::describe_security_group_rules::describe_security_group_rules;
use self::describe_security_groups::describe_security_groups;
use self::describe_subnets::describe_subnets;
use self::describe_tags::describe_tags;
use self::describe_volumes::describe_volumes;
use self::describe_vpcs::describe_vpcs;
use self::get_console_output::get_console_output;
use self::launch_templates::{
    create_launch_template, create_launch_template_version, delete_launch_template,
    delete_launch_template_versions, modify_launch_template,
};
use self::modify_instance_attribute::modify_instance_attribute;
use self::modify_instance_maintenance_options::modify_instance_maintenance_options;
use self::monitor_instances::{monitor_instances, unmonitor_instances};
use self::profiles::{
    associate_iam_instance_profile, describe_iam_instance_profile_associations,
    disassociate_iam_instance_profile, replace_iam_instance_profile_association,
};
use self::revoke_security_group_ingress::revoke_security_group_ingress;
use self::route_tables::{describe_prefix_lists, describe_route_tables, modify_subnet_attribute};
use self::run_instances::run_instances;
use self::states::{reboot_instances, start_instances, stop_instances, terminate_instances};
use self::vpc_endpoints::{
    create_vpc_endpoint, delete_vpc_endpoints, describe_vpc_endpoints, modify_vpc_endpoint,
};
use crate::Cloud;
use crate::dispatch::handled;

handled! {
    Api {
        RunInstancesInput => run_instances::launch_instances,
        CreateTagsInput => create_tags,
        CreateSecurityGroupInput => create_security_group,
        AuthorizeSecurityGroupIngressInput => authorize_security_group_ingress,
    }
}

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::RunInstances(input) => run_instances(cloud, input).map(Output::from),
        Write::StartInstances(input) => start_instances(cloud, input).map(Output::from),
        Write::StopInstances(input) => stop_instances(cloud, input).map(Output::from),
        Write::RebootInstances(input) => reboot_instances(cloud, input).map(Output::from),
        Write::TerminateInstances(input) => terminate_instances(cloud, input).map(Output::from),
        Write::ModifyInstanceAttribute(input) => modify_instance_attribute(cloud, input).map(Output::from),
        Write::MonitorInstances(input) => monitor_instances(cloud, input).map(Output::from),
        Write::UnmonitorInstances(input) => unmonitor_instances(cloud, input).map(Output::from),
        Write::CreateLaunchTemplate(input) => create_launch_template(cloud, input).map(Output::from),
        Write::CreateLaunchTemplateVersion(input) => {
            create_launch_template_version(cloud, input).map(Output::from)
        }
        Write::ModifyLaunchTemplate(input) => modify_launch_template(cloud, input).map(Output::from),
        Write::DeleteLaunchTemplate(input) => delete_launch_template(cloud, input).map(Output::from),
        Write::DeleteLaunchTemplateVersions(input) => {
            delete_launch_template_versions(cloud, input).map(Output::from)
        }
        Write::CreateTags(input) => create_tags(cloud, input).map(Output::from),
        Write::CreateSecurityGroup(input) => create_security_group(cloud, input).map(Output::from),
        Write::AuthorizeSecurityGroupIngress(input) => {
            authorize_security_group_ingress(cloud, input).map(Output::from)
        }
        Write::RevokeSecurityGroupIngress(input) => {
            revoke_security_group_ingress(cloud, input).map(Output::from)
        }
        Write::DeleteSecurityGroup(input) => delete_security_group(cloud, input).map(Output::from),
        Write::DeleteTags(input) => delete_tags(cloud, input).map(Output::from),
        Write::ModifyInstanceCreditSpecification(input) => {
            modify_instance_credit_specification(cloud, input).map(Output::from)
        }
        Write::ModifyDefaultCreditSpecification(input) => {
            Ok(modify_default_credit_specification(cloud, input).into())
        }
        Write::ModifyInstanceMaintenanceOptions(input) => {
            modify_instance_maintenance_options(cloud, input).map(Output::from)
        }
        Write::AllocateAddress(input) => allocate_address(cloud, input).map(Output::from),
        Write::AssociateAddress(input) => associate_address(cloud, input).map(Output::from),
        Write::DisassociateAddress(input) => disassociate_address(cloud, input).map(Output::from),
        Write::ReleaseAddress(input) => release_address(cloud, input).map(Output::from),
        Write::AssociateIamInstanceProfile(input) => {
            associate_iam_instance_profile(cloud, input).map(Output::from)
        }
        Write::DisassociateIamInstanceProfile(input) => {
            disassociate_iam_instance_profile(cloud, input).map(Output::from)
        }
        Write::ReplaceIamInstanceProfileAssociation(input) => {
            replace_iam_instance_profile_association(cloud, input).map(Output::from)
        }
        Write::CreateVpcEndpoint(input) => create_vpc_endpoint(cloud, input).map(Output::from),
        Write::ModifyVpcEndpoint(input) => modify_vpc_endpoint(cloud, input).map(Output::from),
        Write::DeleteVpcEndpoints(input) => delete_vpc_endpoints(cloud, input).map(Output::from),
        Write::ModifySubnetAttribute(input) => modify_subnet_attribute(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::DescribeInstances(input) => describe_instances(cloud, input).map(Output::from),
        Read::DescribeInstanceStatus(input) => describe_instance_status(cloud, input).map(Output::from),
        Read::DescribeInstanceTypes(input) => describe_instance_types(input).map(Output::from),
        Read::DescribeInstanceTypeOfferings(input) => {
            describe_instance_type_offerings(cloud, input).map(Output::from)
        }
        Read::DescribeRegions(input) => describe_regions(input).map(Output::from),
        Read::DescribeAvailabilityZones(input) => describe_availability_zones(cloud, input).map(Output::from),
        Read::DescribeSubnets(input) => describe_subnets(cloud, input).map(Output::from),
        Read::DescribeVpcs(input) => describe_vpcs(cloud, input).map(Output::from),
        Read::DescribeImages(input) => describe_images(cloud, input).map(Output::from),
        Read::DescribeTags(input) => describe_tags(cloud, input).map(Output::from),
        Read::DescribeLaunchTemplates(input) => describe_launch_templates(cloud, input).map(Output::from),
        Read::DescribeLaunchTemplateVersions(input) => {
            describe_launch_template_versions(cloud, input).map(Output::from)
        }
        Read::DescribeSecurityGroups(input) => describe_security_groups(cloud, input).map(Output::from),
        Read::DescribeSecurityGroupRules(input) => {
            describe_security_group_rules(cloud, input).map(Output::from)
        }
        Read::DescribeInstanceAttribute(input) => describe_instance_attribute(cloud, input).map(Output::from),
        Read::DescribeInstanceCreditSpecifications(input) => {
            describe_instance_credit_specifications(cloud, input).map(Output::from)
        }
        Read::GetDefaultCreditSpecification(input) => {
            Ok(get_default_credit_specification(cloud, input).into())
        }
        Read::DescribeAddresses(input) => describe_addresses(cloud, input).map(Output::from),
        Read::DescribeNetworkInterfaces(input) => describe_network_interfaces(cloud, input).map(Output::from),
        Read::DescribeVolumes(input) => describe_volumes(cloud, input).map(Output::from),
        Read::GetConsoleOutput(input) => get_console_output(cloud, input).map(Output::from),
        Read::DescribeAccountAttributes(input) => describe_account_attributes(cloud, input).map(Output::from),
        Read::DescribeIamInstanceProfileAssociations(input) => {
            describe_iam_instance_profile_associations(cloud, input).map(Output::from)
        }
        Read::DescribeVpcEndpoints(input) => describe_vpc_endpoints(cloud, input).map(Output::from),
        Read::DescribeRouteTables(input) => describe_route_tables(cloud, input).map(Output::from),
        Read::DescribePrefixLists(input) => describe_prefix_lists(cloud, input).map(Output::from),
    }
}

/// Of a Region or zone that need not be switched on.
const OPT_IN_STATUS: &str = "opt-in-not-required";

/// Whether all of `names` are `known`.
///
/// # Errors
/// `InvalidParameterValue`, naming the first that is not a `what`.
fn check_names(names: &[String], known: &[&str], what: &str) -> Result<(), ApiError> {
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(ApiError::invalid_parameter(format!("Invalid {what}: [{name}]"))),
    }
}

#[cfg(test)]
mod tests {
    use api::ec2 as shape;
    use api::{Kind, Shape, ShapeInfo};

    use super::*;
    use crate::filter::{FilterPath, NEVER, TAGS};

    #[test]
    fn every_filter_leads_to_a_member_of_the_answer() {
        check::<shape::Address>(describe_addresses::FILTERS);
        check::<shape::InstanceCreditSpecification>(credit_specifications::FILTERS);
        check::<shape::InstanceTypeOffering>(describe_instance_type_offerings::FILTERS);
        check::<shape::NetworkInterface>(describe_network_interfaces::FILTERS);
        check::<shape::SecurityGroupRule>(describe_security_group_rules::FILTERS);
        check::<shape::Volume>(describe_volumes::FILTERS);
        check::<shape::AvailabilityZone>(describe_availability_zones::FILTERS);
        check::<shape::Image>(describe_images::FILTERS);
        check::<shape::InstanceStatus>(describe_instance_status::FILTERS);
        check::<shape::InstanceTypeOffering>(describe_instance_type_offerings::FILTERS);
        check::<shape::InstanceTypeInfo>(describe_instance_types::FILTERS);
        check::<shape::Reservation>(describe_instances::FILTERS);
        check::<shape::Region>(describe_regions::FILTERS);
        check::<shape::LaunchTemplate>(describe_launch_templates::FILTERS);
        check::<shape::SecurityGroup>(describe_security_groups::FILTERS);
        check::<shape::Subnet>(describe_subnets::FILTERS);
        check::<shape::TagDescription>(describe_tags::FILTERS);
        check::<shape::Vpc>(describe_vpcs::FILTERS);
        check::<shape::IamInstanceProfileAssociation>(profiles::FILTERS);
        check::<shape::VpcEndpoint>(vpc_endpoints::FILTERS);
        check::<shape::RouteTable>(route_tables::FILTERS);
        check::<shape::PrefixList>(route_tables::PREFIX_LIST_FILTERS);
    }

    fn check<T: Shape>(table: &[FilterPath]) {
        for (name, path) in table.iter().filter(|(_, path)| *path != NEVER) {
            let is_structure = kind_at(Kind::Shape(T::declaration), path).is_some();
            assert_eq!(is_structure, *name == TAGS, "{name} {path}");
        }
        assert!(table.is_sorted_by_key(|(name, _)| *name));
    }

    /// The structure that stands at `path`; `None` for a plain value.
    fn kind_at(kind: Kind, path: &str) -> Option<&'static ShapeInfo> {
        match kind {
            Kind::List(entry) => kind_at(*entry, path),
            Kind::Shape(shape) if path.is_empty() => Some(shape()),
            Kind::Shape(shape) => {
                let (name, rest) = path.split_once('.').unwrap_or((path, ""));
                let member = shape().members.iter().find(|member| member.name == name);
                let member = member.unwrap_or_else(|| panic!("{} has no member {name}", shape().name));
                kind_at(member.kind, rest)
            }
            _ => {
                assert!(path.is_empty(), "{path} is in no structure");
                None
            }
        }
    }
}
