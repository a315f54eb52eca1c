//! The fleets that were tried, taken down as the account changes.

use std::collections::BTreeSet;

use cloud::Cloud;
use cloud::ec2::InstanceState;

use crate::bill::Money;
use crate::frontier::{FleetShape, Tried, Tries};

/// Fleets that are kept.
const KEPT: usize = 40;

/// What was tried so far.
#[derive(Clone, Debug, Default)]
pub struct Trying {
    tries: Tries,
    /// Requests that had been served, and that had ended, when it was last looked at.
    counted: (u64, u64),
}

impl Trying {
    /// Counts what ended since the last look for the fleet that is there, which costs `per_hour`.
    pub fn look(&mut self, cloud: &Cloud, per_hour: Money) {
        let counts = (cloud.truth.served(), cloud.truth.ended_total());
        let (served, ended) = (
            counts.0.saturating_sub(self.counted.0),
            counts.1.saturating_sub(self.counted.1),
        );
        self.counted = counts;
        let shape = FleetShape::of(cloud);
        if ended == 0 && self.is_known(shape, per_hour) {
            return;
        }
        let mut tried = self.tries.tried.to_vec();
        let now = tried.iter().position(|one| one.shape == shape);
        let now = now.unwrap_or_else(|| {
            // The oldest gives way, as nobody looks at so many.
            if tried.len() == KEPT {
                tried.remove(0);
            }
            tried.push(Tried {
                shape,
                served: 0,
                ended: 0,
                per_hour,
            });
            tried.len() - 1
        });
        tried[now].served += served;
        tried[now].ended += ended;
        tried[now].per_hour = per_hour;
        self.tries = Tries {
            tried: tried.into(),
            now,
        };
    }

    fn is_known(&self, shape: FleetShape, per_hour: Money) -> bool {
        let now = self.tries.tried.get(self.tries.now);
        now.is_some_and(|now| now.shape == shape && now.per_hour == per_hour)
    }

    /// All of it.
    #[must_use]
    pub fn tries(&self) -> Tries {
        self.tries.clone()
    }
}

impl FleetShape {
    /// What there is now.
    #[must_use]
    pub fn of(cloud: &Cloud) -> Self {
        let groups = || cloud.autoscaling.groups().map(|(_, group)| &group.spec);
        let sizes = groups().fold((0, 0), |(least, most), spec| (least + spec.min, most + spec.max));
        let running = |state| matches!(state, InstanceState::Pending | InstanceState::Running);
        let instances = cloud
            .ec2
            .instances
            .iter()
            .filter(|instance| running(instance.state));
        let grouped = groups().flat_map(|spec| spec.zones.iter().copied());
        let zones: BTreeSet<usize> = instances
            .clone()
            .map(|instance| instance.zone)
            .chain(grouped)
            .map(cloud::region::ZoneIndex::index)
            .collect();
        let scaled = groups().next().map(|_| sizes);
        Self {
            instances: if scaled.is_some() {
                0
            } else {
                instances.count() as u32
            },
            zones: zones.len() as u32,
            balanced: cloud.elbv2.balancers().next().is_some(),
            scaled,
        }
    }
}

#[cfg(test)]
mod tests {
    use cloud::lab::Lab;

    use super::*;

    #[test]
    fn requests_are_counted_for_the_fleet_that_met_them() {
        let (mut lab, mut trying) = (Lab::new(), Trying::default());
        let instances = lab.serving(1);
        lab.give_clients(&instances);
        lab.traffic(50.0);
        trying.look(lab.cloud(), Money::from_micro_dollars(10));
        lab.pass_secs(30);
        trying.look(lab.cloud(), Money::from_micro_dollars(10));
        lab.launch(1, 'b');
        lab.pass_secs(10);
        trying.look(lab.cloud(), Money::from_micro_dollars(20));
        let tries = trying.tries();
        let shapes: Vec<(u32, u32)> = tries
            .tried
            .iter()
            .map(|one| (one.shape.instances, one.shape.zones))
            .collect();
        assert_eq!((shapes, tries.now), (vec![(1, 1), (2, 2)], 1));
        let ended: u64 = tries.tried.iter().map(|one| one.ended).sum();
        assert_eq!(ended, lab.cloud().truth.ended_total());
        assert!(tries.tried[0].ended > tries.tried[1].ended);
    }
}
