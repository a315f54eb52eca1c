//! Moving along the track: which moment is meant by a key, or by a place on it.

use des::{SimDuration, SimTime};
use view::Mark;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use crate::past::Past;
use crate::span::Span;

/// What the track shows.
#[derive(Clone, Copy)]
pub struct Along<'a> {
    /// The moment that is shown.
    pub now: SimTime,
    /// The run.
    pub past: &'a Past,
    /// From edge to edge.
    pub span: Span,
    /// What happened.
    pub marks: &'a [Mark],
}

/// Steps from edge to edge with the arrow keys.
const STEPS: u64 = 100;

impl Along<'_> {
    /// The moment that a key leads to: a step, the next mark, either end.
    #[must_use]
    pub fn by_key(self, key: &str) -> Option<SimTime> {
        let step = SimDuration::from_secs((self.span.length.as_secs() / STEPS).max(1));
        let at = match key {
            "ArrowLeft" | "ArrowDown" => back(self.now, step),
            "ArrowRight" | "ArrowUp" => self.now + step,
            "PageDown" => self.mark_before()?,
            "PageUp" => self.mark_after().unwrap_or(self.past.end),
            "Home" => self.past.begun,
            "End" => self.past.end,
            _ => return None,
        };
        Some(self.within(at))
    }

    /// The moment at a share of the width.
    #[must_use]
    pub fn at(self, share: f64) -> SimTime {
        let length = self.span.length.as_secs_f64() * share.clamp(0.0, 1.0);
        self.within(self.span.start + SimDuration::from_secs_f64(length))
    }

    fn mark_before(self) -> Option<SimTime> {
        let before = self.marks.iter().rev().find(|mark| mark.at < self.now);
        before.map(|mark| mark.at)
    }

    fn mark_after(self) -> Option<SimTime> {
        let after = self.marks.iter().find(|mark| mark.at > self.now);
        after.map(|mark| mark.at)
    }

    fn within(self, at: SimTime) -> SimTime {
        at.max(self.past.begun).min(self.past.end)
    }
}

fn back(at: SimTime, step: SimDuration) -> SimTime {
    SimTime::ZERO + at.since(SimTime::ZERO + step)
}

/// The key of a track, if it is pressed alone.
pub fn key_of(event: &KeyboardEvent) -> Option<String> {
    let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    alone.then(|| event.key())
}

/// Where a pointer stands on the track, as a share of its width; it is the track's until it is let go.
pub fn share_of(event: &PointerEvent, takes_hold: bool) -> Option<f64> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let track = target.closest(".track").ok()??;
    if takes_hold {
        // A pointer that is gone cannot be held, and need not be.
        let _ = track.set_pointer_capture(event.pointer_id());
    }
    let held = track.has_pointer_capture(event.pointer_id());
    let rect = track.get_bounding_client_rect();
    let is_meant = (takes_hold || held) && rect.width() > 0.0;
    is_meant.then(|| (f64::from(event.client_x()) - rect.left()) / rect.width())
}

#[cfg(test)]
mod tests {
    use view::MarkKind;

    use super::*;

    const fn secs(seconds: u64) -> SimTime {
        SimTime::from_secs(seconds)
    }

    fn mark(seconds: u64) -> Mark {
        Mark {
            at: secs(seconds),
            kind: MarkKind::Own,
            label: "".into(),
            sentence: "".into(),
            fact: None,
            thing: None,
        }
    }

    /// A run from 60 s to 250 s with two marks; what a key leads to from `now`.
    fn key(now: u64, key: &str) -> Option<SimTime> {
        let past = Past::of_a_run(secs(60), secs(250));
        let along = Along {
            now: secs(now),
            past: &past,
            span: Span::around(secs(250), 1.0),
            marks: &[mark(100), mark(200)],
        };
        along.by_key(key)
    }

    #[test]
    fn arrows_go_by_a_hundredth_and_stay_within_the_run() {
        assert_eq!(key(100, "ArrowLeft"), Some(secs(97)));
        assert_eq!(key(100, "ArrowRight"), Some(secs(103)));
        assert_eq!(key(61, "ArrowLeft"), Some(secs(60)));
        assert_eq!(key(250, "ArrowRight"), Some(secs(250)));
        assert_eq!(key(100, "a"), None);
    }

    #[test]
    fn pages_go_from_mark_to_mark() {
        assert_eq!(key(200, "PageDown"), Some(secs(100)));
        assert_eq!(key(100, "PageDown"), None);
        assert_eq!(key(100, "PageUp"), Some(secs(200)));
        assert_eq!(key(200, "PageUp"), Some(secs(250)));
        assert_eq!(
            (key(99, "Home"), key(99, "End")),
            (Some(secs(60)), Some(secs(250)))
        );
    }

    #[test]
    fn a_place_on_the_track_is_a_moment() {
        let past = Past::of_a_run(secs(60), secs(250));
        let along = Along {
            now: secs(250),
            past: &past,
            span: Span::around(secs(250), 1.0),
            marks: &[],
        };
        assert_eq!(
            [-1.0, 0.0, 0.5, 1.0].map(|share| along.at(share)),
            [60, 60, 210, 250].map(secs)
        );
    }
}
