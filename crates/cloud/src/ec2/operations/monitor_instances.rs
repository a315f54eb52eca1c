//! `MonitorInstances` and `UnmonitorInstances`: metrics every minute, or every five.
//!
//! Source: EC2 API Reference, the operations named.

use api::ApiError;
use api::ec2::{
    InstanceMonitoring, MonitorInstancesInput, MonitorInstancesOutput, UnmonitorInstancesInput,
    UnmonitorInstancesOutput,
};

use crate::Cloud;
use crate::ec2::describe_instance::monitoring;

pub(super) fn monitor_instances(
    cloud: &mut Cloud,
    input: &MonitorInstancesInput,
) -> Result<MonitorInstancesOutput, ApiError> {
    Ok(MonitorInstancesOutput {
        instance_monitorings: set(cloud, &input.instance_ids, true)?,
    })
}

pub(super) fn unmonitor_instances(
    cloud: &mut Cloud,
    input: &UnmonitorInstancesInput,
) -> Result<UnmonitorInstancesOutput, ApiError> {
    Ok(UnmonitorInstancesOutput {
        instance_monitorings: set(cloud, &input.instance_ids, false)?,
    })
}

fn set(cloud: &mut Cloud, ids: &[String], detailed: bool) -> Result<Vec<InstanceMonitoring>, ApiError> {
    let indexes = cloud.instances_with_ids(ids)?;
    cloud.accept();
    let mut answers = Vec::with_capacity(indexes.len());
    for index in indexes {
        let instance = &mut cloud.ec2.instances[index.index()];
        instance.detailed_monitoring = detailed;
        answers.push(InstanceMonitoring {
            instance_id: Some(instance.id.clone()),
            monitoring: Some(monitoring(instance)),
        });
        cloud.bill_instance(index);
    }
    Ok(answers)
}
