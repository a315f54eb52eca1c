//! One item at a time.

use super::{AttributeValue, CAPACITY};
use crate::Map;
use crate::shape::shapes;

shapes! {
    /// Reads one item by its key.
    pub struct GetItemInput {
        /// Of which table.
        table_name: Option<String> = "TableName" required,
        /// Its key.
        key: Map<AttributeValue> = "Key" required,
        /// Whether to see every write that has succeeded, for twice the capacity.
        consistent_read: Option<bool> = "ConsistentRead" default("false"),
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// The attributes to answer with, parted by commas.
        projection_expression: Option<String> = "ProjectionExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
    }
    without "AttributesToGet"

    /// The item; nothing if there is none.
    pub struct GetItemOutput {
        /// Its attributes.
        item: Map<AttributeValue> = "Item",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }

    /// Writes an item, in place of the one that has its key.
    pub struct PutItemInput {
        /// Into which table.
        table_name: Option<String> = "TableName" required,
        /// All of its attributes, the key among them.
        item: Map<AttributeValue> = "Item" required,
        /// Whether to answer with the item that was there.
        return_values: Option<String> = "ReturnValues" one_of(&["NONE","ALL_OLD"]) default("NONE"),
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// What must be so of the item that is there.
        condition_expression: Option<String> = "ConditionExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
        /// Values for `:placeholders`.
        expression_attribute_values: Map<AttributeValue> = "ExpressionAttributeValues",
    }
    without "Expected ReturnItemCollectionMetrics ConditionalOperator ReturnValuesOnConditionCheckFailure"

    /// It is written.
    pub struct PutItemOutput {
        /// The item that was there.
        attributes: Map<AttributeValue> = "Attributes",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }

    /// Deletes an item by its key.
    pub struct DeleteItemInput {
        /// Of which table.
        table_name: Option<String> = "TableName" required,
        /// Its key.
        key: Map<AttributeValue> = "Key" required,
        /// Whether to answer with the item that was there.
        return_values: Option<String> = "ReturnValues" one_of(&["NONE","ALL_OLD"]) default("NONE"),
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// What must be so of the item that is there.
        condition_expression: Option<String> = "ConditionExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
        /// Values for `:placeholders`.
        expression_attribute_values: Map<AttributeValue> = "ExpressionAttributeValues",
    }
    without "Expected ConditionalOperator ReturnItemCollectionMetrics ReturnValuesOnConditionCheckFailure"

    /// It is deleted, or was not there.
    pub struct DeleteItemOutput {
        /// The item that was there.
        attributes: Map<AttributeValue> = "Attributes",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }

    /// Changes attributes of an item, or makes it.
    pub struct UpdateItemInput {
        /// Of which table.
        table_name: Option<String> = "TableName" required,
        /// Its key.
        key: Map<AttributeValue> = "Key" required,
        /// Whether to answer with the item.
        return_values: Option<String> = "ReturnValues" one_of(&["NONE","ALL_OLD","ALL_NEW"]) default("NONE"),
        /// Whether to tell the capacity used.
        return_consumed_capacity: Option<String> = "ReturnConsumedCapacity" one_of(CAPACITY) default("NONE"),
        /// `SET name = :value, …`, `REMOVE name, …`, or both.
        update_expression: Option<String> = "UpdateExpression",
        /// What must be so of the item that is there.
        condition_expression: Option<String> = "ConditionExpression",
        /// Names for `#placeholders`.
        expression_attribute_names: Map<String> = "ExpressionAttributeNames",
        /// Values for `:placeholders`.
        expression_attribute_values: Map<AttributeValue> = "ExpressionAttributeValues",
    }
    without "AttributeUpdates Expected ConditionalOperator ReturnItemCollectionMetrics \
        ReturnValuesOnConditionCheckFailure"

    /// It is changed.
    pub struct UpdateItemOutput {
        /// The item as it was or is.
        attributes: Map<AttributeValue> = "Attributes",
        /// The capacity used.
        consumed_capacity: Option<ConsumedCapacity> = "ConsumedCapacity",
    }

    /// Capacity that a call used.
    pub struct ConsumedCapacity {
        /// Of which table.
        table_name: Option<String> = "TableName",
        /// Units.
        capacity_units: Option<f64> = "CapacityUnits",
    }
}
