//! What a fact happened to, by the name or the id that commands take.

use crate::ec2::InstanceIndex;
use crate::fact::What;
use crate::{Cloud, arc_zonal_shift, autoscaling, cloudwatch, dynamodb, elbv2, fis, s3};

pub(super) fn subject(cloud: &Cloud, what: What) -> Option<String> {
    match what {
        What::FaultBegan(fault) | What::FaultEnded(fault) => Some(fault.id()),
        What::ZoneDark(zone)
        | What::ZoneLit(zone)
        | What::CapacityChanged(zone)
        | What::SubnetChanged(zone) => Some(cloud.region.zone(zone).name.to_owned()),
        What::SecurityGroupChanged(place) => {
            let group = cloud.ec2.security_groups.get(place as usize)?;
            Some(group.id.clone())
        }
        What::EndpointChanged(place) => Some(cloud.ec2.all_endpoints.get(place as usize)?.id.clone()),
        What::Elbv2(what) => Some(of_elbv2(cloud, what)),
        What::AutoScaling(what) => Some(of_autoscaling(cloud, what)),
        What::CloudWatch(
            cloudwatch::What::AlarmCreated(alarm) | cloudwatch::What::AlarmState { alarm, .. },
        ) => Some(cloud.cloudwatch.alarm(alarm).spec.name.clone()),
        What::Fis(fis::What::Experiment { experiment, .. } | fis::What::Action { experiment, .. }) => {
            Some(cloud.fis.experiment(experiment).id.clone())
        }
        What::ArcZonalShift(arc_zonal_shift::What::ShiftStatus { shift, .. }) => {
            Some(cloud.arc_zonal_shift.shifts[shift.0 as usize].id.clone())
        }
        What::DynamoDb(
            dynamodb::What::TableState { table, .. } | dynamodb::What::Throttling { table, .. },
        ) => Some(cloud.dynamodb.get(table).name.clone()),
        What::S3(
            s3::What::BucketCreated(bucket)
            | s3::What::BucketDeleted(bucket)
            | s3::What::SlowDown { bucket, .. },
        ) => Some(cloud.s3.get(bucket).name.clone()),
        what => what.instance().map(|index| id(cloud, index)),
    }
}

fn id(cloud: &Cloud, instance: InstanceIndex) -> String {
    cloud.ec2.instances[instance.index()].id.clone()
}

fn of_elbv2(cloud: &Cloud, what: elbv2::What) -> String {
    match what {
        elbv2::What::BalancerCreated(balancer)
        | elbv2::What::BalancerActive(balancer)
        | elbv2::What::BalancerDeleted(balancer)
        | elbv2::What::BalancerChanged(balancer)
        | elbv2::What::DnsChanged(balancer) => cloud.elbv2.balancer(balancer).name.clone(),
        elbv2::What::CheckTurned { target, .. }
        | elbv2::What::TargetState { target, .. }
        | elbv2::What::Anomaly { target, .. }
        | elbv2::What::TargetGone(target) => id(cloud, cloud.elbv2.target(target).instance),
    }
}

fn of_autoscaling(cloud: &Cloud, what: autoscaling::What) -> String {
    match what {
        autoscaling::What::DesiredChanged { group, .. }
        | autoscaling::What::Refresh { group, .. }
        | autoscaling::What::ScheduledActionRan { group, .. } => {
            cloud.autoscaling.group(group).spec.name.clone()
        }
        autoscaling::What::Lifecycle { instance, .. }
        | autoscaling::What::Detached(instance)
        | autoscaling::What::Unhealthy(instance)
        | autoscaling::What::Replacing(instance) => id(cloud, instance),
    }
}
