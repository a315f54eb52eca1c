//! What the track of time tells: names and states; each language makes sentences of them.

/// Something worth a mark on the track of time.
#[derive(Clone, Copy, Debug)]
pub enum Happening<'a> {
    /// The learner called an operation, by its name.
    Own(&'static str),
    /// Something became so of an instance, by its name.
    Instance(&'a str, OfInstance),
    /// A fault, by its kind in scripts, began at something, by its name.
    FaultBegan(&'static str, &'a str),
    /// It ended.
    FaultEnded(&'static str, &'a str),
    /// A zone has its power again.
    ZoneLit(&'a str),
    /// Something in Elastic Load Balancing.
    Balancing(Balancing<'a>),
    /// Something in Auto Scaling: the group's name, and what.
    Scaling(&'a str, Scaling<'a>),
    /// An alarm, by its name, came into a state, in AWS's word.
    Alarm(&'a str, &'static str),
    /// A FIS experiment, by its id, came into a state, in AWS's word.
    Experiment(&'a str, &'static str),
    /// A zonal shift of something away from a zone came into a state, in AWS's word.
    Shift(&'a str, &'a str, &'static str),
    /// Something in DynamoDB or S3: the table's or the bucket's name, and what.
    Service(&'a str, OfService),
    /// Something that is asked for and not told on the track.
    Rest(Rest<'a>),
    /// A goal, by its sentence, was met.
    GoalMet(&'a str),
    /// The lesson announces something, in this sentence.
    Announced(&'a str),
}

/// What becomes so of an instance.
#[derive(Clone, Copy, Debug)]
pub enum OfInstance {
    /// It came into a state, in EC2's word.
    State(&'static str),
    /// Its operating system stopped answering.
    OsDown,
    /// Its app answers.
    AppUp,
    /// Its app stopped.
    AppDown,
    /// Its operating system starts no app.
    NoApp,
    /// Its memory is full.
    MemoryFull,
    /// It has too few CPU credits to work at full speed.
    Throttled,
    /// It has enough of them again.
    Unthrottled,
    /// It was moved to another host.
    Recovered,
    /// It no longer gets through to a service, by its name: whether it gets there and may not.
    Unreached(&'static str, bool),
}

/// What becomes so in Elastic Load Balancing.
#[derive(Clone, Copy, Debug)]
pub enum Balancing<'a> {
    /// A load balancer is active.
    Active(&'a str),
    /// DNS answers with other nodes of it.
    DnsChanged(&'a str),
    /// A target, by its instance and its group, is something else, in AWS's word.
    Target(&'a str, &'a str, &'static str),
    /// A target, likewise, fails more than its peers, or no longer.
    Anomaly(&'a str, &'a str, bool),
}

/// What becomes so of an Auto Scaling group.
#[derive(Clone, Copy, Debug)]
pub enum Scaling<'a> {
    /// It should have another number of instances than before.
    Desired(u32, u32, Because<'a>),
    /// It launches an instance.
    Launches(&'a str, Because<'a>),
    /// An instance is in service.
    InService(&'a str),
    /// It takes an instance out for good.
    Terminates(&'a str, Because<'a>),
    /// A lifecycle hook holds an instance.
    Held(&'a str),
    /// An instance is in standby.
    Standby(&'a str),
    /// An instance goes its own way.
    Detached(&'a str),
    /// It believes that an instance is unhealthy.
    Unhealthy(&'a str, Ill),
    /// It takes an instance out and launches another.
    Replaces(&'a str),
    /// Its instance refresh came into a state, in AWS's word.
    Refresh(&'static str),
    /// A scheduled action of this name ran.
    Scheduled(&'a str),
}

/// Why a group does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because<'a> {
    /// The learner called an operation, by its name.
    You(&'static str),
    /// An alarm changed its state.
    Alarm(&'a str),
    /// A scheduled action ran.
    Schedule(&'a str),
    /// It should have so many.
    Wanted(u32),
    /// An instance is replaced.
    Replaced(&'a str),
    /// An instance refresh goes on.
    Refresh,
    /// Zones are to be balanced, or something else that has no name.
    Itself,
}

/// Why a group believes that an instance is unhealthy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ill {
    /// EC2 does not run it.
    NotRunning,
    /// A status check of EC2 fails.
    StatusCheck,
    /// A volume of it is impaired.
    Volume,
    /// A load balancer found it so.
    LoadBalancer,
    /// Somebody said so.
    User,
    /// It is no longer known.
    Unknown,
}

/// What becomes so of a table or a bucket.
#[derive(Clone, Copy, Debug)]
pub enum OfService {
    /// A table came into a state, in AWS's word.
    Table(&'static str),
    /// A table is gone.
    TableGone,
    /// A table turns requests away: writes, or else reads.
    Throttling(bool),
    /// A bucket answers `SlowDown`, to writes or else to reads.
    SlowDown(bool),
}

/// What is told only where somebody asks "Why?"; everything has the name by which it is shown.
#[derive(Clone, Copy, Debug)]
pub enum Rest<'a> {
    /// An operation was called: by the lesson, or by the learner.
    Called(bool, &'static str),
    /// An instance of a group came into a state, in EC2's word.
    State(&'a str, &'static str),
    /// The operating system of an instance answers.
    OsUp(&'a str),
    /// A public address was given to an instance.
    AddressGiven(&'a str),
    /// It went back to AWS.
    AddressTaken(&'a str),
    /// An instance has another type.
    TypeChanged(&'a str),
    /// It is in other security groups.
    GroupsChanged(&'a str),
    /// It has another role, or none.
    ProfileChanged(&'a str),
    /// It gets through to a service.
    Reaches(&'a str, &'static str),
    /// Rules of a security group changed.
    SecurityGroup(&'a str),
    /// A VPC endpoint changed.
    Endpoint(&'a str),
    /// A subnet, by its zone, gives public addresses, or no longer.
    Subnet(&'a str),
    /// A zone has room for another number of instances.
    Capacity(&'a str),
    /// The quota of vCPUs.
    Quota(u32),
    /// The employees send at another rate.
    Traffic,
    /// The employees use other addresses.
    Clients,
    /// A zone has lost its power.
    ZoneDark(&'a str),
    /// A fault ended whose end is told elsewhere.
    FaultEnded(&'a str),
    /// A load balancer is provisioned.
    BalancerCreated(&'a str),
    /// It was deleted.
    BalancerDeleted(&'a str),
    /// Its settings changed.
    BalancerChanged(&'a str),
    /// A node's check of a target turned out otherwise than before: zone, target, group, and whether it passed.
    Check(&'a str, &'a str, &'a str, bool),
    /// A target was registered in a group.
    Registered(&'a str, &'a str),
    /// It is registered no longer.
    Deregistered(&'a str, &'a str),
    /// An instance is in a state of its life in a group, in AWS's word.
    Member(&'a str, &'static str),
    /// An alarm was made.
    AlarmCreated(&'a str),
    /// An action of an experiment is as far as this, in AWS's word.
    Action(&'a str, &'static str),
    /// A bucket was made, or deleted.
    Bucket(&'a str, bool),
}
