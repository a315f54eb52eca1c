//! Labels of tables.

use api::ApiError;
use api::dynamodb::{ListTagsOfResourceInput, ListTagsOfResourceOutput, Tag, TagResourceInput};

use super::not_found;
use crate::Cloud;
use crate::dynamodb::value::invalid;
use crate::dynamodb::{TableIndex, defaults};
use crate::ec2::put_tags;

pub(super) fn read_tags(tags: &[Tag]) -> Result<Vec<(String, String)>, ApiError> {
    let mut read: Vec<(String, String)> = Vec::new();
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid(
                "One or more parameter values were invalid: Tag keys must not start with aws:",
            ));
        }
        if read.iter().any(|(known, _)| *known == key) {
            return Err(invalid(
                "One or more parameter values were invalid: Tag keys must be unique",
            ));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    if read.len() > defaults::TAGS_MAX {
        return Err(invalid("Too many tags: at most 50 are allowed"));
    }
    Ok(read)
}

fn table_with_arn(cloud: &Cloud, arn: Option<&str>) -> Result<TableIndex, ApiError> {
    let arn = arn.unwrap_or_default();
    if !arn.starts_with("arn:aws:dynamodb:") {
        return Err(invalid(format!(
            "Invalid TableArn: Invalid ResourceArn provided as input {arn}"
        )));
    }
    let mut tables = cloud.dynamodb.tables();
    let found = tables.find(|(_, table)| cloud.table_arn(table) == arn);
    found.map(|(index, _)| index).ok_or_else(|| {
        not_found(format!(
            "Requested resource not found: ResourcArn: {arn} not found"
        ))
    })
}

pub(super) fn tag(cloud: &mut Cloud, input: &TagResourceInput) -> Result<(), ApiError> {
    let index = table_with_arn(cloud, input.resource_arn.as_deref())?;
    let new = read_tags(&input.tags)?;
    let mut tags = cloud.dynamodb.get(index).tags.clone();
    put_tags(&mut tags, &new);
    if tags.len() > defaults::TAGS_MAX {
        return Err(invalid("Too many tags: at most 50 are allowed"));
    }
    cloud.accept();
    cloud.dynamodb.all_tables[index.index()].tags = tags;
    Ok(())
}

pub(super) fn list(
    cloud: &Cloud,
    input: &ListTagsOfResourceInput,
) -> Result<ListTagsOfResourceOutput, ApiError> {
    let index = table_with_arn(cloud, input.resource_arn.as_deref())?;
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    Ok(ListTagsOfResourceOutput {
        tags: cloud.dynamodb.get(index).tags.iter().map(tag).collect(),
    })
}
