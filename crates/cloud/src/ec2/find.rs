//! From the ids that callers write to what they name.

use api::ApiError;

use crate::Cloud;
use crate::ec2::{Ec2, InstanceIndex, InstanceState, SecurityGroup, SecurityGroupIndex, defaults};
use crate::ids::check_id;

impl Cloud {
    /// Whether EC2 still shows an instance: a terminated one disappears about an hour later.
    #[must_use]
    pub fn is_visible(&self, index: InstanceIndex) -> bool {
        let instance = &self.ec2.instances[index.index()];
        instance.state != InstanceState::Terminated
            || self.now.since(instance.state_since) < defaults::TERMINATED_VISIBLE
    }

    /// The instance with this id.
    ///
    /// # Errors
    /// `InvalidInstanceID.Malformed` or `InvalidInstanceID.NotFound`.
    pub(crate) fn instance_with_id(&self, id: &str) -> Result<InstanceIndex, ApiError> {
        Ok(self.instances_with_ids(std::slice::from_ref(&id))?[0])
    }

    /// All instances with these ids, each once, in the order named.
    ///
    /// # Errors
    /// `InvalidInstanceID.Malformed` for the first id that is none, or else `InvalidInstanceID.NotFound` for all that name
    /// no instance.
    pub(crate) fn instances_with_ids(&self, ids: &[impl AsRef<str>]) -> Result<Vec<InstanceIndex>, ApiError> {
        let (mut found, mut unknown) = (Vec::with_capacity(ids.len()), Vec::new());
        for id in ids.iter().map(AsRef::as_ref) {
            check_id(id, "i-", "InvalidInstanceID.Malformed")?;
            match self.ec2.find(id).filter(|index| self.is_visible(*index)) {
                Some(index) if found.contains(&index) => {}
                Some(index) => found.push(index),
                None => unknown.push(id),
            }
        }
        match unknown[..] {
            [] => Ok(found),
            [id] => Err(ApiError::instance_not_found(id)),
            _ => Err(instances_not_found(&unknown)),
        }
    }

    /// The instances with these ids, or all that EC2 shows if there are none; oldest first.
    ///
    /// # Errors
    /// As for [`Cloud::instances_with_ids`].
    pub(crate) fn named_or_all(&self, ids: &[String]) -> Result<Vec<InstanceIndex>, ApiError> {
        if ids.is_empty() {
            return Ok(self
                .ec2
                .indexes()
                .filter(|index| self.is_visible(*index))
                .collect());
        }
        let mut named = self.instances_with_ids(ids)?;
        named.sort_unstable();
        Ok(named)
    }
}

fn instances_not_found(ids: &[&str]) -> ApiError {
    let message = format!("The instance IDs '{}' do not exist", ids.join(", "));
    ApiError::new("InvalidInstanceID.NotFound", message)
}

impl Ec2 {
    /// The security group that a call names by id or else by name.
    ///
    /// # Errors
    /// `MissingParameter` if it names none, `InvalidParameterCombination` if it does both, `InvalidGroup.NotFound`.
    pub(crate) fn group_of(
        &self,
        id: Option<&str>,
        name: Option<&str>,
    ) -> Result<SecurityGroupIndex, ApiError> {
        match (id, name) {
            (Some(id), None) => self.group_with_id(id),
            (None, Some(name)) => self.group_named(name),
            (Some(_), Some(_)) => Err(ApiError::invalid_parameter_combination(
                "The parameter 'groupName' may not be used in combination with 'groupId'",
            )),
            (None, None) => Err(ApiError::missing_parameter("groupName or groupId")),
        }
    }

    /// The security group with this id.
    ///
    /// # Errors
    /// `InvalidGroupId.Malformed` or `InvalidGroup.NotFound`.
    pub(crate) fn group_with_id(&self, id: &str) -> Result<SecurityGroupIndex, ApiError> {
        check_id(id, "sg-", "InvalidGroupId.Malformed")?;
        self.group_where(|group| group.id == id)
            .ok_or_else(|| ApiError::security_group_not_found(id))
    }

    /// The security groups with these ids, each once, in the order named.
    ///
    /// # Errors
    /// As for [`Ec2::group_with_id`].
    pub(crate) fn groups_with_ids(&self, ids: &[String]) -> Result<Vec<SecurityGroupIndex>, ApiError> {
        let mut groups = Vec::with_capacity(ids.len());
        for id in ids {
            let group = self.group_with_id(id)?;
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        Ok(groups)
    }

    /// The security group with this name in the default VPC.
    ///
    /// # Errors
    /// `InvalidGroup.NotFound`.
    pub(crate) fn group_named(&self, name: &str) -> Result<SecurityGroupIndex, ApiError> {
        self.group_where(|group| group.name == name).ok_or_else(|| {
            let vpc = &self.vpc_id;
            let message = format!("The security group '{name}' does not exist in default VPC '{vpc}'");
            ApiError::new("InvalidGroup.NotFound", message)
        })
    }

    fn group_where(&self, is_it: impl Fn(&SecurityGroup) -> bool) -> Option<SecurityGroupIndex> {
        let index = self
            .security_groups
            .iter()
            .position(|group| !group.deleted && is_it(group));
        index.map(|index| SecurityGroupIndex(index as u32))
    }
}
