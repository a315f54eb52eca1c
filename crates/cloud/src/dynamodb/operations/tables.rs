//! Tables: made, changed, deleted, described.

use api::ApiError;
use api::dynamodb::{
    AttributeDefinition, CreateTableInput, CreateTableOutput, DeleteTableInput, DeleteTableOutput,
    DescribeLimitsOutput, DescribeTableInput, DescribeTableOutput, ListTablesInput, ListTablesOutput,
    ProvisionedThroughput, UpdateTableInput, UpdateTableOutput,
};

use super::tags::read_tags;
use super::{check_name, not_found, table};
use crate::Cloud;
use crate::dynamodb::value::invalid;
use crate::dynamodb::{Billing, KeyAttribute, KeySchema, KeyType, Table, TableIndex, TableStatus, defaults};

pub(super) fn create(cloud: &mut Cloud, input: &CreateTableInput) -> Result<CreateTableOutput, ApiError> {
    let name = input.table_name.as_deref().unwrap_or_default();
    check_name(name)?;
    let schema = schema(input)?;
    let billing = billing(
        input.billing_mode.as_deref().unwrap_or("PROVISIONED"),
        input.provisioned_throughput.as_ref(),
    )?;
    let tags = read_tags(&input.tags)?;
    if cloud.dynamodb.table_named(name).is_some() {
        return Err(ApiError::new(
            "ResourceInUseException",
            format!("Table already exists: {name}"),
        ));
    }
    if cloud.dynamodb.tables().count() >= defaults::TABLES_MAX {
        return Err(ApiError::new(
            "LimitExceededException",
            format!(
                "Subscriber limit exceeded: Number of tables, {}",
                defaults::TABLES_MAX
            ),
        ));
    }
    let cause = cloud.accept();
    let mut table = cloud.dynamodb.table(cloud.seed, name, schema, billing, cloud.now);
    table.deletion_protection = input.deletion_protection_enabled.unwrap_or(false);
    table.tags = tags;
    let index = TableIndex(u32::try_from(cloud.dynamodb.all_tables.len()).expect("few tables"));
    cloud.dynamodb.all_tables.push(table);
    cloud.arm_metrics();
    cloud.table_enters(index, TableStatus::Creating, cause);
    Ok(CreateTableOutput {
        table_description: Some(cloud.describe_table(cloud.dynamodb.get(index))),
    })
}

fn schema(input: &CreateTableInput) -> Result<KeySchema, ApiError> {
    let named = |kind: &str| {
        let mut elements = input.key_schema.iter();
        elements.find(|element| element.key_type.as_deref() == Some(kind))
    };
    if input.key_schema.is_empty() {
        return Err(invalid(
            "One or more parameter values were invalid: KeySchema must be specified",
        ));
    }
    let first_is_hash = input.key_schema[0].key_type.as_deref() == Some("HASH");
    if !first_is_hash || input.key_schema.len() == 2 && named("RANGE").is_none() {
        return Err(invalid(
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        ));
    }
    let attribute = |element: &api::dynamodb::KeySchemaElement| {
        let name = element.attribute_name.clone().unwrap_or_default();
        key_attribute(&input.attribute_definitions, name)
    };
    let schema = KeySchema {
        partition: attribute(&input.key_schema[0])?,
        sort: input.key_schema.get(1).map(attribute).transpose()?,
    };
    let count = schema.attributes().count();
    if schema
        .sort
        .as_ref()
        .is_some_and(|sort| sort.name == schema.partition.name)
    {
        return Err(invalid(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name",
        ));
    }
    if input.attribute_definitions.len() != count {
        return Err(invalid(
            "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number \
             of attributes defined in AttributeDefinitions",
        ));
    }
    Ok(schema)
}

fn key_attribute(definitions: &[AttributeDefinition], name: String) -> Result<KeyAttribute, ApiError> {
    let mut found = definitions.iter();
    let definition = found.find(|definition| definition.attribute_name.as_deref() == Some(&name));
    let kind = match definition.map(|definition| definition.attribute_type.as_deref()) {
        Some(Some("N")) => KeyType::N,
        Some(_) => KeyType::S,
        None => {
            return Err(invalid(
                "One or more parameter values were invalid: Some index key attributes are not defined in \
                 AttributeDefinitions",
            ));
        }
    };
    Ok(KeyAttribute { name, kind })
}

fn billing(mode: &str, throughput: Option<&ProvisionedThroughput>) -> Result<Billing, ApiError> {
    let prefix = "One or more parameter values were invalid: ";
    match (mode, throughput) {
        ("PAY_PER_REQUEST", None) => Ok(Billing::OnDemand),
        ("PAY_PER_REQUEST", Some(_)) => Err(invalid(format!(
            "{prefix}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is \
             PAY_PER_REQUEST"
        ))),
        (_, None) => Err(invalid(format!(
            "{prefix}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
        ))),
        (_, Some(throughput)) => {
            let units = [throughput.read_capacity_units, throughput.write_capacity_units];
            let units = units.map(|units| u64::try_from(units.unwrap_or(0)).unwrap_or(0));
            match units
                .into_iter()
                .zip(["read", "write"])
                .find(|(units, _)| *units > defaults::TABLE_MAX)
            {
                Some((units, way)) => Err(ApiError::new(
                    "LimitExceededException",
                    format!(
                        "The requested {way} capacity units, {units}, exceed the table's limit of {}.",
                        defaults::TABLE_MAX
                    ),
                )),
                None => Ok(Billing::Provisioned(units)),
            }
        }
    }
}

pub(super) fn update(cloud: &mut Cloud, input: &UpdateTableInput) -> Result<UpdateTableOutput, ApiError> {
    let name = input.table_name.as_deref().unwrap_or_default();
    let index = table(cloud, name)?;
    let table = cloud.dynamodb.get(index);
    check_active(table, "updated")?;
    let wanted = wanted(cloud, table, input)?;
    if wanted.is_none() && input.deletion_protection_enabled.is_none() {
        return Err(invalid(
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or \
             SSESpecification or ReplicaUpdates is required",
        ));
    }
    let (cause, now) = (cloud.accept(), cloud.now);
    let table = &mut cloud.dynamodb.all_tables[index.index()];
    table.deletion_protection = input
        .deletion_protection_enabled
        .unwrap_or(table.deletion_protection);
    if let Some(billing) = wanted {
        remember(table, billing, now);
        table.pending = Some(billing);
        cloud.table_enters(index, TableStatus::Updating, cause);
    }
    Ok(UpdateTableOutput {
        table_description: Some(cloud.describe_table(cloud.dynamodb.get(index))),
    })
}

/// How the table is to be paid for from now on; none if that does not change.
fn wanted(cloud: &Cloud, table: &Table, input: &UpdateTableInput) -> Result<Option<Billing>, ApiError> {
    let now = match table.billing {
        Billing::Provisioned(_) => "PROVISIONED",
        Billing::OnDemand => "PAY_PER_REQUEST",
    };
    let mode = input.billing_mode.as_deref();
    let throughput = input.provisioned_throughput.as_ref();
    if throughput.is_none() && mode.is_none_or(|mode| mode == now) {
        return Ok(None);
    }
    let billing = billing(mode.unwrap_or(now), throughput)?;
    if billing == table.billing {
        return Err(invalid(format!(
            "The provisioned throughput for the table will not change. The requested value equals the current value. \
             Current ReadCapacityUnits provisioned for the table: {0}. Requested ReadCapacityUnits: {0}. Current \
             WriteCapacityUnits provisioned for the table: {1}. Requested WriteCapacityUnits: {1}. Refer to the Amazon \
             DynamoDB Developer Guide for current limits and how to request higher limits.",
            units(billing)[0],
            units(billing)[1]
        )));
    }
    if shrinks(table.billing, billing) && cloud.decreases_today(table) >= defaults::DECREASES_A_DAY {
        return Err(ApiError::new(
            "LimitExceededException",
            "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the \
             first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 \
             seconds.",
        ));
    }
    Ok(Some(billing))
}

const fn units(billing: Billing) -> [u64; 2] {
    match billing {
        Billing::Provisioned(units) => units,
        Billing::OnDemand => [0; 2],
    }
}

fn shrinks(old: Billing, new: Billing) -> bool {
    match (old, new) {
        (Billing::Provisioned(old), Billing::Provisioned(new)) => new[0] < old[0] || new[1] < old[1],
        _ => false,
    }
}

fn remember(table: &mut Table, billing: Billing, now: des::SimTime) {
    match (table.billing, billing) {
        (_, Billing::OnDemand) => table.on_demand_since = Some(now),
        (Billing::Provisioned(old), Billing::Provisioned(new)) if new[0] > old[0] || new[1] > old[1] => {
            table.increased = Some(now);
        }
        _ => {}
    }
    if shrinks(table.billing, billing) {
        table.decreases.push(now);
    }
}

fn check_active(table: &Table, what: &str) -> Result<(), ApiError> {
    match table.status {
        TableStatus::Active => Ok(()),
        TableStatus::Deleting => Err(not_found(format!(
            "Requested resource not found: Table: {} not found",
            table.name
        ))),
        TableStatus::Creating | TableStatus::Updating => Err(ApiError::new(
            "ResourceInUseException",
            format!(
                "Attempt to change a resource which is still in use: Table is being {what}: {}",
                table.name
            ),
        )),
    }
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteTableInput) -> Result<DeleteTableOutput, ApiError> {
    let index = table(cloud, input.table_name.as_deref().unwrap_or_default())?;
    let table = cloud.dynamodb.get(index);
    let what = if table.status == TableStatus::Creating {
        "created"
    } else {
        "updated"
    };
    check_active(table, what)?;
    if table.deletion_protection {
        return Err(invalid(
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
        ));
    }
    let cause = cloud.accept();
    cloud.table_enters(index, TableStatus::Deleting, cause);
    Ok(DeleteTableOutput {
        table_description: Some(cloud.describe_table(cloud.dynamodb.get(index))),
    })
}

pub(super) fn describe(cloud: &Cloud, input: &DescribeTableInput) -> Result<DescribeTableOutput, ApiError> {
    let index = table(cloud, input.table_name.as_deref().unwrap_or_default())?;
    Ok(DescribeTableOutput {
        table: Some(cloud.describe_table(cloud.dynamodb.get(index))),
    })
}

pub(super) fn list(cloud: &Cloud, input: &ListTablesInput) -> ListTablesOutput {
    let mut names: Vec<String> = cloud
        .dynamodb
        .tables()
        .map(|(_, table)| table.name.clone())
        .filter(|name| {
            input
                .exclusive_start_table_name
                .as_ref()
                .is_none_or(|start| name > start)
        })
        .collect();
    names.sort_unstable();
    let limit = usize::try_from(input.limit.unwrap_or(100)).unwrap_or(100);
    let more = names.len() > limit;
    names.truncate(limit);
    ListTablesOutput {
        last_evaluated_table_name: names.last().filter(|_| more).cloned(),
        table_names: names,
    }
}

pub(super) fn limits() -> DescribeLimitsOutput {
    let units = |units: u64| i64::try_from(units).ok();
    DescribeLimitsOutput {
        account_max_read_capacity_units: units(defaults::ACCOUNT_MAX),
        account_max_write_capacity_units: units(defaults::ACCOUNT_MAX),
        table_max_read_capacity_units: units(defaults::TABLE_MAX),
        table_max_write_capacity_units: units(defaults::TABLE_MAX),
    }
}
