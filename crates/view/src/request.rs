//! One request, looked at closer: where it has been, and when.

use std::rc::Rc;

use cloud::app::{Dependency, Route};
use cloud::workload::{Outcome, Phase};
use des::SimTime;

use crate::fleet::Thing;

/// Which request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestRef {
    /// By its number among all that were sent, from 1.
    Sent(u64),
    /// By its number among all that have ended.
    Ended(u64),
}

/// A request and its way so far.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestDetail {
    /// As tables and scripts call it.
    pub id: Rc<str>,
    /// What it asks for.
    pub route: Route,
    /// The name of the instance that it was for, if it was for one.
    pub aimed: Option<Rc<str>>,
    /// When its client sent it.
    pub sent: SimTime,
    /// What is to be said of it now.
    pub stands: Stands,
    /// How long it has taken, or took, in microseconds.
    pub lasted_us: u64,
    /// What happened to it, earliest first; the first is that it was sent.
    pub way: Rc<[Moment]>,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is under way.
    UnderWay(Phase),
    /// Its client has an answer, or has given up.
    Ended(Outcome),
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When, in microseconds after it was sent.
    pub after_us: u64,
    /// What.
    pub what: Happened,
    /// The name of where it happened; empty where `what` says it all.
    pub place: Rc<str>,
    /// The same, to be looked at closer.
    pub thing: Option<Thing>,
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// An office sent it.
    Sent,
    /// A load balancer's node had it.
    AtNode,
    /// That node sent it on to a target.
    SentOn,
    /// An instance had it.
    Arrived,
    /// A worker of the app took it.
    Taken,
    /// The app asked a service.
    Asked(Dependency),
    /// That service answered.
    Answered(Dependency),
    /// The answer left the instance.
    Left,
    /// Its client had an answer, or gave up.
    Ended(Outcome),
}
