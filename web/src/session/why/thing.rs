//! What a fact happened to, as something that can be selected.

use cloud::app::Dependency;
use cloud::ec2::InstanceIndex;
use cloud::fact::What;
use cloud::fault::FaultSite;
use cloud::region::ZoneIndex;
use cloud::{Cloud, autoscaling, cloudwatch, dynamodb, elbv2, s3};
use view::fleet::Thing;
use view::flight::Place;

/// The thing; none if it is about many, or about nothing that is shown.
pub(in crate::session) fn thing(cloud: &Cloud, what: What) -> Option<Thing> {
    match what {
        What::FaultBegan(fault) | What::FaultEnded(fault) => {
            let mut faults = cloud.faults();
            let (_, fault) = faults.find(|(index, _)| *index == fault)?;
            Some(broken(fault.kind.site()))
        }
        What::ZoneDark(zone)
        | What::ZoneLit(zone)
        | What::CapacityChanged(zone)
        | What::SubnetChanged(zone) => Some(of_zone(zone)),
        What::SecurityGroupChanged(_) | What::EndpointChanged(_) | What::QuotaChanged(_) => {
            Some(Thing::Region)
        }
        What::Elbv2(what) => Some(balancing(cloud, what)),
        What::AutoScaling(what) => Some(scaling(what)),
        What::CloudWatch(
            cloudwatch::What::AlarmCreated(alarm) | cloudwatch::What::AlarmState { alarm, .. },
        ) => Some(Thing::Alarm(alarm.index() as u32)),
        What::DynamoDb(dynamodb::What::TableState { .. } | dynamodb::What::Throttling { .. }) => {
            Some(service(Dependency::DynamoDb))
        }
        What::S3(s3::What::BucketCreated(_) | s3::What::BucketDeleted(_) | s3::What::SlowDown { .. }) => {
            Some(service(Dependency::S3))
        }
        what => what.instance().map(of_instance),
    }
}

/// What is broken.
fn broken(site: FaultSite) -> Thing {
    match site {
        FaultSite::Instance(instance) => of_instance(instance),
        FaultSite::Zone(zone) => of_zone(zone),
        FaultSite::Dependency(dependency) => service(dependency),
        FaultSite::Region => Thing::Region,
    }
}

fn balancing(cloud: &Cloud, what: elbv2::What) -> Thing {
    match what {
        elbv2::What::BalancerCreated(index)
        | elbv2::What::BalancerActive(index)
        | elbv2::What::BalancerDeleted(index)
        | elbv2::What::BalancerChanged(index)
        | elbv2::What::DnsChanged(index) => Thing::Balancer(index.index() as u32),
        elbv2::What::CheckTurned { target, .. }
        | elbv2::What::TargetState { target, .. }
        | elbv2::What::Anomaly { target, .. }
        | elbv2::What::TargetGone(target) => of_instance(cloud.elbv2.target(target).instance),
    }
}

fn scaling(what: autoscaling::What) -> Thing {
    match what {
        autoscaling::What::DesiredChanged { group, .. }
        | autoscaling::What::Refresh { group, .. }
        | autoscaling::What::ScheduledActionRan { group, .. } => Thing::Group(group.index() as u32),
        autoscaling::What::Lifecycle { instance, .. }
        | autoscaling::What::Detached(instance)
        | autoscaling::What::Unhealthy(instance)
        | autoscaling::What::Replacing(instance) => of_instance(instance),
    }
}

fn of_instance(instance: InstanceIndex) -> Thing {
    Thing::Place(Place::Instance(instance.index() as u32))
}

fn of_zone(zone: ZoneIndex) -> Thing {
    Thing::Zone(zone.index() as u16)
}

/// The services stand in the picture in this order.
const fn service(dependency: Dependency) -> Thing {
    Thing::Place(Place::Service(match dependency {
        Dependency::DynamoDb => 0,
        Dependency::S3 => 1,
    }))
}
