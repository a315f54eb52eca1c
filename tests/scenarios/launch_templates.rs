//! What is launched from a launch template.

use cloud::ec2::InstanceIndex;
use cloud::lab::Lab;

fn golden() -> String {
    let image = cloud::ec2::Image::named("employee-directory").expect("it is there");
    image.id.to_owned()
}

/// A lab with the template `web`: the golden image on a t3.micro.
fn with_template() -> Lab {
    let mut lab = Lab::new();
    let data = format!(r#"{{"ImageId": "{}", "InstanceType": "t3.micro"}}"#, golden());
    lab.ask(
        "CreateLaunchTemplate",
        &format!(r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {data}}}"#),
    );
    lab
}

fn launch(lab: &mut Lab, more: &str) -> InstanceIndex {
    let request = format!(r#"{{"MinCount": 1, "MaxCount": 1, {more}}}"#);
    lab.ask("RunInstances", &request);
    lab.cloud().ec2.indexes().last().expect("it was launched")
}

fn type_of(lab: &Lab, index: InstanceIndex) -> &'static str {
    lab.instance(index).instance_type.name
}

#[test]
fn a_launch_takes_from_its_template_what_it_does_not_say() {
    let mut lab = with_template();
    let plain = launch(&mut lab, r#""LaunchTemplate": {"LaunchTemplateName": "web"}"#);
    assert_eq!(type_of(&lab, plain), "t3.micro");
    let larger = launch(
        &mut lab,
        r#""LaunchTemplate": {"LaunchTemplateName": "web"}, "InstanceType": "m5.large""#,
    );
    assert_eq!(type_of(&lab, larger), "m5.large");
    assert_eq!(lab.instance(larger).image.id, golden());
}

#[test]
fn a_new_version_is_the_latest_and_not_the_default_until_it_is_made_so() {
    let mut lab = with_template();
    let created = lab.ask(
        "CreateLaunchTemplateVersion",
        r#"{"LaunchTemplateName": "web", "SourceVersion": "1", "LaunchTemplateData": {"InstanceType": "t3.small"}}"#,
    );
    assert!(created.contains(r#""VersionNumber":2"#) && created.contains(r#""DefaultVersion":false"#));
    assert!(
        created.contains(&golden()),
        "the image comes from version 1: {created}"
    );
    let by_version = |lab: &mut Lab, version: &str| {
        let more = format!(r#""LaunchTemplate": {{"LaunchTemplateName": "web", "Version": "{version}"}}"#);
        let index = launch(lab, &more);
        type_of(lab, index)
    };
    assert_eq!(by_version(&mut lab, "$Default"), "t3.micro");
    assert_eq!(by_version(&mut lab, "$Latest"), "t3.small");
    lab.ask(
        "ModifyLaunchTemplate",
        r#"{"LaunchTemplateName": "web", "DefaultVersion": "2"}"#,
    );
    assert_eq!(by_version(&mut lab, "$Default"), "t3.small");
    assert_eq!(by_version(&mut lab, "1"), "t3.micro");
    let shown = lab.ask(
        "DescribeLaunchTemplateVersions",
        r#"{"LaunchTemplateName": "web"}"#,
    );
    let (two, one) = (
        shown.find(r#""VersionNumber":2"#),
        shown.find(r#""VersionNumber":1"#),
    );
    assert!(two < one, "newest first: {shown}");
}

#[test]
fn the_default_version_cannot_be_deleted_and_numbers_are_never_used_again() {
    let mut lab = with_template();
    let version = r#"{"LaunchTemplateName": "web", "LaunchTemplateData": {"InstanceType": "t3.small"}}"#;
    lab.ask("CreateLaunchTemplateVersion", version);
    let answer = lab.ask(
        "DeleteLaunchTemplateVersions",
        r#"{"LaunchTemplateName": "web", "Versions": ["1", "2", "7"]}"#,
    );
    assert!(answer.contains("Cannot delete the default version"), "{answer}");
    assert!(answer.contains("launchTemplateVersionDoesNotExist"), "{answer}");
    let answer = lab.ask("CreateLaunchTemplateVersion", version);
    assert!(answer.contains(r#""VersionNumber":3"#), "{answer}");
}

#[test]
fn a_deleted_template_frees_its_name_and_launches_nothing() {
    let mut lab = with_template();
    lab.ask("DeleteLaunchTemplate", r#"{"LaunchTemplateName": "web"}"#);
    let request = r#"{"MinCount": 1, "MaxCount": 1, "LaunchTemplate": {"LaunchTemplateName": "web"}}"#;
    let refusal = lab.call("ec2", "RunInstances", request).expect_err("it is gone");
    assert_eq!(refusal.code, "InvalidLaunchTemplateName.NotFoundException");
    assert_eq!(
        lab.ask("DescribeLaunchTemplates", "{}"),
        r#"{"LaunchTemplates":[]}"#
    );
    lab.ask(
        "CreateLaunchTemplate",
        r#"{"LaunchTemplateName": "web", "LaunchTemplateData": {}}"#,
    );
}

#[test]
fn detailed_monitoring_can_be_asked_for_at_launch_and_changed_later() {
    let mut lab = with_template();
    let index = launch(
        &mut lab,
        r#""LaunchTemplate": {"LaunchTemplateName": "web"}, "Monitoring": {"Enabled": true}"#,
    );
    let state = |lab: &Lab| {
        lab.describe_instances()[0]
            .monitoring
            .clone()
            .and_then(|m| m.state)
    };
    assert_eq!(state(&lab).as_deref(), Some("enabled"));
    let answer = lab.ask("UnmonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    assert!(answer.contains(r#""State":"disabled""#), "{answer}");
    assert!(!lab.instance(index).detailed_monitoring);
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    assert!(lab.instance(index).detailed_monitoring);
}
