//! A table in the words of DynamoDB's API.

use api::Timestamp;
use api::dynamodb as shape;

use super::{Billing, KeyAttribute, Table};
use crate::Cloud;

impl Cloud {
    /// The table as `DescribeTable` shows it.
    pub(super) fn describe_table(&self, table: &Table) -> shape::TableDescription {
        let text = |text: &str| Some(text.to_owned());
        let [items, bytes] = table.counted.map(|count| i64::try_from(count).ok());
        shape::TableDescription {
            attribute_definitions: table.definitions.clone(),
            table_name: text(&table.name),
            key_schema: key_schema(table),
            table_status: text(table.status.name()),
            creation_date_time: Some(Timestamp::of(table.created)),
            provisioned_throughput: Some(self.provisioned(table)),
            table_size_bytes: bytes,
            item_count: items,
            table_arn: Some(self.table_arn(table)),
            table_id: text(&table.id),
            billing_mode_summary: table.on_demand_since.map(|since| shape::BillingModeSummary {
                billing_mode: text(billing_mode(table.billing)),
                last_update_to_pay_per_request_date_time: Some(Timestamp::of(since)),
            }),
            deletion_protection_enabled: Some(table.deletion_protection),
        }
    }

    fn provisioned(&self, table: &Table) -> shape::ProvisionedThroughputDescription {
        let units = match table.billing {
            Billing::Provisioned(units) => units,
            Billing::OnDemand => [0; 2],
        };
        let [read, write] = units.map(|units| i64::try_from(units).ok());
        shape::ProvisionedThroughputDescription {
            last_increase_date_time: table.increased.map(Timestamp::of),
            last_decrease_date_time: table.decreases.last().copied().map(Timestamp::of),
            number_of_decreases_today: Some(self.decreases_today(table).into()),
            read_capacity_units: read,
            write_capacity_units: write,
        }
    }

    /// How often a table's capacity shrank since midnight (UTC).
    pub(super) fn decreases_today(&self, table: &Table) -> u32 {
        let day = |at: des::SimTime| Timestamp::of(at).as_micros().div_euclid(86_400_000_000);
        let today = table.decreases.iter().filter(|&&at| day(at) == day(self.now));
        today.count() as u32
    }
}

const fn billing_mode(billing: Billing) -> &'static str {
    match billing {
        Billing::Provisioned(_) => "PROVISIONED",
        Billing::OnDemand => "PAY_PER_REQUEST",
    }
}

fn key_schema(table: &Table) -> Vec<shape::KeySchemaElement> {
    let element = |key: &KeyAttribute, kind: &str| shape::KeySchemaElement {
        attribute_name: Some(key.name.clone()),
        key_type: Some(kind.to_owned()),
    };
    let partition = element(&table.schema.partition, "HASH");
    let sort = table.schema.sort.iter().map(|key| element(key, "RANGE"));
    [partition].into_iter().chain(sort).collect()
}
