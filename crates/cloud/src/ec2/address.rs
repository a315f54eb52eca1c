//! Public IPv4 addresses.

use std::net::Ipv4Addr;

use crate::ec2::InstanceIndex;
use crate::elbv2::NodeIndex;
use crate::fact::FactId;

/// A public address, by its place in the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AddressIndex(pub(crate) u32);

impl AddressIndex {
    pub(crate) const NONE: Self = Self(u32::MAX);

    /// The address itself.
    #[must_use]
    pub fn ip(self) -> Ipv4Addr {
        let (base, offset) = place(self.0);
        Ipv4Addr::from(u32::from(base) + 1 + offset)
    }
}

/// The pool that stands for AWS's: blocks set aside for documentation and for tests, so that no real address is shown.
/// Sources: RFC 5737, RFC 2544. The first and last address of a block are not used.
const BLOCKS: [(Ipv4Addr, u32); 4] = [
    (Ipv4Addr::new(203, 0, 113, 0), 254),
    (Ipv4Addr::new(198, 51, 100, 0), 254),
    (Ipv4Addr::new(192, 0, 2, 0), 254),
    (Ipv4Addr::new(198, 18, 0, 0), (1 << 17) - 2),
];

fn place(index: u32) -> (Ipv4Addr, u32) {
    let mut left = index;
    for (base, size) in BLOCKS {
        if left < size {
            return (base, left);
        }
        left -= size;
    }
    unreachable!("indexes are given out below the size of the pool")
}

/// Which address belongs to whom.
#[derive(Clone, Debug, Default)]
pub struct AddressPool {
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    owner: InstanceIndex,
    node: NodeIndex,
    last_owner: InstanceIndex,
    blame: FactId,
}

impl AddressPool {
    /// How many addresses there are.
    pub(crate) const SIZE: u32 = 3 * 254 + (1 << 17) - 2;

    /// The pool's address with this number, if it is one.
    #[must_use]
    pub fn index_of(ip: Ipv4Addr) -> Option<AddressIndex> {
        let mut before = 0;
        for (base, size) in BLOCKS {
            let offset = u32::from(ip).wrapping_sub(u32::from(base) + 1);
            if offset < size {
                return Some(AddressIndex(before + offset));
            }
            before += size;
        }
        None
    }

    /// Who has the address now.
    #[must_use]
    pub fn owner(&self, address: AddressIndex) -> Option<InstanceIndex> {
        self.rows.get(address.0 as usize)?.owner.some()
    }

    /// The load balancer's node that has the address now.
    #[must_use]
    pub fn node(&self, address: AddressIndex) -> Option<NodeIndex> {
        self.rows.get(address.0 as usize)?.node.some()
    }

    /// Who has the address or had it last; no instance if nobody ever did.
    #[must_use]
    pub fn last_owner(&self, address: AddressIndex) -> InstanceIndex {
        self.rows
            .get(address.0 as usize)
            .map_or(InstanceIndex::NONE, |row| row.last_owner)
    }

    /// The fact that took the address from its last owner.
    #[must_use]
    pub fn blame(&self, address: AddressIndex) -> FactId {
        self.rows
            .get(address.0 as usize)
            .map_or(FactId::NONE, |row| row.blame)
    }

    /// How many can still be given out.
    pub(crate) fn left(&self) -> u32 {
        Self::SIZE - self.rows.len() as u32
    }

    /// Gives out the next address that nobody has had. Simplified: AWS may give a released one to somebody else.
    pub(crate) fn assign(&mut self, owner: InstanceIndex) -> AddressIndex {
        assert!(self.left() > 0, "callers check that an address is left");
        self.give(owner, NodeIndex::NONE)
    }

    /// The same to a load balancer's node.
    pub(crate) fn assign_to_node(&mut self, node: NodeIndex) -> AddressIndex {
        assert!(self.left() > 0, "a load balancer needs an address for each node");
        self.give(InstanceIndex::NONE, node)
    }

    /// Sets the next address aside for nobody yet: an Elastic IP address.
    pub(crate) fn allocate(&mut self, blame: FactId) -> AddressIndex {
        let address = self.give(InstanceIndex::NONE, NodeIndex::NONE);
        self.rows[address.0 as usize].blame = blame;
        address
    }

    /// An Elastic IP address is an instance's from now on.
    pub(crate) fn hand_over(&mut self, address: AddressIndex, owner: InstanceIndex) {
        let row = &mut self.rows[address.0 as usize];
        (row.owner, row.last_owner, row.blame) = (owner, owner, FactId::NONE);
    }

    fn give(&mut self, owner: InstanceIndex, node: NodeIndex) -> AddressIndex {
        self.rows.push(Row {
            owner,
            node,
            last_owner: owner,
            blame: FactId::NONE,
        });
        AddressIndex(self.rows.len() as u32 - 1)
    }

    pub(crate) fn release(&mut self, address: AddressIndex, blame: FactId) {
        let row = &mut self.rows[address.0 as usize];
        row.owner = InstanceIndex::NONE;
        row.node = NodeIndex::NONE;
        row.blame = blame;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_its_index_are_one() {
        for index in [0, 24, 253, 254, 507, 508, 761, 762, AddressPool::SIZE - 1] {
            assert_eq!(
                AddressPool::index_of(AddressIndex(index).ip()),
                Some(AddressIndex(index))
            );
        }
        assert_eq!(AddressIndex(24).ip(), Ipv4Addr::new(203, 0, 113, 25));
        assert_eq!(AddressPool::index_of(Ipv4Addr::new(203, 0, 113, 0)), None);
        assert_eq!(AddressPool::index_of(Ipv4Addr::new(198, 19, 255, 255)), None);
    }

    #[test]
    fn a_released_address_has_no_owner_and_knows_why() {
        let mut pool = AddressPool::default();
        let address = pool.assign(InstanceIndex(3));
        assert_eq!(pool.owner(address), Some(InstanceIndex(3)));
        pool.release(address, FactId(9));
        assert_eq!((pool.owner(address), pool.blame(address)), (None, FactId(9)));
        assert_ne!(pool.assign(InstanceIndex(4)), address);
    }
}
