//! Predictions, and what became of them.

use super::Scene;
use crate::format::{Body, Curve, Order, Predict};
use crate::phrases;
use crate::progress::Prediction;
use crate::runner::Runner;
use crate::view::{
    ComparisonView, CurveComparison, CurveView, NumberView, OrderComparison, OrderView, PredictionView,
    ReplyView,
};

impl Scene<'_> {
    /// What a prediction is asked for, or what it was.
    pub(super) fn prediction(&self) -> Option<PredictionView> {
        let Body::Predict(asked) = &self.step.body else {
            return None;
        };
        let made = self.progress.prediction.as_ref();
        let chosen = made.and_then(|made| made.choice.as_deref());
        Some(PredictionView {
            question: asked
                .question
                .as_ref()
                .map(|question| self.unanswered(question, chosen)),
            number: asked.number.map(|number| NumberView {
                label: self.own_line("number"),
                range: (number.min, number.max),
                given: made.and_then(|made| made.number),
            }),
            curve: asked
                .curve
                .as_ref()
                .map(|curve| self.curve(&self.step.id, curve, made)),
            order: asked.order.as_ref().map(|order| self.order(order, made)),
            certainty: made.map(|made| made.certainty),
            is_committed: made.is_some(),
        })
    }

    fn curve(&self, step: &str, curve: &Curve, made: Option<&Prediction>) -> CurveView {
        CurveView {
            label: self.line(&format!("{step}.curve")),
            metric: curve.metric,
            length: curve.to,
            range: (curve.min, curve.max),
            points: curve.points,
            given: made.and_then(|made| made.curve.clone()),
        }
    }

    fn order(&self, order: &Order, made: Option<&Prediction>) -> OrderView {
        let said = made.and_then(|made| made.order.clone());
        let items = said.unwrap_or_else(|| order.offered()).into_iter();
        OrderView {
            label: self.own_line("order"),
            items: items
                .map(|id| (id.clone(), self.own_line(&format!("order.{id}"))))
                .collect(),
        }
    }

    /// The prediction that this step looks back on, against the run.
    pub(super) fn comparison(&self, runner: &Runner) -> Option<ComparisonView> {
        let Body::Explain(explain) = &self.step.body else {
            return None;
        };
        let mut steps = self.lesson.steps.iter();
        let index = steps.position(|step| Some(&step.id) == explain.compare_to.as_ref())?;
        let (step, progress) = (&self.lesson.steps[index], &runner.progress.steps[index]);
        let Body::Predict(asked) = &step.body else {
            return None;
        };
        let made = progress.prediction.as_ref()?;
        Some(ComparisonView {
            chosen: self.compared_choice(&step.id, asked, made),
            numbers: self.compared_numbers(asked, made),
            curve: asked.curve.as_ref().map(|curve| CurveComparison {
                curve: self.curve(&step.id, curve, Some(made)),
                measured: progress.measured.clone(),
            }),
            order: self.compared_order(&step.id, asked, made),
            certainty: made.certainty,
        })
    }

    fn compared_choice(&self, step: &str, asked: &Predict, made: &Prediction) -> Option<(String, ReplyView)> {
        let (question, choice) = (asked.question.as_ref()?, made.choice.as_ref()?);
        Some((
            self.line(&format!("{step}.choice.{choice}")),
            self.reply(&format!("{step}.reply.{choice}"), question, choice),
        ))
    }

    fn compared_numbers(&self, asked: &Predict, made: &Prediction) -> Option<(String, String)> {
        let (asked, predicted) = (asked.number?, made.number?);
        let with_unit = |text: String| text + phrases::unit(asked.measure);
        let measured = self
            .source
            .fact(asked.measure)
            .unwrap_or_else(|| phrases::UNKNOWN.to_owned());
        Some((with_unit(phrases::whole(predicted)), with_unit(measured)))
    }

    fn compared_order(&self, step: &str, asked: &Predict, made: &Prediction) -> Option<OrderComparison> {
        let (asked, said) = (asked.order.as_ref()?, made.order.as_ref()?);
        let words = |ids: &[String]| {
            let lines = ids.iter().map(|id| self.line(&format!("{step}.order.{id}")));
            lines.collect()
        };
        Some(OrderComparison {
            said: words(said),
            right: words(&asked.items),
            reply: ReplyView {
                right: Some(*said == asked.items),
                text: self.text(&format!("{step}.order-reply")),
            },
        })
    }
}
