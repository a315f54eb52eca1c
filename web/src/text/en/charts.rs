//! English for charts.

use des::SimTime;
use view::chart::{Board, CHARTS_A_PAGE, Chart, Line, Measure, Role, Topic};

use super::numbers::{clock, count, delay_words, percent, rate};
use crate::text::ChartWords;

pub(super) const CHARTS: ChartWords = ChartWords {
    name: "Charts and timeline",
    topics: "What is shown below the picture",
    topic: |topic| match topic {
        Topic::Employees => "Employees",
        Topic::Zones => "Zones",
        Topic::Instances => "Instances",
        Topic::Cpu => "CPU",
        Topic::Groups => "Groups",
        Topic::Alarms => "Alarms",
    },
    nothing: |topic| match topic {
        Topic::Instances | Topic::Cpu => "There is no instance. Launch one, and its chart stands here.",
        Topic::Groups => "There is no Auto Scaling group. Make one, and its size stands here.",
        Topic::Alarms => "No alarm looks at a metric. Make one, and its datapoints stand here.",
        Topic::Employees | Topic::Zones => "Nothing was measured.",
    },
    title,
    reading,
    value,
    role,
    threshold: |threshold| format!("{} {}", comparison(threshold.comparison), number(threshold.value)),
    trend,
    as_table: |chart| format!("{} as a table and as a file", title(chart)),
    table_name: |chart| format!("{}, latest first", title(chart)),
    time: "From",
    no_value: "no data",
    save_csv: "Save as CSV",
    save_png: "Save as PNG",
    cursor: "Cursor over all charts",
    no_cursor: "Point at a chart, or move with arrow keys",
    cursor_at,
    previous: "Previous",
    next: "Next",
    page: |board| {
        let first = board.page * CHARTS_A_PAGE + 1;
        let last = (first + CHARTS_A_PAGE - 1).min(board.things);
        format!("{first} to {last} of {}", board.things)
    },
};

fn title(chart: &Chart) -> String {
    let subject = chart.subject.as_deref().unwrap_or_default();
    match chart.measure {
        Measure::Sent => "Requests per second".to_owned(),
        Measure::Served => "Served".to_owned(),
        Measure::Latency => "1 in 20 is slower than".to_owned(),
        Measure::Received | Measure::Cpu | Measure::Capacity | Measure::Metric => subject.to_owned(),
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::All => "Requests",
        Role::Failed => "Failed",
        Role::Served => "Served",
        Role::P50 => "p50",
        Role::P95 => "p95",
        Role::P99 => "p99",
        Role::Average => "Average",
        Role::InService => "In service",
        Role::Desired => "Desired",
        Role::Datapoint => "Within",
        Role::Breaching => "Beyond the threshold",
    }
}

fn value(measure: Measure, value: f64) -> String {
    match measure {
        Measure::Sent | Measure::Received => format!("{} /s", rate(value)),
        Measure::Served | Measure::Cpu => percent(value),
        Measure::Latency => delay_words(value),
        Measure::Capacity => count(value as u64),
        Measure::Metric => number(value),
    }
}

/// A number of any size, with three digits that count.
fn number(value: f64) -> String {
    if value == 0.0 || (value.fract() == 0.0 && value.abs() < 1e9) {
        let sign = if value < 0.0 { "−" } else { "" };
        return format!("{sign}{}", count(value.abs() as u64));
    }
    let digits = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 4,
    };
    format!("{value:.digits$}")
}

fn comparison(word: &str) -> &'static str {
    match word {
        "GreaterThanOrEqualToThreshold" => "alarm from",
        "GreaterThanThreshold" => "alarm above",
        "LessThanThreshold" => "alarm below",
        _ => "alarm down from",
    }
}

/// The newest value of a line, or that at the cursor.
fn at(line: Option<&Line>, cursor: Option<SimTime>) -> Option<f64> {
    match cursor {
        Some(instant) => line?.at(instant),
        None => line?.newest(),
    }
}

/// The value that is written large, and the rest in a line.
fn reading(chart: &Chart, cursor: Option<SimTime>) -> (String, String) {
    let of = |role| at(chart.line(role), cursor);
    let said = |value_of: Option<f64>| {
        value_of.map_or_else(|| "no data".to_owned(), |found| value(chart.measure, found))
    };
    match chart.measure {
        Measure::Served => (said(of(Role::Served)), "of the requests that ended".to_owned()),
        Measure::Sent => {
            let failed =
                of(Role::Failed).map_or_else(|| "none".to_owned(), |failed| value(chart.measure, failed));
            (
                said(of(Role::All)),
                format!("as employees send them, {failed} failed"),
            )
        }
        Measure::Latency => (
            said(of(Role::P95)),
            format!(
                "thin: half {}, dashed: 1 in 100 {}",
                said(of(Role::P50)),
                said(of(Role::P99))
            ),
        ),
        Measure::Received => {
            let failed =
                of(Role::Failed).map_or_else(|| "none".to_owned(), |failed| value(chart.measure, failed));
            (said(of(Role::All)), format!("by minute, {failed} failed"))
        }
        Measure::Cpu => (said(of(Role::Average)), "CPUUtilization, average".to_owned()),
        Measure::Capacity => capacity(of(Role::InService), of(Role::Desired)),
        Measure::Metric => (
            said(newest_datapoint(chart, cursor)),
            chart.metric.as_deref().unwrap_or_default().to_owned(),
        ),
    }
}

/// Datapoints stand in two lines: within the threshold and beyond.
fn newest_datapoint(chart: &Chart, cursor: Option<SimTime>) -> Option<f64> {
    let lines = [Role::Datapoint, Role::Breaching].map(|role| chart.line(role));
    match cursor {
        Some(instant) => lines.into_iter().flatten().find_map(|line| line.at(instant)),
        None => {
            let newest = lines.into_iter().flatten().filter_map(|line| line.samples.last());
            newest.max_by_key(|sample| sample.from).map(|sample| sample.value)
        }
    }
}

fn capacity(in_service: Option<f64>, desired: Option<f64>) -> (String, String) {
    let (Some(in_service), Some(desired)) = (in_service, desired) else {
        return ("no data".to_owned(), "desired, and in service".to_owned());
    };
    let lacking = desired - in_service;
    let note = if lacking > 0.0 {
        format!("in service of desired, {} not yet", count(lacking as u64))
    } else {
        "in service of desired".to_owned()
    };
    (
        format!("{} of {}", count(in_service as u64), count(desired as u64)),
        note,
    )
}

/// One sentence that tells what the picture shows.
fn trend(chart: &Chart) -> String {
    if chart.is_empty() {
        return format!("{}: nothing measured yet", title(chart));
    }
    let (now, _) = reading(chart, None);
    let said = |value_of: Option<f64>| {
        value_of.map_or_else(|| "no data".to_owned(), |found| value(chart.measure, found))
    };
    let most = |role| said(chart.line(role).and_then(Line::most));
    let least = |role| said(chart.line(role).and_then(Line::least));
    let rest = match chart.measure {
        Measure::Served => format!("at worst {}", least(Role::Served)),
        Measure::Sent | Measure::Received => match chart.line(Role::Failed).and_then(Line::most) {
            Some(failed) => format!(
                "at most {}; failed at most {}",
                most(Role::All),
                value(chart.measure, failed)
            ),
            None => format!("at most {}; none failed", most(Role::All)),
        },
        Measure::Latency => format!(
            "at worst {}; 1 in 100 at worst {}",
            most(Role::P95),
            most(Role::P99)
        ),
        Measure::Cpu => format!("between {} and {}", least(Role::Average), most(Role::Average)),
        Measure::Capacity => format!(
            "desired between {} and {}",
            least(Role::Desired),
            most(Role::Desired)
        ),
        Measure::Metric => beyond(chart),
    };
    format!("{}: now {now}, {rest}", title(chart))
}

fn beyond(chart: &Chart) -> String {
    let values = |role| chart.line(role).map_or(0, |line| line.samples.len());
    let (within, beyond) = (values(Role::Datapoint), values(Role::Breaching));
    format!("{beyond} of {} datapoints beyond the threshold", within + beyond)
}

/// What all charts show at an instant.
fn cursor_at(board: &Board, at: SimTime) -> String {
    let charts = board.charts.iter();
    let said: Vec<String> = charts
        .map(|chart| format!("{} {}", title(chart), reading(chart, Some(at)).0))
        .collect();
    format!("{}: {}", clock(at, 1.0), said.join(", "))
}

#[cfg(test)]
mod tests {
    use des::SimDuration;
    use view::chart::{Sample, Shape};

    use super::*;

    fn chart(measure: Measure, lines: &[(Role, &[f64])]) -> Chart {
        let sample = |(second, value): (u64, &f64)| Sample {
            from: SimTime::from_secs(second),
            to: SimTime::from_secs(second) + SimDuration::from_secs(1),
            value: *value,
        };
        let line = |(role, values): &(Role, &[f64])| Line {
            role: *role,
            shape: Shape::Line,
            samples: (0..).zip(values.iter()).map(sample).collect(),
        };
        Chart {
            measure,
            subject: Some("app-asg".into()),
            thing: None,
            metric: None,
            lines: lines.iter().map(line).collect(),
            threshold: None,
        }
    }

    #[test]
    fn a_trend_is_one_sentence() {
        let served = chart(Measure::Served, &[(Role::Served, &[100.0, 49.5, 98.0])]);
        assert_eq!(trend(&served), "Served: now 98 %, at worst 49.5 %");
        let group = chart(
            Measure::Capacity,
            &[(Role::InService, &[3.0, 3.0]), (Role::Desired, &[3.0, 5.0])],
        );
        assert_eq!(trend(&group), "app-asg: now 3 of 5, desired between 3 and 5");
        assert_eq!(
            trend(&chart(Measure::Cpu, &[(Role::Average, &[])])),
            "app-asg: nothing measured yet"
        );
    }

    #[test]
    fn a_cursor_reads_all_lines_at_its_instant() {
        let sent = chart(
            Measure::Sent,
            &[(Role::All, &[20.0, 30.0]), (Role::Failed, &[2.0])],
        );
        assert_eq!(
            reading(&sent, Some(SimTime::ZERO)).1,
            "as employees send them, 2 /s failed"
        );
        assert_eq!(reading(&sent, Some(SimTime::from_secs(1))).0, "30 /s");
        assert_eq!(reading(&sent, Some(SimTime::from_secs(9))).0, "no data");
    }

    #[test]
    fn numbers_keep_the_digits_that_count() {
        assert_eq!(
            [0.0, 20.0, 0.0123, 66.66, 1_500.0].map(number),
            ["0", "20", "0.0123", "66.7", "1,500"]
        );
    }
}
