//! The measured piece of work: 100,000 requests over their whole path (employee, instance, DynamoDB or S3, and back)
//! through a fleet of golden t3.micro instances in three zones. The fleet runs on and on, as it does in the page: a copy of
//! it at rest is over 100 MB at 4,096 instances, and making one would cost as much as the work.

mod behind;
#[cfg(not(target_arch = "wasm32"))]
pub mod floor;

use cloud::lab::Lab;
use cloud::{Seed, World};
use des::SimDuration;
use wasm_bindgen::prelude::wasm_bindgen;

pub use behind::{Behind, day};

/// Requests in one piece of work, on average: a fixed span of model time holds them, and arrivals are random.
pub const REQUESTS: f64 = 100_000.0;
/// What an instance gets, in requests per second: busy, but not overloaded.
const RATE_PER_INSTANCE: f64 = 90.0;
/// Until every application is up.
const BOOT_S: u64 = 60;
/// Until the traffic has become steady.
const WARM_UP_S: u64 = 30;

/// A fleet in steady traffic.
#[wasm_bindgen]
pub struct Fleet {
    lab: Lab,
    /// The model time in which [`REQUESTS`] arrive.
    span: SimDuration,
}

#[wasm_bindgen]
impl Fleet {
    /// A fleet of `instances`, booted and under traffic.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(instances: u32) -> Self {
        Self::under(instances, RATE_PER_INSTANCE)
    }

    /// The same under other traffic: `rate` requests per second for each instance.
    #[must_use]
    pub fn under(instances: u32, rate: f64) -> Self {
        let mut world = World::new(Seed(1));
        world.vcpu_quota = u32::MAX;
        let mut lab = Lab::of(world);
        let shares = ('a'..='c')
            .zip(0..)
            .map(|(zone, at)| (zone, share(instances, at)));
        let shares = shares.filter(|(_, share)| *share > 0);
        let fleet: Vec<_> = shares.flat_map(|(zone, share)| lab.launch(share, zone)).collect();
        lab.give_clients(&fleet);
        lab.pass_secs(BOOT_S);
        let rate = rate * f64::from(instances);
        lab.traffic(rate);
        lab.pass_secs(WARM_UP_S);
        Self {
            lab,
            span: SimDuration::from_secs_f64(REQUESTS / rate),
        }
    }

    /// Does the next piece of work; gives the number of requests that ended in it.
    pub fn run(&mut self) -> f64 {
        work(&mut self.lab, self.span)
    }

    /// Lets an hour go by, to see what a long run leaves behind; gives the requests that ever ended.
    pub fn pass_hour(&mut self) -> f64 {
        self.lab.pass_secs(3_600);
        ended(&self.lab) as f64
    }
}

/// How many instances stand in the zone `at` of three.
fn share(instances: u32, at: u32) -> u32 {
    instances / 3 + u32::from(at < instances % 3)
}

/// Lets `span` go by; gives the number of requests that ended in it.
fn work(lab: &mut Lab, span: SimDuration) -> f64 {
    let before = ended(lab);
    lab.pass(span);
    (ended(lab) - before) as f64
}

fn ended(lab: &Lab) -> u64 {
    lab.cloud().truth.ended_total()
}
