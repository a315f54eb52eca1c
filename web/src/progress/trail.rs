//! A run, so that it can be played again: its seed, what was done, and how far time had come.

use des::SimTime;
use serde_json::{Value, json};

use super::moves::{Made, Move};

/// The version of what is written here.
const VERSION: u64 = 1;
/// More moves than anyone does in one run; a longer list was not written by this page.
const MOST_MOVES: usize = 20_000;

/// Four years: traffic ends after five.
const LATEST: SimTime = SimTime::from_secs(4 * 365 * 86_400);

/// A run of a lesson, or of an account without one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    /// Tells this beginning from others, and from itself as it was before it was changed.
    pub lesson: u64,
    /// Seed of every draw.
    pub seed: u64,
    /// What was done, in order.
    pub moves: Vec<Made>,
    /// How far model time had come.
    pub now: SimTime,
    /// Where the run goes on without its lesson: how far that had come when it was left ([`Self::way`]).
    pub left: Option<u64>,
    /// Events that had happened by then, where the run is handed on: another version of the model may come to others.
    pub events: Option<u64>,
}

impl Trail {
    /// Adds a move, in place of the one before if that no longer counts.
    pub fn add(&mut self, at: SimTime, what: Move) {
        if self.moves.last().is_some_and(|last| what.replaces(&last.what)) {
            self.moves.pop();
        }
        self.moves.push(Made { at, what });
    }

    /// The run as it stood when the step was reached that was reached last: `from` moves had been done.
    #[must_use]
    pub fn cut(&self, from: usize) -> Self {
        let moves = self.moves[..from.min(self.moves.len())].to_vec();
        let now = moves.last().map_or(SimTime::ZERO, |done| done.at);
        Self {
            moves,
            now,
            ..self.clone()
        }
    }

    /// The run as it stood at a moment of its past.
    #[must_use]
    pub fn until(&self, now: SimTime) -> Self {
        let moves = self.moves.iter().filter(|made| made.at <= now).cloned();
        Self {
            moves: moves.collect(),
            now,
            ..self.clone()
        }
    }

    /// A number that changes with what was done.
    #[must_use]
    pub fn way(&self) -> u64 {
        fingerprint(&[&self.moves_as_json().to_string()])
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = json!({
            "version": VERSION,
            "lesson": self.lesson.to_string(),
            "seed": self.seed,
            "moves": self.moves_as_json(),
            "now": self.now.as_micros(),
        });
        if let Some(left) = self.left {
            text["left"] = left.to_string().into();
        }
        if let Some(events) = self.events {
            text["events"] = events.into();
        }
        text.to_string()
    }

    fn moves_as_json(&self) -> Value {
        self.moves.iter().map(Made::to_json).collect()
    }

    /// Reads what [`Self::to_text`] wrote; none for anything else, and for any other version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        if value.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let moves = value.get("moves")?.as_array()?;
        if moves.len() > MOST_MOVES {
            return None;
        }
        Some(Self {
            lesson: value.get("lesson")?.as_str()?.parse().ok()?,
            seed: value.get("seed")?.as_u64()?,
            moves: moves.iter().map(Made::from_json).collect::<Option<_>>()?,
            now: SimTime::from_micros(value.get("now")?.as_u64()?),
            left: match value.get("left") {
                Some(left) => Some(left.as_str()?.parse().ok()?),
                None => None,
            },
            events: value.get("events").and_then(Value::as_u64),
        })
    }

    /// Whether time only goes on in it, and ends before model time does: others can have written it.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        let times = self.moves.iter().map(|made| made.at);
        times.chain([self.now, LATEST]).is_sorted()
    }

    /// Whether anything was done yet that would be missed.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        !self.moves.is_empty()
    }
}

/// A number that changes with the text: FNV-1a.
#[must_use]
pub fn fingerprint(texts: &[&str]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::PanelInput;

    fn trail() -> Trail {
        let mut trail = Trail {
            lesson: u64::MAX,
            seed: 7,
            ..Trail::default()
        };
        trail.add(SimTime::from_micros(5), Move::Call("sandbox request".into()));
        trail.add(SimTime::from_micros(8), Move::Panel(PanelInput::Hint));
        trail.now = SimTime::from_micros(9);
        trail
    }

    #[test]
    fn a_run_is_read_as_it_was_written() {
        assert_eq!(Trail::from_text(&trail().to_text()), Some(trail()));
    }

    #[test]
    fn a_run_without_its_lesson_and_one_that_is_handed_on_are_read_as_they_were_written() {
        let sandbox = Trail {
            left: Some(u64::MAX),
            events: Some(1_234),
            ..trail()
        };
        assert_eq!(Trail::from_text(&sandbox.to_text()), Some(sandbox));
    }

    #[test]
    fn a_moment_of_the_past_has_what_was_done_by_then() {
        let past = trail().until(SimTime::from_micros(7));
        assert_eq!((past.moves.len(), past.now), (1, SimTime::from_micros(7)));
        assert_ne!(past.way(), trail().way());
        assert_eq!(trail().until(SimTime::from_micros(9)).way(), trail().way());
    }

    #[test]
    fn time_that_goes_back_or_on_for_centuries_is_no_runs() {
        assert!(trail().is_in_order());
        let mut back = trail();
        back.moves.reverse();
        assert!(!back.is_in_order());
        let early = Trail {
            now: SimTime::from_micros(7),
            ..trail()
        };
        assert!(!early.is_in_order());
        let late = Trail {
            now: SimTime::NEVER,
            ..trail()
        };
        assert!(!late.is_in_order());
    }

    #[test]
    fn another_version_or_a_broken_text_is_no_run() {
        let newer = trail().to_text().replace("\"version\":1", "\"version\":2");
        assert_eq!(Trail::from_text(&newer), None);
        assert_eq!(Trail::from_text(&trail().to_text()[1..]), None);
    }

    #[test]
    fn a_step_begins_where_the_one_before_ended() {
        let cut = trail().cut(1);
        assert_eq!((cut.moves.len(), cut.now), (1, SimTime::from_micros(5)));
        assert_eq!(trail().cut(0).now, SimTime::ZERO);
    }
}
