//! The account as the start page and the sandbox find it: one instance of the directory under traffic.

use api::ec2::{
    AuthorizeSecurityGroupIngressInput, CreateSecurityGroupInput, IamInstanceProfileSpecification,
    RunInstancesInput, Tag, TagSpecification,
};
use api::sandbox::{ClientsInput, TrafficInput};
use cloud::ec2::{Image, PROFILE};
use cloud::{Account, EventBudget, Handled, Plain, Seed, Simulation, World};
use des::SimDuration;

use super::{Home, Origin};

/// Raised when what sets the account up changes: a run that was kept before leads elsewhere then.
const VERSION: u64 = 1;
const SEED: u64 = 7;
/// The security group that lets the employees in.
pub(super) const WEB_GROUP: &str = "directory-web";
/// The image that the directory starts from.
pub(super) const IMAGE: &str = "employee-directory";
/// Requests that the employees send in a second.
const RATE: f64 = 42.0;
/// Long enough for the directory to answer.
const BOOT: SimDuration = SimDuration::from_secs(45);
/// Long enough for the readout to have something to say.
const WARM_UP: SimDuration = SimDuration::from_secs(15);

/// The account at the beginning. It is set up by calls, as a learner would, in typed form: the start page comes
/// before the command line is loaded.
pub(super) fn account(seed: Option<u64>) -> Simulation {
    let mut simulation = Simulation::new(world(seed));
    submit(&mut simulation, group());
    submit(&mut simulation, open_http());
    let group = simulation.cloud().ec2.security_groups.last();
    let groups = group.map(|group| group.id.clone());
    set_up(&mut simulation, groups.into_iter().collect());
    simulation
}

/// Where a run belongs that begins with this account.
pub(super) fn home() -> Home {
    Home {
        name: "sandbox".to_owned(),
        origin: Origin::Sandbox,
        fingerprint: VERSION,
    }
}

/// The same for looking at, without what only other services need.
pub(super) fn plain_account(seed: Option<u64>) -> Plain {
    let mut account = Plain::new(world(seed));
    account.let_everyone_reach(80);
    set_up(&mut account, Vec::new());
    account
}

fn world(seed: Option<u64>) -> World {
    World::new(Seed(seed.unwrap_or(SEED)))
}

fn set_up(account: &mut impl Account, security_group_ids: Vec<String>) {
    let subnet = account.cloud().ec2.subnet_ids[0].clone();
    submit(account, launch(subnet, security_group_ids));
    wait(account, BOOT);
    let address = account.cloud().ec2.instances[0].public_ip();
    let endpoint = address.iter().map(ToString::to_string).collect();
    submit(account, ClientsInput { endpoint });
    submit(account, traffic());
    wait(account, WARM_UP);
}

fn group() -> CreateSecurityGroupInput {
    CreateSecurityGroupInput {
        group_name: Some(WEB_GROUP.to_owned()),
        description: Some("HTTP from everywhere".to_owned()),
        ..CreateSecurityGroupInput::default()
    }
}

fn open_http() -> AuthorizeSecurityGroupIngressInput {
    AuthorizeSecurityGroupIngressInput {
        group_name: Some(WEB_GROUP.to_owned()),
        ip_protocol: Some("tcp".to_owned()),
        from_port: Some(80),
        to_port: Some(80),
        cidr_ip: Some("0.0.0.0/0".to_owned()),
        ..AuthorizeSecurityGroupIngressInput::default()
    }
}

fn launch(subnet: String, security_group_ids: Vec<String>) -> RunInstancesInput {
    RunInstancesInput {
        image_id: Image::named(IMAGE).map(|image| image.id.to_owned()),
        instance_type: Some("t3.micro".to_owned()),
        min_count: Some(1),
        max_count: Some(1),
        subnet_id: Some(subnet),
        security_group_ids,
        iam_instance_profile: Some(role()),
        tag_specifications: vec![name()],
        ..RunInstancesInput::default()
    }
}

/// The role that may read and write the directory's table and bucket.
pub(super) fn role() -> IamInstanceProfileSpecification {
    IamInstanceProfileSpecification {
        name: Some(PROFILE.to_owned()),
        ..IamInstanceProfileSpecification::default()
    }
}

fn name() -> TagSpecification {
    TagSpecification {
        resource_type: Some("instance".to_owned()),
        tags: vec![Tag {
            key: Some("Name".to_owned()),
            value: Some("directory-1".to_owned()),
        }],
    }
}

fn traffic() -> TrafficInput {
    TrafficInput {
        rate: Some(RATE),
        ..TrafficInput::default()
    }
}

fn wait(account: &mut impl Account, length: SimDuration) {
    account.advance_to(account.cloud().now() + length, EventBudget::UNLIMITED);
}

fn submit(account: &mut impl Account, call: impl Handled) {
    let answer = account.call(call);
    assert!(answer.is_ok(), "a new account takes these calls");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::trail::fingerprint;

    #[test]
    fn whoever_changes_the_account_at_the_beginning_raises_its_version() {
        let account = account(None);
        let entries = account.journal().from(0);
        let lines = entries.map(|entry| {
            let line = cli::command(&entry.input.clone().into());
            format!("{} {line}\n", entry.at.as_micros())
        });
        let lines: String = lines.collect();
        assert_eq!(
            (VERSION, fingerprint(&[&lines]), account.now().as_secs()),
            (1, 2_688_591_452_414_603_323, 60),
            "{lines}"
        );
    }
}
