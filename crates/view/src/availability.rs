//! What the account promises as it is put together, and what came of it.

use std::rc::Rc;

/// The availability of the directory and of its parts; shares in percent.
#[derive(Clone, Debug, PartialEq)]
pub struct Availability {
    /// What every request needs, from the employees on.
    pub parts: Rc<[Part]>,
    /// All of them together, by design.
    pub designed: f64,
    /// How long the directory is down in a month of that, in seconds.
    pub down_per_month_s: u64,
    /// Requests that were served, of those that have ended; none if none has.
    pub requests: Option<f64>,
    /// Time in which at least one instance took requests, of the time since the first one did.
    pub time: Option<f64>,
    /// What every request needs and there is but one of.
    pub single_point: SinglePoint,
}

/// A part of the directory.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which.
    pub kind: PartKind,
    /// By design.
    pub designed: f64,
    /// As measured, if it is.
    pub measured: Option<f64>,
    /// What it is made of, one being enough.
    pub members: Rc<[Member]>,
}

/// Parts of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// So many load balancers, one of which is enough.
    LoadBalancers(usize),
    /// What serves, in so many zones, one of which is enough.
    Servers(usize),
    /// DynamoDB.
    DynamoDb,
    /// S3.
    S3,
}

/// One of the things of which one is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: Rc<str>,
    /// By design, if something is promised of it alone.
    pub designed: Option<f64>,
    /// The share of the time in which it was up, if it ever was.
    pub measured: Option<f64>,
}

/// What there is but one of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SinglePoint {
    /// Nothing serves at all.
    Nothing,
    /// The only instance, by its name.
    Instance(Rc<str>),
    /// The only zone with instances, by its name.
    Zone(Rc<str>),
    /// There is none.
    None,
}
