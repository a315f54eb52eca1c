//! `AllocateAddress`, `AssociateAddress`, `DisassociateAddress`, `ReleaseAddress`.
//!
//! Source: EC2 API Reference, the operations named; texts as seen on real AWS. Simplified: addresses are named by their ids,
//! and go to instances, not to interfaces.

use api::ApiError;
use api::ec2::{
    AllocateAddressInput, AllocateAddressOutput, AssociateAddressInput, AssociateAddressOutput,
    DisassociateAddressInput, ReleaseAddressInput,
};

use crate::Cloud;
use crate::ec2::{ElasticAddress, ElasticIndex, InstanceIndex, InstanceState, defaults, tag};
use crate::ids::check_id;

pub(super) fn allocate_address(
    cloud: &mut Cloud,
    input: &AllocateAddressInput,
) -> Result<AllocateAddressOutput, ApiError> {
    let tags = tag::read_specifications(&input.tag_specifications, "elastic-ip")?;
    if cloud.ec2.elastic_addresses().count() >= defaults::ELASTIC_ADDRESSES || !cloud.addresses_left(1) {
        let message = "The maximum number of addresses has been reached.";
        return Err(ApiError::new("AddressLimitExceeded", message));
    }
    let cause = cloud.accept();
    let index = cloud.allocate_address(tags, cause);
    let elastic = &cloud.ec2.all_elastic_addresses[index.index()];
    Ok(AllocateAddressOutput {
        allocation_id: Some(elastic.allocation_id.clone()),
        public_ipv4_pool: Some("amazon".to_owned()),
        network_border_group: Some(cloud.region.name.to_owned()),
        domain: Some("vpc".to_owned()),
        public_ip: Some(elastic.address.ip().to_string()),
    })
}

pub(super) fn associate_address(
    cloud: &mut Cloud,
    input: &AssociateAddressInput,
) -> Result<AssociateAddressOutput, ApiError> {
    let index = cloud.elastic_with_id(input.allocation_id.as_deref().unwrap_or_default())?;
    let instance = cloud.instance_with_id(input.instance_id.as_deref().unwrap_or_default())?;
    check_state(cloud, instance)?;
    if is_on(cloud, index) != Some(instance) {
        check_free(cloud, index, input.allow_reassociation.unwrap_or(true))?;
        check_lendable(cloud, index)?;
        let cause = cloud.accept();
        cloud.associate_address(index, instance, cause);
    }
    cloud.accept();
    let association = cloud.ec2.all_elastic_addresses[index.index()]
        .association
        .as_ref();
    Ok(AssociateAddressOutput {
        association_id: association.map(|association| association.id.clone()),
    })
}

pub(super) fn disassociate_address(
    cloud: &mut Cloud,
    input: &DisassociateAddressInput,
) -> Result<(), ApiError> {
    let id = input.association_id.as_deref().unwrap_or_default();
    check_id(id, "eipassoc-", "InvalidAssociationID.Malformed")?;
    let is_it = |elastic: &ElasticAddress| elastic.association.as_ref().is_some_and(|bond| bond.id == id);
    let mut all = cloud.ec2.elastic_addresses();
    let found = all.find(|(_, elastic)| is_it(elastic)).map(|(index, _)| index);
    drop(all);
    let index = found.ok_or_else(|| {
        let message = format!("The association ID '{id}' does not exist");
        ApiError::new("InvalidAssociationID.NotFound", message)
    })?;
    check_lendable(cloud, index)?;
    let cause = cloud.accept();
    cloud.disassociate_address(index, cause);
    Ok(())
}

pub(super) fn release_address(cloud: &mut Cloud, input: &ReleaseAddressInput) -> Result<(), ApiError> {
    let index = cloud.elastic_with_id(input.allocation_id.as_deref().unwrap_or_default())?;
    let elastic = &cloud.ec2.all_elastic_addresses[index.index()];
    if elastic.association.is_some() {
        let message = format!("Address {} is in use.", elastic.address.ip());
        return Err(ApiError::new("InvalidIPAddress.InUse", message));
    }
    cloud.accept();
    cloud.release_address(index);
    Ok(())
}

impl Cloud {
    /// The Elastic IP address with this allocation id.
    ///
    /// # Errors
    /// `InvalidAllocationID.Malformed` or `InvalidAllocationID.NotFound`.
    pub(super) fn elastic_with_id(&self, id: &str) -> Result<ElasticIndex, ApiError> {
        check_id(id, "eipalloc-", "InvalidAllocationID.Malformed")?;
        let mut all = self.ec2.elastic_addresses();
        let found = all.find(|(_, elastic)| elastic.allocation_id == id);
        found
            .map(|(index, _)| index)
            .ok_or_else(|| ApiError::allocation_not_found(id))
    }
}

/// The text for an instance that is going is not published.
fn check_state(cloud: &Cloud, index: InstanceIndex) -> Result<(), ApiError> {
    let instance = &cloud.ec2.instances[index.index()];
    match instance.state {
        InstanceState::Running | InstanceState::Stopping | InstanceState::Stopped => Ok(()),
        InstanceState::Pending | InstanceState::ShuttingDown | InstanceState::Terminated => {
            let (state, id) = (instance.state.name(), &instance.id);
            Err(ApiError::incorrect_instance_state(format!(
                "The {state} instance '{id}' is not in a valid state for this operation."
            )))
        }
    }
}

fn is_on(cloud: &Cloud, index: ElasticIndex) -> Option<InstanceIndex> {
    let association = cloud.ec2.all_elastic_addresses[index.index()]
        .association
        .as_ref();
    association.map(|association| association.instance)
}

fn check_free(cloud: &Cloud, index: ElasticIndex, may_take: bool) -> Result<(), ApiError> {
    let elastic = &cloud.ec2.all_elastic_addresses[index.index()];
    match &elastic.association {
        Some(association) if !may_take => {
            let (address, bond) = (&elastic.allocation_id, &association.id);
            let message = format!("resource {address} is already associated with associate-id {bond}");
            Err(ApiError::new("Resource.AlreadyAssociated", message))
        }
        _ => Ok(()),
    }
}

/// The instance that loses the address is lent another. The text is not published, for AWS's pool is never empty.
fn check_lendable(cloud: &Cloud, index: ElasticIndex) -> Result<(), ApiError> {
    if is_on(cloud, index).is_none() || cloud.addresses_left(1) {
        return Ok(());
    }
    let message = "There are no public addresses left to assign.";
    Err(ApiError::new("InsufficientAddressCapacity", message))
}
