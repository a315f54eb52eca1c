//! The kinds of facts, in words of the command line.

use crate::fact::What;
use crate::{arc_zonal_shift, autoscaling, cloudwatch, dynamodb, elbv2, fis, s3};

pub(super) const fn kind(what: What) -> &'static str {
    match what {
        What::Input(_) => "input",
        What::TrafficChanged => "traffic-changed",
        What::ClientsChanged => "clients-changed",
        What::FaultBegan(_) => "fault-began",
        What::FaultEnded(_) => "fault-ended",
        What::ZoneDark(_) => "zone-dark",
        What::ZoneLit(_) => "zone-lit",
        What::CapacityChanged(_) => "capacity-changed",
        What::QuotaChanged(_) => "quota-changed",
        What::Elbv2(what) => of_elbv2(what),
        What::AutoScaling(what) => of_autoscaling(what),
        What::CloudWatch(what) => of_cloudwatch(what),
        What::Fis(what) => of_fis(what),
        What::ArcZonalShift(arc_zonal_shift::What::ShiftStatus { .. }) => "zonal-shift",
        What::DynamoDb(what) => of_dynamodb(what),
        What::S3(what) => of_s3(what),
        What::InstanceState { .. } => "instance-state",
        What::OsUp(_) => "os-up",
        What::OsDown(_) => "os-down",
        What::AppUp(_) => "app-up",
        What::AppDown(_) => "app-down",
        What::NoApp(_) => "no-app",
        What::AddressAssigned { .. } => "address-assigned",
        What::AddressReleased { .. } => "address-released",
        What::TypeChanged(_) => "type-changed",
        What::GroupsChanged(_) => "groups-changed",
        What::SecurityGroupChanged(_) => "security-group-changed",
        What::CpuThrottled(_) => "cpu-throttled",
        What::CpuUnthrottled(_) => "cpu-unthrottled",
        What::InstanceRecovered(_) => "instance-recovered",
        What::MemoryFull(_) => "memory-full",
        What::ProfileChanged(_) => "profile-changed",
        What::ReachChanged { .. } => "reach-changed",
        What::EndpointChanged(_) => "endpoint-changed",
        What::SubnetChanged(_) => "subnet-changed",
    }
}

const fn of_elbv2(what: elbv2::What) -> &'static str {
    match what {
        elbv2::What::BalancerCreated(_) => "load-balancer-created",
        elbv2::What::BalancerActive(_) => "load-balancer-active",
        elbv2::What::BalancerDeleted(_) => "load-balancer-deleted",
        elbv2::What::BalancerChanged(_) => "load-balancer-changed",
        elbv2::What::DnsChanged(_) => "dns-changed",
        elbv2::What::CheckTurned { .. } => "health-check-turned",
        elbv2::What::TargetState { .. } => "target-state",
        elbv2::What::Anomaly { .. } => "target-anomaly",
        elbv2::What::TargetGone(_) => "target-gone",
    }
}

const fn of_autoscaling(what: autoscaling::What) -> &'static str {
    match what {
        autoscaling::What::DesiredChanged { .. } => "desired-capacity",
        autoscaling::What::Lifecycle { .. } => "lifecycle-state",
        autoscaling::What::Detached(_) => "detached",
        autoscaling::What::Refresh { .. } => "instance-refresh",
        autoscaling::What::ScheduledActionRan { .. } => "scheduled-action",
        autoscaling::What::Unhealthy(_) => "unhealthy",
        autoscaling::What::Replacing(_) => "replacing",
    }
}

const fn of_cloudwatch(what: cloudwatch::What) -> &'static str {
    match what {
        cloudwatch::What::AlarmCreated(_) => "alarm-created",
        cloudwatch::What::AlarmState { .. } => "alarm-state",
    }
}

const fn of_fis(what: fis::What) -> &'static str {
    match what {
        fis::What::Experiment { .. } => "experiment",
        fis::What::Action { .. } => "experiment-action",
    }
}

const fn of_dynamodb(what: dynamodb::What) -> &'static str {
    match what {
        dynamodb::What::TableState { .. } => "table-state",
        dynamodb::What::Throttling { .. } => "table-throttled",
    }
}

const fn of_s3(what: s3::What) -> &'static str {
    match what {
        s3::What::BucketCreated(_) => "bucket-created",
        s3::What::BucketDeleted(_) => "bucket-deleted",
        s3::What::SlowDown { .. } => "bucket-slow-down",
    }
}
