//! English for what is measured: the numbers above the stage, the legend, the charts.

use view::scene::Glyph;
use view::{Point, Series};

use super::numbers::{count, delay_words, percent, rate};
use crate::text::{ChartWords, LegendWords, ReadoutWords};

pub(super) const READOUT: ReadoutWords = ReadoutWords {
    live: "The account, live",
    served: "Served, last 60 s",
    requests: "Requests",
    per_second: "per second",
    half_faster: "Half are faster than",
    one_in_twenty_slower: "1 in 20 is slower than",
    none_yet: "none yet",
    costs: "Costs, as it stands",
    per_hour: "per hour",
};

pub(super) const LEGEND: LegendWords = LegendWords {
    one_dot: |requests| match requests {
        1 => "One dot is one request".to_owned(),
        _ => format!("One dot is {} requests", count(u64::from(requests))),
    },
    counts: "Numbers on the wires: requests per second, ✕ failed",
    glyph: |glyph| match glyph {
        Glyph::Going => "on its way",
        Glyph::Served => "served",
        Glyph::Slow => "slow, over 1 s",
        Glyph::Failed => "failed",
        Glyph::Waiting => "waiting",
    },
    own: "yours",
    lit_window: "lit window = busy worker",
};

pub(super) const CHARTS: ChartWords = ChartWords {
    name: "Charts",
    rate: "Requests per second",
    rate_note: "as the employees see them",
    per_second: "per second",
    rate_trend,
    success: "Served",
    success_note: "share of finished requests",
    success_trend,
    latency: "1 in 20 is slower than",
    latency_note: "thin line: half are faster than",
    latency_trend,
    as_table: "The charts as a table",
    table_name: "Requests, second by second, latest first",
    columns: [
        "Time",
        "Requests per second",
        "Failed",
        "Served",
        "p50",
        "p95",
        "p99",
    ],
};

fn rate_trend(series: &Series) -> String {
    let Some(last) = series.points.last() else {
        return "No requests yet".to_owned();
    };
    let (now, most) = (rate(series.rate(last.arrived)), rate(series.highest_rate()));
    let failed: u64 = series.points.iter().map(|point| u64::from(point.failed)).sum();
    format!(
        "Now {now} requests per second, at most {most}; {} failed",
        count(failed)
    )
}

fn success_trend(series: &Series) -> String {
    let shares = || series.points.iter().filter_map(Point::served_percent);
    let Some(last) = shares().next_back() else {
        return "No request has finished yet".to_owned();
    };
    let worst = shares().fold(100.0, f64::min);
    format!("Now {} served, at worst {}", percent(last), percent(worst))
}

fn latency_trend(series: &Series) -> String {
    let Some(last) = series.points.iter().rev().find_map(|point| point.p95_ms) else {
        return "No request was served yet".to_owned();
    };
    let (now, most) = (
        delay_words(f64::from(last)),
        delay_words(f64::from(series.longest_p95_ms())),
    );
    format!("Now 1 in 20 is slower than {now}, at worst {most}")
}
