//! What other services make of what happens to instances and requests, as a table of functions.
//!
//! A program whose account has nothing but instances and employees ([`Plain`](crate::Plain), on the page's start) takes the
//! empty table: then the handlers of those services are not even compiled into it.

use des::Due;

use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::elbv2::NodeIndex;
use crate::event::Event;
use crate::fact::FactId;
use crate::workload::FlightIndex;

/// The functions.
#[derive(Debug)]
pub(crate) struct Services {
    /// A new account: who is employed, table and bucket show to whoever asks.
    pub(crate) hire: fn(&mut Cloud),
    /// An event of a service, or the end of a fault.
    pub(crate) event: fn(&mut Cloud, Due<Event>),
    /// An instance came into another state.
    pub(crate) instance_state: fn(&mut Cloud, InstanceIndex, FactId),
    /// An instance begins to run: its CPU credits count.
    pub(crate) runs: fn(&mut Cloud, InstanceIndex),
    /// It has left `running`.
    pub(crate) runs_no_more: fn(&mut Cloud, InstanceIndex),
    /// What an instance is charged for may have changed.
    pub(crate) charge: fn(&mut Cloud, InstanceIndex),
    /// Security groups, or who is in them, changed.
    pub(crate) security_groups: fn(&mut Cloud),
    /// A request arrives at a node of a load balancer.
    pub(crate) at_node: fn(&mut Cloud, FlightIndex, NodeIndex),
}

impl Services {
    /// Everything that is modelled.
    pub(crate) const ALL: Self = Self {
        hire: |cloud| {
            cloud.dynamodb.hire(cloud.seed);
            cloud.s3.hire(cloud.seed);
        },
        event: Cloud::service_happens,
        instance_state: |cloud, index, fact| {
            cloud.bill_instance(index);
            cloud.elbv2_sees_instance(index, fact);
            cloud.autoscaling_sees_instance(index, fact);
        },
        runs: Cloud::credits_begin,
        runs_no_more: Cloud::credits_end,
        charge: Cloud::bill_instance,
        security_groups: Cloud::elbv2_sees_groups,
        at_node: Cloud::at_node,
    };
    /// Nothing: no call has made a resource of theirs.
    pub(crate) const NONE: Self = Self {
        hire: |_| {},
        event: |_, _| {},
        instance_state: |_, _, _| {},
        runs: |_, _| {},
        runs_no_more: |_, _| {},
        charge: |_, _| {},
        security_groups: |_| {},
        at_node: |_, _, _| {},
    };
}

impl Cloud {
    /// Lets an event of a service happen.
    fn service_happens(&mut self, due: Due<Event>) {
        match due.event {
            Event::FaultOver(fault) => self.fault_over(fault, due.ticket),
            Event::FaultStep(fault) => self.fault_steps(fault, due.ticket),
            Event::Recovery(instance) => self.recovery_due(instance, due.ticket),
            Event::Elbv2(event) => self.elbv2_happens(event, due.ticket),
            Event::AutoScaling(event) => self.autoscaling_happens(event, due.ticket),
            Event::CloudWatch(event) => self.cloudwatch_happens(event, due.ticket),
            Event::Fis(event) => self.fis_happens(event, due.ticket),
            Event::ArcZonalShift(event) => self.arc_zonal_shift_happens(event),
            Event::DynamoDb(event) => self.dynamodb_happens(event, due.ticket),
            other => unreachable!("{other:?} is no service's"),
        }
    }
}
