//! Calls to AWS FIS.

use cloud::lab::Lab;

/// A whole template: `targets`, `actions` and what else is said.
fn template(targets: &str, actions: &str, more: &str) -> String {
    let role = r#""roleArn": "arn:aws:iam::123456789012:role/fis""#;
    let conditions = r#""stopConditions": [{"source": "none"}]"#;
    let rest = [("roleArn", role), ("stopConditions", conditions)];
    let rest: Vec<&str> = rest
        .iter()
        .filter(|(name, _)| !more.contains(name))
        .map(|(_, text)| *text)
        .collect();
    format!(
        r#"{{"clientToken": "t", "description": "d", "targets": {{{targets}}}, "actions": {{{actions}}}, {more} {}}}"#,
        rest.join(", ")
    )
}

const INSTANCES: &str =
    r#""i": {"resourceType": "aws:ec2:instance", "selectionMode": "ALL", "resourceTags": {"a": "b"}}"#;
const STOP: &str = r#""s": {"actionId": "aws:ec2:stop-instances", "targets": {"Instances": "i"}}"#;

fn check(operation: &str, refusals: &[(String, &str)]) {
    let mut lab = Lab::new();
    let before = lab.cloud().digest();
    for (request, refusal) in refusals {
        let answer = lab.call("fis", operation, request);
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, *refusal, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

#[test]
fn templates_that_lack_something() {
    check(
        "CreateExperimentTemplate",
        &[
            (
                "{}".to_owned(),
                "(ValidationException) 1 validation error detected: Value null at 'clientToken' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                template(
                    INSTANCES,
                    STOP,
                    r#""roleArn": "arn:aws:iam::999999999999:role/fis","#,
                ),
                "(ValidationException) Role arn:aws:iam::999999999999:role/fis cannot be assumed.",
            ),
            (
                template(INSTANCES, STOP, r#""stopConditions": [],"#),
                "(ValidationException) 1 validation error detected: Value null at 'stopConditions' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                template(
                    INSTANCES,
                    STOP,
                    r#""stopConditions": [{"source": "aws:cloudwatch:alarm"}],"#,
                ),
                "(ValidationException) A stop condition with an alarm must have the alarm's ARN as its value.",
            ),
            (
                template(
                    INSTANCES,
                    STOP,
                    r#""stopConditions": [{"source": "aws:cloudwatch:alarm", "value": "arn:aws:cloudwatch:x:alarm:a"}],"#,
                ),
                "(ValidationException) The alarm of a stop condition was not found: arn:aws:cloudwatch:x:alarm:a.",
            ),
            (
                template(INSTANCES, STOP, r#""stopConditions": [{"source": "me"}],"#),
                "(ValidationException) Invalid stop condition with source me.",
            ),
            (
                template(INSTANCES, r#""s": {"actionId": "aws:ec2:stop-instances"}"#, ""),
                "(ValidationException) Action s must have exactly the target Instances.",
            ),
        ],
    );
}

#[test]
fn actions_that_make_no_sense() {
    let wait = |parameters: &str, more: &str| {
        format!(r#""w": {{"actionId": "aws:fis:wait", "parameters": {{{parameters}}} {more}}}"#)
    };
    let only = |actions: &str| template("", actions, "");
    check(
        "CreateExperimentTemplate",
        &[
            (
                only(""),
                "(ValidationException) 1 validation error detected: Value null at 'actions' failed to satisfy constraint: \
                 Member must not be null",
            ),
            (
                only(r#""x": {"actionId": "aws:ec2:explode"}"#),
                "(ValidationException) Action x has an unknown action id: aws:ec2:explode.",
            ),
            (
                only(&wait("", "")),
                "(ValidationException) Action w is missing required parameter duration.",
            ),
            (
                only(&wait(r#""duration": "PT30S""#, "")),
                "(ValidationException) Invalid value 'PT30S' for parameter duration of action w.",
            ),
            (
                only(&wait(r#""duration": "PT13H""#, "")),
                "(ValidationException) Invalid value 'PT13H' for parameter duration of action w.",
            ),
            (
                only(&wait(r#""duration": "PT1M", "speed": "1""#, "")),
                "(ValidationException) Action w has an unknown parameter: speed.",
            ),
            (
                only(&wait(r#""duration": "PT1M""#, r#", "startAfter": ["x"]"#)),
                "(ValidationException) Action w starts after an unknown action: x.",
            ),
            (
                only(&wait(r#""duration": "PT1M""#, r#", "startAfter": ["w"]"#)),
                "(ValidationException) The actions of the template start after one another in a circle.",
            ),
            (
                template(
                    INSTANCES,
                    &wait(r#""duration": "PT1M""#, r#", "targets": {"Instances": "i"}"#),
                    "",
                ),
                "(ValidationException) Action w takes no targets.",
            ),
            (
                only(STOP),
                "(ValidationException) Action s has an unknown target: i.",
            ),
            (
                template(INSTANCES, &wait(r#""duration": "PT1M""#, ""), ""),
                "(ValidationException) Target i is not used by any action.",
            ),
        ],
    );
}

#[test]
fn targets_that_make_no_sense() {
    let target = |text: &str| template(text, STOP, "");
    check(
        "CreateExperimentTemplate",
        &[
            (
                target(r#""i": {"resourceType": "aws:mars:rover", "selectionMode": "ALL"}"#),
                "(ValidationException) Target i has an unknown resource type: aws:mars:rover.",
            ),
            (
                target(r#""i": {"resourceType": "aws:ec2:instance", "selectionMode": "ALL"}"#),
                "(ValidationException) Target i must have resourceArns, resourceTags, filters or parameters.",
            ),
            (
                target(
                    r#""i": {"resourceType": "aws:ec2:instance", "selectionMode": "ALL", "resourceArns": ["a"],
                        "resourceTags": {"a": "b"}}"#,
                ),
                "(ValidationException) Target i has resourceArns and something else that selects resources.",
            ),
            (
                target(
                    r#""i": {"resourceType": "aws:ec2:instance", "selectionMode": "SOME", "resourceTags": {"a": "b"}}"#,
                ),
                "(ValidationException) Target i has an invalid selection mode: SOME.",
            ),
            (
                target(
                    r#""i": {"resourceType": "aws:ec2:instance", "selectionMode": "ALL", "parameters": {"zone": "b"}}"#,
                ),
                "(ValidationException) Target i has an unknown parameter: zone.",
            ),
            (
                target(
                    r#""i": {"resourceType": "aws:iam:role", "selectionMode": "ALL", "resourceTags": {"a": "b"}}"#,
                ),
                "(ValidationException) Target i of type aws:iam:role must have resourceArns.",
            ),
            (
                target(
                    r#""i": {"resourceType": "aws:ec2:subnet", "selectionMode": "ALL", "resourceTags": {"a": "b"}}"#,
                ),
                "(ValidationException) Target i of action s is not of type aws:ec2:instance.",
            ),
        ],
    );
}

#[test]
fn parameters_that_make_no_sense() {
    let one = |kind: &str, id: &str, key: &str, parameters: &str| {
        let target =
            format!(r#""t": {{"resourceType": "{kind}", "selectionMode": "ALL", "resourceArns": ["a"]}}"#);
        let action = format!(
            r#""x": {{"actionId": "{id}", "targets": {{"{key}": "t"}}, "parameters": {{{parameters}}}}}"#
        );
        template(&target, &action, "")
    };
    let instance = |id: &str, parameters: &str| one("aws:ec2:instance", id, "Instances", parameters);
    let role = |parameters: &str| {
        one(
            "aws:iam:role",
            "aws:ec2:api-insufficient-instance-capacity-error",
            "Roles",
            parameters,
        )
    };
    check(
        "CreateExperimentTemplate",
        &[
            (
                instance(
                    "aws:ec2:stop-instances",
                    r#""completeIfInstancesTerminated": "true""#,
                ),
                "(ValidationException) Invalid value 'true' for parameter completeIfInstancesTerminated of action x.",
            ),
            (
                role(r#""duration": "PT1M", "availabilityZoneIdentifiers": "us-east-2z""#),
                "(ValidationException) Invalid value 'us-east-2z' for parameter availabilityZoneIdentifiers of action x.",
            ),
            (
                role(
                    r#""duration": "PT1M", "availabilityZoneIdentifiers": "us-east-2a", "percentage": "101""#,
                ),
                "(ValidationException) Invalid value '101' for parameter percentage of action x.",
            ),
            (
                one(
                    "aws:ec2:subnet",
                    "aws:network:disrupt-connectivity",
                    "Subnets",
                    r#""duration": "PT1M", "scope": "half""#,
                ),
                "(ValidationException) Invalid value 'half' for parameter scope of action x.",
            ),
            (
                instance(
                    "aws:ssm:send-command",
                    r#""duration": "PT1M", "documentArn": "arn:aws:ssm:::document/Mine""#,
                ),
                "(ValidationException) Invalid value 'arn:aws:ssm:::document/Mine' for parameter documentArn of action x.",
            ),
            (
                template(
                    "",
                    r#""x": {"actionId": "aws:cloudwatch:assert-alarm-state",
                        "parameters": {"alarmArns": "arn:aws:cloudwatch:r:1:alarm:a", "alarmStates": "RED"}}"#,
                    "",
                ),
                "(ValidationException) Invalid value 'RED' for parameter alarmStates of action x.",
            ),
        ],
    );
}

#[test]
fn what_is_not_there() {
    let id = |id: &str| format!(r#"{{"id": "{id}"}}"#);
    check(
        "DeleteExperimentTemplate",
        &[(
            id("EXT1"),
            "(ResourceNotFoundException) Experiment template EXT1 not found.",
        )],
    );
    check(
        "GetExperimentTemplate",
        &[(
            id("EXT1"),
            "(ResourceNotFoundException) Experiment template EXT1 not found.",
        )],
    );
    check(
        "UpdateExperimentTemplate",
        &[(
            id("EXT1"),
            "(ResourceNotFoundException) Experiment template EXT1 not found.",
        )],
    );
    check(
        "StartExperiment",
        &[(
            r#"{"clientToken": "t", "experimentTemplateId": "EXT1"}"#.to_owned(),
            "(ResourceNotFoundException) Experiment template EXT1 not found.",
        )],
    );
    check(
        "StopExperiment",
        &[(
            id("EXP1"),
            "(ResourceNotFoundException) Experiment EXP1 not found.",
        )],
    );
    check(
        "GetExperiment",
        &[(
            id("EXP1"),
            "(ResourceNotFoundException) Experiment EXP1 not found.",
        )],
    );
    check(
        "GetAction",
        &[(id("aws:x"), "(ResourceNotFoundException) Action aws:x not found.")],
    );
    check(
        "GetTargetResourceType",
        &[(
            r#"{"resourceType": "aws:x"}"#.to_owned(),
            "(ResourceNotFoundException) Target resource type aws:x not found.",
        )],
    );
    let arn = "arn:aws:fis:us-east-2:123456789012:experiment/EXP1";
    let refusal =
        "(ResourceNotFoundException) Resource arn:aws:fis:us-east-2:123456789012:experiment/EXP1 not found.";
    let tagged = |more: &str| format!(r#"{{"resourceArn": "{arn}" {more}}}"#);
    check("TagResource", &[(tagged(r#", "tags": {"a": "b"}"#), refusal)]);
    check("UntagResource", &[(tagged(""), refusal)]);
    check("ListTagsForResource", &[(tagged(""), refusal)]);
}

#[test]
fn an_experiment_that_is_over_cannot_be_stopped() {
    let mut lab = Lab::new();
    let template = template(
        "",
        r#""w": {"actionId": "aws:fis:wait", "parameters": {"duration": "PT1M"}}"#,
        "",
    );
    lab.call("fis", "CreateExperimentTemplate", &template)
        .expect("it makes sense");
    let changed = template.replace("PT1M", "PT2M");
    let refusal = lab
        .call("fis", "CreateExperimentTemplate", &changed)
        .expect_err("the token is taken");
    assert_eq!((refusal.code, refusal.http_status()), ("ConflictException", 409));
    let summary = lab
        .look(api::fis::ListExperimentTemplatesInput {})
        .experiment_templates;
    let start = api::fis::StartExperimentInput {
        client_token: Some("t".to_owned()),
        experiment_template_id: summary[0].id.clone(),
        ..Default::default()
    };
    let id = lab
        .make(start)
        .experiment
        .and_then(|experiment| experiment.id)
        .expect("it has an id");
    lab.pass_secs(100);
    let refusal = lab
        .call("fis", "StopExperiment", &format!(r#"{{"id": "{id}"}}"#))
        .expect_err("it is over");
    let expected = format!("(ValidationException) Experiment {id} is completed and cannot be stopped.");
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn a_sixth_experiment_and_a_twenty_first_action_are_too_many() {
    let mut lab = Lab::new();
    let wait = |name: usize| {
        format!(r#""w{name}": {{"actionId": "aws:fis:wait", "parameters": {{"duration": "PT1M"}}}}"#)
    };
    let many: Vec<String> = (0..21).map(wait).collect();
    let refusal = lab.call(
        "fis",
        "CreateExperimentTemplate",
        &template("", &many.join(", "), ""),
    );
    let refusal = refusal.expect_err("21 actions");
    assert_eq!(
        (refusal.code, refusal.http_status()),
        ("ServiceQuotaExceededException", 402)
    );
    lab.call("fis", "CreateExperimentTemplate", &template("", &wait(0), ""))
        .expect("it makes sense");
    let id = lab
        .look(api::fis::ListExperimentTemplatesInput {})
        .experiment_templates[0]
        .id
        .clone();
    let start = |number: usize| api::fis::StartExperimentInput {
        client_token: Some(format!("t{number}")),
        experiment_template_id: id.clone(),
        ..Default::default()
    };
    for number in 0..5 {
        lab.make(start(number));
    }
    lab.make(start(4));
    let before = lab.cloud().digest();
    let refusal = lab.dare(start(5)).expect_err("five go on");
    assert_eq!(
        refusal.message,
        "The maximum number of active experiments has been reached."
    );
    assert_eq!(lab.cloud().digest(), before);
    lab.pass_secs(100);
    lab.make(start(5));
}
