//! Which metrics groups tell.

use api::ApiError;
use api::autoscaling::{DisableMetricsCollectionInput, EnableMetricsCollectionInput, GROUP_METRICS};

use super::group;
use crate::Cloud;

/// Those told already go on.
pub(super) fn enable(cloud: &mut Cloud, input: &EnableMetricsCollectionInput) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    cloud.accept();
    let told = places(&input.metrics).into_iter().map(|metric| (group, metric));
    cloud.autoscaling.enabled_metrics.extend(told);
    Ok(())
}

pub(super) fn disable(cloud: &mut Cloud, input: &DisableMetricsCollectionInput) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    cloud.accept();
    for metric in places(&input.metrics) {
        cloud.autoscaling.enabled_metrics.remove(&(group, metric));
    }
    Ok(())
}

/// None named means all.
fn places(named: &[String]) -> Vec<usize> {
    let wanted = |metric: &str| named.is_empty() || named.iter().any(|name| name == metric);
    let all = GROUP_METRICS.iter().enumerate();
    all.filter(|(_, metric)| wanted(metric))
        .map(|(place, _)| place)
        .collect()
}
