//! The track of time: past solid, future dotted, with a mark for each thing that happened.

use des::SimTime;
use view::{Mark, MarkKind, Timeline};
use yew::prelude::*;

use crate::span::Span;
use crate::text::text;

/// What the track shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Model time.
    pub now: SimTime,
    /// What happened.
    pub timeline: Timeline,
    /// The stretch that is shown.
    pub span: Span,
}

/// Marks nearer than this share of the width become one.
const NEAR_PERCENT: f64 = 1.5;
/// A label needs this share of the width to itself.
const LABEL_PERCENT: f64 = 14.0;

/// The track.
#[component]
pub fn Track(props: &Props) -> Html {
    let now = props.span.percent(props.now);
    html! {
        <div class="track" role="img" aria-label={(text().time.track)(props.now, &props.timeline.marks)}>
            <span class="past" style={format!("width:{now:.2}%")} />
            <span class="future" style={format!("left:{now:.2}%")} />
            { for props.span.labels().map(|at| label(props, at)) }
            { for clusters(props).iter().map(cluster) }
            <span class="now" style={format!("left:{now:.2}%")} />
        </div>
    }
}

fn label(props: &Props, at: SimTime) -> Html {
    let percent = props.span.percent(at);
    html! { <span class="track-label" style={format!("left:{percent:.2}%")}>{ (text().time.short_clock)(at) }</span> }
}

/// Marks that stand too close to be told apart.
struct Cluster {
    percent: f64,
    first: Mark,
    count: usize,
    label: Side,
}

/// Where the words of a mark stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Right,
    /// So that they do not cross the line of now.
    Left,
    /// There is no room for them.
    Nowhere,
}

fn clusters(props: &Props) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for mark in props.timeline.marks.iter() {
        let percent = props.span.percent(mark.at);
        match clusters.last_mut() {
            _ if !(0.0..=100.0).contains(&percent) => {}
            Some(last) if percent - last.percent < NEAR_PERCENT => last.count += 1,
            _ => clusters.push(Cluster {
                percent,
                first: mark.clone(),
                count: 1,
                label: Side::Nowhere,
            }),
        }
    }
    label_where_there_is_room(&mut clusters, props.span.percent(props.now));
    clusters
}

fn label_where_there_is_room(clusters: &mut [Cluster], now: f64) {
    let mut taken_to = 0.0;
    for cluster in clusters {
        let percent = cluster.percent;
        let (side, start) = if percent + LABEL_PERCENT <= now.min(100.0) || percent > now {
            (Side::Right, percent)
        } else {
            (Side::Left, percent - LABEL_PERCENT)
        };
        if start >= taken_to {
            cluster.label = side;
            taken_to = start + LABEL_PERCENT;
        }
    }
}

fn cluster(cluster: &Cluster) -> Html {
    let own = (cluster.first.kind == MarkKind::Own).then_some("own");
    let left = (cluster.label == Side::Left).then_some("label-left");
    html! {
        <span class={classes!("mark", own, left)} style={format!("left:{:.2}%", cluster.percent)}>
            { shape(cluster.first.kind) }
            if cluster.label != Side::Nowhere {
                <span>{ &*cluster.first.label }if cluster.count > 1 { { format!(" +{}", cluster.count - 1) } }</span>
            }
        </span>
    }
}

/// The shape of a kind of mark.
pub fn shape(kind: MarkKind) -> Html {
    let drawing = match kind {
        MarkKind::Own => html! { <circle class="own" r="5.5" /> },
        MarkKind::Fault => html! { <path class="fault" d="M1.5-9l-6 10H0l-1.5 8 7-10.5H.8z" /> },
        MarkKind::Health => html! { <path class="health" d="M-6 5 0-6 6 5z" /> },
        MarkKind::Goal => html! { <circle class="goal" r="5" /> },
    };
    html! { <svg viewBox="-9 -9 18 18" aria-hidden="true">{ drawing }</svg> }
}
