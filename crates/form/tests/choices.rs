//! What can be chosen in an account, and where a refusal belongs.

use api::{ApiError, Call};
use cli::{Line, parse};
use cloud::{Caller, EventBudget, Seed, Simulation, World};
use des::SimDuration;
use form::{Choices, Edit, Form, Meaning, Recipe, keys, place};

fn account() -> Simulation {
    Simulation::new(World::new(Seed(1)))
}

fn ask(simulation: &Simulation, meanings: impl IntoIterator<Item = Meaning>) -> Choices {
    Choices::ask(meanings, &|call| simulation.read(call))
}

/// A form whose things are there to choose from.
fn open(simulation: &Simulation, key: &str, values: &[(&str, &str)]) -> Form {
    let values: Vec<(String, String)> = values
        .iter()
        .map(|&(path, value)| (path.to_owned(), value.to_owned()))
        .collect();
    let mut form = Form::open(Recipe::find(key).expect("a form"), &values);
    let choices = ask(simulation, form.fields().meanings());
    form.settle(&choices, &|name| {
        (name == "name").then(|| "directory-2".to_owned())
    });
    form
}

fn send(simulation: &mut Simulation, form: &Form) -> Result<api::Output, ApiError> {
    let (call, flaws) = form.call("token");
    assert_eq!(flaws, [], "{}", cli::command(&call));
    match call {
        Call::Write(call) => simulation.submit(Caller::Learner, cloud::Input::Api(call)),
        Call::World(call) => simulation.submit(Caller::Learner, cloud::Input::World(call)),
        Call::Read(call) => simulation.read(&call),
    }
}

/// The road of the course, by forms alone: nobody types an id.
#[test]
fn a_fleet_is_built_by_choosing() {
    let mut simulation = account();
    let mut build = |key: &str, values: &[(&str, &str)]| {
        let form = open(&simulation, key, values);
        send(&mut simulation, &form).unwrap_or_else(|error| panic!("{key}: {error}"));
        let later = simulation.now() + SimDuration::from_secs(60);
        simulation.advance_to(later, EventBudget::UNLIMITED);
    };
    build(
        "ec2:CreateSecurityGroup",
        &[("GroupName", "web"), ("Description", "HTTP from everywhere")],
    );
    build("ec2:AuthorizeSecurityGroupIngress", &[("GroupId", "@web")]);
    build(
        "ec2:RunInstances",
        &[("SubnetId", "@us-east-2a"), ("SecurityGroupIds.0", "@web")],
    );
    build(
        "ec2:CreateLaunchTemplate",
        &[
            ("LaunchTemplateName", "directory"),
            ("LaunchTemplateData.SecurityGroupIds.0", "@web"),
        ],
    );
    build("elbv2:CreateTargetGroup", &[("Name", "directory")]);
    build(
        "elbv2:RegisterTargets",
        &[("TargetGroupArn", "@directory"), ("Targets.0.Id", "@directory-2")],
    );
    build(
        "elbv2:CreateLoadBalancer",
        &[
            ("Name", "front"),
            ("Subnets.0", "@us-east-2a"),
            ("Subnets.1", "@us-east-2b"),
            ("SecurityGroups.0", "@web"),
        ],
    );
    build(
        "elbv2:CreateListener",
        &[
            ("LoadBalancerArn", "@front"),
            ("DefaultActions.0.TargetGroupArn", "@directory"),
        ],
    );
    build(
        "elbv2:CreateRule",
        &[
            ("ListenerArn", "@HTTP:80"),
            ("Conditions.0.Values.0", "/photo/*"),
            ("Actions.0.TargetGroupArn", "@directory"),
        ],
    );
    build(
        "autoscaling:CreateAutoScalingGroup",
        &[
            ("AutoScalingGroupName", "fleet"),
            ("LaunchTemplate.LaunchTemplateName", "@directory"),
            ("VPCZoneIdentifier", "@us-east-2a"),
            ("TargetGroupARNs.0", "@directory"),
            ("MaxSize", "4"),
        ],
    );
    build(
        "target-tracking",
        &[("AutoScalingGroupName", "@fleet"), ("PolicyName", "cpu-50")],
    );
    build(
        "step-scaling",
        &[("AutoScalingGroupName", "@fleet"), ("PolicyName", "more")],
    );
    build("sns:CreateTopic", &[("Name", "team")]);
    build(
        "sns:Subscribe",
        &[("TopicArn", "@team"), ("Endpoint", "team@example.com")],
    );
    build(
        "cloudwatch:PutMetricAlarm",
        &[
            ("AlarmName", "hot"),
            ("Namespace", "AWS/EC2"),
            ("MetricName", "CPUUtilization"),
            ("Threshold", "70"),
            ("AlarmActions.0", "@team"),
        ],
    );
    build("ec2:CreateVpcEndpoint", &[]);
    build("sandbox:Traffic", &[]);
    build("sandbox:Clients", &[("Endpoint.0", "@front")]);
    build("sandbox:Fault", &[("Kind", "az-outage"), ("Zone", "@us-east-2a")]);
}

#[test]
fn a_refusal_belongs_to_the_field_that_it_is_about() {
    let mut simulation = account();
    let mut refused = |key: &str, values: &[(&str, &str)]| {
        let form = open(&simulation, key, values);
        let error = send(&mut simulation, &form).expect_err(key);
        let path = place(&form, &error.message);
        path.map_or_else(|| format!("nowhere: {error}"), |path| form.name_of(&path))
    };
    assert_eq!(refused("ec2:RunInstances", &[("ImageId", "ami-0123")]), "ImageId");
    assert_eq!(
        refused("ec2:RunInstances", &[("InstanceType", "t3.huge")]),
        "InstanceType"
    );
    assert_eq!(
        refused("ec2:StopInstances", &[("InstanceIds.0", "i-0123456789abcdef0")]),
        "InstanceIds[0]"
    );
    assert_eq!(
        refused("elbv2:CreateTargetGroup", &[("Name", "two words")]),
        "Name"
    );
    let no_template = refused(
        "autoscaling:CreateAutoScalingGroup",
        &[("AutoScalingGroupName", "fleet")],
    );
    assert_eq!(no_template, "LaunchTemplate.LaunchTemplateName");
}

#[test]
fn what_is_picked_from_a_list_in_a_line_stands_between_commas() {
    let recipe = Recipe::find("autoscaling:CreateAutoScalingGroup").expect("a form");
    let mut form = Form::open(recipe, &[]);
    let zones = (recipe.operation.input)()
        .members
        .iter()
        .position(|member| member.name == "VPCZoneIdentifier");
    let path = vec![zones.expect("a member")];
    for (subnet, picked) in [
        ("subnet-a", true),
        ("subnet-b", true),
        ("subnet-c", true),
        ("subnet-b", false),
    ] {
        form.edit(Edit::PickPart(path.clone(), subnet.to_owned(), picked));
    }
    let (call, _) = form.call("token");
    assert!(
        cli::command(&call).contains("--vpc-zone-identifier subnet-a,subnet-c"),
        "{}",
        cli::command(&call)
    );
}

#[test]
fn every_meaning_of_a_form_is_asked_for_with_a_call_that_works() {
    let simulation = account();
    let mut known = Vec::new();
    for recipe in keys() {
        known.extend(Form::open(recipe, &[]).fields().meanings());
    }
    known.sort_unstable();
    known.dedup();
    let choices = ask(&simulation, known.iter().copied());
    for meaning in [
        Meaning::Image,
        Meaning::Subnet,
        Meaning::Zone,
        Meaning::Vpc,
        Meaning::SecurityGroup,
        Meaning::InstanceType,
    ] {
        assert!(!choices.of(meaning).is_empty(), "{meaning:?}");
    }
}

/// What is not changed stays: AWS takes an alarm's whole configuration each time.
#[test]
fn an_alarm_is_edited_from_what_it_has() {
    let mut simulation = account();
    let made = "aws cloudwatch put-metric-alarm --alarm-name busy --alarm-description 'the desk' --actions-enabled \
                --metric-name CPUUtilization --namespace AWS/EC2 --extended-statistic p90 --dimensions Name=InstanceId,Value=i-1 --period 120 \
                --evaluation-periods 5 --datapoints-to-alarm 3 --threshold 70 \
                --comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data breaching";
    let Ok(Some(Line::Call(call))) = parse(made) else {
        panic!("a call")
    };
    let plain = Form::of(&call);
    send(&mut simulation, &plain).expect("made");

    let recipe = Recipe::find("edit-alarm").expect("a form");
    let existing =
        |simulation: &Simulation, name: &str| Form::existing(recipe, name, &|call| simulation.read(call));
    let mut form = existing(&simulation, "busy").expect("it is there");
    assert_eq!(cli::command(&form.call("").0), made);
    let at = form.fields();
    let at = at
        .all()
        .into_iter()
        .find(|field| field.member.name == "Threshold");
    let threshold = at.expect("a threshold").path.clone();
    form.edit(Edit::Text(threshold, "80".to_owned()));
    send(&mut simulation, &form).expect("edited");
    let after = existing(&simulation, "busy").expect("it is there still");
    assert_eq!(after.draft(), form.draft());
    assert!(existing(&simulation, "calm").is_none(), "nobody made this one");
}
