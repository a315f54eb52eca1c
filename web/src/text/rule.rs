//! The rules by which one thing follows from another: numbers and names; each language makes sentences of them.

/// A rule, with the settings that it went by.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleOf {
    /// How a target group checks: interval and timeout in seconds, checks in a row to be healthy and to be unhealthy.
    Check([u32; 4]),
    /// How long a target that was deregistered may go on, in seconds.
    Draining(u64),
    /// What DNS answers for a load balancer.
    Dns,
    /// How a load balancer is provisioned.
    Provisioning,
    /// How anomalous targets are found.
    Anomaly,
    /// What a zonal shift does.
    Shift,
    /// An alarm: datapoints that must breach, of how many, and the seconds of a period.
    Alarm(usize, usize, u64),
    /// An alarm upon other alarms.
    CompositeAlarm,
    /// Auto Scaling keeps the desired capacity.
    Desired,
    /// An instance's life in its group.
    Lifecycle,
    /// A group replaces what it believes to be unhealthy.
    Replacing,
    /// A scheduled action.
    Scheduled,
    /// An instance refresh.
    Refresh,
    /// An instance's states in EC2.
    InstanceState,
    /// What an instance does when it starts.
    Boot,
    /// CPU credits.
    Credits,
    /// Recovery from a failed host.
    Recovery,
    /// Public addresses.
    Address,
    /// Security groups.
    SecurityGroup,
    /// What zones are.
    Zone,
    /// Roles: what is not allowed is denied.
    Role,
    /// Ways to a service: a public address or an endpoint.
    Endpoint,
    /// Provisioned capacity of a table.
    TableCapacity,
    /// Request rates of a prefix.
    BucketRate,
    /// Experiments.
    Experiment,
}
