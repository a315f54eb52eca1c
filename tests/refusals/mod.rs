//! Bad calls: each is refused in AWS's words, and nothing has changed.

mod arc_zonal_shift;
mod autoscaling;
mod cloudwatch;
mod data;
mod ec2_more;
mod elbv2;
mod fis;
mod hooks_and_refreshes;
mod instances;
mod launch_instances;
mod launch_templates;
mod others;
mod sandbox;
mod scaling_policies;
mod security_groups;
mod watching;

use cloud::ec2::InstanceState::{Running, Stopped, Terminated};
use cloud::lab::Lab;

/// An account with an instance in every state that lasts: running (0), stopped (1), terminated (2), protected (3),
/// stopping (4) and pending (5); a group `full` of sixty rules; and 50 tags on the running instance.
fn account() -> Lab {
    let mut lab = Lab::new();
    let instances = lab.launch(5, 'a');
    lab.wait_for(instances[4], Running);
    lab.pass_secs(60);
    let protect = r#"{"InstanceId": "{id:3}", "DisableApiTermination": {"Value": true}}"#;
    lab.ask("ModifyInstanceAttribute", protect);
    lab.stop(instances[1]);
    lab.terminate(instances[2]);
    lab.wait_for(instances[1], Stopped);
    lab.wait_for(instances[2], Terminated);
    fill_group(&mut lab);
    fill_tags(&mut lab);
    lab.stop(instances[4]);
    lab.launch(1, 'b');
    lab
}

fn fill_group(lab: &mut Lab) {
    lab.ask(
        "CreateSecurityGroup",
        r#"{"GroupName": "full", "Description": "full"}"#,
    );
    let range = |n: u32| format!(r#"{{"CidrIp": "10.0.{n}.0/24"}}"#);
    let ranges: Vec<String> = (0..60).map(range).collect();
    let request = format!(
        r#"{{"GroupName": "full", "IpPermissions": [{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
            "IpRanges": [{}]}}]}}"#,
        ranges.join(",")
    );
    lab.ask("AuthorizeSecurityGroupIngress", &request);
}

fn fill_tags(lab: &mut Lab) {
    let tags: Vec<String> = (0..50).map(|n| format!(r#"{{"Key": "k{n}"}}"#)).collect();
    let request = format!(r#"{{"Resources": ["{{id:0}}"], "Tags": [{}]}}"#, tags.join(","));
    lab.ask("CreateTags", &request);
}

/// Everything that a refused call must leave as it was: all that happened, all that replays, all that is shown.
fn state(lab: &mut Lab) -> (u64, u64, u64, Vec<String>) {
    let looks = ["DescribeInstances", "DescribeSecurityGroups", "DescribeTags"];
    let shown = looks.map(|operation| lab.ask(operation, "{}")).to_vec();
    let cloud = lab.cloud();
    (
        cloud.digest(),
        cloud.facts.count(),
        lab.simulation.journal().end(),
        shown,
    )
}

/// What `{golden}` stands for in a request: the members of a launch that would do.
const GOLDEN: &str =
    r#""ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1"#;

/// Asserts that every request is refused with this code and message, the ids written out, and changes nothing.
fn check(operation: &str, requests: &[(&str, &str)]) {
    let mut lab = account();
    let before = state(&mut lab);
    for (request, refusal) in requests {
        let answer = lab.call("ec2", operation, &request.replace("{golden}", GOLDEN));
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        let ids = lab.cloud().ec2.instances.iter().enumerate();
        let expected = ids.fold((*refusal).to_owned(), |text, (place, instance)| {
            text.replace(&format!("{{id:{place}}}"), &instance.id)
        });
        let expected = expected.replace("{vpc}", &lab.cloud().ec2.vpc_id);
        assert_eq!(found, expected, "{operation} {request}");
        assert_eq!(state(&mut lab), before, "{operation} {request}");
    }
}
