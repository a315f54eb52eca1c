//! Rules: made, changed, deleted, described.

use api::ApiError;
use api::elbv2::{
    CreateRuleInput, CreateRuleOutput, DeleteRuleInput, DescribeRulesInput, DescribeRulesOutput,
    ModifyRuleInput, ModifyRuleOutput, RuleCondition, SetRulePrioritiesInput, SetRulePrioritiesOutput,
};

use super::page::page;
use super::tags::read_tags;
use super::{actions, validation};
use crate::Cloud;
use crate::elbv2::name::{Named, NumberOf};
use crate::elbv2::{Condition, ListenerIndex, Rule, defaults};
use crate::fact::FactId;

pub(super) fn create(cloud: &mut Cloud, input: &CreateRuleInput) -> Result<CreateRuleOutput, ApiError> {
    let index = cloud.listener_with_arn(input.listener_arn.as_deref().unwrap_or_default())?;
    let listener = &cloud.elbv2.all_listeners[index.index()];
    let (balancer, priority) = (listener.balancer, input.priority.unwrap_or_default() as u32);
    check_priority(listener.rules.iter().map(|rule| rule.priority), priority)?;
    if rules_of(cloud, index) >= defaults::RULES {
        let message = "The maximum number of rules has been reached";
        return Err(ApiError::new("TooManyRules", message));
    }
    let conditions = read_conditions(&input.conditions)?;
    let action = actions::read(cloud, balancer, &input.actions)?;
    let tags = read_tags(&input.tags)?;
    let cause = cloud.accept();
    let ordinal = (u64::from(index.0) << 32) | cloud.elbv2.all_listeners[index.index()].rules_made;
    let rule = Rule {
        number: cloud.elb_number(NumberOf::Rule, ordinal),
        priority,
        conditions,
        action,
        written: input.conditions.clone(),
        tags,
    };
    let listener = &mut cloud.elbv2.all_listeners[index.index()];
    listener.rules_made += 1;
    let place = listener.rules.partition_point(|known| known.priority < priority);
    listener.rules.insert(place, rule);
    rules_changed(cloud, index, cause);
    Ok(CreateRuleOutput {
        rules: vec![cloud.describe_listener_rule(index, place)],
    })
}

fn rules_of(cloud: &Cloud, listener: ListenerIndex) -> usize {
    let balancer = cloud.elbv2.all_listeners[listener.index()].balancer;
    let listeners = cloud.elbv2.listeners_of(balancer);
    listeners.map(|(_, listener)| listener.rules.len()).sum()
}

fn check_priority(mut taken: impl Iterator<Item = u32>, priority: u32) -> Result<(), ApiError> {
    if taken.any(|known| known == priority) {
        let message = format!("Priority '{priority}' is currently in use");
        return Err(ApiError::new("PriorityInUse", message));
    }
    Ok(())
}

fn rules_changed(cloud: &mut Cloud, index: ListenerIndex, cause: FactId) {
    let balancer = cloud.elbv2.all_listeners[index.index()].balancer;
    let fact = cloud.balancer_changed(balancer, cause);
    cloud.settle_groups(balancer, fact);
}

fn read_conditions(conditions: &[RuleCondition]) -> Result<Vec<Condition>, ApiError> {
    let read: Vec<Condition> = conditions.iter().map(read_condition).collect::<Result<_, _>>()?;
    let kinds: Vec<&str> = conditions
        .iter()
        .filter_map(|condition| condition.field.as_deref())
        .collect();
    if (1..kinds.len()).any(|at| kinds[..at].contains(&kinds[at])) {
        return Err(validation(
            "A rule can only have one condition of each of these kinds",
        ));
    }
    let values = |condition: &Condition| match condition {
        Condition::Path(values) | Condition::Host(values) | Condition::Method(values) => values.len(),
    };
    if read.iter().map(values).sum::<usize>() > defaults::VALUES_PER_RULE {
        let message = format!(
            "A rule can only have '{}' condition values",
            defaults::VALUES_PER_RULE
        );
        return Err(validation(message));
    }
    let wildcards = |condition: &Condition| -> usize {
        let (Condition::Path(values) | Condition::Host(values) | Condition::Method(values)) = condition;
        let letters = values.iter().flat_map(|value| value.bytes());
        letters.filter(|letter| b"*?".contains(letter)).count()
    };
    if read.iter().map(wildcards).sum::<usize>() > defaults::WILDCARDS_PER_RULE {
        let message = format!(
            "A rule can only have '{}' condition wildcards",
            defaults::WILDCARDS_PER_RULE
        );
        return Err(validation(message));
    }
    Ok(read)
}

fn read_condition(condition: &RuleCondition) -> Result<Condition, ApiError> {
    let field = condition.field.as_deref().unwrap_or_default();
    let by_config = match field {
        "path-pattern" => condition
            .path_pattern_config
            .as_ref()
            .map(|config| &config.values),
        "host-header" => condition.host_header_config.as_ref().map(|config| &config.values),
        "http-request-method" => condition
            .http_request_method_config
            .as_ref()
            .map(|config| &config.values),
        _ => return Err(validation("A condition field must be specified")),
    };
    let values = match by_config {
        Some(values) => values.clone(),
        None => condition.values.clone(),
    };
    if values.is_empty() {
        return Err(validation("A condition value must be specified"));
    }
    Ok(match field {
        "path-pattern" => Condition::Path(values),
        "host-header" => Condition::Host(values.iter().map(|value| value.to_ascii_lowercase()).collect()),
        _ => Condition::Method(values),
    })
}

pub(super) fn modify(cloud: &mut Cloud, input: &ModifyRuleInput) -> Result<ModifyRuleOutput, ApiError> {
    let (index, place) = cloud.rule_with_arn(input.rule_arn.as_deref().unwrap_or_default())?;
    let balancer = cloud.elbv2.all_listeners[index.index()].balancer;
    let conditions = (!input.conditions.is_empty())
        .then(|| read_conditions(&input.conditions))
        .transpose()?;
    let given = !input.actions.is_empty();
    let action = given
        .then(|| actions::read(cloud, balancer, &input.actions))
        .transpose()?;
    let cause = cloud.accept();
    let rule = &mut cloud.elbv2.all_listeners[index.index()].rules[place];
    if let Some(conditions) = conditions {
        rule.conditions = conditions;
        rule.written.clone_from(&input.conditions);
    }
    if let Some(action) = action {
        rule.action = action;
    }
    rules_changed(cloud, index, cause);
    Ok(ModifyRuleOutput {
        rules: vec![cloud.describe_listener_rule(index, place)],
    })
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteRuleInput) -> Result<(), ApiError> {
    let (index, place) = cloud.rule_with_arn(input.rule_arn.as_deref().unwrap_or_default())?;
    let cause = cloud.accept();
    cloud.elbv2.all_listeners[index.index()].rules.remove(place);
    rules_changed(cloud, index, cause);
    Ok(())
}

/// All of them or none.
pub(super) fn set_priorities(
    cloud: &mut Cloud,
    input: &SetRulePrioritiesInput,
) -> Result<SetRulePrioritiesOutput, ApiError> {
    let mut changes: Vec<(ListenerIndex, usize, u32)> = Vec::new();
    for pair in &input.rule_priorities {
        let (index, place) = cloud.rule_with_arn(pair.rule_arn.as_deref().unwrap_or_default())?;
        let priority = pair
            .priority
            .ok_or_else(|| validation("A rule priority must be specified"))? as u32;
        if changes
            .iter()
            .any(|change| (change.0, change.1) == (index, place))
        {
            return Err(validation("A rule can only be specified once"));
        }
        changes.push((index, place, priority));
    }
    for (at, &(index, _, priority)) in changes.iter().enumerate() {
        let moved = |place: usize| {
            changes
                .iter()
                .any(|change| (change.0, change.1) == (index, place))
        };
        let rules = cloud.elbv2.all_listeners[index.index()].rules.iter().enumerate();
        let stay = rules
            .filter(|(place, _)| !moved(*place))
            .map(|(_, rule)| rule.priority);
        let before = changes[..at]
            .iter()
            .filter(|change| change.0 == index)
            .map(|change| change.2);
        check_priority(stay.chain(before), priority)?;
    }
    let cause = cloud.accept();
    let numbers: Vec<(ListenerIndex, String)> = changes
        .iter()
        .map(|&(index, place, _)| {
            (
                index,
                cloud.elbv2.all_listeners[index.index()].rules[place]
                    .number
                    .clone(),
            )
        })
        .collect();
    for &(index, place, priority) in &changes {
        cloud.elbv2.all_listeners[index.index()].rules[place].priority = priority;
    }
    for &(index, ..) in &changes {
        cloud.elbv2.all_listeners[index.index()]
            .rules
            .sort_unstable_by_key(|rule| rule.priority);
        rules_changed(cloud, index, cause);
    }
    let describe = |(index, number): &(ListenerIndex, String)| {
        let rules = &cloud.elbv2.all_listeners[index.index()].rules;
        let place = rules
            .iter()
            .position(|rule| rule.number == *number)
            .expect("it is still there");
        cloud.describe_listener_rule(*index, place)
    };
    Ok(SetRulePrioritiesOutput {
        rules: numbers.iter().map(describe).collect(),
    })
}

pub(super) fn describe(cloud: &Cloud, input: &DescribeRulesInput) -> Result<DescribeRulesOutput, ApiError> {
    let rules: Vec<_> = match (&input.listener_arn, &input.rule_arns[..]) {
        (Some(arn), []) => {
            let index = cloud.listener_with_arn(arn)?;
            let count = cloud.elbv2.all_listeners[index.index()].rules.len();
            (0..=count)
                .map(|place| cloud.describe_listener_rule(index, place))
                .collect()
        }
        (None, [_, ..]) => {
            let one = |arn: &String| match cloud.elb_named(arn) {
                Some(Named::DefaultRule(index)) => Ok(cloud.describe_listener_rule(index, usize::MAX)),
                _ => cloud
                    .rule_with_arn(arn)
                    .map(|(index, place)| cloud.describe_listener_rule(index, place)),
            };
            input.rule_arns.iter().map(one).collect::<Result<_, _>>()?
        }
        _ => {
            return Err(validation(
                "You must specify either listener rule ARNs or a listener ARN",
            ));
        }
    };
    let (rules, next_marker) = page(rules, input.marker.as_deref(), input.page_size)?;
    Ok(DescribeRulesOutput { rules, next_marker })
}
