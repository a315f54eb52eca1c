//! Tables.

use super::Tag;
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a table.
    pub struct CreateTableInput {
        /// The types of the attributes that are keys.
        attribute_definitions: Vec<AttributeDefinition> = "AttributeDefinitions",
        /// 3 to 255 letters, digits and `_ - .`.
        table_name: Option<String> = "TableName" required,
        /// The partition key, and perhaps a sort key.
        key_schema: Vec<KeySchemaElement> = "KeySchema" length(1..=2),
        /// Whether capacity is bought ahead or paid by the request.
        billing_mode: Option<String> = "BillingMode" one_of(&["PROVISIONED","PAY_PER_REQUEST"]) default("PROVISIONED"),
        /// The capacity, if it is bought ahead.
        provisioned_throughput: Option<ProvisionedThroughput> = "ProvisionedThroughput",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// Whether to refuse to delete it.
        deletion_protection_enabled: Option<bool> = "DeletionProtectionEnabled" default("false"),
    }
    without "LocalSecondaryIndexes GlobalSecondaryIndexes StreamSpecification SSESpecification TableClass \
        WarmThroughput ResourcePolicy OnDemandThroughput GlobalTableSourceArn GlobalTableSettingsReplicationMode \
        VectorIndexes"

    /// The new table.
    pub struct CreateTableOutput {
        /// It is `CREATING`.
        table_description: Option<TableDescription> = "TableDescription",
    }

    /// Describes a table.
    pub struct DescribeTableInput {
        /// Which.
        table_name: Option<String> = "TableName" required,
    }

    /// The table.
    pub struct DescribeTableOutput {
        /// As it is now.
        table: Option<TableDescription> = "Table",
    }

    /// Names the tables of the account in this Region.
    pub struct ListTablesInput {
        /// Go on behind this name.
        exclusive_start_table_name: Option<String> = "ExclusiveStartTableName",
        /// The most to answer with.
        limit: Option<i64> = "Limit" range(1..=100) default("100"),
    }

    /// Names.
    pub struct ListTablesOutput {
        /// In alphabetical order.
        table_names: Vec<String> = "TableNames" always,
        /// Where to go on, if there are more.
        last_evaluated_table_name: Option<String> = "LastEvaluatedTableName",
    }

    /// Changes how a table's capacity is paid for, or how much there is.
    pub struct UpdateTableInput {
        /// The types of the attributes that are keys.
        attribute_definitions: Vec<AttributeDefinition> = "AttributeDefinitions",
        /// Which.
        table_name: Option<String> = "TableName" required,
        /// Whether capacity is bought ahead or paid by the request.
        billing_mode: Option<String> = "BillingMode" one_of(&["PROVISIONED","PAY_PER_REQUEST"]),
        /// The capacity, if it is bought ahead.
        provisioned_throughput: Option<ProvisionedThroughput> = "ProvisionedThroughput",
        /// Whether to refuse to delete it.
        deletion_protection_enabled: Option<bool> = "DeletionProtectionEnabled",
    }
    without "GlobalSecondaryIndexUpdates StreamSpecification SSESpecification ReplicaUpdates TableClass \
        MultiRegionConsistency GlobalTableWitnessUpdates OnDemandThroughput WarmThroughput \
        GlobalTableSettingsReplicationMode DisassociationProtectionEnabled VectorIndexUpdates"

    /// The table.
    pub struct UpdateTableOutput {
        /// It is `UPDATING`.
        table_description: Option<TableDescription> = "TableDescription",
    }

    /// Deletes a table with all its items.
    pub struct DeleteTableInput {
        /// Which.
        table_name: Option<String> = "TableName" required,
    }

    /// The table.
    pub struct DeleteTableOutput {
        /// It is `DELETING`.
        table_description: Option<TableDescription> = "TableDescription",
    }

    /// Tells the quotas of capacity.
    pub struct DescribeLimitsInput {
    }

    /// Of the account and of one table.
    pub struct DescribeLimitsOutput {
        /// Of all tables together.
        account_max_read_capacity_units: Option<i64> = "AccountMaxReadCapacityUnits",
        /// Of all tables together.
        account_max_write_capacity_units: Option<i64> = "AccountMaxWriteCapacityUnits",
        /// Of one table.
        table_max_read_capacity_units: Option<i64> = "TableMaxReadCapacityUnits",
        /// Of one table.
        table_max_write_capacity_units: Option<i64> = "TableMaxWriteCapacityUnits",
    }

    /// The type of an attribute that is a key.
    pub struct AttributeDefinition {
        /// Its name.
        attribute_name: Option<String> = "AttributeName" required length(1..=255),
        /// Text, number or bytes.
        attribute_type: Option<String> = "AttributeType" required one_of(&["S","N","B"]),
    }

    /// A key.
    pub struct KeySchemaElement {
        /// Its name.
        attribute_name: Option<String> = "AttributeName" required length(1..=255),
        /// Partition key or sort key.
        key_type: Option<String> = "KeyType" required one_of(&["HASH","RANGE"]),
    }

    /// Capacity bought ahead.
    pub struct ProvisionedThroughput {
        /// Strongly consistent reads of 4 KB a second.
        read_capacity_units: Option<i64> = "ReadCapacityUnits" required at_least(1),
        /// Writes of 1 KB a second.
        write_capacity_units: Option<i64> = "WriteCapacityUnits" required at_least(1),
    }

    /// A table.
    pub struct TableDescription {
        /// The types of its keys.
        attribute_definitions: Vec<AttributeDefinition> = "AttributeDefinitions",
        /// Its name.
        table_name: Option<String> = "TableName",
        /// Its keys.
        key_schema: Vec<KeySchemaElement> = "KeySchema",
        /// `CREATING`, `ACTIVE`, `UPDATING` or `DELETING`.
        table_status: Option<String> = "TableStatus",
        /// When it was made.
        creation_date_time: Option<Timestamp> = "CreationDateTime",
        /// The capacity; zeros if it is paid by the request.
        provisioned_throughput: Option<ProvisionedThroughputDescription> = "ProvisionedThroughput",
        /// Told anew every six hours.
        table_size_bytes: Option<i64> = "TableSizeBytes",
        /// Told anew every six hours.
        item_count: Option<i64> = "ItemCount",
        /// Its name among all resources of AWS.
        table_arn: Option<String> = "TableArn",
        /// Its id.
        table_id: Option<String> = "TableId",
        /// How it is paid for, if ever by the request.
        billing_mode_summary: Option<BillingModeSummary> = "BillingModeSummary",
        /// Whether it cannot be deleted.
        deletion_protection_enabled: Option<bool> = "DeletionProtectionEnabled",
    }

    /// Capacity, and how it came to be.
    pub struct ProvisionedThroughputDescription {
        /// When it last grew.
        last_increase_date_time: Option<Timestamp> = "LastIncreaseDateTime",
        /// When it last shrank.
        last_decrease_date_time: Option<Timestamp> = "LastDecreaseDateTime",
        /// How often it shrank since midnight (UTC).
        number_of_decreases_today: Option<i64> = "NumberOfDecreasesToday",
        /// For reads.
        read_capacity_units: Option<i64> = "ReadCapacityUnits",
        /// For writes.
        write_capacity_units: Option<i64> = "WriteCapacityUnits",
    }

    /// How a table is paid for.
    pub struct BillingModeSummary {
        /// `PAY_PER_REQUEST` or `PROVISIONED`.
        billing_mode: Option<String> = "BillingMode",
        /// Since when by the request.
        last_update_to_pay_per_request_date_time: Option<Timestamp> = "LastUpdateToPayPerRequestDateTime",
    }
}
