//! A prediction before it is committed: what the learner has entered so far, and what the panel asks for.

use std::rc::Rc;

use lesson::format::CurveMetric;
use lesson::view::{ComparisonView, CurveComparison, CurveView, OrderComparison, OrderView, PredictionView};
use lesson::{CERTAINTY, Prediction};

use super::lesson_panel::{question, reply};
use crate::curve::{Curve, Unit};
use crate::panel::{Certainty, Commit, NumberQuestion, OrderQuestion, PanelInput, Part, Question};
use crate::text::player_text;

/// The question, the number, the curve and the order of a prediction, as the panel calls them.
pub(super) const PREDICTION: &str = "prediction";
/// More points than any curve has.
const MOST_POINTS: usize = 100;

/// What the learner has entered and not yet committed.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    choice: Option<usize>,
    number: Option<u64>,
    /// The points of the curve, as far as they were set.
    curve: Vec<Option<f64>>,
    /// Ids in the order said; none while they stand as offered.
    order: Option<Vec<String>>,
    certainty: u8,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            choice: None,
            number: None,
            curve: Vec::new(),
            order: None,
            certainty: *CERTAINTY.start() as u8,
        }
    }
}

impl Draft {
    /// Takes what was entered.
    pub(super) fn take(&mut self, input: &PanelInput, asked: &PredictionView) {
        match input {
            PanelInput::Choose(_, index) => self.choice = Some(*index),
            PanelInput::Number(_, number) => self.number = Some(*number),
            PanelInput::Certainty(percent) => self.certainty = *percent,
            PanelInput::Curve(_, point, value) => self.set_point(*point, *value),
            PanelInput::MoveUp(_, place) => {
                if let Some(order) = &asked.order {
                    self.move_up(order, *place);
                }
            }
            _ => {}
        }
    }

    fn set_point(&mut self, point: usize, value: f64) {
        if point >= MOST_POINTS {
            return;
        }
        if self.curve.len() <= point {
            self.curve.resize(point + 1, None);
        }
        self.curve[point] = Some(value);
    }

    fn move_up(&mut self, asked: &OrderView, place: usize) {
        let mut order = self.ordered(asked);
        if (1..order.len()).contains(&place) {
            order.swap(place - 1, place);
            self.order = Some(order);
        }
    }

    /// Ids as they stand now.
    fn ordered(&self, asked: &OrderView) -> Vec<String> {
        let offered = || asked.items.iter().map(|(id, _)| id.clone()).collect();
        self.order.clone().unwrap_or_else(offered)
    }

    /// The prediction as it would be committed.
    pub(super) fn prediction(&self, asked: &PredictionView) -> Prediction {
        let question = asked.question.as_ref();
        let choice = question.and_then(|question| question.choices.get(self.choice?));
        let curve = asked.curve.as_ref().and_then(|curve| self.whole_curve(curve));
        Prediction {
            choice: choice.map(|choice| choice.id.clone()),
            number: self.number.filter(|_| asked.number.is_some()),
            curve,
            order: asked.order.as_ref().map(|order| self.ordered(order)),
            certainty: self.certainty.into(),
        }
    }

    fn whole_curve(&self, asked: &CurveView) -> Option<Vec<f64>> {
        self.points(asked).into_iter().collect()
    }

    /// The points of the curve, each with its value if it has one.
    fn points(&self, asked: &CurveView) -> Vec<Option<f64>> {
        let points = 0..usize::try_from(asked.points)
            .unwrap_or(MOST_POINTS)
            .min(MOST_POINTS);
        points
            .map(|point| self.curve.get(point).copied().flatten())
            .collect()
    }

    /// What the panel asks for.
    pub(super) fn parts(&self, asked: &PredictionView) -> Vec<Part> {
        let fixed = asked.is_committed;
        let mut parts = Vec::new();
        parts.extend(asked.question.as_ref().map(|view| {
            let mut question = Question {
                id: PREDICTION.into(),
                fixed,
                ..question(0, view, false)
            };
            question.chosen = question.chosen.or(self.choice);
            Part::Question(question)
        }));
        parts.extend(
            asked
                .curve
                .as_ref()
                .map(|curve| Part::Curve(self.curve(curve, fixed))),
        );
        parts.extend(
            asked
                .order
                .as_ref()
                .map(|order| Part::Order(self.order(order, fixed))),
        );
        parts.extend(asked.number.as_ref().map(|number| {
            Part::Number(NumberQuestion {
                id: PREDICTION.into(),
                prompt: number.label.as_str().into(),
                unit: "".into(),
                range: number.range,
                value: number.given.or(self.number),
                fixed,
            })
        }));
        let percent = asked.certainty.map_or(self.certainty, |percent| percent as u8);
        parts.push(Part::Certainty(Certainty { percent, fixed }));
        if !fixed {
            let missing = self.missing(asked).map(Rc::from);
            parts.push(Part::Commit(Commit { missing }));
        }
        parts
    }

    fn missing(&self, asked: &PredictionView) -> Option<&'static str> {
        let words = &player_text().lesson;
        let is_drawn = |curve: &CurveView| self.whole_curve(curve).is_some();
        if asked.question.is_some() && self.choice.is_none() {
            Some(words.choose_first)
        } else if !asked.curve.as_ref().is_none_or(is_drawn) {
            Some(words.draw_first)
        } else if asked.number.is_some() && self.number.is_none() {
            Some(words.number_first)
        } else {
            None
        }
    }

    /// The curve that is to be drawn, or was.
    pub(super) fn curve(&self, asked: &CurveView, fixed: bool) -> Curve {
        let given = asked.given.as_ref();
        let drawn = given.map_or_else(
            || self.points(asked),
            |given| given.iter().copied().map(Some).collect(),
        );
        Curve {
            id: PREDICTION.into(),
            prompt: asked.label.as_str().into(),
            unit: unit(asked.metric),
            length: asked.length,
            range: asked.range,
            drawn: drawn.into(),
            measured: Rc::default(),
            fixed,
        }
    }

    fn order(&self, asked: &OrderView, fixed: bool) -> OrderQuestion {
        let word = |id: &String| {
            let known = asked.items.iter().find(|(known, _)| known == id);
            Rc::from(known.map_or("", |(_, word)| word.as_str()))
        };
        OrderQuestion {
            id: PREDICTION.into(),
            prompt: asked.label.as_str().into(),
            items: self.ordered(asked).iter().map(word).collect(),
            fixed,
        }
    }
}

/// A curve with what the run has shown of it.
pub(super) fn compared_curve(compared: &CurveComparison) -> Curve {
    let length = compared.curve.length.as_secs_f64().max(1.0);
    let share = |(second, value): &(u64, f64)| (*second as f64 / length, *value);
    Curve {
        measured: compared
            .measured
            .iter()
            .map(share)
            .filter(|(share, _)| *share <= 1.0)
            .collect(),
        ..Draft::default().curve(&compared.curve, true)
    }
}

/// A prediction held against the run.
pub(super) fn comparison(view: &ComparisonView) -> Vec<Part> {
    let words = &player_text().lesson;
    let mut facts: Vec<(Rc<str>, Rc<str>)> = Vec::new();
    let mut parts = Vec::new();
    if let Some((chosen, reply)) = &view.chosen {
        facts.push((words.you_said.into(), chosen.as_str().into()));
        parts.push(Part::Reply(reply.text.as_slice().into()));
    }
    if let Some((said, measured)) = &view.numbers {
        facts.push((words.you_predicted.into(), said.as_str().into()));
        facts.push((words.measured.into(), measured.as_str().into()));
    }
    facts.push((
        words.how_sure_you_were.into(),
        format!("{} %", view.certainty).into(),
    ));
    parts.insert(0, Part::Facts(facts.into()));
    parts.extend(view.order.iter().flat_map(order));
    parts.extend(
        view.curve
            .as_ref()
            .map(|curve| Part::Curve(compared_curve(curve))),
    );
    parts
}

/// Both orders, and what is said to the one that was said.
fn order(view: &OrderComparison) -> Vec<Part> {
    let words = &player_text().lesson;
    let list = |things: &[String]| Rc::from(things.join(" → "));
    let facts: [(Rc<str>, Rc<str>); 2] = [
        (words.you_said.into(), list(&view.said)),
        (words.it_was.into(), list(&view.right)),
    ];
    let answer = reply(&view.reply);
    vec![Part::Facts(facts.into()), Part::Reply(answer.text)]
}

fn unit(metric: CurveMetric) -> Unit {
    match metric {
        CurveMetric::ServedShare => Unit::Share,
        CurveMetric::RequestRate => Unit::PerSecond,
        CurveMetric::LatencyP99Ms => Unit::Milliseconds,
        CurveMetric::InstancesInService => Unit::Count,
        CurveMetric::CostPerHour => Unit::DollarsPerHour,
    }
}
