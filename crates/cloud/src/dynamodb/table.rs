//! A table: its items, its capacity, its state.

use api::dynamodb::AttributeDefinition;
use des::{Digest, SimTime, Ticket};

use super::defaults;
use super::directory;
use super::key::{Key, KeySchema};
use super::metrics::Counts;
use super::value::{Item, item_size};
use crate::app::{Added, TokenBucket};
use crate::fact::FactId;

/// A table, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableIndex(pub(crate) u32);

impl TableIndex {
    /// As an index into the list of tables.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The state of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableStatus {
    /// It is being made.
    Creating,
    /// It serves.
    Active,
    /// It serves, and its capacity is being changed.
    Updating,
    /// It is being deleted.
    Deleting,
}

impl TableStatus {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Creating => "CREATING",
            Self::Active => "ACTIVE",
            Self::Updating => "UPDATING",
            Self::Deleting => "DELETING",
        }
    }

    /// Whether reads and writes are taken.
    #[must_use]
    pub const fn serves(self) -> bool {
        matches!(self, Self::Active | Self::Updating)
    }
}

/// How capacity is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Billing {
    /// Bought ahead: read and write capacity units.
    Provisioned([u64; 2]),
    /// By the request.
    OnDemand,
}

/// An item and where it stands.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its key.
    pub key: Key,
    /// Its attributes.
    pub item: Item,
}

/// A write that an eventually consistent read may still miss.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) until: SimTime,
    pub(crate) key: Key,
    /// The item as it was.
    pub(crate) before: Option<Item>,
}

/// Turning requests away because a capacity is used up: since which fact, and when it last did.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Episode {
    pub(crate) fact: FactId,
    pub(crate) last: SimTime,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its id.
    pub id: String,
    /// Its keys.
    pub schema: KeySchema,
    pub(crate) definitions: Vec<AttributeDefinition>,
    /// Where it is in its life.
    pub status: TableStatus,
    /// When it was made.
    pub created: SimTime,
    /// How it is paid for.
    pub billing: Billing,
    /// What it is about to become.
    pub(crate) pending: Option<Billing>,
    /// Since when it is, or was last, paid by the request.
    pub(crate) on_demand_since: Option<SimTime>,
    pub(crate) increased: Option<SimTime>,
    /// When each decrease was.
    pub(crate) decreases: Vec<SimTime>,
    /// Whether it cannot be deleted.
    pub deletion_protection: bool,
    /// Its labels.
    pub tags: Vec<(String, String)>,
    /// Its items, by key, but for those that the app has just added.
    pub items: Vec<Stored>,
    /// What the app has added.
    pub added: Added,
    /// Items and bytes, as they were last counted.
    pub(crate) counted: [u64; 2],
    pub(crate) changes: Vec<Change>,
    /// What it lets through: half read units and write units.
    pub capacity: [TokenBucket; 2],
    /// The highest minute so far, in units of `capacity` a second.
    pub(crate) peak: [u64; 2],
    pub(crate) episodes: [Option<Episode>; 2],
    pub(crate) counts: Counts,
    /// What was asked of it while that was paid for by the request, in units of `capacity`.
    pub(crate) requested: [u64; 2],
    /// Bytes that were stored, summed up over the hours.
    pub(crate) byte_hours: u64,
    /// The newest fact about its state: the cause of what follows.
    pub cause: FactId,
    pub(crate) ticket: Ticket,
    /// Whether it is gone.
    pub(crate) deleted: bool,
}

/// Half units of reads to one, units of writes to one: in which `capacity` counts.
pub(crate) const PARTS: [u64; 2] = [2, 1];

impl Table {
    /// What it lets through, by how it is paid for.
    pub(crate) fn rates(billing: Billing, peak: [u64; 2]) -> [(u64, u64); 2] {
        [0, 1].map(|way| match billing {
            Billing::Provisioned(units) => (units[way] * PARTS[way], defaults::BURST_S),
            Billing::OnDemand => {
                let units = (defaults::ON_DEMAND[way] * PARTS[way]).max(2 * peak[way]);
                (units.min(defaults::TABLE_MAX * PARTS[way]), 1)
            }
        })
    }

    /// From now on it is paid for like this.
    pub(crate) fn set_billing(&mut self, now: SimTime, billing: Billing) {
        self.settle_requests();
        self.billing = billing;
        self.set_rates(now);
    }

    /// What was asked of it since the last time is known to be paid for by the request, or not.
    pub(crate) fn settle_requests(&mut self) {
        let new = self.counts.not_settled();
        if self.billing == Billing::OnDemand {
            self.requested = [self.requested[0] + new[0], self.requested[1] + new[1]];
        }
    }

    /// What it lets through follows how it is paid for, and what it has served.
    pub(crate) fn set_rates(&mut self, now: SimTime) {
        let rates = Self::rates(self.billing, self.peak);
        for (bucket, (rate, seconds)) in self.capacity.iter_mut().zip(rates) {
            bucket.set(now, rate, seconds);
        }
    }

    /// Items and bytes as they truly are.
    #[must_use]
    pub fn true_size(&self) -> [u64; 2] {
        let added = self.added.kept().count() as u64 + self.added.counted_only();
        let bytes: u64 = self.items.iter().map(|stored| item_size(&stored.item)).sum();
        [
            self.items.len() as u64 + added,
            bytes + added * defaults::EMPLOYEE_BYTES,
        ]
    }

    /// Its items as a read sees them, by key.
    #[must_use]
    pub fn view(&self, seed: des::Seed, now: SimTime, consistent: bool) -> Vec<Stored> {
        let mut items = self.items.clone();
        for (request, _) in self.added.kept() {
            let item = directory::employee(seed, request);
            let key = self.schema.key_of_item(&item).expect("an employee has its id");
            put(&mut items, key, Some(item));
        }
        if !consistent {
            for change in self.changes.iter().rev().filter(|change| change.until > now) {
                put(&mut items, change.key.clone(), change.before.clone());
            }
        }
        items
    }

    /// The item with this key, as it truly is.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<&Item> {
        let place = self.items.binary_search_by(|stored| stored.key.cmp(key)).ok()?;
        Some(&self.items[place].item)
    }

    /// What the app has just added is written down like the rest.
    pub(crate) fn settle_added(&mut self, seed: des::Seed) {
        let added: Vec<u64> = self.added.kept().map(|(request, _)| request).collect();
        for request in added {
            let item = directory::employee(seed, request);
            let key = self.schema.key_of_item(&item).expect("an employee has its id");
            put(&mut self.items, key, Some(item));
        }
        self.added.settle();
    }

    /// Writes an item or deletes it; what was there.
    pub(crate) fn write(
        &mut self,
        now: SimTime,
        until: SimTime,
        key: Key,
        item: Option<Item>,
    ) -> Option<Item> {
        let before = put(&mut self.items, key.clone(), item);
        self.changes.retain(|change| change.until > now);
        self.changes.push(Change {
            until,
            key,
            before: before.clone(),
        });
        before
    }

    pub(crate) fn add_to(&self, digest: &mut Digest) {
        let text = format!(
            "{} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            self.name,
            self.status,
            self.billing,
            self.tags,
            self.items,
            self.decreases,
            self.deletion_protection,
            self.deleted
        );
        digest.extend(text.bytes().map(u64::from));
        self.added.add_to(digest);
        digest.extend(self.capacity.iter().flat_map(TokenBucket::state));
        digest.extend(
            self.counted
                .into_iter()
                .chain(self.requested)
                .chain([self.byte_hours]),
        );
    }
}

/// Puts an item into a list by key, or takes it out; what was there.
fn put(items: &mut Vec<Stored>, key: Key, item: Option<Item>) -> Option<Item> {
    let place = items.binary_search_by(|stored| stored.key.cmp(&key));
    match (place, item) {
        (Ok(place), Some(item)) => Some(std::mem::replace(&mut items[place].item, item)),
        (Ok(place), None) => Some(items.remove(place).item),
        (Err(place), Some(item)) => {
            items.insert(place, Stored { key, item });
            None
        }
        (Err(_), None) => None,
    }
}
