//! An instance in the words of EC2's API.

use api::Timestamp;
use api::ec2 as shape;

use crate::Cloud;
use crate::ec2::profile::profile_to_api;
use crate::ec2::{Instance, InstanceIndex, InstanceState, StateReason, defaults, tag};

impl InstanceState {
    /// Code and name, as the API gives them.
    pub(crate) fn to_api(self) -> shape::InstanceState {
        shape::InstanceState {
            code: Some(self.code()),
            name: Some(self.name().to_owned()),
        }
    }
}

impl Cloud {
    /// The instance as `DescribeInstances` shows it.
    pub(crate) fn describe_instance(&self, index: InstanceIndex) -> shape::Instance {
        let instance = &self.ec2.instances[index.index()];
        let text = |text: &str| Some(text.to_owned());
        let alive = instance.state != InstanceState::Terminated;
        shape::Instance {
            architecture: text(instance.image.architecture()),
            hypervisor: text("xen"),
            iam_instance_profile: self.ec2.profile_of(index).map(|_| profile_to_api()),
            root_device_name: text("/dev/xvda"),
            root_device_type: text("ebs"),
            security_groups: if alive {
                self.group_identifiers(instance)
            } else {
                Vec::new()
            },
            state_reason: state_reason(instance),
            tags: tag::to_api(&instance.tags),
            virtualization_type: text("hvm"),
            cpu_options: Some(cpu_options(instance)),
            platform_details: text("Linux/UNIX"),
            maintenance_options: Some(shape::InstanceMaintenanceOptions {
                auto_recovery: text(auto_recovery_name(instance.auto_recovery)),
            }),
            instance_id: Some(instance.id.clone()),
            image_id: text(instance.image.id),
            state: Some(instance.state.to_api()),
            private_dns_name: Some(if alive {
                self.private_dns_name(instance)
            } else {
                String::new()
            }),
            public_dns_name: Some(self.public_dns_name(instance)),
            state_transition_reason: Some(transition_reason(instance)),
            ami_launch_index: Some(instance.launch_index.into()),
            instance_type: text(instance.instance_type.name),
            launch_time: Some(Timestamp::of(instance.launched_at)),
            placement: Some(self.placement(instance)),
            monitoring: Some(monitoring(instance)),
            subnet_id: alive.then(|| self.ec2.subnet_ids[instance.zone.index()].clone()),
            vpc_id: alive.then(|| self.ec2.vpc_id.clone()),
            private_ip_address: alive.then(|| instance.private_ip.to_string()),
            public_ip_address: instance.public_ip().map(|ip| ip.to_string()),
        }
    }

    /// The name that resolves to the instance's public address; empty while it has none.
    #[must_use]
    pub fn public_dns_name(&self, instance: &Instance) -> String {
        let name = |ip: std::net::Ipv4Addr| format!("ec2-{}.{}", dashed(ip), self.region.public_domain);
        instance.public_ip().map(name).unwrap_or_default()
    }

    /// The name of a resource of EC2 among all resources of AWS.
    pub(crate) fn arn(&self, kind: &str, id: &str) -> String {
        format!(
            "arn:aws:ec2:{}:{}:{kind}/{id}",
            self.region.name,
            defaults::ACCOUNT_ID
        )
    }

    /// Why and when a user last stopped or terminated the instance, in EC2's words; empty if nobody did.
    #[must_use]
    pub fn state_transition_reason(&self, index: InstanceIndex) -> String {
        transition_reason(&self.ec2.instances[index.index()])
    }

    pub(crate) fn private_dns_name(&self, instance: &Instance) -> String {
        format!(
            "ip-{}.{}",
            dashed(instance.private_ip),
            self.region.private_domain
        )
    }

    fn placement(&self, instance: &Instance) -> shape::Placement {
        let zone = self.region.zone(instance.zone);
        shape::Placement {
            availability_zone_id: Some(zone.id.to_owned()),
            tenancy: Some("default".to_owned()),
            availability_zone: Some(zone.name.to_owned()),
        }
    }

    pub(crate) fn group_identifiers(&self, instance: &Instance) -> Vec<shape::GroupIdentifier> {
        let identifier = |index: &crate::ec2::SecurityGroupIndex| {
            let group = &self.ec2.security_groups[index.index()];
            shape::GroupIdentifier {
                group_id: Some(group.id.clone()),
                group_name: Some(group.name.clone()),
            }
        };
        instance.groups.iter().map(identifier).collect()
    }
}

/// AWS's word for whether EC2 moves an instance whose host fails.
pub(crate) const fn auto_recovery_name(auto_recovery: bool) -> &'static str {
    if auto_recovery { "default" } else { "disabled" }
}

fn dashed(ip: std::net::Ipv4Addr) -> String {
    ip.to_string().replace('.', "-")
}

/// How closely CloudWatch watches an instance. Simplified: a change holds at once.
pub(crate) fn monitoring(instance: &Instance) -> shape::Monitoring {
    let state = if instance.detailed_monitoring {
        "enabled"
    } else {
        "disabled"
    };
    shape::Monitoring {
        state: Some(state.to_owned()),
    }
}

fn cpu_options(instance: &Instance) -> shape::CpuOptions {
    shape::CpuOptions {
        core_count: Some(instance.instance_type.cores().into()),
        threads_per_core: Some(instance.instance_type.threads_per_core().into()),
    }
}

fn state_reason(instance: &Instance) -> Option<shape::StateReason> {
    let reason = |code: &str, message: &str| {
        Some(shape::StateReason {
            code: Some(code.to_owned()),
            message: Some(message.to_owned()),
        })
    };
    match instance.state_reason {
        StateReason::None => None,
        StateReason::Pending => reason("pending", "pending"),
        StateReason::UserInitiated(_) => reason(
            "Client.UserInitiatedShutdown",
            "Client.UserInitiatedShutdown: User initiated shutdown",
        ),
    }
}

fn transition_reason(instance: &Instance) -> String {
    match instance.state_reason {
        StateReason::UserInitiated(at) => {
            let time = Timestamp::of(at).to_string();
            format!("User initiated ({} {} GMT)", &time[..10], &time[11..19])
        }
        StateReason::None | StateReason::Pending => String::new(),
    }
}
