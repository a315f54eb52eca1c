//! Instance profiles of instances: `AssociateIamInstanceProfile` and its family.
//!
//! Source: EC2 API Reference; texts as seen on real AWS. Simplified: an association holds at once. Filters: `instance-id`, `state`.

use api::ApiError;
use api::ec2::{
    AssociateIamInstanceProfileInput, AssociateIamInstanceProfileOutput,
    DescribeIamInstanceProfileAssociationsInput, DescribeIamInstanceProfileAssociationsOutput,
    DisassociateIamInstanceProfileInput, DisassociateIamInstanceProfileOutput, IamInstanceProfileAssociation,
    ReplaceIamInstanceProfileAssociationInput, ReplaceIamInstanceProfileAssociationOutput,
};

use crate::Cloud;
use crate::ec2::InstanceState;
use crate::ec2::profile::{check_profile, profile_to_api};
use crate::filter::{FilterPath, narrow};

pub(super) const FILTERS: &[FilterPath] = &[("instance-id", "InstanceId"), ("state", "State")];

pub(crate) fn associate_iam_instance_profile(
    cloud: &mut Cloud,
    input: &AssociateIamInstanceProfileInput,
) -> Result<AssociateIamInstanceProfileOutput, ApiError> {
    let id = input.instance_id.as_deref().unwrap_or_default();
    let instance = cloud.instance_with_id(id)?;
    check_profile(&input.iam_instance_profile.clone().unwrap_or_default())?;
    let state = cloud.ec2.instances[instance.index()].state;
    if matches!(state, InstanceState::ShuttingDown | InstanceState::Terminated) {
        return Err(ApiError::incorrect_instance_state(format!(
            "The instance '{id}' is not in a valid state for this operation."
        )));
    }
    if cloud.ec2.profile_of(instance).is_some() {
        return Err(ApiError::new(
            "IncorrectState",
            format!("There is an existing association for instance {id}"),
        ));
    }
    let cause = cloud.accept();
    let place = cloud.associate_profile(instance, cause);
    Ok(AssociateIamInstanceProfileOutput {
        iam_instance_profile_association: Some(association(cloud, place, "associating")),
    })
}

pub(crate) fn disassociate_iam_instance_profile(
    cloud: &mut Cloud,
    input: &DisassociateIamInstanceProfileInput,
) -> Result<DisassociateIamInstanceProfileOutput, ApiError> {
    let place = cloud
        .ec2
        .association_with_id(input.association_id.as_deref().unwrap_or_default())?;
    let cause = cloud.accept();
    cloud.disassociate_profile(place, cause);
    Ok(DisassociateIamInstanceProfileOutput {
        iam_instance_profile_association: Some(association(cloud, place, "disassociating")),
    })
}

/// The instance is never without: it loses one association and has the next in the same instant.
pub(crate) fn replace_iam_instance_profile_association(
    cloud: &mut Cloud,
    input: &ReplaceIamInstanceProfileAssociationInput,
) -> Result<ReplaceIamInstanceProfileAssociationOutput, ApiError> {
    let place = cloud
        .ec2
        .association_with_id(input.association_id.as_deref().unwrap_or_default())?;
    check_profile(&input.iam_instance_profile.clone().unwrap_or_default())?;
    let cause = cloud.accept();
    cloud.ec2.all_associations[place].ended = true;
    let instance = cloud.ec2.all_associations[place].instance;
    let place = cloud.associate_profile(instance, cause);
    Ok(ReplaceIamInstanceProfileAssociationOutput {
        iam_instance_profile_association: Some(association(cloud, place, "associating")),
    })
}

pub(crate) fn describe_iam_instance_profile_associations(
    cloud: &Cloud,
    input: &DescribeIamInstanceProfileAssociationsInput,
) -> Result<DescribeIamInstanceProfileAssociationsOutput, ApiError> {
    let named = input.association_ids.iter();
    let named: Vec<usize> = named
        .map(|id| cloud.ec2.association_with_id(id))
        .collect::<Result<_, _>>()?;
    let all = cloud.ec2.profile_associations().map(|(place, _)| place);
    let asked = all.filter(|place| named.is_empty() || named.contains(place));
    let found = asked
        .map(|place| association(cloud, place, "associated"))
        .collect();
    Ok(DescribeIamInstanceProfileAssociationsOutput {
        iam_instance_profile_associations: narrow(found, &input.filters, FILTERS)?,
    })
}

fn association(cloud: &Cloud, place: usize, state: &str) -> IamInstanceProfileAssociation {
    let association = &cloud.ec2.all_associations[place];
    IamInstanceProfileAssociation {
        association_id: Some(association.id.clone()),
        instance_id: Some(cloud.ec2.instances[association.instance.index()].id.clone()),
        iam_instance_profile: Some(profile_to_api()),
        state: Some(state.to_owned()),
    }
}
