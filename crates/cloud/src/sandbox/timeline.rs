//! `sandbox timeline` and `sandbox why`: facts, and the chains that they form.

use api::sandbox::{Fact, TimelineInput, TimelineOutput, WhyInput, WhyOutput};
use api::{ApiError, Timestamp, kebab};
use des::SimTime;

use super::{ago, length};
use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::fact::{self, FactId, What};
use crate::{autoscaling, cloudwatch};

pub(super) fn timeline(cloud: &Cloud, input: &TimelineInput) -> Result<TimelineOutput, ApiError> {
    let last = length(input.last.as_deref())?;
    let from = last.map_or(SimTime::ZERO, |last| ago(cloud, last));
    let facts = cloud.facts.iter().filter(|(_, fact)| fact.at >= from);
    Ok(TimelineOutput {
        facts: facts.map(|(id, fact)| told(cloud, id, fact)).collect(),
    })
}

pub(super) fn why(cloud: &Cloud, input: &WhyInput) -> Result<WhyOutput, ApiError> {
    let newest = newest(cloud, input.subject.as_deref().unwrap_or_default())?;
    let chain = newest.into_iter().flat_map(|id| cloud.facts.chain(id));
    Ok(WhyOutput {
        facts: chain.map(|(id, fact)| told(cloud, id, fact)).collect(),
    })
}

/// The newest fact about what `subject` names: an instance, a request, an alarm or an activity.
fn newest(cloud: &Cloud, subject: &str) -> Result<Option<FactId>, ApiError> {
    if subject.starts_with("i-") {
        return Ok(cloud.why_instance(cloud.instance_with_id(subject)?));
    }
    if let Ok(number) = subject.parse() {
        return match cloud.workload.numbers.find(number) {
            Some(_) => Ok(cloud.why_request(number)),
            None => Err(unknown(subject)),
        };
    }
    if let Some(alarm) = cloud.cloudwatch.alarm_named(subject) {
        return Ok(cloud.why_alarm(alarm));
    }
    let mut activities = cloud.autoscaling.activities();
    let found = activities.find(|(number, _)| cloud.activity_id(*number) == subject);
    found.map_or_else(
        || Err(unknown(subject)),
        |(number, _)| Ok(cloud.why_activity(number)),
    )
}

fn unknown(subject: &str) -> ApiError {
    ApiError::invalid_parameter(format!(
        "There is no request, activity, alarm or instance '{subject}', or it is no longer kept."
    ))
}

fn told(cloud: &Cloud, id: FactId, fact: &fact::Fact) -> Fact {
    Fact {
        id: Some(id.number() as i64),
        time: Some(Timestamp::of(fact.at)),
        kind: Some(kind(fact.what)),
        subject: subject(cloud, fact.what),
        cause: fact.cause.some().map(|cause| cause.number() as i64),
    }
}

/// The name of what became so, as the model calls it, in the spelling of the command line.
fn kind(what: What) -> String {
    let text = match what {
        What::Elbv2(what) => format!("{what:?}"),
        What::AutoScaling(what) => format!("{what:?}"),
        What::CloudWatch(what) => format!("{what:?}"),
        What::Fis(what) => format!("{what:?}"),
        What::ArcZonalShift(what) => format!("{what:?}"),
        What::DynamoDb(what) => format!("{what:?}"),
        What::S3(what) => format!("{what:?}"),
        what => format!("{what:?}"),
    };
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric());
    kebab(&text[..end.unwrap_or(text.len())])
}

fn subject(cloud: &Cloud, what: What) -> Option<String> {
    match what {
        What::FaultBegan(fault) | What::FaultEnded(fault) => Some(fault.id()),
        What::ZoneDark(zone)
        | What::ZoneLit(zone)
        | What::CapacityChanged(zone)
        | What::SubnetChanged(zone) => Some(cloud.region.zone(zone).name.to_owned()),
        What::CloudWatch(
            cloudwatch::What::AlarmCreated(alarm) | cloudwatch::What::AlarmState { alarm, .. },
        ) => Some(cloud.cloudwatch.alarm(alarm).spec.name.clone()),
        what => instance(what).map(|index| cloud.ec2.instances[index.index()].id.clone()),
    }
}

/// The instance that it happened to.
const fn instance(what: What) -> Option<InstanceIndex> {
    match what {
        What::InstanceState { instance, .. }
        | What::OsUp(instance)
        | What::OsDown(instance)
        | What::AppUp(instance)
        | What::AppDown(instance)
        | What::NoApp(instance)
        | What::AddressAssigned { instance, .. }
        | What::AddressReleased { instance, .. }
        | What::TypeChanged(instance)
        | What::GroupsChanged(instance)
        | What::CpuThrottled(instance)
        | What::CpuUnthrottled(instance)
        | What::InstanceRecovered(instance)
        | What::MemoryFull(instance)
        | What::ProfileChanged(instance)
        | What::ReachChanged { instance, .. }
        | What::AutoScaling(
            autoscaling::What::Lifecycle { instance, .. }
            | autoscaling::What::Detached(instance)
            | autoscaling::What::Unhealthy(instance)
            | autoscaling::What::Replacing(instance),
        ) => Some(instance),
        _ => None,
    }
}
