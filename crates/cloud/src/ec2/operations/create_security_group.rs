//! `CreateSecurityGroup`: makes a group that lets nothing in.
//!
//! Source: EC2 API Reference, CreateSecurityGroup; texts as seen on real AWS.

use api::ApiError;
use api::ec2::{CreateSecurityGroupInput, CreateSecurityGroupOutput};

use crate::Cloud;
use crate::ec2::permission::check_text;
use crate::ec2::{SecurityGroup, defaults, tag};
use crate::ids::{IdOf, id};

pub(crate) fn create_security_group(
    cloud: &mut Cloud,
    input: &CreateSecurityGroupInput,
) -> Result<CreateSecurityGroupOutput, ApiError> {
    let group = decide(cloud, input)?;
    cloud.accept();
    let output = CreateSecurityGroupOutput {
        group_id: Some(group.id.clone()),
        tags: tag::to_api(&group.tags),
        security_group_arn: Some(cloud.security_group_arn(&group)),
    };
    cloud.ec2.security_groups.push(group);
    Ok(output)
}

fn decide(cloud: &Cloud, input: &CreateSecurityGroupInput) -> Result<SecurityGroup, ApiError> {
    let name = input.group_name.as_deref().unwrap_or_default();
    let description = input.description.as_deref().unwrap_or_default();
    check_name(name)?;
    check_text(description, "security group")?;
    check_vpc(cloud, input.vpc_id.as_deref())?;
    check_new(cloud, name)?;
    Ok(SecurityGroup {
        id: id(
            cloud.seed,
            IdOf::SecurityGroup,
            cloud.ec2.security_groups.len() as u64,
        ),
        name: name.to_owned(),
        description: description.to_owned(),
        inbound: Vec::new(),
        tags: tag::read_specifications(&input.tag_specifications, "security-group")?,
        deleted: false,
    })
}

fn check_name(name: &str) -> Result<(), ApiError> {
    let refused = |why: &str| {
        let message = format!("Value ({name}) for parameter GroupName is invalid. {why}");
        Err(ApiError::invalid_parameter(message))
    };
    if name.starts_with("sg-") {
        refused("Group names may not be in the format sg-*.")
    } else if !name.is_ascii() {
        refused("Character sets beyond ASCII are not supported.")
    } else if check_text(name, "security group").is_err() || name.trim() != name {
        refused(
            "Valid names are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
        )
    } else {
        Ok(())
    }
}

fn check_vpc(cloud: &Cloud, vpc_id: Option<&str>) -> Result<(), ApiError> {
    match vpc_id {
        Some(id) if id != cloud.ec2.vpc_id => Err(ApiError::vpc_not_found(id)),
        _ => Ok(()),
    }
}

fn check_new(cloud: &Cloud, name: &str) -> Result<(), ApiError> {
    let (groups, vpc) = (&cloud.ec2.security_groups, &cloud.ec2.vpc_id);
    if name.eq_ignore_ascii_case("default") {
        let message = format!("Cannot use reserved security group name: {name}");
        return Err(ApiError::new("InvalidGroup.Reserved", message));
    }
    let mut living = groups.iter().filter(|group| !group.deleted);
    if living.any(|group| group.name == name) {
        let message = format!("The security group '{name}' already exists for VPC '{vpc}'");
        return Err(ApiError::new("InvalidGroup.Duplicate", message));
    }
    if groups.iter().filter(|group| !group.deleted).count() >= defaults::SECURITY_GROUPS {
        let message = format!("The maximum number of security groups for VPC '{vpc}' has been reached.");
        return Err(ApiError::new("SecurityGroupLimitExceeded", message));
    }
    Ok(())
}
