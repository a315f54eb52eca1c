//! Many items at a time.

use super::{AttributeValue, CAPACITY, ConsumedCapacity, SELECT};
use crate::Map;
use crate::shape::shapes;

shapes! {
    /// Reads every item of a table, a page at a time.
    pub struct ScanInput {
        /// Of which table.
        table_name: Option<String> = "TableName" required,
        /// The most items to look at.
        limit: Option<i64> = "Limit" at_least(1),
        /// Whether to answer with items or only their number.
        select: Option<String> = "Select" one_of(SELECT),
        /// Go on behind this key.
        exclusive_start_key: Map<AttributeValue> = "ExclusiveStartKey",
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// The attributes to answer with, parted by commas.
        projection_expression: Option<String> = "ProjectionExpression",
        /// What must be so of an item to be answered; it is read, and paid for, all the same.
        filter_expression: Option<String> = "FilterExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
        /// Values for `:placeholders`.
        expression_attribute_values: Map<AttributeValue> = "ExpressionAttributeValues",
        /// Whether to see every write that has succeeded, for twice the capacity.
        consistent_read: Option<bool> = "ConsistentRead" default("false"),
    }
    without "IndexName AttributesToGet ScanFilter ConditionalOperator TotalSegments Segment"

    /// A page.
    pub struct ScanOutput {
        /// The items.
        items: Vec<Map<AttributeValue>> = "Items",
        /// How many are answered.
        count: Option<i64> = "Count",
        /// How many were looked at.
        scanned_count: Option<i64> = "ScannedCount",
        /// Where to go on, if there may be more.
        last_evaluated_key: Map<AttributeValue> = "LastEvaluatedKey",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }

    /// Reads the items of one partition key, a page at a time.
    pub struct QueryInput {
        /// Of which table.
        table_name: Option<String> = "TableName" required,
        /// Whether to answer with items or only their number.
        select: Option<String> = "Select" one_of(SELECT),
        /// The most items to look at.
        limit: Option<i64> = "Limit" at_least(1),
        /// Whether to see every write that has succeeded, for twice the capacity.
        consistent_read: Option<bool> = "ConsistentRead" default("false"),
        /// Whether by rising sort key.
        scan_index_forward: Option<bool> = "ScanIndexForward" default("true"),
        /// Go on behind this key.
        exclusive_start_key: Map<AttributeValue> = "ExclusiveStartKey",
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// The attributes to answer with, parted by commas.
        projection_expression: Option<String> = "ProjectionExpression",
        /// What must be so of an item to be answered; it is read, and paid for, all the same.
        filter_expression: Option<String> = "FilterExpression",
        /// The partition key, and perhaps a condition upon the sort key.
        key_condition_expression: Option<String> = "KeyConditionExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
        /// Values for `:placeholders`.
        expression_attribute_values: Map<AttributeValue> = "ExpressionAttributeValues",
    }
    without "IndexName AttributesToGet KeyConditions QueryFilter ConditionalOperator"

    /// A page.
    pub struct QueryOutput {
        /// The items.
        items: Vec<Map<AttributeValue>> = "Items",
        /// How many are answered.
        count: Option<i64> = "Count",
        /// How many were looked at.
        scanned_count: Option<i64> = "ScannedCount",
        /// Where to go on, if there may be more.
        last_evaluated_key: Map<AttributeValue> = "LastEvaluatedKey",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }
}
