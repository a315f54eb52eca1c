//! `DescribeAccountAttributes`: the account's default VPC, and that it has nothing else than VPCs.

use api::ApiError;
use api::ec2::{
    ACCOUNT_ATTRIBUTES, AccountAttribute, AccountAttributeValue, DescribeAccountAttributesInput,
    DescribeAccountAttributesOutput,
};

use super::check_names;
use crate::Cloud;

pub(crate) fn describe_account_attributes(
    cloud: &Cloud,
    input: &DescribeAccountAttributesInput,
) -> Result<DescribeAccountAttributesOutput, ApiError> {
    check_names(&input.attribute_names, ACCOUNT_ATTRIBUTES, "attribute name")?;
    let values = ["VPC", cloud.ec2.vpc_id.as_str()];
    let all = ACCOUNT_ATTRIBUTES.iter().zip(values);
    let asked =
        |name: &str| input.attribute_names.is_empty() || input.attribute_names.iter().any(|n| n == name);
    let attribute = |(name, value): (&&str, &str)| AccountAttribute {
        attribute_name: Some((*name).to_owned()),
        attribute_values: vec![AccountAttributeValue {
            attribute_value: Some(value.to_owned()),
        }],
    };
    Ok(DescribeAccountAttributesOutput {
        account_attributes: all.filter(|(name, _)| asked(name)).map(attribute).collect(),
    })
}
