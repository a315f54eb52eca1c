//! What a scaling policy is told, and whether it can be so.

use api::ApiError;
use api::autoscaling::{
    CustomizedMetricSpecification, PredefinedMetricSpecification, PutScalingPolicyInput, StepAdjustment,
    TargetTrackingConfiguration,
};

use super::validation;
use crate::Cloud;
use crate::autoscaling::policies::{Adjustment, Aggregation, PolicyKind, Step};
use crate::autoscaling::{GroupIndex, PolicyIndex, defaults};
use crate::cloudwatch::MetricName;

/// What a policy is to do: target tracking still has to make its alarms.
pub(super) enum NewKind {
    /// All is said.
    Ready(PolicyKind),
    /// Holds a metric at a value.
    Target {
        target: f64,
        metric: (MetricName, String),
        only_out: bool,
        warmup_s: Option<u64>,
    },
}

/// Reads a policy of a group; `known` is the one of the same name.
pub(super) fn read(
    cloud: &Cloud,
    input: &PutScalingPolicyInput,
    group: GroupIndex,
    known: Option<PolicyIndex>,
) -> Result<NewKind, ApiError> {
    let kind = input.policy_type.as_deref().unwrap_or("SimpleScaling");
    refuse_others(input, kind)?;
    match kind {
        "TargetTrackingScaling" => read_target(cloud, input, group, known),
        "StepScaling" => read_steps(input).map(NewKind::Ready),
        _ => read_simple(input).map(NewKind::Ready),
    }
}

/// Members that belong to other kinds of policies.
fn refuse_others(input: &PutScalingPolicyInput, kind: &str) -> Result<(), ApiError> {
    let (simple, step, target) = ("SimpleScaling", "StepScaling", "TargetTrackingScaling");
    let given: [(&str, bool, &[&str]); 8] = [
        ("AdjustmentType", input.adjustment_type.is_some(), &[simple, step]),
        (
            "MinAdjustmentMagnitude",
            input.min_magnitude.is_some(),
            &[simple, step],
        ),
        ("ScalingAdjustment", input.scaling_adjustment.is_some(), &[simple]),
        ("Cooldown", input.cooldown.is_some(), &[simple]),
        ("MetricAggregationType", input.aggregation.is_some(), &[step]),
        ("StepAdjustments", !input.step_adjustments.is_empty(), &[step]),
        ("EstimatedInstanceWarmup", input.warmup.is_some(), &[step, target]),
        (
            "TargetTrackingConfiguration",
            input.target_tracking.is_some(),
            &[target],
        ),
    ];
    match given
        .iter()
        .find(|(_, given, kinds)| *given && !kinds.contains(&kind))
    {
        Some((member, ..)) => Err(validation(format!(
            "{member} is not supported for policy type: {kind}"
        ))),
        None => Ok(()),
    }
}

fn adjustment_type<'a>(input: &'a PutScalingPolicyInput, kind: &str) -> Result<&'a str, ApiError> {
    let missing = || {
        validation(format!(
            "You must specify an AdjustmentType for policy type: {kind}"
        ))
    };
    let given = input.adjustment_type.as_deref().ok_or_else(missing)?;
    if input.min_magnitude.is_some() && given != "PercentChangeInCapacity" {
        return Err(validation(format!(
            "MinAdjustmentMagnitude is not supported for adjustment type: {given}"
        )));
    }
    Ok(given)
}

fn check_amount(adjustment_type: &str, amount: i64) -> Result<(), ApiError> {
    if adjustment_type == "ExactCapacity" && amount < 0 {
        return Err(validation(format!(
            "ScalingAdjustment must not be negative for adjustment type ExactCapacity, but it is {amount}"
        )));
    }
    Ok(())
}

fn seconds(given: Option<i64>) -> Option<u64> {
    given.and_then(|seconds| u64::try_from(seconds).ok())
}

fn read_simple(input: &PutScalingPolicyInput) -> Result<PolicyKind, ApiError> {
    let kind = adjustment_type(input, "SimpleScaling")?;
    let missing = || validation("You must specify a ScalingAdjustment for policy type: SimpleScaling");
    let amount = input.scaling_adjustment.ok_or_else(missing)?;
    check_amount(kind, amount)?;
    Ok(PolicyKind::Simple {
        adjustment: Adjustment::read(kind, amount, input.min_magnitude),
        cooldown_s: seconds(input.cooldown),
    })
}

fn read_steps(input: &PutScalingPolicyInput) -> Result<PolicyKind, ApiError> {
    let kind = adjustment_type(input, "StepScaling")?;
    let given = &input.step_adjustments;
    if given.is_empty() {
        return Err(validation(
            "You must specify at least one StepAdjustment for policy type: StepScaling",
        ));
    }
    if given.len() > defaults::STEPS {
        let message = format!(
            "At most {} StepAdjustments are allowed in a policy",
            defaults::STEPS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    for step in given {
        check_amount(kind, step.scaling_adjustment.unwrap_or_default())?;
    }
    check_bounds(given)?;
    let steps = given
        .iter()
        .map(|step| Step::read(step, kind, input.min_magnitude));
    Ok(PolicyKind::Step {
        steps: steps.collect(),
        aggregation: Aggregation::named(input.aggregation.as_deref().unwrap_or_default()),
        warmup_s: seconds(input.warmup),
    })
}

/// No gap, no overlap, and open ends where they are needed.
fn check_bounds(given: &[StepAdjustment]) -> Result<(), ApiError> {
    if given
        .iter()
        .any(|step| step.lower_bound.is_none() && step.upper_bound.is_none())
    {
        return Err(validation(
            "At least one of MetricIntervalLowerBound and MetricIntervalUpperBound must be specified in a StepAdjustment",
        ));
    }
    let mut steps: Vec<Step> = given.iter().map(|step| Step::read(step, "", None)).collect();
    if steps.iter().any(|step| step.lower >= step.upper) {
        return Err(validation(
            "MetricIntervalLowerBound must be less than MetricIntervalUpperBound in a StepAdjustment",
        ));
    }
    steps.sort_by(|a, b| a.lower.total_cmp(&b.lower));
    for pair in steps.windows(2) {
        if pair[0].upper > pair[1].lower {
            return Err(validation("StepAdjustment intervals can't overlap"));
        }
        if pair[0].upper < pair[1].lower {
            return Err(validation(
                "StepAdjustment intervals can't have gaps between them",
            ));
        }
    }
    check_ends(steps[0].lower, steps[steps.len() - 1].upper)
}

fn check_ends(lowest: f64, highest: f64) -> Result<(), ApiError> {
    if lowest.is_finite() && lowest < 0.0 {
        return Err(validation(
            "There must be a StepAdjustment with an unspecified lower bound when one has a negative lower bound",
        ));
    }
    if highest.is_finite() && highest > 0.0 {
        return Err(validation(
            "There must be a StepAdjustment with an unspecified upper bound when one has a positive upper bound",
        ));
    }
    Ok(())
}

fn read_target(
    cloud: &Cloud,
    input: &PutScalingPolicyInput,
    group: GroupIndex,
    known: Option<PolicyIndex>,
) -> Result<NewKind, ApiError> {
    let missing = || {
        validation("You must specify a TargetTrackingConfiguration for policy type: TargetTrackingScaling")
    };
    let tracking = input.target_tracking.as_ref().ok_or_else(missing)?;
    let target = tracking.target_value.unwrap_or_default();
    if target <= 0.0 {
        return Err(validation("TargetValue must be greater than 0"));
    }
    let metric = metric(cloud, group, tracking)?;
    refuse_same_metric(cloud, group, known, &metric.0)?;
    Ok(NewKind::Target {
        target,
        metric,
        only_out: tracking.disable_scale_in.unwrap_or(false),
        warmup_s: seconds(input.warmup),
    })
}

fn refuse_same_metric(
    cloud: &Cloud,
    group: GroupIndex,
    known: Option<PolicyIndex>,
    metric: &MetricName,
) -> Result<(), ApiError> {
    let mut policies = cloud.autoscaling.policies();
    let same = policies.any(|(index, policy)| {
        let tracks = matches!(&policy.kind, PolicyKind::Target { metric: (other, _), .. } if other == metric);
        policy.group == group && Some(index) != known && tracks
    });
    if same {
        return Err(validation(
            "Only one TargetTrackingScaling policy for a given metric specification is allowed.",
        ));
    }
    Ok(())
}

/// The metric and its statistic.
fn metric(
    cloud: &Cloud,
    group: GroupIndex,
    tracking: &TargetTrackingConfiguration,
) -> Result<(MetricName, String), ApiError> {
    match (&tracking.predefined_metric, &tracking.customized_metric) {
        (Some(predefined), None) => predefined_metric(cloud, group, predefined),
        (None, Some(customized)) => customized_metric(customized),
        _ => Err(validation(
            "You must specify exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification",
        )),
    }
}

fn predefined_metric(
    cloud: &Cloud,
    group: GroupIndex,
    predefined: &PredefinedMetricSpecification,
) -> Result<(MetricName, String), ApiError> {
    let kind = predefined.metric_type.as_deref().unwrap_or_default();
    let label = predefined.resource_label.as_deref();
    if kind == "ALBRequestCountPerTarget" {
        return requests_per_target(cloud, group, label.unwrap_or_default());
    }
    if label.is_some() {
        return Err(validation(format!(
            "ResourceLabel is not supported for predefined metric type: {kind}"
        )));
    }
    let name = kind.trim_start_matches("ASGAverage");
    let dimensions = [(
        "AutoScalingGroupName",
        cloud.autoscaling.all_groups[group.index()].spec.name.as_str(),
    )];
    Ok((
        MetricName::new("AWS/EC2", name, &dimensions),
        "Average".to_owned(),
    ))
}

fn requests_per_target(
    cloud: &Cloud,
    group: GroupIndex,
    label: &str,
) -> Result<(MetricName, String), ApiError> {
    let invalid = || {
        validation(format!(
            "'{label}' is not a valid ResourceLabel: it must be app/<load balancer>/<id>/targetgroup/<target group>/<id>"
        ))
    };
    let at = label.find("/targetgroup/").ok_or_else(invalid)?;
    let (balancer, target_group) = (&label[..at], &label[at + 1..]);
    let slashes = |text: &str| text.split('/').count() == 3 && !text.split('/').any(str::is_empty);
    if !balancer.starts_with("app/") || !slashes(balancer) || !slashes(target_group) {
        return Err(invalid());
    }
    let attached = &cloud.autoscaling.all_groups[group.index()].spec.target_groups;
    if !attached
        .iter()
        .any(|index| cloud.elbv2.group(*index).dimension() == target_group)
    {
        return Err(validation(format!(
            "The resource label {label} does not refer to a target group that is attached to the Auto Scaling group"
        )));
    }
    let dimensions = [("LoadBalancer", balancer), ("TargetGroup", target_group)];
    let name = MetricName::new("AWS/ApplicationELB", "RequestCountPerTarget", &dimensions);
    Ok((name, "Sum".to_owned()))
}

/// Simplified: one metric, no expression over several.
fn customized_metric(customized: &CustomizedMetricSpecification) -> Result<(MetricName, String), ApiError> {
    let (Some(namespace), Some(name), Some(statistic)) = (
        &customized.namespace,
        &customized.metric_name,
        &customized.statistic,
    ) else {
        return Err(validation(
            "MetricName, Namespace and Statistic must be specified in a CustomizedMetricSpecification",
        ));
    };
    let dimensions = customized.dimensions.iter();
    let dimensions: Vec<(&str, &str)> = dimensions
        .map(|one| {
            (
                one.name.as_deref().unwrap_or_default(),
                one.value.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    Ok((MetricName::new(namespace, name, &dimensions), statistic.clone()))
}
