//! Experiments of AWS FIS.

mod actions;
mod stopping;

use api::fis as shape;
use api::{Map, fis};
use cloud::ec2::InstanceState;
use cloud::lab::Lab;
use cloud::region::RegionCode;
use cloud::{Seed, World};

const ROLE: &str = "arn:aws:iam::123456789012:role/fis";

fn lab() -> Lab {
    Lab::of(World {
        region: RegionCode::UsEast1,
        vcpu_quota: 100,
        ..World::new(Seed(1))
    })
}

fn map(pairs: &[(&str, &str)]) -> Map<String> {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(pair).collect()
}

fn action(
    id: &str,
    parameters: &[(&str, &str)],
    target: Option<(&str, &str)>,
    after: &[&str],
) -> shape::ActionSpec {
    shape::ActionSpec {
        action_id: Some(id.to_owned()),
        parameters: map(parameters),
        targets: target.map_or_else(Map::default, |target| map(&[target])),
        start_after: after.iter().map(|name| (*name).to_owned()).collect(),
        ..Default::default()
    }
}

fn target(kind: &str, mode: &str) -> shape::Target {
    shape::Target {
        resource_type: Some(kind.to_owned()),
        selection_mode: Some(mode.to_owned()),
        ..Default::default()
    }
}

fn filter(path: &str, value: &str) -> shape::TargetFilter {
    shape::TargetFilter {
        path: Some(path.to_owned()),
        values: vec![value.to_owned()],
    }
}

fn template(
    targets: Vec<(&str, shape::Target)>,
    actions: Vec<(&str, shape::ActionSpec)>,
) -> fis::CreateExperimentTemplateInput {
    fis::CreateExperimentTemplateInput {
        client_token: Some("one".to_owned()),
        description: Some("a test".to_owned()),
        stop_conditions: vec![shape::StopCondition {
            source: Some("none".to_owned()),
            value: None,
        }],
        targets: targets
            .into_iter()
            .map(|(name, target)| (name.to_owned(), target))
            .collect(),
        actions: actions
            .into_iter()
            .map(|(name, action)| (name.to_owned(), action))
            .collect(),
        role_arn: Some(ROLE.to_owned()),
        ..Default::default()
    }
}

/// The running instances of zone a are stopped, for half an hour.
fn power_interruption() -> fis::CreateExperimentTemplateInput {
    let stop = action(
        "aws:ec2:stop-instances",
        &[
            ("startInstancesAfterDuration", "PT30M"),
            ("completeIfInstancesTerminated", "true"),
        ],
        Some(("Instances", "zone-a")),
        &[],
    );
    let zone_a = shape::Target {
        filters: vec![
            filter("Placement.AvailabilityZone", "us-east-1a"),
            filter("State.Name", "running"),
        ],
        ..target("aws:ec2:instance", "ALL")
    };
    template(vec![("zone-a", zone_a)], vec![("stop", stop)])
}

/// Makes a template and starts an experiment from it; its id.
fn start(lab: &mut Lab, template: fis::CreateExperimentTemplateInput) -> String {
    let made = lab.make(template).experiment_template.expect("it was made");
    let id = made.id.expect("it has an id");
    assert!(id.starts_with("EXT") && id.len() == 17, "{id}");
    let started = lab.make(fis::StartExperimentInput {
        client_token: Some(id.clone()),
        experiment_template_id: Some(id),
        ..Default::default()
    });
    started
        .experiment
        .and_then(|experiment| experiment.id)
        .expect("it has an id")
}

fn get(lab: &Lab, id: &str) -> shape::Experiment {
    let answer = lab.look(fis::GetExperimentInput {
        id: Some(id.to_owned()),
    });
    answer.experiment.expect("it is described")
}

fn words(state: Option<&shape::State>) -> String {
    state.and_then(|state| state.status.clone()).unwrap_or_default()
}

/// How far an experiment and its actions are: `running (stop running)`.
fn state(lab: &Lab, id: &str) -> String {
    let experiment = get(lab, id);
    let actions: Vec<String> = experiment
        .actions
        .0
        .iter()
        .map(|(name, action)| format!("{name} {}", words(action.state.as_ref())))
        .collect();
    format!("{} ({})", words(experiment.state.as_ref()), actions.join(", "))
}

fn reason(lab: &Lab, id: &str) -> String {
    get(lab, id)
        .state
        .and_then(|state| state.reason)
        .unwrap_or_default()
}

fn codes(lab: &Lab) -> Vec<i64> {
    let instances = lab.cloud().ec2.instances.iter();
    instances.map(|instance| instance.state.code()).collect()
}

/// Scenario 23 of the facts on EC2 and CloudWatch.
#[test]
fn an_interruption_of_power_stops_the_zone_and_starts_it_after_half_an_hour() {
    let mut lab = lab();
    let mut instances = lab.launch(2, 'a');
    instances.extend(lab.launch(2, 'b'));
    lab.give_clients(&instances[2..]);
    lab.pass_secs(120);
    lab.traffic(10.0);
    let id = start(&mut lab, power_interruption());
    assert!(id.starts_with("EXP") && id.len() == 17, "{id}");
    assert_eq!(state(&lab, &id), "pending (stop pending)");
    lab.pass_secs(1);
    assert_eq!(state(&lab, &id), "initiating (stop pending)");
    assert_eq!(reason(&lab, &id), "Experiment is initiating.");
    lab.pass_secs(1);
    assert_eq!(state(&lab, &id), "running (stop running)");
    assert_eq!(codes(&lab), [64, 64, 16, 16]);
    lab.pass_secs(120);
    assert_eq!(codes(&lab), [80, 80, 16, 16]);
    lab.pass_secs(30 * 60 - 121);
    assert_eq!(codes(&lab), [80, 80, 16, 16]);
    assert_eq!(state(&lab, &id), "running (stop running)");
    lab.pass_secs(1);
    assert_eq!(codes(&lab), [0, 0, 16, 16]);
    assert_eq!(state(&lab, &id), "completed (stop completed)");
    assert_eq!(reason(&lab, &id), "Experiment completed.");
    lab.pass_secs(60);
    assert_eq!(codes(&lab), [16; 4]);
    let ended = lab.cloud().truth.ended;
    assert_eq!(ended.iter().sum::<u64>(), ended[0], "zone b served everyone");
    let chain = lab
        .cloud()
        .facts
        .chain(lab.cloud().why_instance(instances[0]).expect("a fact"));
    assert!(matches!(
        chain.last().expect("not empty").1.what,
        cloud::fact::What::Input(_)
    ));
}

/// Scenario 23 of the facts on EC2 and CloudWatch.
#[test]
fn nothing_to_break_fails_or_skips_as_the_template_says() {
    let mut lab = lab();
    lab.launch(2, 'b');
    lab.pass_secs(60);
    let id = start(&mut lab, power_interruption());
    lab.pass_secs(5);
    assert_eq!(state(&lab, &id), "failed (stop cancelled)");
    assert_eq!(
        reason(&lab, &id),
        "Target resolution returned empty set for target zone-a."
    );
    let mut skips = power_interruption();
    skips.client_token = Some("two".to_owned());
    skips.experiment_options = Some(shape::CreateOptions {
        empty_target_resolution_mode: Some("skip".to_owned()),
        ..Default::default()
    });
    let id = start(&mut lab, skips);
    lab.pass_secs(5);
    assert_eq!(state(&lab, &id), "completed (stop skipped)");
    assert_eq!(codes(&lab), [16, 16]);
}

#[test]
fn one_of_many_is_chosen_by_a_draw_that_a_fork_shares() {
    let chosen = |lab: &mut Lab, mode: &str| {
        let instances = shape::Target {
            filters: vec![filter("State.Name", "running")],
            ..target("aws:ec2:instance", mode)
        };
        let reboot = action(
            "aws:ec2:terminate-instances",
            &[],
            Some(("Instances", "some")),
            &[],
        );
        let mut input = template(vec![("some", instances)], vec![("kill", reboot)]);
        input.client_token = Some(mode.to_owned());
        let id = start(lab, input);
        lab.pass_secs(3);
        assert_eq!(state(lab, &id), "completed (kill completed)");
        let instances = lab.cloud().ec2.instances.iter().enumerate();
        let down = instances.filter(|(_, instance)| instance.state != InstanceState::Running);
        down.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let mut lab = lab();
    lab.launch(10, 'a');
    lab.pass_secs(60);
    let mut fork = lab.clone();
    let first = chosen(&mut lab, "COUNT(1)");
    assert_eq!(first.len(), 1);
    assert_eq!(chosen(&mut fork, "COUNT(1)"), first);
    assert_eq!(
        chosen(&mut lab, "PERCENT(50)").len(),
        5,
        "half of nine, rounded down, and the first"
    );
}

#[test]
fn templates_and_experiments_are_listed_tagged_and_deleted() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    let made = lab
        .make(power_interruption())
        .experiment_template
        .expect("it was made");
    let again = lab
        .make(power_interruption())
        .experiment_template
        .expect("the same");
    assert_eq!(again, made, "the same token");
    let arn = made.arn.clone().expect("it has one");
    assert_eq!(
        arn,
        format!(
            "arn:aws:fis:us-east-1:123456789012:experiment-template/{}",
            made.id.clone().unwrap()
        )
    );
    lab.make(fis::TagResourceInput {
        resource_arn: Some(arn.clone()),
        tags: map(&[("team", "blue"), ("env", "test")]),
    });
    lab.make(fis::UntagResourceInput {
        resource_arn: Some(arn.clone()),
        tag_keys: vec!["env".to_owned()],
    });
    let listed = lab.look(fis::ListTagsForResourceInput {
        resource_arn: Some(arn),
    });
    assert_eq!(listed.tags, map(&[("team", "blue")]));
    let id = start(&mut lab, power_interruption());
    let templates = lab
        .look(fis::ListExperimentTemplatesInput {})
        .experiment_templates;
    assert_eq!(
        (templates.len(), templates[0].tags.clone()),
        (1, map(&[("team", "blue")]))
    );
    let experiments = lab.look(fis::ListExperimentsInput {
        experiment_template_id: made.id.clone(),
    });
    assert_eq!(experiments.experiments[0].id, Some(id));
    let shown = lab.look(fis::GetExperimentTemplateInput { id: made.id.clone() });
    assert_eq!(
        shown
            .experiment_template
            .and_then(|template| template.description),
        Some("a test".to_owned())
    );
    lab.make(fis::DeleteExperimentTemplateInput { id: made.id.clone() });
    assert!(
        lab.look(fis::ListExperimentTemplatesInput {})
            .experiment_templates
            .is_empty()
    );
    lab.pass_secs(5);
    assert_eq!(codes(&lab), [64], "an experiment outlives its template");
}

#[test]
fn a_changed_template_keeps_what_is_not_said() {
    let mut lab = lab();
    let made = lab
        .make(power_interruption())
        .experiment_template
        .expect("it was made");
    lab.pass_secs(60);
    let changed = lab.make(fis::UpdateExperimentTemplateInput {
        id: made.id.clone(),
        description: Some("another".to_owned()),
        experiment_options: Some(shape::UpdateOptions {
            empty_target_resolution_mode: Some("skip".to_owned()),
        }),
        ..Default::default()
    });
    let changed = changed.experiment_template.expect("it was changed");
    assert_eq!(
        (&changed.actions, &changed.targets),
        (&made.actions, &made.targets)
    );
    assert_eq!(changed.description.as_deref(), Some("another"));
    assert!(changed.last_update_time > made.last_update_time);
    let wait = shape::ActionUpdate {
        action_id: Some("aws:fis:wait".to_owned()),
        parameters: map(&[("duration", "PT1M")]),
        ..Default::default()
    };
    let refusal = lab.dare(fis::UpdateExperimentTemplateInput {
        id: made.id.clone(),
        actions: [("wait".to_owned(), wait)].into_iter().collect(),
        ..Default::default()
    });
    let refusal = refusal.expect_err("its target is left over");
    assert_eq!(refusal.message, "Target zone-a is not used by any action.");
}

#[test]
fn actions_and_kinds_of_targets_are_described() {
    let lab = lab();
    let ids: Vec<String> = lab
        .look(fis::ListActionsInput {})
        .actions
        .into_iter()
        .filter_map(|action| action.id)
        .collect();
    assert_eq!(ids.len(), 9);
    for id in ids {
        let action = lab
            .look(fis::GetActionInput { id: Some(id.clone()) })
            .action
            .expect("it is there");
        assert_eq!(action.id, Some(id));
    }
    for kind in lab
        .look(fis::ListTargetResourceTypesInput {})
        .target_resource_types
    {
        let resource_type = kind.resource_type.clone();
        let full = lab.look(fis::GetTargetResourceTypeInput { resource_type });
        let full = full.target_resource_type.expect("it is there");
        assert_eq!(
            (full.resource_type, full.description),
            (kind.resource_type, kind.description)
        );
    }
}
