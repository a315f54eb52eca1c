//! Both runs in one chart: A dashed in ink, B in plum, and what lies between them hatched.

use std::fmt::Write;

use view::{Point, Series};
use yew::prelude::*;

use crate::pair::Pair;
use crate::snapshot::Snapshot;
use crate::span::Span;
use crate::text::{player_text, text};

const WIDTH: f64 = 1_000.0;
const HEIGHT: f64 = 100.0;

/// Where a line goes; a gap where there was nothing to measure.
type Line = Vec<Option<(f64, f64)>>;

/// The share of requests that were served.
pub(super) fn shares(snapshot: &Snapshot, pair: &Pair) -> Html {
    let words = &player_text().pair;
    let height = |point: &Point| point.served_percent().map(|percent| percent / 100.0);
    let lines = [&pair.series[0], &pair.series[1]].map(|series| line(series, snapshot.span, height));
    chart(
        snapshot,
        "shares",
        words.share,
        (text().number.percent)(100.0),
        lines,
    )
}

/// What one request in a hundred was slower than.
pub(super) fn delays(snapshot: &Snapshot, pair: &Pair) -> Html {
    let both = [&pair.series[0], &pair.series[1]];
    let slowest = both
        .iter()
        .flat_map(|series| series.points.iter())
        .filter_map(|point| point.p99_ms);
    let top = f64::from(slowest.fold(1.0, f32::max));
    let height = |point: &Point| point.p99_ms.map(|ms| f64::from(ms) / top);
    let lines = both.map(|series| line(series, snapshot.span, height));
    let (value, unit) = (text().number.delay)(top);
    chart(
        snapshot,
        "delays",
        player_text().pair.delay,
        format!("{value} {unit}"),
        lines,
    )
}

fn chart(snapshot: &Snapshot, id: &str, name: &'static str, top: String, lines: [Line; 2]) -> Html {
    let words = &player_text().pair;
    let label = (words.chart)(name, area(&lines) > 0.0);
    let now = snapshot.span.percent(snapshot.now);
    let [a, b] = &lines;
    html! {
        <figure class="pair-chart">
            <figcaption><b>{ name }</b><span class="key-a">{ words.name_a }</span><span class="key-b">{ words.name_b }</span><span class="key-gap">{ words.gap }</span></figcaption>
            <div class="plot" role="img" aria-label={label}>
                <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
                    <defs><pattern id={format!("between-{id}")} class="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v7" /></pattern></defs>
                    <path class="grid" d="M0 0H1000M0 50H1000M0 100H1000" />
                    <path class="between" fill={format!("url(#between-{id})")} d={between(a, b)} />
                    <path class="line a" d={path(a)} />
                    <path class="line b" d={path(b)} />
                </svg>
                <span class="plot-top">{ top }</span>
                <span class="now" style={format!("left:{now:.2}%")} />
            </div>
        </figure>
    }
}

fn line(series: &Series, span: Span, height: impl Fn(&Point) -> Option<f64>) -> Line {
    let shown = |point: &&Point| (0.0..=100.0).contains(&span.percent(point.start));
    let place = |point: &Point| {
        let x = span.percent(point.start + series.period) / 100.0;
        Some((x * WIDTH, HEIGHT - height(point)?.clamp(0.0, 1.0) * HEIGHT))
    };
    series.points.iter().filter(shown).map(place).collect()
}

fn path(line: &Line) -> String {
    let mut path = String::new();
    for piece in line.split(Option::is_none) {
        for (place, (x, y)) in piece.iter().flatten().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(path, "{}{x:.1} {y:.1}", if place == 0 { 'M' } else { 'L' });
        }
    }
    path
}

/// What lies between two lines, piece by piece where both are.
fn between(a: &Line, b: &Line) -> String {
    let mut path = String::new();
    let both: Vec<_> = a.iter().zip(b).map(|(a, b)| (*a).zip(*b)).collect();
    for piece in both.split(Option::is_none) {
        let there = piece.iter().flatten().map(|(a, _)| *a);
        let back = piece.iter().flatten().rev().map(|(_, b)| *b);
        for (place, (x, y)) in there.chain(back).enumerate() {
            let _ = write!(path, "{}{x:.1} {y:.1}", if place == 0 { 'M' } else { 'L' });
        }
        if !piece.is_empty() {
            path.push('Z');
        }
    }
    path
}

/// How far the lines are apart, over all points.
fn area([a, b]: &[Line; 2]) -> f64 {
    let both = a.iter().zip(b).filter_map(|(a, b)| (*a).zip(*b));
    both.map(|(a, b)| (a.1 - b.1).abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_lines_lies_what_both_have() {
        let a = vec![Some((0.0, 0.0)), Some((10.0, 0.0)), None, Some((30.0, 5.0))];
        let b = vec![Some((0.0, 50.0)), Some((10.0, 40.0)), Some((20.0, 9.0)), None];
        assert_eq!(between(&a, &b), "M0.0 0.0L10.0 0.0L10.0 40.0L0.0 50.0Z");
        assert_eq!(area(&[a.clone(), b]), 90.0);
        assert_eq!(area(&[a.clone(), a]), 0.0);
    }
}
