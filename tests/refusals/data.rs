//! Calls to DynamoDB and S3, and calls about roles and ways of instances.

use cloud::lab::Lab;

fn check(service: &str, operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    let before = lab.cloud().digest();
    for (request, refusal) in refusals {
        let ec2 = &lab.cloud().ec2;
        let (vpc, table) = (ec2.vpc_id.clone(), ec2.route_table_id.clone());
        let request = request.replace("{vpc}", &vpc).replace("{rtb}", &table);
        let answer = lab.call(service, operation, &request);
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        let expected = refusal.replace("{id:0}", &lab.cloud().ec2.instances[0].id);
        assert_eq!(found, expected, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

const KEYS: &str = r#""AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]"#;

#[test]
fn tables() {
    let of = |name: &str, more: &str| format!(r#"{{"TableName": "{name}", {KEYS}{more}}}"#);
    check(
        "dynamodb",
        "CreateTable",
        &[
            (
                &of("ab", ""),
                "(ValidationException) 1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: \
                 Member must have length greater than or equal to 3",
            ),
            (
                &of("a b c", ""),
                "(ValidationException) 1 validation error detected: Value 'a b c' at 'tableName' failed to satisfy \
                 constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
            ),
            (
                &of("Orders", ""),
                "(ValidationException) One or more parameter values were invalid: ReadCapacityUnits and \
                 WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
            ),
            (
                &of("Employees", r#", "BillingMode": "PAY_PER_REQUEST""#),
                "(ResourceInUseException) Table already exists: Employees",
            ),
            (
                &of(
                    "Orders",
                    r#", "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 1}"#,
                ),
                "(ValidationException) 1 validation error detected: Value '0' at \
                 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater \
                 than or equal to 1",
            ),
            (
                r#"{"TableName": "Orders", "BillingMode": "PAY_PER_REQUEST"}"#,
                "(ValidationException) One or more parameter values were invalid: KeySchema must be specified",
            ),
        ],
    );
    check(
        "dynamodb",
        "UpdateTable",
        &[
            (
                r#"{"TableName": "Orders", "BillingMode": "PAY_PER_REQUEST"}"#,
                "(ResourceNotFoundException) Requested resource not found: Table: Orders not found",
            ),
            (
                r#"{"TableName": "Employees", "BillingMode": "PROVISIONED"}"#,
                "(ValidationException) One or more parameter values were invalid: ReadCapacityUnits and \
                 WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
            ),
            (
                r#"{"TableName": "Employees",
                    "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}"#,
                "(ValidationException) One or more parameter values were invalid: Neither ReadCapacityUnits nor \
                 WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
            ),
        ],
    );
}

#[test]
fn items() {
    let put = |item: &str| format!(r#"{{"TableName": "Employees", "Item": {item}}}"#);
    let invalid = "(ValidationException) One or more parameter values were invalid:";
    check(
        "dynamodb",
        "PutItem",
        &[
            (
                r#"{"TableName": "Orders", "Item": {"id": {"S": "1"}}}"#,
                "(ResourceNotFoundException) Requested resource not found",
            ),
            (
                &put(r#"{"name": {"S": "1"}}"#),
                &format!("{invalid} Missing the key id in the item"),
            ),
            (
                &put(r#"{"id": {"N": "1"}}"#),
                &format!("{invalid} Type mismatch for key id expected: S actual: N"),
            ),
            (
                &put(r#"{"id": {"S": ""}}"#),
                "(ValidationException) One or more parameter values are not valid. The AttributeValue for a key attribute \
                 cannot contain an empty string value. Key: id",
            ),
            (
                &put(r#"{"id": {"S": "1", "N": "1"}}"#),
                "(ValidationException) Supplied AttributeValue has more than one datatypes set, must contain exactly one \
                 of the supported datatypes",
            ),
            (
                &put(r#"{"id": {}}"#),
                "(ValidationException) Supplied AttributeValue is empty, must contain exactly one of the supported \
                 datatypes",
            ),
            (
                &put(r#"{"id": {"S": "1"}, "n": {"N": "one"}}"#),
                "(ValidationException) The parameter cannot be converted to a numeric value: one",
            ),
        ],
    );
    check(
        "dynamodb",
        "UpdateItem",
        &[
            (
                r#"{"TableName": "Employees", "Key": {"id": {"S": "1"}}, "UpdateExpression": "ADD n :one"}"#,
                "(ValidationException) Invalid UpdateExpression: ADD is not modelled here; use SET or REMOVE",
            ),
            (
                r#"{"TableName": "Employees", "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET id = :x",
                    "ExpressionAttributeValues": {":x": {"S": "2"}}}"#,
                &format!("{invalid} Cannot update attribute. This attribute is part of the key"),
            ),
            (
                r#"{"TableName": "Employees", "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET a = b"}"#,
                "(ValidationException) The provided expression refers to an attribute that does not exist in the item",
            ),
        ],
    );
}

#[test]
fn searches() {
    let scan = |more: &str| format!(r#"{{"TableName": "Employees", {more}}}"#);
    check(
        "dynamodb",
        "Scan",
        &[
            (
                &scan(
                    r#""FilterExpression": "location = :l", "ExpressionAttributeValues": {":l": {"S": "Tokyo"}}"#,
                ),
                "(ValidationException) Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: \
                 location",
            ),
            (
                &scan(r#""FilterExpression": "job_title = :t""#),
                "(ValidationException) Invalid FilterExpression: An expression attribute value used in expression is not \
                 defined; attribute value: :t",
            ),
            (
                &scan(r##""FilterExpression": "attribute_exists(#a)""##),
                "(ValidationException) Invalid FilterExpression: An expression attribute name used in the document path is \
                 not defined; attribute name: #a",
            ),
            (
                &scan(r#""FilterExpression": "job_title =""#),
                "(ValidationException) Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
            ),
            (
                &scan(r#""FilterExpression": "starts_with(a, b)""#),
                "(ValidationException) Invalid FilterExpression: Invalid function name; function: starts_with",
            ),
            (
                &scan(r#""ExpressionAttributeValues": {":t": {"S": "x"}}"#),
                "(ValidationException) Value provided in ExpressionAttributeValues unused in expressions: keys: {:t}",
            ),
        ],
    );
    check(
        "dynamodb",
        "Query",
        &[
            (
                r#"{"TableName": "Employees"}"#,
                "(ValidationException) Either the KeyConditions or KeyConditionExpression parameter must be specified in \
                 the request.",
            ),
            (
                r#"{"TableName": "Employees", "KeyConditionExpression": "full_name = :n",
                    "ExpressionAttributeValues": {":n": {"S": "Ana"}}}"#,
                "(ValidationException) Query condition missed key schema element: id",
            ),
        ],
    );
}

#[test]
fn buckets_and_objects() {
    check(
        "s3api",
        "CreateBucket",
        &[
            (
                r#"{"Bucket": "My_Bucket"}"#,
                "(InvalidBucketName) The specified bucket is not valid.",
            ),
            (
                r#"{"Bucket": "reports-fl"}"#,
                "(IllegalLocationConstraintException) The unspecified location constraint is incompatible for the region \
                 specific endpoint this request was sent to.",
            ),
            (
                r#"{"Bucket": "photos", "CreateBucketConfiguration": {"LocationConstraint": "us-east-2"}}"#,
                "(BucketAlreadyExists) The requested bucket name is not available. The bucket namespace is shared by all \
                 users of the system. Please select a different name and try again.",
            ),
            (
                r#"{"Bucket": "employee-photo-bucket-fl-907",
                    "CreateBucketConfiguration": {"LocationConstraint": "us-east-2"}}"#,
                "(BucketAlreadyOwnedByYou) Your previous request to create the named bucket succeeded and you already own \
                 it.",
            ),
        ],
    );
    let not_found = "(NoSuchBucket) The specified bucket does not exist";
    check(
        "s3api",
        "DeleteBucket",
        &[
            (r#"{"Bucket": "nowhere"}"#, not_found),
            (
                r#"{"Bucket": "employee-photo-bucket-fl-907"}"#,
                "(BucketNotEmpty) The bucket you tried to delete is not empty",
            ),
        ],
    );
    check(
        "s3api",
        "GetObject",
        &[
            (r#"{"Bucket": "nowhere", "Key": "a"}"#, not_found),
            (
                r#"{"Bucket": "employee-photo-bucket-fl-907", "Key": "a"}"#,
                "(NoSuchKey) The specified key does not exist.",
            ),
        ],
    );
    check(
        "s3api",
        "HeadObject",
        &[(
            r#"{"Bucket": "employee-photo-bucket-fl-907", "Key": "a"}"#,
            "(404) Not Found",
        )],
    );
}

#[test]
fn roles_and_ways() {
    let role = r#""IamInstanceProfile": {"Name": "employee-directory-role"}"#;
    check(
        "ec2",
        "AssociateIamInstanceProfile",
        &[
            (
                r#"{"InstanceId": "{id:0}", "IamInstanceProfile": {"Name": "admin"}}"#,
                "(InvalidParameterValue) Value (admin) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance \
             Profile name",
            ),
            (
                &format!(r#"{{"InstanceId": "{{id:0}}", {role}}}"#),
                "(IncorrectState) There is an existing association for instance {id:0}",
            ),
        ],
    );
    check(
        "ec2",
        "DisassociateIamInstanceProfile",
        &[(
            r#"{"AssociationId": "iip-assoc-00000000"}"#,
            "(InvalidAssociationID.NotFound) An invalid association-id of 'iip-assoc-00000000' was given",
        )],
    );
    let s3 = r#""ServiceName": "com.amazonaws.us-east-2.s3""#;
    check(
        "ec2",
        "CreateVpcEndpoint",
        &[
            (
                &format!(r#"{{"VpcId": "vpc-00000000", {s3}}}"#),
                "(InvalidVpcId.NotFound) The Vpc Id vpc-00000000 does not exist",
            ),
            (
                r#"{"VpcId": "{vpc}", "ServiceName": "com.amazonaws.us-east-2.mars"}"#,
                "(InvalidServiceName) The Vpc Endpoint Service 'com.amazonaws.us-east-2.mars' does not exist",
            ),
            (
                &format!(r#"{{"VpcId": "{{vpc}}", {s3}, "RouteTableIds": ["rtb-00000000"]}}"#),
                "(InvalidRouteTableID.NotFound) The routeTable ID 'rtb-00000000' does not exist",
            ),
        ],
    );
    check(
        "ec2",
        "ModifySubnetAttribute",
        &[(
            r#"{"SubnetId": "subnet-00000000", "MapPublicIpOnLaunch": {"Value": true}}"#,
            "(InvalidSubnetID.NotFound) The subnet ID 'subnet-00000000' does not exist",
        )],
    );
    let golden =
        r#""ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1"#;
    check(
        "ec2",
        "RunInstances",
        &[
            (
                &format!(
                    r#"{{{golden}, "SubnetId": "subnet-0", "NetworkInterfaces": [{{"DeviceIndex": 0}}]}}"#
                ),
                "(InvalidParameterCombination) Network interfaces and an instance-level subnet ID may not be specified on the \
             same request",
            ),
            (
                &format!(r#"{{{golden}, "NetworkInterfaces": [{{"AssociatePublicIpAddress": false}}]}}"#),
                "(MissingParameter) Each network interface requires a device index.",
            ),
        ],
    );
}
