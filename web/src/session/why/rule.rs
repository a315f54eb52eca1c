//! By which rule a fact followed, with the settings that it went by.

use cloud::app::Reach;
use cloud::elbv2::{TargetIndex, TargetState};
use cloud::fact::What;
use cloud::{Cloud, autoscaling, cloudwatch, dynamodb, elbv2, s3};

use crate::text::rule::RuleOf;

/// The rule; none where somebody's will is all there is.
pub(super) fn rule(cloud: &Cloud, what: What) -> Option<RuleOf> {
    Some(match what {
        What::ZoneDark(_) | What::ZoneLit(_) => RuleOf::Zone,
        What::Elbv2(what) => balancing(cloud, what)?,
        What::AutoScaling(what) => scaling(what),
        What::CloudWatch(cloudwatch::What::AlarmState { alarm, .. }) => {
            let alarm = cloud.cloudwatch.alarm(alarm);
            if alarm.composite().is_some() {
                RuleOf::CompositeAlarm
            } else {
                let spec = &alarm.spec;
                RuleOf::Alarm(spec.datapoints_to_alarm, spec.evaluation_periods, spec.period_s)
            }
        }
        What::Fis(_) => RuleOf::Experiment,
        What::ArcZonalShift(_) => RuleOf::Shift,
        What::DynamoDb(dynamodb::What::Throttling { .. }) => RuleOf::TableCapacity,
        What::S3(s3::What::SlowDown { .. }) => RuleOf::BucketRate,
        What::InstanceState { .. } => RuleOf::InstanceState,
        What::OsUp(_) | What::AppUp(_) | What::NoApp(_) => RuleOf::Boot,
        What::CpuThrottled(_) | What::CpuUnthrottled(_) => RuleOf::Credits,
        What::InstanceRecovered(_) => RuleOf::Recovery,
        What::AddressAssigned { .. } | What::AddressReleased { .. } => RuleOf::Address,
        What::SecurityGroupChanged(_) | What::GroupsChanged(_) => RuleOf::SecurityGroup,
        What::ReachChanged { reach, .. } => reached(reach),
        _ => return None,
    })
}

fn reached(reach: Reach) -> RuleOf {
    if reach == Reach::Denied {
        RuleOf::Role
    } else {
        RuleOf::Endpoint
    }
}

fn balancing(cloud: &Cloud, what: elbv2::What) -> Option<RuleOf> {
    Some(match what {
        elbv2::What::CheckTurned { target, .. } => check(cloud, target),
        elbv2::What::TargetState {
            target,
            state: TargetState::Draining,
        }
        | elbv2::What::TargetGone(target) => {
            let group = cloud.elbv2.group(cloud.elbv2.target(target).group);
            RuleOf::Draining(group.deregistration_delay().as_secs())
        }
        elbv2::What::TargetState { target, .. } => check(cloud, target),
        elbv2::What::Anomaly { .. } => RuleOf::Anomaly,
        elbv2::What::DnsChanged(_) => RuleOf::Dns,
        elbv2::What::BalancerCreated(_) | elbv2::What::BalancerActive(_) => RuleOf::Provisioning,
        elbv2::What::BalancerDeleted(_) | elbv2::What::BalancerChanged(_) => return None,
    })
}

fn check(cloud: &Cloud, target: TargetIndex) -> RuleOf {
    let check = &cloud.elbv2.group(cloud.elbv2.target(target).group).check;
    RuleOf::Check([
        check.interval_s,
        check.timeout_s,
        check.healthy_threshold,
        check.unhealthy_threshold,
    ])
}

const fn scaling(what: autoscaling::What) -> RuleOf {
    match what {
        autoscaling::What::DesiredChanged { .. } => RuleOf::Desired,
        autoscaling::What::Lifecycle { .. } | autoscaling::What::Detached(_) => RuleOf::Lifecycle,
        autoscaling::What::Refresh { .. } => RuleOf::Refresh,
        autoscaling::What::ScheduledActionRan { .. } => RuleOf::Scheduled,
        autoscaling::What::Unhealthy(_) | autoscaling::What::Replacing(_) => RuleOf::Replacing,
    }
}
