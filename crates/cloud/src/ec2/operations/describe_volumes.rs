//! `DescribeVolumes`: the root volume of each instance that is not terminated.
//!
//! Filters: `attachment.delete-on-termination`, `attachment.device`, `attachment.instance-id`, `attachment.status`,
//! `availability-zone`, `encrypted`, `size`, `status`, `volume-id`, `volume-type`.

use api::ec2::{DescribeVolumesInput, DescribeVolumesOutput, Volume, VolumeAttachment};
use api::{ApiError, Timestamp};

use crate::Cloud;
use crate::bill::prices;
use crate::ec2::{InstanceIndex, InstanceState, defaults};
use crate::filter::{FilterPath, narrow};
use crate::ids::{IdOf, check_id, id};

pub(super) const FILTERS: &[FilterPath] = &[
    (
        "attachment.delete-on-termination",
        "Attachments.DeleteOnTermination",
    ),
    ("attachment.device", "Attachments.Device"),
    ("attachment.instance-id", "Attachments.InstanceId"),
    ("attachment.status", "Attachments.State"),
    ("availability-zone", "AvailabilityZone"),
    ("encrypted", "Encrypted"),
    ("size", "Size"),
    ("status", "State"),
    ("volume-id", "VolumeId"),
    ("volume-type", "VolumeType"),
];

pub(crate) fn describe_volumes(
    cloud: &Cloud,
    input: &DescribeVolumesInput,
) -> Result<DescribeVolumesOutput, ApiError> {
    let alive = |index: &InstanceIndex| {
        let instance = &cloud.ec2.instances[index.index()];
        instance.state != InstanceState::Terminated
    };
    let living: Vec<InstanceIndex> = cloud.ec2.indexes().filter(alive).collect();
    for id in &input.volume_ids {
        check_id(id, "vol-", "InvalidVolumeID.Malformed")?;
        if !living.iter().any(|index| volume_id(cloud, *index) == *id) {
            let message = format!("The volume '{id}' does not exist.");
            return Err(ApiError::new("InvalidVolume.NotFound", message));
        }
    }
    let is_named = |index: &&InstanceIndex| {
        input.volume_ids.is_empty() || input.volume_ids.contains(&volume_id(cloud, **index))
    };
    let volumes = living.iter().filter(is_named);
    let volumes = volumes.map(|index| volume(cloud, *index)).collect();
    Ok(DescribeVolumesOutput {
        volumes: narrow(volumes, &input.filters, FILTERS)?,
    })
}

fn volume_id(cloud: &Cloud, index: InstanceIndex) -> String {
    id(cloud.seed, IdOf::Volume, index.index() as u64)
}

/// Simplified: made and attached at the last launch or start.
fn volume(cloud: &Cloud, index: InstanceIndex) -> Volume {
    let instance = &cloud.ec2.instances[index.index()];
    let zone = cloud.region.zone(instance.zone);
    let text = |text: &str| Some(text.to_owned());
    let since = Some(Timestamp::of(instance.launched_at));
    let attachment = VolumeAttachment {
        delete_on_termination: Some(true),
        volume_id: Some(volume_id(cloud, index)),
        instance_id: Some(instance.id.clone()),
        device: text("/dev/xvda"),
        state: text("attached"),
        attach_time: since,
    };
    Volume {
        availability_zone_id: text(zone.id),
        iops: Some(defaults::ROOT_VOLUME_IOPS),
        volume_type: text("gp3"),
        multi_attach_enabled: Some(false),
        throughput: Some(defaults::ROOT_VOLUME_THROUGHPUT),
        volume_id: Some(volume_id(cloud, index)),
        size: Some(prices::ROOT_VOLUME_GIB as i64),
        availability_zone: text(zone.name),
        state: text("in-use"),
        create_time: since,
        attachments: vec![attachment],
        encrypted: Some(false),
    }
}
