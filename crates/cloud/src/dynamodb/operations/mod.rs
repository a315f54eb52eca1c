//! The operations of Amazon DynamoDB.
//!
//! Source: DynamoDB API Reference, version 2012-08-10; texts as seen on real AWS. Our choice: a read through the API says what
//! capacity it would take and is turned away when there is none, but takes none: looking changes nothing.

mod items;
mod search;
mod tables;
mod tags;

use api::dynamodb::{ConsumedCapacity, Read, Write};
use api::{ApiError, Output};

use super::table::PARTS;
use super::value::invalid;
use super::{TableIndex, defaults};
use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateTable(input) => tables::create(cloud, input).map(Output::from),
        Write::UpdateTable(input) => tables::update(cloud, input).map(Output::from),
        Write::DeleteTable(input) => tables::delete(cloud, input).map(Output::from),
        Write::PutItem(input) => items::put(cloud, input).map(Output::from),
        Write::UpdateItem(input) => items::update(cloud, input).map(Output::from),
        Write::DeleteItem(input) => items::delete(cloud, input).map(Output::from),
        Write::TagResource(input) => tags::tag(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::DescribeTable(input) => tables::describe(cloud, input).map(Output::from),
        Read::ListTables(input) => Ok(tables::list(cloud, input).into()),
        Read::DescribeLimits(_) => Ok(tables::limits().into()),
        Read::ListTagsOfResource(input) => tags::list(cloud, input).map(Output::from),
        Read::GetItem(input) => items::get(cloud, input).map(Output::from),
        Read::Scan(input) => search::scan(cloud, input).map(Output::from),
        Read::Query(input) => search::query(cloud, input).map(Output::from),
    }
}

/// Whether a text could be a table's name.
fn check_name(name: &str) -> Result<(), ApiError> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let rule = if name.len() < 3 {
        "Member must have length greater than or equal to 3"
    } else if name.len() > 255 {
        "Member must have length less than or equal to 255"
    } else if !name.chars().all(allowed) {
        "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
    } else {
        return Ok(());
    };
    Err(invalid(format!(
        "1 validation error detected: Value '{name}' at 'tableName' failed to satisfy constraint: {rule}"
    )))
}

/// Every error of DynamoDB's that is the caller's has the status 400. Source: Developer Guide, "Error handling".
fn not_found(message: impl Into<String>) -> ApiError {
    ApiError::new("ResourceNotFoundException", message).with_status(400)
}

/// The table of this name, or of this ARN, whatever its state.
fn table(cloud: &Cloud, name: &str) -> Result<TableIndex, ApiError> {
    let by_arn = |(_, table): &(TableIndex, &super::Table)| cloud.table_arn(table) == name;
    let found = cloud.dynamodb.tables().find(by_arn).map(|(index, _)| index);
    if found.is_none() {
        check_name(name)?;
    }
    found
        .or_else(|| cloud.dynamodb.table_named(name))
        .ok_or_else(|| not_found(format!("Requested resource not found: Table: {name} not found")))
}

/// The table of this name, if it serves reads and writes.
fn serving(cloud: &Cloud, name: Option<&str>) -> Result<TableIndex, ApiError> {
    let not_found = || not_found("Requested resource not found");
    let index = table(cloud, name.unwrap_or_default()).map_err(|error| match error.code {
        "ResourceNotFoundException" => not_found(),
        _ => error,
    })?;
    if cloud.dynamodb.get(index).status.serves() {
        Ok(index)
    } else {
        Err(not_found())
    }
}

/// Whether a table has the capacity; `way` is 0 for reads, 1 for writes.
fn check_capacity(cloud: &Cloud, index: TableIndex, way: usize, cost: u64) -> Result<(), ApiError> {
    let table = cloud.dynamodb.get(index);
    if table.capacity[way].has(cloud.now, cost) {
        return Ok(());
    }
    Err(match table.billing {
        super::Billing::Provisioned(_) => ApiError::new(
            "ProvisionedThroughputExceededException",
            "The level of configured provisioned throughput for the table was exceeded. Consider increasing your \
             provisioning level with the UpdateTable API.",
        ),
        super::Billing::OnDemand => ApiError::new(
            "ThrottlingException",
            "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your \
             table or index so please try again shortly.",
        ),
    })
}

/// What reading so many bytes costs, in half units.
const fn read_cost(bytes: u64, consistent: bool) -> u64 {
    let reads = if bytes == 0 {
        1
    } else {
        bytes.div_ceil(defaults::READ_BYTES)
    };
    if consistent { 2 * reads } else { reads }
}

/// What writing so many bytes costs, in units.
const fn write_cost(bytes: u64) -> u64 {
    if bytes == 0 {
        1
    } else {
        bytes.div_ceil(defaults::WRITE_BYTES)
    }
}

/// What is told of the capacity that a call used, if it asked.
fn consumed(
    cloud: &Cloud,
    index: TableIndex,
    asked: Option<&str>,
    way: usize,
    cost: u64,
) -> Option<ConsumedCapacity> {
    asked.filter(|asked| *asked != "NONE")?;
    Some(ConsumedCapacity {
        table_name: Some(cloud.dynamodb.get(index).name.clone()),
        capacity_units: Some(cost as f64 / PARTS[way] as f64),
    })
}
