//! An app that keeps what it should give back.

use cloud::app::Door;
use cloud::ec2::{Boot, InstanceIndex};
use cloud::lab::Lab;

fn slowness(lab: &Lab, instance: InstanceIndex) -> u32 {
    lab.cloud().ec2.stations[instance.index()].slowness_permille
}

fn checks(lab: &Lab, instance: InstanceIndex) -> (usize, usize) {
    lab.cloud().status_checks(instance).passed()
}

#[test]
fn a_leaking_app_gets_slower_and_is_killed_while_the_checks_are_ok() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.pass_secs(120);
    lab.fault("memory-leak", instance, None);
    let mut seen = vec![slowness(&lab, instance)];
    for wait in [449, 2, 60, 60, 28] {
        lab.pass_secs(wait);
        seen.push(slowness(&lab, instance));
    }
    assert_eq!(
        seen,
        [1_000, 1_000, 2_000, 4_000, 8_000, 8_000],
        "at 449, 451, 511, 571 and 599 s"
    );
    assert_eq!(lab.door(instance), Door::Open);
    lab.pass_secs(1);
    assert_eq!(lab.door(instance), Door::Refusing, "killed after ten minutes");
    lab.pass_secs(300);
    assert_eq!(lab.door(instance), Door::Refusing, "nothing starts it again");
    assert_eq!(checks(&lab, instance), (3, 3));
    assert!(lab.timeline().contains("instance 0 memory full\n"));
}

#[test]
fn a_restart_empties_the_memory_and_it_fills_again_while_the_fault_lasts() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.fault("memory-leak", instance, Some("30m"));
    lab.pass_secs(500);
    assert_eq!(slowness(&lab, instance), 2_000);
    lab.reboot(instance);
    lab.pass_secs(60);
    assert_eq!(
        (lab.door(instance), slowness(&lab, instance)),
        (Door::Open, 1_000)
    );
    lab.pass_secs(700);
    assert_eq!(lab.door(instance), Door::Refusing, "full again");
    lab.reboot(instance);
    lab.pass_secs(60);
    assert_eq!(lab.door(instance), Door::Open);
    lab.pass_secs(1_800);
    assert_eq!(
        lab.door(instance),
        Door::Open,
        "the app was started anew when the fault ended"
    );
    assert_eq!(slowness(&lab, instance), 1_000);
}

#[test]
fn a_leak_multiplies_with_a_slow_host() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.fault("memory-leak", instance, None);
    lab.fault("instance-slow", instance, None);
    lab.pass_secs(460);
    assert_eq!(slowness(&lab, instance), 10_000);
}

#[test]
fn two_leaks_fill_one_memory_and_the_second_goes_on_alone() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.fault("memory-leak", instance, Some("8m"));
    lab.pass_secs(60);
    lab.fault("memory-leak", instance, None);
    lab.pass_secs(400);
    assert_eq!(slowness(&lab, instance), 2_000);
    lab.pass_secs(21);
    assert_eq!(
        slowness(&lab, instance),
        1_000,
        "the first is mended, the second begins with an empty memory"
    );
    lab.pass_secs(598);
    assert_eq!(lab.door(instance), Door::Open);
    lab.pass_secs(2);
    assert_eq!(lab.door(instance), Door::Refusing);
    lab.reboot(instance);
    lab.pass_secs(60);
    assert_eq!(lab.door(instance), Door::Open);
}

#[test]
fn the_end_of_a_leak_starts_no_app_that_it_has_not_killed() {
    let mut lab = Lab::new();
    let instance = crate::scenarios::launch_with_user_data(&mut lab);
    lab.pass_secs(300);
    lab.fault("memory-leak", instance, Some("5m"));
    lab.reboot(instance);
    lab.pass_secs(60);
    assert_eq!(
        lab.instance(instance).boot,
        Boot::NoApp,
        "user data does not run again"
    );
    lab.pass_secs(300);
    assert!(lab.cloud().active_faults().next().is_none());
    assert_eq!(lab.instance(instance).boot, Boot::NoApp);
}
