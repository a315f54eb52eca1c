//! One chart: its name and value, its lines, and below them, when asked for, the same as a table and as files.

use std::rc::Rc;

use des::SimTime;
use view::chart::{Board, Chart, Measure, Role};
use web_sys::PointerEvent;
use yew::prelude::*;

use super::plot::{Frame, ground, lacking, path, top};
use super::strip::left;
use super::table::table;
use crate::command::Command;
use crate::components::icon::{Icon, small_icon};
use crate::span::Span;
use crate::text::player_text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The charts.
    pub board: Rc<Board>,
    /// Which of them.
    pub index: usize,
    /// The stretch that is shown.
    pub span: Span,
    /// Model time.
    pub now: SimTime,
    /// Where the cursor is.
    pub cursor: Option<SimTime>,
    /// What happened, as lines through the chart.
    pub events: AttrValue,
    /// Follows the pointer.
    pub follow: Callback<PointerEvent>,
    /// The pointer has gone.
    pub leave: Callback<PointerEvent>,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The chart.
#[component]
pub(super) fn Row(props: &Props) -> Html {
    let open = use_state_eq(|| false);
    let chart = &props.board.charts[props.index];
    let words = &player_text().charts;
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="chart">
            <div class="chart-label">
                { name(chart, &props.send) }
                <button type="button" class="tool" aria-label={(words.as_table)(chart)} aria-expanded={open.to_string()} {onclick}>{ small_icon(Icon::Table) }</button>
                { reading(chart, props.cursor) }
            </div>
            <div class="plot" role="img" aria-label={(words.trend)(chart)} onpointermove={props.follow.clone()} onpointerdown={props.follow.clone()} onpointerleave={props.leave.clone()}>
                <Lines board={props.board.clone()} index={props.index} span={props.span} events={props.events.clone()} />
                <span class="plot-top" aria-hidden="true">{ (words.value)(chart.measure, top(chart)) }</span>
                { threshold(chart) }
                <span class="now" style={left(props.span, props.now)} />
                if let Some(at) = props.cursor { <span class="cursor" style={left(props.span, at)} /> }
            </div>
            if *open { { table(chart) } }
        </div>
    }
}

/// Its name; that of a thing selects it.
fn name(chart: &Chart, send: &Callback<Command>) -> Html {
    let title = (player_text().charts.title)(chart);
    match chart.thing {
        Some(thing) => {
            let onclick = send.reform(move |_: MouseEvent| Command::Select(Some(thing)));
            html! { <button type="button" class="plain strong" {onclick}>{ title }</button> }
        }
        None => html! { <b>{ title }</b> },
    }
}

/// What it shows now, or where the cursor is.
fn reading(chart: &Chart, cursor: Option<SimTime>) -> Html {
    let (value, note) = (player_text().charts.reading)(chart, cursor);
    html! { <><strong>{ value }</strong><span>{ note }</span></> }
}

fn threshold(chart: &Chart) -> Html {
    let Some(threshold) = &chart.threshold else {
        return Html::default();
    };
    let share = 1.0 - threshold.value / top(chart);
    let named = (player_text().charts.threshold)(threshold);
    let below = (share < 0.5).then_some("below");
    html! { <span class={classes!("threshold", below)} style={format!("--share:{share:.3}")} aria-hidden="true"><span>{ named }</span></span> }
}

/// What the lines need.
#[derive(PartialEq, Properties)]
struct LinesProps {
    board: Rc<Board>,
    index: usize,
    span: Span,
    events: AttrValue,
}

/// The lines: drawn anew only when there are new points.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let chart = &props.board.charts[props.index];
    let frame = Frame::of(chart, props.span);
    html! {
        <div class="lines-box" aria-hidden="true">
            <svg viewBox="0 0 1000 100" preserveAspectRatio="none">
                <path class="grid" d="M0 0H1000M0 50H1000M0 100H1000" />
                <path class="event-lines" d={props.events.clone()} />
                { for chart.lines.iter().filter_map(|line| Some(html! { <path class={classes!("area", class(line.role))} d={ground(line, &frame)?} /> })) }
                { for chart.lines.iter().map(|line| html! { <path class={classes!("line", class(line.role), thick(chart))} d={path(line, &frame)} /> }) }
            </svg>
            { hatch(chart, &frame) }
        </div>
    }
}

/// Datapoints are drawn thicker than lines.
fn thick(chart: &Chart) -> Option<&'static str> {
    matches!(chart.measure, Measure::Cpu | Measure::Metric | Measure::Received).then_some("bars")
}

/// What is wanted and not there yet is hatched; the hatch is not stretched with the rest.
fn hatch(chart: &Chart, frame: &Frame) -> Html {
    let boxes = lacking(chart, frame);
    if boxes.is_empty() {
        return Html::default();
    }
    let percent = |share: f64| format!("{:.2}%", share * 100.0);
    html! {
        <svg class="hatched">
            <defs><pattern id="not-yet" patternUnits="userSpaceOnUse" width="6" height="6"><path d="M0 6 6 0" /></pattern></defs>
            { for boxes.iter().map(|[x, y, width, height]| html! {
                <rect x={percent(*x)} y={percent(*y)} width={percent(*width)} height={percent(*height)} fill="url(#not-yet)" />
            }) }
        </svg>
    }
}

/// The class of a line.
pub(super) const fn class(role: Role) -> &'static str {
    match role {
        Role::All => "all",
        Role::Failed => "failed",
        Role::Served => "served",
        Role::P50 => "p50",
        Role::P95 => "p95",
        Role::P99 => "p99",
        Role::Average => "average",
        Role::InService => "in-service",
        Role::Desired => "desired",
        Role::Datapoint => "datapoint",
        Role::Breaching => "breaching",
    }
}
