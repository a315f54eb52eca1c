//! The track of time: past solid, future dotted, with a mark for each thing that happened.

use des::{SimDuration, SimTime};
use view::{Mark, MarkKind, Timeline};
use yew::prelude::*;

use crate::text::text;

/// A stretch of time, shown from edge to edge by the track and by the charts above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its left edge.
    pub start: SimTime,
    /// Its length.
    pub length: SimDuration,
}

/// Lengths on offer, in minutes.
const MINUTES: [u64; 4] = [5, 15, 60, 240];
/// The least real time, in seconds, that the shown stretch lasts.
const LEAST_REAL_S: f64 = 60.0;
/// How many labels a stretch has.
const LABELS: u64 = 5;

impl Span {
    /// The stretch to show at `now`, when model time runs at `speed`. It moves in steps of a fifth, so that marks mostly
    /// stand still.
    #[must_use]
    pub fn around(now: SimTime, speed: f64) -> Self {
        let lasts = |minutes: u64| (minutes * 60) as f64 / speed >= LEAST_REAL_S;
        let minutes = MINUTES
            .into_iter()
            .find(|&minutes| lasts(minutes))
            .unwrap_or(MINUTES[MINUTES.len() - 1]);
        let length = SimDuration::from_mins(minutes);
        let step = length.as_secs() / LABELS;
        let start = (now.as_secs() / step).saturating_sub(LABELS - 2) * step;
        Self {
            start: SimTime::from_secs(start),
            length,
        }
    }

    /// Where an instant stands, in percent of the width; below 0 and above 100 it is not shown.
    #[must_use]
    pub fn percent(&self, at: SimTime) -> f64 {
        let seconds = at.as_secs_f64() - self.start.as_secs_f64();
        seconds * 100.0 / self.length.as_secs_f64()
    }

    fn labels(&self) -> impl Iterator<Item = SimTime> {
        let step = self.length.as_secs() / LABELS;
        (0..LABELS).map(move |index| self.start + SimDuration::from_secs(index * step))
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_is_always_shown_and_never_at_the_very_end() {
        for second in (0..7_200).step_by(13) {
            let now = SimTime::from_secs(second);
            let percent = Span::around(now, 1.0).percent(now);
            assert!((0.0..=80.0).contains(&percent), "{second} s at {percent} %");
        }
    }

    #[test]
    fn fast_time_shows_a_longer_stretch() {
        assert_eq!(Span::around(SimTime::ZERO, 1.0).length, SimDuration::from_mins(5));
        assert_eq!(
            Span::around(SimTime::ZERO, 10.0).length,
            SimDuration::from_mins(15)
        );
        assert_eq!(
            Span::around(SimTime::ZERO, 300.0).length,
            SimDuration::from_mins(240)
        );
    }
}
