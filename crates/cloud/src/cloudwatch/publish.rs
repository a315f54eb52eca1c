//! Once a minute, everything that has metrics tells them.

use des::{SimDuration, SimTime};

use super::sketch::Sketch;
use super::store::Told;
use super::{Event, Metrics, Statistics, defaults};
use crate::Cloud;
use crate::bill::{HOURS_PER_MONTH, Item, prices};
use crate::event::Event as Any;
use crate::fact::FactId;

const HOUR_S: u64 = 3_600;
/// What is too old is swept out once a day.
const DAY_S: u64 = 86_400;

/// Takes the values of one minute.
pub(crate) struct Publisher<'a> {
    metrics: &'a mut Metrics,
    /// When the minute began.
    start: SimTime,
}

impl Publisher<'_> {
    /// Adds values of a metric.
    pub(crate) fn put(
        &mut self,
        namespace: &str,
        name: &str,
        dimensions: &[(&str, &str)],
        unit: &'static str,
        values: Statistics,
    ) {
        self.put_of(1, namespace, name, dimensions, unit, values);
    }

    /// The same for a period of several minutes that ends with this one: values stand at the start of their period.
    pub(crate) fn put_of(
        &mut self,
        minutes: u64,
        namespace: &str,
        name: &str,
        dimensions: &[(&str, &str)],
        unit: &'static str,
        values: Statistics,
    ) {
        self.put_known(minutes, namespace, name, dimensions, unit, (values, None));
    }

    /// The same where it is known which values there were, so that percentiles are known.
    pub(crate) fn put_known(
        &mut self,
        minutes: u64,
        namespace: &str,
        name: &str,
        dimensions: &[(&str, &str)],
        unit: &'static str,
        (values, which): (Statistics, Option<&Sketch>),
    ) {
        let start = self
            .start
            .as_secs()
            .saturating_sub((minutes - 1) * defaults::PERIOD_S);
        let told = Told {
            unit,
            at: SimTime::from_secs(start),
            values,
            which,
            finely: false,
            cause: FactId::NONE,
        };
        self.metrics.put(namespace, name, dimensions, &told);
    }

    /// Adds values of the minute that are not all the same, each with how often it occurred, so that percentiles are known.
    pub(crate) fn put_each(
        &mut self,
        namespace: &str,
        name: &str,
        dimensions: &[(&str, &str)],
        unit: &'static str,
        each: &[(f64, f64)],
    ) {
        let mut which = Sketch::default();
        each.iter().for_each(|(value, count)| which.add(*value, *count));
        let one = |(value, count): &(f64, f64)| Statistics::of(*value).times(*count);
        if let Some(values) = each.iter().map(one).reduce(Statistics::with) {
            self.put_known(1, namespace, name, dimensions, unit, (values, Some(&which)));
        }
    }

    /// Which minute of the world it is, from 0.
    pub(crate) const fn minute(&self) -> u64 {
        self.start.as_secs() / defaults::PERIOD_S
    }
}

impl Cloud {
    /// Lets metrics be told from now on, if they are not already.
    pub(crate) fn arm_metrics(&mut self) {
        if !self.cloudwatch.armed {
            self.cloudwatch.armed = true;
            let minute = SimDuration::from_secs(defaults::PERIOD_S);
            let end = (self.now + SimDuration::from_micros(1)).next_multiple_of(minute);
            self.events.push(end, Any::CloudWatch(Event::MinuteOver));
        }
    }

    /// Metrics of one's own are charged for each hour in which they were told.
    fn bill_custom_metrics(&mut self, metrics: &Metrics) {
        if self.now.as_secs().is_multiple_of(HOUR_S) {
            let told = metrics.names(self.now, HOUR_S);
            let own = told.filter(|name| !name.namespace.starts_with("AWS/"));
            self.cloudwatch.custom_metric_hours += own.count() as u64;
            let micro_months = self.cloudwatch.custom_metric_hours * 1_000_000 / HOURS_PER_MONTH;
            self.bill
                .used_up_to(Item::CustomMetrics, micro_months, prices::CUSTOM_METRIC);
        }
    }

    /// A minute is over.
    pub(super) fn publish_minute(&mut self) {
        let minute = SimDuration::from_secs(defaults::PERIOD_S);
        self.events
            .push(self.now + minute, Any::CloudWatch(Event::MinuteOver));
        let mut metrics = std::mem::take(&mut self.cloudwatch.metrics);
        let start = SimTime::from_micros(self.now.as_micros() - minute.as_micros());
        let mut out = Publisher {
            metrics: &mut metrics,
            start,
        };
        crate::ec2::metrics::publish(self, &mut out);
        crate::elbv2::metrics::publish(self, &mut out);
        crate::autoscaling::metrics::publish(self, &mut out);
        crate::dynamodb::metrics::publish(self, &mut out);
        crate::s3::metrics::publish(self, &mut out);
        self.bill_custom_metrics(&metrics);
        self.bill.minute_over(self.now.as_secs() / defaults::PERIOD_S);
        if self.now.as_secs().is_multiple_of(DAY_S) {
            metrics.forget(self.now);
        }
        self.cloudwatch.metrics = metrics;
    }
}
