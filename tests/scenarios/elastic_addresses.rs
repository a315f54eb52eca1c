//! Elastic IP addresses: kept, moved, paid for.

use cloud::bill::{Item, Money};
use cloud::ec2::InstanceState::{Running, Stopped, Terminated};
use cloud::ec2::{ElasticIndex, InstanceIndex};
use cloud::lab::Lab;
use cloud::workload::Outcome;
use des::SimDuration;

/// Allocates; the allocation's id and the address.
fn allocate(lab: &mut Lab) -> (String, String) {
    let answer = lab.ask("AllocateAddress", "{}");
    (word(&answer, "AllocationId"), word(&answer, "PublicIp"))
}

fn associate(lab: &mut Lab, allocation: &str, instance: InstanceIndex) -> String {
    let id = lab.id(instance);
    let request = format!(r#"{{"AllocationId": "{allocation}", "InstanceId": "{id}"}}"#);
    word(&lab.ask("AssociateAddress", &request), "AssociationId")
}

fn disassociate(lab: &mut Lab, association: &str) {
    let request = format!(r#"{{"AssociationId": "{association}"}}"#);
    assert_eq!(lab.ask("DisassociateAddress", &request), "");
}

fn word(answer: &str, member: &str) -> String {
    let start = answer.find(&format!("\"{member}\":\"")).expect("it is there") + member.len() + 4;
    answer[start..].split('"').next().expect("it ends").to_owned()
}

fn public(lab: &Lab, instance: InstanceIndex) -> Option<String> {
    lab.instance(instance).public_ip().map(|ip| ip.to_string())
}

fn charged(lab: &Lab, item: Item) -> Money {
    let mut lines = lab.cloud().bill.lines(lab.simulation.now());
    lines
        .find(|line| line.item == item)
        .map_or(Money::ZERO, |line| line.charged)
}

/// Scenario 5 of the facts on EC2 and CloudWatch.
#[test]
fn an_elastic_address_survives_a_stop_and_start_and_costs_half_a_cent_an_hour_in_every_state() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let lent = public(&lab, instance).expect("one was lent");
    let (allocation, ip) = allocate(&mut lab);
    let begun = lab.simulation.now();
    let association = associate(&mut lab, &allocation, instance);
    assert!(association.starts_with("eipassoc-0"), "{association}");
    assert_ne!(lent, ip);
    assert_eq!(public(&lab, instance).as_ref(), Some(&ip));
    let shown = lab.ask("DescribeAddresses", "{}");
    assert_eq!(word(&shown, "InstanceId"), lab.id(instance));
    assert_eq!(word(&shown, "AssociationId"), association);

    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    assert_eq!(public(&lab, instance).as_ref(), Some(&ip));
    assert_eq!(lab.describe_instances()[0].public_ip_address.as_ref(), Some(&ip));
    lab.pass_secs(600);
    lab.start(instance);
    lab.wait_for(instance, Running);
    assert_eq!(public(&lab, instance).as_ref(), Some(&ip));

    lab.pass((begun + SimDuration::from_mins(120)).since(lab.simulation.now()));
    let elastic = lab.cloud().ec2.elastic_addresses().next().expect("one").0;
    assert_eq!(
        charged(&lab, Item::ElasticAddress(elastic)),
        Money::from_micro_dollars(10_000)
    );
    let lent_rate = charged(&lab, Item::PublicAddress(instance));
    lab.pass_secs(3_600);
    assert_eq!(
        charged(&lab, Item::PublicAddress(instance)),
        lent_rate,
        "charged once"
    );
}

#[test]
fn a_disassociated_instance_is_lent_a_fresh_address_and_the_account_still_pays() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let lent = public(&lab, instance);
    let (allocation, ip) = allocate(&mut lab);
    let association = associate(&mut lab, &allocation, instance);
    disassociate(&mut lab, &association);
    let fresh = public(&lab, instance).expect("a fresh one");
    assert!(fresh != ip && Some(&fresh) != lent.as_ref(), "{fresh}");
    let shown = lab.ask("DescribeAddresses", "{}");
    assert!(!shown.contains("AssociationId"), "{shown}");
    let elastic = lab.cloud().ec2.elastic_addresses().next().expect("one").0;
    let before = charged(&lab, Item::ElasticAddress(elastic));
    lab.pass_secs(3_600);
    let after = charged(&lab, Item::ElasticAddress(elastic));
    assert_eq!(
        after.less(before),
        Money::from_micro_dollars(5_000),
        "idle costs the same"
    );

    let request = format!(r#"{{"AllocationId": "{allocation}"}}"#);
    assert_eq!(lab.ask("ReleaseAddress", &request), "");
    assert_eq!(lab.ask("DescribeAddresses", "{}"), r#"{"Addresses":[]}"#);
    lab.pass_secs(3_600);
    assert_eq!(charged(&lab, Item::ElasticAddress(elastic)), after);
}

#[test]
fn a_stopped_instance_that_loses_its_elastic_address_is_lent_one_when_it_starts() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let (allocation, _) = allocate(&mut lab);
    let association = associate(&mut lab, &allocation, instance);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    disassociate(&mut lab, &association);
    assert_eq!(public(&lab, instance), None);
    lab.start(instance);
    assert!(public(&lab, instance).is_some());
}

#[test]
fn moving_an_elastic_address_moves_its_employees_without_another_word() {
    let mut lab = Lab::new();
    let instances = lab.serving(2);
    let (allocation, ip) = allocate(&mut lab);
    let first = associate(&mut lab, &allocation, instances[0]);
    lab.make(api::sandbox::ClientsInput {
        endpoint: vec![ip.clone()],
    });
    lab.traffic(5.0);
    lab.pass_secs(60);
    let answered = |lab: &Lab, place: usize| lab.cloud().ec2.stations[instances[place].index()].answered;
    assert!(answered(&lab, 0) > 200 && answered(&lab, 1) == 0);

    let second = associate(&mut lab, &allocation, instances[1]);
    assert_ne!(first, second);
    assert_eq!(public(&lab, instances[1]).as_ref(), Some(&ip));
    assert!(public(&lab, instances[0]).is_some_and(|fresh| fresh != ip));
    lab.pass_secs(1);
    let before = answered(&lab, 0);
    lab.pass_secs(60);
    assert_eq!(answered(&lab, 0), before);
    assert!(answered(&lab, 1) > 200);
    let failed = lab
        .cloud()
        .records
        .iter()
        .filter(|record| record.outcome != Outcome::Served);
    assert_eq!(failed.count(), 0, "nobody notices");
    let again = associate(&mut lab, &allocation, instances[1]);
    assert_eq!(again, second, "asked for twice, done once");
}

#[test]
fn an_unbound_address_leads_nowhere() {
    let mut lab = Lab::new();
    lab.serving(1);
    let (_, ip) = allocate(&mut lab);
    lab.make(api::sandbox::ClientsInput { endpoint: vec![ip] });
    lab.make(api::sandbox::RequestInput::default());
    lab.pass_secs(11);
    let record = lab.cloud().records.iter().last().expect("it has ended");
    assert_eq!(record.outcome, Outcome::TimedOut);
    assert!(record.blame.some().is_some(), "it names a fact");
}

#[test]
fn a_terminated_instance_leaves_its_elastic_address_to_the_account() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let (allocation, ip) = allocate(&mut lab);
    associate(&mut lab, &allocation, instance);
    lab.terminate(instance);
    lab.wait_for(instance, Terminated);
    assert_eq!(public(&lab, instance), None);
    let shown = lab.ask("DescribeAddresses", &format!(r#"{{"PublicIps": ["{ip}"]}}"#));
    assert_eq!(word(&shown, "AllocationId"), allocation);
    assert!(!shown.contains("InstanceId"), "{shown}");
}

#[test]
fn another_elastic_address_takes_the_place_of_the_first() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let ((first, _), (second, ip)) = (allocate(&mut lab), allocate(&mut lab));
    associate(&mut lab, &first, instance);
    associate(&mut lab, &second, instance);
    assert_eq!(public(&lab, instance), Some(ip));
    let bound = |index: usize| {
        let mut all = lab.cloud().ec2.elastic_addresses();
        all.nth(index)
            .is_some_and(|(_, elastic)| elastic.association.is_some())
    };
    assert_eq!((bound(0), bound(1)), (false, true));
}

#[test]
fn a_sixth_elastic_address_is_refused_until_one_is_released() {
    let mut lab = Lab::new();
    let first = allocate(&mut lab).0;
    (0..4).for_each(|_| drop(allocate(&mut lab)));
    let refusal = lab
        .call("ec2", "AllocateAddress", "{}")
        .expect_err("five is the quota");
    let message = "(AddressLimitExceeded) The maximum number of addresses has been reached.";
    assert_eq!(refusal.to_string(), message);
    lab.ask("ReleaseAddress", &format!(r#"{{"AllocationId": "{first}"}}"#));
    allocate(&mut lab);
    assert_eq!(lab.cloud().ec2.elastic_addresses().count(), 5);
    let tagged = lab.cloud().ec2.elastic_addresses().last().map(|(index, _)| index);
    assert_eq!(tagged.map(ElasticIndex::index), Some(5));
}
