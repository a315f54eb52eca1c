//! `DescribeAccountLimits`: how many of everything there may be. Of Application Load Balancers only, for there are no others.

use api::ApiError;
use api::elbv2::{DescribeAccountLimitsInput, DescribeAccountLimitsOutput, Limit};

use super::page::page;
use crate::elbv2::defaults;

/// By AWS's names.
const LIMITS: [(&str, usize); 9] = [
    ("target-groups", defaults::TARGET_GROUPS),
    (
        "targets-per-application-load-balancer",
        defaults::TARGETS_PER_BALANCER,
    ),
    ("listeners-per-application-load-balancer", defaults::LISTENERS),
    ("rules-per-application-load-balancer", defaults::RULES),
    ("application-load-balancers", defaults::LOAD_BALANCERS),
    (
        "target-groups-per-application-load-balancer",
        defaults::GROUPS_PER_BALANCER,
    ),
    (
        "target-groups-per-action-on-application-load-balancer",
        defaults::GROUPS_PER_ACTION,
    ),
    ("condition-values-per-alb-rule", defaults::VALUES_PER_RULE),
    ("condition-wildcards-per-alb-rule", defaults::WILDCARDS_PER_RULE),
];

pub(super) fn describe(input: &DescribeAccountLimitsInput) -> Result<DescribeAccountLimitsOutput, ApiError> {
    let (found, next_marker) = page(LIMITS, input.marker.as_deref(), input.page_size)?;
    let limit = |(name, max): (&str, usize)| Limit {
        name: Some(name.to_owned()),
        max: Some(max.to_string()),
    };
    Ok(DescribeAccountLimitsOutput {
        limits: found.into_iter().map(limit).collect(),
        next_marker,
    })
}
