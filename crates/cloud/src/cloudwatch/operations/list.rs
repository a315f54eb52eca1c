//! `ListMetrics`. Our choice: a new metric appears at once, where AWS takes up to 15 minutes.

use api::ApiError;
use api::cloudwatch::{ListMetricsInput, ListMetricsOutput, Metric};

use super::page::page;
use super::write_dimensions;
use crate::Cloud;
use crate::cloudwatch::{MetricName, defaults};

pub(super) fn list_metrics(cloud: &Cloud, input: &ListMetricsInput) -> Result<ListMetricsOutput, ApiError> {
    let active = match input.recently_active {
        Some(_) => defaults::RECENTLY_ACTIVE_S,
        None => defaults::LISTED_S,
    };
    let names = cloud.cloudwatch.metrics.names(cloud.now, active);
    let found = names.filter(|name| wanted(name, input)).map(metric);
    let (metrics, next_token) = page(found, input.next_token.as_deref(), defaults::METRICS_PER_ANSWER)?;
    Ok(ListMetricsOutput { metrics, next_token })
}

fn wanted(name: &MetricName, input: &ListMetricsInput) -> bool {
    let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
    let mut filters = input.dimensions.iter();
    let has = filters.all(|filter| {
        let found = name.dimension(filter.name.as_deref().unwrap_or_default());
        found.is_some_and(|value| is(&filter.value, value))
    });
    is(&input.namespace, &name.namespace) && is(&input.metric_name, &name.name) && has
}

/// A metric as answers name it.
pub(super) fn metric(name: &MetricName) -> Metric {
    Metric {
        namespace: Some(name.namespace.clone()),
        metric_name: Some(name.name.clone()),
        dimensions: write_dimensions(&name.dimensions),
    }
}
