//! From an instance's state to what a request meets at its port 80.

use crate::Cloud;
use crate::app::Door;
use crate::ec2::{Boot, Instance, InstanceIndex, SecurityGroup};
use crate::fact::FactId;

/// The port that the employee directory listens on.
pub const HTTP_PORT: u16 = 80;

impl Cloud {
    /// Sets the door of an instance's station to what its state makes it; `cause` is remembered if that is a change.
    pub(crate) fn settle_door(&mut self, index: InstanceIndex, cause: FactId) {
        let inner = self.inner_door_of(index);
        let instance = &self.ec2.instances[index.index()];
        let door = if self.lets_clients_in(instance) {
            inner
        } else {
            Door::Silent
        };
        let station = &mut self.ec2.stations[index.index()];
        if (station.door, station.inner) == (door, inner) {
            return;
        }
        let hung_before = station.inner == Door::Hung;
        (station.door, station.inner, station.blame) = (door, inner, cause);
        self.note_uptime(index);
        if hung_before && inner == Door::Open {
            self.unstick(index);
        }
    }

    /// What someone meets whom the security groups let in.
    fn inner_door_of(&self, index: InstanceIndex) -> Door {
        let instance = &self.ec2.instances[index.index()];
        let reachable = instance.os_answers() && !self.zone_is_dark(index);
        match instance.boot {
            _ if !reachable => Door::Silent,
            Boot::AppUp if self.app_hangs(index) => Door::Hung,
            Boot::AppUp => Door::Open,
            _ => Door::Refusing,
        }
    }

    fn lets_clients_in(&self, instance: &Instance) -> bool {
        let group = |&index: &crate::ec2::SecurityGroupIndex| -> &SecurityGroup {
            &self.ec2.security_groups[index.index()]
        };
        instance
            .groups
            .iter()
            .map(group)
            .any(|group| group.lets_internet_reach(HTTP_PORT))
    }
}
