//! What stands around the instances: load balancers, target groups, Auto Scaling groups, alarms.

use std::rc::Rc;

use des::SimTime;

use crate::flight::Place;
use crate::request::RequestRef;
use crate::trouble::{Trouble, TroublePlace};

/// All that the account has besides instances. Its load balancers' nodes stand in their zones.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    /// Load balancers, oldest first.
    pub balancers: Rc<[Balancer]>,
    /// Target groups, oldest first.
    pub target_groups: Rc<[TargetGroup]>,
    /// Auto Scaling groups, oldest first.
    pub groups: Rc<[Group]>,
    /// Alarms, oldest first.
    pub alarms: Rc<[Alarm]>,
    /// What is broken, oldest first.
    pub troubles: Rc<[Trouble]>,
}

/// What can be looked at closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An instance, an office, a service, or a load balancer's node.
    Place(Place),
    /// The Region: what the account holds and the picture has no place for.
    Region,
    /// An Availability Zone, by its place in the picture.
    Zone(u16),
    /// The load balancer with this index in the account.
    Balancer(u32),
    /// A target group, likewise.
    TargetGroup(u32),
    /// An Auto Scaling group, likewise.
    Group(u32),
    /// All alarms.
    Alarms,
    /// The alarm with this index in the account.
    Alarm(u32),
    /// What the account costs and promises.
    Bill,
    /// A request.
    Request(RequestRef),
}

/// A load balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct Balancer {
    /// Its index in the account; never given twice.
    pub index: u32,
    /// Its name.
    pub name: Rc<str>,
    /// The name that resolves to its nodes.
    pub dns_name: Rc<str>,
    /// Whether it is active, or still provisioned.
    pub active: bool,
    /// Since when.
    pub since: SimTime,
    /// Whether it has addresses on the internet.
    pub internet_facing: bool,
    /// True while employees hold its name.
    pub addressed: bool,
    /// What it listens to, oldest first.
    pub listeners: Rc<[Listener]>,
}

/// A listener of a load balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct Listener {
    /// Its port.
    pub port: u16,
    /// Its rules in the order in which they are asked; the last one is the default.
    pub rules: Rc<[Rule]>,
}

/// A rule of a listener.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The lowest is asked first; none for the default.
    pub priority: Option<u32>,
    /// What must hold, each as AWS's field and its patterns.
    pub conditions: Rc<[(Field, Rc<str>)]>,
    /// What is done.
    pub deed: Deed,
}

/// What a condition looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The path.
    Path,
    /// The host.
    Host,
    /// The method.
    Method,
}

/// What is done with a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// It goes to one of these groups, by weight.
    Forward(Rc<[(Rc<str>, u32)]>),
    /// The client is sent elsewhere.
    Redirect,
    /// The load balancer answers itself, with this code.
    Fixed(u16),
}

/// A load balancer's part in one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its index in the account; never given twice.
    pub index: u32,
    /// Its load balancer, by index in the account.
    pub balancer: u32,
    /// Its address.
    pub address: Rc<str>,
    /// Whether DNS answers with it.
    pub in_dns: bool,
    /// Targets that are healthy to it, of those that it may send to.
    pub healthy: u32,
    /// Targets that it may send to.
    pub registered: u32,
    /// Requests that failed here since the beginning.
    pub failed: u64,
}

/// A target group.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetGroup {
    /// Its index in the account; never given twice.
    pub index: u32,
    /// Its name.
    pub name: Rc<str>,
    /// The load balancer that forwards to it, by index in the account.
    pub balancer: Option<u32>,
    /// The port of its targets.
    pub port: u16,
    /// How it checks them.
    pub check: HealthCheck,
    /// Its targets, in the order of registration.
    pub targets: Rc<[Target]>,
}

/// How targets are checked.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthCheck {
    /// The path that is asked for.
    pub path: Rc<str>,
    /// From one check to the next, in seconds.
    pub interval_s: u32,
    /// How long a check waits for an answer, in seconds.
    pub timeout_s: u32,
    /// Passed checks in a row that make a target healthy.
    pub healthy_threshold: u32,
    /// Failed checks in a row that make it unhealthy.
    pub unhealthy_threshold: u32,
}

/// A registration of an instance in a target group.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The instance, by index in the account.
    pub instance: u32,
    /// Its port.
    pub port: u16,
    /// What is believed of it.
    pub belief: Belief,
}

/// What a load balancer believes of an instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// In the target group with this index in the account.
    pub group: u32,
    /// In AWS's word.
    pub health: Health,
    /// AWS's code for the reason; none if it is healthy.
    pub reason: Option<Rc<str>>,
    /// The same in AWS's sentence.
    pub description: Option<Rc<str>>,
    /// Since when.
    pub since: SimTime,
    /// Checks in a row that say otherwise, at the node that has most of them.
    pub against: u32,
    /// How many of them it takes.
    pub needed: u32,
    /// When its draining is over.
    pub until: Option<SimTime>,
}

/// The health of a target, as AWS shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// No check has decided yet.
    Initial,
    /// It gets requests.
    Healthy,
    /// It gets none, unless too few are healthy.
    Unhealthy,
    /// It was deregistered and may go on with what it has.
    Draining,
    /// It is not checked and gets nothing.
    Unused,
}

/// An Auto Scaling group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its index in the account; never given twice.
    pub index: u32,
    /// Its name.
    pub name: Rc<str>,
    /// The least instances.
    pub min: u32,
    /// As many as it should have.
    pub desired: u32,
    /// The most instances.
    pub max: u32,
    /// Its zones, by their place in the picture.
    pub zones: Rc<[u16]>,
    /// Instances in service.
    pub in_service: u32,
    /// Its instances, oldest first.
    pub members: Rc<[Member]>,
    /// The newest things that it did, newest first.
    pub activities: Rc<[Activity]>,
    /// The latest instance refresh, if there ever was one.
    pub refresh: Option<Refresh>,
    /// Processes that it does not do at the moment, by name.
    pub suspended: Rc<[Rc<str>]>,
}

/// An instance refresh.
#[derive(Clone, Debug, PartialEq)]
pub struct Refresh {
    /// How far it is, in AWS's word.
    pub status: &'static str,
    /// How many instances are replaced, in percent.
    pub percent: u32,
    /// Why it stopped or waits, in AWS's words.
    pub reason: Option<Rc<str>>,
}

/// An instance of an Auto Scaling group.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The instance, by index in the account.
    pub instance: u32,
    /// The group, by index in the account.
    pub group: u32,
    /// Where it is in its life in the group, in AWS's word.
    pub state: &'static str,
    /// True while it counts as in service.
    pub in_service: bool,
    /// What the group believes of it.
    pub healthy: bool,
}

/// Something that a group did, or does.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Since when.
    pub start: SimTime,
    /// What.
    pub description: Rc<str>,
    /// Why.
    pub cause: Rc<str>,
    /// How far it is, in AWS's word.
    pub status: &'static str,
    /// Why it failed, in AWS's words, if it did.
    pub message: Option<Rc<str>>,
    /// The number of the fact that led to it, if one did.
    pub blame: Option<u64>,
}

/// A CloudWatch alarm.
#[derive(Clone, Debug, PartialEq)]
pub struct Alarm {
    /// Its index in the account; never given twice.
    pub index: u32,
    /// Its name.
    pub name: Rc<str>,
    /// In AWS's word.
    pub state: AlarmState,
    /// Since when.
    pub since: SimTime,
    /// Why, in AWS's words.
    pub reason: Rc<str>,
    /// The metric.
    pub metric: Rc<str>,
    /// Which statistic of it.
    pub statistic: Rc<str>,
    /// How it is compared, in AWS's word.
    pub comparison: &'static str,
    /// With what.
    pub threshold: f64,
    /// Seconds that each value stands for.
    pub period_s: u64,
    /// Of how many values, how many must breach.
    pub datapoints: (usize, usize),
}

/// The state of an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmState {
    /// The metric is within its threshold.
    Ok,
    /// It is beyond.
    Alarm,
    /// There is too little to say.
    InsufficientData,
}

/// One is equal to itself only: comparing all of it would cost the start page, which has none, more than drawing it anew
/// costs the others.
impl PartialEq for Fleet {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Fleet {
    /// True if there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.balancers.is_empty()
            && self.target_groups.is_empty()
            && self.groups.is_empty()
            && self.alarms.is_empty()
            && self.troubles.is_empty()
    }

    /// What is broken at a place.
    pub fn troubles_at(&self, place: TroublePlace) -> impl Iterator<Item = &Trouble> {
        self.troubles.iter().filter(move |trouble| trouble.place == place)
    }

    /// The load balancer with this index in the account.
    #[must_use]
    pub fn balancer(&self, index: u32) -> Option<&Balancer> {
        self.balancers.iter().find(|balancer| balancer.index == index)
    }

    /// The target group with this index in the account.
    #[must_use]
    pub fn target_group(&self, index: u32) -> Option<&TargetGroup> {
        self.target_groups.iter().find(|group| group.index == index)
    }

    /// The Auto Scaling group with this index in the account.
    #[must_use]
    pub fn group(&self, index: u32) -> Option<&Group> {
        self.groups.iter().find(|group| group.index == index)
    }
}

impl TargetGroup {
    /// How many of its targets are healthy.
    #[must_use]
    pub fn healthy(&self) -> usize {
        let is_healthy = |target: &&Target| target.belief.health == Health::Healthy;
        self.targets.iter().filter(is_healthy).count()
    }
}
