//! Amazon DynamoDB: tables of items, and the capacity to read and write them.
//!
//! The account has the directory's table from the beginning, on demand and with a few employees in it. The app's own
//! requests take capacity of it ([`directory`]); what the app adds is counted, and the newest of it can be read.

pub mod defaults;
mod describe;
pub(crate) mod directory;
mod event;
mod expression;
mod fact;
mod key;
pub(crate) mod metrics;
mod number;
pub(crate) mod operations;
mod table;
mod value;

use api::dynamodb::AttributeDefinition;
use des::{Digest, Law, Seed, SimTime, Stream, Ticket};

pub(crate) use event::Event;
pub use fact::What;
pub use key::{Key, KeyAttribute, KeySchema, KeyType, Scalar};
pub use number::Number;
pub use table::{Billing, Stored, Table, TableIndex, TableStatus};
pub(crate) use table::{Episode, PARTS};
pub use value::Item;

use crate::Cloud;
use crate::app::{Added, TokenBucket};
use crate::event::Event as Any;
use crate::fact::{self as facts, FactId};

const STATUS: Stream = Stream::named("dynamodb/status");
const TABLE_ID: Stream = Stream::named("dynamodb/table-id");

/// The account's DynamoDB.
#[derive(Clone, Debug)]
pub struct DynamoDb {
    /// All tables ever made, by [`TableIndex`].
    pub(crate) all_tables: Vec<Table>,
    /// The table that the app uses, while it serves.
    pub(crate) directory: Option<TableIndex>,
    /// The fact that took it away.
    pub(crate) directory_blame: FactId,
    /// Items written through the API so far: numbers them.
    pub(crate) written: u64,
    /// Requests of the app in this minute that were refused for a reason of its own.
    pub(crate) user_errors: u64,
}

impl DynamoDb {
    /// With the directory's table, as an account has it in which the directory is set up.
    pub(crate) fn new(seed: Seed) -> Self {
        let schema = KeySchema {
            partition: KeyAttribute {
                name: "id".to_owned(),
                kind: KeyType::S,
            },
            sort: None,
        };
        let mut dynamodb = Self {
            all_tables: Vec::new(),
            directory: Some(TableIndex(0)),
            directory_blame: FactId::NONE,
            written: 0,
            user_errors: 0,
        };
        let mut table = dynamodb.table(
            seed,
            defaults::DIRECTORY_TABLE,
            schema,
            Billing::OnDemand,
            SimTime::ZERO,
        );
        table.status = TableStatus::Active;
        dynamodb.all_tables.push(table);
        dynamodb
    }

    /// Writes down the employees who are there from the beginning.
    pub(crate) fn hire(&mut self, seed: Seed) {
        let table = &mut self.all_tables[0];
        for place in 0..directory::EMPLOYEES {
            table.added.add(directory::first_employee(place), SimTime::ZERO);
        }
        table.settle_added(seed);
        table.counted = table.true_size();
    }

    /// A new table, not yet among the others.
    pub(crate) fn table(
        &self,
        seed: Seed,
        name: &str,
        schema: KeySchema,
        billing: Billing,
        now: SimTime,
    ) -> Table {
        let rates = Table::rates(billing, [0; 2]);
        Table {
            name: name.to_owned(),
            id: table_id(seed, self.all_tables.len() as u64),
            definitions: schema.attributes().map(definition).collect(),
            schema,
            status: TableStatus::Creating,
            created: now,
            billing,
            pending: None,
            on_demand_since: (billing == Billing::OnDemand).then_some(now),
            increased: None,
            decreases: Vec::new(),
            deletion_protection: false,
            tags: Vec::new(),
            items: Vec::new(),
            added: Added::default(),
            counted: [0; 2],
            changes: Vec::new(),
            capacity: rates.map(|(rate, seconds)| TokenBucket::new(rate, seconds, now)),
            peak: [0; 2],
            episodes: [None; 2],
            counts: metrics::Counts::default(),
            requested: [0; 2],
            byte_hours: 0,
            cause: FactId::NONE,
            ticket: Ticket::NONE,
            deleted: false,
        }
    }

    /// The tables that are there, oldest first.
    pub fn tables(&self) -> impl Iterator<Item = (TableIndex, &Table)> {
        let indexed = (0..).map(TableIndex).zip(&self.all_tables);
        indexed.filter(|(_, table)| !table.deleted)
    }

    /// The table of this name.
    #[must_use]
    pub fn table_named(&self, name: &str) -> Option<TableIndex> {
        self.tables()
            .find(|(_, table)| table.name == name)
            .map(|(index, _)| index)
    }

    /// A table.
    #[must_use]
    pub fn get(&self, index: TableIndex) -> &Table {
        &self.all_tables[index.index()]
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        self.all_tables.iter().for_each(|table| table.add_to(digest));
        digest.extend([self.written, self.user_errors]);
    }
}

fn definition(key: &KeyAttribute) -> AttributeDefinition {
    AttributeDefinition {
        attribute_name: Some(key.name.clone()),
        attribute_type: Some(key.kind.name().to_owned()),
    }
}

fn table_id(seed: Seed, number: u64) -> String {
    let mut draw = seed.draw(TABLE_ID, number, 0);
    let (high, low) = (draw.bits(), draw.bits());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        0x8000 | low >> 48 & 0x3fff,
        low & 0xffff_ffff_ffff
    )
}

impl Cloud {
    /// A table comes into a state that it leaves by itself.
    pub(crate) fn table_enters(&mut self, index: TableIndex, status: TableStatus, cause: FactId) {
        let law = match status {
            TableStatus::Creating => Some(defaults::CREATING),
            TableStatus::Updating => Some(defaults::UPDATING),
            TableStatus::Deleting => Some(defaults::DELETING),
            TableStatus::Active => None,
        };
        let what = What::TableState {
            table: index,
            status: Some(status),
        };
        let fact = self.facts.note(self.now, cause, facts::What::DynamoDb(what));
        let ticket = law.map_or(Ticket::NONE, |law| self.settle_later(index, fact, law));
        let table = &mut self.dynamodb.all_tables[index.index()];
        (table.status, table.cause, table.ticket) = (status, fact, ticket);
        self.find_directory(fact);
        self.bill_table(index);
    }

    fn settle_later(&mut self, index: TableIndex, fact: FactId, law: Law) -> Ticket {
        let mut draw = self.seed.draw(STATUS, index.0.into(), fact.number());
        let at = self.now + law.sample(&mut draw);
        self.events.push(at, Any::DynamoDb(Event::TableSettles(index)))
    }

    /// The app uses the table of its name, while that serves.
    fn find_directory(&mut self, cause: FactId) {
        let named = self.dynamodb.table_named(defaults::DIRECTORY_TABLE);
        let serving = named.filter(|index| self.dynamodb.get(*index).status.serves());
        if self.dynamodb.directory.is_some() && serving.is_none() {
            self.dynamodb.directory_blame = cause;
        }
        self.dynamodb.directory = serving;
    }

    /// Lets one event of this service happen.
    pub(crate) fn dynamodb_happens(&mut self, event: Event, ticket: Ticket) {
        let Event::TableSettles(index) = event;
        let table = &mut self.dynamodb.all_tables[index.index()];
        if table.ticket != ticket {
            return;
        }
        let cause = table.cause;
        if table.status == TableStatus::Deleting {
            return self.table_is_gone(index, cause);
        }
        let (now, pending) = (self.now, table.pending.take());
        if let Some(billing) = pending {
            table.set_billing(now, billing);
        }
        self.table_enters(index, TableStatus::Active, cause);
    }

    fn table_is_gone(&mut self, index: TableIndex, cause: FactId) {
        let what = What::TableState {
            table: index,
            status: None,
        };
        let fact = self.facts.note(self.now, cause, facts::What::DynamoDb(what));
        let table = &mut self.dynamodb.all_tables[index.index()];
        (table.deleted, table.cause) = (true, fact);
        table.items = Vec::new();
        self.find_directory(fact);
        self.bill_table(index);
    }

    /// The name of a table among all resources of AWS.
    #[must_use]
    pub fn table_arn(&self, table: &Table) -> String {
        format!(
            "arn:aws:dynamodb:{}:{}:table/{}",
            self.region.name,
            crate::ec2::defaults::ACCOUNT_ID,
            table.name
        )
    }
}
