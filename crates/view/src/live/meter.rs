//! CPU utilization over the last full look: the engine keeps an area, people want a percentage.

use cloud::Cloud;
use cloud::ec2::InstanceIndex;
use des::{SimDuration, SimTime};

use crate::Percent;

/// Model time between two looks.
const LOOK_EVERY: SimDuration = SimDuration::from_secs(1);
/// The same for the first two, so that there is something to show soon even where time is slow.
const FIRST_LOOK: SimDuration = SimDuration::from_millis(200);

/// What was seen of each instance.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    looked: Option<SimTime>,
    looks: Vec<Look>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Look {
    cpu_micros: u64,
    percent: Option<Percent>,
}

impl Meter {
    /// Looks again if a second of model time has passed.
    pub fn look(&mut self, cloud: &Cloud) {
        let now = cloud.now();
        let passed = self.looked.map(|looked| now.since(looked));
        let has_told = self.looks.iter().any(|look| look.percent.is_some());
        let wait = if has_told { LOOK_EVERY } else { FIRST_LOOK };
        if passed.is_some_and(|passed| passed < wait) {
            return;
        }
        self.looks.resize(cloud.ec2.stations.len(), Look::default());
        for ((look, station), index) in self
            .looks
            .iter_mut()
            .zip(&cloud.ec2.stations)
            .zip(cloud.ec2.indexes())
        {
            let used = cloud.cpu_used_micros(index);
            let percent = |passed| share(used.saturating_sub(look.cpu_micros), passed, station.vcpus);
            *look = Look {
                percent: passed.map(percent),
                cpu_micros: used,
            };
        }
        self.looked = Some(now);
    }

    /// CPU utilization of an instance at the last look, in percent of all its vCPUs; none before there were two looks.
    #[must_use]
    pub fn cpu(&self, index: InstanceIndex) -> Option<Percent> {
        self.looks.get(index.index())?.percent
    }
}

/// What share of `vcpus` over `passed` the CPU time `used` is, in percent.
fn share(used: u64, passed: SimDuration, vcpus: u32) -> Percent {
    let could = passed.as_micros() * u64::from(vcpus);
    let percent = (used * 100 + could / 2) / could;
    percent.min(100) as Percent
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn a_meter_tells_the_time_since_its_last_look_and_nothing_before() {
        let mut lab = Lab::new();
        let instance = lab.serving(1)[0];
        let mut meter = Meter::default();
        meter.look(lab.cloud());
        assert_eq!(meter.cpu(instance), None, "one look tells no rate");
        lab.pass_secs(5);
        meter.look(lab.cloud());
        assert_eq!(meter.cpu(instance), Some(0), "nobody asks");
        lab.traffic(100.0);
        lab.pass_secs(5);
        meter.look(lab.cloud());
        assert!(meter.cpu(instance).is_some_and(|percent| percent > 10));
    }
}
