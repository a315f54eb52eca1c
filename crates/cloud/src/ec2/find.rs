//! From the ids that callers write to what they name.

use api::ApiError;

use crate::ec2::{Ec2, InstanceIndex, SecurityGroup, SecurityGroupIndex};

/// All instances with these ids, each once, in the order named.
///
/// # Errors
/// `InvalidInstanceID.Malformed` or `InvalidInstanceID.NotFound` for the first id that names none.
pub(crate) fn find_all(ec2: &Ec2, ids: &[String]) -> Result<Vec<InstanceIndex>, ApiError> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        let index = find_one(ec2, id)?;
        if !found.contains(&index) {
            found.push(index);
        }
    }
    Ok(found)
}

/// The instance with this id.
///
/// # Errors
/// As for [`find_all`].
pub(crate) fn find_one(ec2: &Ec2, id: &str) -> Result<InstanceIndex, ApiError> {
    if !is_well_formed(id) {
        let message = format!("Invalid id: \"{id}\" (expecting \"i-...\")");
        return Err(ApiError {
            code: "InvalidInstanceID.Malformed",
            message,
        });
    }
    ec2.find(id).ok_or_else(|| not_found(id))
}

/// The id is well formed and names no instance.
pub(crate) fn not_found(id: &str) -> ApiError {
    ApiError {
        code: "InvalidInstanceID.NotFound",
        message: format!("The instance ID '{id}' does not exist"),
    }
}

/// `i-` and 8 or 17 hexadecimal digits.
fn is_well_formed(id: &str) -> bool {
    id.strip_prefix("i-").is_some_and(|digits| {
        matches!(digits.len(), 8 | 17)
            && digits
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

impl Ec2 {
    /// The security group with this id.
    pub(crate) fn group_with_id(&self, id: &str) -> Result<SecurityGroupIndex, ApiError> {
        self.group_where(
            |group| group.id == id,
            || format!("The security group '{id}' does not exist"),
        )
    }

    /// The security group with this name in the default VPC.
    pub(crate) fn group_named(&self, name: &str) -> Result<SecurityGroupIndex, ApiError> {
        let message = || {
            format!(
                "The security group '{name}' does not exist in default VPC '{}'",
                self.vpc_id
            )
        };
        self.group_where(|group| group.name == name, message)
    }

    fn group_where(
        &self,
        is_it: impl Fn(&SecurityGroup) -> bool,
        message: impl Fn() -> String,
    ) -> Result<SecurityGroupIndex, ApiError> {
        let index = self.security_groups.iter().position(is_it);
        let not_found = || ApiError {
            code: "InvalidGroup.NotFound",
            message: message(),
        };
        index
            .map(|index| SecurityGroupIndex(index as u32))
            .ok_or_else(not_found)
    }
}
