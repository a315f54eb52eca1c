//! Instance profiles: the role that an instance acts in when it asks AWS's other services.
//!
//! Source: EC2 User Guide, "IAM roles for Amazon EC2". The account has one profile, which may do everything to DynamoDB and S3;
//! an instance without it is answered `AccessDenied`.

use api::ApiError;
use api::ec2::{IamInstanceProfile, IamInstanceProfileSpecification};
use des::SimTime;

use crate::Cloud;
use crate::ec2::{Ec2, InstanceIndex, InstanceState, defaults};
use crate::fact::{FactId, What};
use crate::ids::{IdOf, check_id, id};

/// The account's only profile. Our choice of a name; the course's role of this kind is `EmployeeWebApp`.
pub const PROFILE: &str = "employee-directory-role";
/// Its id. Ours.
const PROFILE_ID: &str = "AIPAQWERTYDIRECTORY01";

/// An instance and its role.
#[derive(Clone, Debug)]
pub struct ProfileAssociation {
    /// `iip-assoc-` and 17 hexadecimal digits.
    pub id: String,
    /// The instance.
    pub instance: InstanceIndex,
    /// When it was made.
    pub since: SimTime,
    pub(crate) ended: bool,
}

/// The ARN of the account's profile.
#[must_use]
pub fn profile_arn() -> String {
    format!("arn:aws:iam::{}:instance-profile/{PROFILE}", defaults::ACCOUNT_ID)
}

/// The profile in the words of EC2's API.
pub(crate) fn profile_to_api() -> IamInstanceProfile {
    IamInstanceProfile {
        arn: Some(profile_arn()),
        id: Some(PROFILE_ID.to_owned()),
    }
}

/// Whether a call names the account's profile.
///
/// # Errors
/// `InvalidParameterValue` for any other, and for none.
pub(crate) fn check_profile(specification: &IamInstanceProfileSpecification) -> Result<(), ApiError> {
    let invalid = |value: &str, member: &str, what: &str| {
        ApiError::invalid_parameter(format!(
            "Value ({value}) for parameter iamInstanceProfile.{member} is invalid. Invalid IAM Instance Profile {what}"
        ))
    };
    match (specification.name.as_deref(), specification.arn.as_deref()) {
        (Some(PROFILE), None) => Ok(()),
        (Some(name), None) => Err(invalid(name, "name", "name")),
        (None, Some(arn)) if arn == profile_arn() => Ok(()),
        (None, Some(arn)) => Err(invalid(arn, "arn", "ARN")),
        (Some(_), Some(_)) => Err(ApiError::invalid_parameter_combination(
            "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'",
        )),
        (None, None) => Err(ApiError::missing_parameter("IamInstanceProfile.Name")),
    }
}

impl Ec2 {
    /// The associations that hold, oldest first, by their places among all.
    pub fn profile_associations(&self) -> impl Iterator<Item = (usize, &ProfileAssociation)> {
        let holds = |association: &ProfileAssociation| {
            let state = self.instances[association.instance.index()].state;
            !association.ended && state != InstanceState::Terminated
        };
        self.all_associations
            .iter()
            .enumerate()
            .filter(move |(_, association)| holds(association))
    }

    /// The association of an instance, if it has one.
    #[must_use]
    pub fn profile_of(&self, instance: InstanceIndex) -> Option<usize> {
        let mut associations = self.profile_associations();
        let found = associations.find(|(_, association)| association.instance == instance);
        found.map(|(place, _)| place)
    }

    /// The association with this id.
    ///
    /// # Errors
    /// `InvalidAssociationID.Malformed` or `InvalidAssociationID.NotFound`.
    pub(crate) fn association_with_id(&self, id: &str) -> Result<usize, ApiError> {
        check_id(id, "iip-assoc-", "InvalidAssociationID.Malformed")?;
        let mut associations = self.profile_associations();
        let found = associations.find(|(_, association)| association.id == id);
        found.map(|(place, _)| place).ok_or_else(|| {
            let message = format!("An invalid association-id of '{id}' was given");
            ApiError::new("InvalidAssociationID.NotFound", message)
        })
    }
}

impl Cloud {
    /// An instance gets the profile; the place of the association.
    pub(crate) fn associate_profile(&mut self, instance: InstanceIndex, cause: FactId) -> usize {
        let place = self.give_profile(instance);
        let fact = self.facts.note(self.now, cause, What::ProfileChanged(instance));
        self.settle_ways(instance, fact);
        place
    }

    /// The same for an instance that is just being launched.
    pub(crate) fn give_profile(&mut self, instance: InstanceIndex) -> usize {
        let place = self.ec2.all_associations.len();
        self.ec2.all_associations.push(ProfileAssociation {
            id: id(self.seed, IdOf::ProfileAssociation, place as u64),
            instance,
            since: self.now,
            ended: false,
        });
        place
    }

    /// An instance loses its profile.
    pub(crate) fn disassociate_profile(&mut self, place: usize, cause: FactId) {
        let association = &mut self.ec2.all_associations[place];
        association.ended = true;
        let instance = association.instance;
        let fact = self.facts.note(self.now, cause, What::ProfileChanged(instance));
        self.settle_ways(instance, fact);
    }
}
