//! What can come next, and the one match that makes it happen.

use des::{Due, Payload};

use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::fault::FaultIndex;
use crate::workload::{FlightIndex, Lane, OfficeIndex, PauseIndex};
use crate::{arc_zonal_shift, autoscaling, cloudwatch, dynamodb, elbv2, fis};

/// What kind of event it is, as it is packed.
pub(crate) type Kind = u8;
/// Kinds that a service may number for itself, from 0.
pub(crate) const KINDS_PER_SERVICE: Kind = 16;
const ELBV2: Kind = KINDS_PER_SERVICE;
const AUTOSCALING: Kind = 2 * KINDS_PER_SERVICE;
const CLOUDWATCH: Kind = 3 * KINDS_PER_SERVICE;
const ARC_ZONAL_SHIFT: Kind = 4 * KINDS_PER_SERVICE;
const FIS: Kind = 5 * KINDS_PER_SERVICE;
const DYNAMODB: Kind = 6 * KINDS_PER_SERVICE;
const LAST: Kind = 7 * KINDS_PER_SERVICE - 1;

/// An entry of the event list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A visit begins in an office.
    Arrival(OfficeIndex),
    /// The first packet of a lane has come to its end.
    Lane(Lane),
    /// A vCPU is done with a request.
    CpuDone(FlightIndex),
    /// DynamoDB or S3 has answered.
    DependencyDone(FlightIndex),
    /// The client that waits longest may have waited too long.
    Timeout,
    /// An employee asks for the next page, or tries again.
    PauseOver(PauseIndex),
    /// An instance leaves its state.
    StateOver(InstanceIndex),
    /// An instance leaves its boot stage.
    BootOver(InstanceIndex),
    /// A fault ends by itself.
    FaultOver(FaultIndex),
    /// A fault goes on by a step.
    FaultStep(FaultIndex),
    /// EC2 looks at an instance whose host has failed.
    Recovery(InstanceIndex),
    /// Something of Elastic Load Balancing.
    Elbv2(elbv2::Event),
    /// Something of Amazon EC2 Auto Scaling.
    AutoScaling(autoscaling::Event),
    /// Something of Amazon CloudWatch.
    CloudWatch(cloudwatch::Event),
    /// Something of AWS Fault Injection Service.
    Fis(fis::Event),
    /// Something of zonal shift.
    ArcZonalShift(arc_zonal_shift::Event),
    /// Something of Amazon DynamoDB.
    DynamoDb(dynamodb::Event),
}

impl Payload for Event {
    #[inline]
    fn to_bits(self) -> u64 {
        let (kind, index): (Kind, u32) = match self {
            Self::Arrival(office) => (0, office.0.into()),
            Self::Lane(Lane::Out(office)) => (1, office.0.into()),
            Self::Lane(Lane::Back(office)) => (2, office.0.into()),
            Self::CpuDone(flight) => (3, flight.0),
            Self::DependencyDone(flight) => (4, flight.0),
            Self::Timeout => (5, 0),
            Self::PauseOver(pause) => (6, pause.0),
            Self::StateOver(instance) => (7, instance.0),
            Self::BootOver(instance) => (8, instance.0),
            Self::FaultOver(fault) => (9, fault.0),
            Self::FaultStep(fault) => (10, fault.0),
            Self::Recovery(instance) => (11, instance.0),
            Self::Elbv2(event) => of_service(ELBV2, event.pack()),
            Self::AutoScaling(event) => of_service(AUTOSCALING, event.pack()),
            Self::CloudWatch(event) => of_service(CLOUDWATCH, event.pack()),
            Self::Fis(event) => of_service(FIS, event.pack()),
            Self::ArcZonalShift(event) => of_service(ARC_ZONAL_SHIFT, event.pack()),
            Self::DynamoDb(event) => of_service(DYNAMODB, event.pack()),
        };
        (u64::from(kind) << 32) | u64::from(index)
    }

    #[inline]
    fn from_bits(bits: u64) -> Self {
        let (kind, index) = ((bits >> 32) as Kind, bits as u32);
        match kind {
            0 => Self::Arrival(OfficeIndex(index as u8)),
            1 => Self::Lane(Lane::Out(OfficeIndex(index as u8))),
            2 => Self::Lane(Lane::Back(OfficeIndex(index as u8))),
            3 => Self::CpuDone(FlightIndex(index)),
            4 => Self::DependencyDone(FlightIndex(index)),
            5 => Self::Timeout,
            6 => Self::PauseOver(PauseIndex(index)),
            _ => Self::rare(kind, index),
        }
    }
}

impl Event {
    /// What no request brings about. Apart, so that the others are unpacked where they are needed.
    #[inline(never)]
    #[allow(unreachable_code)] // a service that is not modelled yet has no events
    fn rare(kind: Kind, index: u32) -> Self {
        match kind {
            7 => Self::StateOver(InstanceIndex(index)),
            8 => Self::BootOver(InstanceIndex(index)),
            9 => Self::FaultOver(FaultIndex(index)),
            10 => Self::FaultStep(FaultIndex(index)),
            11 => Self::Recovery(InstanceIndex(index)),
            ELBV2..AUTOSCALING => Self::Elbv2(elbv2::Event::unpack(kind - ELBV2, index)),
            AUTOSCALING..CLOUDWATCH => {
                Self::AutoScaling(autoscaling::Event::unpack(kind - AUTOSCALING, index))
            }
            CLOUDWATCH..ARC_ZONAL_SHIFT => {
                Self::CloudWatch(cloudwatch::Event::unpack(kind - CLOUDWATCH, index))
            }
            ARC_ZONAL_SHIFT..FIS => {
                Self::ArcZonalShift(arc_zonal_shift::Event::unpack(kind - ARC_ZONAL_SHIFT, index))
            }
            FIS..DYNAMODB => Self::Fis(fis::Event::unpack(kind - FIS, index)),
            DYNAMODB..=LAST => Self::DynamoDb(dynamodb::Event::unpack(kind - DYNAMODB, index)),
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

fn of_service(first: Kind, (kind, index): (Kind, u32)) -> (Kind, u32) {
    debug_assert!(kind < KINDS_PER_SERVICE, "a service numbers its kinds from 0");
    (first + kind, index)
}

impl Cloud {
    /// Lets one event happen.
    pub(crate) fn happen(&mut self, due: Due<Event>) {
        self.happened += 1;
        match due.event {
            Event::Arrival(office) => self.visit_begins(office, due.ticket),
            Event::Lane(lane) => self.leave_lane(lane),
            Event::CpuDone(flight) => self.cpu_done(flight, due.ticket),
            Event::DependencyDone(flight) => self.dependency_done(flight, due.ticket),
            Event::Timeout => self.time_out(),
            Event::PauseOver(pause) => self.pause_over(pause),
            Event::StateOver(instance) => self.state_over(instance, due.ticket),
            Event::BootOver(instance) => self.boot_over(instance, due.ticket),
            _ => (self.services.event)(self, due),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_survives_packing() {
        let office = OfficeIndex(3);
        for event in [
            Event::Arrival(office),
            Event::Lane(Lane::Out(office)),
            Event::Lane(Lane::Back(office)),
            Event::CpuDone(FlightIndex(u32::MAX - 1)),
            Event::DependencyDone(FlightIndex(7)),
            Event::Timeout,
            Event::PauseOver(PauseIndex(7)),
            Event::StateOver(InstanceIndex(7)),
            Event::BootOver(InstanceIndex(7)),
            Event::FaultOver(FaultIndex(7)),
            Event::FaultStep(FaultIndex(7)),
            Event::Recovery(InstanceIndex(7)),
        ] {
            assert!(event.to_bits() >> 40 == 0);
            assert_eq!(Event::from_bits(event.to_bits()), event);
        }
    }
}
