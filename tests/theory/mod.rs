//! The engine against closed formulas of queueing theory.

use cloud::app::AppModel;
use cloud::lab::Lab;
use cloud::{Seed, World};
use des::SimDuration;

/// Mean service time, in seconds.
const SERVICE: f64 = 0.010;
/// Independent looks at a long run, to know how sure the mean is.
const BATCHES: usize = 40;
const BATCH_SECONDS: u64 = 400;

/// The mean response time of M/M/c by Erlang's C formula: arrivals `rate` per second, mean service `service` seconds.
fn mmc_response(rate: f64, service: f64, servers: u32) -> f64 {
    let offered = rate * service;
    let utilization = offered / f64::from(servers);
    let mut term = 1.0;
    let mut sum = 1.0;
    for k in 1..servers {
        term *= offered / f64::from(k);
        sum += term;
    }
    let last = term * offered / f64::from(servers) / (1.0 - utilization);
    let waiting = last / (sum + last);
    service + waiting * service / (f64::from(servers) * (1.0 - utilization))
}

struct Measured {
    mean: f64,
    error: f64,
    /// Mean number in the system by area, and by Little's law from rate and response time.
    in_system: f64,
    little: f64,
}

/// A station with `instance_type`'s vCPUs under textbook traffic at `utilization`.
fn measure(instance_type: &str, servers: u32, utilization: f64) -> (f64, Measured) {
    let app = AppModel::textbook(SimDuration::from_secs_f64(SERVICE));
    let mut lab = Lab::of(World {
        app,
        ..World::new(Seed(11))
    });
    full_speed(&mut lab);
    let instance = lab.launch_type(1, 'a', instance_type)[0];
    lab.give_clients(&[instance]);
    let rate = utilization * f64::from(servers) / SERVICE;
    lab.traffic(rate);
    lab.pass_secs(200); // boot, then warm up
    let batches: Vec<(f64, f64, f64)> = (0..BATCHES).map(|_| batch(&mut lab)).collect();
    (rate, summary(&batches))
}

/// The law knows no credits: instances go on at full speed when theirs are spent.
fn full_speed(lab: &mut Lab) {
    let request = r#"{"InstanceFamily": "t2", "CpuCredits": "unlimited"}"#;
    lab.ask("ModifyDefaultCreditSpecification", request);
}

/// One batch: mean response time in seconds, area over time, requests per second.
fn batch(lab: &mut Lab) -> (f64, f64, f64) {
    let station = |lab: &Lab| lab.cloud().ec2.stations[0].in_system_area(lab.simulation.now());
    let area_before = station(lab);
    let (mut responses, mut n) = (0.0, 0.0);
    for _ in 0..BATCH_SECONDS {
        let first = lab.cloud().records.end();
        lab.pass_secs(1);
        for record in lab.cloud().records.from(first) {
            responses += f64::from(record.answered - record.arrived) / 1e6;
            n += 1.0;
        }
    }
    let seconds = BATCH_SECONDS as f64;
    (
        responses / n,
        (station(lab) - area_before) as f64 / 1e6 / seconds,
        n / seconds,
    )
}

fn summary(batches: &[(f64, f64, f64)]) -> Measured {
    let n = batches.len() as f64;
    let mean = batches.iter().map(|batch| batch.0).sum::<f64>() / n;
    let variance = batches.iter().map(|batch| (batch.0 - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let in_system = batches.iter().map(|batch| batch.1).sum::<f64>() / n;
    let little = batches.iter().map(|batch| batch.0 * batch.2).sum::<f64>() / n;
    Measured {
        mean,
        error: (variance / n).sqrt(),
        in_system,
        little,
    }
}

#[track_caller]
fn check(instance_type: &str, servers: u32, utilization: f64) {
    let (rate, measured) = measure(instance_type, servers, utilization);
    let expected = mmc_response(rate, SERVICE, servers);
    // The 99 % confidence interval of Student's t with 39 degrees of freedom.
    let margin = 2.71 * measured.error;
    assert!(
        (measured.mean - expected).abs() <= margin,
        "M/M/{servers} at {utilization}: {} not {expected} ± {margin}",
        measured.mean
    );
    assert!(
        margin < 0.1 * expected,
        "the interval is too wide to mean anything: {margin} of {expected}"
    );
    let difference = (measured.in_system - measured.little).abs() / measured.little;
    assert!(
        difference < 0.01,
        "Little's law: {} in the system, {} by rate and response",
        measured.in_system,
        measured.little
    );
}

#[test]
fn one_vcpu_is_m_m_1() {
    check("t2.micro", 1, 0.5);
    check("t2.micro", 1, 0.8);
}

#[test]
fn two_vcpus_are_m_m_2() {
    check("t3.micro", 2, 0.7);
}

#[test]
fn eight_vcpus_are_m_m_8() {
    check("t2.2xlarge", 8, 0.8);
}
