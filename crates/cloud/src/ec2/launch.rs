//! Placing new instances: what `RunInstances` does once it has been checked.

use std::net::Ipv4Addr;

use des::{SimTime, Ticket};

use crate::Cloud;
use crate::app::Station;
use crate::ec2::instance::{Boot, Instance, InstanceIndex, InstanceState, StateReason};
use crate::ec2::{CreditMode, Credits, Image, InstanceType, SecurityGroupIndex, defaults, subnet_block};
use crate::fact::FactId;
use crate::ids::{IdOf, id};
use crate::region::ZoneIndex;

/// A launch that has been checked and fits.
#[derive(Clone, Debug)]
pub(crate) struct Launch {
    pub(crate) image: &'static Image,
    pub(crate) instance_type: &'static InstanceType,
    pub(crate) zone: ZoneIndex,
    pub(crate) count: u32,
    pub(crate) groups: Vec<SecurityGroupIndex>,
    pub(crate) user_data: Option<String>,
    pub(crate) termination_protection: bool,
    pub(crate) stop_protection: bool,
    pub(crate) auto_recovery: bool,
    pub(crate) credit_mode: CreditMode,
    pub(crate) detailed_monitoring: bool,
    pub(crate) wants_public_address: bool,
    /// Whether it names the account's instance profile.
    pub(crate) has_profile: bool,
    pub(crate) tags: Vec<(String, String)>,
}

impl Cloud {
    /// Launches; returns the new instances in order.
    pub(crate) fn launch(&mut self, launch: &Launch, cause: FactId) -> Vec<InstanceIndex> {
        self.arm_metrics();
        let reservation = id(self.seed, IdOf::Reservation, self.ec2.reservations);
        self.ec2.reservations += 1;
        (0..launch.count)
            .map(|place| self.launch_one(launch, place, &reservation, cause))
            .collect()
    }

    fn launch_one(&mut self, launch: &Launch, place: u32, reservation: &str, cause: FactId) -> InstanceIndex {
        let mut newest_first = self.ec2.instances.iter().rev();
        let before = newest_first.find(|instance| instance.zone == launch.zone);
        let ordinal = before.map_or(0, |instance| instance.ordinal + 1);
        let instance = Instance {
            id: id(
                self.seed,
                IdOf::Instance,
                (u64::from(launch.zone.0) << 32) | u64::from(ordinal),
            ),
            reservation: reservation.to_owned(),
            launch_index: place,
            image: launch.image,
            instance_type: launch.instance_type,
            zone: launch.zone,
            ordinal,
            state: InstanceState::Pending,
            state_reason: StateReason::Pending,
            state_since: self.now,
            state_until: SimTime::NEVER,
            launched_at: self.now,
            starts: 0,
            boot: Boot::Off,
            boot_since: self.now,
            boot_until: SimTime::NEVER,
            boots: 0,
            crashed_since: None,
            host_failed_since: None,
            auto_recovery: launch.auto_recovery,
            recoveries: Vec::new(),
            credits: Credits::new(launch.credit_mode),
            download_blocked: false,
            private_ip: self.free_private_ip(launch.zone, ordinal),
            public_address: None,
            wants_public_address: launch.wants_public_address,
            groups: launch.groups.clone(),
            user_data: launch.user_data.clone(),
            termination_protection: launch.termination_protection,
            stop_protection: launch.stop_protection,
            detailed_monitoring: launch.detailed_monitoring,
            tags: launch.tags.clone(),
            cause,
            state_ticket: Ticket::NONE,
            boot_ticket: Ticket::NONE,
            recovery_ticket: Ticket::NONE,
        };
        let index = InstanceIndex(u32::try_from(self.ec2.instances.len()).expect("fewer than 2³² instances"));
        self.ec2.instances.push(instance);
        self.ec2
            .stations
            .push(self.station_for(launch.zone, launch.instance_type));
        if launch.has_profile {
            self.give_profile(index);
        }
        self.power_on(index, cause);
        index
    }

    /// An empty station with the vCPUs of the type and the app's workers.
    pub(crate) fn station_for(&self, zone: ZoneIndex, instance_type: &InstanceType) -> Station {
        Station::new(
            zone,
            instance_type.vcpus * self.app.workers_per_vcpu,
            instance_type.vcpus,
        )
    }

    /// The first address of the subnet from the ordinal on that no living instance has. AWS keeps the first four and the
    /// last for itself.
    fn free_private_ip(&self, zone: ZoneIndex, ordinal: u32) -> Ipv4Addr {
        let (base, _) = subnet_block(zone);
        let mut candidates = (0..defaults::SUBNET_ADDRESSES).map(|step| {
            let host = 4 + (ordinal + step) % defaults::SUBNET_ADDRESSES;
            Ipv4Addr::from(u32::from(base) + host)
        });
        let is_free = |ip: &Ipv4Addr| {
            let mut living = self.ec2.living();
            !living.any(|index| self.ec2.instances[index.index()].private_ip == *ip)
        };
        candidates
            .find(is_free)
            .expect("callers check that the subnet has room")
    }
}
