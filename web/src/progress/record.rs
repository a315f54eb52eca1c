//! A lesson's run, so that it can be played again: its seed, what the learner did, and how far time had come.

use des::SimTime;
use serde_json::{Value, json};

use super::deed::{Deed, Done};
use crate::panel::PanelInput;

/// The version of what is written here.
const VERSION: u64 = 1;
/// More deeds than anyone does in one lesson; a longer list was not written by this page.
const MOST_DEEDS: usize = 20_000;

/// A run of a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Tells this lesson from others, and from itself as it was before it was changed.
    pub lesson: u64,
    /// Seed of every draw.
    pub seed: u64,
    /// What was done, in order.
    pub deeds: Vec<Done>,
    /// How far model time had come.
    pub now: SimTime,
}

impl Record {
    /// Adds a deed, in place of the one before if that no longer counts.
    pub fn add(&mut self, at: SimTime, deed: Deed) {
        if self.deeds.last().is_some_and(|last| deed.replaces(&last.deed)) {
            self.deeds.pop();
        }
        self.deeds.push(Done { at, deed });
    }

    /// The run as it stood when the step was reached that was reached last: `from` deeds had been done.
    #[must_use]
    pub fn cut(&self, from: usize) -> Self {
        let deeds = self.deeds[..from.min(self.deeds.len())].to_vec();
        let now = deeds.last().map_or(SimTime::ZERO, |done| done.at);
        Self {
            deeds,
            now,
            ..self.clone()
        }
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let deeds: Vec<Value> = self.deeds.iter().map(Done::to_json).collect();
        json!({
            "version": VERSION,
            "lesson": self.lesson.to_string(),
            "seed": self.seed,
            "deeds": deeds,
            "now": self.now.as_micros(),
        })
        .to_string()
    }

    /// Reads what [`Self::to_text`] wrote; none for anything else, and for any other version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        if value.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let deeds = value.get("deeds")?.as_array()?;
        if deeds.len() > MOST_DEEDS {
            return None;
        }
        Some(Self {
            lesson: value.get("lesson")?.as_str()?.parse().ok()?,
            seed: value.get("seed")?.as_u64()?,
            deeds: deeds.iter().map(Done::from_json).collect::<Option<_>>()?,
            now: SimTime::from_micros(value.get("now")?.as_u64()?),
        })
    }

    /// Whether the learner has done anything yet that would be missed.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        !self.deeds.is_empty()
    }

    /// How many hints were asked for.
    #[must_use]
    pub fn hints(&self) -> usize {
        let hint = Deed::Panel(PanelInput::Hint);
        self.deeds.iter().filter(|done| done.deed == hint).count()
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

    fn record() -> Record {
        let mut record = Record {
            lesson: u64::MAX,
            seed: 7,
            ..Record::default()
        };
        record.add(SimTime::from_micros(5), Deed::Call("sandbox request".into()));
        record.add(SimTime::from_micros(8), Deed::Panel(PanelInput::Hint));
        record.now = SimTime::from_micros(9);
        record
    }

    #[test]
    fn a_run_is_read_as_it_was_written() {
        assert_eq!(Record::from_text(&record().to_text()), Some(record()));
    }

    #[test]
    fn another_version_or_a_broken_text_is_no_run() {
        let newer = record().to_text().replace("\"version\":1", "\"version\":2");
        assert_eq!(Record::from_text(&newer), None);
        assert_eq!(Record::from_text(&record().to_text()[1..]), None);
    }

    #[test]
    fn a_step_begins_where_the_one_before_ended() {
        let cut = record().cut(1);
        assert_eq!((cut.deeds.len(), cut.now), (1, SimTime::from_micros(5)));
        assert_eq!(record().cut(0).now, SimTime::ZERO);
    }
}
