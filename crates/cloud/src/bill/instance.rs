//! What an instance, its root volume and its address are charged for, by its state.

use super::{Item, Rate, Standing, prices};
use crate::Cloud;
use crate::ec2::{Instance, InstanceIndex, InstanceState};

impl Cloud {
    /// Sets the meters of an instance to what its state makes them.
    pub(crate) fn bill_instance(&mut self, index: InstanceIndex) {
        let (now, instance) = (self.now, &self.ec2.instances[index.index()]);
        let standing = [
            (Item::Instance(index), compute(instance)),
            (Item::RootVolume(index), volume(instance)),
            (Item::PublicAddress(index), self.address_rate(index)),
            (Item::DetailedMonitoring(index), monitoring(instance)),
        ];
        for (item, standing) in standing {
            self.bill.set_many(item, now, standing);
        }
        let instance = &self.ec2.instances[index.index()];
        let (vcpu_hours, price) = instance.credits.price(instance.instance_type);
        self.bill
            .used_up_to(Item::SurplusCredits(index), vcpu_hours, price);
    }

    /// An Elastic IP address has a meter of its own.
    fn address_rate(&self, index: InstanceIndex) -> Option<Standing> {
        let lent = self.ec2.elastic_of(index).is_none();
        let address = self.ec2.instances[index.index()].public_address;
        address
            .filter(|_| lent)
            .map(|_| Standing::one(prices::PUBLIC_IPV4))
    }
}

/// Only running instances are charged. Source: EC2 User Guide, "Instance lifecycle".
fn compute(instance: &Instance) -> Option<Standing> {
    let price = instance.instance_type.price_micro_dollars;
    (instance.state == InstanceState::Running)
        .then(|| Standing::one(Rate::micro_dollars_per_hour(price.into())))
}

fn volume(instance: &Instance) -> Option<Standing> {
    (instance.state != InstanceState::Terminated).then_some(prices::ROOT_VOLUME_GB)
}

/// Only while there are metrics: a stopped instance has none.
fn monitoring(instance: &Instance) -> Option<Standing> {
    let watched = instance.detailed_monitoring && instance.state == InstanceState::Running;
    watched.then_some(prices::DETAILED_MONITORING)
}
