//! What the account costs, by resource.

use std::rc::Rc;

pub use cloud::bill::{Money, Price, Quantity};

/// What all of it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// So far.
    pub charged: Money,
    /// In an hour, as it stands and is used.
    pub per_hour: Money,
    /// In a month of such hours.
    pub per_month: Money,
}

/// The bill.
#[derive(Clone, Debug, PartialEq)]
pub struct Bill {
    /// Kinds of resources, the dearest first.
    pub kinds: Rc<[CostOfKind]>,
}

/// What the resources of one kind cost together.
#[derive(Clone, Debug, PartialEq)]
pub struct CostOfKind {
    /// The kind.
    pub kind: ResourceKind,
    /// All of them.
    pub costs: Costs,
    /// Each, the dearest first.
    pub resources: Rc<[CostOfResource]>,
}

/// What a resource costs.
#[derive(Clone, Debug, PartialEq)]
pub struct CostOfResource {
    /// Its name or its id.
    pub name: Rc<str>,
    /// What it costs.
    pub costs: Costs,
    /// What is charged for it.
    pub lines: Rc<[CostLine]>,
}

/// One line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// What is charged for.
    pub item: CostItem,
    /// So far.
    pub charged: Money,
    /// How much was used.
    pub quantity: Quantity,
    /// What one costs.
    pub price: Price,
}

/// Kinds of resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResourceKind {
    /// Instances.
    Instances,
    /// Elastic IP addresses.
    ElasticAddresses,
    /// Load balancers.
    LoadBalancers,
    /// Alarms.
    Alarms,
    /// Metrics of one's own.
    CustomMetrics,
    /// Tables.
    Tables,
    /// Buckets.
    Buckets,
    /// Experiments.
    Experiments,
}

/// What is charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called as the bill has it")]
pub enum CostItem {
    Instance,
    RootVolume,
    PublicAddress,
    ElasticAddress,
    SurplusCredits,
    DetailedMonitoring,
    Alarm,
    LoadBalancer,
    CapacityUnits,
    NodeAddress,
    ReadCapacity,
    WriteCapacity,
    ReadRequests,
    WriteRequests,
    TableStorage,
    BucketStorage,
    BucketReads,
    BucketWrites,
    FaultAction,
    CustomMetrics,
}
