//! What the account holds and the picture has no place for.

use std::rc::Rc;

use des::SimTime;

use crate::ServiceKind;

/// One thing that the account holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Holding {
    /// vCPUs that run, of those that may.
    Quota {
        /// Running and pending.
        used: u32,
        /// At most.
        quota: u32,
    },
    /// A mail that would have been sent.
    Mail {
        /// When.
        at: SimTime,
        /// To whom.
        to: Rc<str>,
        /// What it is about.
        subject: Rc<str>,
    },
    /// An SNS topic.
    Topic {
        /// Its name.
        name: Rc<str>,
        /// Who reads it, and whether that is confirmed.
        readers: Rc<[(Rc<str>, bool)]>,
    },
    /// A FIS experiment.
    Experiment {
        /// Its id.
        id: Rc<str>,
        /// What it is for.
        description: Rc<str>,
        /// How far it is, in AWS's word.
        status: &'static str,
    },
    /// A zonal shift that is on.
    Shift {
        /// Of what.
        resource: Rc<str>,
        /// Away from which zone.
        zone: Rc<str>,
        /// When it ends by itself.
        expiry: SimTime,
    },
    /// A security group.
    SecurityGroup {
        /// Its name.
        name: Rc<str>,
        /// What it lets in.
        rules: Rc<[InboundRule]>,
    },
    /// A launch template.
    LaunchTemplate {
        /// Its name.
        name: Rc<str>,
        /// The version that holds when none is said, and the newest.
        versions: (u32, u32),
        /// The type that the default version says, if it says one.
        instance_type: Option<Rc<str>>,
    },
    /// An Elastic IP address.
    ElasticAddress {
        /// The address.
        address: Rc<str>,
        /// The instance that has it.
        instance: Option<Rc<str>>,
    },
    /// A gateway VPC endpoint.
    Endpoint {
        /// Its id.
        id: Rc<str>,
        /// Where it leads.
        service: ServiceKind,
        /// Whether the main route table leads to it.
        routed: bool,
    },
    /// A scaling policy.
    Policy {
        /// Of which group.
        group: Rc<str>,
        /// Its name.
        name: Rc<str>,
        /// What it does.
        kind: PolicyKind,
        /// Whether it acts.
        enabled: bool,
    },
    /// A scheduled action.
    Scheduled {
        /// Of which group.
        group: Rc<str>,
        /// Its name.
        name: Rc<str>,
        /// When it runs next, if it does.
        next: Option<SimTime>,
        /// When it recurs, as it was written.
        recurrence: Option<Rc<str>>,
        /// What it makes of min, desired and max.
        sizes: [Option<u32>; 3],
    },
    /// A lifecycle hook.
    Hook {
        /// Of which group.
        group: Rc<str>,
        /// Its name.
        name: Rc<str>,
        /// Whether it holds new instances, else those that go.
        launching: bool,
        /// Seconds until it gives up.
        heartbeat_s: u64,
    },
}

/// What a security group lets in.
#[derive(Clone, Debug, PartialEq)]
pub struct InboundRule {
    /// The protocol, in AWS's word.
    pub protocol: &'static str,
    /// First and last port; -1 for any.
    pub ports: (i32, i32),
    /// From where: a block of addresses, or a security group.
    pub source: Rc<str>,
}

/// What a scaling policy does.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyKind {
    /// One adjustment, then a pause.
    Simple,
    /// So many steps.
    Step(usize),
    /// Holds a metric at a value.
    Target(Rc<str>, f64),
}

/// What the picture does not say of an instance.
#[derive(Clone, Debug, PartialEq)]
pub struct InstanceDetail {
    /// Its private address.
    pub private_address: Rc<str>,
    /// Its security groups, by name.
    pub security_groups: Rc<[Rc<str>]>,
    /// Whether it has the role of the directory.
    pub has_role: bool,
    /// Of a burstable type: its CPU credits, and how fast it works in percent.
    pub credits: Option<(u64, u32)>,
}
