//! What an instance, its root volume and its address are charged for, by its state.

use super::{Item, Rate, prices};
use crate::Cloud;
use crate::ec2::{Instance, InstanceIndex, InstanceState};

impl Cloud {
    /// Sets the meters of an instance to what its state makes them.
    pub(crate) fn bill_instance(&mut self, index: InstanceIndex) {
        let (now, instance) = (self.now, &self.ec2.instances[index.index()]);
        let rates = [
            (Item::Instance(index), compute(instance)),
            (Item::RootVolume(index), volume(instance)),
            (Item::PublicAddress(index), self.address_rate(index)),
            (Item::DetailedMonitoring(index), monitoring(instance)),
        ];
        for (item, rate) in rates {
            self.bill.set(item, now, rate);
        }
        let instance = &self.ec2.instances[index.index()];
        let surplus = instance.credits.price(instance.instance_type);
        self.bill.used_up_to(Item::SurplusCredits(index), surplus);
    }

    /// An Elastic IP address has a meter of its own.
    fn address_rate(&self, index: InstanceIndex) -> Option<Rate> {
        let lent = self.ec2.elastic_of(index).is_none();
        let address = self.ec2.instances[index.index()].public_address;
        address.filter(|_| lent).map(|_| prices::PUBLIC_IPV4)
    }
}

/// Only running instances are charged. Source: EC2 User Guide, "Instance lifecycle".
fn compute(instance: &Instance) -> Option<Rate> {
    let price = instance.instance_type.price_micro_dollars;
    (instance.state == InstanceState::Running).then(|| Rate::micro_dollars_per_hour(price.into()))
}

fn volume(instance: &Instance) -> Option<Rate> {
    (instance.state != InstanceState::Terminated).then_some(prices::ROOT_VOLUME)
}

/// Only while there are metrics: a stopped instance has none.
fn monitoring(instance: &Instance) -> Option<Rate> {
    let watched = instance.detailed_monitoring && instance.state == InstanceState::Running;
    watched.then_some(prices::DETAILED_MONITORING)
}
