//! Elastic IP addresses: public addresses that the account keeps until it releases them.
//!
//! Source: EC2 User Guide, "Elastic IP addresses". An instance has one public address: with an Elastic IP address on it, the
//! one that AWS lent it goes; without, it is lent a fresh one.

use crate::Cloud;
use crate::bill::{Item, prices};
use crate::ec2::{AddressIndex, Ec2, InstanceIndex, InstanceState, Tags};
use crate::fact::{FactId, What};
use crate::ids::{IdOf, id};

/// An Elastic IP address, by the order of allocations. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElasticIndex(pub(crate) u32);

impl ElasticIndex {
    /// As an index into the list of allocations.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// An Elastic IP address.
#[derive(Clone, Debug)]
pub struct ElasticAddress {
    /// `eipalloc-…`.
    pub allocation_id: String,
    /// The address.
    pub address: AddressIndex,
    /// Whose it is, if it is an instance's.
    pub association: Option<Association>,
    /// Its tags.
    pub tags: Tags,
    pub(crate) released: bool,
}

/// What binds an Elastic IP address to an instance.
#[derive(Clone, Debug)]
pub struct Association {
    /// `eipassoc-…`.
    pub id: String,
    /// The instance.
    pub instance: InstanceIndex,
}

impl Ec2 {
    /// The account's Elastic IP addresses, oldest first.
    pub fn elastic_addresses(&self) -> impl Iterator<Item = (ElasticIndex, &ElasticAddress)> {
        let indexed = (0..).map(ElasticIndex).zip(&self.all_elastic_addresses);
        indexed.filter(|(_, elastic)| !elastic.released)
    }

    /// The Elastic IP address on an instance.
    #[must_use]
    pub fn elastic_of(&self, instance: InstanceIndex) -> Option<ElasticIndex> {
        let is_its = |elastic: &ElasticAddress| {
            let association = elastic.association.as_ref();
            association.is_some_and(|association| association.instance == instance)
        };
        let mut all = self.elastic_addresses();
        all.find(|(_, elastic)| is_its(elastic)).map(|(index, _)| index)
    }
}

impl Cloud {
    pub(crate) fn allocate_address(&mut self, tags: Tags, cause: FactId) -> ElasticIndex {
        let index = ElasticIndex(self.ec2.all_elastic_addresses.len() as u32);
        let address = self.ec2.addresses.allocate(cause);
        self.ec2.all_elastic_addresses.push(ElasticAddress {
            allocation_id: id(self.seed, IdOf::Allocation, index.0.into()),
            address,
            association: None,
            tags,
            released: false,
        });
        let item = Item::ElasticAddress(index);
        self.bill.set(item, self.now, Some(prices::PUBLIC_IPV4));
        index
    }

    /// Gives an Elastic IP address to an instance that is not terminated; what stands in the way goes.
    pub(crate) fn associate_address(&mut self, index: ElasticIndex, instance: InstanceIndex, cause: FactId) {
        self.disassociate_address(index, cause);
        match self.ec2.elastic_of(instance) {
            Some(other) => drop(self.unbind(other, cause)),
            None => self.return_address(instance, cause),
        }
        let number = self.ec2.associations;
        self.ec2.associations += 1;
        let elastic = &mut self.ec2.all_elastic_addresses[index.index()];
        elastic.association = Some(Association {
            id: id(self.seed, IdOf::Association, number),
            instance,
        });
        let address = elastic.address;
        self.ec2.addresses.hand_over(address, instance);
        self.hold_address(instance, address, cause);
    }

    /// Takes an Elastic IP address from its instance, if it has one; a living instance is lent a fresh address.
    pub(crate) fn disassociate_address(&mut self, index: ElasticIndex, cause: FactId) {
        let Some(instance) = self.unbind(index, cause) else {
            return;
        };
        if matches!(
            self.ec2.instances[instance.index()].state,
            InstanceState::Pending | InstanceState::Running
        ) {
            self.lend_address(instance, cause);
        }
    }

    /// The instance that had the address has none now.
    fn unbind(&mut self, index: ElasticIndex, cause: FactId) -> Option<InstanceIndex> {
        let elastic = &mut self.ec2.all_elastic_addresses[index.index()];
        let instance = elastic.association.take()?.instance;
        self.return_address(instance, cause);
        Some(instance)
    }

    pub(crate) fn release_address(&mut self, index: ElasticIndex) {
        self.ec2.all_elastic_addresses[index.index()].released = true;
        self.bill.set(Item::ElasticAddress(index), self.now, None);
    }

    /// Lends an instance an address of AWS's pool, if it is to have one and has none.
    pub(crate) fn lend_address(&mut self, index: InstanceIndex, cause: FactId) {
        let instance = &self.ec2.instances[index.index()];
        if instance.wants_public_address && instance.public_address.is_none() {
            let address = self.ec2.addresses.assign(index);
            self.hold_address(index, address, cause);
        }
    }

    fn hold_address(&mut self, instance: InstanceIndex, address: AddressIndex, cause: FactId) {
        self.ec2.instances[instance.index()].public_address = Some(address);
        (self.services.charge)(self, instance);
        self.facts
            .note(self.now, cause, What::AddressAssigned { address, instance });
        self.settle_ways(instance, cause);
    }

    /// An instance gives up its public address, if it has one.
    pub(crate) fn return_address(&mut self, instance: InstanceIndex, cause: FactId) {
        let Some(address) = self.ec2.instances[instance.index()].public_address.take() else {
            return;
        };
        let what = What::AddressReleased { address, instance };
        let fact = self.facts.note(self.now, cause, what);
        self.ec2.addresses.release(address, fact);
        (self.services.charge)(self, instance);
        self.settle_ways(instance, fact);
    }
}
