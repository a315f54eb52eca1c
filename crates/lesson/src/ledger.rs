//! What has happened so far, entered second by second: totals, the last hour, the longest outage, who served.

use std::collections::{BTreeMap, VecDeque, vec_deque};

use des::SimTime;

use crate::goal::LONGEST_WINDOW_S;
use crate::latency::Latencies;
use crate::observed::{AppState, ClientSecond, Observed, SeenInstance};

/// Seconds kept: enough for the longest stretch, and for two hours to come back to it.
const SECONDS_KEPT: u64 = 3 * LONGEST_WINDOW_S;

/// The run's books. They hold no more than three hours of seconds, whatever the length of the run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ledger {
    began: u64,
    next_second: u64,
    total: ClientSecond,
    your_served: u64,
    charged_at_start: f64,
    entered_at: SimTime,
    recent: VecDeque<Second>,
    /// How long requests took that came to an end in the second that goes on, and in the one before if it is not entered
    /// yet; nothing where no check asks for it.
    latencies: Option<VecDeque<Latencies>>,
    open: Option<Outage>,
    longest: Option<Outage>,
    first: Option<Serving>,
    serving: Option<Serving>,
    answering: BTreeMap<String, Answering>,
}

/// One second, entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Second {
    pub(crate) counts: ClientSecond,
    /// Everything from the opening of the books to the end of this second.
    until: ClientSecond,
    pub(crate) latencies: Latencies,
}

/// Seconds one after another, oldest first.
pub(crate) type Stretch<'a> = vec_deque::Iter<'a, Second>;

/// What came to an end in a stretch of seconds, however long it is.
pub(crate) fn counts(seconds: &Stretch<'_>) -> ClientSecond {
    let mut ends = seconds.clone();
    let Some(first) = ends.next() else {
        return ClientSecond::default();
    };
    let last = ends.next_back().unwrap_or(first);
    last.until - first.until + first.counts
}

/// A stretch of seconds in which nobody was served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// Its first second.
    pub from: u64,
    /// How many seconds it lasted, or has lasted so far.
    pub seconds: u64,
    /// Requests that failed in it; a stretch without any is silence, not an outage.
    pub failed: u64,
    /// The parts of it, once it is over and an instance ended it.
    pub parts: Option<Parts>,
}

/// Where the time of an outage went, in seconds; together they are the outage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Until the instance that ended it was launched.
    pub reaction: u64,
    /// From its launch until its app answered.
    pub ready: u64,
    /// From then until employees were served.
    pub handover: u64,
}

/// The instance that the employees' address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Serving {
    pub(crate) id: String,
    pub(crate) address: String,
}

/// When an instance was launched and when its app was first seen to answer after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Answering {
    launched_at: SimTime,
    since: SimTime,
}

impl Ledger {
    /// Opens the books now; with how long requests take, if that is asked for.
    pub(crate) fn open(seen: &dyn Observed, keeps_latencies: bool) -> Self {
        let began = seen.now().as_secs();
        let mut ledger = Self {
            began,
            next_second: began,
            total: ClientSecond::default(),
            your_served: 0,
            charged_at_start: seen.charged(),
            entered_at: seen.now(),
            recent: VecDeque::new(),
            latencies: keeps_latencies.then(VecDeque::new),
            open: None,
            longest: None,
            first: None,
            serving: None,
            answering: BTreeMap::new(),
        };
        ledger.enter_instances(seen);
        ledger.first = ledger.serving.clone();
        ledger
    }

    /// Enters what happened since the last time: every second that is over, and what is to be seen now.
    pub(crate) fn enter(&mut self, seen: &dyn Observed) {
        self.your_served += seen.your_served_since(self.entered_at);
        self.enter_latencies(seen);
        self.entered_at = seen.now();
        self.enter_instances(seen);
        while self.next_second < self.entered_at.as_secs() {
            let second = seen.client_second(self.next_second);
            self.enter_second(second);
            self.next_second += 1;
        }
    }

    /// What took its time since the last look belongs to the second in which that look was: it is looked at least once in
    /// every second.
    fn enter_latencies(&mut self, seen: &dyn Observed) {
        let Some(open) = &mut self.latencies else { return };
        let place = usize::try_from(self.entered_at.as_secs() - self.next_second).unwrap_or_default();
        open.resize(open.len().max(place + 1), Latencies::default());
        seen.latencies(self.entered_at, &mut |length| open[place].count(length));
    }

    fn enter_second(&mut self, second: ClientSecond) {
        self.total = self.total + second;
        let latencies = self.latencies.as_mut().and_then(VecDeque::pop_front);
        self.recent.push_back(Second {
            counts: second,
            until: self.total,
            latencies: latencies.unwrap_or_default(),
        });
        if self.recent.len() as u64 > SECONDS_KEPT {
            self.recent.pop_front();
        }
        if second.served > 0 {
            self.close_outage();
            return;
        }
        let fresh = Outage {
            from: self.next_second,
            seconds: 0,
            failed: 0,
            parts: None,
        };
        let open = self.open.get_or_insert(fresh);
        open.seconds += 1;
        open.failed += second.failed();
    }

    fn close_outage(&mut self) {
        let Some(mut outage) = self.open.take().filter(|outage| outage.failed > 0) else {
            return;
        };
        let ended_by = self
            .serving
            .as_ref()
            .and_then(|serving| self.answering.get(&serving.id));
        outage.parts = ended_by.map(|answering| parts(&outage, *answering));
        if self
            .longest
            .as_ref()
            .is_none_or(|longest| longest.seconds < outage.seconds)
        {
            self.longest = Some(outage);
        }
    }

    fn enter_instances(&mut self, seen: &dyn Observed) {
        let (now, instances) = (seen.now(), seen.instances());
        for instance in instances
            .iter()
            .filter(|instance| instance.app == AppState::Answering)
        {
            self.enter_answering(instance, now);
        }
        self.serving = serving(&instances, &seen.endpoints()).or(self.serving.take());
    }

    /// An app that answers after another launch or start answers anew.
    fn enter_answering(&mut self, instance: &SeenInstance, now: SimTime) {
        let launched_at = instance.launched_at;
        let known = self
            .answering
            .get(&instance.id)
            .is_some_and(|known| known.launched_at == launched_at);
        if !known {
            self.answering.insert(
                instance.id.clone(),
                Answering {
                    launched_at,
                    since: now,
                },
            );
        }
    }

    /// Everything that came to an end since the books were opened.
    pub(crate) fn total(&self) -> ClientSecond {
        self.total
    }

    /// The learner's own requests that were served since the books were opened.
    pub(crate) fn your_served(&self) -> u64 {
        self.your_served
    }

    /// What the account had cost when the books were opened, in US dollars.
    pub(crate) fn charged_at_start(&self) -> f64 {
        self.charged_at_start
    }

    /// The last `seconds`, but none before the second `since`.
    pub(crate) fn last(&self, seconds: u64, since: u64) -> Stretch<'_> {
        let known = self.next_second.saturating_sub(since.max(self.began));
        let counted = usize::try_from(seconds.min(known)).unwrap_or(usize::MAX);
        self.recent.range(self.recent.len().saturating_sub(counted)..)
    }

    /// The seconds numbered `from..to`, oldest first; nothing if some of them are not over or no longer kept.
    pub(crate) fn between(&self, from: u64, to: u64) -> Option<Stretch<'_>> {
        let first = self.next_second - self.recent.len() as u64;
        let place = |second: u64| usize::try_from(second.checked_sub(first)?).ok();
        let (from, to) = (place(from)?, place(to)?);
        (from <= to && to <= self.recent.len()).then(|| self.recent.range(from..to))
    }

    /// How long the outage that goes on has lasted, counted from the second `since`; zero if there is none.
    pub(crate) fn seconds_without_service(&self, since: u64) -> u64 {
        let lasting = self.open.as_ref().filter(|outage| outage.failed > 0);
        lasting.map_or(0, |outage| {
            outage.seconds.min(self.next_second.saturating_sub(since))
        })
    }

    /// The longest outage so far, be it over or not.
    pub(crate) fn longest_outage(&self) -> Option<&Outage> {
        let open = self.open.as_ref().filter(|outage| outage.failed > 0);
        open.into_iter()
            .chain(&self.longest)
            .max_by_key(|outage| outage.seconds)
    }

    /// Who served when the books were opened.
    pub(crate) fn first(&self) -> Option<&Serving> {
        self.first.as_ref()
    }

    /// Who serves now, or was the last to.
    pub(crate) fn serving(&self) -> Option<&Serving> {
        self.serving.as_ref()
    }

    /// The second at which everything before it is entered.
    pub(crate) fn now(&self) -> u64 {
        self.next_second
    }
}

/// The first address that leads to an instance.
fn serving(instances: &[SeenInstance], endpoints: &[String]) -> Option<Serving> {
    endpoints.iter().find_map(|address| {
        let has_it = |instance: &&SeenInstance| instance.public_address.as_ref() == Some(address);
        let id = instances.iter().find(has_it)?.id.clone();
        Some(Serving {
            id,
            address: address.clone(),
        })
    })
}

/// Splits an outage at the launch and at the first answer of the instance that ended it. Where these lie outside the
/// outage, the part before or after is empty.
fn parts(outage: &Outage, ended_by: Answering) -> Parts {
    let within = |second: u64| second.saturating_sub(outage.from).min(outage.seconds);
    let launched = within(ended_by.launched_at.as_secs());
    let answered = within(ended_by.since.as_secs()).max(launched);
    Parts {
        reaction: launched,
        ready: answered - launched,
        handover: outage.seconds - answered,
    }
}

#[cfg(test)]
mod tests {
    use des::SimDuration;

    use super::*;
    use crate::fake::Fake;

    #[test]
    fn an_outage_is_split_where_the_new_instance_was_launched_and_answered() {
        let mut fake = Fake::serving(42);
        let mut ledger = Ledger::open(&fake, true);
        fake.pass(10, &mut ledger);
        fake.fail_everything();
        fake.pass(20, &mut ledger);
        let new = fake.launch("198.51.100.9");
        fake.pass(30, &mut ledger);
        fake.comes_up(&new);
        fake.pass(5, &mut ledger);
        fake.point_at("198.51.100.9");
        fake.pass(10, &mut ledger);
        let outage = ledger.longest_outage().expect("there was one");
        assert_eq!((outage.from, outage.seconds, outage.failed), (10, 55, 55 * 42));
        assert_eq!(
            outage.parts,
            Some(Parts {
                reaction: 20,
                ready: 31,
                handover: 4
            })
        );
    }

    #[test]
    fn silence_is_no_outage() {
        let mut fake = Fake::serving(0);
        let mut ledger = Ledger::open(&fake, true);
        fake.pass(60, &mut ledger);
        assert_eq!(ledger.longest_outage(), None);
        assert_eq!(ledger.seconds_without_service(0), 0);
    }

    #[test]
    fn latencies_are_those_of_their_seconds() {
        let mut fake = Fake::serving(10);
        let mut ledger = Ledger::open(&fake, true);
        fake.pass(3, &mut ledger);
        fake.latency = SimDuration::from_millis(400);
        fake.pass(3, &mut ledger);
        let slowest = |from, to| {
            let mut seconds = ledger.between(from, to).expect("they are over");
            let slow = seconds
                .clone()
                .filter(|second| second.latencies.percentile_ms(99) > Some(300.0));
            let first = seconds.next().expect("a second");
            (seconds.len() + 1, slow.count(), first.latencies.total())
        };
        assert_eq!(slowest(0, 3), (3, 0, 10));
        assert_eq!(slowest(3, 6), (3, 3, 10));
    }

    #[test]
    fn a_window_never_reaches_back_before_its_step() {
        let mut fake = Fake::serving(10);
        let mut ledger = Ledger::open(&fake, true);
        fake.pass(20, &mut ledger);
        let served = |since| counts(&ledger.last(5, since)).served;
        assert_eq!((served(0), served(18)), (50, 20));
        let between = ledger.between(4, 7).expect("they are over");
        assert_eq!(counts(&between).served, 30);
        assert_eq!(between.map(|second| second.counts.served).sum::<u64>(), 30);
        assert!(ledger.between(18, 21).is_none());
    }

    #[test]
    fn the_books_stay_small() {
        let mut fake = Fake::serving(1);
        let mut ledger = Ledger::open(&fake, true);
        fake.pass(SECONDS_KEPT + 100, &mut ledger);
        assert_eq!(ledger.recent.len() as u64, SECONDS_KEPT);
        assert_eq!(ledger.total().served, SECONDS_KEPT + 100);
        assert!(ledger.between(50, 60).is_none());
    }
}
