//! What the employees met with, over the same stretch of time as the track: rate, success, latency.

pub mod plot;
pub mod table;

use des::SimTime;
use view::{Point, Series};
use yew::prelude::*;

use self::plot::{Curve, Fill, plot};
use self::table::Table;
use crate::span::Span;
use crate::text::{player_text, text};

/// What the charts show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The points.
    pub series: Series,
    /// The stretch that is shown.
    pub span: Span,
    /// Model time.
    pub now: SimTime,
}

/// The charts.
#[component]
pub fn Charts(props: &Props) -> Html {
    let words = &player_text().charts;
    html! {
        <section class="charts" aria-label={words.name}>
            { rate(props) }
            { success(props) }
            { latency(props) }
            <Table series={props.series.clone()} />
        </section>
    }
}

fn rate(props: &Props) -> Html {
    let (words, number, series) = (&player_text().charts, &text().number, &props.series);
    let top = nice_top(series.highest_rate());
    let height = |count: u32| Some(series.rate(count) / top);
    let curves = vec![
        Curve::new(
            "arrived",
            Fill::Below,
            points(props, |point| height(point.arrived)),
        ),
        Curve::new(
            "failed",
            Fill::Below,
            points(props, |point| (point.failed > 0).then(|| height(point.failed))?),
        ),
    ];
    let latest = series
        .points
        .last()
        .map_or_else(String::new, |point| (number.rate)(series.rate(point.arrived)));
    let label = Label {
        name: words.rate,
        note: words.rate_note,
        value: latest,
        unit: words.per_second,
    };
    chart(
        props,
        label,
        curves,
        (number.rate)(top),
        (words.rate_trend)(series),
    )
}

fn success(props: &Props) -> Html {
    let (words, number, series) = (&player_text().charts, &text().number, &props.series);
    let share = points(props, |point| {
        point.served_percent().map(|percent| percent / 100.0)
    });
    let latest = series
        .points
        .last()
        .and_then(Point::served_percent)
        .map_or_else(String::new, number.percent);
    let label = Label {
        name: words.success,
        note: words.success_note,
        value: latest,
        unit: "",
    };
    chart(
        props,
        label,
        vec![Curve::new("served", Fill::None, share)],
        (number.percent)(100.0),
        (words.success_trend)(series),
    )
}

fn latency(props: &Props) -> Html {
    let (words, number, series) = (&player_text().charts, &text().number, &props.series);
    let top = nice_top(f64::from(series.longest_p95_ms()));
    let line = |pick: fn(&Point) -> Option<f32>| {
        points(props, move |point| pick(point).map(|ms| f64::from(ms) / top))
    };
    let curves = vec![
        Curve::new("p95", Fill::None, line(|point| point.p95_ms)),
        Curve::new("p50", Fill::None, line(|point| point.p50_ms)),
    ];
    let latest = series
        .points
        .last()
        .and_then(|point| point.p95_ms)
        .map(|ms| (number.delay)(f64::from(ms)));
    let (value, unit) = latest.unwrap_or_default();
    let label = Label {
        name: words.latency,
        note: words.latency_note,
        value,
        unit,
    };
    let (top, unit) = (number.delay)(top);
    chart(
        props,
        label,
        curves,
        format!("{top} {unit}"),
        (words.latency_trend)(series),
    )
}

struct Label {
    name: &'static str,
    note: &'static str,
    value: String,
    unit: &'static str,
}

fn chart(props: &Props, label: Label, curves: Vec<Curve>, top: String, trend: String) -> Html {
    html! {
        <div class="chart">
            <div class="chart-label">
                <b>{ label.name }</b><span>{ label.note }</span>
                <strong>{ label.value }if !label.unit.is_empty() { <small>{ " " }{ label.unit }</small> }</strong>
            </div>
            { plot(&curves, &top, trend, props.span.percent(props.now)) }
        </div>
    }
}

/// Shown points as shares of width and height; a gap where there is nothing to measure.
fn points(props: &Props, height: impl Fn(&Point) -> Option<f64>) -> Vec<Option<(f64, f64)>> {
    let span = props.span;
    let shown = |point: &&Point| (0.0..=100.0).contains(&span.percent(point.start));
    let place = |point: &Point| {
        Some((
            span.percent(point.start + props.series.period) / 100.0,
            height(point)?,
        ))
    };
    props.series.points.iter().filter(shown).map(place).collect()
}

/// The least of 1, 2, 5, 10, 20, 50 … that is not below `most`.
fn nice_top(most: f64) -> f64 {
    let mut decade = 1.0;
    loop {
        if let Some(top) = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|step| step * decade)
            .find(|&top| top >= most)
        {
            return top;
        }
        decade *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::nice_top;

    #[test]
    fn axes_end_at_round_numbers() {
        assert_eq!(
            [0.0, 1.0, 42.0, 142.0, 501.0].map(nice_top),
            [1.0, 1.0, 50.0, 200.0, 1000.0]
        );
    }
}
