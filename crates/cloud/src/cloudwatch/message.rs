//! What a mail about an alarm says.
//!
//! Source: JSON of published alarm notifications.

use super::alarm::{Alarm, Watch};
use super::history::text;
use super::reason::{date, double, long_time};
use super::{AlarmIndex, AlarmState, Missing};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;

impl Cloud {
    pub(super) fn alarm_message(&self, index: AlarmIndex, old: AlarmState) -> String {
        let alarm = self.cloudwatch.alarm(index);
        let spec = &alarm.spec;
        let lists = spec.actions.clone().map(|arns| {
            let arns: Vec<String> = arns.iter().map(|arn| text(arn)).collect();
            arns.join(",")
        });
        format!(
            "{{\"AlarmName\":{},\"AlarmDescription\":{},\"AWSAccountId\":\"{ACCOUNT_ID}\",\
             \"AlarmConfigurationUpdatedTimestamp\":\"{}\",\"NewStateValue\":\"{}\",\"NewStateReason\":{},\
             \"StateChangeTime\":\"{}\",\"Region\":{},\"AlarmArn\":{},\"OldStateValue\":\"{}\",\"OKActions\":[{}],\
             \"AlarmActions\":[{}],\"InsufficientDataActions\":[{}],{}}}",
            text(&spec.name),
            spec.description.as_deref().map_or("null".to_owned(), text),
            date(alarm.configured.as_secs()),
            alarm.state.name(),
            text(&alarm.reason),
            date(self.now.as_secs()),
            text(&self.region.long_name()),
            text(&self.alarm_arn(&spec.name)),
            old.name(),
            lists[0],
            lists[1],
            lists[2],
            trigger(alarm),
        )
    }

    /// The same for readers of plain mail.
    pub(super) fn alarm_mail(&self, index: AlarmIndex, old: AlarmState) -> String {
        let alarm = self.cloudwatch.alarm(index);
        let (name, state, reason) = (&alarm.spec.name, alarm.state.name(), &alarm.reason);
        let (region, at) = (self.region.long_name(), long_time(self.now));
        let list = |state: AlarmState| {
            let arns = &alarm.spec.actions[state as usize];
            if arns.is_empty() {
                String::new()
            } else {
                format!("[{}]", arns.join(", "))
            }
        };
        format!(
            "You are receiving this email because your Amazon CloudWatch Alarm \"{name}\" in the {region} region has \
             entered the {state} state, because \"{reason}\" at \"{at}\".\n\n\
             Alarm Details:\n\
             - Name:                       {name}\n\
             - Description:                {}\n\
             - State Change:               {} -> {state}\n\
             - Reason for State Change:    {reason}\n\
             - Timestamp:                  {at}\n\
             - AWS Account:                {ACCOUNT_ID}\n\
             - Alarm Arn:                  {}\n\n\
             {}\n\
             State Change Actions:\n- OK: {}\n- ALARM: {}\n- INSUFFICIENT_DATA: {}",
            alarm.spec.description.as_deref().unwrap_or_default(),
            old.name(),
            self.alarm_arn(name),
            watched(alarm),
            list(AlarmState::Ok),
            list(AlarmState::Alarm),
            list(AlarmState::InsufficientData),
        )
    }
}

/// What a plain mail tells of the threshold and of what is watched.
fn watched(alarm: &Alarm) -> String {
    let spec = &alarm.spec;
    if let Watch::Composite(composite) = &alarm.more.watch {
        return format!("Alarm Rule:\n- {}\n", composite.text);
    }
    let threshold = format!(
        "Threshold:\n- The alarm is in the ALARM state when the metric is {} {} for at least {} of the last {} period(s) \
         of {} seconds.\n",
        spec.comparison.name(),
        double(spec.threshold),
        spec.datapoints_to_alarm,
        spec.evaluation_periods,
        spec.period_s,
    );
    let pairs: Vec<String> = spec
        .metric
        .dimensions
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    if let Watch::Math(queries) = &alarm.more.watch {
        let ids: Vec<&str> = queries.iter().map(|query| query.id.as_str()).collect();
        return format!("{threshold}\nMonitored Metrics:\n- {}\n", ids.join(", "));
    }
    format!(
        "{threshold}\nMonitored Metric:\n\
         - MetricNamespace:            {}\n\
         - MetricName:                 {}\n\
         - Dimensions:                 [{}]\n\
         - Period:                     {} seconds\n\
         - Statistic:                  {}\n\
         - Unit:                       {}\n\
         - TreatMissingData:           {}\n",
        spec.metric.namespace,
        spec.metric.name,
        pairs.join(", "),
        spec.period_s,
        spec.statistic,
        alarm.more.unit.as_deref().unwrap_or("not specified"),
        spec.missing.name(),
    )
}

fn trigger(alarm: &Alarm) -> String {
    let spec = &alarm.spec;
    let watched = match &alarm.more.watch {
        Watch::Composite(composite) => return format!("\"AlarmRule\":{}", text(&composite.text)),
        Watch::Metric => metric(alarm),
        Watch::Math(queries) => {
            let names: Vec<String> = queries
                .iter()
                .map(|query| format!("{{\"Id\":{}}}", text(&query.id)))
                .collect();
            format!("\"Metrics\":[{}]", names.join(","))
        }
    };
    let (n, m) = (spec.evaluation_periods, spec.datapoints_to_alarm);
    let (compared, threshold) = (spec.comparison.name(), double(spec.threshold));
    let low = if alarm.more.ignore_low_samples {
        "ignore"
    } else {
        ""
    };
    format!(
        "\"Trigger\":{{{watched},\"Period\":{},\"EvaluationPeriods\":{n},\"DatapointsToAlarm\":{m},\
         \"ComparisonOperator\":\"{compared}\",\"Threshold\":{threshold},\"TreatMissingData\":\"{}\",\
         \"EvaluateLowSampleCountPercentile\":\"{low}\"}}",
        spec.period_s,
        spec.missing.name(),
    )
}

fn metric(alarm: &Alarm) -> String {
    let spec = &alarm.spec;
    let dimension =
        |(name, value): &(String, String)| format!("{{\"value\":{},\"name\":{}}}", text(value), text(name));
    let dimensions: Vec<String> = spec.metric.dimensions.iter().map(dimension).collect();
    let statistic = if api::cloudwatch::STATISTICS.contains(&spec.statistic.as_str()) {
        format!(
            "\"StatisticType\":\"Statistic\",\"Statistic\":\"{}\"",
            word(&spec.statistic)
        )
    } else {
        let statistic = text(&spec.statistic);
        format!("\"StatisticType\":\"ExtendedStatistic\",\"ExtendedStatistic\":{statistic}")
    };
    format!(
        "\"MetricName\":{},\"Namespace\":{},{statistic},\"Unit\":{},\"Dimensions\":[{}]",
        text(&spec.metric.name),
        text(&spec.metric.namespace),
        alarm.more.unit.as_deref().map_or("null".to_owned(), text),
        dimensions.join(","),
    )
}

/// `SampleCount` as mails write it: `SAMPLE_COUNT`.
fn word(statistic: &str) -> String {
    match statistic {
        "SampleCount" => "SAMPLE_COUNT".to_owned(),
        other => other.to_uppercase(),
    }
}

impl Missing {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Ignore => "ignore",
            Self::Breaching => "breaching",
            Self::NotBreaching => "notBreaching",
        }
    }
}
