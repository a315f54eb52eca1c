//! `DescribeInstanceAttribute`: one attribute of an instance.
//!
//! Source: EC2 API Reference, DescribeInstanceAttribute. Attributes that no instance here has are answered by the id alone.

use api::ApiError;
use api::ec2::{
    AttributeBooleanValue, AttributeValue, DescribeInstanceAttributeInput, DescribeInstanceAttributeOutput,
};

use crate::Cloud;

pub(crate) fn describe_instance_attribute(
    cloud: &Cloud,
    input: &DescribeInstanceAttributeInput,
) -> Result<DescribeInstanceAttributeOutput, ApiError> {
    let id = input.instance_id.as_deref().unwrap_or_default();
    let instance = &cloud.ec2.instances[cloud.instance_with_id(id)?.index()];
    let text = |value: String| Some(AttributeValue { value: Some(value) });
    let truth = |value: bool| Some(AttributeBooleanValue { value: Some(value) });
    let mut answer = DescribeInstanceAttributeOutput {
        instance_id: Some(id.to_owned()),
        ..Default::default()
    };
    match input.attribute.as_deref().unwrap_or_default() {
        "instanceType" => answer.instance_type = text(instance.instance_type.name.to_owned()),
        "userData" => {
            let encode = |script: &String| api::encode_base64(script.as_bytes());
            let value = instance.user_data.as_ref().map(encode);
            answer.user_data = Some(AttributeValue { value });
        }
        "disableApiTermination" => answer.disable_api_termination = truth(instance.termination_protection),
        "disableApiStop" => answer.disable_api_stop = truth(instance.stop_protection),
        "instanceInitiatedShutdownBehavior" => {
            answer.instance_initiated_shutdown_behavior = text("stop".to_owned());
        }
        "rootDeviceName" => answer.root_device_name = text("/dev/xvda".to_owned()),
        "sourceDestCheck" => answer.source_dest_check = truth(true),
        "enaSupport" => answer.ena_support = truth(true),
        "ebsOptimized" => answer.ebs_optimized = truth(false),
        "groupSet" => answer.groups = cloud.group_identifiers(instance),
        _ => {}
    }
    Ok(answer)
}
