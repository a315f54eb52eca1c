//! `PutMetricData`: values of one's own metrics.

use api::cloudwatch::{MetricDatum, PutMetricDataInput, StatisticSet, UNITS};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::{both, invalid, read_dimensions};
use crate::Cloud;
use crate::cloudwatch::store::Told;
use crate::cloudwatch::{Sketch, Statistics, defaults};

/// Values of one datum, summed up, and which they were.
type Read = (SimTime, Statistics, Option<Sketch>);

/// All values or none.
pub(super) fn put_metric_data(cloud: &mut Cloud, input: &PutMetricDataInput) -> Result<(), ApiError> {
    let namespace = input.namespace.as_deref().unwrap_or_default();
    if namespace.starts_with("AWS/") {
        return Err(invalid(
            "The value AWS/ for parameter Namespace is invalid: it is reserved for AWS",
        ));
    }
    let data = input.metric_data.iter().zip(1..);
    let read: Vec<Read> = data
        .map(|(datum, place)| read(cloud, datum, place))
        .collect::<Result<_, _>>()?;
    let cause = cloud.accept();
    cloud.arm_metrics();
    for (datum, (at, values, which)) in input.metric_data.iter().zip(&read) {
        let told = Told {
            unit: unit(datum),
            at: *at,
            values: *values,
            which: which.as_ref(),
            finely: datum.storage_resolution == Some(1),
            cause,
        };
        let name = datum.metric_name.as_deref().unwrap_or_default();
        cloud
            .cloudwatch
            .metrics
            .put(namespace, name, &read_dimensions(&datum.dimensions), &told);
    }
    Ok(())
}

fn unit(datum: &MetricDatum) -> &'static str {
    let unit = datum.unit.as_deref().unwrap_or("None");
    UNITS
        .iter()
        .find(|known| **known == unit)
        .copied()
        .unwrap_or("None")
}

fn read(cloud: &Cloud, datum: &MetricDatum, place: usize) -> Result<Read, ApiError> {
    if datum
        .storage_resolution
        .is_some_and(|seconds| seconds != 1 && seconds != 60)
    {
        let message = format!("The parameter MetricData.member.{place}.StorageResolution must be 1 or 60.");
        return Err(invalid(message));
    }
    let at = when(cloud, datum, place)?;
    let (values, which) = values(datum, place)?;
    Ok((at, values, which))
}

/// Up to two hours ahead and two weeks back; nothing is older than the world.
fn when(cloud: &Cloud, datum: &MetricDatum, place: usize) -> Result<SimTime, ApiError> {
    const TWO_HOURS: i64 = 2 * 3_600 * 1_000_000;
    const TWO_WEEKS: i64 = 14 * 24 * 3_600 * 1_000_000;
    let now = Timestamp::of(cloud.now).as_micros();
    let Some(at) = datum.timestamp.map(Timestamp::as_micros) else {
        return Ok(cloud.now);
    };
    if !(now - TWO_WEEKS..=now + TWO_HOURS).contains(&at) {
        return Err(invalid(format!(
            "The parameter MetricData.member.{place}.Timestamp must specify a time no more than two weeks in the past and \
             no more than two hours in the future."
        )));
    }
    Ok(SimTime::from_micros(
        (at - Timestamp::WORLD_START.as_micros()).max(0) as u64,
    ))
}

fn values(datum: &MetricDatum, place: usize) -> Result<(Statistics, Option<Sketch>), ApiError> {
    let given = [
        ("Value", datum.value.is_some()),
        ("StatisticValues", datum.statistic_values.is_some()),
        ("Values", !datum.values.is_empty()),
    ];
    let mut given = given
        .into_iter()
        .filter(|(_, given)| *given)
        .map(|(name, _)| name);
    let (Some(one), other) = (given.next(), given.next()) else {
        let message = "At least one of the parameters Value, Values and StatisticValues must be specified.";
        return Err(ApiError::new("MissingParameter", message));
    };
    if let Some(other) = other {
        return Err(both(one, other));
    }
    let (values, which) = match (datum.value, &datum.statistic_values) {
        (Some(value), _) => (Statistics::of(value), None),
        (_, Some(set)) => (read_set(set), None),
        _ => read_many(datum, place)?,
    };
    let numbers = [values.sum, values.min, values.max, values.count];
    if numbers.into_iter().all(fits) && values.count > 0.0 && values.min <= values.max {
        return Ok((values, which));
    }
    Err(invalid(
        "The value of a metric must be a number from -2^360 to 2^360, of at least one sample.",
    ))
}

fn fits(number: f64) -> bool {
    const GREATEST: f64 = 2.3485425827738332e108; // 2^360
    number.is_finite() && number.abs() <= GREATEST
}

fn read_set(set: &StatisticSet) -> Statistics {
    Statistics {
        count: set.sample_count.unwrap_or_default(),
        sum: set.sum.unwrap_or_default(),
        min: set.minimum.unwrap_or_default(),
        max: set.maximum.unwrap_or_default(),
    }
}

fn read_many(datum: &MetricDatum, place: usize) -> Result<(Statistics, Option<Sketch>), ApiError> {
    let (values, counts) = (&datum.values, &datum.counts);
    if !counts.is_empty() && counts.len() != values.len() {
        return Err(invalid(format!(
            "The parameters MetricData.member.{place}.Values and MetricData.member.{place}.Counts must be of the same size."
        )));
    }
    if values.len() > defaults::VALUES_PER_DATUM || !values.iter().chain(counts).copied().all(fits) {
        return Err(invalid(
            "The value of a metric must be a number from -2^360 to 2^360, of at least one sample.",
        ));
    }
    let mut which = Sketch::default();
    let counts = counts.iter().copied().chain(std::iter::repeat(1.0));
    let each = values.iter().zip(counts).filter(|(_, count)| *count > 0.0);
    let each = each.inspect(|(value, count)| which.add(**value, *count));
    let all = each
        .map(|(value, count)| Statistics::of(*value).times(count))
        .reduce(Statistics::with);
    let none =
        || invalid("The value of a metric must be a number from -2^360 to 2^360, of at least one sample.");
    Ok((all.ok_or_else(none)?, Some(which)))
}
