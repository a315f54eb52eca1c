//! The options by which `put-metric-data` says one value without a structure.

use api::cloudwatch::{Dimension, MetricDatum, StatisticSet, Write};
use api::{Call, Timestamp, WriteCall};

use crate::error::Problem;
use crate::extras::{Extra, Set, extra, refused};
use crate::fill::{double, integer};

/// They make one value together.
pub(crate) static METRIC: &[Extra] = &[
    of_datum("metric-name", |call, words| {
        datum(call).metric_name = Some(words[0].to_owned());
        Ok(())
    }),
    of_datum("timestamp", |call, words| {
        let wrong = || Problem::request(&format!("Invalid timestamp \"{}\"", words[0]));
        datum(call).timestamp = Some(Timestamp::parse(words[0]).ok_or_else(wrong)?);
        Ok(())
    }),
    of_datum("unit", |call, words| {
        datum(call).unit = Some(words[0].to_owned());
        Ok(())
    }),
    of_datum("value", |call, words| {
        datum(call).value = Some(double(words[0])?);
        Ok(())
    }),
    of_datum("dimensions", set_dimensions),
    of_datum("statistic-values", set_statistics),
    of_datum("storage-resolution", |call, words| {
        datum(call).storage_resolution = Some(integer(words[0])?);
        Ok(())
    }),
];

const fn of_datum(option: &'static str, set: Set) -> Extra {
    Extra {
        excludes: &["metric-data"],
        clash: "The key \"{}\" cannot be specified when one of the following keys are also specified: metric_data",
        ..extra(&["PutMetricData"], option, (1, 1), set)
    }
}

/// `Name=value` pairs parted by commas.
fn set_dimensions(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    let dimensions = named(words[0])?.into_iter().map(|(name, value)| Dimension {
        name: Some(name.to_owned()),
        value: Some(value.to_owned()),
    });
    datum(call).dimensions = dimensions.collect();
    Ok(())
}

fn set_statistics(call: &mut Call, words: &[&str]) -> Result<(), Problem> {
    let mut values = StatisticSet::default();
    for (name, value) in named(words[0])? {
        let place = match name {
            "SampleCount" => &mut values.sample_count,
            "Sum" => &mut values.sum,
            "Minimum" => &mut values.minimum,
            "Maximum" => &mut values.maximum,
            other => {
                let known = "SampleCount, Sum, Minimum, Maximum";
                return Err(Problem::request(&format!(
                    "Unknown parameter in MetricData[0].StatisticValues: \"{other}\", must be one of: {known}"
                )));
            }
        };
        *place = Some(double(value)?);
    }
    datum(call).statistic_values = Some(values);
    Ok(())
}

fn named(text: &str) -> Result<Vec<(&str, &str)>, Problem> {
    let pairs = text.split(',').map(|pair| pair.split_once('='));
    let pairs: Option<Vec<_>> = pairs.collect();
    pairs.ok_or_else(|| refused("expected name=value, parted by commas"))
}

/// The one value that the options make. Only of `put-metric-data` are they asked for.
fn datum(call: &mut Call) -> &mut MetricDatum {
    let Call::Write(WriteCall::CloudWatch(Write::PutMetricData(input))) = call else {
        unreachable!("an option of another operation")
    };
    if input.metric_data.is_empty() {
        input.metric_data.push(MetricDatum::default());
    }
    &mut input.metric_data[0]
}
