//! What was measured, over the same stretch of time as the track: the charts of one topic below each other, with one
//! cursor over all of them.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use view::Timeline;
use view::chart::Board;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::row::Row;
use super::strip::strip;
use crate::command::Command;
use crate::components::track::weight;
use crate::records::RecordInput;
use crate::span::Span;
use crate::text::player_text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The charts.
    pub board: Rc<Board>,
    /// The stretch that is shown.
    pub span: Span,
    /// Model time.
    pub now: SimTime,
    /// What happened meanwhile.
    pub timeline: Timeline,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The charts, the strip with the cursor's hand above them, and how to turn the page.
#[component]
pub fn Charts(props: &Props) -> Html {
    let cursor = use_state_eq(|| None::<SimTime>);
    let at = cursor.filter(|at| (0.0..=100.0).contains(&props.span.percent(*at)));
    let set = {
        let cursor = cursor.clone();
        Callback::from(move |at: Option<SimTime>| cursor.set(at))
    };
    let follow = follow(props, &set);
    let leave = set.reform(|_: PointerEvent| None);
    let events = events(props);
    html! {
        <>
            { pager(&props.board, &props.send) }
            if props.board.charts.is_empty() {
                <p class="charts-empty">{ (player_text().charts.nothing)(props.board.topic) }</p>
            } else {
                { strip(props, at, &set) }
                { for (0..props.board.charts.len()).map(|index| html! {
                    <Row key={key(&props.board, index)} board={props.board.clone()} {index} span={props.span} now={props.now} cursor={at}
                        events={events.clone()} follow={follow.clone()} leave={leave.clone()} send={props.send.clone()} />
                }) }
            }
        </>
    }
}

/// A chart keeps its open table as long as it is there.
fn key(board: &Board, index: usize) -> String {
    let chart = &board.charts[index];
    let subject = chart.subject.as_deref().unwrap_or_default();
    format!("{:?} {subject}", chart.measure)
}

/// Takes the cursor to where the pointer is.
fn follow(props: &Props, set: &Callback<Option<SimTime>>) -> Callback<PointerEvent> {
    let (span, period, now) = (props.span, props.board.period, props.now);
    set.reform(move |event: PointerEvent| {
        let plot = event.current_target()?;
        let plot: Element = wasm_bindgen::JsCast::dyn_into(plot).ok()?;
        let edges = plot.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - edges.left()) / edges.width().max(1.0);
        Some(snapped(span, period, now, share))
    })
}

/// The beginning of the period at a share of the width; there is none after now.
fn snapped(span: Span, period: SimDuration, now: SimTime, share: f64) -> SimTime {
    let seconds = span.length.as_secs_f64() * share.clamp(0.0, 1.0);
    let at = (span.start + SimDuration::from_secs(seconds as u64)).min(now);
    let period_s = period.as_secs().max(1);
    SimTime::from_secs(at.as_secs() / period_s * period_s)
}

/// What happened, as lines through all charts: what was done, what broke and which alarm rang.
fn events(props: &Props) -> AttrValue {
    let marks = super::strip::shown(&props.timeline, props.span);
    let lines = marks.filter(|(_, mark)| weight(mark.kind) >= CAUSES);
    let path: String = lines
        .map(|(percent, _)| format!("M{:.1} 0V100", percent * 10.0))
        .collect();
    path.into()
}

/// From this weight on a mark is drawn through the charts.
const CAUSES: u8 = 3;

/// Which of many charts are shown.
fn pager(board: &Board, send: &Callback<Command>) -> Html {
    let words = &player_text().charts;
    if board.pages() < 2 {
        return Html::default();
    }
    let turn = |to: Option<usize>, label: &'static str| {
        let onclick = crate::components::callbacks::send_if(send, move |_: MouseEvent| {
            to.map(|page| Command::Records(RecordInput::Page(page)))
        });
        html! { <button type="button" class="button small" aria-disabled={to.is_none().to_string()} {onclick}>{ label }</button> }
    };
    let next = (board.page + 1 < board.pages()).then_some(board.page + 1);
    html! {
        <div class="pager">
            { turn(board.page.checked_sub(1), words.previous) }
            <span>{ (words.page)(board) }</span>
            { turn(next, words.next) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stands_at_the_beginning_of_a_period() {
        let span = Span {
            start: SimTime::from_secs(600),
            length: SimDuration::from_secs(300),
        };
        let now = SimTime::from_secs(700);
        let at = |share| snapped(span, SimDuration::from_secs(60), now, share);
        assert_eq!(at(0.1), SimTime::from_secs(600));
        assert_eq!(at(0.25), SimTime::from_secs(660));
        assert_eq!(at(0.9), SimTime::from_secs(660), "there is nothing after now");
    }
}
