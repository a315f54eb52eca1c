//! `DescribeInstances`: all instances that EC2 still shows, or those named, launch by launch.
//!
//! Filters: `architecture`, `availability-zone`, `availability-zone-id`, `dns-name`, `hypervisor`, `image-id`,
//! `instance-id`, `instance-state-code`, `instance-state-name`, `instance-type`, `instance.group-id`,
//! `instance.group-name`, `ip-address`, `launch-index`, `launch-time`, `monitoring-state`,
//! `network-interface.addresses.association.public-ip`, `network-interface.group-id`, `owner-id`, `platform-details`,
//! `private-dns-name`, `private-ip-address`, `reason`, `reservation-id`, `root-device-name`, `root-device-type`,
//! `state-reason-code`, `state-reason-message`, `subnet-id`, `tag:Key`, `tag-key`, `tenancy`, `virtualization-type`,
//! `vpc-id`; and some for what no instance here has, such as `key-name`.

use api::ApiError;
use api::ec2::{DescribeInstancesInput, DescribeInstancesOutput, Reservation};

use crate::Cloud;
use crate::ec2::{InstanceIndex, defaults};
use crate::filter::{FilterPath, NEVER, TAGS, narrow};

/// Paths start at a launch of one instance.
pub(super) const FILTERS: &[FilterPath] = &[
    ("architecture", "Instances.Architecture"),
    ("availability-zone", "Instances.Placement.AvailabilityZone"),
    ("availability-zone-id", "Instances.Placement.AvailabilityZoneId"),
    ("dns-name", "Instances.PublicDnsName"),
    ("hypervisor", "Instances.Hypervisor"),
    ("iam-instance-profile.arn", NEVER),
    ("image-id", "Instances.ImageId"),
    ("instance-id", "Instances.InstanceId"),
    ("instance-lifecycle", NEVER),
    ("instance-state-code", "Instances.State.Code"),
    ("instance-state-name", "Instances.State.Name"),
    ("instance-type", "Instances.InstanceType"),
    ("instance.group-id", "Instances.SecurityGroups.GroupId"),
    ("instance.group-name", "Instances.SecurityGroups.GroupName"),
    ("ip-address", "Instances.PublicIpAddress"),
    ("ipv6-address", NEVER),
    ("key-name", NEVER),
    ("launch-index", "Instances.AmiLaunchIndex"),
    ("launch-time", "Instances.LaunchTime"),
    ("monitoring-state", "Instances.Monitoring.State"),
    (
        "network-interface.addresses.association.public-ip",
        "Instances.PublicIpAddress",
    ),
    ("network-interface.group-id", "Instances.SecurityGroups.GroupId"),
    ("owner-id", "OwnerId"),
    ("placement-group-name", NEVER),
    ("platform", NEVER),
    ("platform-details", "Instances.PlatformDetails"),
    ("private-dns-name", "Instances.PrivateDnsName"),
    ("private-ip-address", "Instances.PrivateIpAddress"),
    ("reason", "Instances.StateTransitionReason"),
    ("reservation-id", "ReservationId"),
    ("root-device-name", "Instances.RootDeviceName"),
    ("root-device-type", "Instances.RootDeviceType"),
    ("spot-instance-request-id", NEVER),
    ("state-reason-code", "Instances.StateReason.Code"),
    ("state-reason-message", "Instances.StateReason.Message"),
    ("subnet-id", "Instances.SubnetId"),
    (TAGS, "Instances.Tags"),
    ("tenancy", "Instances.Placement.Tenancy"),
    ("virtualization-type", "Instances.VirtualizationType"),
    ("vpc-id", "Instances.VpcId"),
];

pub(crate) fn describe_instances(
    cloud: &Cloud,
    input: &DescribeInstancesInput,
) -> Result<DescribeInstancesOutput, ApiError> {
    let indexes = cloud.named_or_all(&input.instance_ids)?;
    let launches = indexes
        .into_iter()
        .map(|index| launch_of_one(cloud, index))
        .collect();
    Ok(DescribeInstancesOutput {
        reservations: together(narrow(launches, &input.filters, FILTERS)?),
    })
}

fn launch_of_one(cloud: &Cloud, index: InstanceIndex) -> Reservation {
    Reservation {
        reservation_id: Some(cloud.ec2.instances[index.index()].reservation.clone()),
        owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        groups: Vec::new(),
        instances: vec![cloud.describe_instance(index)],
    }
}

/// Instances of one launch stand next to each other: puts them into one reservation.
fn together(launches: Vec<Reservation>) -> Vec<Reservation> {
    let mut reservations: Vec<Reservation> = Vec::new();
    for launch in launches {
        match reservations.last_mut() {
            Some(last) if last.reservation_id == launch.reservation_id => {
                last.instances.extend(launch.instances);
            }
            _ => reservations.push(launch),
        }
    }
    reservations
}
