//! What a learner did, in order and with its model time.

use std::rc::Rc;

use des::SimTime;
use serde_json::{Value, json};

use crate::panel::PanelInput;

/// One thing done.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// When, in model time.
    pub at: SimTime,
    /// What.
    pub what: Move,
}

/// What a learner can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// A call that the account accepted, as its command line.
    Call(Rc<str>),
    /// The same from the scenario, in a run that goes on without its lesson.
    Scenario(Rc<str>),
    /// Something in the reading panel.
    Panel(PanelInput),
}

impl Made {
    /// As a short list: time in microseconds, kind, and what belongs to it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let at = self.at.as_micros();
        let input = match &self.what {
            Move::Call(line) => return json!([at, "call", &**line]),
            Move::Scenario(line) => return json!([at, "scenario", &**line]),
            Move::Panel(input) => input,
        };
        match input {
            PanelInput::Choose(id, index) => json!([at, "choose", &**id, index]),
            PanelInput::Number(id, number) => json!([at, "number", &**id, number]),
            PanelInput::Curve(id, point, value) => json!([at, "curve", &**id, point, value]),
            PanelInput::MoveUp(id, place) => json!([at, "up", &**id, place]),
            PanelInput::ShowSolution => json!([at, "solution"]),
            PanelInput::RunLine => json!([at, "line"]),
            PanelInput::Certainty(percent) => json!([at, "certainty", percent]),
            PanelInput::Commit => json!([at, "commit"]),
            PanelInput::Act(id) => json!([at, "act", &**id]),
            PanelInput::OwnWords(words) => json!([at, "say", words]),
            PanelInput::Hint => json!([at, "hint"]),
            PanelInput::Next => json!([at, "next"]),
            PanelInput::Back => json!([at, "back"]),
        }
    }

    /// Reads what [`Self::to_json`] wrote; none for anything else.
    #[must_use]
    pub fn from_json(value: &Value) -> Option<Self> {
        let [at, kind, rest @ ..] = value.as_array()?.as_slice() else {
            return None;
        };
        Some(Self {
            at: SimTime::from_micros(at.as_u64()?),
            what: read(kind.as_str()?, rest)?,
        })
    }
}

impl Move {
    /// Whether this move makes the one before it of no account: the same field, filled in anew.
    #[must_use]
    pub fn replaces(&self, before: &Self) -> bool {
        let (Self::Panel(new), Self::Panel(old)) = (self, before) else {
            return false;
        };
        match (new, old) {
            (PanelInput::Number(new, _), PanelInput::Number(old, _)) => new == old,
            (PanelInput::Curve(new, at, _), PanelInput::Curve(old, before, _)) => new == old && at == before,
            (PanelInput::Certainty(_), PanelInput::Certainty(_))
            | (PanelInput::OwnWords(_), PanelInput::OwnWords(_)) => true,
            _ => false,
        }
    }
}

fn read(kind: &str, rest: &[Value]) -> Option<Move> {
    let text = |index: usize| Some(Rc::from(rest.get(index)?.as_str()?));
    let number = |index: usize| rest.get(index)?.as_u64();
    let input = match kind {
        "call" => return Some(Move::Call(text(0)?)),
        "scenario" => return Some(Move::Scenario(text(0)?)),
        "choose" => PanelInput::Choose(text(0)?, usize::try_from(number(1)?).ok()?),
        "number" => PanelInput::Number(text(0)?, number(1)?),
        "curve" => PanelInput::Curve(
            text(0)?,
            usize::try_from(number(1)?).ok()?,
            rest.get(2)?.as_f64()?,
        ),
        "up" => PanelInput::MoveUp(text(0)?, usize::try_from(number(1)?).ok()?),
        "solution" => PanelInput::ShowSolution,
        "line" => PanelInput::RunLine,
        "certainty" => PanelInput::Certainty(u8::try_from(number(0)?).ok()?),
        "commit" => PanelInput::Commit,
        "act" => PanelInput::Act(text(0)?),
        "say" => PanelInput::OwnWords(rest.first()?.as_str()?.to_owned()),
        "hint" => PanelInput::Hint,
        "next" => PanelInput::Next,
        "back" => PanelInput::Back,
        _ => return None,
    };
    Some(Move::Panel(input))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let moves = [
            Move::Call("sandbox request".into()),
            Move::Scenario("sandbox traffic --rate 40".into()),
            Move::Panel(PanelInput::Choose("instance".into(), 1)),
            Move::Panel(PanelInput::Number("seconds".into(), 60)),
            Move::Panel(PanelInput::Curve("share".into(), 3, 0.25)),
            Move::Panel(PanelInput::MoveUp("events".into(), 2)),
            Move::Panel(PanelInput::ShowSolution),
            Move::Panel(PanelInput::RunLine),
            Move::Panel(PanelInput::Certainty(80)),
            Move::Panel(PanelInput::Commit),
            Move::Panel(PanelInput::Act("launch".into())),
            Move::Panel(PanelInput::OwnWords("One \"machine\".".to_owned())),
            Move::Panel(PanelInput::Hint),
            Move::Panel(PanelInput::Next),
            Move::Panel(PanelInput::Back),
        ];
        for what in moves {
            let done = Made {
                at: SimTime::from_micros(1_500_000),
                what,
            };
            assert_eq!(Made::from_json(&done.to_json()), Some(done));
        }
    }

    #[test]
    fn what_was_never_written_is_refused() {
        for strange in [
            json!([1, "fly"]),
            json!([-1, "hint"]),
            json!([1]),
            json!({}),
            json!([1, "choose", "a"]),
        ] {
            assert_eq!(Made::from_json(&strange), None, "{strange}");
        }
    }

    #[test]
    fn a_field_counts_as_it_was_filled_in_last() {
        let said = |text: &str| Move::Panel(PanelInput::OwnWords(text.to_owned()));
        let number = |id: &str| Move::Panel(PanelInput::Number(id.into(), 1));
        assert!(said("ab").replaces(&said("a")));
        assert!(number("a").replaces(&number("a")));
        assert!(!number("b").replaces(&number("a")));
        assert!(!Move::Panel(PanelInput::Hint).replaces(&Move::Panel(PanelInput::Hint)));
    }
}
