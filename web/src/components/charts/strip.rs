//! The strip above the charts: what happened, and the hand that moves the cursor with keys.

use des::{SimDuration, SimTime};
use view::{Mark, Timeline};
use yew::prelude::*;

use super::board::Props;
use crate::components::track::{shape, weight};
use crate::span::Span;
use crate::text::{player_text, text};

/// Marks nearer than this share of the width become one.
const NEAR_PERCENT: f64 = 1.5;
/// Periods that a page key goes.
const PAGE: u64 = 10;

/// The strip.
pub(super) fn strip(props: &Props, cursor: Option<SimTime>, set: &Callback<Option<SimTime>>) -> Html {
    let words = &player_text().charts;
    let said = cursor.map_or_else(
        || words.no_cursor.to_owned(),
        |at| (words.cursor_at)(&props.board, at),
    );
    let range = props.span.length.as_secs();
    // Without a cursor it stands still, so that nothing is said while time passes.
    let value = cursor.map_or(range, |at| at.since(props.span.start).as_secs());
    html! {
        <div class="chart chart-strip">
            <p class="chart-label">
                if let Some(at) = cursor {
                    <b>{ (text().number.clock)(at, 1.0) }</b>
                } else { <span>{ words.no_cursor }</span> }
            </p>
            <div class="plot" role="slider" tabindex="0" aria-label={words.cursor} aria-valuemin="0" aria-valuemax={range.to_string()}
                aria-valuenow={value.min(range).to_string()} aria-valuetext={said} onkeydown={on_key(props, cursor, set)}>
                { for shown(&props.timeline, props.span).map(|(percent, mark)| html! {
                    <span class="mark" style={format!("left:{percent:.2}%")} title={mark.sentence.to_string()}>{ shape(mark.kind) }</span>
                }) }
                if let Some(at) = cursor { <span class="cursor" style={left(props.span, at)} /> }
            </div>
        </div>
    }
}

/// Where an instant stands, as a style.
pub(super) fn left(span: Span, at: SimTime) -> String {
    format!("left:{:.2}%", span.percent(at))
}

/// The marks that are shown, with their places in percent: of those too close to be told apart the one that says most.
pub(super) fn shown(timeline: &Timeline, span: Span) -> impl Iterator<Item = (f64, &Mark)> {
    let mut shown: Vec<(f64, &Mark)> = Vec::new();
    for mark in timeline.marks.iter() {
        let percent = span.percent(mark.at);
        match shown.last_mut() {
            _ if !(0.0..=100.0).contains(&percent) => {}
            Some((last, says)) if percent - *last < NEAR_PERCENT => {
                if weight(mark.kind) > weight(says.kind) {
                    *says = mark;
                }
            }
            _ => shown.push((percent, mark)),
        }
    }
    shown.into_iter()
}

fn on_key(
    props: &Props,
    cursor: Option<SimTime>,
    set: &Callback<Option<SimTime>>,
) -> Callback<KeyboardEvent> {
    let (span, period, now) = (props.span, props.board.period, props.now);
    let set = set.clone();
    Callback::from(move |event: KeyboardEvent| {
        if let Some(to) = led(&event.key(), cursor, span, period, now) {
            event.prevent_default();
            set.emit(to);
        }
    })
}

/// Where a key leads to; Escape takes the cursor away.
fn led(
    key: &str,
    cursor: Option<SimTime>,
    span: Span,
    period: SimDuration,
    now: SimTime,
) -> Option<Option<SimTime>> {
    let period_s = period.as_secs().max(1);
    let last = now.as_secs().saturating_sub(1) / period_s;
    let first = span.start.as_secs() / period_s;
    let at = cursor.map(|at| at.as_secs() / period_s);
    let back = |periods| at.map_or(last, |at| at.saturating_sub(periods));
    let to = match key {
        "ArrowLeft" | "ArrowDown" => back(1),
        "ArrowRight" | "ArrowUp" => at.map_or(last, |at| at + 1),
        "PageDown" => back(PAGE),
        "PageUp" => at.map_or(last, |at| at + PAGE),
        "Home" => first,
        "End" => last,
        "Escape" => return Some(None),
        _ => return None,
    };
    Some(Some(SimTime::from_secs(
        to.clamp(first, last.max(first)) * period_s,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_cursor_by_periods_within_what_is_known() {
        let span = Span {
            start: SimTime::from_secs(600),
            length: SimDuration::from_secs(300),
        };
        let (period, now) = (SimDuration::from_secs(1), SimTime::from_secs(700));
        let at = |key, second: u64| led(key, Some(SimTime::from_secs(second)), span, period, now);
        let to = |second: u64| Some(Some(SimTime::from_secs(second)));
        assert_eq!(led("ArrowLeft", None, span, period, now), to(699));
        assert_eq!(at("ArrowLeft", 650), to(649));
        assert_eq!(at("PageUp", 695), to(699));
        assert_eq!(at("Home", 650), to(600));
        assert_eq!(at("Escape", 650), Some(None));
        assert_eq!(at("a", 650), None);
    }
}
