//! An alarm looks at what it watches, as it does every minute in its own second.

use des::{SimDuration, SimTime};

use super::alarm::{AlarmIndex, Watch};
use super::evaluate::{Missing, evaluate};
use super::statistic::Extended;
use super::store::newest_period;
use super::{Alarm, AlarmSpec, Event, defaults, math};
use crate::Cloud;
use crate::event::Event as Any;

/// What an alarm saw, oldest first: when each period began, its value, and of how many samples.
pub(super) struct Seen(pub(super) Vec<(Option<u64>, Option<Sample>)>);

/// A value and of how many samples it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    pub(super) value: f64,
    pub(super) count: f64,
}

impl Seen {
    /// The values that the alarm decides by, with the beginnings of their periods, newest first.
    fn recent(&self, spec: &AlarmSpec) -> Vec<(SimTime, f64)> {
        let decisive = self.real().take(spec.evaluation_periods);
        decisive
            .map(|(start, sample)| (SimTime::from_secs(start), sample.value))
            .collect()
    }

    /// The newest value.
    pub(super) fn newest(&self) -> Option<f64> {
        self.real().next().map(|(_, sample)| sample.value)
    }

    /// The values that are there, newest first, with the starts of their periods in seconds.
    pub(super) fn real(&self) -> impl Iterator<Item = (u64, Sample)> {
        self.0.iter().rev().filter_map(|(at, sample)| at.zip(*sample))
    }
}

impl Cloud {
    /// An alarm looks at what it watches.
    pub(super) fn evaluate_alarm(&mut self, index: AlarmIndex) {
        let alarm = self.cloudwatch.alarm(index);
        if alarm.deleted {
            return;
        }
        let again = self.now + alarm.evaluated_every();
        self.events.push(again, Any::CloudWatch(Event::Evaluate(index)));
        let seen = self.look(alarm);
        let (spec, old) = (&alarm.spec, alarm.state);
        let breaches = |sample: &Sample| spec.comparison.breaches(sample.value, spec.threshold);
        let range: Vec<Option<bool>> = seen
            .0
            .iter()
            .map(|(_, sample)| sample.as_ref().map(breaches))
            .collect();
        let state = if too_few_samples(alarm, &seen) {
            None
        } else {
            evaluate(
                &range,
                spec.evaluation_periods,
                spec.datapoints_to_alarm,
                treatment(alarm),
            )
        };
        let state = state.unwrap_or(old);
        let told = (state != old).then(|| (seen.reason(spec, state), seen.reason_data(spec, self.now)));
        self.note_evaluation(index, &seen);
        match told {
            Some((reason, data)) => {
                let cause = self.cause_of_metric(index);
                self.enter_alarm_state(index, state, reason, Some(data), cause);
            }
            None => self.repeat_scaling_actions(index),
        }
    }

    /// Source: CloudWatch API Reference, MetricAlarm: `EvaluationState` tells that an expression has too few values.
    fn note_evaluation(&mut self, index: AlarmIndex, seen: &Seen) {
        let now = self.now;
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        alarm.newest = seen.newest();
        alarm.recent = seen.recent(&alarm.spec);
        let is_math = matches!(alarm.more.watch, Watch::Math(_));
        let state = (is_math && seen.newest().is_none()).then_some("PARTIAL_DATA");
        if alarm.evaluation_state != state {
            (alarm.evaluation_state, alarm.updated) = (state, now);
        }
    }

    fn look(&self, alarm: &Alarm) -> Seen {
        let spec = &alarm.spec;
        let periods = spec.evaluation_periods as u64 + defaults::RANGE_BEYOND;
        let newest = newest_period(self.now, spec.period_s);
        let start = |back: u64| newest?.checked_sub(back * spec.period_s);
        let starts: Vec<Option<u64>> = (0..periods).rev().map(start).collect();
        let real: Vec<u64> = starts.iter().flatten().copied().collect();
        let early = std::iter::repeat_n((None, None), starts.len() - real.len());
        let seen = real.iter().copied().map(Some).zip(self.samples(alarm, &real));
        Seen(early.chain(seen).collect())
    }

    /// What the metric of an alarm was in the periods that begin at these seconds.
    fn samples(&self, alarm: &Alarm, starts: &[u64]) -> Vec<Option<Sample>> {
        let (spec, metrics) = (&alarm.spec, &self.cloudwatch.metrics);
        if let Watch::Math(queries) = &alarm.more.watch {
            let values = math::returned(metrics, queries, starts, spec.period_s);
            let sample = |value: Option<f64>| value.map(|value| Sample { value, count: 1.0 });
            return values.into_iter().map(sample).collect();
        }
        let fits = alarm
            .more
            .unit
            .as_ref()
            .is_none_or(|unit| unit == metrics.unit(&spec.metric));
        let sample = |&start: &u64| {
            let found = metrics.statistic(&spec.metric, start, spec.period_s, &spec.statistic);
            found
                .filter(|_| fits)
                .map(|(value, count)| Sample { value, count })
        };
        starts.iter().map(sample).collect()
    }

    /// The values of an alarm's metric in the periods since `from` that can be read, with the seconds in which they
    /// begin: oldest first, without those that have none.
    #[must_use]
    pub fn alarm_datapoints(&self, index: AlarmIndex, from: SimTime) -> Vec<(u64, f64)> {
        let alarm = self.cloudwatch.alarm(index);
        let period_s = alarm.spec.period_s;
        let first = from.as_secs() / period_s * period_s;
        let Some(newest) = newest_period(self.now, period_s) else {
            return Vec::new();
        };
        let starts: Vec<u64> = (first..=newest).step_by(period_s as usize).collect();
        let samples = self.samples(alarm, &starts);
        let values = starts.into_iter().zip(samples);
        values
            .filter_map(|(start, sample)| Some((start, sample?.value)))
            .collect()
    }

    /// Scaling policies are told every minute for as long as the alarm stays in the state.
    fn repeat_scaling_actions(&mut self, index: AlarmIndex) {
        let now = self.now;
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        if now + SimDuration::from_secs(1) > alarm.repeats {
            alarm.repeats = now + defaults::EVALUATED_EVERY;
            self.tell_policies_again(index);
        }
    }
}

/// Source: CloudWatch API Reference, PutMetricAlarm: alarms upon metrics of Amazon DynamoDB always keep their state.
fn treatment(alarm: &Alarm) -> Missing {
    if alarm.spec.metric.namespace == "AWS/DynamoDB" {
        Missing::Ignore
    } else {
        alarm.spec.missing
    }
}

/// Whether a percentile is of too few samples to say anything, and should then not.
fn too_few_samples(alarm: &Alarm, seen: &Seen) -> bool {
    let needed = Extended::named(&alarm.spec.statistic).map_or(0.0, Extended::samples_needed);
    let newest = seen.real().take(alarm.spec.evaluation_periods);
    alarm.more.ignore_low_samples && newest.into_iter().any(|(_, sample)| sample.count < needed)
}
