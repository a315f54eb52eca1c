//! Instance profiles: the role that an instance acts in.

use super::Filter;
use crate::shape::shapes;

shapes! {
    /// Gives an instance a role.
    pub struct AssociateIamInstanceProfileInput {
        /// The profile that holds the role.
        iam_instance_profile: Option<IamInstanceProfileSpecification> = "IamInstanceProfile" required,
        /// The instance; it must have none.
        instance_id: Option<String> = "InstanceId" required,
    }

    /// The association.
    pub struct AssociateIamInstanceProfileOutput {
        /// It is `associating`.
        iam_instance_profile_association: Option<IamInstanceProfileAssociation> = "IamInstanceProfileAssociation",
    }

    /// Takes its role from an instance.
    pub struct DisassociateIamInstanceProfileInput {
        /// The association.
        association_id: Option<String> = "AssociationId" required,
    }

    /// The association.
    pub struct DisassociateIamInstanceProfileOutput {
        /// It is `disassociating`.
        iam_instance_profile_association: Option<IamInstanceProfileAssociation> = "IamInstanceProfileAssociation",
    }

    /// Gives an instance another role than it has.
    pub struct ReplaceIamInstanceProfileAssociationInput {
        /// The profile that holds the role.
        iam_instance_profile: Option<IamInstanceProfileSpecification> = "IamInstanceProfile" required,
        /// The association that is replaced.
        association_id: Option<String> = "AssociationId" required,
    }

    /// The new association.
    pub struct ReplaceIamInstanceProfileAssociationOutput {
        /// It is `associating`.
        iam_instance_profile_association: Option<IamInstanceProfileAssociation> = "IamInstanceProfileAssociation",
    }

    /// Tells which instances have roles.
    pub struct DescribeIamInstanceProfileAssociationsInput {
        /// Which associations.
        association_ids: Vec<String> = "AssociationIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "MaxResults NextToken"

    /// Associations.
    pub struct DescribeIamInstanceProfileAssociationsOutput {
        /// In the order in which they were made.
        iam_instance_profile_associations: Vec<IamInstanceProfileAssociation> = "IamInstanceProfileAssociations" always,
    }

    /// An instance and its role.
    pub struct IamInstanceProfileAssociation {
        /// Its id.
        association_id: Option<String> = "AssociationId",
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// The profile.
        iam_instance_profile: Option<IamInstanceProfile> = "IamInstanceProfile",
        /// `associating`, `associated` or `disassociating`.
        state: Option<String> = "State",
    }

    /// A profile, by one of its names.
    pub struct IamInstanceProfileSpecification {
        /// Its ARN.
        arn: Option<String> = "Arn",
        /// Its name.
        name: Option<String> = "Name",
    }

    /// A profile.
    pub struct IamInstanceProfile {
        /// Its ARN.
        arn: Option<String> = "Arn",
        /// Its id.
        id: Option<String> = "Id",
    }
}
