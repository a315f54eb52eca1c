//! The state that a fact brought, in AWS's words where AWS has one.

use crate::fact::What;
use crate::{arc_zonal_shift, autoscaling, cloudwatch, dynamodb, elbv2, fis, s3};

pub(super) fn state(what: What) -> Option<String> {
    match what {
        What::QuotaChanged(vcpus) => Some(vcpus.to_string()),
        What::AutoScaling(autoscaling::What::DesiredChanged { to, .. }) => Some(to.to_string()),
        what => word(what).map(str::to_owned),
    }
}

fn word(what: What) -> Option<&'static str> {
    match what {
        What::InstanceState { state, .. } => Some(state.name()),
        What::Elbv2(elbv2::What::TargetState { state, .. }) => Some(state.name()),
        What::Elbv2(elbv2::What::CheckTurned { passed, .. }) => {
            Some(if passed { "passed" } else { "failed" })
        }
        What::Elbv2(elbv2::What::Anomaly { anomalous, .. }) => {
            Some(if anomalous { "anomalous" } else { "normal" })
        }
        What::AutoScaling(autoscaling::What::Lifecycle { state, .. }) => Some(state.name()),
        What::AutoScaling(autoscaling::What::Refresh { status, .. }) => Some(status.name()),
        What::CloudWatch(cloudwatch::What::AlarmState { state, .. }) => Some(state.name()),
        What::Fis(fis::What::Experiment { status, .. } | fis::What::Action { status, .. }) => {
            Some(status.name())
        }
        What::ArcZonalShift(arc_zonal_shift::What::ShiftStatus { status, .. }) => Some(status.name()),
        What::DynamoDb(dynamodb::What::TableState { status, .. }) => {
            Some(status.map_or("deleted", |status| status.name()))
        }
        What::DynamoDb(dynamodb::What::Throttling { writes, .. })
        | What::S3(s3::What::SlowDown { writes, .. }) => Some(if writes { "writes" } else { "reads" }),
        _ => None,
    }
}
