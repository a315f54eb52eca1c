//! What the app meets when it asks DynamoDB or S3.
//!
//! ```text
//!  has the instance a way there? ─no─▶ no answer, until the SDK gives up
//!  may its role? ─no─▶ AccessDenied
//!  is the table (the bucket) there? ─no─▶ ResourceNotFoundException (NoSuchBucket)
//!  has it capacity left? ─no─▶ throttled; the SDK tries again, a few times
//!  then it answers, sooner or later
//! ```
//!
//! Both services keep their data in several Availability Zones and answer from any: an outage of one zone changes nothing
//! here. Source: DynamoDB Developer Guide, "Resilience"; S3 User Guide, "Resilience".

use des::{Digest, SimDuration, SimTime, Stream};

use crate::Cloud;
use crate::app::{Dependency, DependencyCall};
use crate::ec2::InstanceIndex;
use crate::fact::FactId;
use crate::workload::FlightIndex;

const FAILURE: Stream = Stream::named("app/dependency");

/// How long the app's SDK waits for an answer that does not come. Our choice: botocore's default time to connect, once.
pub const SDK_TIMEOUT: SimDuration = SimDuration::from_secs(60);
/// The waits before an SDK's first, second and third retry. Source: DynamoDB Developer Guide, "Error retries and exponential
/// backoff". Simplified: the whole wait, without jitter, and the same for S3.
pub const SDK_BACKOFF: [SimDuration; 3] = [
    SimDuration::from_millis(50),
    SimDuration::from_millis(100),
    SimDuration::from_millis(200),
];

/// How a dependency does as a whole, by [`Dependency`](crate::app::Dependency).
#[derive(Clone, Copy, Debug)]
pub struct DependencyState {
    /// How long it takes to answer, in thousandths: 1,000 is as it should be.
    pub slowness_permille: u32,
    /// How many of a thousand calls fail even after the SDK's retries.
    pub failures_permille: u32,
    /// The fact that made it slow or failing.
    pub blame: FactId,
    /// Calls of the app that got through to it.
    pub calls: u64,
    /// Of them, those that it failed for good.
    pub failed: u64,
}

impl Default for DependencyState {
    fn default() -> Self {
        Self {
            slowness_permille: 1_000,
            failures_permille: 0,
            blame: FactId::NONE,
            calls: 0,
            failed: 0,
        }
    }
}

impl DependencyState {
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.extend([self.slowness_permille, self.failures_permille].map(u64::from));
        digest.extend([self.calls, self.failed]);
    }
}

/// Whether an instance gets through to a dependency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// It does, and may.
    #[default]
    Granted,
    /// It gets there and is told `AccessDenied`: it has no instance profile.
    Denied,
    /// It has neither a public address nor a VPC endpoint: nothing answers.
    NoWay,
}

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It is answered well.
    Good,
    /// It is turned away for now.
    Throttled,
    /// It has failed for good.
    Failed,
}

/// What one call from the app costs the dependency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Of the table: eventually consistent reads of 4 KB, each half a read capacity unit.
    Read {
        /// How many.
        halves: u32,
        /// With which operation.
        scan: bool,
    },
    /// Of the table: write capacity units.
    Write(u32),
    /// Of the bucket: one object read.
    Get,
    /// Of the bucket: one object written.
    Put,
}

/// The newest things that the app has made, by the numbers of the requests that made them; older ones are only counted.
#[derive(Clone, Copy, Debug)]
pub struct Added {
    total: u64,
    newest: [(u64, SimTime); Self::KEPT as usize],
    /// The place from which on they are kept here and not elsewhere.
    settled: u64,
    /// How many had been counted only when those before that place were moved.
    counted: u64,
}

impl Default for Added {
    fn default() -> Self {
        Self {
            total: 0,
            newest: [(0, SimTime::ZERO); Self::KEPT as usize],
            settled: 0,
            counted: 0,
        }
    }
}

impl Added {
    /// How many are kept one by one. Our choice: memory must not grow with requests.
    pub const KEPT: u64 = 32;

    pub(crate) const fn add(&mut self, request: u64, now: SimTime) {
        self.newest[(self.total % Self::KEPT) as usize] = (request, now);
        self.total += 1;
    }

    fn first_kept(&self) -> u64 {
        self.total.saturating_sub(Self::KEPT).max(self.settled)
    }

    /// Those that are kept: the request's number and the time of each, oldest first.
    pub fn kept(&self) -> impl Iterator<Item = (u64, SimTime)> {
        (self.first_kept()..self.total).map(|place| self.newest[(place % Self::KEPT) as usize])
    }

    /// How many were made that are only counted.
    #[must_use]
    pub fn counted_only(&self) -> u64 {
        self.counted + self.first_kept() - self.settled
    }

    /// Those that are kept are kept elsewhere from now on.
    pub(crate) fn settle(&mut self) {
        (self.counted, self.settled) = (self.counted_only(), self.total);
    }

    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.extend([self.total, self.settled, self.counted]);
        digest.extend(self.kept().flat_map(|(request, at)| [request, at.as_micros()]));
    }
}

impl Cloud {
    /// What becomes of a request's next call to a dependency, when the app has the answer, and the fact to blame if it is
    /// not as it should be.
    pub(crate) fn ask_dependency(
        &mut self,
        index: FlightIndex,
        target: InstanceIndex,
        call: &DependencyCall,
    ) -> (Reply, SimDuration, FactId) {
        let flight = &self.workload.flights[index];
        let latency = SimDuration::from_micros(flight.latencies[usize::from(flight.call)].into());
        let station = &self.ec2.stations[target.index()];
        let place = call.dependency as usize;
        match station.reach[place] {
            Reach::NoWay => return (Reply::Failed, SDK_TIMEOUT, station.reach_blame[place]),
            Reach::Denied => {
                let blame = station.reach_blame[place];
                self.dynamodb.user_errors += u64::from(call.dependency == Dependency::DynamoDb);
                return (Reply::Failed, latency, blame);
            }
            Reach::Granted => {}
        }
        self.dependencies[place].calls += 1;
        let state = self.dependencies[place];
        let micros = latency.as_micros() * u64::from(state.slowness_permille) / 1_000;
        let latency = SimDuration::from_micros(micros);
        if self.fails(&state, index) {
            self.dependencies[place].failed += 1;
            self.directory_fails(call.cost);
            return (Reply::Failed, latency, state.blame);
        }
        let (number, tries) = (
            self.workload.flights[index].number,
            self.workload.flights[index].tries,
        );
        match self.charge(call.cost, number, latency) {
            Charged::Done => (Reply::Good, latency, state.blame),
            Charged::NotThere(blame) => (Reply::Failed, latency, blame),
            Charged::Throttled(blame) => match SDK_BACKOFF.get(usize::from(tries)) {
                Some(&wait) => (Reply::Throttled, latency + wait, blame),
                None => (Reply::Failed, latency, blame),
            },
        }
    }

    fn fails(&self, state: &DependencyState, index: FlightIndex) -> bool {
        let flight = &self.workload.flights[index];
        let draw = || {
            let mut draw = self.seed.draw(FAILURE, flight.id.0, flight.call.into());
            draw.below(1_000)
        };
        flight.call == flight.failing_call
            || state.failures_permille > 0 && draw() < state.failures_permille.into()
    }

    fn charge(&mut self, cost: Cost, request: u64, latency: SimDuration) -> Charged {
        match cost {
            Cost::Read { halves, scan } => self.directory_read(halves, scan, latency),
            Cost::Write(units) => self.directory_write(units, request, latency),
            Cost::Get => self.photo_read(),
            Cost::Put => self.photo_write(request),
        }
    }
}

/// What the service itself says to a call that has got through to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charged {
    /// Done.
    Done,
    /// Too many at once, since this fact.
    Throttled(FactId),
    /// There is no such table or bucket, since this fact.
    NotThere(FactId),
}
