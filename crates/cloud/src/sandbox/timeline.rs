//! `sandbox timeline` and `sandbox why`: facts, and the chains that they form.

use api::ApiError;
use api::sandbox::{TimelineInput, TimelineOutput, WhyInput, WhyOutput};
use des::SimTime;

use super::told::told;
use super::{ago, length};
use crate::Cloud;
use crate::fact::FactId;

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
