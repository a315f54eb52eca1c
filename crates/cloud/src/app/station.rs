//! An instance as a queueing station: a door, workers, vCPUs, and a bounded backlog.
//!
//! ```text
//!            door        backlog (≤ 128)     workers (4 a vCPU)                 vCPUs
//!  request ──▶│ ──full?──▶ ○ ○ ○ ○ ──────▶ [ ready … running … asking ] ──────▶ ▢ ▢
//!             │   503                        held until the answer leaves
//! ```

use des::{Area, SimTime};

use crate::app::Reach;
use crate::app::fifo::Fifo;
use crate::availability::Uptime;
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// What a request meets at port 80 of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Nothing answers: no host, no power, or a security group that drops the packet.
    Silent,
    /// The operating system answers that nothing listens.
    Refusing,
    /// The app takes requests and works on them.
    Open,
    /// The app takes requests and finishes none.
    Hung,
}

/// The queueing half of an instance.
#[derive(Clone, Debug)]
pub struct Station {
    /// What a request from the internet meets.
    pub door: Door,
    /// What a request meets whose sender the security groups let in.
    pub inner: Door,
    /// The fact that made the door what it is.
    pub blame: FactId,
    /// Where it stands: kept here too, so that counting a request needs no look at the instance.
    pub zone: ZoneIndex,
    /// Requests that can be worked on at once.
    pub workers: u32,
    /// vCPUs.
    pub vcpus: u32,
    /// How much longer CPU work takes than it should, in thousandths: 1,000 is as it should be.
    pub slowness_permille: u32,
    /// The fact that made it slow.
    pub slow_blame: FactId,
    /// Whether it gets through to each [`Dependency`](crate::app::Dependency).
    pub reach: [Reach; 2],
    /// The facts that made it so.
    pub reach_blame: [FactId; 2],
    /// Requests aimed at it that have failed.
    pub failed: u64,
    /// Requests that it has answered.
    pub answered: u64,
    /// How long it took requests.
    pub uptime: Uptime,
    pub(crate) backlog: Fifo,
    pub(crate) ready: Fifo,
    pub(crate) stuck: Fifo,
    in_system: Area,
    busy_workers: Area,
    running: Area,
    /// What else uses its vCPUs, in percent of them.
    pub(crate) stress: Area,
}

impl Station {
    pub(crate) fn new(zone: ZoneIndex, workers: u32, vcpus: u32) -> Self {
        Self {
            door: Door::Silent,
            inner: Door::Silent,
            blame: FactId::NONE,
            zone,
            workers,
            vcpus,
            slowness_permille: 1_000,
            slow_blame: FactId::NONE,
            reach: [Reach::default(); 2],
            reach_blame: [FactId::NONE; 2],
            failed: 0,
            answered: 0,
            uptime: Uptime::default(),
            backlog: Fifo::default(),
            ready: Fifo::default(),
            stuck: Fifo::default(),
            in_system: Area::default(),
            busy_workers: Area::default(),
            running: Area::default(),
            stress: Area::default(),
        }
    }

    /// Requests waiting in the backlog.
    #[must_use]
    pub const fn waiting(&self) -> u32 {
        self.backlog.len()
    }

    /// Workers that hold a request.
    #[must_use]
    pub const fn busy_workers(&self) -> u32 {
        self.busy_workers.count()
    }

    /// vCPUs at work.
    #[must_use]
    pub const fn running(&self) -> u32 {
        self.running.count()
    }

    /// The area under the number of requests in the station, in requests × microseconds: Little's `L`, over time.
    #[must_use]
    pub fn in_system_area(&self, now: SimTime) -> u64 {
        self.in_system.up_to(now)
    }

    /// CPU time used since launch, in vCPU-microseconds.
    #[must_use]
    pub fn cpu_micros(&self, now: SimTime) -> u64 {
        self.running.up_to(now)
    }

    /// How long other work has used the vCPUs, in percent × microseconds.
    #[must_use]
    pub fn stress_area(&self, now: SimTime) -> u64 {
        self.stress.up_to(now)
    }

    /// Whether a worker is free; if so, it is taken.
    pub(crate) fn take_worker(&mut self, now: SimTime) -> bool {
        let free = self.busy_workers.count() < self.workers;
        if free {
            self.busy_workers.enter(now);
        }
        free
    }

    /// Whether a vCPU is free; if so, it is taken.
    pub(crate) fn take_vcpu(&mut self, now: SimTime) -> bool {
        let free = self.running.count() < self.vcpus;
        if free {
            self.running.enter(now);
        }
        free
    }

    pub(crate) fn arrives(&mut self, now: SimTime) {
        self.in_system.enter(now);
    }

    pub(crate) fn departs(&mut self, now: SimTime) {
        self.answered += 1;
        self.in_system.leave(now);
    }

    pub(crate) fn free_worker(&mut self, now: SimTime) {
        self.busy_workers.leave(now);
    }

    pub(crate) fn free_vcpu(&mut self, now: SimTime) {
        self.running.leave(now);
    }

    /// Reads it in each of its cache lines; see `workload/fetch.rs`.
    #[inline]
    pub(crate) fn fetch(&self) -> u64 {
        u64::from(self.workers)
            ^ self.answered
            ^ u64::from(self.running.count())
            ^ u64::from(self.ready.len())
    }

    /// Everything in the station is gone at once.
    pub(crate) fn empty(&mut self, now: SimTime) {
        self.backlog = Fifo::default();
        self.ready = Fifo::default();
        self.stuck = Fifo::default();
        self.in_system.set(now, 0);
        self.busy_workers.set(now, 0);
        self.running.set(now, 0);
    }
}
