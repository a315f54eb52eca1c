//! CPU utilization over the last full look: the engine keeps an area, people want a percentage.

use cloud::Cloud;
use cloud::ec2::InstanceIndex;
use des::{SimDuration, SimTime};

use crate::Percent;

/// Model time between two looks.
const LOOK_EVERY: SimDuration = SimDuration::from_secs(1);

/// What was seen of each instance.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    looked: SimTime,
    looks: Vec<Look>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Look {
    cpu_micros: u64,
    percent: Percent,
}

impl Meter {
    /// Looks again if a second of model time has passed.
    pub fn look(&mut self, cloud: &Cloud) {
        let passed = cloud.now().since(self.looked);
        if passed < LOOK_EVERY {
            return;
        }
        self.looks.resize(cloud.ec2.stations.len(), Look::default());
        for (look, station) in self.looks.iter_mut().zip(&cloud.ec2.stations) {
            let used = station.cpu_micros(cloud.now());
            let could = passed.as_micros() * u64::from(station.vcpus);
            let percent = (used.saturating_sub(look.cpu_micros) * 100 + could / 2) / could;
            *look = Look {
                cpu_micros: used,
                percent: percent.min(100) as Percent,
            };
        }
        self.looked = cloud.now();
    }

    /// CPU utilization of an instance at the last look, in percent of all its vCPUs.
    #[must_use]
    pub fn cpu(&self, index: InstanceIndex) -> Percent {
        self.looks.get(index.index()).map_or(0, |look| look.percent)
    }
}
