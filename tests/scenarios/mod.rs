//! Given an account, when something is done to it, then this is what is seen. What EC2 answers is asserted as AWS's own
//! command line would show it.

mod autoscaling;
mod autoscaling_policies;
mod bill;
mod capacity;
mod causes;
mod cloudwatch;
mod credits;
mod describes;
mod dynamodb;
mod ec2_calls;
mod elastic_addresses;
mod elbv2;
mod faults;
mod fis;
mod instances;
mod launch_templates;
mod placement;
mod reach;
mod recovery;
mod s3;
mod sandbox;
mod security_groups;
mod status;
mod tags;
mod twins;

use cloud::lab::Lab;

/// Launches one plain Amazon Linux whose user data starts the app, in zone a.
fn launch_with_user_data(lab: &mut Lab) -> cloud::ec2::InstanceIndex {
    launch_with_user_data_and(lab, "")
}

/// The same with further members, each with a comma before.
fn launch_with_user_data_and(lab: &mut Lab, more: &str) -> cloud::ec2::InstanceIndex {
    let script = api::encode_base64(b"#!/bin/bash\nrun employee-directory\n");
    let request = format!(
        r#"{{"ImageId": "ami-0a2b3c4d5e6f70123", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
            "UserData": "{script}"{more}}}"#
    );
    lab.ask("RunInstances", &request);
    lab.cloud().ec2.indexes().last().expect("it was launched")
}
