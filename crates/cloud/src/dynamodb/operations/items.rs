//! One item at a time: read, written, changed, deleted.

use api::dynamodb::{
    AttributeValue, DeleteItemInput, DeleteItemOutput, GetItemInput, GetItemOutput, PutItemInput,
    PutItemOutput, UpdateItemInput, UpdateItemOutput,
};
use api::{ApiError, Map};
use des::{SimDuration, Stream};

use super::{check_capacity, consumed, read_cost, serving, write_cost};
use crate::Cloud;
use crate::dynamodb::expression::{
    Placeholders, apply, condition, holds, project, projection, update as read_update,
};
use crate::dynamodb::metrics::Operation;
use crate::dynamodb::value::{Item, check, invalid, item_size};
use crate::dynamodb::{Key, TableIndex, defaults};

const LAG: Stream = Stream::named("dynamodb/lag");
/// How long a write through the API is said to have taken. Our choice within "single-digit milliseconds".
const WRITE_LATENCY: SimDuration = SimDuration::from_millis(5);

pub(super) fn get(cloud: &Cloud, input: &GetItemInput) -> Result<GetItemOutput, ApiError> {
    let index = serving(cloud, input.table_name.as_deref())?;
    let mut placeholders = Placeholders::of(&input.expression_attribute_names, &[])?;
    let paths = match input.projection_expression.as_deref() {
        Some(text) => Some(projection(text, &mut placeholders)?),
        None => None,
    };
    placeholders.check_used()?;
    let table = cloud.dynamodb.get(index);
    let key = table.schema.key_of_call(&input.key)?;
    let consistent = input.consistent_read.unwrap_or(false);
    let found = table
        .view(cloud.seed, cloud.now, consistent)
        .into_iter()
        .find(|stored| stored.key == key)
        .map(|stored| stored.item);
    let cost = read_cost(found.as_ref().map_or(0, item_size), consistent);
    check_capacity(cloud, index, 0, cost)?;
    let asked = input.return_consumed_capacity.as_deref();
    let projected = found.map(|item| paths.map_or_else(|| item.clone(), |paths| project(&item, &paths)));
    Ok(GetItemOutput {
        item: projected.unwrap_or_default(),
        consumed_capacity: consumed(cloud, index, asked, 0, cost),
    })
}

/// A write as it was asked for.
struct Asked<'a> {
    condition: Option<&'a str>,
    names: &'a Map<String>,
    values: &'a Map<AttributeValue>,
    operation: Operation,
}

/// A write that has been checked.
struct Decided {
    index: TableIndex,
    key: Key,
    before: Option<Item>,
    cost: u64,
}

/// Whether a write may be done: its condition holds and there is capacity for it.
fn decide(
    cloud: &Cloud,
    index: TableIndex,
    key: Key,
    asked: &Asked<'_>,
    after: impl FnOnce(Option<&Item>, &mut Placeholders<'_>) -> Result<Option<Item>, ApiError>,
) -> Result<(Decided, Option<Item>), ApiError> {
    let table = cloud.dynamodb.get(index);
    let view = table.view(cloud.seed, cloud.now, true);
    let before = view
        .into_iter()
        .find(|stored| stored.key == key)
        .map(|stored| stored.item);
    let mut placeholders = Placeholders::of(asked.names, &asked.values.0)?;
    let condition = match asked.condition {
        Some(text) => Some(condition(text, "ConditionExpression", &mut placeholders)?),
        None => None,
    };
    let after = after(before.as_ref(), &mut placeholders)?;
    placeholders.check_used()?;
    if condition.is_some_and(|condition| !holds(&condition, before.as_ref())) {
        return Err(ApiError::new(
            "ConditionalCheckFailedException",
            "The conditional request failed",
        ));
    }
    let bytes = after.as_ref().map_or(0, item_size);
    if bytes > defaults::ITEM_BYTES_MAX {
        return Err(invalid("Item size has exceeded the maximum allowed size"));
    }
    let cost = write_cost(bytes.max(before.as_ref().map_or(0, item_size)));
    check_capacity(cloud, index, 1, cost)?;
    let decided = Decided {
        index,
        key,
        before,
        cost,
    };
    Ok((decided, after))
}

/// Does what was decided.
fn act(cloud: &mut Cloud, decided: &Decided, operation: Operation, after: Option<Item>) {
    cloud.accept();
    cloud.arm_metrics();
    let (now, seed, index) = (cloud.now, cloud.seed, decided.index);
    let number = cloud.dynamodb.written;
    cloud.dynamodb.written += 1;
    let lag = defaults::LAG.sample(&mut seed.draw(LAG, number, 0));
    cloud
        .use_table(index, 1, decided.cost, operation, WRITE_LATENCY)
        .expect("capacity was checked in the same instant");
    let table = &mut cloud.dynamodb.all_tables[index.index()];
    table.settle_added(seed);
    table.write(now, now + lag, decided.key.clone(), after);
}

fn old(returned: Option<&str>, decided: &Decided) -> Item {
    match returned {
        Some("ALL_OLD") => decided.before.clone().unwrap_or_default(),
        _ => Item::default(),
    }
}

pub(super) fn put(cloud: &mut Cloud, input: &PutItemInput) -> Result<PutItemOutput, ApiError> {
    let index = serving(cloud, input.table_name.as_deref())?;
    input.item.0.iter().try_for_each(|(_, value)| check(value))?;
    let key = cloud.dynamodb.get(index).schema.key_of_item(&input.item)?;
    let asked = Asked {
        condition: input.condition_expression.as_deref(),
        names: &input.expression_attribute_names,
        values: &input.expression_attribute_values,
        operation: Operation::PutItem,
    };
    let (decided, after) = decide(cloud, index, key, &asked, |_, _| Ok(Some(input.item.clone())))?;
    act(cloud, &decided, asked.operation, after);
    let capacity = input.return_consumed_capacity.as_deref();
    Ok(PutItemOutput {
        attributes: old(input.return_values.as_deref(), &decided),
        consumed_capacity: consumed(cloud, index, capacity, 1, decided.cost),
    })
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteItemInput) -> Result<DeleteItemOutput, ApiError> {
    let index = serving(cloud, input.table_name.as_deref())?;
    let key = cloud.dynamodb.get(index).schema.key_of_call(&input.key)?;
    let asked = Asked {
        condition: input.condition_expression.as_deref(),
        names: &input.expression_attribute_names,
        values: &input.expression_attribute_values,
        operation: Operation::DeleteItem,
    };
    let (decided, after) = decide(cloud, index, key, &asked, |_, _| Ok(None))?;
    act(cloud, &decided, asked.operation, after);
    let capacity = input.return_consumed_capacity.as_deref();
    Ok(DeleteItemOutput {
        attributes: old(input.return_values.as_deref(), &decided),
        consumed_capacity: consumed(cloud, index, capacity, 1, decided.cost),
    })
}

pub(super) fn update(cloud: &mut Cloud, input: &UpdateItemInput) -> Result<UpdateItemOutput, ApiError> {
    let index = serving(cloud, input.table_name.as_deref())?;
    let schema = cloud.dynamodb.get(index).schema.clone();
    let key = schema.key_of_call(&input.key)?;
    let asked = Asked {
        condition: input.condition_expression.as_deref(),
        names: &input.expression_attribute_names,
        values: &input.expression_attribute_values,
        operation: Operation::UpdateItem,
    };
    let changed = |before: Option<&Item>, placeholders: &mut Placeholders<'_>| {
        let text = input.update_expression.as_deref();
        let updates = text.map_or(Ok(Vec::new()), |text| read_update(text, placeholders))?;
        let after = apply(&updates, before.unwrap_or(&input.key))?;
        if schema.of_item(&after) != schema.of_item(before.unwrap_or(&input.key)) {
            return Err(invalid(
                "One or more parameter values were invalid: Cannot update attribute. This attribute is part of the key",
            ));
        }
        Ok(Some(after))
    };
    let (decided, after) = decide(cloud, index, key, &asked, changed)?;
    act(cloud, &decided, asked.operation, after.clone());
    let attributes = match input.return_values.as_deref() {
        Some("ALL_NEW") => after.unwrap_or_default(),
        other => old(other, &decided),
    };
    let capacity = input.return_consumed_capacity.as_deref();
    Ok(UpdateItemOutput {
        attributes,
        consumed_capacity: consumed(cloud, index, capacity, 1, decided.cost),
    })
}
