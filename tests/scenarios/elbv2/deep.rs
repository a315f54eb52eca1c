//! Deep health checks, which see what is behind the app, and shallow ones.

use api::sandbox::FaultInput;
use cloud::ec2::InstanceIndex;
use cloud::elbv2::{TargetState, What};
use cloud::lab::Lab;
use cloud::{Seed, World, fact};

use super::Web;

const TABLE: &str = r#"{"TableName": "Employees"}"#;

/// A load balancer whose checks ask for a path, and two healthy targets.
fn checked_at(path: &str) -> (Web, Vec<InstanceIndex>) {
    let mut web = in_lab(Lab::new(), path);
    let targets = web.add(2, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.lab.pass_secs(30);
    web.give_name();
    (web, targets)
}

fn in_lab(lab: Lab, path: &str) -> Web {
    Web::in_lab(lab, |group| group.health_check_path = Some(path.to_owned()))
}

fn slow_dependency(web: &mut Web, dependency: &str) {
    web.lab.make(FaultInput {
        kind: Some("dependency-slow".to_owned()),
        dependency: Some(dependency.to_owned()),
        factor: Some(1_000.0),
        duration: Some("5m".to_owned()),
        ..Default::default()
    });
}

/// Asserts that the newest fact of a state leads back to something of DynamoDB, or to a fault, and to an input.
fn leads_behind(web: &Web, state: TargetState) {
    let facts = &web.lab.cloud().facts;
    let is_it = |fact: &fact::Fact| matches!(fact.what, fact::What::Elbv2(What::TargetState { state: found, .. }) if found == state);
    let (id, _) = facts
        .iter()
        .rev()
        .find(|(_, fact)| is_it(fact))
        .expect("it was noted");
    let chain: Vec<fact::What> = facts.chain(id).map(|(_, fact)| fact.what).collect();
    let behind = |what: &fact::What| matches!(what, fact::What::DynamoDb(_) | fact::What::FaultBegan(_));
    assert!(chain.iter().any(behind), "{chain:?}");
    assert!(matches!(chain.last(), Some(fact::What::Input(_))), "{chain:?}");
}

#[test]
fn a_deep_check_fails_with_the_table_and_a_shallow_one_does_not() {
    for (path, expected) in [
        ("/monitor", "unhealthy Target.ResponseCodeMismatch"),
        ("/", "healthy"),
    ] {
        let (mut web, targets) = checked_at(path);
        web.lab.traffic(10.0);
        web.lab.call("dynamodb", "DeleteTable", TABLE).expect("it may go");
        web.lab.pass_secs(60);
        for target in targets {
            assert_eq!(web.health(target), expected, "{path}");
        }
        let outcomes = web.outcomes(60);
        let failed = outcomes.iter().find(|(name, _)| *name == "error-from-behind");
        assert!(
            failed.is_some_and(|(_, count)| *count > 100),
            "{path}: {outcomes:?}"
        );
        assert!(
            outcomes
                .iter()
                .all(|(name, _)| ["served", "error-from-behind"].contains(name)),
            "all fail, so that all get requests as before: {outcomes:?}"
        );
        if path == "/monitor" {
            leads_behind(&web, TargetState::Unhealthy);
        }
    }
}

#[test]
fn a_deep_check_times_out_while_something_behind_is_far_too_slow_and_passes_again_after() {
    for dependency in ["dynamodb", "s3"] {
        let (mut web, targets) = checked_at("/monitor");
        slow_dependency(&mut web, dependency);
        let seconds = web.seconds_until(targets[0], "unhealthy Target.Timeout");
        assert!((35..=65).contains(&seconds), "{dependency}: {seconds}");
        leads_behind(&web, TargetState::Unhealthy);
        let seconds = web.seconds_until(targets[0], "healthy");
        let after = seconds - (300 - 65);
        assert!((120..=180).contains(&after), "{dependency}: {seconds}");
    }
}

#[test]
fn without_a_role_the_app_is_up_and_only_a_deep_check_knows_that_it_can_do_nothing() {
    for (path, expected) in [
        ("/monitor", "unhealthy Target.ResponseCodeMismatch"),
        ("/", "healthy"),
    ] {
        let mut web = in_lab(Lab::strict(World::new(Seed(1))), path);
        let target = web.add(1, 'a')[0];
        web.seconds_until(target, expected);
        web.lab.pass_secs(120);
        assert_eq!(web.health(target), expected);
    }
}

#[test]
fn a_crashed_app_fails_either_check_in_the_same_way() {
    for path in ["/monitor", "/"] {
        let (mut web, targets) = checked_at(path);
        web.lab.call("dynamodb", "DeleteTable", TABLE).expect("it may go");
        web.lab.fault("app-crash", targets[0], None);
        web.lab.pass_secs(60);
        assert_eq!(
            web.health(targets[0]),
            "unhealthy Target.FailedHealthChecks",
            "{path}"
        );
    }
}
