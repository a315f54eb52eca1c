//! Which operations Amazon DynamoDB has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    DynamoDb

    /// A call that changes something.
    Write(WriteCall) {
        CreateTable(CreateTableInput) -> CreateTableOutput;
        UpdateTable(UpdateTableInput) -> UpdateTableOutput;
        DeleteTable(DeleteTableInput) -> DeleteTableOutput;
        PutItem(PutItemInput) -> PutItemOutput;
        UpdateItem(UpdateItemInput) -> UpdateItemOutput;
        DeleteItem(DeleteItemInput) -> DeleteItemOutput;
        TagResource(TagResourceInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        DescribeTable(DescribeTableInput) -> DescribeTableOutput;
        ListTables(ListTablesInput)
            -> ListTablesOutput paged "ExclusiveStartTableName Limit LastEvaluatedTableName TableNames";
        DescribeLimits(DescribeLimitsInput) -> DescribeLimitsOutput;
        ListTagsOfResource(ListTagsOfResourceInput) -> ListTagsOfResourceOutput paged "NextToken - NextToken Tags";
        GetItem(GetItemInput) -> GetItemOutput;
        Scan(ScanInput)
            -> ScanOutput paged "ExclusiveStartKey Limit LastEvaluatedKey Items Count ScannedCount + ConsumedCapacity";
        Query(QueryInput)
            -> QueryOutput paged "ExclusiveStartKey Limit LastEvaluatedKey Items Count ScannedCount + ConsumedCapacity";
    }
}
