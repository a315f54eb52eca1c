//! What a table is charged for: capacity by the hour or requests by number, and what is stored in it.
//!
//! Simplified: provisioned capacity is charged by the second from when it is in force, where AWS counts hours; items have no
//! overhead.

use super::{Item, Standing, prices};
use crate::Cloud;
use crate::dynamodb::{Billing, PARTS, TableIndex};

impl Cloud {
    /// Sets the meters of a table to what its state and its capacity make them.
    pub(crate) fn bill_table(&mut self, index: TableIndex) {
        let (now, table) = (self.now, self.dynamodb.get(index));
        let units = match table.billing {
            Billing::Provisioned(units) if table.status.serves() && !table.deleted => Some(units),
            _ => None,
        };
        let items = [Item::ReadCapacity(index), Item::WriteCapacity(index)];
        for (way, item) in items.into_iter().enumerate() {
            let standing = units.map(|units| Standing::many(units[way], prices::CAPACITY[way]));
            self.bill.set_many(item, now, standing);
        }
        self.bill_table_use(index);
    }

    /// Charges what was asked of a table and what was stored in it.
    pub(crate) fn bill_table_use(&mut self, index: TableIndex) {
        let table = &mut self.dynamodb.all_tables[index.index()];
        table.settle_requests();
        let items = [Item::ReadRequests(index), Item::WriteRequests(index)];
        for (way, item) in items.into_iter().enumerate() {
            let micro_units = table.requested[way] * 1_000_000 / PARTS[way];
            self.bill
                .used_up_to(item, micro_units, prices::REQUEST_UNITS[way]);
        }
        let stored = table.byte_hours;
        self.bill
            .stored_up_to(Item::TableStorage(index), stored, prices::TABLE_STORAGE);
    }
}
