//! The track of time: past solid, future dotted, with a mark for each thing that happened.

use des::SimTime;
use view::{Mark, MarkKind};
use yew::prelude::*;

use super::callbacks::send_if;
use super::track_hand::{Along, key_of, share_of};
use crate::command::Command;
use crate::past::{TimeInput, Way};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// Marks nearer than this share of the width become one.
const NEAR_PERCENT: f64 = 1.5;
/// The share of the width that a letter of a label needs, on the narrowest track that has labels.
const LETTER_PERCENT: f64 = 0.95;

/// The track: a slider over all that has happened.
pub fn track(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let words = &player_text().past;
    let (past, marks) = (&snapshot.past, &snapshot.timeline.marks);
    let (now, end) = (
        snapshot.span.percent(snapshot.now),
        snapshot.span.percent(past.end),
    );
    html! {
        <div class="track" role="slider" tabindex="0" aria-label={words.track}
            aria-valuemin={past.begun.as_secs().to_string()} aria-valuemax={past.end.as_secs().to_string()}
            aria-valuenow={snapshot.now.as_secs().to_string()} aria-valuetext={(words.shown)(snapshot.now, past.end, marks.len())}
            onkeydown={on_key(snapshot, send)} onpointerdown={on_pointer(snapshot, send, true)} onpointermove={on_pointer(snapshot, send, false)}>
            <span class="past" style={format!("width:{end:.2}%")} />
            <span class="future" style={format!("left:{end:.2}%")} />
            { ways(snapshot) }
            { for snapshot.span.labels().map(|at| label(snapshot, at)) }
            { for clusters(snapshot).iter().map(cluster) }
            <span class="now" style={format!("left:{now:.2}%")} />
        </div>
    }
}

fn on_key(snapshot: &Snapshot, send: &Callback<Command>) -> Callback<KeyboardEvent> {
    let snapshot = snapshot.clone();
    send_if(send, move |event: KeyboardEvent| {
        let at = along(&snapshot).by_key(&key_of(&event)?)?;
        event.prevent_default();
        Some(Command::Time(TimeInput::GoTo(at)))
    })
}

fn on_pointer(snapshot: &Snapshot, send: &Callback<Command>, takes_hold: bool) -> Callback<PointerEvent> {
    let snapshot = snapshot.clone();
    send_if(send, move |event: PointerEvent| {
        let share = share_of(&event, takes_hold && event.button() == 0)?;
        Some(Command::Time(TimeInput::GoTo(along(&snapshot).at(share))))
    })
}

fn along(snapshot: &Snapshot) -> Along<'_> {
    Along {
        now: snapshot.now,
        past: &snapshot.past,
        span: snapshot.span,
        marks: &snapshot.timeline.marks,
    }
}

/// The newest of the other ways that are drawn.
const WAYS: usize = 3;

/// The other ways, from where they part from this one.
fn ways(snapshot: &Snapshot) -> Html {
    let ways = &snapshot.past.ways;
    let own = ways.iter().find(|way| way.is_current).and_then(|way| way.parted);
    let others = ways.iter().rev().filter(|way| !way.is_current).take(WAYS);
    html! { { for others.enumerate().map(|(row, way)| other_way(snapshot, own, row, way)) } }
}

fn other_way(snapshot: &Snapshot, own: Option<SimTime>, row: usize, way: &Way) -> Html {
    let parted = way.parted.into_iter().chain(own).min().unwrap_or(way.end);
    let (from, to) = (snapshot.span.percent(parted), snapshot.span.percent(way.end));
    let (from, to) = (from.clamp(0.0, 100.0), to.clamp(0.0, 100.0));
    let style = format!("left:{from:.2}%;width:{:.2}%;--row:{row}", (to - from).max(0.0));
    // A name goes to where there is room for it: it ends with its way, or begins with it.
    let class = classes!("way", (to < 50.0).then_some("early"));
    html! { <span {class} {style} title={way.name.to_string()}>if row == 0 { <span>{ &*way.name }</span> }</span> }
}

fn label(snapshot: &Snapshot, at: SimTime) -> Html {
    let percent = snapshot.span.percent(at);
    html! { <span class="track-label" style={format!("left:{percent:.2}%")}>{ (player_text().time.short_clock)(at) }</span> }
}

/// Marks that stand too close to be told apart, shown as the one that says most.
struct Cluster {
    percent: f64,
    shown: Mark,
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

fn clusters(snapshot: &Snapshot) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for mark in snapshot.timeline.marks.iter() {
        let percent = snapshot.span.percent(mark.at);
        match clusters.last_mut() {
            _ if !(0.0..=100.0).contains(&percent) => {}
            Some(last) if percent - last.percent < NEAR_PERCENT => last.add(mark),
            _ => clusters.push(Cluster {
                percent,
                shown: mark.clone(),
                count: 1,
                label: Side::Nowhere,
            }),
        }
    }
    label_where_there_is_room(&mut clusters, snapshot.span.percent(snapshot.now));
    clusters
}

impl Cluster {
    fn words(&self) -> String {
        match self.count {
            1 => self.shown.label.to_string(),
            many => format!("{} +{}", self.shown.label, many - 1),
        }
    }

    /// The share of the width that its words need.
    fn width(&self) -> f64 {
        (self.words().chars().count() + 2) as f64 * LETTER_PERCENT
    }

    fn add(&mut self, mark: &Mark) {
        self.count += 1;
        if weight(mark.kind) >= weight(self.shown.kind) {
            self.shown = mark.clone();
        }
    }
}

/// How much a kind of mark says beside others: causes before effects.
pub fn weight(kind: MarkKind) -> u8 {
    match kind {
        MarkKind::Goal => 0,
        MarkKind::Health => 1,
        MarkKind::Scaling => 2,
        MarkKind::Alarm => 3,
        MarkKind::Own => 4,
        MarkKind::Fault => 5,
        MarkKind::Lesson => 6,
    }
}

fn label_where_there_is_room(clusters: &mut [Cluster], now: f64) {
    let mut taken_to = 0.0;
    for cluster in clusters {
        let (percent, width) = (cluster.percent, cluster.width());
        let (side, start) = if percent + width <= now || percent > now {
            (Side::Right, percent)
        } else {
            (Side::Left, percent - width)
        };
        if start >= taken_to {
            cluster.label = side;
            taken_to = start + width;
        }
    }
}

fn cluster(cluster: &Cluster) -> Html {
    let own = (cluster.shown.kind == MarkKind::Own).then_some("own");
    let left = (cluster.label == Side::Left).then_some("label-left");
    html! {
        <span class={classes!("mark", own, left)} style={format!("left:{:.2}%", cluster.percent)}>
            { shape(cluster.shown.kind) }
            if cluster.label != Side::Nowhere {
                <span>{ cluster.words() }</span>
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
        MarkKind::Alarm => {
            html! { <path class="alarm" d="M-6 4V3l1.5-2v-3.5a4.5 4.5 0 0 1 9 0V1L6 3v1zM-1.8 5.5h3.6L0 7.8z" /> }
        }
        MarkKind::Scaling => html! { <path class="scaling" d="M-5-5H5V5H-5z" /> },
        MarkKind::Goal => html! { <circle class="goal" r="5" /> },
        MarkKind::Lesson => html! { <path class="own" d="M-5-6H5V3H0l-4 4V3h-1z" /> },
    };
    html! { <svg viewBox="-9 -9 18 18" aria-hidden="true">{ drawing }</svg> }
}
