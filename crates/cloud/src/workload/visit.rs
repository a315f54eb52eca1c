//! What an employee does next: one more page after an answer, another try after a failure, or nothing.

use des::{SimDuration, Stream};

use crate::Cloud;
use crate::app::Route;
use crate::elbv2::Cookies;
use crate::event::Event;
use crate::workload::office::YOU;
use crate::workload::{OfficeIndex, Record, RequestId};

const NEXT: Stream = Stream::named("visit/next");

/// The slot of an employee who reads or waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PauseIndex(pub(crate) u32);

/// What an employee will ask for; a retry asks for the same again.
#[derive(Clone, Copy, Debug)]
struct Next {
    id: RequestId,
    route: Option<Route>,
    cookies: Cookies,
}

/// Employees between two requests. Slots are used again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pauses {
    slots: Vec<Next>,
    free: Vec<PauseIndex>,
}

impl Pauses {
    fn begin(&mut self, next: Next) -> PauseIndex {
        if let Some(index) = self.free.pop() {
            self.slots[index.0 as usize] = next;
            return index;
        }
        self.slots.push(next);
        PauseIndex(u32::try_from(self.slots.len() - 1).expect("fewer than 2³² employees"))
    }

    /// Reads a slot; see `fetch.rs`.
    #[inline]
    pub(crate) fn fetch(&self, index: PauseIndex) -> u64 {
        let next = &self.slots[index.0 as usize];
        next.id.visit()
    }

    fn end(&mut self, index: PauseIndex) -> Next {
        self.free.push(index);
        self.slots[index.0 as usize]
    }
}

impl Cloud {
    /// A new visit begins in an office.
    pub(crate) fn visit_begins(&mut self, office: OfficeIndex, ticket: des::Ticket) {
        let (now, seed) = (self.now, self.seed);
        let arrivals = &mut self.workload.arrivals[office.0 as usize];
        if arrivals.ticket != ticket {
            return;
        }
        let visit = arrivals.take(seed, now);
        self.schedule_arrival(office);
        self.send(RequestId::new(office, visit), None, Cookies::NONE);
    }

    /// Schedules the next visit of `office` under the present traffic.
    pub(crate) fn schedule_arrival(&mut self, office: OfficeIndex) {
        let share = self.visit_share(office);
        let arrivals = &mut self.workload.arrivals[office.0 as usize];
        let at = arrivals.next_at(&self.workload.traffic, share);
        arrivals.ticket = if at < LAST_ARRIVAL {
            self.events.push(at, Event::Arrival(office))
        } else {
            des::Ticket::NONE
        };
    }

    /// Visits per request of the whole traffic: an office's share, less the pages that visits go on to.
    pub(crate) fn visit_share(&self, office: OfficeIndex) -> f64 {
        let first_pages = 100 - self.app.next_page_percent;
        f64::from(office.office().share_percent * first_pages) / 10_000.0
    }

    /// An attempt has ended; the learner's own requests end there.
    pub(crate) fn go_on(&mut self, ended: &Record, cookies: Cookies) {
        let id = ended.id;
        if id.office() == YOU {
            return;
        }
        let mut draw = self.seed.draw(NEXT, id.visit(), id.page_and_attempt());
        if ended.outcome.is_served() {
            if draw.below(100) < self.app.next_page_percent.into() {
                let pause = self.app.think_time.sample(&mut draw);
                self.pause(
                    Next {
                        id: id.next_page(),
                        route: None,
                        cookies,
                    },
                    pause,
                );
            }
        } else if id.attempt() < self.app.retries_max {
            let backoff = self.app.first_backoff * (1 << id.attempt());
            let spread = SimDuration::from_secs_f64(backoff.as_secs_f64() * (0.5 + draw.unit()));
            self.pause(
                Next {
                    id: id.next_attempt(),
                    route: Some(ended.route),
                    cookies,
                },
                spread,
            );
        }
    }

    fn pause(&mut self, next: Next, length: SimDuration) {
        let index = self.workload.pauses.begin(next);
        self.events.push(self.now + length, Event::PauseOver(index));
    }

    /// The employee has read, or waited long enough.
    pub(crate) fn pause_over(&mut self, index: PauseIndex) {
        let Next { id, route, cookies } = self.workload.pauses.end(index);
        self.send(id, route, cookies);
    }
}

/// An arrival later than this (about five years) is never scheduled: model time ends soon after.
const LAST_ARRIVAL: des::SimTime = des::SimTime::from_secs(160_000_000);
