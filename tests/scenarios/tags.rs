//! Labels on resources.

use api::Output;
use cloud::lab::Lab;

/// `resource-type key=value` of every tag that the filters let through.
fn tags(lab: &mut Lab, filters: &str) -> Vec<String> {
    let Ok(Output::Ec2(api::ec2::Output::DescribeTags(output))) = lab.call("ec2", "DescribeTags", filters)
    else {
        panic!("refused: {filters}");
    };
    let line = |tag: api::ec2::TagDescription| {
        let text = |text: Option<String>| text.unwrap_or_default();
        format!(
            "{} {}={}",
            text(tag.resource_type),
            text(tag.key),
            text(tag.value)
        )
    };
    output.tags.into_iter().map(line).collect()
}

#[test]
fn a_tag_is_put_on_anything_that_has_an_id_and_replaced_by_its_key() {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    let ec2 = &lab.cloud().ec2;
    let ids = [
        &ec2.instances[0].id,
        &ec2.security_groups[0].id,
        &ec2.subnet_ids[1],
        &ec2.vpc_id,
        "ami-0e1d2c3b4a5968701",
    ];
    let request = |tags: &str| format!(r#"{{"Resources": {ids:?}, "Tags": [{tags}]}}"#);
    let (first, second) = (
        request(r#"{"Key": "Name", "Value": "one"}, {"Key": "team"}"#),
        request(r#"{"Key": "Name", "Value": "two"}"#),
    );
    assert_eq!(lab.ask("CreateTags", &first), "");
    lab.ask("CreateTags", &second);
    let named = r#"{"Filters": [{"Name": "key", "Values": ["Name"]}]}"#;
    let kinds = ["image", "instance", "security-group", "subnet", "vpc"];
    assert_eq!(
        tags(&mut lab, named),
        kinds.map(|kind| format!("{kind} Name=two"))
    );
    assert_eq!(tags(&mut lab, "{}").len(), 10);
    let by_tag = r#"{"Filters": [{"Name": "tag:Name", "Values": ["t*"]}, {"Name": "resource-type", "Values": ["vpc"]}]}"#;
    assert_eq!(tags(&mut lab, by_tag), ["vpc Name=two"]);
    let instances = lab.describe_instances();
    assert_eq!(instances[0].tags.len(), 2);
    for (operation, list) in [
        ("DescribeSubnets", "Subnets"),
        ("DescribeVpcs", "Vpcs"),
        ("DescribeImages", "Images"),
    ] {
        let answer = lab.ask(
            operation,
            r#"{"Filters": [{"Name": "tag:Name", "Values": ["two"]}]}"#,
        );
        assert!(answer.starts_with(&format!(r#"{{"{list}":[{{"#)), "{answer}");
        assert_eq!(answer.matches(r#""Key":"Name""#).count(), 1, "{answer}");
    }
}

#[test]
fn tags_can_be_given_at_launch() {
    let mut lab = Lab::new();
    lab.ask(
        "RunInstances",
        r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 2, "MaxCount": 2,
            "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "web"}]}]}"#,
    );
    assert_eq!(tags(&mut lab, "{}"), ["instance Name=web", "instance Name=web"]);
}

#[test]
fn fifty_tags_fit_and_may_be_given_other_values() {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    let request = |range: std::ops::Range<u32>| {
        let tags: Vec<String> = range
            .map(|key| format!(r#"{{"Key": "k{key}", "Value": "v"}}"#))
            .collect();
        format!(r#"{{"Resources": ["{{id:0}}"], "Tags": [{}]}}"#, tags.join(","))
    };
    lab.ask("CreateTags", &request(0..50));
    lab.ask("CreateTags", &request(0..50));
    let refusal = lab
        .call("ec2", "CreateTags", &request(49..51))
        .expect_err("one too many");
    assert_eq!(refusal.code, "TagLimitExceeded");
    assert_eq!(tags(&mut lab, "{}").len(), 50);
}

#[test]
fn a_tag_is_taken_by_its_key_or_only_with_its_value() {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    let delete = |lab: &mut Lab, tags: &str| {
        let request = format!(r#"{{"Resources": ["{{id:0}}"]{tags}}}"#);
        assert_eq!(lab.ask("DeleteTags", &request), "");
        self::tags(lab, "{}")
    };
    let keys = ["a", "b", "c", "d"].map(|key| format!(r#"{{"Key": "{key}", "Value": "1"}}"#));
    let create = format!(r#"{{"Resources": ["{{id:0}}"], "Tags": [{}]}}"#, keys.join(","));
    lab.ask("CreateTags", &create);
    let left = delete(
        &mut lab,
        r#", "Tags": [{"Key": "a"}, {"Key": "b", "Value": "2"}, {"Key": "z"}]"#,
    );
    assert_eq!(left, ["instance b=1", "instance c=1", "instance d=1"]);
    let left = delete(
        &mut lab,
        r#", "Tags": [{"Key": "b", "Value": "1"}, {"Key": "c", "Value": ""}]"#,
    );
    assert_eq!(left, ["instance c=1", "instance d=1"]);
    assert!(delete(&mut lab, "").is_empty());
}
