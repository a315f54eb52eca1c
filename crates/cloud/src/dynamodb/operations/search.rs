//! Many items at a time: `Scan` and `Query`, a page of at most 1 MB.

use api::dynamodb::{AttributeValue, ConsumedCapacity, QueryInput, QueryOutput, ScanInput, ScanOutput};
use api::{ApiError, Map};

use super::{check_capacity, consumed, read_cost, serving};
use crate::Cloud;
use crate::dynamodb::expression::{
    Condition, Operand, Path, Placeholders, Step, condition, holds, project, projection,
};
use crate::dynamodb::key::scalar;
use crate::dynamodb::value::{Item, invalid, item_size, kind};
use crate::dynamodb::{Key, KeyAttribute, Scalar, Stored, Table, TableIndex, defaults};

/// What Scan and Query have in common.
struct Search<'a> {
    table: Option<&'a str>,
    filter: Option<&'a str>,
    projection: Option<&'a str>,
    names: &'a Map<String>,
    values: &'a Map<AttributeValue>,
    start: &'a Map<AttributeValue>,
    limit: Option<i64>,
    consistent: bool,
    select: Option<&'a str>,
    capacity: Option<&'a str>,
}

/// A page.
struct Page {
    items: Vec<Item>,
    count: i64,
    scanned: i64,
    last: Item,
    consumed: Option<ConsumedCapacity>,
}

pub(super) fn scan(cloud: &Cloud, input: &ScanInput) -> Result<ScanOutput, ApiError> {
    let search = Search {
        table: input.table_name.as_deref(),
        filter: input.filter_expression.as_deref(),
        projection: input.projection_expression.as_deref(),
        names: &input.expression_attribute_names,
        values: &input.expression_attribute_values,
        start: &input.exclusive_start_key,
        limit: input.limit,
        consistent: input.consistent_read.unwrap_or(false),
        select: input.select.as_deref(),
        capacity: input.return_consumed_capacity.as_deref(),
    };
    let page = search.page(cloud, None, true)?;
    Ok(ScanOutput {
        items: page.items,
        count: Some(page.count),
        scanned_count: Some(page.scanned),
        last_evaluated_key: page.last,
        consumed_capacity: page.consumed,
    })
}

pub(super) fn query(cloud: &Cloud, input: &QueryInput) -> Result<QueryOutput, ApiError> {
    let search = Search {
        table: input.table_name.as_deref(),
        filter: input.filter_expression.as_deref(),
        projection: input.projection_expression.as_deref(),
        names: &input.expression_attribute_names,
        values: &input.expression_attribute_values,
        start: &input.exclusive_start_key,
        limit: input.limit,
        consistent: input.consistent_read.unwrap_or(false),
        select: input.select.as_deref(),
        capacity: input.return_consumed_capacity.as_deref(),
    };
    let keys = input.key_condition_expression.as_deref().ok_or_else(|| {
        invalid(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
        )
    })?;
    let page = search.page(cloud, Some(keys), input.scan_index_forward.unwrap_or(true))?;
    Ok(QueryOutput {
        items: page.items,
        count: Some(page.count),
        scanned_count: Some(page.scanned),
        last_evaluated_key: page.last,
        consumed_capacity: page.consumed,
    })
}

impl Search<'_> {
    fn page(&self, cloud: &Cloud, keys: Option<&str>, forward: bool) -> Result<Page, ApiError> {
        let index = serving(cloud, self.table)?;
        let table = cloud.dynamodb.get(index);
        let mut placeholders = Placeholders::of(self.names, &self.values.0)?;
        let keys = keys
            .map(|text| key_condition(text, table, &mut placeholders))
            .transpose()?;
        let filter = self
            .filter
            .map(|text| condition(text, "FilterExpression", &mut placeholders));
        let filter = filter.transpose()?;
        let paths = self
            .projection
            .map(|text| projection(text, &mut placeholders))
            .transpose()?;
        placeholders.check_used()?;
        check_select(self.select, paths.is_some())?;
        let mut items = table.view(cloud.seed, cloud.now, self.consistent);
        items.retain(|stored| keys.as_ref().is_none_or(|keys| holds(keys, Some(&stored.item))));
        if !forward {
            items.reverse();
        }
        self.skip(table, &mut items, forward)?;
        let (read, bytes) = self.read(items);
        let cost = read_cost(bytes, self.consistent);
        check_capacity(cloud, index, 0, cost)?;
        Ok(self.answer(cloud, index, read, filter.as_ref(), paths.as_deref(), cost))
    }

    fn skip(&self, table: &Table, items: &mut Vec<Stored>, forward: bool) -> Result<(), ApiError> {
        if self.start.0.is_empty() {
            return Ok(());
        }
        let start = table.schema.key_of_call(self.start).map_err(|_| {
            invalid(
                "The provided starting key is invalid: The provided key element does not match the schema",
            )
        })?;
        let behind = |key: &Key| if forward { *key > start } else { *key < start };
        items.retain(|stored| behind(&stored.key));
        Ok(())
    }

    /// The items of the page, whether there are more, and the bytes read.
    fn read(&self, items: Vec<Stored>) -> ((Vec<Stored>, bool), u64) {
        let limit = self
            .limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(usize::MAX);
        let (mut bytes, mut page) = (0, Vec::new());
        let all = items.len();
        for stored in items {
            if page.len() >= limit || bytes >= defaults::PAGE_BYTES {
                break;
            }
            bytes += item_size(&stored.item);
            page.push(stored);
        }
        // AWS cannot know that nothing follows when a page is full.
        let more = page.len() < all || page.len() == limit;
        ((page, more), bytes)
    }

    fn answer(
        &self,
        cloud: &Cloud,
        index: TableIndex,
        (read, more): (Vec<Stored>, bool),
        filter: Option<&Condition>,
        paths: Option<&[Path]>,
        cost: u64,
    ) -> Page {
        let schema = &cloud.dynamodb.get(index).schema;
        let last = read
            .last()
            .filter(|_| more)
            .map(|stored| schema.of_item(&stored.item));
        let scanned = read.len() as i64;
        let passes = |stored: &Stored| filter.is_none_or(|filter| holds(filter, Some(&stored.item)));
        let kept: Vec<Item> = read
            .into_iter()
            .filter(passes)
            .map(|stored| stored.item)
            .collect();
        let count = kept.len() as i64;
        let shown = |item: Item| paths.map_or_else(|| item.clone(), |paths| project(&item, paths));
        Page {
            items: if self.select == Some("COUNT") {
                Vec::new()
            } else {
                kept.into_iter().map(shown).collect()
            },
            count,
            scanned,
            last: last.unwrap_or_default(),
            consumed: consumed(cloud, index, self.capacity, 0, cost),
        }
    }
}

fn check_select(select: Option<&str>, projects: bool) -> Result<(), ApiError> {
    match (select, projects) {
        (Some("SPECIFIC_ATTRIBUTES"), false) => Err(invalid(
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
        )),
        (Some(select @ ("ALL_ATTRIBUTES" | "COUNT")), true) => {
            let what = if select == "COUNT" {
                "only the Count"
            } else {
                "ALL_ATTRIBUTES"
            };
            Err(invalid(format!(
                "Cannot specify the ProjectionExpression when choosing to get {what}"
            )))
        }
        _ => Ok(()),
    }
}

/// A condition upon the keys: equality of the partition key, and perhaps one condition upon the sort key.
fn key_condition(
    text: &str,
    table: &Table,
    placeholders: &mut Placeholders<'_>,
) -> Result<Condition, ApiError> {
    let condition = condition(text, "KeyConditionExpression", placeholders)?;
    let (partition, sort) = match &condition {
        Condition::And(one, other) => match is_equality(one, &table.schema.partition) {
            Some(_) => (&**one, Some(&**other)),
            None => (&**other, Some(&**one)),
        },
        only => (only, None),
    };
    let missed = || {
        invalid(format!(
            "Query condition missed key schema element: {}",
            table.schema.partition.name
        ))
    };
    let value = is_equality(partition, &table.schema.partition).ok_or_else(missed)?;
    check_type(&table.schema.partition, &value)?;
    match (sort, &table.schema.sort) {
        (None, _) => {}
        (Some(sort), Some(key)) if is_about(sort, &key.name) => {}
        (Some(_), _) => return Err(invalid("Query key condition not supported")),
    }
    Ok(condition)
}

fn check_type(key: &KeyAttribute, value: &AttributeValue) -> Result<(), ApiError> {
    let fits = kind(value) == key.kind.name() && scalar(value) != Some(Scalar::Text(String::new()));
    if fits {
        return Ok(());
    }
    Err(invalid(
        "One or more parameter values were invalid: Condition parameter type does not match schema type",
    ))
}

fn is_equality(condition: &Condition, key: &KeyAttribute) -> Option<AttributeValue> {
    match condition {
        Condition::Compare(Operand::At(path), "=", Operand::Given(value)) if is_key(path, &key.name) => {
            Some(value.clone())
        }
        _ => None,
    }
}

fn is_about(condition: &Condition, name: &str) -> bool {
    match condition {
        Condition::Compare(Operand::At(path), sign, Operand::Given(_)) => *sign != "<>" && is_key(path, name),
        Condition::Between(Operand::At(path), Operand::Given(_), Operand::Given(_)) => is_key(path, name),
        Condition::Function("begins_with", path, Operand::Given(_)) => is_key(path, name),
        _ => false,
    }
}

fn is_key(path: &Path, name: &str) -> bool {
    matches!(&path[..], [Step::Name(step)] if step == name)
}
