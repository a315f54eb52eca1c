//! What breaks in a whole zone.

use des::SimTime;

use crate::Cloud;
use crate::ec2::{Boot, InstanceIndex, InstanceState};
use crate::fact::{FactId, What};
use crate::region::ZoneIndex;

impl Cloud {
    /// Whether the zone of `index` has no power.
    pub(crate) fn zone_is_dark(&self, index: InstanceIndex) -> bool {
        self.dark_since(self.ec2.instances[index.index()].zone).is_some()
    }

    /// Since when a zone has had no power, if it has none.
    #[must_use]
    pub fn dark_since(&self, zone: ZoneIndex) -> Option<SimTime> {
        self.network.zone(zone).dark.map(|(since, _)| since)
    }

    /// Since when nobody from outside reaches anything in a zone, and the fact of that, if that is so: it has no power, or
    /// its subnet is cut off.
    pub(crate) fn cut_off(&self, zone: ZoneIndex) -> Option<(SimTime, FactId)> {
        let network = self.network.zone(zone);
        network.dark.or(network.cut)
    }

    pub(super) fn darken(&mut self, zone: ZoneIndex, cause: FactId) {
        let cause = self.facts.note(self.now, cause, What::ZoneDark(zone));
        self.settle_network();
        self.elbv2_sees_zone(cause);
        for index in self.ec2.in_zone(zone) {
            if self.ec2.instances[index.index()].boot != Boot::Off {
                self.stop_software(index, false, cause);
            }
        }
    }

    pub(super) fn light(&mut self, zone: ZoneIndex, cause: FactId) {
        self.settle_network();
        if self.dark_since(zone).is_some() {
            return; // another outage of the same zone goes on
        }
        let cause = self.facts.note(self.now, cause, What::ZoneLit(zone));
        self.elbv2_sees_zone(cause);
        self.autoscaling_sees_room(zone, cause);
        for index in self.ec2.in_zone(zone) {
            if self.ec2.instances[index.index()].state == InstanceState::Running {
                self.cure(index, cause, false);
                let instance = &mut self.ec2.instances[index.index()];
                instance.cause = cause;
                instance.crashed_since = None;
                self.start_software(index);
            }
        }
    }

    /// The subnet of a zone was cut off or connected again.
    pub(super) fn change_connection(&mut self, cause: FactId) {
        self.settle_network();
        self.elbv2_sees_zone(cause);
    }
}
