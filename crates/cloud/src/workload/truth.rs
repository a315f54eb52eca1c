//! Client-side truth: what the employees met, per second and per minute, whatever any service believes.
//!
//! Nothing here runs on a timer: a second or minute is closed when the next request begins or ends, and readers close
//! them in their own copy of the numbers. Memory is bounded by time, not by the number of requests.

use des::{Log, SimDuration, SimTime};
use hdrhistogram::Histogram;

use crate::app::Route;
use crate::ec2::InstanceIndex;
use crate::region::ZoneIndex;
use crate::workload::office::OFFICES;
use crate::workload::{OfficeIndex, Outcome, Record};

/// An answer that takes longer than this is slow.
pub const SLOW: SimDuration = SimDuration::from_secs(1);
/// Seconds kept: the newest three hours.
pub const SECONDS_KEPT: usize = 3 * 3_600;
/// Minutes kept: the newest fifteen days, as long as CloudWatch keeps one-minute data.
pub const MINUTES_KEPT: usize = 15 * 24 * 60;
/// Rows kept of requests by minute and instance.
pub const TARGET_ROWS_KEPT: usize = 50_000;
/// The most zones a Region has.
const ZONES: usize = 6;
/// Latencies are counted in buckets no wider than 1 in 128 of their value, from 64 µs to about two minutes.
const LATENCY_FLOOR_US: u64 = 64;
const LATENCY_MAX_US: u64 = 120_000_000;
const SIGNIFICANT_DIGITS: u8 = 2;
/// The sliding minute is made of this many slices.
const SLICES: usize = 6;
const SLICE: u64 = 10;

/// Requests of one kind, by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By [`Outcome`].
    pub ended: [u32; Outcome::COUNT],
    /// Served, but slower than [`SLOW`].
    pub slow: u32,
}

impl Counts {
    /// Ended well.
    #[must_use]
    pub const fn served(&self) -> u32 {
        self.ended[Outcome::Served as usize]
    }

    /// Ended, well or not.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.ended.iter().sum()
    }

    /// Ended badly.
    #[must_use]
    pub fn failed(&self) -> u32 {
        self.total() - self.served()
    }

    /// Takes in the requests of `other`.
    pub fn add(&mut self, other: &Self) {
        self.ended
            .iter_mut()
            .zip(other.ended)
            .for_each(|(mine, theirs)| *mine += theirs);
        self.slow += other.slow;
    }

    fn count(&mut self, outcome: Outcome, slow: bool) {
        self.ended[outcome as usize] += 1;
        self.slow += u32::from(slow);
    }
}

/// Percentiles of the time from sending to a good answer, in microseconds; zero without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Percentiles {
    /// Half were faster.
    pub p50: u32,
    /// One in twenty was slower.
    pub p95: u32,
    /// One in a hundred was slower.
    pub p99: u32,
}

/// One second or one minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// When it began, in its own unit since the beginning of the world.
    pub number: u64,
    /// Requests sent in it, by office.
    pub sent: [u32; OFFICES],
    /// Requests that ended in it.
    pub counts: Counts,
    /// Latency of those served.
    pub latency: Percentiles,
}

impl Span {
    /// Requests sent from all offices.
    #[must_use]
    pub fn sent_total(&self) -> u32 {
        self.sent.iter().sum()
    }
}

/// One minute in detail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Minute {
    /// The whole.
    pub span: Span,
    /// By route.
    pub by_route: [Counts; Route::COUNT],
    /// By the zone of the instance that received the request.
    pub by_zone: [Counts; ZONES],
}

/// The requests that one instance received, of those that ended in one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetMinute {
    /// Minutes since the beginning.
    pub minute: u64,
    /// Which instance.
    pub target: InstanceIndex,
    /// How they ended.
    pub counts: Counts,
}

/// The sliding last minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastMinute {
    /// Requests that ended.
    pub counts: Counts,
    /// Latency of those served.
    pub latency: Percentiles,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Truth {
    /// Closed seconds, oldest first; a second in which nothing happened has no entry.
    pub seconds: Log<Span>,
    /// Closed minutes, likewise.
    pub minutes: Log<Minute>,
    /// Closed minutes by instance.
    pub targets: Log<TargetMinute>,
    /// Requests sent since the beginning.
    pub sent: u64,
    /// The same, by office.
    pub sent_by_office: [u64; OFFICES],
    /// Requests ended since the beginning, by [`Outcome`].
    pub ended: [u64; Outcome::COUNT],
    second: Span,
    minute: Minute,
    target_counts: Vec<Counts>,
    second_latency: Histogram<u32>,
    minute_latency: Histogram<u32>,
    slices: [Slice; SLICES],
}

#[derive(Clone, Debug)]
struct Slice {
    number: u64,
    counts: Counts,
    latency: Histogram<u32>,
}

impl Default for Truth {
    fn default() -> Self {
        let slice = Slice {
            number: 0,
            counts: Counts::default(),
            latency: histogram(),
        };
        Self {
            seconds: Log::bounded(SECONDS_KEPT),
            minutes: Log::bounded(MINUTES_KEPT),
            targets: Log::bounded(TARGET_ROWS_KEPT),
            sent: 0,
            sent_by_office: [0; OFFICES],
            ended: [0; Outcome::COUNT],
            second: Span::default(),
            minute: Minute::default(),
            target_counts: Vec::new(),
            second_latency: histogram(),
            minute_latency: histogram(),
            slices: std::array::from_fn(|_| slice.clone()),
        }
    }
}

fn histogram() -> Histogram<u32> {
    Histogram::new_with_bounds(LATENCY_FLOOR_US, LATENCY_MAX_US, SIGNIFICANT_DIGITS)
        .expect("the bounds are constants")
}

impl Truth {
    /// Requests served since the beginning.
    #[must_use]
    pub const fn served(&self) -> u64 {
        self.ended[Outcome::Served as usize]
    }

    /// Requests that ended since the beginning.
    #[must_use]
    pub fn ended_total(&self) -> u64 {
        self.ended.iter().sum()
    }

    /// The second that has begun and is not closed; it may be long past if nothing has happened since.
    #[must_use]
    pub fn open_second(&self) -> Span {
        Span {
            latency: percentiles(&self.second_latency),
            ..self.second
        }
    }

    /// The minute that has begun and is not closed, likewise.
    #[must_use]
    pub fn open_minute(&self) -> Minute {
        let span = Span {
            latency: percentiles(&self.minute_latency),
            ..self.minute.span
        };
        Minute { span, ..self.minute }
    }

    /// The seconds numbered `from..to` in which anything happened, the open one included, oldest first.
    pub fn seconds_between(&self, from: u64, to: u64) -> impl Iterator<Item = Span> {
        let open = (self.second.sent_total() + self.second.counts.total() > 0).then(|| self.open_second());
        let back = self
            .seconds
            .iter()
            .rev()
            .take_while(move |span| span.number >= from)
            .count() as u64;
        let kept = self.seconds.from(self.seconds.end() - back).copied();
        kept.chain(open)
            .filter(move |span| (from..to).contains(&span.number))
    }

    /// The sliding last minute, in steps of ten seconds.
    #[must_use]
    pub fn last_minute(&self, now: SimTime) -> LastMinute {
        let current = now.as_secs() / SLICE;
        let (mut counts, mut latency) = (Counts::default(), histogram());
        for slice in self
            .slices
            .iter()
            .filter(|slice| slice.number + (SLICES as u64) > current)
        {
            counts.add(&slice.counts);
            latency.add(&slice.latency).expect("the same bounds");
        }
        LastMinute {
            counts,
            latency: percentiles(&latency),
        }
    }

    pub(crate) fn count_sent(&mut self, now: SimTime, office: OfficeIndex) {
        self.close_until(now);
        self.sent += 1;
        self.sent_by_office[office.0 as usize] += 1;
        self.second.sent[office.0 as usize] += 1;
        self.minute.span.sent[office.0 as usize] += 1;
    }

    /// `zone` is that of the record's target.
    pub(crate) fn count_ended(&mut self, now: SimTime, record: &Record, zone: Option<ZoneIndex>) {
        self.close_until(now);
        let slow = record.outcome.is_served() && u64::from(record.ended) > SLOW.as_micros();
        self.ended[record.outcome as usize] += 1;
        self.second.counts.count(record.outcome, slow);
        self.minute.span.counts.count(record.outcome, slow);
        self.minute.by_route[record.route as usize].count(record.outcome, slow);
        if let Some(zone) = zone {
            self.minute.by_zone[zone.index()].count(record.outcome, slow);
            self.target_counts_of(record.target).count(record.outcome, slow);
        }
        self.count_latency(now, record, slow);
    }

    fn count_latency(&mut self, now: SimTime, record: &Record, slow: bool) {
        let slice = &mut self.slices[(now.as_secs() / SLICE) as usize % SLICES];
        slice.counts.count(record.outcome, slow);
        if record.outcome.is_served() {
            let latency = u64::from(record.ended);
            for histogram in [&mut slice.latency, &mut self.second_latency] {
                histogram.saturating_record(latency);
            }
        }
    }

    fn target_counts_of(&mut self, target: InstanceIndex) -> &mut Counts {
        let index = target.index();
        if index >= self.target_counts.len() {
            self.target_counts.resize(index + 1, Counts::default());
        }
        &mut self.target_counts[index]
    }

    #[inline]
    fn close_until(&mut self, now: SimTime) {
        if now.as_secs() != self.second.number {
            self.close_second(now);
        }
    }

    #[cold]
    fn close_second(&mut self, now: SimTime) {
        let number = now.as_secs();
        if self.second.sent_total() + self.second.counts.total() > 0 {
            self.seconds.push(self.open_second());
            self.minute_latency
                .add(&self.second_latency)
                .expect("the same bounds");
            self.second_latency.clear();
        }
        self.second = Span {
            number,
            ..Span::default()
        };
        if number / 60 != self.minute.span.number {
            self.close_minute(number / 60);
        }
        self.open_slice(number / SLICE);
    }

    fn close_minute(&mut self, number: u64) {
        let minute = self.minute.span.number;
        if self.minute.span.sent_total() + self.minute.span.counts.total() > 0 {
            self.minutes.push(self.open_minute());
            self.minute_latency.clear();
        }
        for (target, counts) in (0..).zip(&mut self.target_counts) {
            if counts.total() > 0 {
                self.targets.push(TargetMinute {
                    minute,
                    target: InstanceIndex(target),
                    counts: std::mem::take(counts),
                });
            }
        }
        self.minute = Minute {
            span: Span {
                number,
                ..Span::default()
            },
            ..Minute::default()
        };
    }

    fn open_slice(&mut self, number: u64) {
        let slice = &mut self.slices[number as usize % SLICES];
        if slice.number != number {
            slice.number = number;
            slice.counts = Counts::default();
            slice.latency.clear();
        }
    }
}

fn percentiles(latency: &Histogram<u32>) -> Percentiles {
    let at = |quantile| u32::try_from(latency.value_at_quantile(quantile)).unwrap_or(u32::MAX);
    if latency.is_empty() {
        return Percentiles::default();
    }
    Percentiles {
        p50: at(0.50),
        p95: at(0.95),
        p99: at(0.99),
    }
}
